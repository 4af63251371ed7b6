"""Arguments: who acts on whom in a language whose verb comes last, from particles and from how predicates end.

Reading back from the act, a mention belongs to the act unless another predicate ends between them; then it belongs to
that one, which takes one mention of each case. A topic belongs to the last predicate of its sentence, and to any
before it that names no subject of its own.
"""

from dataclasses import replace
from itertools import pairwise

from stateofplay.reading.act import Act
from stateofplay.reading.bare_headline import bare_sides, is_bare
from stateofplay.reading.mention import (
    AGENT,
    FREE,
    GENITIVE,
    MODIFIER,
    OBJECT,
    PARTNER,
    PLACE,
    SUBJECT,
    TARGET,
    Mention,
    differs,
    nearest,
)
from stateofplay.reading.noun_sides import of_noun
from stateofplay.reading.predicate import tail_of
from stateofplay.reading.reach import Reach, Sides, is_forum, reach_of, reacted_to, together
from stateofplay.reading.scene import Scene
from stateofplay.reading.sentence import Sentence
from stateofplay.reading.stranger import of_stranger
from stateofplay.reading.suffered import of_itself, of_passive
from stateofplay.reading.tail import Tail

_AGENTS = frozenset({AGENT, TARGET, GENITIVE, PLACE})
_AT_PLACE = frozenset({"CONSULT", "MOBILIZE", "ASSAULT", "RETREAT", "PROTEST", "COERCE", "AID"})
_HOSTILE = frozenset({"COERCE", "ASSAULT", "SANCTION", "ACCUSE", "THREATEN"})
_WORDS = frozenset({"ACCUSE", "SUPPORT", "REJECT", "REQUEST", "THREATEN", "CONSULT", "AGREE"})
_SPEECH = frozenset({"ACCUSE", "REQUEST", "REJECT", "THREATEN"})
_OF_ENVOYS = frozenset({"sever", "recall+ambassador", "close+mission", "stop+mission"})
"""Acts that concern the state where one's own envoy is posted (駐仏大使を召還した)."""
_OF_STATES = frozenset({"win-election", "approve+impeachment"})
"""What somebody of no state known does or suffers in the state named (칠레 대선에서 여당 후보가 승리했다)."""
_OF_DEEDS = frozenset({"ACCUSE", "SUPPORT", "REJECT"})
"""Types of what is said of a deed of another."""
_BESIDE = 3
"""Characters between an owner and its noun."""


def find_sides(act: Act, scene: Scene) -> Sides:
    """Both sides of `act`, either of them None where nobody can be named."""
    if not scene.sentence.lexicon.grammar.spaced and is_bare(act):
        source, target = bare_sides(act, scene.mentions, scene.sentence)
        return Sides(source=source, target=target, how="subject", passive=False)
    tail = tail_of(act, scene)
    reach = reach_of(act, tail, scene)
    if (guest := _still_visiting(act, scene)) is not None:
        host = next((m for m in reversed(reach.own) if m.end <= act.start and differs(m, guest)), None)
        return Sides(source=guest, target=host, how="head of the relative clause", passive=False)
    if act.noun or _answered(act, reach, scene):
        told = of_noun(act, reach, scene)
        closes = told.source is None and _closes_headline(act, tail, scene.sentence)
        return (_of_headline(act, reach, scene) if closes else None) or told
    if _closes_headline(act, tail, scene.sentence) and (sides := _of_headline(act, reach, scene)) is not None:
        return sides
    if tail.passive and act.frame not in ("mutual", "domestic"):
        if tail.modifies and reach.head is None and not any(m.case in _AGENTS for m in reach.own):
            return Sides(source=None, target=None, how="only describes", passive=False)
        return of_passive(act, reach, scene)
    if (several := _described_several(act, scene)) is not None:
        return Sides(source=several, target=None, how="head of the relative clause", passive=False)
    if _only_dated(act, tail, reach):
        return Sides(source=None, target=None, how="only describes", passive=False)
    source, how = _host(act, tail, reach) or _subject(act, tail, reach, scene)
    if _only_describes(act, tail, reach, how, scene.sentence) or _supposed(act, tail, reach, scene):
        return Sides(source=None, target=None, how=how, passive=False)
    if _idle(how, tail, reach) or _to_itself(source, reach):
        source = None
    mutual = act.frame == "mutual" and ("earlier sentence" in how or how == "place" or source is None)
    if mutual and (group := next((m for m in reversed(reach.own) if len(m.actors) > 1), None)) is not None:
        return Sides(source=group, target=None, how="subject", passive=False)
    if act.frame != "mutual":
        reach = _without_company(reach, scene.sentence)
    if source is not None:
        reach = _without_home(reach, source, scene.sentence)
    target = _target(act, reach, source, scene) or _answered_to(act, tail, source, reach.topic, scene)
    if act.frame == "received" and target is not None and _only_whither(target, scene.sentence):
        target = None
    alone = (
        target is None
        and act.frame == "mutual"
        and act.needs != "partner"
        and source is not None
        and len(source.actors) == 1
    )
    if act.type == "AGREE" and (alone or (target is not None and target.case in (MODIFIER, GENITIVE))):
        target = _met_before(act, source, scene) or target
    if source is None and act.concept in _OF_STATES:
        source = nearest(reach.own, PLACE, GENITIVE, MODIFIER, TARGET)
    if _of_themselves(act, source, target, scene.sentence):
        source = None
    return Sides(source=source, target=target, how=how, passive=False)


def _only_whither(mention: Mention, sentence: Sentence) -> bool:
    """Whether a mention is but where somebody went (벨라루스로 넘어간 병사가 숨졌다): nobody there did it."""
    marks = tuple(sentence.lexicon.grammar.settings.get("whither", ()))
    return bool(marks) and sentence.folded.startswith(marks, mention.end)


def _of_themselves(act: Act, source: Mention | None, target: Mention | None, sentence: Sentence) -> bool:
    """Whether talks are the subject of their own verb (회의가 열린 데 반발했다): who is named alone held none."""
    shape = sentence.lexicon.grammar.shapes["held_itself"]
    if shape is None or act.frame != "mutual" or source is None or len(source.actors) > 1:
        return False
    if source.use == "organisation" or (target is not None and target.case is PARTNER):
        return False
    return source.case is SUBJECT and shape.search(sentence.folded, act.start, act.head) is not None


def _met_before(act: Act, source: Mention | None, scene: Scene) -> Mention | None:
    """With whom it was told that they met: what they agree on is no side (会談し、ウクライナ支援で一致した)."""
    met = any(other.type == "CONSULT" and other.head < act.head for other in scene.acts)
    actors = scene.memory.counterpart(source.actors) if met and source is not None else ()
    return Mention(start=act.head, end=act.head_end, actors=actors, use="pronoun") if actors else None


def _still_visiting(act: Act, scene: Scene) -> Mention | None:
    """Who is told right after a visit that goes on (ドイツを訪問中の大統領, 독일을 방문 중인 대통령)."""
    shape = scene.sentence.lexicon.grammar.shapes["still_visiting"]
    found = shape.match(scene.sentence.folded, act.head_end) if shape is not None and act.concept == "visit" else None
    return next((m for m in scene.mentions if found is not None and m.start == found.end()), None)


def _described_several(act: Act, scene: Scene) -> Mention | None:
    """Several who do together what a clause before them describes (28일까지 이어지는 한미연합훈련)."""
    if act.frame != "mutual" or act.noun:
        return None
    inside = (m for m in scene.mentions if act.head_end <= m.start < act.end)
    return next((m for m in inside if len(m.actors) > 1), None)


def _only_dated(act: Act, tail: Tail, reach: Reach) -> bool:
    """Whether a clause only says which deal is meant (昨年結ばれた協定に), which its subject did not make."""
    if not (tail.passive and tail.modifies) or act.frame != "mutual" or reach.head is not None:
        return False
    return act.type == "AGREE" and all(m.case in (SUBJECT, PLACE) and len(m.actors) == 1 for m in reach.own)


def _without_home(reach: Reach, source: Mention, sentence: Sentence) -> Reach:
    """What an act can take, less the state in which who acts is at home (イエメンのフーシ派は)."""
    mark = sentence.lexicon.grammar.settings.get("owner_mark")
    homes = [
        m for m in reach.own + reach.embedded if m.case is GENITIVE and sentence.folded[m.end : source.start] == mark
    ]
    if not homes:
        return reach
    own = tuple(m for m in reach.own if m not in homes)
    return replace(reach, own=own, embedded=tuple(m for m in reach.embedded if m not in homes))


def _without_company(reach: Reach, sentence: Sentence) -> Reach:
    """What an act can take, less those together with whom it is done (米国とともに): it is not done to them."""
    beside = [m for m in reach.own + reach.embedded if together(m, sentence)]
    if not beside:
        return reach
    own = tuple(m for m in reach.own if m not in beside)
    return replace(reach, own=own, embedded=tuple(m for m in reach.embedded if m not in beside))


def _host(act: Act, tail: Tail, reach: Reach) -> tuple[Mention, str] | None:
    """The organisation at which talks are held that name nobody else (国連では会合が開かれた)."""
    if not tail.passive or act.frame != "mutual" or len(reach.own) != 1:
        return None
    where = reach.own[0]
    return (where, "place") if where.case is PLACE and where.use == "organisation" else None


def _closes_headline(act: Act, tail: Tail, sentence: Sentence) -> bool:
    """Whether the act is a bare noun with which a headline, or a part of one, ends (첫 정상회담…)."""
    after = sentence.folded[act.head_end :].lstrip(" \"'”’").lstrip(".")
    amount = sentence.lexicon.grammar.shapes["headline_amount"]
    if amount is not None and act.noun and amount.fullmatch(after):
        after = ""
    bare = tail.end == act.head_end and act.start == act.head
    return sentence.lexicon.grammar.spaced and bare and (not after or after.startswith("…"))


def _of_headline(act: Act, reach: Reach, scene: Scene) -> Sides | None:
    """In a headline the first actor acts on the one named next to the act; None where particles mark them instead."""
    own = reach.own
    if act.start == act.head_end:
        own = tuple(sorted(own + reach.embedded, key=lambda m: m.start))
    bare = [m for m in own if m.case in (MODIFIER, GENITIVE, FREE) and m.end <= act.start]
    if not bare or any(m.case is SUBJECT for m in own):
        return None
    first, _ = act.bounds
    source = (
        bare[0] if len(bare[0].actors) > 1 or not scene.sentence.folded[first : bare[0].start].strip(" \"'“‘") else None
    )
    others = [m for m in reversed(own) if m is not source and differs(m, source)]
    if act.frame == "mutual" and source is not None and len(source.actors) > 1:
        # Where two meet is no third (러·우, 이스탄불서 협상).
        others = [m for m in others if m.case is PARTNER]
    target = next(iter(others), None)
    if act.type in _SPEECH and _to_others(act, scene.sentence):
        target = None
    elif target is None and act.start == act.head_end:
        target = _spoken_to(act, [m for m in reach.quoted if differs(m, source)], scene.sentence)
    return Sides(source=source, target=target, how="subject", passive=False)


def _spoken_to(act: Act, quoted: list[Mention], sentence: Sentence) -> Mention | None:
    """Whom a headline's quote is about: who leads it; what is not asked of him may also name him inside."""
    led = (m for m in quoted if m.case is SUBJECT or sentence.folded.startswith(", ", m.end))
    return next(led, None) or (None if act.type == "REQUEST" else next(iter(quoted), None))


def _answered_to(act: Act, tail: Tail, source: Mention | None, topic: Mention | None, scene: Scene) -> Mention | None:
    """Whom an act of speech answers: who acted before it; whom a supposed deed would strike: who is named next."""
    others = [m for m in scene.mentions if differs(m, source) and not is_forum(m, act)]
    others = [m for m in others if scene.sentence.quote_at(m.start) < 0]
    if tail.status == "hypothetical" and act.type in ("ASSAULT", "SANCTION", "COERCE"):
        return next((m for m in others if m.start >= tail.end), None)
    if act.type == "COERCE" and topic is not None and differs(topic, source):
        return topic
    if act.type not in _SPEECH or source is None or _to_others(act, scene.sentence):
        return None
    earlier = [m for m in others if m.end <= act.start and m.case is SUBJECT]
    if earlier:
        return earlier[-1]
    beside = [m for m in others if m.end <= act.start and m.case in (OBJECT, TARGET, PARTNER)]
    beside = [m for m in beside if not together(m, scene.sentence)]
    if beside:
        return beside[-1]
    last = scene.memory.subject
    if scene.memory.counterpart(source.actors):
        return None
    return last if last is not None and differs(last, source) else None


def _to_others(act: Act, sentence: Sentence) -> bool:
    """Whether what is said is said to those of no state, or to one's own (자국민에게, 국제사회에)."""
    shape = sentence.lexicon.grammar.shapes["to_others"]
    first, _ = act.bounds
    return shape is not None and shape.search(sentence.folded, first, act.head) is not None


def _answered(act: Act, reach: Reach, scene: Scene) -> bool:
    """Whether the sentence goes on from an act that another did: 米国の空爆を受け、."""
    after = tuple(scene.sentence.lexicon.grammar.settings.get("answered", ()))
    before = [m for m in reach.own if m.end <= act.start]
    owned = bool(before) and (before[-1].case is GENITIVE or len(before[-1].actors) > 1)
    if act.frame == "domestic" and tail_of(act, scene).passive:
        owned = True
    return owned and reach.head is None and scene.sentence.folded.startswith(after, act.head_end)


def _only_describes(act: Act, tail: Tail, reach: Reach, how: str, sentence: Sentence) -> bool:
    """Whether a clause only says which thing is meant: goods that are traded (輸入する鉄鋼), what a place has."""
    if not tail.modifies or reach.head is not None:
        return False
    shape = sentence.lexicon.grammar.shapes["kind_of"]
    kind = shape is not None and shape.match(sentence.folded, tail.end - 1) is not None
    return act.type == "COOPERATE" or how == "place" or kind


def _supposed(act: Act, tail: Tail, reach: Reach, scene: Scene) -> bool:
    """Whether an act is only supposed, of nobody named, in what somebody says: the speaker is not who would do it."""
    if tail.status != "hypothetical" or any(m.case is SUBJECT and not m.topic for m in reach.own):
        return False
    marks = tuple(scene.sentence.lexicon.grammar.settings.get("quotative", ()))
    later = (other for other in scene.acts if other.head > act.head and other.type in _SPEECH)
    return bool(marks) and any(scene.sentence.folded[: other.start].endswith(marks) for other in later)


def _idle(how: str, tail: Tail, reach: Reach) -> bool:
    """Whether nobody is named for the act here: a clause that only describes a thing, or a wish of the writer's own."""
    if "earlier" not in how:
        return False
    return (tail.modifies and reach.head is None and not reach.own) or tail.status == "wished"


def _to_itself(source: Mention | None, reach: Reach) -> bool:
    """Whether a leader only turns to a ministry of his own."""
    near = (m for m in reach.own if m.use == "home" and m.case in (TARGET, OBJECT))
    return source is not None and any(m.actors == source.actors for m in near)


def _subject(act: Act, tail: Tail, reach: Reach, scene: Scene) -> tuple[Mention | None, str]:
    outer = _outer(act, tail, scene)
    if outer is not None:
        return outer, "subject"
    marked = [m for m in reach.own if m.case is SUBJECT]
    plain = [m for m in marked if not m.topic]
    if plain and tail.modifies and _of_later_verb(act, plain[-1], reach, scene):
        return reach.head, "head of the relative clause"
    if marked and _only_spoken_of(act, marked, scene.sentence):
        return scene.memory.subject, "subject of an earlier sentence"
    if plain and not (marked[-1].topic and not tail.modifies):
        said = marked[0] if marked[0].topic and _quoting(act, tail, scene.sentence) else plain[-1]
        return said, "subject"
    speaker = None if plain else _speaker(reach, scene.sentence)
    if speaker is not None:
        return speaker, "subject"
    if not plain and reach.unnamed:
        return None, "a subject that is no actor"
    if not plain and reach.topic is not None and of_stranger(act, scene, after=reach.topic.end):
        return None, "a subject that is no actor"
    if (
        tail.modifies
        and reach.head is not None
        and (act.frame == "domestic" or _both_do(act, reach) or _object_told(act, reach, scene.sentence))
        and not _is_object(act, scene.sentence)
    ):
        return reach.head, "head of the relative clause"
    if not plain and _of_head(act, tail, reach, scene.sentence):
        return None, "a subject that is no actor"
    inner = _inner(act, tail, reach, scene.sentence)
    if inner is not None:
        return inner, "subject"
    if reach.topic is not None and not (tail.modifies and reach.topic is reach.head):
        return reach.topic, "subject"
    signed = _signed(scene)
    if signed is not None:
        return signed, "subject"
    free = [m for m in reach.own if m.case is FREE and m.end <= act.start]
    if free:
        return free[0], "subject"
    return _unmarked(act, tail, reach, scene)


def _of_later_verb(act: Act, subject: Mention, reach: Reach, scene: Scene) -> bool:
    """Whether a subject belongs to the verb that takes the noun of a clause with an object of its own.

    미국이 이란산 원유를 거래한 중국 기업을 제재했다: it is the Chinese company that trades.
    """
    head, doing = reach.head, subject.end
    if head is None or head.case not in (OBJECT, TARGET, PARTNER) or not differs(head, subject):
        return False
    told = any(m.case is OBJECT and doing < m.start for m in reach.own) or act.concept == "intrude"
    told = told or (act.frame == "domestic" and _object_told(act, reach, scene.sentence))
    return told and not any(m.case is SUBJECT and m.start >= head.end for m in scene.mentions)


def _speaks_on(said: Mention, act: Act, tail: Tail, scene: Scene) -> Mention | None:
    """Who goes on speaking from the sentence before, where the one named only does what is spoken of.

    ロシアが町を攻撃したと非難した: another blames Russia, who was the subject before.
    """
    before = scene.memory.subject
    if before is None or not differs(before, said) or not _quoting(act, tail, scene.sentence):
        return None
    spoken = range(act.start - 3, act.start + 1)
    return before if any(at in spoken and at > said.end for at in scene.sentence.joints) else None


def _only_spoken_of(act: Act, marked: list[Mention], sentence: Sentence) -> bool:
    """Whether what somebody is said to do is all that has a subject, so that who says it was named before.

    이란의 태도는 모순이라고 덧붙였다: it is not Iran that says so.
    """
    mark = sentence.lexicon.grammar.settings.get("thing_of")
    if mark is None or act.concept != "said":
        return False
    return all(m.use != "person" and sentence.folded.startswith(mark, m.end) for m in marked)


def _outer(act: Act, tail: Tail, scene: Scene) -> Mention | None:
    """Who says right before the act that another must: the first topic (中国は、日本は…すべきだと)."""
    if act.concept not in ("must", "said") or not _quoting(act, tail, scene.sentence):
        return None
    level = scene.sentence.quote_at(act.head)
    named = [
        m
        for m in scene.mentions
        if m.end <= act.start and m.case is SUBJECT and scene.sentence.quote_at(m.start) == level
    ]
    first = named[0] if len(named) > 1 and named[0].topic else None
    return first if first is not None and all(differs(m, first) for m in named[1:]) else None


def _speaker(reach: Reach, sentence: Sentence) -> Mention | None:
    """Who is told to speak or act by a mark of origin that a comma or topic follows: 外相から、…述べた."""
    marks = tuple(sentence.lexicon.grammar.settings.get("speaker_marks", ()))
    told = (m for m in reversed(reach.own) if m.case is AGENT)
    return next((m for m in told if marks and sentence.folded.startswith(marks, m.end)), None)


def _inner(act: Act, tail: Tail, reach: Reach, sentence: Sentence) -> Mention | None:
    """Who does what the topic only reports, though a clause about a noun stands between (그가 묶인 배를 빼앗았다고)."""
    shape = sentence.lexicon.grammar.shapes["reports"]
    if shape is None or reach.topic is None or not shape.match(sentence.folded[act.head_end - 1 : tail.end + 8]):
        return None
    told = nearest(reach.embedded, SUBJECT)
    own = sentence.lexicon.grammar.shapes["own_relative"]
    if told is not None and own is not None and own.match(sentence.folded, told.end):
        return None
    return told if told is not None and told.start > reach.topic.end and not told.topic else None


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


def _unmarked(act: Act, tail: Tail, reach: Reach, scene: Scene) -> tuple[Mention | None, str]:
    """Where no subject is marked: the subject of an embedded clause, the place or owner told, the last sentence's."""
    embedded = nearest(reach.embedded, SUBJECT)
    if embedded is not None and _led_by_stranger(embedded, act, scene):
        return None, "a subject that is no actor"
    if embedded is not None and not reacted_to(embedded, act.head, scene.sentence):
        speaker = _speaks_on(embedded, act, tail, scene)
        return (embedded, "subject") if speaker is None else (speaker, "subject of an earlier sentence")
    stranger = of_stranger(act, scene)
    if reach.before is not None and not stranger:
        return reach.before, "subject of an earlier clause"
    if act.type == "AGREE" and not stranger and (lead := _leads_headline(act, scene)) is not None:
        return lead, "subject of an earlier clause"
    owner = nearest(reach.own, PLACE) or nearest(reach.places, PLACE)
    if owner is not None and act.type != "CONSULT":
        return owner, "place"
    owner = next((m for m in reach.own if m.case is GENITIVE), None)
    if stranger:
        return (owner if act.type == "TRANSITION" else None), "a subject that is no actor"
    if scene.memory.subject is not None and not of_itself(act, scene.sentence):
        return scene.memory.subject, "subject of an earlier sentence"
    return owner, "nearest owner"


def _leads_headline(act: Act, scene: Scene) -> Mention | None:
    """Who opens a headline without a particle, where a part behind a space goes on (首相、独を訪問　協力で合意)."""
    sentence = scene.sentence
    first, _ = act.bounds
    if first == 0 or sentence.folded[first - 1] != " " or sentence.lexicon.grammar.spaced or not scene.mentions:
        return None
    lead = scene.mentions[0]
    opens = lead.case is FREE and sentence.folded.startswith("、", lead.end)
    return lead if opens and not sentence.folded[: lead.start].strip() else None


def _led_by_stranger(embedded: Mention, act: Act, scene: Scene) -> bool:
    """Whether a topic that is no known actor stands before the subject of a clause about a noun.

    반군은 카타르가 중재한 휴전안에 동의했다: it is not Qatar that agrees.
    """
    shape = scene.sentence.lexicon.grammar.shapes["led_by_topic"]
    first, _ = act.bounds
    return shape is not None and shape.search(scene.sentence.folded, first, embedded.start) is not None


def _of_head(act: Act, tail: Tail, reach: Reach, sentence: Sentence) -> bool:
    """Whether a clause tells what somebody of no state known says, whom it describes (中国を批判した議員を支持した)."""
    shape = sentence.lexicon.grammar.shapes["described"]
    if shape is None or not tail.modifies or reach.head is not None or act.type not in _WORDS:
        return False
    told = nearest(reach.own, OBJECT, TARGET, PARTNER) is not None
    return told and shape.match(sentence.folded, tail.end) is not None


def _is_object(act: Act, sentence: Sentence) -> bool:
    """Whether the act is but what the verb of the clause speaks of (制裁強化を検討する国): its noun did not do it."""
    shape = sentence.lexicon.grammar.shapes["spoken_object"]
    return shape is not None and shape.match(sentence.folded, act.head_end) is not None


def _both_do(act: Act, reach: Reach) -> bool:
    """Whether a clause describes several who do among themselves what takes two (충돌한 태국과 캄보디아)."""
    return act.frame == "mutual" and reach.head is not None and len(reach.head.actors) > 1


def _object_told(act: Act, reach: Reach, sentence: Sentence) -> bool:
    """Whether what the act is done to stands before it, so that the noun it modifies can only be its doer."""
    if act.start < act.head or act.goal or nearest(reach.own, OBJECT, TARGET, PARTNER) is not None:
        return True
    if act.type in ("MOBILIZE", "RETREAT") and nearest(reach.own, PLACE) is not None:
        return True
    before, after = sentence.folded[: act.head].rstrip(), sentence.folded[act.head_end :]
    marks = tuple(sentence.lexicon.grammar.settings.get("object_marks", ()))
    inner = (*marks, *sentence.lexicon.grammar.settings.get("inner_marks", ()))
    if any(mark in sentence.folded[act.start + 1 : act.head_end - 1] for mark in inner):
        return True
    return before.endswith(marks) or after.startswith(marks)


def _owner_of(act: Act, own: tuple[Mention, ...]) -> Mention | None:
    """Who owns what is told, nearest first; of a deed that is judged, who did it (러시아의 키이우 공습을 규탄했다)."""
    found = nearest(own, GENITIVE, MODIFIER, FREE)
    if found is None or found.case is not MODIFIER or act.type not in _OF_DEEDS:
        return found
    before = next((m for m in reversed(own) if m.end < found.start), None)
    owns = before is not None and before.case is GENITIVE and found.start - before.end <= 2
    return before if owns else found


def _target(act: Act, reach: Reach, source: Mention | None, scene: Scene) -> Mention | None:
    """Who the act is done to or with, by case; for acts of speech also whom its content names."""
    own = tuple(m for m in reach.own if differs(m, source) and not is_forum(m, act) and not _mediates(m, scene))
    order = (PARTNER, TARGET) if act.frame == "mutual" else (TARGET, PARTNER)
    if act.type in _OF_DEEDS and (doer := _doer_named(own)) is not None:
        own = tuple(m for m in own if m.end <= doer.end)
    for case in order:
        found = nearest(own, case)
        if found is not None:
            return found
    if reach.head is not None and reach.head is not source and differs(reach.head, source):
        return reach.head
    if act.frame == "mutual" and source is not None and len(source.actors) > 1:
        return None
    if act.concept == "intrude" and source is not None and source is reach.head:
        return nearest(own, SUBJECT)
    found = nearest(own, OBJECT) or nearest(own, AGENT) or _owner_of(act, own)
    if found is not None and found.case is MODIFIER and act.type in _OF_DEEDS:
        found = next((m for m in own if m.case is GENITIVE and 0 < found.start - m.end <= 1), found)
    if found is None and (act.type in _AT_PLACE or act.concept in _OF_ENVOYS):
        found = nearest(own, PLACE)
    if act.type in _SPEECH and _to_others(act, scene.sentence):
        return None
    if found is None and (act.type in _SPEECH or act.type == "SANCTION" or act.takes == "swallow"):
        others = tuple(m for m in reach.embedded + reach.quoted if differs(m, source))
        content = tuple(m for m in own if m.case is SUBJECT and not m.topic)
        found = nearest(content + others, SUBJECT)
        if found is None and act.type in ("REQUEST", "THREATEN"):
            found = nearest(others, TARGET)
        found = found or nearest(others, AGENT, GENITIVE, MODIFIER)
        found = found or (others[-1] if others else None)
    if found is None and act.type in _HOSTILE and reach.topic is not None and source is not None:
        found = reach.topic if differs(reach.topic, source) and reach.topic.start < source.start else None
    elsewhere = act.concept == "visit" and _object_told(act, reach, scene.sentence)
    if found is None and act.frame == "toward" and act.type != "MOBILIZE" and reach.reaction and not elsewhere:
        found = reach.reaction if differs(reach.reaction, source) else None
    if found is None and act.frame == "toward" and act.type != "MOBILIZE" and reach.before is not None:
        found = reach.before if differs(reach.before, source) and not reach.before.topic else None
    return found


def _mediates(mention: Mention, scene: Scene) -> bool:
    """Whether a mention owns the noun of a mediation by which something is done (중국의 중재로)."""
    nouns = (act for act in scene.acts if act.noun and act.concept == "mediate")
    return mention.case is GENITIVE and any(0 <= act.start - mention.end <= _BESIDE for act in nouns)


def _doer_named(own: tuple[Mention, ...]) -> Mention | None:
    """Who did a deed that names behind him whom it was done to (米国によるイランへの攻撃, 米国のイランへの制裁)."""
    doer = nearest(own, AGENT)
    owners = (m for m, n in pairwise(own) if m.case is GENITIVE and n.case is TARGET and n.start - m.end == 1)
    return doer if doer is not None else next(owners, None)
