"""The day from which a document's dates are reckoned: its publication, else what its own words say of the time.

A reference day only resolves dates that leave their year unsaid. It is never the publication date of the document.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import timedelta
from functools import cache
from typing import NamedTuple

from stateofplay.day import Day
from stateofplay.documents.document import Document
from stateofplay.knowledge.fold import fold, lowered
from stateofplay.knowledge.region import Region
from stateofplay.knowledge.term import Term
from stateofplay.reading.lexicon import Cue, Lexicon
from stateofplay.reading.lexicon import terms as terms_of
from stateofplay.reading.sentence import NameHit, Sentence, find_in, scanned
from stateofplay.reading.when import find_days, names_year

_LEADERS = ("head-of-state", "head-of-government")
_MONTH = timedelta(days=30)
_HALF_YEAR = timedelta(days=183)
_YEAR = timedelta(days=366)


class Folded(NamedTuple):
    """A passage: its text, the text folded, and the folder of its language."""

    text: str
    folded: str
    folder: str


def reference_day(document: Document, lexicons: dict[str, Lexicon], region: Region) -> Day | None:
    """Publication, else the latest full date named, else a day on which the leaders named were all in office."""
    if document.published is not None:
        return document.published
    passages = [
        Folded(p.text, fold(p.text, p.language.folder), p.language.folder)
        for p in document.passages
        if p.language.folder
    ]
    named = list(_named(passages))
    full = [day for day in named if day.length == 1]
    if full:
        return max(full)
    together = _leaders_together(passages, lexicons, region)
    later = [day for day in named if together and together.last < day.first <= together.last + _YEAR]
    return Day.on(max(later).first + _MONTH) if later else together


def _named(passages: list[Folded]) -> Iterator[Day]:
    """Days that the text names with their year."""
    for _, folded, folder in passages:
        if names_year(folded, folder):
            yield from (hit.day for hit in find_days(folded, folder, None, None))


def _leaders_together(passages: list[Folded], lexicons: dict[str, Lexicon], region: Region) -> Day | None:
    """The last day on which every leader named with the office was in it; half a year in where no end is known."""
    terms = [
        term
        for folder, lexicon in lexicons.items()
        for found in find_in((p.text for p in passages if p.folder == folder and _led(p.folded, lexicon)), lexicon)
        for person in _in_office(scanned(found, lexicon))
        if (term := _latest_term(person, region)) is not None
    ]
    if not terms:
        return None
    begun = max(term.first for term in terms)
    ended = min((term.ends.last for term in terms if term.ends and term.ends.last >= begun), default=None)
    return Day.on(ended or begun + _HALF_YEAR)


def _led(folded: str, lexicon: Lexicon) -> bool:
    """Whether a person and a title of leaders are named at all; quicker than to scan for everything."""
    if _titles(lexicon.language).search(lowered(folded)) is None:
        return False
    return any(names[0].person for _, _, names in lexicon.names.find(folded))


@cache
def _titles(language: str) -> re.Pattern[str]:
    """The titles of leaders in a language."""
    leading = {form for form, term in terms_of(language) if isinstance(term, Cue) and term.value in _LEADERS}
    return re.compile("|".join(sorted(re.escape(fold(form, language).lower()) for form in leading)) or "$^")


def _latest_term(person: str, region: Region) -> Term | None:
    led = (term for term in region.terms_of(person) if region.office(term.office).role in _LEADERS)
    return max(led, key=lambda term: term.first, default=None)


def _in_office(sentence: Sentence) -> Iterator[str]:
    """Persons whose name touches a leader's title that nothing marks as past."""
    former: Iterable[str] = sentence.lexicon.grammar.settings.get("former", ())
    for title in sentence.cues_of("title"):
        if title.cue.value not in _LEADERS or sentence.folded[: title.start].rstrip().lower().endswith(tuple(former)):
            continue
        for hit in sentence.names:
            if hit.names[0].person and _touches(hit, title.start, title.end, sentence):
                yield hit.names[0].person


def _touches(hit: NameHit, start: int, end: int, sentence: Sentence) -> bool:
    between = sentence.folded[hit.end : start] if hit.end <= start else sentence.folded[end : hit.start]
    return len(between) <= 1 and (hit.end <= start or end <= hit.start) and not between.strip()
