"""Which issue a stretch of text is about: the region's keywords decide, else the pair of actors whose ties it names."""

import ahocorasick_rs

from stateofplay.knowledge.fold import fold
from stateofplay.knowledge.region import Region

Keywords = tuple[ahocorasick_rs.AhoCorasick, tuple[str, ...]]


def issue_of(text: str, actors: frozenset[str], language: str, region: Region) -> str:
    """Id of the issue with most keywords in `text`; else `a-b-relations` of the two `actors` at stake; "" for none.

    `language` is a language's folder: zh, en, ja or ko.
    """
    automaton, ids = _keywords(region.id, language, region)
    found: dict[str, int] = {}
    folded = fold(text, language).lower()
    for pattern, start, end in automaton.find_matches_as_indexes(folded):
        found[ids[pattern]] = found.get(ids[pattern], 0) + end - start
    if found:
        return max(found, key=lambda id: (found[id], id))
    return "-".join(sorted(actor.lower() for actor in actors)) + "-relations" if len(actors) == 2 else ""


_CACHE: dict[tuple[str, str], Keywords] = {}


def _keywords(id: str, language: str, region: Region) -> Keywords:
    """The automaton of a language's issue keywords and the issue of each."""
    if (id, language) not in _CACHE:
        pairs = [(fold(w, language).lower(), issue.id) for issue in region.issues for w in issue.words(language)]
        kind = ahocorasick_rs.MatchKind.LeftmostLongest
        automaton = ahocorasick_rs.AhoCorasick([word for word, _ in pairs], matchkind=kind)
        _CACHE[id, language] = automaton, tuple(issue for _, issue in pairs)
    return _CACHE[id, language]
