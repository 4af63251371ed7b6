"""Invitations and trips: who invites and who is invited, who went where."""

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
