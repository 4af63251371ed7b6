"""Hand-made gold is sound before anything is scored by it: known types, verbatim quotes, ordered ISO days."""

import itertools
import json
from collections import Counter
from collections.abc import Iterator
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from stateofplay.knowledge.table import rows
from stateofplay.reading.statement import Status

CASES = Path(__file__).parent
DOSSIER = files("stateofplay").joinpath("demo", "dossier")
SENTENCES = {"en": 250, "zh-Hant": 250, "zh-Hans": 150, "ja": 150, "ko": 150}
GOLD = sorted(path.stem for path in (CASES / "dossier").glob("*.jsonl"))
GUIDE = {"doc", "lang", "kind", "quote", "status", "type", "source", "target", "from", "to"}
TYPES = {row["type"] for row in rows("vocabulary", "types.tsv")}
KNOWN = {
    row["id"].casefold() for file in ("states.tsv", "organisations.tsv") for row in rows("vocabulary", "actors", file)
}


def read(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def sentences(variant: str) -> list[dict[str, Any]]:
    return read(CASES / "reading" / f"{variant}.jsonl")


def problems(event: dict[str, Any], text: str) -> Iterator[str]:
    """Every fault of one coded event, each said with the quote that it belongs to."""
    quote = event["quote"]
    if not quote or quote not in text:
        yield f"not verbatim: {quote}"
    if event["type"] not in TYPES:
        yield f"unknown type {event['type']}: {quote}"
    if event["status"] not in set(Status):
        yield f"unknown status {event['status']}: {quote}"
    if not event["source"] or len(set(event["source"])) < len(event["source"]):
        yield f"no source, or one named twice: {quote}"
    if set(event["source"]) == set(event["target"]) and len(event["source"]) == 1:
        yield f"acts on itself: {quote}"
    first, last = event["from"], event["to"]
    if (first is None) != (last is None):
        yield f"half a date: {quote}"
    elif first is not None and date.fromisoformat(first) > date.fromisoformat(last):
        yield f"ends before it starts: {quote}"


def begins_too_late(event: dict[str, Any], published: str) -> bool:
    """Whether an act told as done begins, or ends, after the day of publication."""
    return event["status"] == "occurred" and event["from"] is not None and event["to"] > published


def dispatch(name: str) -> str:
    (entry,) = (entry for entry in DOSSIER.iterdir() if entry.name.rsplit(".", 1)[0] == name)
    return entry.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", GOLD)
def test_gold_of_a_dispatch_is_sound(name: str) -> None:
    text = dispatch(name)
    lines = read(CASES / "dossier" / f"{name}.jsonl")
    assert [fault for line in lines for fault in problems(line, text)] == []
    for number, line in enumerate(lines, 1):
        assert set(line) >= GUIDE
        assert line["doc"] == name
        assert 1 <= line.get("same_as", 1) <= max(1, number - 1)
        assert not begins_too_late(line, name[:10]), line["quote"]


def test_gold_covers_two_dispatches_of_each_variant() -> None:
    assert Counter(name.split("_")[1] for name in GOLD) == dict.fromkeys(SENTENCES, 2)


@pytest.mark.parametrize("name", GOLD)
def test_gold_stands_in_the_order_of_the_dispatch_or_nearly(name: str) -> None:
    places = [dispatch(name).index(line["quote"]) for line in read(CASES / "dossier" / f"{name}.jsonl")]
    assert sum(later < earlier for earlier, later in itertools.pairwise(places)) <= 2


@pytest.mark.parametrize("variant", SENTENCES)
def test_sentences_are_sound(variant: str) -> None:
    faults = [
        fault for line in sentences(variant) for event in line["events"] for fault in problems(event, line["text"])
    ]
    late = [
        event["quote"]
        for line in sentences(variant)
        for event in line["events"]
        if begins_too_late(event, line["published"])
    ]
    assert faults == []
    assert late == []


@pytest.mark.parametrize(
    "path", [*CASES.glob("dossier/*.jsonl"), *CASES.glob("reading/*.jsonl")], ids=lambda path: path.stem
)
def test_every_actor_is_one_that_the_vocabulary_knows(path: Path) -> None:
    events = [event for line in read(path) for event in line.get("events", [line])]
    named = {actor for event in events for actor in event["source"] + event["target"]}
    assert sorted(actor for actor in named if actor.casefold() not in KNOWN) == []


@pytest.mark.parametrize("variant", SENTENCES)
def test_sentences_are_many_named_once_and_never_repeated(variant: str) -> None:
    lines = sentences(variant)
    assert len(lines) >= SENTENCES[variant]
    assert len({line["id"] for line in lines}) == len(lines)
    assert len({line["text"] for line in lines}) == len(lines)
    assert all(line["id"].startswith(f"{variant}-") and date.fromisoformat(line["published"]) for line in lines)


@pytest.mark.parametrize("variant", SENTENCES)
def test_halves_are_of_one_size(variant: str) -> None:
    halves = Counter(line["half"] for line in sentences(variant))
    assert set(halves) == {"open", "held"}
    assert abs(halves["open"] - halves["held"]) <= 1


@pytest.mark.parametrize("variant", SENTENCES)
def test_every_type_has_at_least_eight_sentences(variant: str) -> None:
    counts = Counter(kind for line in sentences(variant) for kind in {event["type"] for event in line["events"]})
    assert {kind: counts[kind] for kind in TYPES if counts[kind] < 8} == {}


@pytest.mark.parametrize("variant", SENTENCES)
def test_about_one_sentence_in_seven_holds_no_event(variant: str) -> None:
    lines = sentences(variant)
    assert 0.10 <= sum(not line["events"] for line in lines) / len(lines) <= 0.20


@pytest.mark.parametrize("variant", SENTENCES)
def test_every_status_is_met(variant: str) -> None:
    assert {event["status"] for line in sentences(variant) for event in line["events"]} == set(Status)


def test_a_faulty_event_is_told_in_full() -> None:
    event = {
        "type": "WAVE",
        "status": "maybe",
        "source": ["KOR"],
        "target": ["KOR"],
        "from": "2025-02-02",
        "to": "2025-02-01",
        "quote": "waved",
    }
    assert len(list(problems(event, "Seoul did nothing."))) == 5
