"""Which statements tell one event: the rule case by case, and against a second writing of it in plain Python."""

import tempfile
from datetime import date, timedelta
from itertools import count, groupby
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stateofplay.day import Day
from stateofplay.reading.statement import Statement
from stateofplay.record.joining import WHY, wide_days
from stateofplay.record.record import open_record
from tests.record.cases import NOON, document, reading, telling

A, B, C = (document(name, f"2025-09-0{day}") for day, name in enumerate("abc", 1))


@pytest.fixture
def events(tmp_path):
    """Events that statements make: a function from statements to sets of indices into them."""
    numbers = count()

    def made(*statements: Statement):
        record = open_record(tmp_path / str(next(numbers)))
        add(record, statements)
        place = {statement.id: index for index, statement in enumerate(statements)}
        return {frozenset(place[told.id] for told in event.tellings) for event in record.events()}

    return made


def add(record, statements) -> None:
    by_document = {one.id: one for one in (A, B, C)}
    for id, group in groupby(sorted(statements, key=lambda s: s.document), key=lambda s: s.document):
        record.add([reading(by_document[id], *group)], recorded_at=NOON)


def sets(*groups: str) -> set[frozenset[int]]:
    return {frozenset(map(int, group)) for group in groups}


def test_the_same_act_in_two_documents_is_one_event(events):
    assert events(telling(A), telling(B)) == sets("01")


def test_a_mutual_act_has_no_direction(events):
    assert events(telling(A, who="KOR>JPN"), telling(B, who="JPN>KOR"), telling(C, who="JPN KOR>")) == sets("012")


def test_another_act_has_a_direction(events):
    one, two = telling(A, who="CHN>JPN", type="SANCTION"), telling(B, who="JPN>CHN", type="SANCTION")
    assert events(one, two) == sets("0", "1")


def test_order_within_a_list_of_actors_makes_no_difference(events):
    one, two = (telling(doc, who=who, type="ACCUSE") for doc, who in ((A, "KOR USA>PRK"), (B, "USA KOR>PRK")))
    assert events(one, two) == sets("01")


def test_other_types_actors_or_days_are_other_events(events):
    other = [telling(B, type="AGREE"), telling(B, who="KOR>USA"), telling(B, "2025-08-24")]
    assert events(telling(A), *other) == sets("0", "1", "2", "3")


def test_days_that_overlap_join(events):
    assert events(telling(A, "2025-08-23"), telling(B, "2025-08-21..2025-08-25")) == sets("01")
    assert events(telling(A, "2025-08-20"), telling(B, "2025-08-21..2025-08-25")) == sets("0", "1")


def test_a_long_stretch_attaches_to_the_one_event_that_it_holds(events):
    assert events(telling(A, "2025-08-23"), telling(B, "2025-08")) == sets("01")


def test_a_long_stretch_never_chains_two_events(events):
    days = telling(A, "2025-08-03"), telling(B, "2025-08-23")
    assert events(*days, telling(C, "2025-08")) == sets("0", "1", "2")


def test_the_very_same_long_stretch_joins(events):
    assert events(telling(A, "2025-08"), telling(B, "2025-08"), telling(C, "2025")) == sets("01", "2")


@pytest.mark.parametrize(("days", "joined"), [(10, True), (11, False)])
def test_wide_begins_where_the_data_file_says(events, days, joined):
    assert wide_days() == 10
    first = date(2025, 8, 1)
    stretch = Day.span(first, first + timedelta(days=days - 1)).iso
    found = events(telling(A, "2025-08-01"), telling(B, stretch), telling(C, "2025-08-05"))
    assert found == (sets("012") if joined else sets("0", "1", "2"))


def test_without_a_day_only_its_own_document_joins(events):
    first = telling(A)
    assert events(first, telling(A, None, at=6, same_as=first.id), telling(B, None)) == sets("01", "2")
    assert events(telling(A, None), telling(B, None)) == sets("0", "1")


def test_without_an_actor_only_its_own_document_joins(events):
    assert events(telling(A, who=">"), telling(B, who=">")) == sets("0", "1")


def test_an_act_told_twice_takes_actors_and_day_from_where_they_stand(events):
    # "Lee met Ishiba." ... "The talks of the 23rd ...": neither alone could join another document.
    first = telling(A, None)
    assert events(first, telling(A, "2025-08-23", who=">", at=6, same_as=first.id), telling(B)) == sets("012")


def test_a_reference_to_a_reference_is_followed(events):
    first = telling(A)
    second = telling(A, None, at=6, same_as=first.id)
    assert events(first, second, telling(A, None, at=12, same_as=second.id)) == sets("012")


def test_a_reference_to_nothing_does_no_harm(events):
    assert events(telling(A, same_as="0" * 24), telling(B)) == sets("01")


def test_a_plan_and_a_report_are_one_event(events):
    assert events(telling(A, status="planned"), telling(B, status="denied"), telling(C)) == sets("012")


def test_every_telling_has_its_reason(tmp_path):
    record = open_record(tmp_path / "record")
    first = telling(A)
    add(record, [first, telling(A, None, at=6, same_as=first.id), telling(B), telling(C, "2025-08")])
    (event,) = record.events()
    assert set(event.why) == {WHY[key] for key in ("first", "linked", "overlap", "within")}
    assert dict(zip((told.document for told in event.tellings), event.why, strict=True))[C.id] == WHY["within"]


days = st.one_of(
    st.none(),
    st.builds(
        lambda first, length: Day.span(first, first + timedelta(days=length)).iso,
        st.dates(date(2025, 8, 1), date(2025, 8, 28)),
        st.sampled_from([0, 0, 0, 2, 5, 20, 60]),
    ),
)


@st.composite
def tellings(draw, with_people: bool = False) -> list[Statement]:
    """Statements in three documents, some of which refer to the first of their document."""
    persons = st.sampled_from([(), (), ("Lee",), ("Ishiba",), ("Lee", "Ishiba")]) if with_people else st.just(())
    made: list[Statement] = []
    for doc in (A, B, C):
        here: list[Statement] = []
        for at in range(draw(st.integers(0, 5))):
            who = draw(st.sampled_from(["KOR>JPN", "JPN>KOR", "JPN KOR>", "KOR>", ">"]))
            same = here[0].id if here and draw(st.booleans()) else ""
            kind = draw(st.sampled_from(["CONSULT", "SANCTION"]))
            people = draw(persons)
            here.append(telling(doc, draw(days), who=who, type=kind, at=at, people=people, same_as=same))
        made += here
    return made


def joined(statements) -> set[tuple[str, frozenset[str]]]:
    with tempfile.TemporaryDirectory() as folder:
        record = open_record(Path(folder) / "record")
        add(record, statements)
        return {(event.id, frozenset(told.id for told in event.tellings)) for event in record.events()}


class Act:
    """The tellings of one document that are linked, with the type, actors and day that the rule gives them."""

    def __init__(self, told: list[Statement]) -> None:
        self.ids = frozenset(one.id for one in told)
        fullest = min(told, key=lambda one: (-named(one), one.start)).claim
        self.named = named(min(told, key=lambda one: (-named(one), one.start)))
        both = sorted({*fullest.source, *fullest.target})
        self.key = fullest.type, both if fullest.type == "CONSULT" else (sorted(fullest.source), sorted(fullest.target))
        dated = [one for one in told if one.claim.happened]
        narrowest = min(dated, key=lambda one: (one.claim.happened.length, one.start), default=None)
        self.day = narrowest.claim.happened if narrowest else None

    def meets(self, other: "Act") -> bool:
        return self.key == other.key and self.day.overlaps(other.day)


def named(statement: Statement) -> int:
    return len(statement.claim.source) + len(statement.claim.target)


def plainly_joined(statements) -> set[frozenset[str]]:
    """The rule of the module, written without regard to speed."""
    acts = [Act(list(group)) for _, group in groupby(sorted(statements, key=root), key=root)]
    free = [act for act in acts if act.named and act.day]
    narrow = [act for act in free if act.day.length <= wide_days()]
    found: list[list[Act]] = []
    for act in narrow:
        near = [event for event in found if any(act.meets(other) for other in event)]
        found = [event for event in found if event not in near] + [[act, *(other for event in near for other in event)]]
    stretches: dict[str, list[Act]] = {}
    held: list[tuple[Act, list[Act]]] = []
    for act in (act for act in free if act not in narrow):
        near = [event for event in found if any(act.meets(other) for other in event)]
        if len(near) == 1:
            held.append((act, near[0]))
        else:
            stretches.setdefault(repr((act.key, act.day)), []).append(act)
    for act, event in held:
        event.append(act)
    apart = [[act] for act in acts if act not in free]
    return {frozenset().union(*(act.ids for act in event)) for event in (*found, *stretches.values(), *apart)}


def root(statement: Statement) -> str:
    return statement.same_as or statement.id


@settings(max_examples=12, deadline=None)
@given(statements=tellings(), seed=st.randoms(use_true_random=False))
def test_the_rule_holds_whatever_the_order_of_adding(statements, seed):
    found = joined(statements)
    plain = plainly_joined(statements)
    assert all(any(event <= told for _, told in found) for event in plain), "what agrees in all stays together"
    assert found == joined_in_pieces(statements, seed)


@settings(max_examples=12, deadline=None)
@given(statements=tellings(with_people=True), seed=st.randoms(use_true_random=False))
def test_persons_part_and_join_whatever_the_order_of_adding(statements, seed):
    assert joined(statements) == joined_in_pieces(statements, seed)


def joined_in_pieces(statements, seed) -> set[tuple[str, frozenset[str]]]:
    """The same statements in another order, half of them one by one."""
    with tempfile.TemporaryDirectory() as folder:
        record = open_record(Path(folder) / "record")
        shuffled = seed.sample(statements, len(statements))
        for statement in shuffled[: len(shuffled) // 2]:
            add(record, [statement])
        add(record, shuffled)
        return {(e.id, frozenset(told.id for told in e.tellings)) for e in record.events()}
