"""Bystanders: states that a sentence names and that do nothing in it, where a language says how to tell.

A town by which talks go, whoever only reports, the states in a term in quotation marks.
"""

import re

from stateofplay.reading.mention import FREE, GENITIVE, MODIFIER, PLACE, Mention
from stateofplay.reading.sentence import Sentence

_TOWNS = frozenset({"capital", "city"})
_BARE = frozenset({FREE, GENITIVE, MODIFIER})


def but_bystanders(mentions: list[Mention], sentence: Sentence) -> list[Mention]:
    """The mentions without those that only report; towns by which talks go are places."""
    venue, reports = sentence.lexicon.grammar.shapes["venue"], sentence.lexicon.grammar.shapes["reported_by"]
    if venue is not None:
        mentions = [_as_venue(mention, venue, sentence) for mention in mentions]
    spans = [match.span() for match in reports.finditer(sentence.folded)] if reports is not None else []
    if not spans:
        return mentions
    return [m for m in mentions if not any(first <= m.start and m.end <= last for first, last in spans)]


def _as_venue(mention: Mention, venue: re.Pattern[str], sentence: Sentence) -> Mention:
    """A town by which talks or a deal go is where they were held, no side (維也納會談, 開羅協議)."""
    if mention.use not in _TOWNS or mention.case not in _BARE:
        return mention
    return mention.with_case(PLACE) if venue.match(sentence.folded, mention.end) else mention


def beside_strangers(mention: Mention, sentence: Sentence) -> bool:
    """Whether an "and" before the mention joins it to others of no state known: all are subjects (歐洲各國和歐盟)."""
    shape = sentence.lexicon.grammar.shapes["unnamed_beside"]
    return shape is not None and shape.search(sentence.folded, 0, mention.start) is not None


def within_term(start: int, end: int, sentence: Sentence) -> bool:
    """Whether a stretch lies in a term in quotation marks that stands in the run of a clause (「台日交流團」)."""
    shape = sentence.lexicon.grammar.shapes["term"]
    found = shape.finditer(sentence.folded) if shape is not None else ()
    return any(match.start("term") <= start and end <= match.end("term") for match in found)
