"""Asides: phrases of several words that stand like one adverb ("last week", "a day later", "in turn").

Taken word by word they would be nouns, and so part a verb from its subject ("Peru last week recalled its envoy").
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

Phrases = Mapping[str, tuple[tuple[int, frozenset[tuple[str, ...]]], ...]]
"""First word → the phrases that it opens, by their length in words, the longest first."""
_SLOT = re.compile(r"[A-Z]+")
_YEAR = re.compile(r"(?:19|20)\d\d")


def phrases_of(templates: Iterable[str], slots: Mapping[str, Collection[str]]) -> Phrases:
    """The phrases of `templates`; a word in capitals stands for each of those that `slots` names.

    >>> sorted(phrases_of(["last TIME", "in turn"], {"TIME": ["week", "may"]})["last"][0][1])
    [('last', 'may'), ('last', 'week')]
    """
    found: dict[str, dict[int, set[tuple[str, ...]]]] = {}
    for template in templates:
        for written in _filled(template, slots):
            words = tuple(written.split())
            found.setdefault(words[0], {}).setdefault(len(words), set()).add(words)
    return {
        first: tuple((size, frozenset(lengths[size])) for size in sorted(lengths, reverse=True))
        for first, lengths in found.items()
    }


def _filled(template: str, slots: Mapping[str, Collection[str]]) -> Iterator[str]:
    slot = _SLOT.search(template)
    if slot is None:
        yield template
        return
    for word in slots[slot.group()]:
        yield from _filled(template[: slot.start()] + word + template[slot.end() :], slots)


def asides(words: Sequence[str], phrases: Phrases) -> Iterator[tuple[int, int]]:
    """(first, end) of each phrase that stands in `words`."""
    end = 0
    for at, word in enumerate(words):
        if at < end or word not in phrases:
            continue
        for size, every in phrases[word]:
            if tuple(words[at : at + size]) in every:
                end = at + size
                yield at, end
                break


def is_year(word: str) -> bool:
    """Whether a word is the number of a year ("in 2014 Russia annexed")."""
    return len(word) == 4 and _YEAR.fullmatch(word) is not None
