"""A change shows the sentence that reports it, and its parts say what they are."""

from datetime import date

import pytest

from stateofplay.board.change import Changes, Driver
from stateofplay.day import Day
from stateofplay.reading.statement import EventClaim, Statement, Status
from stateofplay.record.event import Event


def telling(status, quote):
    return Statement(
        document="d",
        path="p",
        start=0,
        end=len(quote),
        quote=quote,
        language="en",
        status=Status(status),
        claim=EventClaim(type="CONSULT", source=("KOR",), target=("JPN",)),
        reader="hand/1",
        confidence=0.9,
    )


def driver(*tellings):
    event = Event(
        id="e1",
        type="CONSULT",
        source=("KOR",),
        target=("JPN",),
        happened=Day.parse("2025-08-23"),
        status=Status.OCCURRED,
        tellings=tellings,
        publishers=("",),
        why=("",) * len(tellings),
    )
    return Driver(event=event, before=0.25, after=1.0, how="grew", tellings=tellings)


@pytest.mark.parametrize(
    ("tellings", "shown"),
    [
        ([("planned", "They will."), ("occurred", "They did.")], "They did."),
        ([("denied", "They did not."), ("ongoing", "They do.")], "They do."),
        ([("planned", "They will."), ("denied", "They did not.")], "They will."),
    ],
)
def test_the_telling_to_show_is_the_first_that_reports(tellings, shown):
    assert driver(*(telling(*one) for one in tellings)).telling.quote == shown


def test_a_driver_says_by_how_much_and_by_which_statements():
    one = driver(telling("planned", "They will."), telling("occurred", "They did."))
    shown = one.as_json()
    assert (one.change, shown["change"], shown["how"]) == (0.75, 0.75, "grew")
    assert shown["statements"] == [said.id for said in one.tellings]
    assert shown["quote"] == "They did."


def test_events_are_read_once_and_only_when_asked_for():
    asked = []
    changes = Changes(
        since=date(2025, 1, 1),
        on=date(2025, 2, 1),
        known=None,
        relations=(),
        promises=(),
        positions=(),
        disagreements=(),
        told=("e1",),
        read=lambda: asked.append(1) or (),
    )
    assert (changes.moved, asked) == ((), [])
    assert (changes.events, changes.events, asked) == ((), (), [1])
