"""The chart of a pair: the score of both directions over time as a drawing, and the table behind it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from stateofplay.board.board import Board
from stateofplay.board.relation import Point
from stateofplay.brief.phrasing import Phrasing
from stateofplay.brief.plot import Frame, months

_LABEL_GAP = 16.0


@dataclass(frozen=True, kw_only=True)
class Line:
    """A direction on the drawing: `side` is `out` for that of the pair as named, `back` for the other."""

    side: str
    source: str
    target: str
    path: str
    band: str
    label_y: float


@dataclass(frozen=True, kw_only=True)
class Row:
    """A line of the table: the scores on `day`, one for each line of the drawing."""

    day: date
    points: tuple[Point, ...]


@dataclass(frozen=True, kw_only=True)
class Chart:
    """The curve of both directions and the table behind it, the latest day first."""

    frame: Frame
    months: tuple[date, ...]
    lines: tuple[Line, ...]
    rows: tuple[Row, ...]


def chart_of(board: Board, pair: tuple[str, str], first: date, *, points: int) -> Chart | None:
    """The chart of `pair` from `first` to the day of the board, in at most `points` steps; None without an act."""
    ways = [(side, way) for side, way in (("out", pair), ("back", pair[::-1])) if board[way].count]
    if not ways:
        return None
    frame = Frame(left=44, top=12, width=790, height=270, first=first, last=board.on)
    curves = [board.curve(*way, first, board.on, points=points) for _, way in ways]
    heights = _apart([frame.y(curve[-1].score) for curve in curves])
    lines = tuple(
        _line(side, way, curve, frame, label_y=height)
        for (side, way), curve, height in zip(ways, curves, heights, strict=True)
    )
    return Chart(frame=frame, months=months(first, board.on), lines=lines, rows=_rows(curves))


def way(line: Line, phrasing: Phrasing) -> str:
    """The direction of a line as the head of its column: `South Korea → China`."""
    return phrasing.label("toward", source=phrasing.heading([line.source]), target=phrasing.heading([line.target]))


def begin(first_act: date | None, on: date, *, span: timedelta, lead: timedelta) -> date:
    """Where a curve begins: `lead` before the first act, or `span` before the day shown, whichever is later."""
    return max(on - span, min(first_act or on, on) - lead)


def _line(side: str, way: tuple[str, str], curve: tuple[Point, ...], frame: Frame, *, label_y: float) -> Line:
    return Line(
        side=side, source=way[0], target=way[1], path=frame.line(curve), band=frame.band(curve), label_y=label_y
    )


def _apart(heights: list[float]) -> list[float]:
    """Label heights moved apart where two would overlap."""
    if len(heights) < 2 or abs(heights[0] - heights[1]) >= _LABEL_GAP:
        return [height + 4 for height in heights]
    middle = sum(heights) / 2 + 4
    half = _LABEL_GAP / 2 if heights[0] > heights[1] else -_LABEL_GAP / 2
    return [middle + half, middle - half]


def _rows(curves: Sequence[tuple[Point, ...]]) -> tuple[Row, ...]:
    """The last point of each month, the latest first."""
    months_seen: dict[tuple[int, int], tuple[Point, ...]] = {}
    for points in zip(*curves, strict=True):
        months_seen[points[0].on.year, points[0].on.month] = points
    return tuple(Row(day=points[0].on, points=points) for points in reversed(months_seen.values()))
