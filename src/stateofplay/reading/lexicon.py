"""A language as the reader sees it: its words, cues, titles and names, in two automata that scan a text once each.

All of it is data in `vocabulary/languages/<language>/`; this module only loads, folds and indexes it.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any, Generic, TypeVar

import ahocorasick_rs

from stateofplay.errors import DataFileError
from stateofplay.knowledge.fold import fold
from stateofplay.knowledge.name import Name
from stateofplay.knowledge.table import numbered_rows, structure
from stateofplay.reading.inflection import forms

VERB, VERBAL_NOUN, NOUN, LOOSE, EVENT, DEED, SAYING, MAKER, THING = (1 << at for at in range(9))
"""What a word may be, as bits, so that one look tells it of all words of a form.

Its part of speech; whether it counts away from actors (`LOOSE`), tells an event by itself (`EVENT`), is no noun and
tells an event, by itself or with a thing (`DEED`), is a plain word of saying, makes an event with some thing, or is a
thing with which some event is made.
"""
_PARTS = {"v": VERB, "vn": VERBAL_NOUN, "n": NOUN}


@dataclass(frozen=True, kw_only=True)
class Concept:
    """What a word means for reading, in any language.

    `part` is act (makes an event by itself), op (makes one together with a thing: raise + tariff), or thing.
    `frame` says who acts on whom: toward, mutual, joint, domestic, received. `takes` says what the act does to acts
    told in its complement: `swallow` (they are its content, not events), `plan`, `deny`, `report` (left alone) or "".
    `needs`: `target` or `own`, a target or a source that the act's own clause must name.
    """

    name: str
    part: str
    type: str = ""
    frame: str = "toward"
    takes: str = ""
    needs: str = ""

    @cached_property
    def things(self) -> dict[str, "Combination"]:
        """Thing → the event that the concept makes with it; none for what is a thing itself."""
        return _made_with().get(self.name, {}) if self.part != "thing" else {}


@dataclass(frozen=True, kw_only=True)
class Combination:
    """An op and a thing that together make an event of `type`."""

    op: str
    thing: str
    type: str
    frame: str
    takes: str


@dataclass(frozen=True, kw_only=True)
class Word:
    """A form of a word in one language; `tight` words count only next to an actor (訪, 赴).

    `goal`: the actors that the word itself names as its target (訪米). `leads`: the prepositions one of which must
    follow for the word to mean this (a call with, hit with).
    """

    form: str
    concept: Concept
    part: str
    tag: str
    tight: bool = False
    goal: tuple[str, ...] = ()
    leads: tuple[str, ...] = ()

    @cached_property
    def traits(self) -> int:
        """What the word may be, as bits."""
        concept = self.concept
        deed = self.part != "n" and (concept.type or concept.part == "op")
        return (
            _PARTS[self.part]
            | (0 if self.tight else LOOSE)
            | (EVENT if concept.type else 0)
            | (DEED if deed else 0)
            | (SAYING if concept.name == "say" else 0)
            | (MAKER if concept.things else 0)
            | (THING if concept.name in _things() else 0)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """A grammatical word: `role` (case, status, voice, pronoun, clause, speech, head …), its `value`, and `side`.

    `side` is where it stands relative to what it marks: before or after.
    """

    form: str
    role: str
    value: str
    side: str


_SHADES = {"likelihood.tsv": "likelihood", "causes.tsv": "cause", "stances.tsv": "stance"}
Entry = Word | Cue


def traits_of(words: Iterable[Word]) -> int:
    """What any of the words may be, as bits."""
    traits = 0
    for word in words:
        traits |= word.traits
    return traits


class Form(tuple[Entry, ...]):
    """All that one written form may stand for. Words and cues are parted when the form is first met, and only then."""

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """Its words, in order."""
        return tuple(entry for entry in self if isinstance(entry, Word))

    @cached_property
    def cues(self) -> tuple[Cue, ...]:
        """Its cues, in order."""
        return tuple(entry for entry in self if isinstance(entry, Cue))

    @cached_property
    def traits(self) -> int:
        """What its words may be, as bits."""
        return traits_of(self.words)


Held = TypeVar("Held")


@cache
def concepts() -> dict[str, Concept]:
    """Concept by name, from `vocabulary/concepts.tsv`."""
    return {
        row["concept"]: Concept(
            name=row["concept"],
            part=row["part"],
            type=row["type"],
            frame=row["frame"] or "toward",
            takes=row["takes"],
            needs=row["needs"],
        )
        for _, row in numbered_rows("vocabulary", "concepts.tsv")
    }


@cache
def combinations() -> dict[tuple[str, str], Combination]:
    """(op, thing) → combination, from `vocabulary/combinations.tsv`; a cell may name several ops or things."""
    table: dict[tuple[str, str], Combination] = {}
    for _, row in numbered_rows("vocabulary", "combinations.tsv"):
        for op in row["op"].split():
            for thing in row["thing"].split():
                table[op, thing] = Combination(
                    op=op, thing=thing, type=row["type"], frame=row["frame"] or "toward", takes=row["takes"]
                )
    return table


@cache
def _made_with() -> dict[str, dict[str, Combination]]:
    """Op → thing → combination."""
    table: dict[str, dict[str, Combination]] = defaultdict(dict)
    for (op, thing), found in combinations().items():
        table[op][thing] = found
    return dict(table)


@cache
def _things() -> frozenset[str]:
    """The concepts with which something makes an event."""
    return frozenset(thing for _, thing in combinations())


class Scanner(Generic[Held]):
    """Longest, leftmost occurrences of many forms in a text, each with all that it stands for, as `hold` holds it."""

    def __init__(self, entries: Iterable[tuple[str, Any]], hold: Callable[[list[Any]], Held]) -> None:
        found: dict[str, list[Any]] = defaultdict(list)
        for form, entry in entries:
            if entry not in found[form]:
                found[form].append(entry)
        self._entries = [hold(values) for values in found.values()]
        self._automaton = ahocorasick_rs.AhoCorasick(
            list(found), matchkind=ahocorasick_rs.MatchKind.LeftmostLongest, store_patterns=False
        )

    def find(self, text: str) -> list[tuple[int, int, Held]]:
        """What `scan` gives of a text whose words are not set apart."""
        entries = self._entries
        return [(start, end, entries[form]) for form, start, end in self._automaton.find_matches_as_indexes(text)]

    def scan(self, text: str, *, bounded: bool) -> Iterator[tuple[int, int, Held]]:
        """(start, end, entries) in order; with `bounded`, only whole words (no letter or digit on either side).

        Where the longest occurrence begins or ends inside a word, those within its whole words count.
        """
        size = len(text)
        for pattern, start, end in self._automaton.find_matches_as_indexes(text):
            if bounded:
                split_before = start and text[start - 1].isalnum() and text[start].isalnum()
                split_after = end < size and text[end].isalnum() and text[end - 1].isalnum()
                if split_before or split_after:
                    first = text.find(" ", start, end) + 1 if split_before else start
                    last = text.rfind(" ", start, end) if split_after else end
                    if (first or not split_before) and first < last:
                        inside = self.scan(text[first:last], bounded=True)
                        yield from ((first + one, first + other, entries) for one, other, entries in inside)
                    continue
            yield start, end, self._entries[pattern]


@dataclass(frozen=True, kw_only=True)
class Grammar:
    """Settings of a language, from its `grammar.yaml`.

    `order` is svo or sov. `spaced`: words are set off by spaces. `home`: the actor that "the government" means in this
    language's press, "" for none. `single_before` and `single_after`: characters beside which a one-character name
    counts. `stops`: characters that end a clause. `settings`: the rest; `shapes` has those that are regular
    expressions or tables of them, compiled when first asked for, and None for one that the language does not set.
    """

    language: str
    order: str
    spaced: bool
    home: str
    single_before: str
    single_after: str
    stops: str
    settings: dict[str, Any]

    @cached_property
    def shapes(self) -> dict[str, Any]:
        """The regular expressions among the settings."""
        return _Shapes(self.settings)


class _Shapes(dict[str, Any]):
    def __init__(self, settings: dict[str, Any]) -> None:
        self._settings = settings

    def __missing__(self, name: str) -> Any:
        self[name] = _compiled(self._settings.get(name))
        return self[name]


def _compiled(written: Any) -> Any:
    """A regular expression; of a table of several, each; None of None."""
    if isinstance(written, dict):
        return {key: _compiled(item) for key, item in written.items()}
    return re.compile(written) if isinstance(written, str) else written


@dataclass(frozen=True, kw_only=True)
class Lexicon:
    """All that one language brings to reading."""

    grammar: Grammar
    terms: Scanner[Form]
    names: Scanner[tuple[Name, ...]]

    @cached_property
    def language(self) -> str:
        """Name of the language's folder: zh, en, ja or ko."""
        return self.grammar.language


def open_lexicon(language: str, names: Iterable[Name]) -> Lexicon:
    """The lexicon of `language` with `names` of actors and persons; DataFileError when its data are at fault."""
    return Lexicon(
        grammar=grammar(language),
        terms=Scanner(((fold(form, language).lower(), entry) for form, entry in terms(language)), Form),
        names=Scanner(((fold(name.form, language), name) for name in names), tuple),
    )


@cache
def grammar(language: str) -> Grammar:
    """The language's `grammar.yaml`."""
    found = dict(structure("vocabulary", "languages", language, "grammar.yaml"))
    keys = ("order", "spaced", "home", "single_before", "single_after", "stops")
    return Grammar(
        language=language,
        settings={key: _fixed(value) for key, value in found.items() if key not in keys},
        **{key: found.get(key, False if key == "spaced" else "") for key in keys},
    )


def _fixed(value: Any) -> Any:
    """A setting with its lists as tuples, as string methods take them: then no sentence has to make them anew."""
    if isinstance(value, dict):
        return {key: _fixed(item) for key, item in value.items()}
    return tuple(map(_fixed, value)) if isinstance(value, list) else value


@cache
def terms(language: str) -> tuple[tuple[str, Entry], ...]:
    """(form, entry) of every word and cue of the language."""
    return (*_words(language), *_cues(language))


def _cues(language: str) -> Iterator[tuple[str, Cue]]:
    for number, row in numbered_rows("vocabulary", "languages", language, "cues.tsv"):
        if not row["form"] or not row["role"]:
            raise DataFileError("a cue needs a form and a role", where=f"languages/{language}/cues.tsv:{number}")
        yield row["form"], Cue(form=row["form"], role=row["role"], value=row["value"], side=row["side"] or "before")
    for name, role in _SHADES.items():
        for _, row in numbered_rows("vocabulary", "languages", language, name):
            yield row["form"], Cue(form=row["form"], role=role, value=row["value"], side=row["side"])


def _words(language: str) -> Iterator[tuple[str, Word]]:
    known = concepts()
    for number, row in numbered_rows("vocabulary", "languages", language, "words.tsv"):
        concept = known.get(row["concept"])
        if concept is None:
            place = f"languages/{language}/words.tsv:{number}"
            raise DataFileError(f"unknown concept {row['concept']!r}", where=place, mend="add it to concepts.tsv")
        part, tight, goal = row["part"], "tight" in row["note"], _noted(row["note"], "to=")
        leads = _noted(row["note"], "leads=")
        for form, tag in forms(row["form"], language=language, part=part):
            yield form, Word(form=form, concept=concept, part=part, tag=tag, tight=tight, goal=goal, leads=leads)


def _noted(note: str, key: str) -> tuple[str, ...]:
    """What a word's note gives for a key: actors (`to=USA;KOR`) or prepositions (`leads=with;between`)."""
    return next((tuple(part.removeprefix(key).split(";")) for part in note.split() if part.startswith(key)), ())
