"""Coordination: mentions between which only a coordinator stands are one (A and B, A、B, A與B)."""

from dataclasses import replace

from stateofplay.reading.mention import FREE, PARTNER, PLACE, SUBJECT, TARGET, TOWNS, Mention
from stateofplay.reading.sentence import Sentence


def coordinated(mentions: list[Mention], sentence: Sentence) -> list[Mention]:
    """Join mentions between which only a coordinator stands: "A and B", A、B, A與B."""
    coordinators, joined = sentence.lexicon.grammar.settings.get("coordinators", ()), mentions[:1]
    for mention in mentions[1:]:
        last = joined[-1]
        if _coordinates(last, mention, coordinators, sentence):
            head = mention if sentence.lexicon.grammar.order == "sov" else last
            joined[-1] = replace(
                last,
                end=mention.end,
                actors=last.actors + mention.actors,
                case=head.case,
                use="group",
                topic=head.topic,
            )
        else:
            joined.append(mention)
    return joined


def _coordinates(last: Mention, mention: Mention, coordinators: tuple[str, ...], sentence: Sentence) -> bool:
    """Whether a coordinator makes one of two mentions, and is not what sets a list or a place beside them."""
    text, sov = sentence.folded, sentence.lexicon.grammar.order == "sov"
    gap = text[last.end : mention.start].lower()
    if gap[:1] in (")", "）") and text.endswith(("(", "（"), 0, last.start):
        gap = gap[1:]  # 中（中國大陸）、日: the bracket only says the name again
    at_place = last.case is PLACE and mention.case is PARTNER
    if at_place and (mention.person or mention.role):
        gap = ""
    if not gap and (pairs := sentence.lexicon.grammar.shapes["pairs_before"]) is not None:
        plain = last.case is FREE is mention.case and not (last.role or mention.role or {last.use, mention.use} & TOWNS)
        return plain and not set(last.actors) & set(mention.actors) and pairs.match(text, mention.end) is not None
    if gap not in coordinators or set(last.actors) & set(mention.actors):
        return False
    if last.case is PARTNER and mention.case is PLACE and mention.use in TOWNS and last.use not in TOWNS:
        return False
    ends = text[mention.end : mention.end + 1] in sentence.lexicon.grammar.stops
    if at_place and not ends and gap in sentence.lexicon.grammar.settings.get("never_lists_places", ()):
        return False
    if gap == "、" and last.use == "military" and mention.use == "group":
        return False
    if sov and _sets_apart(gap, last, mention, sentence):
        return False
    return sentence.tokens is None or _list_goes_on(last, mention, sentence)


def _sets_apart(gap: str, last: Mention, mention: Mention, sentence: Sentence) -> bool:
    """Whether a comma lists no actors where the verb comes last: before a partner, or behind a headline's topic."""
    if gap.strip() in ("、", ",") and mention.case in (PARTNER, TARGET):
        return True
    if last.start > 0 and sentence.folded[last.start - 1] not in '"“':
        return False
    if gap == "、" and mention.case is not SUBJECT:
        return mention.case is not FREE or sentence.folded[mention.end : mention.end + 1] not in ("、", "と")
    return gap == ", " and _headline_topic(mention, sentence)


def _list_goes_on(last: Mention, mention: Mention, sentence: Sentence) -> bool:
    """Whether two mentions may be parts of one list: no pronoun, and after a comma an "and" still to come."""
    gap = sentence.folded[last.end : mention.start].strip()
    if "pronoun" in (last.use, mention.use) or (last.use == "group" and gap == "-"):
        return False
    if gap not in (",", ", the"):
        return True
    tail = sentence.folded[mention.end : mention.end + 60]
    headline = last.start == 0 and sentence.folded[-1:].isalnum()
    goes_on = tail.startswith((" and ", ", and ")) or (tail.startswith(", ") and " and " in tail)
    return headline or (goes_on and bool(last.person) == bool(mention.person))


def _headline_topic(following: Mention, sentence: Sentence) -> bool:
    """Whether what a headline opens with and sets off by a comma is its topic, not the first of a list."""
    rest = sentence.folded[following.end :]
    return following.case is not SUBJECT and not rest.startswith(", ") and not rest.rstrip().endswith(".")
