"""The ledger of our own forecasts: each is decided by its own rule and events of the record, and by nothing else."""

from datetime import date

import pytest

from stateofplay.forecast.ledger import Entry, entries_of, rule_of
from tests.forecast.foretelling import DAY, entry, issued

LISTENED = ("2025-09-03", "2025-09-09", "2025-09-12")
AFTER = date(2025, 12, 31)


@pytest.fixture
def became(record, told):
    """`became(forecast, event, …, on=…)`: the forecast's entry in a record that listened and knows these events."""

    def decided(one, *events, on=AFTER, known=None, listened=LISTENED):
        pages = [told.reading(told.event("CONSULT", "CHN", "RUS", day), published=day) for day in listened]
        pages += [told.reading(event, published=published) for event, published in events]
        record.add(pages, recorded_at=told.recorded_at)
        (found,) = entries_of(record, [one], on=on, known=known, region="northeast_asia")
        return found

    return decided


def sanction(told, day="2025-09-05", published="2025-09-06", who=("KOR", "JPN"), type="SANCTION"):
    return told.event(type, *who, day), published


def test_it_came_true_by_an_event_of_its_type_with_the_sentence_that_tells_it(became, told):
    found = became(issued(0.3), sanction(told))
    assert (found.outcome.status, found.settled, found.brier) == ("came-true", 1.0, pytest.approx(0.49))
    assert found.outcome.resolved == date(2025, 9, 5)
    assert len(found.outcome.evidence) == 1


@pytest.mark.parametrize(
    "other",
    [
        {"day": "2025-09-01"},
        {"day": "2025-09-09"},
        {"who": ("JPN", "KOR")},
        {"who": ("KOR", "USA")},
        {"type": "COERCE"},
    ],
    ids=["its own day", "too late", "other way", "other target", "type near it"],
)
def test_nothing_else_makes_it_true(became, told, other):
    found = became(issued(0.3), sanction(told, **other))
    assert (found.outcome.status, found.brier) == ("did-not", pytest.approx(0.09))


def test_who_is_named_first_makes_no_difference_to_a_meeting(became, told):
    assert became(issued(type="CONSULT"), sanction(told, who=("JPN", "KOR"), type="CONSULT")).settled == 1.0


def test_the_silence_of_the_record_decides_nothing(became):
    silent = became(issued(), listened=LISTENED[:1])
    assert (silent.outcome.status, silent.settled, silent.brier) == ("open", None, None)
    assert "no document published since" in silent.outcome.why[0]


def test_it_is_open_until_its_last_day_is_over_and_no_later_report_changes_what_was_known(became, told):
    late = sanction(told, published="2025-10-20")
    assert became(issued(), on=date(2025, 9, 8)).outcome.status == "open"
    assert became(issued(), late, on=date(2025, 9, 8)).settled is None
    assert became(issued(), late, known=date(2025, 10, 19)).outcome.status == "did-not"
    assert became(issued(), late).outcome.status == "came-true"


def test_deciding_twice_gives_the_same(became, record):
    first = became(issued())
    assert entries_of(record, [issued()], on=AFTER, known=None, region="northeast_asia") == (first,)


def test_its_rule_is_of_its_type_alone_and_from_the_day_after(became):
    rule = rule_of(issued(type="CONCEDE"))
    assert rule.types == ("CONCEDE",)
    assert (rule.first - DAY).days == 1
    assert (rule.last - DAY).days == 7
    assert not rule.mutual


def test_an_entry_is_ready_for_json(became, told):
    found = became(issued(0.3), sanction(told)).as_json()
    assert (found["status"], found["resolved"], found["brier"]) == ("came-true", "2025-09-05", 0.49)
    assert found["rule"]["to"] == "2025-09-08"
    assert found["within"] == 7
    assert entry(closed=False).as_json()["brier"] is None
    assert isinstance(entry(), Entry)
