"""Hosts: who invites whom, who went where, who brings whom together, at whom a crowd protests."""

from stateofplay.reading.act import Act
from stateofplay.reading.complement import at_invitation
from stateofplay.reading.mention import FREE, GENITIVE, Mention
from stateofplay.reading.scene import Scene


def trip(act: Act, scene: Scene) -> tuple[Mention | None, Mention | None]:
    """Who went where, by a noun right behind the name of the place (外長的北京之行); who is not named there is None."""
    sentence = scene.sentence
    shape = sentence.lexicon.grammar.shapes["trip"]
    if shape is None or act.concept != "visit" or not shape.match(sentence.folded, act.head):
        return None, None
    place = next((m for m in scene.mentions if m.end == act.head), None)
    if place is None or place.person:
        return None, None
    before = [m for m in scene.mentions if act.bounds[0] <= m.start and m.end <= place.start]
    travellers = [m for m in before if m.case in (FREE, GENITIVE) and not set(m.actors) & set(place.actors)]
    return (travellers[-1] if travellers else None), place


def invited(act: Act, scene: Scene) -> tuple[Mention | None, Mention | None]:
    """Who invites and who is invited where an act happens at an invitation (應 … 邀請, 總統將訪問 …)."""
    sentence = scene.sentence
    first, last = act.bounds
    match = at_invitation(act, sentence)
    before = [m for m in scene.mentions if match and first + match.end() <= m.start and m.end <= act.head]
    if match is None or not before:
        return None, None
    guests = [m for m in scene.mentions if first <= m.start and m.end <= first + match.start()]
    guests = guests[-1:] or [m for m in scene.mentions if m.start >= last and m.case is FREE]
    guests = [m for m in guests if not set(m.actors) & set(before[-1].actors)]
    return before[-1], guests[0] if guests else None


def brokered(act: Act, scene: Scene) -> tuple[Mention | None, Mention | None]:
    """Who brings whom together, where an act happens under somebody's mediation (在法国斡旋下，双方 …)."""
    sentence = scene.sentence
    shape = sentence.lexicon.grammar.shapes["brokered"]
    if shape is None or act.concept != "mediate" or shape.match(sentence.folded, act.head_end) is None:
        return None, None
    broker = next((m for m in reversed(scene.mentions) if m.end <= act.start), None)
    if broker is None or act.start - broker.end > 1:
        return None, None
    others = [m for m in scene.mentions if m.case is FREE and not set(m.actors) & set(broker.actors)]
    before = [m for m in others if act.bounds[0] <= m.start and m.end <= broker.start]
    after = [m for m in others if m.start >= act.head_end]
    return broker, next(iter((*reversed(before), *after)), None)


def protested_at(act: Act, scene: Scene) -> tuple[Mention | None, Mention | None]:
    """At whom a crowd protests in the clause, and who else is named there.

    Before whose embassy it stands (在美國大使館前示威), or whom a clause about it names (イスラエルに抗議するデモ).
    """
    shapes, text = scene.sentence.lexicon.grammar.shapes, scene.sentence.folded
    embassy, aim = shapes["before_embassy"], shapes["protested_at"]
    first, last = act.bounds
    named = [m for m in scene.mentions if first <= m.start < last]
    owner = next((m for m in reversed(named) if embassy is not None and embassy.match(text, m.start)), None)
    owner = owner or next((m for m in named if aim is not None and aim.match(text, m.end)), None)
    others = [m for m in named if owner is not None and not set(m.actors) & set(owner.actors)]
    return owner, others[0] if others else None
