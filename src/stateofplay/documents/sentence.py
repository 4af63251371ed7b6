"""Sentences: every cut falls right after a sentence end, and a short quotation is never cut inside."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from stateofplay.knowledge.table import structure

_WORD_BEFORE: Final = re.compile(r"[^\s(\[“\"‘'「『（]+$")
_NEXT_WORD: Final = re.compile(r"[\s\"'“‘(\[]*(\w+)")
_DATE_BEFORE: Final = re.compile(r"\d\.\s?\d{1,2}\.\s?\d{1,2}$")
_STRAIGHT: Final = str.maketrans("", "", "\"'")
"""Straight quotation marks open and close alike, so they are counted by pairs."""

_LONGEST_WORD: Final = 24
_WESTERN: Final = "en"


@dataclass(frozen=True, kw_only=True)
class Segmentation:
    """How one language ends its sentences; see `segmentation.yaml` in the language's folder for the fields."""

    end: re.Pattern[str]
    openers: str
    closers: str
    paired: str
    goes_on: str
    longest_quotation: int
    abbreviations: frozenset[str]
    may_end: frozenset[str]
    starters: frozenset[str]
    spaced: bool
    label: re.Pattern[str] | None


def sentences(text: str, language: str) -> Iterator[tuple[int, int]]:
    """Start and end of every sentence of the paragraph `text`; the stretches between them are white space.

    `language` is a folder of `vocabulary/languages`; "" (a language that we do not read) is cut as English is.

    >>> list(sentences("他說「好。」，走了。再見。", "zh"))
    [(0, 10), (10, 13)]
    """
    rules = _segmentation(language or _WESTERN)
    start = 0
    if rules.label is not None and (label := rules.label.match(text)) is not None:
        yield _trimmed(text, 0, label.end())
        start = label.end()
    for match in rules.end.finditer(text):
        if match.start() >= start and _cuts(text, start, match, rules):
            yield _trimmed(text, start, match.end())
            start = match.end()
    if text[start:].strip():
        yield _trimmed(text, start, len(text))


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip())
    return start, start + len(piece.strip())


def _cuts(text: str, start: int, match: re.Match[str], rules: Segmentation) -> bool:
    end = match.end()
    after = text[end : end + 1]
    if not after:
        return True
    if after in rules.goes_on and (match.group()[-1] in rules.closers or not after.isalpha()):
        return False
    if rules.longest_quotation and _within_quotation(text, start, end, rules):
        return False
    return not rules.spaced or _ends_spaced(text, match, rules)


def _within_quotation(text: str, start: int, end: int, rules: Segmentation) -> bool:
    if end - start > rules.longest_quotation:
        return False
    piece = text[start:end]
    if piece.count('"') % 2:
        return True
    opened = sum(map(piece.count, rules.openers))
    return opened > 0 and opened > sum(map(piece.count, rules.paired))


def _ends_spaced(text: str, match: re.Match[str], rules: Segmentation) -> bool:
    """Whether a full stop with a space after it ends a sentence, and not an abbreviation, initial or ordinal."""
    end = match.end()
    following = _NEXT_WORD.match(text, end, end + _LONGEST_WORD)
    next_word = following.group(1) if following else ""
    if next_word[:1].islower():
        return False
    if match.group()[0] != ".":
        return True
    found = _WORD_BEFORE.search(text, max(0, match.start() - _LONGEST_WORD), match.start())
    before = found.group() if found else ""
    if before in rules.abbreviations or (before.isdecimal() and _is_ordinal(text, match, next_word)):
        return False
    initial = len(before) == 1 and before.isascii() and before.isupper()
    if initial or before in rules.may_end:
        return next_word in rules.starters
    return True


def _is_ordinal(text: str, match: re.Match[str], next_word: str) -> bool:
    """Whether the full stop belongs to the number before it: a date such as `2025. 8. 25.`, or an item's number."""
    if match.end() - match.start() > 1:
        return False
    return next_word[:1].isdecimal() or bool(
        _DATE_BEFORE.search(text, max(0, match.start() - _LONGEST_WORD), match.start())
    )


@cache
def _segmentation(language: str) -> Segmentation:
    rules: dict[str, Any] = structure("vocabulary", "languages", language, "segmentation.yaml")
    ends, closers = re.escape(rules["ends"]), re.escape(rules["closers"])
    pattern = f"[{ends}]+[{closers}]*"
    if rules["spaced"]:
        glued = re.escape(rules.get("glued", ""))
        pattern += r"(?=\s|$)" + (rf"|(?<=[{glued}])\.(?=[\uac00-\ud7a3])" if glued else "")
    return Segmentation(
        end=re.compile(pattern),
        openers=rules["openers"],
        closers=rules["closers"],
        paired=rules["closers"].translate(_STRAIGHT),
        goes_on=rules["goes_on"],
        longest_quotation=rules["longest_quotation"],
        abbreviations=frozenset(rules["abbreviations"]),
        may_end=frozenset(rules["may_end"]),
        starters=frozenset(rules["starters"]),
        spaced=rules["spaced"],
        label=re.compile(rules["label"]) if "label" in rules else None,
    )
