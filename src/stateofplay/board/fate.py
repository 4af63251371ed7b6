"""Fate: what a deed makes of a promise, and the words that say what became of one."""

import re
from functools import cache

from stateofplay.knowledge.fold import fold, lowered
from stateofplay.knowledge.spelling import LANGUAGES
from stateofplay.knowledge.table import rows, structure


@cache
def fates() -> dict[str, str]:
    """Type of a giver's deed on the matter of a promise → what it makes of the promise."""
    return dict(structure("vocabulary", "promises.yaml")["fates"])


@cache
def fate_words(language: str) -> dict[str, str]:
    """Word, folded and in lower case → what it says became of a promise, in the folder `language`."""
    table = rows("vocabulary", "languages", language, "promises.tsv")
    return {lowered(fold(row["form"], language)): row["state"] for row in table}


def state_in(quote: str, language: str) -> str:
    """What the first word of fate in a quote says became of a promise; "" for none. `language` is a folder.

    >>> state_in("Seoul was slow to deliver", "en")
    'delayed'
    """
    match = _pattern(language).search(lowered(fold(quote, language)))
    return fate_words(language)[match.group()] if match else ""


@cache
def any_word() -> str:
    """All words of fate as one pattern of DuckDB, as written and folded: quotes are not folded there.

    It finds more than `state_in` says, never less.
    """
    tables = (rows("vocabulary", "languages", language, "promises.tsv") for language in LANGUAGES)
    forms = {row["form"].lower() for table in tables for row in table}
    return "|".join(sorted(forms | {lowered(fold(form, "zh")) for form in forms}))


@cache
def _pattern(language: str) -> re.Pattern[str]:
    words = sorted(fate_words(language), key=len, reverse=True)
    return re.compile("|".join(map(_whole, words)))


def _whole(word: str) -> str:
    """The word as a pattern; in letters that set words apart, only where it is whole."""
    return rf"\b{re.escape(word)}\b" if word.isascii() else re.escape(word)
