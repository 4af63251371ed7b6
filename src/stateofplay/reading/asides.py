"""Asides: phrases of several words that stand like one adverb ("last week", "a day later", "in turn").

Taken word by word they would be nouns, and so part a verb from its subject ("Peru last week recalled its envoy").
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

Phrases = Mapping[str, tuple[tuple[str, ...], ...]]
_SLOT = re.compile(r"[A-Z]+")
_YEAR = re.compile(r"(?:19|20)\d\d")


def phrases_of(templates: Iterable[str], slots: Mapping[str, Collection[str]]) -> Phrases:
    """First word → phrases, the longest first; a word in capitals stands for each of those that `slots` names.

    >>> phrases_of(["last TIME", "in turn"], {"TIME": ["week", "may"]})
    {'last': (('last', 'week'), ('last', 'may')), 'in': (('in', 'turn'),)}
    """
    found: dict[str, list[tuple[str, ...]]] = {}
    for template in templates:
        for written in _filled(template, slots):
            words = tuple(written.split())
            found.setdefault(words[0], []).append(words)
    return {first: tuple(sorted(every, key=len, reverse=True)) for first, every in found.items()}


def _filled(template: str, slots: Mapping[str, Collection[str]]) -> Iterator[str]:
    slot = _SLOT.search(template)
    if slot is None:
        yield template
        return
    for word in slots[slot.group()]:
        yield from _filled(template[: slot.start()] + word + template[slot.end() :], slots)


def asides(words: Sequence[str], phrases: Phrases) -> Iterator[tuple[int, int]]:
    """(first, end) of each phrase that stands in `words`."""
    at, size = 0, len(words)
    while at < size:
        for phrase in phrases.get(words[at], ()):
            end = at + len(phrase)
            if end <= size and all(words[at + k] == phrase[k] for k in range(1, len(phrase))):
                yield at, end
                at = end - 1
                break
        at += 1


def is_year(word: str) -> bool:
    """Whether a word is the number of a year ("in 2014 Russia annexed")."""
    return len(word) == 4 and _YEAR.fullmatch(word) is not None
