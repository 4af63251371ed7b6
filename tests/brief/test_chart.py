"""The chart: both directions, a table that says the same, and no curve where nobody acted."""

from datetime import date, timedelta

from stateofplay.board.board import board_of
from stateofplay.brief.chart import begin, chart_of, way
from stateofplay.brief.phrasing import phrasing

FIRST, ON = date(2025, 10, 1), date(2026, 2, 1)


def test_the_table_has_the_last_point_of_each_month(record):
    chart = chart_of(board_of(record, ON), ("KOR", "CHN"), FIRST, points=400)
    assert [row.day for row in chart.rows] == [
        date(2026, 2, 1), date(2026, 1, 31), date(2025, 12, 31), date(2025, 11, 30), date(2025, 10, 31),
    ]  # fmt: skip
    board = board_of(record, ON)
    assert [round(point.score, 9) for point in chart.rows[0].points] == [
        round(board["KOR", "CHN"].score, 9),
        round(board["CHN", "KOR"].score, 9),
    ]


def test_labels_do_not_overlap(record):
    one, other = chart_of(board_of(record, ON), ("KOR", "CHN"), FIRST, points=100).lines
    assert (one.side, other.side) == ("out", "back")
    assert abs(one.label_y - other.label_y) >= 16


def test_one_direction_is_one_line_and_none_no_chart(record):
    board = board_of(record, ON)
    assert [line.source for line in chart_of(board, ("CHN", "USA"), FIRST, points=9).lines] == ["USA"]
    assert chart_of(board, ("BRA", "PER"), FIRST, points=9) is None


def test_a_column_is_headed_by_its_direction(record):
    line = chart_of(board_of(record, ON), ("KOR", "CHN"), FIRST, points=9).lines[0]
    assert way(line, phrasing("zh-Hant")) == "南韓 → 中國"


def test_a_curve_begins_before_the_first_act_but_not_too_long_ago():
    span, lead = timedelta(days=100), timedelta(days=14)
    assert begin(date(2026, 1, 15), ON, span=span, lead=lead) == date(2026, 1, 1)
    assert begin(date(2020, 1, 1), ON, span=span, lead=lead) == ON - span
    assert begin(None, ON, span=span, lead=lead) == ON - lead
    assert begin(date(2027, 1, 1), ON, span=span, lead=lead) == ON - lead
