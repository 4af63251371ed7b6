"""When an act happened: the date told with it, else that of the sentence, else that of the story so far."""

from stateofplay.day import Day
from stateofplay.reading.act import Act
from stateofplay.reading.scene import Scene
from stateofplay.reading.statement import Status
from stateofplay.reading.when import DayHit

_REAL = (Status.OCCURRED, Status.ONGOING)


def find_day(act: Act, status: Status, scene: Scene) -> Day | None:
    """The days of `act`; None where neither text nor document tells. What occurred is capped at publication."""
    near = _near(act, status, scene)
    if near:
        day: Day | None = min(near, key=lambda hit: abs(hit.start - act.head)).day
    else:
        day = scene.memory.day if status is Status.OCCURRED and not act.noun else None
    published = scene.memory.published
    if day is None or published is None or status is not Status.OCCURRED:
        return day
    return day.capped(published.last)


def _near(act: Act, status: Status, scene: Scene) -> list[DayHit]:
    """Dates of the act's clause, else the last before it, else (of what is real) the first after it."""
    first, last = scene.sentence.clauses[scene.sentence.clause_at(act.head)]
    inside = [hit for hit in scene.days if first <= hit.start < last]
    before = [hit for hit in scene.days if hit.start < first][-1:]
    after = [hit for hit in scene.days if hit.start >= last][:1] if status in _REAL else []
    return inside or before or after
