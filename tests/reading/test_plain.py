"""Plain sentences, in the constructions that news is written in: exactly their events (tests/cases/plain.tsv)."""

import csv
from pathlib import Path

import pytest

from stateofplay.day import Day
from stateofplay.documents.document import Language
from stateofplay.documents.plain import document_from_text
from stateofplay.knowledge.event_type import event_type
from stateofplay.reading.reader import open_reader
from stateofplay.reading.statement import EventClaim

CASES = Path(__file__).parent.parent / "cases" / "plain.tsv"
DAY = Day.parse("2025-08-25")
UNSURE = 0.3
"""Below this confidence an event beside those of the sentence is let pass: weights are learned anew."""


def plain_sentences():
    with CASES.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(
            (line for line in file if not line.startswith("#")), delimiter="\t", quoting=csv.QUOTE_NONE
        )
        return [(row["language"], row["sentence"], row["events"]) for row in rows]


def sides(type, source, target):
    """The event as a tuple; of a mutual type both sides together, as either may come first."""
    if event_type(type).mutual:
        return type, frozenset(source) | frozenset(target)
    return type, frozenset(source), frozenset(target)


def expected(events):
    found = []
    for event in events.split("; ") if events != "-" else []:
        type, _, both = event.partition(" ")
        source, _, target = both.partition(">")
        found.append(sides(type, filter(None, source.split("|")), filter(None, target.split("|"))))
    return found


@pytest.mark.parametrize(("language", "sentence", "events"), plain_sentences())
def test_a_plain_sentence_tells_just_its_events(language, sentence, events):
    document = document_from_text(sentence, path="t", published=DAY, language=Language(language))
    told = [told for _, told in open_reader().tell(document) if isinstance(told.claim, EventClaim)]
    found = {sides(one.claim.type, one.claim.source, one.claim.target): one.sureness for one in told}
    wanted = set(expected(events))
    assert wanted <= set(found)
    assert {event for event, sureness in found.items() if sureness >= UNSURE} <= wanted
