"""Reach: what an act of a verb-last language can take, apart from what predicates inside its clause take."""

import re
from dataclasses import dataclass

from stateofplay.reading.act import Act
from stateofplay.reading.complement import quote_before
from stateofplay.reading.mention import AGENT, OBJECT, PARTNER, PLACE, SUBJECT, TARGET, Case, Mention
from stateofplay.reading.quoted import done_by_another, speaker_outside, speaks_itself
from stateofplay.reading.scene import Scene
from stateofplay.reading.sentence import Sentence
from stateofplay.reading.tail import Tail

_COMMA = re.compile("[、,]")
_GAP = 4
"""Characters that may stand between a clause and the name that it modifies."""
_OBLIQUE = frozenset({TARGET, PARTNER, OBJECT, PLACE, AGENT})


@dataclass(frozen=True, kw_only=True)
class Sides:
    """The mentions on both sides of an act, how the source was found, and whether the act is told in the passive."""

    source: Mention | None
    target: Mention | None
    how: str
    passive: bool


@dataclass(frozen=True, kw_only=True)
class Reach:
    """What an act can take: mentions of its own, those of predicates told inside its clause, and those around it."""

    own: tuple[Mention, ...]
    embedded: tuple[Mention, ...]
    quoted: tuple[Mention, ...]
    places: tuple[Mention, ...]
    unnamed: bool
    reaction: Mention | None
    head: Mention | None
    topic: Mention | None
    before: Mention | None


def reach_of(act: Act, tail: Tail, scene: Scene) -> Reach:
    """What `act` can take, whose predicate ends in `tail`."""
    sentence = scene.sentence
    first, _ = act.bounds
    level = sentence.quote_at(act.head)
    taken = quote_before(act, sentence) if level < 0 else first
    left = [m for m in scene.mentions if m.end <= act.head_end and sentence.quote_at(m.start) == level]
    here = [m for m in left if m.start >= first]
    own, embedded = _parted(here, act, sentence)
    topics = [m for m in left if m.topic]
    speaker = speaker_outside(act, scene)
    if len(topics) > 1 and _reported(topics[-1], act, sentence):
        topics = topics[:1]
    itself = speaks_itself(act, scene, topic=bool(topics))
    unnamed = not topics and not itself and done_by_another(act, scene)
    if speaker is not None and (itself or not (topics or unnamed)):
        topics = [speaker]
    return Reach(
        own=own,
        embedded=embedded,
        quoted=tuple(
            m
            for m in scene.mentions
            if min(first, taken) <= m.start < act.head and sentence.quote_at(m.start) not in (-1, level)
        ),
        places=tuple(m for m in left if m.start < first) if act.frame == "domestic" or act.type == "COERCE" else (),
        unnamed=unnamed,
        reaction=_reaction(act, scene),
        head=_head(tail, scene) if tail.modifies else None,
        topic=_carried(act, tail, left, scene) or (topics[-1] if topics else None),
        before=next((m for m in reversed(left) if m.start < first and _leads(m, sentence)), None),
    )


def _reported(topic: Mention, act: Act, sentence: Sentence) -> bool:
    """Whether a later topic is only that of what was reported before the act (그 나라는 정당성이 없다면서)."""
    shape = sentence.lexicon.grammar.shapes["report_end"]
    return shape is not None and shape.search(sentence.folded[topic.end : act.start]) is not None


def _carried(act: Act, tail: Tail, left: list[Mention], scene: Scene) -> Mention | None:
    """The subject of the clause before, where the act only goes on inside what the topic says or meets.

    필리핀은 중국 배가 물대포를 쏜 뒤 들이받았다고 밝혔다: it is the Chinese ship that rams.
    """
    sentence = scene.sentence
    shape = sentence.lexicon.grammar.shapes["embeds"]
    topics = [m for m in left if m.topic]
    at = act.clause
    if shape is None or not topics:
        return None
    acts_too = sentence.lexicon.grammar.shapes["says_and_acts"].search(sentence.folded[: sentence.clauses[at][0]])
    if not acts_too and not shape.match(sentence.folded[act.head_end - 1 : tail.end + 8]):
        return None
    if at == 0 or sentence.quote_at(act.head) != sentence.quote_at(sentence.clauses[at][0] - 1):
        return None
    first, last = sentence.clauses[at - 1]
    plain = [m for m in left if m.case is SUBJECT and not m.topic and first <= m.start < last]
    return plain[-1] if plain and plain[-1].start > topics[-1].end else None


def _leads(mention: Mention, sentence: Sentence) -> bool:
    """Whether a mention is the subject of its clause, not only of one that describes a noun in it."""
    if mention.case is not SUBJECT or not sentence.lexicon.grammar.settings.get("leading"):
        return mention.case is SUBJECT
    _, last = sentence.clauses[sentence.clause_at(mention.start)]
    return mention.topic or not any(mention.end < at < last - 1 for at in sentence.joints)


def _parted(here: list[Mention], act: Act, sentence: Sentence) -> tuple[tuple[Mention, ...], tuple[Mention, ...]]:
    """The mentions of the act itself and those of predicates that end between them and the act."""
    taken: set[tuple[int, Case]] = set()
    own: list[Mention] = []
    embedded: list[Mention] = []
    for mention in reversed(here):
        joints = (at for at in reversed(sentence.joints) if mention.end < at <= act.head)
        if mention.case is SUBJECT and not any(m.case is SUBJECT and m.end < mention.start for m in here):
            joints = (at for at in joints if not sentence.through(at))
        joint = next(joints, None)
        one_subject = "two_subjects" in sentence.lexicon.grammar.settings
        if joint is not None and one_subject:
            joint = _first_joint(mention, sentence)
        if (
            joint is not None
            and mention.case is not SUBJECT
            and _COMMA.search(sentence.folded, mention.end, _first_joint(mention, sentence)) is not None
        ):
            joint = None
        key = (joint or -1, mention.case)
        comma = _COMMA.search(sentence.folded, mention.end, mention.end + 4) is not None
        if mention.case is PLACE and mention.start <= 2:
            joint = None
        second = mention.case is SUBJECT and one_subject
        if joint is None or mention.topic or comma or (key in taken and (second or mention.case in _OBLIQUE)):
            own.append(mention)
        else:
            taken.add(key)
            embedded.append(mention)
    return tuple(reversed(own)), tuple(reversed(embedded))


def _first_joint(mention: Mention, sentence: Sentence) -> int:
    """Where the first predicate ends after the mention."""
    return next((at for at in sentence.joints if mention.end < at), len(sentence.folded))


def _reaction(act: Act, scene: Scene) -> Mention | None:
    """Who reacts to the act in the next clause, where the ending says that it is a reaction (하자)."""
    sentence = scene.sentence
    shape = sentence.lexicon.grammar.shapes["reaction"]
    first, last = act.bounds
    if shape is None or not shape.search(sentence.folded[first:last]):
        return None
    return next((m for m in scene.mentions if m.start >= last and m.case is SUBJECT), None)


def _head(tail: Tail, scene: Scene) -> Mention | None:
    """The mention that the clause modifies: the first right after it, or after a person's name that is not known."""
    level = scene.sentence.quote_at(tail.end)
    near = (m for m in scene.mentions if _right_after(tail.end, m, scene.sentence))
    near = (m for m in near if not _marked_before(m, scene.sentence))
    found = next((m for m in near if scene.sentence.quote_at(m.start) == level), None)
    return None if found is not None and _other_noun(tail.end, found.start, scene.sentence) else found


def _right_after(at: int, mention: Mention, sentence: Sentence) -> bool:
    """Whether a mention opens at `at`, or behind the given names of a person (방한한 리차드 말스 호주 부총리)."""
    if 0 <= mention.start - at <= _GAP:
        return True
    shape = sentence.lexicon.grammar.shapes["named_head"]
    return shape is not None and shape.fullmatch(sentence.folded, at, max(at, mention.start)) is not None


def _other_noun(first: int, last: int, sentence: Sentence) -> bool:
    """Whether a noun with a mark of its own stands between, which the clause modifies instead (掌握した将軍らが中国の).

    Not a topic, whom what follows may tell (仲介したのは米国だ).
    """
    marks = (hit for hit in sentence.cues_of("case") if first < hit.start and hit.end <= last)
    marks = (hit for hit in marks if sentence.folded[hit.start - 1] != " ")
    return any(hit.cue.side == "after" and hit.cue.value not in ("genitive", "topic") for hit in marks)


def _marked_before(mention: Mention, sentence: Sentence) -> bool:
    """Whether a mark right before the mention makes it whom something is against, not its own noun (対イラン制裁)."""
    return any(hit.end == mention.start and hit.cue.side == "before" for hit in sentence.cues_of("case"))


def is_forum(mention: Mention, act: Act) -> bool:
    """Whether an organisation is but the court or body before which somebody is taken."""
    return mention.use == "organisation" and (act.concept == "sue" or act.concept.endswith("+lawsuit"))


def together(mention: Mention, sentence: Sentence) -> bool:
    """Whether an act is done together with the one named (米国とともに): not to him, unless it takes two."""
    marks = tuple(sentence.lexicon.grammar.settings.get("company", ()))
    return bool(marks) and sentence.folded.startswith(marks, mention.end)


def reacted_to(subject: Mention, last: int, sentence: Sentence) -> bool:
    """Whether somebody only does what others react to before `last` (中国が…進めたことを受け、…反対した)."""
    shape = sentence.lexicon.grammar.shapes["reacts_to"]
    joints = (at for at in sentence.joints if subject.end < at <= last)
    return shape is not None and any(shape.match(sentence.folded, at) for at in joints)
