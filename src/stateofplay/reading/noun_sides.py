"""Sides of an act told as a noun in a verb-last language, from those who own it in its noun phrase."""

from stateofplay.reading.act import Act
from stateofplay.reading.mention import (
    AGENT,
    FREE,
    GENITIVE,
    MODIFIER,
    PARTNER,
    PLACE,
    SUBJECT,
    TARGET,
    Mention,
    differs,
    nearest,
)
from stateofplay.reading.reach import Reach, Sides
from stateofplay.reading.scene import Scene
from stateofplay.reading.sentence import Sentence

_OWNERS = frozenset({GENITIVE, MODIFIER, AGENT, TARGET, PARTNER, FREE})
_ATTACKED = frozenset({"ASSAULT", "SANCTION", "AID", "COERCE", "CONSULT", "ACCUSE", "SUPPORT", "RETREAT"})
_HAPPENS = frozenset({"PROTEST", "TRANSITION"})
_HOSTILE = frozenset({"SANCTION", "COERCE", "THREATEN", "ASSAULT", "ACCUSE", "MOBILIZE"})
_TAKEN = {
    "AID": frozenset({"thank", "thank-whom", "REJECT", "accept"}),
    "REQUEST": frozenset({"REJECT", "accept", "CONCEDE", "visit"}),
    "THREATEN": frozenset({"REJECT", "CONCEDE"}),
    "COERCE": frozenset({"REJECT", "CONCEDE"}),
    "SANCTION": frozenset({"REJECT", "CONCEDE"}),
}
"""By which acts, types or concepts, somebody takes up what another did to him."""
_BY_ITSELF = frozenset({"military", "side", "seat", "person", "group", "pronoun", "home", "title", "organisation"})


def of_noun(act: Act, reach: Reach, scene: Scene) -> Sides:
    """An act told as a noun: those who own it in its noun phrase (米国の制裁, イランへの制裁, ウクライナ侵攻)."""
    remark = scene.sentence.lexicon.grammar.shapes["remark"]
    if remark is not None and remark.match(scene.sentence.folded, act.head_end):
        return Sides(source=None, target=None, how="", passive=False)
    told = "happening" not in scene.sentence.lexicon.grammar.settings or happens(act, scene.sentence)
    if act.concept == "clash" and not told:
        return Sides(source=None, target=None, how="", passive=False)
    near = _owners(act, reach, scene.sentence)
    source: Mention | None = None
    target: Mention | None = None
    for mention in near:
        beside = mention.end == act.start or (
            source is not None and (source.case is GENITIVE or scene.sentence.folded[mention.end : act.start] == " ")
        )
        bare = beside and mention.case in (MODIFIER, FREE)
        aimed = bare and act.type in _ATTACKED and mention.use not in _BY_ITSELF and len(mention.actors) == 1
        if aimed or mention.case in (TARGET, PARTNER):
            target = mention
        else:
            source = mention
    if source is not None and target is None and _is_held(source, act, scene.sentence):
        source, target = None, source
    lead = _lead(act, reach, scene.sentence)
    if lead is not None and source is not None and target is None and differs(lead, source):
        source, target = lead, source
    elif lead is not None and source is None and (act.type == "MOBILIZE" if target is None else differs(lead, target)):
        source = lead
    if source is not None and target is None and _struck(source, act, scene.sentence):
        doer = next((m for m in reach.own + reach.embedded if m.case is SUBJECT and m.end < source.start), None)
        if doer is not None and differs(doer, source):
            source, target = doer, source
    if source is None and target is None and (act.type in _HAPPENS or act.concept == "clash"):
        where = nearest(reach.own, PLACE) or nearest(reach.places, PLACE)
        source = where if happens(act, scene.sentence) else None
    if act.concept == "clash" and source is None and target is None:
        source = next((m for m in reach.own if len(m.actors) > 1 and m.end <= act.start), None)
    if act.type == "ASSAULT" and source is not None and target is None:
        target = _dead_of(act, source, scene)
    if act.frame == "mutual" and source is None and act.type == "ASSAULT":
        topic = reach.topic if target is not None and reach.topic is not None else None
        source, target = (topic, target) if topic is not None and differs(topic, target) else (target, None)
    if act.concept == "mediate" and target is None and source is not None:
        target = _between(act, reach, source, scene)
    if source is not None and target is None and source.case in (GENITIVE, MODIFIER):
        target = _taker(act, reach, source, scene)
    if act.type == "CONSULT":
        source, target = _of_talks(act, source, target, reach, scene)
    return Sides(source=source, target=target, how="owner of the noun", passive=False)


def _dead_of(act: Act, source: Mention, scene: Scene) -> Mention | None:
    """Whose people an attack killed, told right after it (ロシア軍の攻撃でキーウの5人が死亡した)."""
    shape = scene.sentence.lexicon.grammar.shapes["struck_after"]
    if shape is None or not shape.match(scene.sentence.folded, act.head_end):
        return None
    _, last = act.bounds
    named = [m for m in scene.mentions if act.head_end < m.start < last and differs(m, source)]
    return named[0] if len({m.actors for m in named}) == 1 else None


def _is_held(mention: Mention, act: Act, sentence: Sentence) -> bool:
    """Whether the owner of an arrest is who is arrested: a person, whom a state holds (大統領の拘束)."""
    person = bool(mention.person or mention.role) and mention.case is not AGENT
    return person and act.concept in sentence.lexicon.grammar.settings.get("under_arrest", ())


def _lead(act: Act, reach: Reach, sentence: Sentence) -> Mention | None:
    """Who a headline opens with and sets off by a comma: what its nouns tell is done by him, unless he reacts to it."""
    first = next((m for m in reach.own if m.case is FREE and m.end < act.start), None)
    opens = first is not None and not sentence.folded[: first.start].strip() and sentence.lexicon.grammar.spaced
    reacts = sentence.lexicon.grammar.shapes["reacted_to"]
    if reacts is not None and reacts.match(sentence.folded, act.head_end):
        return None
    return first if opens and first is not None and sentence.folded.startswith(", ", first.end) else None


def _struck(mention: Mention, act: Act, sentence: Sentence) -> bool:
    """Whether a state stands bare before the noun of an attack (이란 공습): its target where another acts here."""
    bare = mention.case is MODIFIER and sentence.folded[mention.end : act.start] == " "
    acting = mention.use in _BY_ITSELF and (act.type != "SANCTION" or mention.use == "military")
    return bare and act.type in _ATTACKED and not acting and len(mention.actors) == 1


def _between(act: Act, reach: Reach, source: Mention, scene: Scene) -> Mention | None:
    """Between whom somebody mediates: whose deed follows (米国の仲介で、両国は…), or whose topic it is.

    Several may also own what comes of it (米国の仲介で両者の停戦が).
    """
    later = (m for m in scene.mentions if act.head_end <= m.start)
    after = (m for m in later if m.case is SUBJECT or (m.case is GENITIVE and len(m.actors) > 1))
    pair = (m for m in reach.own if m.case is SUBJECT and len(m.actors) > 1)
    found = next(after, None) or next(pair, None) or reach.topic
    return found if found is not None and differs(found, source) else None


def _taker(act: Act, reach: Reach, source: Mention, scene: Scene) -> Mention | None:
    """Whom an act told as a noun was aimed at that names nobody: who takes it up by thanking for it or turning it down.

    카타르는 이집트의 요구를 거부했다, 차드는 터키의 지원에 감사했다. What is only blamed may have hit a third.
    """
    taken = _TAKEN.get(act.type, frozenset())
    against = scene.sentence.lexicon.grammar.shapes["stood_up_to"]
    if against is not None and act.type in _HOSTILE and against.match(scene.sentence.folded, act.head_end):
        taken = taken | _HOSTILE
    after = next((other for other in scene.acts if other.head > act.head_end and not other.noun), None)
    if after is None or after.clause != act.clause or not taken & {after.type, after.concept}:
        return None
    doers = [m for m in (*reach.own, reach.topic, reach.before) if m is not None and m.case is SUBJECT]
    return next((m for m in reversed(doers) if m.end < source.start and differs(m, source)), None)


def happens(act: Act, sentence: Sentence) -> bool:
    """Whether the noun is told as something that takes place (デモが広がった)."""
    marks = tuple(sentence.lexicon.grammar.settings.get("happening", ()))
    return sentence.folded.startswith(marks, act.head_end) or sentence.folded[: act.head_end].endswith(marks)


def _of_talks(
    act: Act, source: Mention | None, target: Mention | None, reach: Reach, scene: Scene
) -> tuple[Mention | None, Mention | None]:
    """Talks and visits told as nouns: with the topic, at the place that follows (訪問先の), or those told of before."""
    sentence = scene.sentence
    if source is not None and source.use == "organisation":
        return None, None
    after = next((m for m in scene.mentions if m.start == act.head_end + 1), None)
    if act.concept == "visit-place":
        return (reach.topic or scene.memory.subject, after) if sentence.folded[act.head_end] == "の" else (None, None)
    if source is None and target is not None:
        plain = [m for m in reach.own if m.case is SUBJECT and not m.topic]
        lead = plain[-1] if plain else reach.topic
        source = lead if lead is not None and differs(lead, target) else None
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
        for (type, (sides, _)), day in scene.memory.told.items()
        if type == "CONSULT" and (not days or day.overlaps(days[-1]))
    ]
    if told:
        actors = tuple(sorted(told[-1][0]))
        return actors[:1], actors[1:]
    return scene.memory.dealings[-1] if scene.memory.dealings and not days else None


def _owners(act: Act, reach: Reach, sentence: Sentence) -> list[Mention]:
    """Who is named in the noun phrase of the act: each linked to its noun, or to the next owner (AによるBへの攻撃)."""
    near: list[Mention] = []
    for mention in reversed(reach.own):
        ends = (act.start, near[0].start) if near else (act.start,)
        if mention.case in _OWNERS and any(_linked(mention.end, end, sentence) for end in ends):
            near.insert(0, mention)
    return near


def _linked(start: int, end: int, sentence: Sentence) -> bool:
    """Whether only linking words and plain nouns stand from `start` to `end`."""
    if start > end:
        return False
    between = sentence.folded[start:end]
    gap = sentence.lexicon.grammar.shapes["noun_gap"]
    return gap is not None and gap.fullmatch(between) is not None
