"""Rules: when the claims of one kind are joined, for clustering that need not know what they compare."""

from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass, replace

from kg.facts.rulings import Rulings
from kg.facts.witnesses import Witness

Signal = tuple[str, int | None]
"""What was compared, and what it adds to the link of two claims: ``None`` where it forbids it."""
Signals = Callable[[Witness, Witness], Iterable[Signal]]
Reach = Callable[[Witness], range | None]
Form = Callable[[Witness], Hashable]


def strength(signals: Iterable[Signal]) -> int | None:
    """The sum of what signals add; ``None``, and no more of them are looked at, as soon as one forbids."""
    total = 0
    for _, points in signals:
        if points is None:
            return None
        total += points
    return total


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """When claims of one kind are joined.

    ``signals`` say what speaks for and against two claims' being of one thing; together they must reach ``enough``.
    Who is the least by ``vagueness`` comes first. Where ``lone``, a claim that is linked too weakly joins the only
    cluster that nothing speaks against.

    The others only spare work. ``reach``: two claims of different articles whose ranges have no number in common cannot
    be linked. ``form``: to a claim of another article all claims of one form are linked alike, but that those published
    too early or too late may be forbidden by the signals that are ``timed`` (their names, which add nothing), and that
    ``copies``, where they are told, are linked more where that is not enough. Claims of one form are equally vague.
    """

    signals: Signals
    enough: int
    vagueness: Callable[[Witness], int]
    form: Form
    timed: frozenset[str] = frozenset()
    copies: bool = False
    lone: bool = False
    reach: Reach = lambda _: None

    def link(self, one: Witness, other: Witness) -> int | None:
        """How strongly two claims are linked; ``None`` where they cannot be of one thing."""
        return strength(self.signals(one, other))

    def link_of_forms(self, one: Witness, other: Witness) -> int | None:
        """The same, whenever they were published: ``None`` only where all claims of their forms are forbidden."""
        return strength(signal for signal in self.signals(one, other) if signal[0] not in self.timed)

    def within(self, rulings: Rulings) -> "Rules":
        """The same rules where ``rulings`` bring blocks together: nothing but a judgement joins what is of two."""
        if not rulings.blocks:
            return self

        def signals(one: Witness, other: Witness) -> Iterator[Signal]:
            yield "block", None if rulings.strange(one, other) else 0
            yield from self.signals(one, other)

        return replace(self, signals=signals, form=lambda one: (rulings.blocks.get(one.id), self.form(one)))
