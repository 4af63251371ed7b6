"""The dossier stays what its README says: five variants, every format, dates at the front, invented outlets."""

import json
import re
from datetime import date
from importlib.resources import files
from typing import Any

import pytest

FOLDER = files("stateofplay").joinpath("demo", "dossier")
FILES = sorted(entry.name for entry in FOLDER.iterdir())
NAME = re.compile(r"(\d{4}-\d{2}(?:-\d{2})?)_(zh-Hant|zh-Hans|en|ja|ko|mixed)_[a-z0-9-]+\.(md|txt|html|jsonl)")
FIELDS = {"title", "published", "publisher", "author", "language"}
WANTED = {"zh-Hant": 7, "zh-Hans": 5, "en": 6, "ja": 5, "ko": 5}


def text(name: str) -> str:
    return FOLDER.joinpath(name).read_text(encoding="utf-8")


def front_matter(name: str) -> dict[str, str]:
    _, head, _ = text(name).split("---\n", 2)
    return {key: value.strip().strip('"') for key, _, value in (line.partition(":") for line in head.splitlines())}


def short_items() -> list[dict[str, Any]]:
    names = [name for name in FILES if name.endswith(".jsonl")]
    return [json.loads(line) for name in names for line in text(name).splitlines()]


def body(name: str) -> str:
    whole = text(name)
    if name.endswith(".md"):
        return whole.split("---\n", 2)[2]
    if name.endswith(".html"):
        return re.sub(r"<[^>]+>", " ", whole.partition("<article>")[2].partition("</article>")[0])
    return whole.partition("\n")[2]


@pytest.mark.parametrize("name", FILES)
def test_a_name_tells_day_language_and_subject(name: str) -> None:
    assert NAME.fullmatch(name), name


def test_every_variant_has_its_number_of_dispatches() -> None:
    languages = [name.split("_")[1] for name in FILES] + [item["language"] for item in short_items()]
    assert {language: languages.count(language) for language in WANTED} == WANTED


@pytest.mark.parametrize("name", [name for name in FILES if name.endswith(".md")])
def test_front_matter_agrees_with_the_name(name: str) -> None:
    fields = front_matter(name)
    assert set(fields) == FIELDS
    assert (fields["published"], fields["language"]) == tuple(name.split("_")[:2])


@pytest.mark.parametrize("name", [name for name in FILES if name.endswith(".txt")])
def test_plain_text_opens_with_its_date(name: str) -> None:
    assert text(name).splitlines()[0] == f"date {name[:10]}"


def test_the_page_says_its_date_in_its_metadata() -> None:
    (page,) = (name for name in FILES if name.endswith(".html"))
    assert f'<meta property="article:published_time" content="{page[:10]}">' in text(page)


def test_short_items_carry_the_same_fields_and_their_text() -> None:
    assert len(short_items()) == 3
    for item in short_items():
        assert set(item) == FIELDS | {"text"}
        date.fromisoformat(item["published"])


@pytest.mark.parametrize("name", [name for name in FILES if not name.endswith(".jsonl")])
def test_a_dispatch_is_short_but_not_a_stub(name: str) -> None:
    length = len(body(name).split()) if "_en_" in name else len(re.sub(r"\s", "", body(name)))
    low, high = (90, 260) if "_en_" in name else (150, 500)
    assert low <= length <= high, length


def test_the_dossier_runs_from_december_2024_to_february_2026() -> None:
    days = sorted(name[:10] for name in FILES)
    assert days[0] >= "2024-12-03"
    assert days[-1] <= "2026-02-28"


def test_every_outlet_is_listed_as_invented() -> None:
    readme = files("stateofplay").joinpath("demo", "README.md").read_text(encoding="utf-8")
    outlets = {front_matter(name)["publisher"] for name in FILES if name.endswith(".md")}
    outlets |= {item["publisher"] for item in short_items()}
    assert [outlet for outlet in sorted(outlets) if outlet not in readme] == []


def test_the_folder_holds_no_code() -> None:
    assert [entry.name for entry in files("stateofplay").joinpath("demo").iterdir() if entry.name.endswith(".py")] == []
