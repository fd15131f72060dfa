"""Look-ups that are answered once by each object."""

import gc
import weakref

from kg.claims.remembered import remembered


class Squares:
    """Counts how often it works out a square."""

    def __init__(self) -> None:
        self.worked_out = 0

    @remembered
    def of(self, number: int, plus: int = 0) -> int:
        """The square of ``number``, and ``plus``."""
        self.worked_out += 1
        return number * number + plus


def test_an_object_answers_each_question_once() -> None:
    """Other arguments are another question."""
    squares = Squares()
    assert [squares.of(3), squares.of(3), squares.of(4), squares.of(3, 1), squares.of(3, plus=1)] == [9, 9, 16, 10, 10]
    assert squares.worked_out == 4


def test_objects_do_not_share_answers() -> None:
    """What one knows the other works out for itself."""
    one, other = Squares(), Squares()
    one.of(3)
    assert other.of(3) == 9
    assert other.worked_out == 1


def test_answers_go_with_their_object() -> None:
    """Nothing keeps an object alive for having answered, even before the next collection of garbage."""
    gc.disable()
    try:
        squares = Squares()
        squares.of(3)
        gone = weakref.ref(squares)
        del squares
        assert gone() is None
    finally:
        gc.enable()
