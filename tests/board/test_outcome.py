"""Outcomes of rules that no document told: decided by events of the record, and by nothing where it did not listen."""

from datetime import date

from stateofplay.board.foretold import Rule
from stateofplay.board.outcome import outcomes_of
from stateofplay.knowledge.region import merged

OTHERS, MUCH_LATER = ("2025-09-03", "2025-09-12"), date(2026, 1, 31)
REGION = merged("northeast_asia", "world")


def rule(type="SANCTION", source="USA", target="KOR", first=date(2025, 9, 2), last=date(2025, 9, 8), mutual=False):
    return Rule(types=(type,), source=(source,), target=(target,), mutual=mutual, first=first, last=last)


def became(record, *rules, on="2025-12-31", known=None):
    return outcomes_of(record, rules, date.fromisoformat(on), known, region=REGION)


def test_each_rule_has_its_own_outcome_in_the_order_asked(record, told):
    met_by = told.reading(told.event("SANCTION", "USA", "KOR", "2025-09-05"), published="2025-09-06")
    others = [told.reading(told.event("CONSULT", "CHN", "RUS", day), published=day) for day in OTHERS]
    record.add([met_by, *others], recorded_at=told.recorded_at)
    over, late = rule(last=date(2025, 9, 1)), rule(source="JPN", first=date(2025, 9, 7), last=date(2025, 9, 9))
    met, missed, unheard, void, longer = became(record, rule(), rule(source="JPN"), late, over, rule(last=MUCH_LATER))
    assert (met.status, met.resolved) == ("came-true", date(2025, 9, 5))
    assert met.evidence == (met_by.statements[0].id,)
    assert {event.id: event.type for event in record.events()}[met.event] == "SANCTION"
    assert (missed.status, missed.evidence) == ("did-not", ())
    assert "none of 3 documents" in missed.why[0]
    assert unheard.status == "open"
    assert "only 1 documents" in unheard.why[0]
    assert void.status == "void"
    assert (longer.event, longer.closed, met.closed) == (met.event, False, True)
    assert not any(one.closed for one in (unheard, void))
    assert missed.closed


def test_no_rule_has_no_outcome_and_an_empty_record_decides_nothing(record):
    assert became(record) == ()
    (one,) = became(record, rule())
    assert one.status == "open"
    assert "no document published since" in one.why[0]


def test_what_came_true_is_closed_only_when_it_might_also_have_failed(record, told):
    event = told.event("SANCTION", "USA", "KOR", "2025-09-05")
    record.add([told.reading(event, published="2025-09-06")], recorded_at=told.recorded_at)
    (early,), (unheard,) = became(record, rule(), on="2025-09-07"), became(record, rule())
    assert (early.status, early.closed) == (unheard.status, unheard.closed) == ("came-true", False)
