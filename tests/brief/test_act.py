"""An act in words: who, what, when, how sure, and which tellings stand for it."""

from datetime import date

import pytest

from stateofplay.brief.act import evidence, outlets, told
from stateofplay.brief.phrasing import phrasing
from stateofplay.brief.scope import sizes
from stateofplay.record.record import open_record
from tests.brief.cases import RECORDED, act, page


@pytest.fixture
def one(tmp_path):
    """A function from tellings (text, claim, status, publisher, day) to the one event that they tell."""

    def made(*tellings):
        record = open_record(tmp_path / "record")
        pages = [page(text, day, outlet, (text, claim, status)) for text, claim, status, outlet, day in tellings]
        record.add(pages, recorded_at=RECORDED)
        (event,) = record.events()
        return event

    return made


@pytest.mark.parametrize(
    ("claim", "status", "shown"),
    [
        (act("CONSULT", "KOR", "JPN", "2025-08-23"), "occurred", "2025-08-23: South Korea and Japan held talks"),
        (act("AID", "CHN", "JPN", "2025"), "ongoing", "Since 2025: China gave aid to Japan, and it goes on"),
        (act("CONSULT", "KOR", "JPN", "2026"), "planned", "Planned (2026): talks between South Korea and Japan"),
        (act("COERCE", "CHN", "JPN"), "denied", "Denied (told on 2025-09-01): coercion of Japan by China"),
        (act("ASSAULT", "IRN", "ISR"), "hypothetical", "Supposed (told on 2025-09-01): an attack by Iran on Israel"),
        (act("REQUEST", "KOR", ""), "occurred", "told on 2025-09-01: South Korea made a demand of an actor not told"),
    ],
)  # fmt: skip
def test_an_act_says_who_what_when_and_how_sure(one, claim, status, shown):
    event = one(("It is told here.", claim, status, "Wire", "2025-09-01"))
    assert told(event, phrasing("en")) == shown


def test_one_telling_in_the_reader_s_language_comes_first(one):
    summit = act("CONSULT", "KOR", "JPN", "2025-08-23")
    event = one(
        ("The leaders of Korea and Japan met.", summit, "occurred", "Wire", "2025-08-23"),
        ("韓國與日本領袖在東京會談。", summit, "occurred", "海峽報", "2025-08-24"),
    )
    assert [telling.language for telling in evidence(event, phrasing("zh-Hant"))] == ["zh-Hant", "en"]
    assert [telling.language for telling in evidence(event, phrasing("en"))] == ["en", "zh-Hant"]


def test_no_more_tellings_are_cited_than_help(one):
    summit = act("CONSULT", "KOR", "JPN", "2025-08-23")
    event = one(*[(f"Outlet {n} tells it.", summit, "occurred", f"Outlet {n}", f"2025-08-{n + 10}") for n in range(9)])
    assert len(evidence(event, phrasing("en"))) == sizes().most_tellings
    assert outlets(event, phrasing("en")) == "9 outlets"


def test_documents_without_an_outlet_count_as_one_each(one):
    summit = act("CONSULT", "KOR", "JPN", "2025-08-23")
    event = one(*[(f"Page {n} tells it.", summit, "occurred", "", date(2025, 8, 24).isoformat()) for n in range(2)])
    assert outlets(event, phrasing("en")) == "2 outlets"
