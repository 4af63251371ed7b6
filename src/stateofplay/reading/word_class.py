"""Word classes: in a language of spaced words every word of a sentence has one class, read off it and its neighbours.

"Calls" is a noun in "resisted calls to trade" and a verb in "Ankara calls on Berlin": a form that may be either takes
the class that its neighbours leave it. The words that decide are data (`languages/<language>/classes.yaml`).
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from stateofplay.knowledge.lasting import lasting
from stateofplay.knowledge.table import structure
from stateofplay.reading.asides import Phrases, phrases_of
from stateofplay.reading.inflection import forms, pasts
from stateofplay.reading.lexicon import Word, grammar, terms

FINITE, INFINITIVE, GERUND, PARTICIPLE = "V", "I", "G", "E"
NAME, NOUN, ADJECTIVE, DETERMINER, PRONOUN = "X", "N", "J", "D", "Y"
PREPOSITION, MODAL, BE, HAVE, DO, TO = "P", "M", "B", "H", "O", "T"
AND, JOIN, WHO, THAT, ADVERB, COMMA, STOP, QUOTE = "C", "S", "R", "W", "A", "K", "Z", "Q"
VERBS = frozenset({FINITE, INFINITIVE, GERUND, PARTICIPLE})
PROPER = "U"
NOMINAL = frozenset({NAME, NOUN, ADJECTIVE, DETERMINER, PRONOUN, PROPER})

_THINGS = frozenset({NOUN, ADJECTIVE, NAME, ADVERB})
_TO_DO = "to-do"
"""What a word asks for that means this only before an infinitive (a threat to leave, not a threat to peace)."""
_ADVERBIAL = re.compile(r"(?!fly|rally|apply|supply|ally)\w+ly")
_LISTS = (
    "speakers",
    "bystanders",
    "lifeless",
    "unmet",
    "scenes",
    "beneath",
    "meanwhile",
    "crowds",
    "captives",
    "at_home",
)
"""Plain lists of words among the classes."""
_DEEDS = VERBS | {BE, MODAL, PREPOSITION}

_KINDS = {
    "determiner": DETERMINER,
    "adjective": ADJECTIVE,
    "noun": NOUN,
    "preposition": PREPOSITION,
    "modal": MODAL,
    "be": BE,
    "have": HAVE,
    "do": DO,
    "to": TO,
    "and": AND,
    "join": JOIN,
    "who": WHO,
    "that": THAT,
    "pronoun": PRONOUN,
    "adverb": ADVERB,
}


@dataclass(frozen=True, kw_only=True)
class Classes:
    """What a language's words may be: the fixed class of function words, and the tags of verb and noun forms."""

    fixed: dict[str, str]
    tags: dict[str, frozenset[str]]
    pasts: frozenset[str]
    speakers: frozenset[str]
    reports: frozenset[str]
    steers: frozenset[str]
    bystanders: frozenset[str]
    judges: frozenset[str]
    undergoes: frozenset[str]
    lifeless: frozenset[str]
    crowds: frozenset[str]
    captives: frozenset[str]
    at_home: frozenset[str]
    unmet: frozenset[str]
    scenes: frozenset[str]
    beneath: frozenset[str]
    meanwhile: frozenset[str]
    asides: Phrases
    during: frozenset[str] = frozenset()
    times: frozenset[str] = frozenset()


@cache
@lasting()
def classes_of(language: str) -> Classes | None:
    """The classes of `languages/<language>/classes.yaml`; None for a language that needs none."""
    if not grammar(language).settings.get("word_classes"):
        return None
    data = structure("vocabulary", "languages", language, "classes.yaml")
    tags: dict[str, set[str]] = defaultdict(set)
    for form, tag in _tagged(language, data):
        tags[form].add(tag)
    verbs = {key: frozenset(_verb_forms(data[key], language)) for key in ("reports", "steers", "judges", "undergoes")}
    return Classes(
        fixed={word: _KINDS[kind] for kind, words in data["words"].items() for word in words},
        tags={form: frozenset(found) for form, found in tags.items()},
        pasts=pasts(),
        asides=phrases_of(data.get("asides", ()), data.get("aside_words", {})),
        **{key: frozenset(data[key]) for key in _LISTS},
        **verbs,
        during=frozenset(data.get("during", ())),
        times=frozenset(data.get("times", ())),
    )


def _verb_forms(words: Iterable[str], language: str) -> Iterator[str]:
    for word in words:
        yield from (form.partition(" ")[0] for form, _ in forms(word, language=language, part="v"))


def _tagged(language: str, data: dict[str, list[str]]) -> Iterator[tuple[str, str]]:
    """Each single word with the tags that the lexicon or the plain lists give it."""
    for form, entry in terms(language):
        if isinstance(entry, Word):
            words = form.lower().split()
            if entry.tag == "noun":
                yield words[-1], "noun"
            elif not (words[1:] and _ADVERBIAL.fullmatch(words[0])):
                yield words[0], entry.tag
    for key, part in (("verbs", "v"), ("either", "vn")):
        for word in data[key]:
            yield from forms(word, language=language, part=part)


@dataclass(kw_only=True)
class Tokens:
    """The words of a sentence with their places and classes, in order."""

    starts: list[int]
    ends: list[int]
    words: list[str]
    kinds: list[str]
    times: frozenset[str] = frozenset()

    def at(self, offset: int) -> int:
        """Index of the token that starts at or after `offset`; the last one where none does."""
        return min(bisect_left(self.starts, offset), len(self.starts) - 1)

    def before(self, offset: int) -> int:
        """Index of the last token that starts before `offset`."""
        return max(bisect_left(self.starts, offset) - 1, 0)


def fitting(words: tuple[Word, ...], start: int, end: int, tokens: Tokens) -> tuple[Word, ...]:
    """Those of `words` at `start`..`end` whose tag agrees with the class of their governing token.

    What a word means only before a certain preposition comes first where that one follows, else not at all.
    """
    first = tokens.kinds[tokens.at(start)]
    last = tokens.kinds[tokens.before(end)]
    found = [
        word
        for word in words
        if (last in _THINGS if word.tag == "noun" else first in _DEEDS) or word.concept.name == "trap"
    ]
    if any(word.leads for word in found):
        found = [word for word in found if not word.leads or _leads(word, end, tokens)]
        found.sort(key=lambda word: not word.leads)
    return tuple(found)


def _leads(word: Word, end: int, tokens: Tokens) -> bool:
    """Whether the next preposition after `end`, but for those of time, is one that the word asks for."""
    passed = {ADVERB, QUOTE} if word.tag == "noun" else NOMINAL | {ADVERB, QUOTE, COMMA, AND}
    at = bisect_left(tokens.starts, end)
    while at < len(tokens.kinds):
        timed = at + 1 < len(tokens.kinds) and _of_time(at, tokens)
        if (tokens.words[at] in word.leads and not timed) or (tokens.kinds[at] == TO and _TO_DO in word.leads):
            return True
        if not timed and tokens.kinds[at] not in passed:
            return False
        at += 1 + timed
    return False


def _of_time(at: int, tokens: Tokens) -> bool:
    """Whether a word of time opens at token `at`: on Monday, in May, last week."""
    if tokens.kinds[at] == PREPOSITION and tokens.kinds[at + 1] == ADVERB:
        return True
    return tokens.kinds[at] in (PREPOSITION, DETERMINER) and tokens.words[at + 1] in tokens.times
