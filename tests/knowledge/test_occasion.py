"""Occasions: every year's and single ones."""

import pytest

from stateofplay.day import Day
from stateofplay.knowledge.occasion import Custom, Occasion
from stateofplay.knowledge.region import region


def _occasion(**fields: object) -> Occasion:
    return Occasion(id="x", titles=(), kind="summit", actors=("KOR",), **fields)  # type: ignore[arg-type]


def test_a_recurring_day_or_month_falls_in_every_year() -> None:
    assert _occasion(recurs="08-15").falls(2025) == Day.parse("2025-08-15")
    assert _occasion(recurs="03").falls(2026) == Day.month(2026, 3)


def test_a_single_occasion_falls_in_its_year_only() -> None:
    days = Day.parse("2025-10-31..2025-11-01")
    assert (_occasion(days=days).falls(2025), _occasion(days=days).falls(2026)) == (days, None)


@pytest.mark.parametrize(
    "fields", [{}, {"recurs": "08-15", "days": Day.year(2025)}, {"recurs": "15-08"}, {"recurs": "02-29"}]
)
def test_an_occasion_recurs_or_has_its_days(fields: dict[str, object]) -> None:
    with pytest.raises(ValueError):
        _occasion(**fields)


def test_the_calendar_of_the_region_knows_its_summits_and_memorials() -> None:
    days = {occasion.id: occasion.falls(2025) for occasion in region("northeast_asia").calendar}
    assert days["apec-2025-gyeongju"] == Day.parse("2025-10-31..2025-11-01")
    assert days["korean-liberation-day"] == Day.parse("2025-08-15")
    assert days["apec-2026-shenzhen"] is None
    titled = next(occasion for occasion in region("northeast_asia").calendar if occasion.id == "nk-founding-day")
    assert titled.title("ko") == "북한 정권수립일"


def test_a_custom_says_who_does_what_toward_whom() -> None:
    assert Custom.parse("KOR ACCUSE JPN") == Custom(source="KOR", type="ACCUSE", target="JPN")
    with pytest.raises(ValueError, match="write KOR ACCUSE JPN"):
        Custom.parse("KOR ACCUSE")


def test_no_custom_of_the_region_is_an_act_of_north_korea_against_others() -> None:
    """The negative control: exercises do not raise provocations, and no date of the calendar may say so."""
    customs = [custom for occasion in region("northeast_asia").calendar for custom in occasion.customs]
    assert customs
    assert {custom.type for custom in customs if custom.source == "PRK"} <= {"SUPPORT"}
