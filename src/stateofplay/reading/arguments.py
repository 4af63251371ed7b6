"""Arguments: who acts on whom in a language whose verb comes last, from particles and from how predicates end.

Reading back from the act, a mention belongs to the act unless another predicate ends between them; then it belongs to
that one, which takes one mention of each case. A topic belongs to the last predicate of its sentence, and to any
before it that names no subject of its own.
"""

import re
from dataclasses import dataclass

from stateofplay.reading.act import Act, quote_before
from stateofplay.reading.mention import Case, Mention
from stateofplay.reading.predicate import Tail, tail_of
from stateofplay.reading.quoted import done_by_another, speaker_outside, speaks_itself
from stateofplay.reading.scene import Scene
from stateofplay.reading.sentence import Sentence

_PHRASE = 14
"""Characters from an actor's name to the end of the phrase that it opens (中国の船2隻が)."""
_COMMA = re.compile("[、,]")
_OBLIQUE = frozenset({Case.TARGET, Case.PARTNER, Case.OBJECT, Case.PLACE, Case.AGENT})
_AGENTS = frozenset({Case.AGENT, Case.TARGET, Case.GENITIVE, Case.PLACE})
_OWNERS = frozenset({Case.GENITIVE, Case.MODIFIER, Case.AGENT, Case.TARGET, Case.PARTNER, Case.FREE})
_ATTACKED = frozenset({"ASSAULT", "SANCTION", "AID", "COERCE", "CONSULT", "ACCUSE", "SUPPORT", "RETREAT"})
_AT_PLACE = frozenset({"CONSULT", "MOBILIZE", "ASSAULT", "RETREAT", "PROTEST", "COERCE", "AID"})
_HOSTILE = frozenset({"COERCE", "ASSAULT", "SANCTION", "ACCUSE", "THREATEN"})
_SPEECH = frozenset({"ACCUSE", "REQUEST", "REJECT", "THREATEN"})
_HAPPENS = frozenset({"PROTEST", "TRANSITION"})
_TOWNS = frozenset({"capital", "city"})
_BY_ITSELF = frozenset({"military", "side", "seat", "person", "group", "pronoun", "home", "title", "organisation"})


@dataclass(frozen=True, kw_only=True)
class Sides:
    """The mentions on both sides of an act, how the source was found, and whether the act is told in the passive."""

    source: Mention | None
    target: Mention | None
    how: str
    passive: bool


@dataclass(frozen=True, kw_only=True)
class _Reach:
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


def find_sides(act: Act, scene: Scene) -> Sides:
    """Both sides of `act`, either of them None where nobody can be named."""
    tail = tail_of(act, scene.sentence)
    reach = _reach(act, tail, scene)
    if act.noun or _answered(act, reach, scene):
        return _of_noun(act, reach, scene)
    if _closes_headline(act, tail, scene.sentence) and (sides := _of_headline(act, reach, scene)) is not None:
        return sides
    if tail.passive and act.frame not in ("mutual", "domestic"):
        if tail.modifies and reach.head is None and not any(m.case in _AGENTS for m in reach.own):
            return Sides(source=None, target=None, how="only describes", passive=False)
        return _of_passive(act, reach, scene)
    source, how = _subject(act, tail, reach, scene)
    if _only_describes(act, tail, reach, how, scene.sentence) or _supposed(act, tail, reach, scene):
        return Sides(source=None, target=None, how=how, passive=False)
    if _idle(how, tail, reach):
        source = None
    mutual = act.frame == "mutual" and "earlier sentence" in how
    if mutual and (group := next((m for m in reversed(reach.own) if len(m.actors) > 1), None)) is not None:
        return Sides(source=group, target=None, how="subject", passive=False)
    target = _target(act, reach, source) or _answered_to(act, tail, source, reach.topic, scene)
    return Sides(source=source, target=target, how=how, passive=False)


def _closes_headline(act: Act, tail: Tail, sentence: Sentence) -> bool:
    """Whether the act is a bare noun with which a headline, or a part of one, ends (첫 정상회담…)."""
    return sentence.lexicon.grammar.spaced and tail.end == act.head_end and act.start == act.head


def _of_headline(act: Act, reach: _Reach, scene: Scene) -> Sides | None:
    """In a headline the first actor acts on the one named next to the act; None where particles mark them instead."""
    bare = [m for m in reach.own if m.case in (Case.MODIFIER, Case.GENITIVE, Case.FREE) and m.end <= act.start]
    if not bare or any(m.case is Case.SUBJECT for m in reach.own):
        return None
    first, _ = scene.sentence.clauses[scene.sentence.clause_at(act.head)]
    source = bare[0] if not scene.sentence.folded[first : bare[0].start].strip(" \"'“‘") else None
    target = next((m for m in reversed(reach.own) if m is not source and _other(m, source)), None)
    return Sides(source=source, target=target, how="subject", passive=False)


def _answered_to(act: Act, tail: Tail, source: Mention | None, topic: Mention | None, scene: Scene) -> Mention | None:
    """Whom an act of speech answers: who acted before it; whom a supposed deed would strike: who is named next."""
    others = [m for m in scene.mentions if _other(m, source) and scene.sentence.quote_at(m.start) < 0]
    if tail.status == "hypothetical" and act.type in ("ASSAULT", "SANCTION", "COERCE"):
        return next((m for m in others if m.start >= tail.end), None)
    if act.type == "COERCE" and topic is not None and _other(topic, source):
        return topic
    if act.type not in _SPEECH or source is None:
        return None
    earlier = [m for m in others if m.end <= act.start and m.case is Case.SUBJECT]
    if earlier:
        return earlier[-1]
    beside = [m for m in others if m.end <= act.start and m.case in (Case.OBJECT, Case.TARGET, Case.PARTNER)]
    if beside:
        return beside[-1]
    last = scene.memory.subject
    if scene.memory.counterpart(source.actors):
        return None
    return last if last is not None and _other(last, source) else None


def _answered(act: Act, reach: _Reach, scene: Scene) -> bool:
    """Whether the sentence goes on from an act that another did: 米国の空爆を受け、."""
    after = tuple(scene.sentence.lexicon.grammar.settings.get("answered", ()))
    before = [m for m in reach.own if m.end <= act.start]
    owned = bool(before) and (before[-1].case is Case.GENITIVE or len(before[-1].actors) > 1)
    if act.frame == "domestic" and tail_of(act, scene.sentence).passive:
        owned = True
    return owned and reach.head is None and scene.sentence.folded.startswith(after, act.head_end)


def _only_describes(act: Act, tail: Tail, reach: _Reach, how: str, sentence: Sentence) -> bool:
    """Whether a clause only says which thing is meant: goods that are traded (輸入する鉄鋼), what a place has."""
    if not tail.modifies or reach.head is not None:
        return False
    shape = sentence.lexicon.grammar.settings.get("kind_of")
    kind = shape is not None and re.compile(shape).match(sentence.folded, tail.end - 1) is not None
    return act.type == "COOPERATE" or how == "place" or kind


def _supposed(act: Act, tail: Tail, reach: _Reach, scene: Scene) -> bool:
    """Whether an act is only supposed, of nobody named, in what somebody says: the speaker is not who would do it."""
    if tail.status != "hypothetical" or any(m.case is Case.SUBJECT and not m.topic for m in reach.own):
        return False
    marks = tuple(scene.sentence.lexicon.grammar.settings.get("quotative", ()))
    later = (other for other in scene.acts if other.head > act.head and other.type in _SPEECH)
    return bool(marks) and any(scene.sentence.folded[: other.start].endswith(marks) for other in later)


def _idle(how: str, tail: Tail, reach: _Reach) -> bool:
    """Whether nobody is named for the act here: a clause that only describes a thing, or a wish of the writer's own."""
    if "earlier" not in how:
        return False
    return (tail.modifies and reach.head is None and not reach.own) or tail.status == "wished"


def _reach(act: Act, tail: Tail, scene: Scene) -> _Reach:
    sentence = scene.sentence
    first, _ = sentence.clauses[sentence.clause_at(act.head)]
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
    return _Reach(
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
    shape = sentence.lexicon.grammar.settings.get("report_end")
    return shape is not None and re.search(shape, sentence.folded[topic.end : act.start]) is not None


def _carried(act: Act, tail: Tail, left: list[Mention], scene: Scene) -> Mention | None:
    """The subject of the clause before, where the act only goes on inside what the topic says or meets.

    필리핀은 중국 배가 물대포를 쏜 뒤 들이받았다고 밝혔다: it is the Chinese ship that rams.
    """
    sentence = scene.sentence
    shape = sentence.lexicon.grammar.settings.get("embeds")
    topics = [m for m in left if m.topic]
    at = sentence.clause_at(act.head)
    if shape is None or not topics:
        return None
    acts_too = re.search(sentence.lexicon.grammar.settings["says_and_acts"], sentence.folded[: sentence.clauses[at][0]])
    if not acts_too and not re.match(shape, sentence.folded[act.head_end - 1 : tail.end + 8]):
        return None
    if at == 0 or sentence.quote_at(act.head) != sentence.quote_at(sentence.clauses[at][0] - 1):
        return None
    first, last = sentence.clauses[at - 1]
    plain = [m for m in left if m.case is Case.SUBJECT and not m.topic and first <= m.start < last]
    return plain[-1] if plain and plain[-1].start > topics[-1].end else None


def _leads(mention: Mention, sentence: Sentence) -> bool:
    """Whether a mention is the subject of its clause, not only of one that describes a noun in it."""
    if mention.case is not Case.SUBJECT or not sentence.lexicon.grammar.settings.get("leading"):
        return mention.case is Case.SUBJECT
    _, last = sentence.clauses[sentence.clause_at(mention.start)]
    return mention.topic or not any(mention.end < at < last - 1 for at in sentence.joints)


def _parted(here: list[Mention], act: Act, sentence: Sentence) -> tuple[tuple[Mention, ...], tuple[Mention, ...]]:
    """The mentions of the act itself and those of predicates that end between them and the act."""
    taken: set[tuple[int, Case]] = set()
    own: list[Mention] = []
    embedded: list[Mention] = []
    for mention in reversed(here):
        joints = (at for at in reversed(sentence.joints) if mention.end < at <= act.head)
        if mention.case is Case.SUBJECT:
            joints = (at for at in joints if not sentence.through(at))
        joint = next(joints, None)
        if (
            joint is not None
            and mention.case is not Case.SUBJECT
            and _COMMA.search(sentence.folded, mention.end, _first_joint(mention, sentence)) is not None
        ):
            joint = None
        key = (joint or -1, mention.case)
        comma = _COMMA.search(sentence.folded, mention.end, mention.end + 4) is not None
        if mention.case is Case.PLACE and mention.start <= 2:
            joint = None
        if joint is None or mention.topic or comma or (key in taken and mention.case in _OBLIQUE):
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
    shape = sentence.lexicon.grammar.settings.get("reaction")
    first, last = sentence.clauses[sentence.clause_at(act.head)]
    if shape is None or not re.search(shape, sentence.folded[first:last]):
        return None
    return next((m for m in scene.mentions if m.start >= last and m.case is Case.SUBJECT), None)


def _head(tail: Tail, scene: Scene) -> Mention | None:
    """The mention that the clause modifies: the first right after it."""
    level = scene.sentence.quote_at(tail.end)
    near = (m for m in scene.mentions if 0 <= m.start - tail.end <= 4 and not _marked_before(m, scene.sentence))
    return next((m for m in near if scene.sentence.quote_at(m.start) == level), None)


def _marked_before(mention: Mention, sentence: Sentence) -> bool:
    """Whether a mark right before the mention makes it whom something is against, not its own noun (対イラン制裁)."""
    return any(hit.end == mention.start and hit.cue.side == "before" for hit in sentence.cues_of("case"))


def _last(mentions: tuple[Mention, ...], *cases: Case) -> Mention | None:
    return next((m for m in reversed(mentions) if m.case in cases), None)


def _subject(act: Act, tail: Tail, reach: _Reach, scene: Scene) -> tuple[Mention | None, str]:
    marked = [m for m in reach.own if m.case is Case.SUBJECT]
    plain = [m for m in marked if not m.topic]
    if plain and not (marked[-1].topic and not tail.modifies):
        said = marked[0] if marked[0].topic and _quoting(act, tail, scene.sentence) else plain[-1]
        return said, "subject"
    speaker = None if plain else _speaker(reach, scene.sentence)
    if speaker is not None:
        return speaker, "subject"
    if not plain and reach.unnamed:
        return None, "a subject that is no actor"
    if not plain and reach.topic is not None and _stranger(act, scene, after=reach.topic.end):
        return None, "a subject that is no actor"
    if (
        tail.modifies
        and reach.head is not None
        and (act.frame == "domestic" or _object_told(act, reach, scene.sentence))
    ):
        return reach.head, "head of the relative clause"
    if reach.topic is not None and not (tail.modifies and reach.topic is reach.head):
        return reach.topic, "subject"
    signed = _signed(scene)
    if signed is not None:
        return signed, "subject"
    free = [m for m in reach.own if m.case is Case.FREE and m.end <= act.start]
    if free:
        return free[0], "subject"
    return _unmarked(act, reach, scene)


def _speaker(reach: _Reach, sentence: Sentence) -> Mention | None:
    """Who is told to speak or act by a mark of origin that a comma or topic follows: 外相から、…述べた."""
    marks = tuple(sentence.lexicon.grammar.settings.get("speaker_marks", ()))
    told = (m for m in reversed(reach.own) if m.case is Case.AGENT)
    return next((m for m in told if marks and sentence.folded.startswith(marks, m.end)), None)


def _quoting(act: Act, tail: Tail, sentence: Sentence) -> bool:
    """Whether the act takes up what is quoted before it (…と非難した), inside which others may be named."""
    marks = tuple(sentence.lexicon.grammar.settings.get("quotative", ()))
    told = sentence.folded[: act.start].endswith(marks) or sentence.folded[act.start : act.head_end].endswith(marks)
    says = act.type in _SPEECH or act.type == "SUPPORT" or act.takes == "swallow"
    return bool(marks) and says and not tail.modifies and told


def _signed(scene: Scene) -> Mention | None:
    """The actor that a headline names at its end, after a dash or an equals sign: …に抗議=日本政府."""
    if not scene.mentions or scene.mentions[-1].end < len(scene.sentence.folded.rstrip()):
        return None
    last = scene.mentions[-1]
    return last if scene.sentence.folded[: last.start].endswith(("=", "―", "－", "—")) else None


def _unmarked(act: Act, reach: _Reach, scene: Scene) -> tuple[Mention | None, str]:
    """Where no subject is marked: the subject of an embedded clause, the place or owner told, the last sentence's."""
    embedded = _last(reach.embedded, Case.SUBJECT)
    if embedded is not None:
        return embedded, "subject"
    stranger = _stranger(act, scene)
    if reach.before is not None and not stranger:
        return reach.before, "subject of an earlier clause"
    owner = _last(reach.own, Case.PLACE) or _last(reach.places, Case.PLACE)
    if owner is not None and act.type != "CONSULT":
        return owner, "place"
    owner = next((m for m in reach.own if m.case is Case.GENITIVE), None)
    if stranger:
        return (owner if act.type == "TRANSITION" else None), "a subject that is no actor"
    if scene.memory.subject is not None:
        return scene.memory.subject, "subject of an earlier sentence"
    return owner, "nearest owner"


def _object_told(act: Act, reach: _Reach, sentence: Sentence) -> bool:
    """Whether what the act is done to stands before it, so that the noun it modifies can only be its doer."""
    if act.start < act.head or _last(reach.own, Case.OBJECT, Case.TARGET, Case.PARTNER) is not None:
        return True
    before, after = sentence.folded[: act.head].rstrip(), sentence.folded[act.head_end :]
    marks = tuple(sentence.lexicon.grammar.settings.get("object_marks", ()))
    return before.endswith(marks) or after.startswith(marks)


def _target(act: Act, reach: _Reach, source: Mention | None) -> Mention | None:
    """Who the act is done to or with, by case; for acts of speech also whom its content names."""
    own = tuple(m for m in reach.own if _other(m, source) and not _forum(m, act))
    order = (Case.PARTNER, Case.TARGET) if act.frame == "mutual" else (Case.TARGET, Case.PARTNER)
    for case in order:
        found = _last(own, case)
        if found is not None:
            return found
    if reach.head is not None and reach.head is not source and _other(reach.head, source):
        return reach.head
    if act.frame == "mutual" and source is not None and len(source.actors) > 1:
        return None
    found = _last(own, Case.OBJECT) or _last(own, Case.AGENT) or _last(own, Case.GENITIVE, Case.MODIFIER, Case.FREE)
    if found is None and act.type in _AT_PLACE:
        found = _last(own, Case.PLACE)
    if found is None and (act.type in _SPEECH or act.type == "SANCTION" or act.takes == "swallow"):
        others = tuple(m for m in reach.embedded + reach.quoted if _other(m, source))
        content = tuple(m for m in own if m.case is Case.SUBJECT and not m.topic)
        found = _last(content + others, Case.SUBJECT) or _last(others, Case.AGENT, Case.GENITIVE, Case.MODIFIER)
        found = found or (others[-1] if others else None)
    if found is None and act.type in _HOSTILE and reach.topic is not None and source is not None:
        found = reach.topic if _other(reach.topic, source) and reach.topic.start < source.start else None
    if found is None and act.frame == "toward" and act.type != "MOBILIZE" and reach.reaction is not None:
        found = reach.reaction if _other(reach.reaction, source) else None
    if found is None and act.frame == "toward" and act.type != "MOBILIZE" and reach.before is not None:
        found = reach.before if _other(reach.before, source) and not reach.before.topic else None
    return found


def _forum(mention: Mention, act: Act) -> bool:
    """Whether an organisation is but the court or body before which somebody is taken."""
    return act.concept == "sue" and mention.use == "organisation"


def _stranger(act: Act, scene: Scene, after: int = 0) -> bool:
    """Whether the clause names a subject that is no known actor (시위대가, 2명이): nobody else may stand in for it."""
    sentence = scene.sentence
    shape = sentence.lexicon.grammar.settings.get("unknown_subject")
    first, _ = sentence.clauses[sentence.clause_at(act.head)]
    if shape is None:
        return False
    found = re.compile(shape).finditer(sentence.folded, max(first, after), act.start)
    return any(not _within(match.end(), act, scene) for match in found)


def aims_at_stranger(act: Act, scene: Scene) -> bool:
    """Whether the act names somebody as its target who is no known actor (周辺国に): fill in no other."""
    sentence = scene.sentence
    shape = sentence.lexicon.grammar.settings.get("unknown_target")
    if shape is None:
        return False
    first, _ = sentence.clauses[sentence.clause_at(act.head)]
    found = re.compile(shape).finditer(sentence.folded, first, act.head)
    return any(
        not any(_opens(m, match.start() + 1, sentence, "はがを、") for m in scene.mentions)
        and (
            sentence.folded[match.end() : match.end() + 1] == "、"
            or not any(match.end() < at <= act.head for at in sentence.joints)
        )
        for match in found
    )


def _opens(mention: Mention, end: int, sentence: Sentence, closing: str) -> bool:
    """Whether the noun phrase that ends at `end` is one that the mention opens: no `closing` mark stands between."""
    return mention.start < end <= mention.end + _PHRASE and not any(
        mark in sentence.folded[mention.end : end] for mark in closing
    )


def _within(end: int, act: Act, scene: Scene) -> bool:
    """Whether the subject that ends at `end` is a known actor's, or that of a predicate that ends before the act."""
    known = any(m.case is Case.SUBJECT and _opens(m, end - 1, scene.sentence, "がを") for m in scene.mentions)
    return known or any(end < at <= act.head for at in scene.sentence.joints)


def _other(mention: Mention, source: Mention | None) -> bool:
    return source is None or not set(mention.actors) <= set(source.actors)


def _of_passive(act: Act, reach: _Reach, scene: Scene) -> Sides:
    """The agent is marked by に, から or による, owns the noun, or is the state of the place; the subject suffers."""
    source = _last(reach.own, Case.AGENT) or _owner_beside(act, reach) or _last(reach.own, Case.TARGET)
    target = _sufferer(reach, source)
    place = _last(reach.own, Case.PLACE) or next((m for m in reach.own + reach.embedded if m.use in _TOWNS), None)
    if source is None and place is not None and (target is None or _other(place, target)):
        source = place
    if source is None and target is not None and act.type == "COERCE" and (target.person or target.role):
        return Sides(source=target, target=None, how="own state of the passive", passive=True)
    if target is None and _stranger(act, scene):
        inside = source or _last(reach.places, Case.PLACE) if act.type == "COERCE" else source
        return Sides(source=inside, target=None, how="agent of the passive, done to nobody named", passive=True)
    if source is None and target is None and act.type in _HOSTILE and scene.memory.dealings:
        return _as_before(act, scene)
    if target is None and scene.memory.subject is not None:
        target = scene.memory.subject
    return Sides(source=source, target=target, how="agent of the passive", passive=True)


def _as_before(act: Act, scene: Scene) -> Sides:
    """The sides of the latest dealings, for a hostile act suffered that names nobody: it goes on in their direction."""
    one, other = (
        Mention(start=act.head, end=act.head_end, actors=actors, use="pronoun") for actors in scene.memory.dealings[-1]
    )
    return Sides(source=one, target=other, how="sides of the latest dealings", passive=True)


def _owner_beside(act: Act, reach: _Reach) -> Mention | None:
    """Who owns the noun of what is suffered, right before it: 러시아의 공격을 받다."""
    owners = (m for m in reach.own if m.case is Case.GENITIVE)
    return next((m for m in owners if 0 <= act.head - m.end <= 3), None)


def _sufferer(reach: _Reach, source: Mention | None) -> Mention | None:
    """Who the passive act is done to: its subject, the noun it modifies, the owner of an unnamed subject, the topic."""
    plain = [m for m in reach.own if m.case is Case.SUBJECT and m is not source and not m.topic]
    if plain:
        return plain[-1]
    owners = [m for m in reach.own + reach.embedded if m.case in (Case.GENITIVE, Case.MODIFIER) and m is not source]
    return reach.head or reach.topic or (owners[-1] if owners else _last(reach.own, Case.FREE))


def _of_noun(act: Act, reach: _Reach, scene: Scene) -> Sides:
    """An act told as a noun: those who own it in its noun phrase (米国の制裁, イランへの制裁, ウクライナ侵攻)."""
    remark = scene.sentence.lexicon.grammar.settings.get("remark")
    if remark is not None and re.compile(remark).match(scene.sentence.folded, act.head_end):
        return Sides(source=None, target=None, how="", passive=False)
    told = "happening" not in scene.sentence.lexicon.grammar.settings or _happens(act, scene.sentence)
    if act.concept == "clash" and not told:
        return Sides(source=None, target=None, how="", passive=False)
    near = [m for m in reach.own if m.case in _OWNERS and _owns(m, act, scene.sentence)]
    source: Mention | None = None
    target: Mention | None = None
    for mention in near:
        bare = mention.end == act.start and mention.case in (Case.MODIFIER, Case.FREE)
        aimed = bare and act.type in _ATTACKED and mention.use not in _BY_ITSELF and len(mention.actors) == 1
        if aimed or mention.case in (Case.TARGET, Case.PARTNER):
            target = mention
        else:
            source = mention
    lead = _lead(act, reach, scene.sentence)
    if lead is not None and source is not None and target is None and _other(lead, source):
        source, target = lead, source
    if source is not None and target is None and _struck(source, act, scene.sentence):
        doer = next((m for m in reach.own + reach.embedded if m.case is Case.SUBJECT and m.end < source.start), None)
        if doer is not None and _other(doer, source):
            source, target = doer, source
    if source is None and target is None and (act.type in _HAPPENS or act.concept == "clash"):
        where = _last(reach.own, Case.PLACE) or _last(reach.places, Case.PLACE)
        source = where if _happens(act, scene.sentence) else None
    if act.frame == "mutual" and source is None and act.type == "ASSAULT":
        source, target = target, None
    if act.concept == "mediate" and target is None and source is not None:
        target = _between(act, reach, source, scene)
    if act.type == "CONSULT":
        source, target = _of_talks(act, source, target, reach, scene)
    return Sides(source=source, target=target, how="owner of the noun", passive=False)


def _lead(act: Act, reach: _Reach, sentence: Sentence) -> Mention | None:
    """Who a headline opens with and sets off by a comma: what its nouns tell is done by him."""
    first = next((m for m in reach.own if m.case is Case.FREE and m.end < act.start), None)
    opens = first is not None and not sentence.folded[: first.start].strip() and sentence.lexicon.grammar.spaced
    return first if opens and first is not None and sentence.folded.startswith(", ", first.end) else None


def _struck(mention: Mention, act: Act, sentence: Sentence) -> bool:
    """Whether a state stands bare before the noun of an attack (이란 공습): its target where another acts here."""
    bare = mention.case is Case.MODIFIER and sentence.folded[mention.end : act.start] == " "
    return bare and act.type in _ATTACKED and mention.use not in _BY_ITSELF and len(mention.actors) == 1


def _between(act: Act, reach: _Reach, source: Mention, scene: Scene) -> Mention | None:
    """Between whom somebody mediates: whose deed follows (米国の仲介で、両国は…), or whose topic it is."""
    after = (m for m in scene.mentions if act.head_end <= m.start and m.case is Case.SUBJECT)
    found = next(after, None) or reach.topic
    return found if found is not None and _other(found, source) else None


def _happens(act: Act, sentence: Sentence) -> bool:
    """Whether the noun is told as something that takes place (デモが広がった)."""
    marks = tuple(sentence.lexicon.grammar.settings.get("happening", ()))
    return sentence.folded.startswith(marks, act.head_end) or sentence.folded[: act.head_end].endswith(marks)


def _of_talks(
    act: Act, source: Mention | None, target: Mention | None, reach: _Reach, scene: Scene
) -> tuple[Mention | None, Mention | None]:
    """Talks and visits told as nouns: with the topic, at the place that follows (訪問先の), or those told of before."""
    sentence = scene.sentence
    if source is not None and source.use == "organisation":
        return None, None
    after = next((m for m in scene.mentions if m.start == act.head_end + 1), None)
    if act.concept == "visit-place":
        return (reach.topic or scene.memory.subject, after) if sentence.folded[act.head_end] == "の" else (None, None)
    if source is None and target is not None:
        source = reach.topic if reach.topic is not None and _other(reach.topic, target) else None
    again = tuple(sentence.lexicon.grammar.settings.get("told_again", ()))
    if source is None and target is None and not reach.own and sentence.folded.startswith(again, act.head_end):
        sides = _talks_before(act, scene)
        if sides is not None:
            one, other = sides
            return (
                Mention(start=act.head, end=act.head_end, actors=one, use="pronoun"),
                Mention(start=act.head, end=act.head_end, actors=other, use="pronoun"),
            )
    return source, target


def _talks_before(act: Act, scene: Scene) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """Both sides of the talks told of last, of the day named with the noun where one is; else of the last dealings."""
    days = [hit.day for hit in scene.days if hit.end <= act.head]
    told = [
        (sides, day)
        for (type, sides), day in scene.memory.told.items()
        if type == "CONSULT" and (not days or day.overlaps(days[-1]))
    ]
    if told:
        actors = tuple(sorted(told[-1][0]))
        return actors[:1], actors[1:]
    return scene.memory.dealings[-1] if scene.memory.dealings and not days else None


def _owns(mention: Mention, act: Act, sentence: Sentence) -> bool:
    """Whether only linking words and plain nouns stand between the mention and the act's noun."""
    if mention.end > act.start:
        return False
    between = sentence.folded[mention.end : act.start]
    gap = sentence.lexicon.grammar.settings.get("noun_gap")
    if gap is not None:
        return re.fullmatch(gap, between) is not None
    links: tuple[str, ...] = tuple(sentence.lexicon.grammar.settings.get("noun_links", ()))
    rest = next((between[len(link) :] for link in links if between.startswith(link)), between)
    return len(rest) <= 8 and not any("\u3040" <= character <= "\u309f" or character in "、 " for character in rest)
