"""What follows from judgements together: classes, what is apart, and which earlier judgement a new one contradicts."""

from hypothesis import given
from hypothesis import strategies as st

from kg.model import Judgement, Party, Verdict
from kg.model.closure import Classes, chain, closure
from kg.model.identities import identities


def judged(verdict: Verdict, one: str, other: str) -> Judgement:
    """A judgement on two entities by letter, as ``X@a`` by an article."""
    parties = []
    for name in (one, other):
        letter, _, article = name.partition("@")
        parties.append(Party(iri=f"x:{letter}", label=letter, article=article or None))
    return Judgement.make(verdict, *parties)


def test_what_joins_goes_through_others() -> None:
    """A is C where A is B and B is C; what is different from one is different from all."""
    made = [judged("same", "A", "B"), judged("same", "B", "C"), judged("different", "C", "D")]
    classes = closure(made, lambda party: [party.iri])
    assert classes.of("x:A") == classes.of("x:C")
    assert classes.apart("x:A") == {classes.of("x:D")}
    assert not classes.join("x:D", "x:A")


def test_a_contradiction_names_every_judgement_on_its_way() -> None:
    """What parts those whom a new one joins comes first, then what it takes to see it."""
    standing = [
        judged("same", "A", "B"),
        judged("different", "B", "C"),
        judged("same", "C", "D"),
        judged("same", "E", "F"),
    ]
    assert chain(standing, judged("same", "A", "E")) == ()
    against = chain(standing, judged("same", "A", "D"))
    assert against[0] == standing[1]
    assert set(against) == set(standing[:3])
    assert chain(standing, judged("different", "A", "B")) == (standing[0],)
    assert chain(standing, judged("different", "A", "D")) == ()


def test_an_article_may_mean_somebody_else() -> None:
    """Whom one article means has an IRI below the other's, and is part of what he is judged to be."""
    apart = identities([judged("different", "A", "A@1")], lambda _: None)
    assert (apart.iri("x:A", "1"), apart.iri("x:A", "2")) == ("x:A/in/1", "x:A")
    is_b = identities([judged("different", "A", "A@1"), judged("same", "A@1", "B")], lambda _: None)
    assert (is_b.iri("x:A", "1"), is_b.iri("x:A", "2"), is_b.iri("x:B", "2")) == ("x:B", "x:A", "x:B")
    assert is_b.names_of("x:B") == ("x:A", "x:B")


@given(st.lists(st.tuples(st.booleans(), st.integers(0, 5), st.integers(0, 5)), max_size=12))
def test_no_class_holds_two_that_are_apart(steps: list[tuple[bool, int, int]]) -> None:
    """Whatever is joined and parted, in whatever order; what is refused changes nothing."""
    classes: Classes[int] = Classes()
    parted: list[tuple[int, int]] = []
    for joins, one, other in steps:
        if joins:
            classes.join(one, other)
        elif classes.part(one, other):
            parted.append((one, other))
    for one, other in parted:
        assert classes.of(one) != classes.of(other)
        assert classes.of(other) in classes.apart(one)
