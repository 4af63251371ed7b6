"""Quoted speech that tells: who speaks it, and whether what it tells is done by somebody it does not name."""

import re

from stateofplay.reading.act import Act
from stateofplay.reading.mention import FREE, MODIFIER, SUBJECT, Mention
from stateofplay.reading.scene import Scene

_PARTICLE = 3
_BARE = frozenset({FREE, MODIFIER})
_ENDS = " \"”’'…"
_SPOKEN = frozenset({"REQUEST", "ACCUSE", "THREATEN", "SUPPORT"})


def speaker_outside(act: Act, scene: Scene) -> Mention | None:
    """Who speaks the quote that holds `act`: the last topic before it, else the nearest subject outside; None outside.

    A quote is of its speaker also where the speaker is only named after it ("…"고 대변인이 말했다).
    """
    sentence = scene.sentence
    level = sentence.quote_at(act.head)
    if level < 0 or "quotes_tell" not in sentence.lexicon.grammar.settings:
        return None
    start, end = sentence.quotes[level]
    outside = [m for m in scene.mentions if sentence.quote_at(m.start) < 0 and m.case is SUBJECT]
    before = [m for m in outside if m.end <= start]
    topics = [m for m in before if m.topic]
    after = [m for m in outside if m.start >= end]
    found = topics[-1:] or before[-1:] or after[:1] or _opens_headline(start, end, scene)
    if not found and scene.memory.subject is not None:
        return scene.memory.subject
    return found[0] if found else None


def _opens_headline(start: int, end: int, scene: Scene) -> list[Mention]:
    """Who stands bare before a quote with which a headline ends (프랑스 총리 "독일과 협상 없다")."""
    text, first = scene.sentence.folded, scene.mentions[:1]
    if not first or first[0].case not in _BARE or first[0].end > start or text[end:].strip(_ENDS):
        return []
    return list(first) if not text[: first[0].start].strip() and scene.sentence.lexicon.grammar.spaced else []


def speaks_itself(act: Act, scene: Scene, *, topic: bool) -> bool:
    """Whether the act is what the speaker does in speaking (규탄한다, 보복하겠다); `topic`: the quote has one."""
    shape = scene.sentence.lexicon.grammar.shapes["quotes_tell"]
    inside = shape is not None and scene.sentence.quote_at(act.head) >= 0
    if not inside or (act.type in _SPOKEN and not topic):
        return inside
    return shape is not None and shape.match(scene.sentence.folded[act.head_end - 1 :]) is not None


def done_by_another(act: Act, scene: Scene) -> bool:
    """Whether the quote names a doer that is no known actor before the act (이 발언이 국제법을 위반했다)."""
    sentence = scene.sentence
    level = sentence.quote_at(act.head)
    shape = sentence.lexicon.grammar.settings.get("quote_doer")
    if level < 0 or shape is None:
        return False
    start = sentence.quotes[level][0]
    led = re.search(rf"(?:{shape})$", sentence.folded[:start])
    if led is not None and not any(m.start < start <= m.end + _PARTICLE for m in scene.mentions):
        return True
    marked = re.finditer(shape, sentence.folded[start : act.start])
    return any(not any(m.start < start + hit.end() <= m.end + 3 for m in scene.mentions) for hit in marked)
