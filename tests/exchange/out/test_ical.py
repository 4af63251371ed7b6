"""iCalendar: lines of at most 75 octets that cut no character, all-day events that end the day after."""

from datetime import date

import icalendar
from hypothesis import given
from hypothesis import strategies as st

from stateofplay.exchange.out.ical import folded, write_ical


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=300))
def test_folding_cuts_no_character_and_unfolds_to_the_same(text):
    lines = folded(text).removesuffix("\r\n").split("\r\n ")
    assert "".join(lines) == text
    # The blank that leads a later line in counts among its octets.
    assert all(len(line.encode()) + (number > 0) <= 75 for number, line in enumerate(lines))


def events(selection):
    calendar = icalendar.Calendar.from_ical("".join(write_ical(selection)))
    return {event["UID"]: event for event in calendar.walk("VEVENT")}


def test_days_are_whole_days_and_a_month_ends_on_the_first_of_the_next(select):
    ends = {(e["DTSTART"].dt.isoformat(), e["DTEND"].dt.isoformat()) for e in events(select()).values()}
    assert ("2025-08-23", "2025-08-24") in ends
    assert ("2025-08-01", "2025-09-01") in ends


def test_a_plan_is_tentative_and_a_denied_act_cancelled(select):
    found = {str(event["STATUS"]) for event in events(select()).values()}
    assert found == {"CONFIRMED", "TENTATIVE", "CANCELLED"}


def test_an_event_told_again_keeps_its_uid_and_counts_on(select):
    early, late = events(select(known=date(2025, 8, 24))), events(select())
    assert set(early) <= set(late)
    assert all(int(late[uid]["SEQUENCE"]) >= int(event["SEQUENCE"]) for uid, event in early.items())
