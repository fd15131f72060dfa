"""Look-ups that an object answers once and then remembers, for what does not change as long as it lives."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

S = TypeVar("S")
P = ParamSpec("P")
R = TypeVar("R")


def remembered(look_up: Callable[Concatenate[S, P], R]) -> Callable[Concatenate[S, P], R]:
    """``look_up`` with its answers kept by the object that it is a method of, and gone with it.

    Each caller gets the same answer, so it is to be a value that nobody changes.
    """
    name = f"_{look_up.__name__}_remembered"

    @wraps(look_up)
    def answer(owner: S, /, *args: P.args, **options: P.kwargs) -> R:
        known: dict[object, R] = vars(owner).setdefault(name, {})
        asked = (args, *options.items())
        if asked not in known:
            known[asked] = look_up(owner, *args, **options)
        return known[asked]

    return answer
