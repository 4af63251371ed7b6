"""One article, one reading: in Traditional and in Simplified characters the same statements are told."""

import json
from pathlib import Path

import opencc
import pytest

from stateofplay.day import Day
from stateofplay.documents.document import Language
from stateofplay.documents.plain import document_from_text
from stateofplay.knowledge.table import rows
from stateofplay.reading.reader import open_reader

ROOT = Path(__file__).parents[2]
CASES = (ROOT / "tests" / "cases" / "reading" / "zh-Hant.jsonl").read_text(encoding="utf-8").splitlines()
DOSSIER = sorted((ROOT / "src" / "stateofplay" / "demo" / "dossier").glob("*zh-Hant*.md"))
SIMPLIFIED = opencc.OpenCC("t2s")


def told(text: str, language: Language, published: Day | None = None) -> list[tuple[object, ...]]:
    """What is told of whom, without the words in which it is told."""
    document = document_from_text(text, path="t", published=published, language=language)
    fields = ("type", "source", "target", "happened", "stance", "state", "likelihood")
    return [
        (s.kind, s.status, *(getattr(s.claim, field, None) for field in fields)) for s in open_reader().read(document)
    ]


@pytest.mark.parametrize("case", [pytest.param(json.loads(line), id=json.loads(line)["id"]) for line in CASES])
def test_a_sentence_tells_the_same_in_both_scripts(case: dict[str, str]) -> None:
    day = Day.parse(case["published"]) if case.get("published") else None
    here = told(case["text"], Language.ZH_HANT, day)
    assert here == told(SIMPLIFIED.convert(case["text"]), Language.ZH_HANS, day)


@pytest.mark.parametrize("path", DOSSIER, ids=lambda path: path.stem)
def test_a_document_of_the_dossier_tells_the_same_in_both_scripts(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    here = told(text, Language.ZH_HANT)
    assert here
    assert here == told(SIMPLIFIED.convert(text), Language.ZH_HANS)


@pytest.mark.parametrize("table", ["words.tsv", "cues.tsv"])
def test_a_plan_is_known_in_either_spelling(table):
    # 計畫 and 計劃 are one word, and no conversion of scripts makes them one form.
    written = {row["form"] for row in rows("vocabulary", "languages", "zh", table)}
    assert {form.replace("计划", "计画") for form in written if "计划" in form} <= written
