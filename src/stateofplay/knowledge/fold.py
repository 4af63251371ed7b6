"""Folding for matching: strictly one character in, one character out, so offsets never move."""

import unicodedata
from functools import cache
from typing import Final

import opencc

from stateofplay.knowledge.table import rows

_TOP: Final = 0x10000
"""Characters past the first plane are left alone: the rare ideographs there stand in no name that we match."""

_IDEOGRAPHS: Final = ((0x3400, 0x4DC0), (0x4E00, 0xA000))
_WIDE: Final = ((0x2F00, 0x2FD6), (0xFF01, 0xFF5F), (0xFF61, 0xFFBF), (0xFFE0, 0xFFE7), (0xF900, 0xFB00))
_DOTS: Final = "·•‧∙⋅・･ㆍ"
_HYPHENS: Final = "‐‑"
_SPACES: Final = "\u00a0\u2002\u2003\u2007\u2009\u202f\u3000"
_APOSTROPHES: Final = "‘’ʼ"


def fold(text: str, language: str) -> str:
    """`text` as the lexicons see it; `len(fold(text, language)) == len(text)`, always.

    Full-width forms become half-width, half-width kana full-width, radicals ideographs, any kind of space a space,
    any kind of middle dot one (・ in Japanese, · elsewhere). Chinese (any tag that starts with `zh`) becomes
    Simplified, character by character, and loses its variants (砲 is 炮); in English the typographic apostrophe
    becomes the plain one. Case is kept.

    >>> fold("韓國ＫＯＲＥＡ", "zh-Hant")
    '韩国KOREA'
    """
    return text.translate(_table(language.partition("-")[0]))


def lowered(text: str) -> str:
    """`text` in lower case; length is kept, so a letter whose lower case is two stays as it is (İ).

    >>> lowered("Seoul İ")
    'seoul İ'
    """
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def blind(text: str) -> str:
    """`text` without anything that a search should not see: script, width, case, the kind of a space or a quote.

    Length is kept. Han characters of all languages meet in the Simplified form, also those of Japan: 対 and 对 are one.

    >>> blind("經濟ＫＯＲＥＡ") == blind("经济korea"), blind("沢") == blind("澤")
    (True, True)
    """
    return lowered(text.translate(_blind()))


def unradical(text: str) -> str:
    """`text` with CJK radicals (U+2E80-2FD5) replaced by the ideographs they stand for; length is kept."""
    return text.translate(_radicals())


def simplified(ideographs: str) -> str:
    """Each ideograph in its Simplified form by itself, without regard to its neighbours; length is kept."""
    return "".join(opencc.OpenCC("t2s").convert("\n".join(ideographs)).split("\n"))


def traditional(ideographs: str) -> str:
    """Each ideograph in its Traditional form by itself; length is kept."""
    return "".join(opencc.OpenCC("s2t").convert("\n".join(ideographs)).split("\n"))


def all_ideographs() -> str:
    """Every code point of the ideograph blocks of the first plane."""
    return "".join(chr(code) for first, end in _IDEOGRAPHS for code in range(first, end))


@cache
def _radicals() -> dict[int, int]:
    kangxi = {code: ord(unicodedata.normalize("NFKC", chr(code))) for code in range(0x2F00, 0x2FD6)}
    return kangxi | {ord(row["radical"]): ord(row["ideograph"]) for row in rows("vocabulary", "radicals.tsv")}


@cache
def _table(language: str) -> str:
    """Code point → folded character, as one string: the fastest table that `str.translate` knows."""
    table = [chr(code) if not 0xD800 <= code < 0xE000 else "\ufffd" for code in range(_TOP)]
    for code in (code for first, end in _WIDE for code in range(first, end)):
        folded = unicodedata.normalize("NFKC", chr(code))
        if len(folded) == 1:
            table[code] = folded
    for code, ideograph in _radicals().items():
        table[code] = chr(ideograph)
    for characters, one in _signs(language):
        for character in characters:
            table[ord(character)] = one
    return _in_simplified(table) if language == "zh" else "".join(table)


@cache
def _blind() -> str:
    """The table of Chinese, to which Japanese forms, the marks of English and the ends of lines are added."""
    table = list(_table("zh"))
    ideographs = all_ideographs()
    alike = opencc.OpenCC("jp2t").convert("\n".join(ideographs)).split("\n")
    for character, old in zip(ideographs, alike, strict=True):
        if len(old) == 1 and old != character:
            table[ord(character)] = table[ord(old)]
    for characters, one in ((_APOSTROPHES, "'"), ("\n\r\t\f\v", " ")):
        for character in characters:
            table[ord(character)] = one
    return "".join(table)


def _signs(language: str) -> tuple[tuple[str, str], ...]:
    apostrophes = _APOSTROPHES if language == "en" else ""
    return (_DOTS, "・" if language == "ja" else "·"), (_HYPHENS, "-"), (_SPACES, " "), (apostrophes, "'")


def _in_simplified(table: list[str]) -> str:
    ideographs = all_ideographs()
    simple = dict(zip(ideographs, simplified(ideographs), strict=True))
    simple |= {row["variant"]: row["ideograph"] for row in rows("vocabulary", "variants.tsv")}
    return "".join([simple.get(character, character) for character in table])
