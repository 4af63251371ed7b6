"""Our own forecasts in a terminal: the ledger with rule and evidence, scores with their numbers, few pairs without."""

from datetime import timedelta
from io import StringIO

import pytest
from rich.console import Console

from stateofplay.app.cli.ours import print_entries, print_issued, print_scores
from stateofplay.forecast.scoring import scores_of
from tests.forecast.foretelling import DAY, entry, issued


@pytest.fixture
def told():
    """A function from a printer and what it prints to the text."""

    def text(printer, *values):
        out = StringIO()
        printer(*values, Console(file=out, width=160))
        return out.getvalue()

    return text


def test_the_ledger_has_status_rule_evidence_and_why(told):
    shown = told(print_entries, [entry(0.62, True, replayed=True), entry(0.1, closed=False)])
    assert "came-true 2025-09-02  2025-09-01, replayed  62.0% (31%-81%)" in shown
    assert "SANCTION KOR → JPN, 2025-09-02..2025-09-08" in shown
    assert "told by s" in shown
    assert "open  2025-09-01  10.0%" in shown


def test_what_was_issued_stands_the_most_probable_first(told):
    shown = told(print_issued, [issued(0.1, type="AID", thin=True), issued(0.7)])
    assert shown.index("70.0%") < shown.index("10.0%")
    assert "thin" in shown


def test_scores_tell_n_the_naive_ones_and_how_much_better(told):
    entries = [entry(0.8 if n % 2 else 0.1, bool(n % 2), day=DAY + timedelta(days=n)) for n in range(30)]
    shown = told(print_scores, scores_of(entries))
    assert "30 of 30" in shown
    for name in ("ours", "base rate", "recurrence", "no change"):
        assert name in shown
    assert "KOR → JPN" in shown
    assert "better than base rate: Brier +92.6%" in shown
    assert "80.0%" in shown


def test_pairs_with_few_are_not_shown_and_nothing_settled_says_so(told):
    few = told(print_scores, scores_of([entry(0.8, True), entry(0.1, type="AID")]))
    assert "KOR → JPN" not in few
    assert "none settled" in told(print_scores, scores_of([entry(closed=False)]))
    assert "nothing was forecast" in told(print_scores, ())
