"""The day to which a document's story has come: which dates carry it on, and which only pass by."""

from datetime import timedelta

from stateofplay.day import Day
from stateofplay.knowledge.fold import fold
from stateofplay.reading.dated import carries_on
from stateofplay.reading.happened import embedded, of_noun
from stateofplay.reading.lexicon import Lexicon
from stateofplay.reading.memory import Memory
from stateofplay.reading.scene import Scene
from stateofplay.reading.when import DayHit, find_days

_OPENING = 12
_NEAR = timedelta(days=200)
_MOMENT = 11
"""Days that a date may span to move the story on; a year named in passing does not."""
_GUESSED = timedelta(days=45)
"""How far a day may lie behind a reference that is only reckoned."""


_LATE = timedelta(days=3)
_FILED = timedelta(days=7)
"""How far from publication the day of a dateline may lie."""


def open_story(dateline: str, lexicon: Lexicon, memory: Memory) -> None:
    """Let the story begin on the day of its dateline."""
    if memory.lead is not None:
        return
    hits = find_days(fold(dateline, lexicon.language), lexicon.language, memory.reference, None)
    for hit in hits:
        if memory.published and hit.day.length == 1 and abs(hit.day.first - memory.published.first) <= _FILED:
            memory.day = memory.named = memory.lead = memory.reference = hit.day
            memory.filed = True


def carry_on(scene: Scene) -> None:
    """Take in the dates of a sentence that was read: the last one named, and the day to which the story has come."""
    moving = [hit for hit in scene.days if _moves(hit, scene.memory)]
    told = _story_days(scene) if moving else ()
    past = [hit.day for hit in moving if hit in told]
    if moving:
        scene.memory.named = moving[-1].day
    if past:
        scene.memory.day = past[-1]
        scene.memory.lead = _lead(past[0], scene.memory)
        scene.memory.filed = False
    scene.memory.ahead.clear()


def _lead(first: Day, memory: Memory) -> Day:
    """The day of the news: the first one told, a few days before the dateline's if need be, else the dateline's."""
    if memory.lead is None:
        return first
    just_before = memory.filed and timedelta() <= memory.lead.first - first.first <= _LATE
    return first if just_before else memory.lead


def _story_days(scene: Scene) -> tuple[DayHit, ...]:
    """The dates that carry the story on: not those of an aside, of what is to come, or told only of an earlier act."""
    settings, shapes = scene.sentence.lexicon.grammar.settings, scene.sentence.lexicon.grammar.shapes
    if scene.sentence.tokens is not None:
        return tuple(hit for hit in scene.days if hit.start not in scene.memory.ahead and carries_on(hit, scene))
    days = tuple(hit for hit in scene.days if hit.start not in scene.memory.ahead)
    if settings.get("date_first"):
        days = tuple(hit for hit in days if not _after_verb(hit, scene))
    if "date_of_noun" in settings:
        days = tuple(hit for hit in days if not of_noun(hit, scene))
    if "background" in settings and shapes["background"].search(scene.sentence.folded):
        return ()
    if "aside" not in settings:
        return days
    if shapes["aside"].search(scene.sentence.folded):
        return ()
    last = next(reversed(scene.acts), None)
    return tuple(hit for hit in days if last is None or not embedded(hit, last, scene))


def _after_verb(hit: DayHit, scene: Scene) -> bool:
    """Whether an act stands before the date in its clause: the date is told of something in its object."""
    first, _ = scene.sentence.clauses[scene.sentence.clause_at(hit.start)]
    return any(
        first <= act.head < hit.start and not act.noun and "的" not in scene.sentence.folded[act.head_end : hit.start]
        for act in scene.acts
    )


def _moves(hit: DayHit, memory: Memory) -> bool:
    """Whether a date moves the story: one that opens its sentence does; one far from the story only passes by."""
    if hit.loose or hit.day.length > _MOMENT or not _begun(hit.day, memory):
        return False
    now = memory.day or memory.reference
    return now is None or hit.start <= _OPENING or abs(hit.day.first - now.first) <= _NEAR


def _begun(day: Day, memory: Memory) -> bool:
    """Whether the day was not after the one from which the document reckons: the story has come to it."""
    if memory.reference is None:
        return True
    return day.first <= memory.reference.last + (timedelta() if memory.published else _GUESSED)
