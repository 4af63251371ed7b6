"""What is sought: the words and phrases of a query, each with the patterns that find it in folded text.

All of them must stand in one passage. What is written without spaces in the text (Chinese, Japanese) or with something
glued to it (Korean) is found wherever it stands; a word in Latin letters only as a word.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any, Final

from stateofplay.errors import YourInput
from stateofplay.knowledge.fold import blind
from stateofplay.knowledge.names import names
from stateofplay.knowledge.region import available, region
from stateofplay.knowledge.table import structure

MOST_TERMS: Final = 20
"""Words and phrases that one query may have."""

_LATIN: Final = re.compile(r"\w", re.ASCII)
_EDGE: Final = r"\b"
_HANGUL: Final = re.compile(r"[\uac00-\ud7a3]+")
_SHORTEST_STEM: Final = 2
_ALONE: Final = "*.,;:!?()[]{}<>。，、；：！？（）《》〈〉…·'\"“”„「」『』«»"


@dataclass(frozen=True, kw_only=True)
class Term:
    """A word, or with `whole` a phrase, to be found as it stands; `text` is folded. `open`: any ending will do."""

    text: str
    whole: bool = False
    open: bool = False

    @property
    def pattern(self) -> str | None:
        """A regular expression, for Python (ASCII) and RE2 alike; None where `text` is found wherever it stands."""
        left, right = (bool(_LATIN.match(self.text[end])) for end in (0, -1))
        if not left and not right:
            return None
        ending = "" if self.whole or self.open else f"(?:{'|'.join(map(re.escape, _rules()['endings']))})?"
        after = "" if self.open or not right else ending + _EDGE
        return (_EDGE if left else "") + re.escape(self.text) + after

    @cached_property
    def finder(self) -> re.Pattern[str]:
        """Finds the term in folded text."""
        return re.compile(self.pattern or re.escape(self.text), re.ASCII)


def sought(query: str) -> tuple[Term, ...]:
    """The terms of `query`: words apart by spaces, phrases in quotes; `word*` stands for any ending.

    YourInput where nothing is left to look for, or more than `MOST_TERMS`.

    >>> [(term.text, term.whole) for term in sought('關稅 "Trade deal"')]
    [('关税', False), ('trade deal', True)]
    """
    found = tuple(dict.fromkeys(_terms(query)))
    if not found:
        raise YourInput(f"nothing to look for in {query!r}", mend="give a word of two characters or more")
    if len(found) > MOST_TERMS:
        raise YourInput(f"{len(found)} words are too many at once", mend=f"give up to {MOST_TERMS}")
    return found


def spans(terms: tuple[Term, ...], folded: str) -> tuple[tuple[int, int], ...]:
    """Where the terms stand in `folded`, first to last; those that touch or overlap are one stretch."""
    found = sorted(match.span() for term in terms for match in term.finder.finditer(folded))
    joined: list[tuple[int, int]] = []
    for start, end in found:
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return tuple(joined)


def _terms(query: str) -> Iterator[Term]:
    for text, whole in _parts(query):
        folded = " ".join(blind(text).split())
        if whole and folded.strip(_ALONE + " "):
            yield Term(text=folded, whole=True)
        elif not whole:
            yield from (_word(word) for word in folded.split() if word.strip(_ALONE))


def _parts(query: str) -> Iterator[tuple[str, bool]]:
    """The query cut into what stands in quotes (true) and what stands outside; a quote left open is none."""
    pairs: dict[str, str] = _rules()["quotes"]
    while query:
        start = min((place for mark in pairs if (place := query.find(mark)) >= 0), default=-1)
        end = query.find(pairs[query[start]], start + 1) if start >= 0 else -1
        if end < 0:
            yield query, False
            return
        yield query[:start], False
        yield query[start + 1 : end], True
        query = query[end + 1 :]


def _word(word: str) -> Term:
    bare = word.strip(_ALONE)
    return Term(text=_stem(bare), open=word.endswith("*"))


def _stem(word: str) -> str:
    """A Korean name without the particle after it; any other word as it is."""
    if _HANGUL.fullmatch(word) and word not in _known():
        for particle in sorted(_rules()["particles"], key=len, reverse=True):
            stem = word.removesuffix(particle)
            if _SHORTEST_STEM <= len(stem) < len(word) and stem in _known():
                return stem
    return word


@cache
def _known() -> frozenset[str]:
    """Korean names and keywords of issues."""
    regions = [region(id) for id in available()]
    forms = {name.form for name in names("ko")}
    forms |= {name.form for known in regions for name in known.names("ko")}
    return frozenset(forms | {word for known in regions for issue in known.issues for word in issue.words("ko")})


@cache
def _rules() -> dict[str, Any]:
    rules: dict[str, Any] = structure("vocabulary", "search.yaml")
    return rules
