"""Occasions: what falls into a window, what each adds to a move, and what none ever stands for."""

from dataclasses import replace
from datetime import date
from itertools import product

import pytest

from stateofplay.day import Day
from stateofplay.forecast.move import Move, log_odds
from stateofplay.forecast.occasions import KIND, expected, falling
from stateofplay.forecast.reason import Reason
from stateofplay.knowledge.event_type import event_types
from stateofplay.knowledge.occasion import Custom, Occasion
from stateofplay.knowledge.region import merged

FIRST, LAST = date(2026, 2, 17), date(2026, 3, 18)
PLAIN = Reason(kind="base_rate", weight=0.0, numbers={})


def occasion(id="fete", kind="memorial", actors=("KOR", "JPN"), customs=(), **when):
    return Occasion(
        id=id, titles=(), kind=kind, actors=actors, customs=tuple(Custom.parse(text) for text in customs), **when
    )


def move(source="KOR", type="ACCUSE", target="JPN", probability=0.1, **more):
    fields = {
        "low": probability / 2,
        "high": min(1.0, 2 * probability),
        "base_rate": probability,
        "recurrence": 0.0,
        "no_change": 0.0,
        "reasons": (PLAIN,),
        **more,
    }
    return Move(source=source, type=type, target=target, first=FIRST, last=LAST, probability=probability, **fields)


def test_only_what_overlaps_the_window_falls_into_it():
    calendar = [
        occasion("before", recurs="02-16"),
        occasion("first", recurs="02-17"),
        occasion("last", recurs="03-18"),
        occasion("after", recurs="03-19"),
        occasion("past", days=Day.parse("2025-03-01")),
    ]
    assert [one.occasion.id for one in falling(calendar, FIRST, LAST)] == ["first", "last"]


def test_a_window_over_new_year_looks_at_both_years():
    calendar = [occasion("new", recurs="01-02"), occasion("old", recurs="12-30")]
    found = falling(calendar, date(2025, 12, 20), date(2026, 1, 10))
    assert [(one.occasion.id, one.days.iso) for one in found] == [("old", "2025-12-30"), ("new", "2026-01-02")]


@pytest.mark.parametrize(
    ("when", "share"),
    [
        ({"recurs": "02-22"}, 1.0),
        ({"recurs": "03"}, 18 / 31),
        ({"days": Day.parse("2026-02")}, 12 / 28),
        ({"days": Day.parse("2026-03-17..2026-03-20")}, 1.0),
    ],
)
def test_a_month_is_no_occasion_that_lasts_a_month(when, share):
    (one,) = falling([occasion(**when)], FIRST, LAST)
    assert one.share == pytest.approx(share)


def test_a_custom_raises_its_own_act_in_its_own_direction_alone():
    ahead = falling([occasion(recurs="02-22", customs=["KOR ACCUSE JPN"])], FIRST, LAST)
    assert expected(move(), ahead).probability > 0.1
    others = [move(source="JPN", target="KOR"), move(type="REJECT"), move(target="CHN")]
    assert [expected(one, ahead) for one in others] == others


def test_the_weight_of_an_occasion_is_exact():
    ahead = falling([occasion(recurs="02-22", customs=["KOR ACCUSE JPN"])], FIRST, LAST)
    raised = expected(move(), ahead)
    (told,) = [reason for reason in raised.reasons if reason.kind == KIND]
    assert log_odds(raised.probability) - log_odds(0.1) == pytest.approx(told.weight)
    assert told.weight == pytest.approx(told.numbers["strength"])
    assert raised.rest == pytest.approx(0.0)
    assert raised.low <= raised.probability <= raised.high


def test_what_may_fall_outside_the_window_adds_less():
    sure = falling([occasion(recurs="03-10", customs=["KOR ACCUSE JPN"])], FIRST, LAST)
    perhaps = falling([occasion(recurs="03", customs=["KOR ACCUSE JPN"])], FIRST, LAST)
    plain, certain = move(), expected(move(), sure).probability
    mixed = expected(plain, perhaps).probability
    share = 18 / 31
    assert mixed == pytest.approx(share * certain + (1 - share) * plain.probability)


def test_those_who_attend_a_summit_meet_and_others_do_not():
    ahead = falling([occasion(kind="summit", actors=("KOR", "JPN"), recurs="03-01")], FIRST, LAST)
    meet = move(type="CONSULT")
    assert expected(meet, ahead).probability > meet.probability
    assert expected(move(type="CONSULT", target="CHN"), ahead).reasons == (PLAIN,)


def test_a_custom_without_direction_holds_both_ways():
    ahead = falling([occasion(recurs="03-01", customs=["KOR CONSULT JPN"])], FIRST, LAST)
    assert expected(move(source="JPN", type="CONSULT", target="KOR"), ahead).probability > 0.1


def test_a_band_that_reaches_an_end_stays_there():
    ahead = falling([occasion(recurs="02-22", customs=["KOR ACCUSE JPN"])], FIRST, LAST)
    raised = expected(move(low=0.0, high=1.0), ahead)
    assert (raised.low, raised.high) == (0.0, 1.0)


def test_a_reason_too_weak_for_the_list_still_counts():
    strong = tuple(Reason(kind="recurrence", weight=weight, numbers={}) for weight in (5.0, 4.0, 3.0, 2.0, 1.0))
    ahead = falling([occasion(recurs="02-22", customs=["KOR ACCUSE JPN"])], FIRST, LAST)
    raised = expected(replace(move(), reasons=strong), ahead)
    assert raised.reasons == strong
    assert raised.rest == pytest.approx(replace(move(), reasons=strong).rest + 0.7)


def test_where_the_log_odds_start_from_stays_listed_whatever_its_weight():
    start = (Reason(kind="base_rate", weight=-0.4, numbers={}), Reason(kind="coverage", weight=0.0, numbers={}))
    strong = tuple(Reason(kind="recurrence", weight=weight, numbers={}) for weight in (3.0, 2.0, 0.5, 0.4, 0.3))
    ahead = falling([occasion(recurs="02-22", customs=["KOR ACCUSE JPN"])], FIRST, LAST)
    kinds = [reason.kind for reason in expected(replace(move(), reasons=(*strong, *start)), ahead).reasons]
    assert kinds == ["recurrence", "recurrence", KIND, "recurrence", "recurrence", "base_rate", "coverage"]


CONFLICT = sorted(name for name, type in event_types().items() if type.quad and type.intensity < -3)


@pytest.mark.parametrize("month", range(1, 13))
def test_no_occasion_of_the_region_stands_for_an_act_of_force(month):
    """The negative control: exercises of the United States and South Korea do not raise what North Korea does."""
    calendar = merged("northeast_asia", "world").calendar
    ahead = falling(calendar, date(2026, month, 1), date(2026, month, 28))
    for source, target, type in product(("PRK", "CHN", "RUS"), ("KOR", "USA", "JPN"), CONFLICT):
        assert expected(move(source, type, target), ahead) == move(source, type, target)


def test_an_exercise_leaves_north_korea_alone_and_raises_the_exercise_itself():
    calendar = [one for one in merged("northeast_asia", "world").calendar if one.kind == "exercise"]
    ahead = falling(calendar, date(2026, 3, 1), date(2026, 3, 31))
    for type in event_types():
        assert expected(move("PRK", type, "KOR"), ahead) == move("PRK", type, "KOR")
    assert expected(move("USA", "COOPERATE", "KOR"), ahead).probability > 0.1


def test_as_json_says_what_falls_when():
    found = falling(merged("northeast_asia").calendar, date(2026, 2, 20), date(2026, 2, 23))
    one = next(one for one in found if one.occasion.id == "takeshima-day")
    assert one.as_json() == {
        "occasion": "takeshima-day",
        "kind": "memorial",
        "actors": ["JPN", "KOR"],
        "days": "2026-02-22",
        "share": 1.0,
    }
