"""The drawing of a calibration: on the diagonal where stated is happened, larger where many are, never out of frame."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from stateofplay.app.web.reliability_plot import SIDE, panel, panels
from stateofplay.forecast.reliability import marks_of


def bins(*told):
    return marks_of(np.array([p for p, _ in told]), np.array([float(came) for _, came in told])).bins


def test_what_is_stated_as_it_happens_stands_on_the_diagonal():
    found = panel(bins((0.5, 1), (0.5, 0)), left=56.0, most=1.0)
    (dot,) = found.dots
    assert dot.x - found.left == found.bottom - dot.y == SIDE / 2
    assert dot.high < dot.y < dot.low


def test_more_forecasts_make_a_larger_dot():
    many, few = panel(bins(*[(0.25, 0)] * 9, (0.95, 1)), left=0.0, most=1.0).dots
    assert many.radius > few.radius


def test_the_zoom_is_there_only_where_something_stands_low():
    assert len(panels(bins((0.5, 1)), 0.1)) == 1
    whole, zoom = panels(bins((0.5, 1), (0.02, 0)), 0.1)
    assert (len(whole.dots), len(zoom.dots)) == (2, 1)
    assert zoom.left > whole.right
    assert [round(share, 3) for share, _, _ in zoom.ticks] == [0, 0.02, 0.04, 0.06, 0.08, 0.1]


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=1, max_size=40))
def test_nothing_stands_outside_its_square(told):
    for one in panels(bins(*told), 0.1):
        for dot in one.dots:
            assert one.left <= dot.x <= one.right
            assert one.top <= dot.high <= dot.low + 1e-6
            assert one.top <= dot.y <= one.bottom
