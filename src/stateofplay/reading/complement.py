"""A complement: where the content of an act is told that demands, threatens or agrees; it swallows the acts in it.

They are its content, not events of their own, unless they stand apart or are told as facts.
"""

import re

from stateofplay.reading.act import Act
from stateofplay.reading.governed import told_inside
from stateofplay.reading.mention import SUBJECT, Mention
from stateofplay.reading.noun_content import content_of
from stateofplay.reading.sentence import Sentence

_REACTIONS = frozenset({"REJECT", "ACCUSE", "SUPPORT"})
_TOLD_OF = frozenset({"ACCUSE", "REQUEST", "THREATEN"})
_OPENS = 3
"""Characters that may stand before the name with which a clause opens."""


def complement(act: Act, sentence: Sentence) -> tuple[int, int]:
    """Where the content of a complement-taking act is told: after it in svo languages, before it in sov languages."""
    first, last = act.bounds
    if act.concept == "reaffirm" and act.head_end >= last - 1 and sentence.lexicon.grammar.settings.get("topic_chain"):
        ends = [at for at in (sentence.folded.find(stop, act.head_end) for stop in "；;") if at >= 0]
        return act.head_end, min(ends, default=len(sentence.folded))
    if sentence.lexicon.grammar.order != "svo":
        return min(first, quote_before(act, sentence)), act.head
    last = content_end(act, sentence) or last
    goes_on = tuple(sentence.lexicon.grammar.settings.get("goes_on", ()))
    for start, end in sentence.clauses[act.clause + 1 :] if goes_on else ():
        if not sentence.folded.startswith(goes_on, start):
            break
        last = end
    return act.head_end, _end_of_threat(act, last, sentence) if act.type == "THREATEN" else last


def _on_condition(act: Act, sentence: Sentence) -> bool:
    """Whether the clause of an act opens as a condition that names whose deed it is (若伊朗開槍): a deed supposed.

    That something is not done (如果德國不撤軍) only says what is demanded.
    """
    shape = sentence.lexicon.grammar.shapes["threat_goes_on"]
    found = shape.match(sentence.folded, act.bounds[0]) if shape is not None else None
    if found is None or not found["if"]:
        return False
    if any(hit.cue.value == "denied" and hit.end == act.head for hit in sentence.cues_of("status")):
        return False
    named = next((hit.start for hit in sentence.names if 0 <= hit.start - found.end() <= _OPENS), None)
    return named is not None and not any(found.end() <= hit.start < named for hit in sentence.words)


def _end_of_threat(act: Act, last: int, sentence: Sentence) -> int:
    """Where the condition of a threat behind a comma ends, and what is threatened (警告說，若…拒絕，將…制裁)."""
    shape = sentence.lexicon.grammar.shapes["threat_goes_on"]
    for start, end in sentence.clauses[act.clause + 1 :] if shape is not None else ():
        if not shape.match(sentence.folded, start):
            break
        last = end
    return last


def content_end(act: Act, sentence: Sentence) -> int | None:
    """Where the content ends that follows words of blame, demand or threat behind a comma (他批評，美國 …); else None.

    In a language of topic chains, where the next clause opens with a name.
    """
    at = act.clause
    if act.type not in _TOLD_OF or act.concept == "invite" or act.takes != "swallow" or act.noun:
        return None
    if at + 1 >= len(sentence.clauses) or act.head_end < sentence.clauses[at][1] - 1:
        return None
    first, last = sentence.clauses[at + 1]
    if not sentence.lexicon.grammar.settings.get("topic_chain"):
        return None
    if sentence.folded[first] in "「“『‘":
        return last
    opens = next((hit.start for hit in sentence.names if 0 <= hit.start - first <= _OPENS), None)
    if opens is None or any(first <= hit.start < opens for hit in sentence.words):
        return None
    return last


def quote_before(act: Act, sentence: Sentence) -> int:
    """Where the speech opens that the act takes up ("…"고 비난했다); the act's own place where there is none."""
    shape = sentence.lexicon.grammar.shapes["quote_taken_up"]
    match = shape.search(sentence.folded[: act.head]) if shape else None
    if match is None:
        return act.head
    closing = match.start()
    mark = {"”": "“", "’": "‘"}.get(sentence.folded[closing], sentence.folded[closing])
    opening = sentence.folded.rfind(mark, 0, closing)
    return opening if opening >= 0 else act.head


def at_invitation(act: Act, sentence: Sentence) -> re.Match[str] | None:
    """What opens an invitation at which something else happens (應 … 邀請訪問); None for one that is told itself."""
    opener: re.Pattern[str] | None = sentence.lexicon.grammar.shapes["invited"]
    if opener is None or act.concept != "invite":
        return None
    return opener.search(sentence.folded[act.bounds[0] : act.head])


def swallows(other: Act, act: Act, sentence: Sentence, mentions: list[Mention]) -> bool:
    """Whether `act` is content of what `other` demands, threatens or agrees, and no event of its own."""
    if other.takes != "swallow" or other.head == act.head or _stands_apart(act, sentence):
        return False
    if sentence.tokens is not None:
        tokens = sentence.tokens
        if other.noun:
            span = content_of(tokens.before(other.head_end), tokens)
            return span is not None and span[0] <= tokens.at(act.head) < span[1]
        return told_inside(tokens.at(other.head), tokens.at(act.head), tokens)
    if at_invitation(other, sentence) is not None:
        return False
    first, last = complement(other, sentence)
    if not first <= act.head < last:
        return _in_content(other, act, sentence, mentions)
    if other.type == "THREATEN" and act.clause > other.clause and _on_condition(act, sentence):
        return False
    return not _told_as_fact(act, other, sentence)


def _in_content(other: Act, act: Act, sentence: Sentence, mentions: list[Mention]) -> bool:
    """Whether an act of an earlier clause is content too: its own subject stands behind the topic that asks or claims.

    중국은 일본이 발언을 철회하고 … 바로잡을 것을 촉구했다: it is Japan that is to take it back.
    """
    shape = sentence.lexicon.grammar.shapes["content_end"]
    if shape is None or act.head >= other.head or not shape.search(sentence.folded[: other.head]):
        return False
    if sentence.lexicon.grammar.shapes["report_end"].search(sentence.folded[act.head_end : other.head]):
        return False
    topics = [m for m in mentions if m.topic and m.end <= act.head]
    doers = [m for m in mentions if m.case is SUBJECT and not m.topic and topics and m.start > topics[-1].end]
    return (
        bool(topics and doers)
        and doers[0].end <= act.head
        and not any(m.topic or m.end > act.head for m in doers if m.end <= other.head)
    )


def _stands_apart(act: Act, sentence: Sentence) -> bool:
    """Whether an act is told on its own inside a complement: as a condition, or as what an actor named next does."""
    settings, shapes = sentence.lexicon.grammar.settings, sentence.lexicon.grammar.shapes
    if act.noun and "apart_noun" in settings and sentence.folded[: act.start].endswith(settings["owner_mark"]):
        return shapes["apart_noun"].match(sentence.folded, act.head_end) is not None
    if shapes["apart"] is None or act.noun:
        return False
    match = shapes["apart"].match(sentence.folded[act.head_end :])
    if match is None:
        return False
    return match["noun"] is None or any(hit.start == act.head_end + match.start("noun") for hit in sentence.names)


def _told_as_fact(act: Act, other: Act, sentence: Sentence) -> bool:
    """Whether an act stands before another as a fact (보낸 사실을 시인), not as what is asked or claimed."""
    shapes, text = sentence.lexicon.grammar.shapes, sentence.folded
    if shapes["factive"] is None:
        return False
    if shapes["factive"].search(text[act.head_end : other.head]):
        return True
    if act.noun:
        owners = (text[hit.end : act.start] for hit in sentence.names if hit.end <= act.start)
        return other.type in _REACTIONS and any(shapes["owned"].fullmatch(gap) for gap in owners)
    heads = (text[act.head_end : hit.start] for hit in sentence.names if act.head_end < hit.start <= other.head)
    return any(shapes["relative"].fullmatch(gap) for gap in heads)
