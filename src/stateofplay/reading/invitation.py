"""Invitations: who invites and who is invited, where an act happens at somebody's invitation."""

from stateofplay.reading.act import Act
from stateofplay.reading.mention import FREE, Mention
from stateofplay.reading.scene import Scene


def invited(act: Act, scene: Scene) -> tuple[Mention | None, Mention | None]:
    """Who invites and who is invited where an act happens at an invitation (應 … 邀請, 總統將訪問 …)."""
    sentence = scene.sentence
    opener = sentence.lexicon.grammar.shapes["invited"]
    if opener is None or act.concept != "invite":
        return None, None
    first, last = act.bounds
    match = opener.search(sentence.folded[first : act.head])
    before = [m for m in scene.mentions if match and first + match.end() <= m.start and m.end <= act.head]
    if match is None or not before:
        return None, None
    guests = [m for m in scene.mentions if first <= m.start and m.end <= first + match.start()]
    guests = guests[-1:] or [m for m in scene.mentions if m.start >= last and m.case is FREE]
    guests = [m for m in guests if not set(m.actors) & set(before[-1].actors)]
    return before[-1], guests[0] if guests else None
