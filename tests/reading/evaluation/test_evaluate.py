"""Evaluation: what a reader says is held to the hand; figures agree with those of an independent scorer."""

import json
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from stateofplay.documents.plain import document_from_text
from stateofplay.reading.evaluation.evaluate import evaluate, evaluate_lines
from stateofplay.reading.evaluation.gold import Case, open_gold
from stateofplay.reading.evaluation.mark import mark_of, placed, squeezed
from stateofplay.reading.reader import open_reader
from stateofplay.reading.statement import EventClaim, PositionClaim, Statement, Status

TEXT = "Korea met Japan. China accused Japan."
SHARED = Path(__file__).resolve().parents[4] / "shared"
SCORER, GOLD, TEXTS = SHARED / "bench" / "score_statements.py", SHARED / "gold", SHARED / "seeds"


def said(quote, type="CONSULT", who="KOR>JPN", doc="a", **more):
    source, _, target = who.partition(">")
    fields = {"kind": "event", "type": type, "status": "occurred", "source": source.split(), "target": target.split()}
    return {"doc": doc, "quote": quote, "lang": "en", **fields, **more}


def case(*lines, language="en", partial=False):
    document = document_from_text(TEXT)
    marks = placed([mark_of(line, "a", "en") for line in lines], squeezed(TEXT))
    return Case(doc="a", document=document, marks=tuple(marks), language=language, partial=partial)


def statement(document, quote, claim, language="en", confidence=0.8):
    start = document.text.index(quote)
    return Statement(
        document=document.id,
        path="",
        start=start,
        end=start + len(quote),
        quote=quote,
        language=language,
        status=Status.OCCURRED,
        claim=claim,
        reader="r/1",
        confidence=confidence,
    )


def reading(*told):
    return lambda document: [statement(document, *one) for one in told]


MET = EventClaim(type="CONSULT", source=("KOR",), target=("JPN",))
ACCUSED = EventClaim(type="ACCUSE", source=("CHN",), target=("KOR",))


@pytest.fixture
def found():
    told = [("Korea met", MET), ("China accused Japan", ACCUSED), ("Japan", MET)]
    gold = [said("Korea met Japan"), said("China accused Japan", "ACCUSE", "CHN>JPN")]
    return evaluate([case(*gold)], reading(*told))


def test_scores_misses_and_false_ones(found):
    scores = found.by_kind("event")
    assert (scores["type"].right, scores["actors"].right, scores["type"].read) == (2, 1, 3)
    assert [pair.gold.quote for pair in found.missed("event")] == ["China accused Japan"]
    assert [pair.read.quote for pair in found.false("event")] == ["Japan"]
    assert (found.kinds, found.languages, found.types) == (("event",), ("en",), ("ACCUSE", "CONSULT"))


def test_by_type_language_and_confidence(found):
    assert list(found.by_type("ACCUSE")) == ["type", "actors", "status", "date"]
    assert (found.by_type("CONSULT")["type"].read, found.by_type("ACCUSE")["actors"].right) == (2, 0)
    assert found.by_language("event", "en") == found.by_kind("event")
    assert found.by_language("event", "ja")["place"].read == 0
    assert [(band.read, round(band.share("type"), 2)) for band in found.calibration("event")] == [(3, 0.67)]


def test_what_the_hand_did_not_look_for_is_not_judged():
    position = PositionClaim(holder=("KOR",), issue="x", stance="for")
    found = evaluate([case(said("Korea met Japan"))], reading(("Korea", position), ("Korea met", MET)))
    assert found.kinds == ("event",)
    assert found.by_kind("event")["date"].f1 == 1.0


def test_a_case_of_one_version_leaves_the_other_version_alone():
    told = reading(("Korea met", MET, "en"), ("China", ACCUSED, "ja"))
    whole, part = case(said("Korea met Japan")), case(said("Korea met Japan"), partial=True)
    assert evaluate([whole], told).by_kind("event")["place"].read == 2
    assert evaluate([part], told).by_kind("event")["place"].read == 1
    assert evaluate([replace(part, language="")], told).by_language("event", "en")["place"].read == 1


def test_statements_made_elsewhere_are_placed_by_their_quotes():
    lines = [said("Korea met"), said("nowhere to be found"), said("Korea met", doc="b")]
    scores = evaluate_lines([case(said("Korea met Japan"))], lines).by_kind("event")["place"]
    assert (scores.gold, scores.read, scores.right) == (1, 2, 1)


def test_nothing_against_nothing():
    found = evaluate([case()], reading())
    assert (found.kinds, found.pairs) == ((), ())


def independent(gold, read, kind):
    """Level → (precision, recall, F1) by the scorer that knows nothing of this package."""
    command = [sys.executable, SCORER, gold, read, "--text", TEXTS, "--kind", kind]
    told = subprocess.run(list(map(str, command)), capture_output=True, text=True, check=True).stdout
    rows = re.findall(r"^(\w+) +precision ([\d.]+) +recall ([\d.]+) +F1 ([\d.]+)", told, re.MULTILINE)
    return {level: tuple(map(float, shares)) for level, *shares in rows}


@pytest.mark.skipif(not SCORER.is_file(), reason="the shared gold and its scorer are not here")
def test_figures_agree_with_an_independent_scorer(tmp_path):
    files = [GOLD / f"{name}.jsonl" for name in ("000_zh", "000_en", "001")]
    cases = [one for file in files for one in open_gold(file, [TEXTS])]
    reader, lines = open_reader(), []
    for one in cases:
        own = [s for s in reader.read(one.document) if s.language == one.language]
        lines += [{**s.as_json(), "doc": one.doc, "lang": s.language} for s in own]
    (tmp_path / "read.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines))
    (tmp_path / "gold.jsonl").write_text("".join(file.read_text() for file in files))
    ours, whole = evaluate_lines(cases, lines), evaluate(cases, reader.read)
    for kind in ours.kinds:
        theirs = independent(tmp_path / "gold.jsonl", tmp_path / "read.jsonl", kind)
        scores = ours.by_kind(kind)
        shares = {level: (score.precision, score.recall, score.f1) for level, score in scores.items()}
        assert list(shares) == list(theirs)
        assert all(shares[level] == pytest.approx(theirs[level], abs=6e-4) for level in theirs)
        # Our own statements know their place, a quote alone may be found at another one.
        assert all(whole.by_kind(kind)[level].f1 == pytest.approx(theirs[level][2], abs=0.02) for level in theirs)
