"""Eojeol: the spaced word of Korean, a stem with particles or endings; a term stands in it only where one may begin.

A verb begins its eojeol, a noun begins it or follows a noun of two syllables or more, a name begins it or follows a
prefix (대중국, 주일본). A language without the setting `eojeol` has none of these limits.
"""

from dataclasses import dataclass
from functools import cache

from stateofplay.reading.lexicon import Cue, Entry, grammar
from stateofplay.reading.mention import FREE, GENITIVE, MODIFIER, SUBJECT, TOPIC, Case, Mention

_FIRST, _LAST = "\uac00", "\ud7a3"
_NO_BOUND = frozenset({"case", "status", "voice"})
_LONGEST_PARTICLE = 6
_LONGEST_BRACKET = 24
_PART = 2
"""Syllables of the first part of a noun written together with the next."""
_NOUN_AND_PARTICLE = 3
_NOTE = 3
"""Characters of a bracket with one Chinese character: 대(對)."""
_OBJECTS = ("을 ", "를 ", "도 ", "은 ", "는 ", "만 ")
_SUBJECT_MARKS = ("이", "가", "은", "는", "도", "들이", "들은", "들도")
_OPENING = ("'", '"', "“", "‘", "(")
_CLOSING = ("'", '"', "”", "’", ")")


@dataclass(frozen=True, kw_only=True)
class Rules:
    """The setting `eojeol` of a language.

    `prefixes`: syllables before a name or noun that leave it one; `toward`: those that mean "to" (대미, 방중).
    `singles`: syllables that are a state's name before an office (미 국무부), or with which a headline opens (중, …);
    `alone`: those that are one wherever they are a word by themselves; `aims`: those that are one after "to".
    `particles`: what may follow a noun.
    `endings`: what may follow a verb stem of one syllable. `suffixes`: single syllables that may follow a name of two
    (중국산, 미국인). `no_particle`: nouns that only seem to end in one. `pronoun_cases`: case by last syllable.
    `stops`: endings of words that close no noun phrase (adverbs, verbs before a noun). `bound`: endings that are words
    of their own, though they follow a stem (협력하기로 했다), but not after one of `unbound` (않기로 했다).
    `compounds`: nouns that are written together with a name (러시아대사관). `topics`: words that make a name a topic.
    `light`: forms of 하다, a verb only behind an object. `idle`: who does not act for the state named (배우, 축구팀).
    """

    prefixes: frozenset[str]
    toward: frozenset[str]
    singles: frozenset[str]
    alone: frozenset[str]
    aims: frozenset[str]
    particles: tuple[str, ...]
    endings: tuple[str, ...]
    suffixes: frozenset[str]
    no_particle: tuple[str, ...]
    stops: tuple[str, ...]
    bound: tuple[str, ...]
    unbound: tuple[str, ...]
    compounds: tuple[str, ...]
    topics: tuple[str, ...]
    light: tuple[str, ...]
    idle: tuple[str, ...]
    pronoun_cases: dict[str, Case]


@cache
def rules_of(language: str) -> Rules | None:
    """The rules of a language, None where its grammar has no `eojeol`."""
    settings = grammar(language).settings
    found: dict[str, list[str]] | None = settings.get("eojeol")
    if found is None:
        return None
    return Rules(
        prefixes=frozenset(found["prefixes"]),
        toward=frozenset(found["toward"]),
        particles=tuple(found["particles"]),
        endings=tuple(found["endings"]),
        suffixes=frozenset(found["suffixes"]),
        no_particle=tuple(found["no_particle"]),
        stops=tuple(found["stops"]),
        bound=tuple(found["bound"]),
        unbound=tuple(found["unbound"]),
        compounds=tuple(found["compounds"]),
        topics=tuple(found["topics"]),
        light=tuple(found["light"]),
        idle=tuple(noun + mark for noun in found["idle"] for mark in _SUBJECT_MARKS),
        singles=frozenset(found["singles"]),
        alone=frozenset(found["alone"]),
        aims=frozenset(found["aims"]),
        pronoun_cases={last: Case(case) for last, case in settings["pronoun_cases"].items()},
    )


def syllables_before(text: str, at: int) -> int:
    """How many syllables of the same eojeol stand right before `at`."""
    start = at
    while start and _FIRST <= text[start - 1] <= _LAST:
        start -= 1
    return at - start


def _opens_with_noun(text: str, start: int, end: int, before: int, name_ends: set[int]) -> bool:
    """Whether a verb of several words opens with a noun that is the last part of a longer one (중국대사를 초치하다)."""
    noun = text.find(" ", start, end) - start
    return noun >= _NOUN_AND_PARTICLE and (before >= _PART or start in name_ends)


def eojeol_end(text: str, at: int) -> int:
    """Where the run of syllables, letters and digits that holds `at` ends."""
    while at < len(text) and (text[at].isalnum() or text[at] in "%·"):
        at += 1
    return at


def may_stand(entry: Entry, start: int, end: int, text: str, name_ends: set[int], rules: Rules) -> bool:
    """Whether the word or cue may be read at `start`..`end`."""
    before = syllables_before(text, start)
    if isinstance(entry, Cue):
        if before and start not in name_ends and entry.role not in _NO_BOUND:
            return False
        return entry.role in (*_NO_BOUND, "speech") or _closed(text, end, rules)
    if entry.part == "v":
        apart = end - start > 1 or (text[end : end + 1] != "-" and (not start or text[start - 1].isspace()))
        if text[start:end] in rules.light and not text[:start].endswith(_OBJECTS):
            return False
        free = (before == 0 and apart) or (text.startswith(rules.bound, start) and text[start - 1] not in rules.unbound)
        free = free or _opens_with_noun(text, start, end, before, name_ends)
        return free and (end - start > 1 or _inflected(text, end, rules))
    if end - start == 1:
        return before == 0 and _closed(text, end, rules)
    return before != 1 or start in name_ends or text[start - 1] in rules.prefixes


def _closed(text: str, end: int, rules: Rules) -> bool:
    """Whether a noun may end at `end`: nothing but particles follows in its eojeol."""
    return end >= len(text) or not _FIRST <= text[end] <= _LAST or text.startswith(rules.particles, end)


def _inflected(text: str, end: int, rules: Rules) -> bool:
    """Whether the syllable before `end` is a verb form: a past one, an adnominal one, or a stem with its ending."""
    final = (ord(text[end - 1]) - ord(_FIRST)) % 28
    if final == 20:
        return True
    if end >= len(text) or not _FIRST <= text[end] <= _LAST:
        return final in (4, 8) or (final == 0 and text[: end - 1].endswith(("을 ", "를 ")))
    if final in (4, 8):
        return text.startswith("다", end)
    return text.startswith(rules.endings, end)


def _built_on(rest: str, rules: Rules) -> bool:
    """Whether what follows a name is a particle, or a suffix or office with particles; else the name is no name."""
    if rest.startswith((*rules.particles, *rules.compounds)) or not _FIRST <= rest[0] <= _LAST:
        return True
    return rest[0] in rules.suffixes


def name_stands(start: int, end: int, text: str, rules: Rules) -> bool:
    """Whether a name of two syllables or more may be read at `start`..`end`."""
    if not _FIRST <= text[start] <= _LAST:
        return True
    before = syllables_before(text, start)
    if before > 1 or (before == 1 and text[start - 1] not in rules.prefixes):
        return False
    rest = text[end : eojeol_end(text, end)]
    if len(rest) > 1 and rest.isalpha() and rest not in rules.compounds and not _built_on(rest, rules):
        return False
    if end - start > 2:
        return True
    return len(rest) != 1 or rest in rules.suffixes or rest in rules.particles or not _FIRST <= rest <= _LAST


def single_stands(start: int, end: int, text: str, rules: Rules, *, titled: bool) -> bool:
    """Whether one syllable is a state's name: after a prefix that means "to" (대미), or before an office.

    `titled`: whether an office is named behind it.
    """
    before = syllables_before(text, start)
    if not before and text.startswith("-", end) and text[start] in rules.aims:
        return True
    if before == 1 and text[start - 1] in rules.toward and text[start] in rules.aims:
        return _closed(text, end, rules)
    if before or text[start] not in rules.singles or text[:start][-1:].isdigit():
        return False
    if text.startswith(", ", end) and (not start or text[start - 1] in '…"“'):
        return True
    return text.startswith(" ", end) and (titled or text[start] in rules.alone)


def marked_aim(start: int, text: str, rules: Rules) -> bool:
    """Whether a syllable right before a name means "to" (대이란), with its Chinese character in brackets or not."""
    at = start - _NOTE if start > _NOTE and text[start - _NOTE] == "(" and text[start - 1] == ")" else start
    return at > 0 and text[at - 1] in rules.toward and syllables_before(text, at) == 1


def phrase_case(
    mention: Mention,
    limit: int,
    after: dict[int, tuple[int, Case]],
    acts: list[tuple[int, int]],
    text: str,
    rules: Rules,
) -> Case | None:
    """The case of the noun phrase that a mention opens: that of its last noun's particle.

    A word for an act in the phrase makes the mention its modifier (미국 방문을), 의 an owner; what a state owns may act
    for it (중국의 군용기가), what a person owns does not (총리의 발언이). `limit` is where the next mention begins,
    `acts` are the words for acts.
    """
    end, at, owned = mention.end, _past_marks(mention.end, text), False
    for _ in range(5):
        close = min(eojeol_end(text, at), limit)
        if any(at <= start < close for start, _ in acts):
            return GENITIVE if owned else MODIFIER
        case, stop = _particle(at, close, after, text, rules)
        if case is GENITIVE and stop < limit:
            owned = True
        elif case is not None:
            acting = case in (SUBJECT, TOPIC) and mention.use != "person"
            if acting and at > end and text[at:stop].endswith(rules.idle):
                return GENITIVE if owned else MODIFIER
            return case if not owned or acting else GENITIVE
        elif stop > at and text[:stop].endswith(rules.stops):
            break
        stop = _past_marks(stop, text)
        if stop >= limit or not text.startswith(" ", stop):
            break
        at = stop + 1 + (text[stop + 1 : stop + 2] in _OPENING)
    if owned:
        return GENITIVE
    return MODIFIER if at > end else None


def _past_marks(at: int, text: str) -> int:
    """Where the particle of a word stands that brackets or a closing mark follow: 유럽연합(EU)은, ‘조약’을."""
    if text.startswith("(", at) and 0 < (close := text.find(")", at)) - at < _LONGEST_BRACKET:
        at = close + 1
    while at < len(text) and text[at] in _CLOSING:
        at += 1
    return at


def _particle(
    at: int, close: int, after: dict[int, tuple[int, Case]], text: str, rules: Rules
) -> tuple[Case | None, int]:
    """The case that the particle at the end of the eojeol `at`..`close` marks, and where that particle ends."""
    if text[at:close].endswith(rules.no_particle):
        return None, close
    for start in range(max(at, close - _LONGEST_PARTICLE), close):
        stop, case = after.get(start, (0, FREE))
        if stop >= close:
            return case, stop
    return None, close
