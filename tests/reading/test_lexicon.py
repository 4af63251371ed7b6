"""The reader's data, checked whole: one test reports every problem at once."""

from collections.abc import Iterator

import pytest

from stateofplay.errors import DataFileError
from stateofplay.knowledge.event_type import event_types
from stateofplay.knowledge.table import numbered_rows
from stateofplay.reading.lexicon import Scanner, combinations, concepts, grammar, terms
from stateofplay.reading.mention import Case
from stateofplay.reading.statement import Status
from stateofplay.reading.when import calendar_of

LANGUAGES = ("zh", "en", "ja", "ko")
FRAMES = {"toward", "mutual", "joint", "domestic", "received"}
CUES = {
    "case": {case.value for case in Case},
    "status": {status.value for status in Status} | {"forecast"},
    "voice": {"passive"},
    "pronoun": {"both", "latter", "armed", "person", "it", "home", "all", "they", "we"},
    "head": None,
    "title": None,
    "speech": None,
    "clause": None,
}


def problems_of_concepts() -> Iterator[str]:
    types = set(event_types())
    for concept in concepts().values():
        if concept.part not in ("act", "op", "thing"):
            yield f"concept {concept.name}: part {concept.part!r}"
        if concept.type and concept.type not in types:
            yield f"concept {concept.name}: type {concept.type!r}"
        if concept.frame not in FRAMES:
            yield f"concept {concept.name}: frame {concept.frame!r}"
        if concept.takes not in ("", "swallow", "plan", "deny", "report"):
            yield f"concept {concept.name}: takes {concept.takes!r}"
        if concept.needs not in ("", "own", "target", "pivot", "partner", "pair"):
            yield f"concept {concept.name}: needs {concept.needs!r}"
    for (op, thing), found in combinations().items():
        for name in (op, thing):
            if name not in concepts():
                yield f"combination {op} + {thing}: no concept {name!r}"
        if found.type not in types or found.frame not in FRAMES:
            yield f"combination {op} + {thing}: {found.type!r}, {found.frame!r}"


def problems_of_language(language: str) -> Iterator[str]:
    for name in ("words.tsv", "cues.tsv"):
        seen: dict[tuple[str, ...], int] = {}
        for number, row in numbered_rows("vocabulary", "languages", language, name):
            key = tuple(value for column, value in row.items() if column != "note")
            if key in seen:
                yield f"{language}/{name}:{number}: the same as line {seen[key]}"
            seen[key] = number
            if row["form"] != row["form"].strip() or not row["form"]:
                yield f"{language}/{name}:{number}: form {row['form']!r}"
            if name == "words.tsv" and row["part"] not in ("v", "n", "vn"):
                yield f"{language}/{name}:{number}: part {row['part']!r}"
            if name == "cues.tsv":
                yield from problems_of_cue(language, number, row)


def problems_of_cue(language: str, number: int, row: dict[str, str]) -> Iterator[str]:
    place = f"{language}/cues.tsv:{number}"
    if row["role"] not in CUES:
        yield f"{place}: role {row['role']!r}"
    elif (values := CUES[row["role"]]) is not None and row["value"] not in values:
        yield f"{place}: value {row['value']!r} of {row['role']}"
    if row["side"] not in ("before", "after"):
        yield f"{place}: side {row['side']!r}"


def test_the_data_have_no_problem() -> None:
    found = [*problems_of_concepts(), *(p for language in LANGUAGES for p in problems_of_language(language))]
    assert found == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_can_tell_every_type_of_event(language: str) -> None:
    named = {entry.concept.name for _, entry in terms(language) if hasattr(entry, "concept")}
    told = {concepts()[name].type for name in named}
    told |= {found.type for (op, thing), found in combinations().items() if {op, thing} <= named}
    assert set(event_types()) - told == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_fills_the_same_blanks(language: str) -> None:
    assert grammar(language).order in ("svo", "sov")
    assert calendar_of(language).patterns
    roles = {row["role"] for _, row in numbered_rows("vocabulary", "languages", language, "cues.tsv")}
    assert {"case", "status", "voice", "pronoun", "head", "title", "speech"} <= roles


def test_a_scanner_prefers_the_longest_form_and_whole_words_where_asked() -> None:
    scanner = Scanner([("meet", 1), ("meeting", 2)], tuple)
    assert list(scanner.scan("meeting", bounded=True)) == [(0, 7, (2,))]
    assert list(scanner.scan("xmeet", bounded=True)) == []
    assert list(scanner.scan("xmeet", bounded=False)) == [(1, 5, (1,))]


def test_an_unknown_concept_is_told_with_its_place(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("stateofplay.reading.lexicon.concepts", dict)
    terms.cache_clear()
    with pytest.raises(DataFileError, match=r"languages/en/words.tsv:\d+: unknown concept"):
        list(terms("en"))


def test_no_op_and_thing_are_combined_twice():
    pairs = [
        (op, thing)
        for _, row in numbered_rows("vocabulary", "combinations.tsv")
        for op in row["op"].split()
        for thing in row["thing"].split()
    ]
    assert [pair for pair in pairs if pairs.count(pair) > 1] == []
