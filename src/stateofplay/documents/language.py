"""Language and script of stretches of text: what a stretch does not tell by itself, its neighbours tell."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

import opencc

from stateofplay.documents.document import Language
from stateofplay.knowledge.fold import all_ideographs, simplified, traditional
from stateofplay.knowledge.recall import recalled
from stateofplay.knowledge.table import rows

_WORD: Final = re.compile(r"[^\W\d_]+")
_IDEOGRAPH_WORTH: Final = 4
"""An ideograph, kana or Korean syllable says about as much as so many Latin letters."""

_SAMPLE: Final = 1500
"""Characters of a stretch that are looked at; nobody changes language so late in one paragraph unseen by `mixed`."""

_ENOUGH_WORDS: Final = 4
_KANA_SHARE: Final = 0.06
_JAPANESE_FORM_WORTH: Final = 3
"""Forms such as 脳 stand in Japanese only, while most that Chinese writes in one script Japanese writes too."""

_FOREIGN_LETTERS: Final = 0.03
_RARE_IN_BIG5: Final = b"\xc9\x40"
"""From here on Big5 lists the characters that it takes for rare, among them forms that only others use."""

_ADDRESS: Final = re.compile(r"(?:https?://|www\.)[!-~]+")
_BLOCKS: Final = (
    (0x3400, 0xA000, "c"),
    (0xAC00, 0xD7A4, "h"),
    (0xF900, 0xFB00, "c"),
    (0xFB1D, 0xFE00, "o"),
    (0xFE70, 0xFEFD, "o"),
    (0xFF66, 0xFF9E, "k"),
)
"""Blocks past U+3400 that hold letters of one kind only: first code point, end, sign."""


@dataclass(frozen=True, kw_only=True)
class Hint:
    """What a stretch tells by itself: its `language`, or None with the `family` of its letters (han, latin or "").

    `lean` is above 0 where characters that only Traditional Chinese uses prevail, below 0 for Simplified.
    A few Latin words without a family may be a name in any language; `letters` is False where there are none at all.
    """

    language: Language | None
    family: str
    lean: int = 0
    letters: bool = True


def languages(stretches: Sequence[str], known: Language | None = None) -> list[Language]:
    """One language for each stretch of a document, in order; `known` is the answer where given, for all.

    >>> [str(language) for language in languages(["韓國總統訪日。", "日本", "The president of South Korea."])]
    ['zh-Hant', 'zh-Hant', 'en']
    """
    if known is not None:
        return [known] * len(stretches)
    return _settled([hint(stretch) for stretch in stretches])


def hint(text: str) -> Hint:
    """What `text` tells of its language by itself."""
    text = _ADDRESS.sub("", text[:_SAMPLE])
    signs = text.translate(_signs())
    kana, hangul, japanese = signs.count("k"), signs.count("h"), signs.count("j")
    traditional_only, simplified_only = signs.count("t"), signs.count("s")
    han = signs.count("c") + japanese + traditional_only + simplified_only
    latin, foreign, other = signs.count("l"), signs.count("f"), signs.count("o")
    eastern = (kana + hangul + han) * _IDEOGRAPH_WORTH
    if other > max(eastern, latin + foreign):
        return Hint(language=Language.OTHER, family="")
    western = _western(text, latin, foreign) if latin + foreign > eastern else None
    if eastern and (western is None or western.language is None):
        return _eastern(kana, hangul, han, japanese, traditional_only - simplified_only)
    return western or Hint(language=None, family="", letters=False)


def mixed(text: str) -> bool:
    """Whether `text` holds much of both Latin and East Asian writing, so that its sentences need a look each."""
    signs = text.translate(_signs())
    latin = signs.count("l")
    eastern = (len(signs) - latin - signs.count(".") - signs.count("f") - signs.count("o")) * _IDEOGRAPH_WORTH
    return 3 * min(latin, eastern) > max(latin, eastern)


def _eastern(kana: int, hangul: int, han: int, japanese: int, lean: int) -> Hint:
    if hangul * 2 > kana + han:
        return Hint(language=Language.KO, family="hangul")
    if kana > _KANA_SHARE * (kana + han) and (kana > 1 or abs(lean) < 2):
        return Hint(language=Language.JA, family="han")
    if _JAPANESE_FORM_WORTH * japanese > abs(lean):
        return Hint(language=Language.JA, family="han")
    if abs(lean) < 2:
        return Hint(language=None, family="han", lean=lean)
    return Hint(language=Language.ZH_HANT if lean > 0 else Language.ZH_HANS, family="han", lean=lean)


def _western(text: str, latin: int, foreign: int) -> Hint:
    words = _WORD.findall(text.lower())
    counts = {language: sum(map(small.__contains__, words)) for language, small in _small_words().items()}
    english = counts.pop("en")
    strongest = max(counts.values())
    if foreign > _FOREIGN_LETTERS * (latin + foreign) and english <= strongest:
        return Hint(language=Language.OTHER, family="latin")
    if english > strongest and english * 12 >= len(words):
        return Hint(language=Language.EN, family="latin")
    if strongest > english and strongest * 8 >= len(words) and len(words) >= _ENOUGH_WORDS:
        return Hint(language=Language.OTHER, family="latin")
    return Hint(language=None, family="latin" if len(words) >= _ENOUGH_WORDS else "")


def _settled(hints: list[Hint]) -> list[Language]:
    """Undecided stretches take the nearest decided one of their letters, else of any, else a default."""
    settled = [one.language for one in hints]
    for family in ("han", "latin", "hangul"):
        _spread(settled, hints, family)
    answers: list[Language] = []
    for place, language in enumerate(settled):
        answers.append(language or _from_neighbours(settled, hints[place], answers))
    return answers


def _spread(settled: list[Language | None], hints: list[Hint], family: str) -> None:
    """Fill the gaps of one family from the decided stretch before, and those at the start from the first one after."""
    members = [place for place, one in enumerate(hints) if one.family == family]
    last = next((settled[place] for place in members if settled[place]), None)
    for place in members:
        if settled[place] is None:
            settled[place] = last
        last = settled[place]


def _from_neighbours(settled: list[Language | None], one: Hint, before: list[Language]) -> Language:
    """Signs and numbers alone take any neighbour's language; letters of a kind seen nowhere else, their default."""
    if one.family == "latin":
        return Language.EN
    if one.family == "han":
        return Language.ZH_HANT if one.lean > 0 else Language.ZH_HANS
    nearest = before[-1] if before else next((language for language in settled if language), None)
    return nearest or (Language.EN if one.letters else Language.OTHER)


@cache
def _small_words() -> dict[str, frozenset[str]]:
    return {
        row["language"]: frozenset(row["words"].split()) for row in rows("vocabulary", "languages", "stopwords.tsv")
    }


@cache
def _signs() -> str:
    """Code point → its kind: k kana, h hangul, c han, t, s and j han of one script, l Latin, f accented, o other."""
    table = [_sign(chr(code)) for code in range(0x3400)] + ["."] * 0xCC00
    for first, end, sign in _BLOCKS:
        table[first:end] = sign * (end - first)
    for character, sign in _script_signs().items():
        table[ord(character)] = sign
    return "".join(table)


def _sign(character: str) -> str:
    if character.isascii():
        return "l" if character.isalpha() else "."
    if not character.isalpha():
        return "."
    if "\u3041" <= character <= "\u30fa":
        return "k"
    if "\u1100" <= character <= "\u11ff":
        return "h"
    return "f" if character < "\u0250" or "\u1e00" <= character <= "\u1eff" else "o"


def _script_signs() -> Mapping[str, str]:
    """Ideographs that stand in one script only, as told by the version of OpenCC that is installed."""
    ideographs, version = all_ideographs(), opencc.__version__
    found: Mapping[str, str] = recalled("script-signs", version + ideographs, lambda _: _compared(ideographs))
    return found


def _compared(ideographs: str) -> dict[str, str]:
    """Those of `ideographs` that OpenCC's tables change and that the other side's own charset does not have."""
    old = opencc.OpenCC("jp2t").convert("\n".join(ideographs)).split("\n")
    signs = {}
    for character, simple, full, former in zip(
        ideographs, simplified(ideographs), traditional(ideographs), old, strict=True
    ):
        if simple != character and not _is_mainland(character):
            signs[character] = "t"
        elif full != character and not _is_taiwanese(character):
            signs[character] = "s"
        elif former != character and not _is_mainland(character) and not _is_taiwanese(character):
            signs[character] = "j"
    return signs


def _is_mainland(character: str) -> bool:
    """Whether GB 2312, the charset of the mainland's simplified writing, has it."""
    return len(character.encode("gb2312", "ignore")) > 0


def _is_taiwanese(character: str) -> bool:
    """Whether it is one of the common characters of Big5, the charset of Taiwan and Hong Kong."""
    return b"" < character.encode("big5", "ignore") < _RARE_IN_BIG5
