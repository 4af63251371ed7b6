"""Stretches and terms: open sides, months, handovers."""

from datetime import date

import pytest

from stateofplay.day import Day
from stateofplay.knowledge.office import Office, roles
from stateofplay.knowledge.spelling import spellings
from stateofplay.knowledge.term import Stretch, Term, day_of, stretch


def _term(person: str, begins: str, ends: str = "", *, acting: bool = False) -> Term:
    return Term(office="X.y", person=person, begins=day_of(begins), ends=day_of(ends), acting=acting)


def _office(*terms: Term) -> Office:
    titles = spellings({"en": "Chief"})
    return Office(id="X.y", actor="X", role="head-of-state", rank=1, titles=titles, terms=terms)


def test_both_ends_belong_to_a_stretch() -> None:
    time = stretch({"from": date(2024, 10, 1), "to": "2025-10-21"})
    inside = [time.covers(date(2024, 10, 1)), time.covers(date(2025, 10, 21))]
    outside = [time.covers(date(2024, 9, 30)), time.covers(date(2025, 10, 22))]
    assert (inside, outside) == ([True, True], [False, False])


def test_a_month_counts_whole_and_an_open_side_for_ever() -> None:
    time = stretch({"from": "2025-07"})
    assert time.begins == Day.month(2025, 7)
    assert (time.covers(date(2025, 7, 1)), time.covers(date(2025, 6, 30)), time.covers(date(9999, 1, 1))) == (
        True,
        False,
        True,
    )
    assert stretch({}).covers(date(1, 1, 1)) and stretch({}).first == date.min


def test_a_stretch_does_not_end_before_it_begins() -> None:
    with pytest.raises(ValueError, match="before from"):
        stretch({"from": "2025-01-02", "to": "2025-01-01"})
    assert stretch({"from": "2025-01", "to": "2025-01-01"}).covers(date(2025, 1, 1))


def test_an_unreadable_day_is_refused() -> None:
    with pytest.raises(ValueError, match="not a day"):
        stretch({"from": "last spring"})


@pytest.mark.parametrize(
    ("one", "other", "clash"),
    [
        (("2001", "2003"), ("2002-05-01", ""), True),
        (("2001-01-01", "2003-05-04"), ("2003-05-04", ""), False),
        (("2001-01-01", "2003-05-05"), ("2003-05-04", ""), True),
        (("2001-01-01", "2003-05"), ("2003-05", ""), False),
        (("2001-01-01", ""), ("2003-05", ""), True),
        (("2003-05", ""), ("2001-01-01", "2003-04-30"), False),
    ],
)
def test_only_a_sure_overlap_clashes(one: tuple[str, str], other: tuple[str, str], clash: bool) -> None:
    first, second = (Stretch(begins=day_of(begins), ends=day_of(ends)) for begins, ends in (one, other))
    assert (first.clashes(second), second.clashes(first)) == (clash, clash)


def test_the_successor_holds_the_office_on_the_day_of_the_handover() -> None:
    office = _office(_term("old", "2020-01-01", "2025-10-21"), _term("new", "2025-10-21"))
    holder = office.holder(date(2025, 10, 21))
    assert holder is not None and holder.person == "new"


def test_an_acting_holder_stands_before_the_suspended_one() -> None:
    office = _office(
        _term("elected", "2022-05-10", "2025-04-04"), _term("acting", "2024-12-14", "2024-12-26", acting=True)
    )
    people = [term.person for day in (13, 14, 26, 27) if (term := office.holder(date(2024, 12, day)))]
    assert people == ["elected", "acting", "acting", "elected"]


def test_nobody_holds_an_office_before_its_first_term() -> None:
    assert _office(_term("a", "2020")).holder(date(2019, 12, 31)) is None
    assert _office().title("ko") == "Chief"


def test_every_role_has_a_meaning() -> None:
    assert all(roles().values()) and "foreign-minister" in roles()
