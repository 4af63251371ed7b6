"""Bystanders: states that a sentence names and that do nothing in it, where a language says how to tell.

A town by which talks go, whoever only reports, the states in a term in quotation marks.
"""

import re
from functools import cache

from stateofplay.knowledge.actor import actors as known_actors
from stateofplay.reading.act import Act
from stateofplay.reading.mention import FREE, GENITIVE, INNER, MODIFIER, PLACE, TARGET, TOWNS, Mention, nearest
from stateofplay.reading.sentence import Sentence

_WHERE_HELD = frozenset({"CONSULT", "AGREE", "COOPERATE", "TRANSITION", "PROTEST"})
_WHERE_DONE = frozenset({"ASSAULT", "MOBILIZE", "COERCE", "RETREAT", "AID"})
_BARE = frozenset({FREE, GENITIVE, MODIFIER})


def but_bystanders(mentions: list[Mention], sentence: Sentence) -> list[Mention]:
    """The mentions without those that only report; towns by which talks go are places."""
    venue, reports = sentence.lexicon.grammar.shapes["venue"], sentence.lexicon.grammar.shapes["reported_by"]
    if venue is not None:
        mentions = [_as_home_of_group(at, mentions, sentence) for at in range(len(mentions))]
        mentions = [_as_venue(mention, venue, sentence) for mention in mentions]
        mentions = [_as_matter(at, mentions, sentence) for at in range(len(mentions))]
    spans = [match.span() for match in reports.finditer(sentence.folded)] if reports is not None else []
    if not spans:
        return mentions
    return [m for m in mentions if not any(first <= m.start and m.end <= last for first, last in spans)]


def _as_home_of_group(at: int, mentions: list[Mention], sentence: Sentence) -> Mention:
    """A state right before an armed group in it only says whose it is (巴勒斯坦武裝組織哈瑪斯)."""
    mention, following = mentions[at], mentions[at + 1] if at + 1 < len(mentions) else None
    if following is None or mention.case is not FREE or len(mention.actors) > 1 or not is_armed(following.actors):
        return mention
    gap = sentence.lexicon.grammar.shapes["armed_of"].fullmatch(sentence.folded, mention.end, following.start)
    return mention.with_case(INNER) if gap is not None else mention


def _as_venue(mention: Mention, venue: re.Pattern[str], sentence: Sentence) -> Mention:
    """A town by which talks or a deal go is where they were held, no side (維也納會談, 開羅協議)."""
    if mention.use not in TOWNS or mention.case not in _BARE:
        return mention
    return mention.with_case(PLACE) if venue.match(sentence.folded, mention.end) else mention


def _as_matter(at: int, mentions: list[Mention], sentence: Sentence) -> Mention:
    """Two by whose war or peace talks a clause goes that others act in are no side of it (就結束俄烏戰爭協商)."""
    mention = mentions[at]
    if len(mention.actors) < 2 or mention.case is not FREE or not at:
        return mention
    clause = sentence.clause_at(mention.start)
    acting = any(m.case is FREE and sentence.clause_at(m.start) == clause for m in mentions[:at])
    matter = sentence.lexicon.grammar.shapes["matter"].match(sentence.folded, mention.end)
    return mention.with_case(INNER) if acting and matter is not None else mention


def beside_strangers(mention: Mention, sentence: Sentence) -> bool:
    """Whether an "and" before the mention joins it to others of no state known: all are subjects (歐洲各國和歐盟)."""
    shape = sentence.lexicon.grammar.shapes["unnamed_beside"]
    return shape is not None and shape.search(sentence.folded, 0, mention.start) is not None


def within_term(start: int, end: int, sentence: Sentence) -> bool:
    """Whether a stretch lies in a term in quotation marks that stands in the run of a clause (「台日交流團」)."""
    shape = sentence.lexicon.grammar.shapes["term"]
    found = shape.finditer(sentence.folded) if shape is not None else ()
    return any(match.start("term") <= start and end <= match.end("term") for match in found)


def prepared_for(before: tuple[Mention, ...], sentence: Sentence) -> Mention | None:
    """The group whose talks are what something is done for (為川普與普京會談做準備): they are the sides."""
    shape = sentence.lexicon.grammar.shapes["serves"]
    group = next((m for m in reversed(before) if len(m.actors) > 1 and m.case is TARGET), None)
    if shape is None or group is None:
        return None
    return group if shape.search(sentence.folded, 0, group.start) is not None else None


def pressing(act: Act, before: tuple[Mention, ...], sentence: Sentence) -> Mention | None:
    """Who presses or brokers, where the act only tells under what something happens (在美方施壓下)."""
    shape = sentence.lexicon.grammar.shapes["under"]
    first, _ = act.bounds
    place = nearest(before, PLACE)
    if shape is None or place is None:
        return None
    found = shape.search(sentence.folded, first, act.end + 2)
    return place if found is not None and found.start() <= place.start < act.head < found.end() else None


def opens_time(act: Act, before: tuple[Mention, ...], sentence: Sentence) -> Mention | None:
    """Who acts in a clause of time, behind the word that opens it (在印度對巴基斯坦發動襲擊後)."""
    opens: tuple[str, ...] = sentence.lexicon.grammar.settings.get("time_opens", ())
    place = nearest(before, PLACE)
    if not opens or place is None or act.type in _WHERE_HELD or not sentence.folded.endswith(opens, 0, place.start):
        return None
    if not sentence.folded.startswith(sentence.lexicon.grammar.settings["time_frames"], act.end):
        return None
    aimed = any(place.end <= m.start and m.case is TARGET for m in before)
    return place if aimed or act.type not in _WHERE_DONE else None


def of_relative(agent: Mention, act: Act, sentence: Sentence) -> bool:
    """Whether an agent's verb only describes a noun before the act (由以色列控制的地區)."""
    shape = sentence.lexicon.grammar.shapes["agent_relative"]
    return shape is not None and not act.noun and shape.match(sentence.folded, agent.end, act.head) is not None


def described(act: Act, after: tuple[Mention, ...], sentence: Sentence) -> Mention | None:
    """The person whom the act with its object describes, where verbs stand in the middle (到訪埃及的伊朗外長)."""
    if act.concept == "visit" and after and sentence.folded[act.head_end : after[0].start] == "的":
        return after[0] if after[0].person or after[0].role else None
    if act.noun or len(after) < 2 or not sentence.lexicon.grammar.settings.get("topic_chain"):
        return None
    told, head = after[:2]
    touches = told.start == act.head_end and sentence.folded[told.end : head.start] == "的"
    return head if touches and (head.person or head.role) else None


def is_armed(actors: tuple[str, ...]) -> bool:
    """Whether the one actor named is an armed group."""
    return len(actors) == 1 and actors[0] in _armed()


@cache
def _armed() -> frozenset[str]:
    return frozenset(id for id, known in known_actors().items() if known.kind == "armed")
