"""Calibration: bands of a tenth, the last one closed."""

import pytest

from stateofplay.reading.evaluation.calibration import calibration, calibration_error
from stateofplay.reading.evaluation.pairing import paired


def bands(mark, *stated):
    """Bands of statements (confidence, right)."""
    gold = [mark(span=(20 * n, 20 * n + 5)) for n in range(len(stated))]
    read = [
        mark(span=(20 * n, 20 * n + 5), type="CONSULT" if right else "ACCUSE", confidence=confidence)
        for n, (confidence, right) in enumerate(stated)
    ]
    return calibration(paired(gold, read), "event")


def test_of_statements_at_a_confidence_so_many_were_right(mark):
    (low, high) = bands(mark, (0.72, True), (0.78, False), (0.9, True), (1.0, True))
    assert (low.low, low.read, low.stated, low.share("type"), low.share("place")) == (0.7, 2, 0.75, 0.5, 1.0)
    assert (high.low, high.read, high.share("date")) == (0.9, 2, 1.0)
    assert high.as_json()["to"] == 1.0


@pytest.mark.parametrize(("stated", "low"), [(0.0, 0.0), (0.3, 0.3), (0.7, 0.7), (0.6999, 0.6)])
def test_a_band_begins_at_its_tenth(mark, stated, low):
    assert [band.low for band in bands(mark, (stated, True))] == [low]


def test_the_error_is_the_mean_distance(mark):
    assert calibration_error(bands(mark, (0.8, True), (0.8, False)), "type") == pytest.approx(0.3)
    assert calibration_error((), "type") == 0.0


def test_what_states_no_confidence_is_left_out(mark):
    assert calibration(paired([mark()], [mark()]), "event") == ()
