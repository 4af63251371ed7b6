"""What is suffered: both sides of an act that a verb-last language tells in the passive."""

from stateofplay.reading.act import Act
from stateofplay.reading.eojeol import marked_aim, rules_of
from stateofplay.reading.mention import (
    AGENT,
    FREE,
    GENITIVE,
    MODIFIER,
    PLACE,
    SUBJECT,
    TARGET,
    TOWNS,
    Mention,
    differs,
    nearest,
)
from stateofplay.reading.reach import Reach, Sides
from stateofplay.reading.scene import Scene
from stateofplay.reading.sentence import Sentence
from stateofplay.reading.stranger import of_stranger

_HOSTILE = frozenset({"COERCE", "ASSAULT", "SANCTION", "ACCUSE", "THREATEN"})
_OF_MEASURES = frozenset({"SANCTION", "CONCEDE", "AID", "COOPERATE"})


def of_itself(act: Act, sentence: Sentence) -> bool:
    """Whether the thing of the act is the subject of its verb (制裁が復活する): who does it is not told."""
    shape = sentence.lexicon.grammar.shapes["of_itself"]
    return shape is not None and act.frame == "toward" and shape.match(sentence.folded, act.start, act.head) is not None


def of_passive(act: Act, reach: Reach, scene: Scene) -> Sides:
    """The agent is marked by に, から or による, owns the noun, or is the state of the place; the subject suffers."""
    if act.type == "MOBILIZE" and reach.head is not None and nearest(reach.own, AGENT) is None:
        return Sides(source=reach.head, target=None, how="head of the relative clause", passive=False)
    if act.type == "MOBILIZE" and (sent := _sent_there(reach)) is not None:
        return sent
    owner = _owner_of_subject(act, reach, scene.sentence)
    aim = _aim_of_owner(owner, reach, scene.sentence)
    source = nearest(reach.own, AGENT) or _owner_beside(act, reach)
    if aim is not None and source is None:
        return Sides(source=owner, target=aim, how="owner of what suffers it", passive=True)
    whither = tuple(scene.sentence.lexicon.grammar.settings.get("whither", ()))
    near = [m for m in reach.own if not (whither and scene.sentence.folded.startswith(whither, m.end))]
    source = source or nearest(near, TARGET)
    target = _sufferer(reach, source)
    place = nearest(reach.own, PLACE) or next((m for m in reach.own + reach.embedded if m.use in TOWNS), None)
    if source is None and place is not None and (target is None or differs(place, target)):
        source = place
    if source is None and target is not None and act.type == "COERCE" and (target.person or target.role):
        return Sides(source=target, target=None, how="own state of the passive", passive=True)
    if target is None and of_stranger(act, scene):
        inside = source or nearest(reach.places, PLACE) if act.type == "COERCE" else source
        return Sides(source=inside, target=None, how="agent of the passive, done to nobody named", passive=True)
    if source is None and target is None and of_itself(act, scene.sentence):
        return Sides(source=None, target=None, how="of itself", passive=True)
    if source is None and target is None and act.type in _HOSTILE and scene.memory.dealings:
        return _as_before(act, scene)
    if target is None and scene.memory.subject is not None:
        target = scene.memory.subject
    return Sides(source=source, target=target, how="agent of the passive", passive=True)


def _sent_there(reach: Reach) -> Sides | None:
    """Those whose troops are deployed somewhere, with no word of who sends them (미군이 폴란드에 배치됐다)."""
    plain = [m for m in reach.own if m.case is SUBJECT and len(m.actors) == 1]
    if not plain or nearest(reach.own, AGENT, GENITIVE) is not None:
        return None
    where = nearest([m for m in reach.own if differs(m, plain[-1])], TARGET, PLACE)
    return None if where is None else Sides(source=plain[-1], target=where, how="whose are deployed", passive=False)


def _aim_of_owner(owner: Mention | None, reach: Reach, sentence: Sentence) -> Mention | None:
    """Whom the owned noun that suffers the act is aimed at (미국의 대이란 제재가, 이란에 대한 미국의 제재가)."""
    rules = rules_of(sentence.lexicon.language)
    if rules is None or owner is None:
        return None
    about = tuple(sentence.lexicon.grammar.settings.get("aim_of_noun", ()))
    for m in reach.own:
        behind = owner.end < m.start and marked_aim(m.start, sentence.folded, rules)
        if behind or (m.end < owner.start and m.case is TARGET and sentence.folded[: owner.start].endswith(about)):
            return m
    return None


def _owner_of_subject(act: Act, reach: Reach, sentence: Sentence) -> Mention | None:
    """Who owns the noun that suffers the act (미국의 제재가); what is said or done by him counts as his own act."""
    mark = sentence.lexicon.grammar.settings.get("owner_mark")
    owned = (m for m in reversed(reach.own) if m.case is SUBJECT and sentence.folded.startswith(mark or "\0", m.end))
    return nearest(reach.own, GENITIVE) or (next(owned, None) if act.type in _OF_MEASURES else None)


def _as_before(act: Act, scene: Scene) -> Sides:
    """The sides of the latest dealings, for a hostile act suffered that names nobody: it goes on in their direction."""
    one, other = (
        Mention(start=act.head, end=act.head_end, actors=actors, use="pronoun") for actors in scene.memory.dealings[-1]
    )
    return Sides(source=one, target=other, how="sides of the latest dealings", passive=True)


def _owner_beside(act: Act, reach: Reach) -> Mention | None:
    """Who owns the noun of what is suffered, right before it: 러시아의 공격을 받다."""
    owners = (m for m in reach.own if m.case is GENITIVE)
    return next((m for m in owners if 0 <= act.head - m.end <= 3), None)


def _sufferer(reach: Reach, source: Mention | None) -> Mention | None:
    """Who the passive act is done to: its subject, the noun it modifies, the owner of an unnamed subject, the topic."""
    plain = [m for m in reach.own if m.case is SUBJECT and m is not source and not m.topic]
    if plain:
        return plain[-1]
    owners = [m for m in reach.own + reach.embedded if m.case in (GENITIVE, MODIFIER) and m is not source]
    return reach.head or reach.topic or (owners[-1] if owners else nearest(reach.own, FREE))
