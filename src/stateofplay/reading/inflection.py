"""Forms of a dictionary word: the data files name a word once, and every form that running text shows is derived here.

English verbs and nouns are inflected with the irregular forms of `languages/en/irregular.tsv`. Korean and Japanese
verbs, given in dictionary form (ending in 다; a kana of the u row), yield the stems after which endings follow.
Chinese words do not change.
"""

from collections.abc import Iterator
from functools import cache

from stateofplay.knowledge.table import rows

_VOWELS = "aeiou"
_HANGUL = 0xAC00
_FINALS = {"n": 4, "d": 7, "l": 8, "b": 17, "s": 19, "ss": 20}
_CONTRACTED = {
    "ㅣ": "ㅕ",
    "ㅗ": "ㅘ",
    "ㅜ": "ㅝ",
    "ㅡ": "ㅓ",
    "ㅏ": "ㅏ",
    "ㅓ": "ㅓ",
    "ㅐ": "ㅐ",
    "ㅔ": "ㅔ",
    "ㅕ": "ㅕ",
    "ㅚ": "ㅙ",
}
_MIDDLES = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
_GODAN = {
    "う": ("わ", "い", "え", "お", "っ"),
    "く": ("か", "き", "け", "こ", "い"),
    "ぐ": ("が", "ぎ", "げ", "ご", "い"),
    "す": ("さ", "し", "せ", "そ", "し"),
    "つ": ("た", "ち", "て", "と", "っ"),
    "ぬ": ("な", "に", "ね", "の", "ん"),
    "ぶ": ("ば", "び", "べ", "ぼ", "ん"),
    "む": ("ま", "み", "め", "も", "ん"),
    "る": ("ら", "り", "れ", "ろ", "っ"),
}


def forms(word: str, *, language: str, part: str) -> Iterator[tuple[str, str]]:
    """Each form of `word` with its tag.

    `part` is v (verb), n (noun) or vn (a verbal noun such as 非難 or "visit"). Tags: `base`, `s`, `ed`, `ing` for
    English verbs, `noun` for nouns, `stem` for the rest.
    """
    if language == "en":
        yield from _english(word, part)
    elif language == "ko" and part == "v" and word.endswith("다") and len(word) > 1:
        yield from ((form, "stem") for form in _korean(word[:-1]))
    elif language == "ja" and part == "v":
        yield from ((form, "stem") for form in _japanese(word))
    else:
        yield word, "noun" if part == "n" else "stem"


@cache
def _irregular() -> dict[str, tuple[str, str]]:
    table = rows("vocabulary", "languages", "en", "irregular.tsv")
    return {row["base"]: (row["past"], row["participle"]) for row in table}


def pasts() -> frozenset[str]:
    """English past forms that are no participles (spoke, took)."""
    table = _irregular().values()
    return frozenset(past for past, _ in table) - {participle for _, participle in table}


def _english(word: str, part: str) -> Iterator[tuple[str, str]]:
    head, space, rest = word.partition(" ")
    if part != "n":
        yield word, "base"
        yield _plural(head) + space + rest, "s"
        yield _gerund(head) + space + rest, "ing"
        for past in dict.fromkeys(_irregular().get(head, (_past(head),))):
            yield past + space + rest, "ed"
    if part != "v":
        yield word, "noun"
        first, gap, last = word.rpartition(" ")
        yield first + gap + _plural(last), "noun"


def _plural(word: str) -> str:
    if word.endswith(("s", "x", "z", "ch", "sh")) or (word.endswith("o") and word[-2:-1] not in _VOWELS):
        return word + "es"
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return word[:-1] + "ies"
    return word + "s"


def _doubled(word: str) -> str:
    """The stem with its last consonant doubled where a short stressed syllable asks for it (ban → bann)."""
    short = len(word) > 2 and word[-1] not in _VOWELS + "wxy" and word[-2] in _VOWELS and word[-3] not in _VOWELS
    return word + word[-1] if short and sum(c in _VOWELS for c in word) == 1 else word


def _past(word: str) -> str:
    if word.endswith("e"):
        return word + "d"
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return word[:-1] + "ied"
    return _doubled(word) + "ed"


def _gerund(word: str) -> str:
    if _irregular().get(word, ("",))[0] == word + word[-1] + "ed":
        return word + word[-1] + "ing"
    if word.endswith("ie"):
        return word[:-2] + "ying"
    if word.endswith("e") and not word.endswith(("ee", "ye")):
        return word[:-1] + "ing"
    return _doubled(word) + "ing"


def _korean(stem: str) -> Iterator[str]:
    """Stem, past stem and the forms that end in a consonant: 내리 → 내려 내렸 내린 내릴 내립; 막 → 막았 막아."""
    yield stem
    code = ord(stem[-1]) - _HANGUL
    if not 0 <= code < 11172:
        return
    final = code % 28
    if stem.endswith("하"):
        yield from (stem[:-1] + last for last in ("했", "해", "한", "할", "합", "하여"))
    elif stem.endswith("르") and not stem.endswith(("따르", "치르", "들르", "이르")):
        yield from _reu(stem)
    elif final == _FINALS["l"]:
        yield from _after_consonant(stem)
        yield from _closing(stem[:-1] + chr(_HANGUL + code - final), ("n", "b"))
        yield stem[:-1] + chr(_HANGUL + code - final) + "는"
    elif final:
        yield from _after_consonant(stem)
        yield from _softened(stem, final)
    else:
        yield from _contracted(stem)
        yield from _closing(stem, ("n", "l", "b"))


def _middle(syllable: str) -> str:
    return _MIDDLES[(ord(syllable) - _HANGUL) % 588 // 28]


def _closing(stem: str, finals: tuple[str, ...]) -> Iterator[str]:
    """The stem, open at its end, with each final consonant."""
    yield from (stem[:-1] + chr(ord(stem[-1]) + _FINALS[last]) for last in finals)


def _after_consonant(stem: str) -> Iterator[str]:
    """막 → 막아 막았 막은 막을 막으, 맺 → 맺어 맺었 …: the vowel of the ending follows that of the stem."""
    bright = _middle(stem[-1]) in "ㅏㅗ"
    yield from (stem + ending for ending in ("아" if bright else "어", "았" if bright else "었", "은", "을", "으"))


def _softened(stem: str, final: int) -> Iterator[str]:
    """Irregular stems: 돕 → 도와, 눕 → 누워, 묻 → 물어, 짓 → 지어; forms that no verb has do no harm."""
    bare = stem[:-1] + chr(ord(stem[-1]) - final)
    if final == _FINALS["b"]:
        glide, past = ("와", "왔") if stem[-1] in "돕곱" else ("워", "웠")
        yield from (bare + ending for ending in (glide, past, "운", "울", "우"))
    elif final == _FINALS["d"]:
        yield from _after_consonant(bare[:-1] + chr(ord(bare[-1]) + _FINALS["l"]))
    elif final == _FINALS["s"]:
        bright = _middle(bare[-1]) in "ㅏㅗ"
        yield from (bare + ending for ending in ("아" if bright else "어", "았" if bright else "었", "은", "을", "으"))


def _reu(stem: str) -> Iterator[str]:
    """르 doubles its consonant: 부르 → 불러 불렀 부른 부를, 가르 → 갈라."""
    before = stem[-2:-1]
    if before and not (ord(before) - _HANGUL) % 28:
        vowel = "라" if _middle(before) in "ㅏㅗ" else "러"
        doubled = stem[:-2] + chr(ord(before) + _FINALS["l"])
        yield from (doubled + vowel, doubled + chr(ord(vowel) + _FINALS["ss"]))
    yield from _closing(stem, ("n", "l", "b"))


def _contracted(stem: str) -> Iterator[str]:
    """내리 → 내려 내렸; ㅡ takes the vowel that the syllable before it asks for: 모으 → 모아, 크 → 커."""
    middle = _middle(stem[-1])
    vowel = _CONTRACTED.get(middle)
    if middle == "ㅡ" and len(stem) > 1 and _middle(stem[-2]) in "ㅏㅗ":
        vowel = "ㅏ"
    if vowel:
        changed = ord(stem[-1]) + (_MIDDLES.index(vowel) - _MIDDLES.index(middle)) * 28
        yield stem[:-1] + chr(changed)
        yield stem[:-1] + chr(changed + _FINALS["ss"])


def _japanese(word: str) -> Iterator[str]:
    """Stems of a verb: ichidan drop る (求める → 求め); godan change the last kana (塞ぐ → 塞が 塞ぎ …).

    する is irregular (表する → 表し 表さ 表せ).
    """
    last = word[-1]
    if word.endswith("する") and len(word) > 3:
        yield from (word[:-2] + stem for stem in ("する", "し", "さ", "せ"))
        return
    if last == "る" and word[-2:-1] and word[-2] in "えけげせぜてでねべめれいきぎしじちにびみり":
        yield word[:-1]
        return
    if last not in _GODAN:
        yield word
        return
    yield word
    yield from dict.fromkeys(word[:-1] + kana for kana in _GODAN[last])
