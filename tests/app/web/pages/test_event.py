"""An event shows every telling, word for word, and leads to its place in the text."""

import html as escapes

import pytest


def test_every_telling_is_there_with_quote_language_and_reason(client, by_status):
    event = by_status["CONSULT", "occurred"]
    html = client.get(f"/events/{event.id}?lang=en").text
    assert len(event.tellings) == 3
    for telling in event.tellings:
        assert (
            f'<blockquote class="quote" lang="{telling.language}">{escapes.escape(telling.quote)}</blockquote>' in html
        )
        assert f"/documents/{telling.document}?lang=en#s-{telling.id}" in html
    assert "it is the earliest telling" in html
    assert "same type, same actors, overlapping days" in html
    assert "Publication day unknown" in html


def test_reasons_are_in_the_language_of_the_page(client, by_status):
    html = client.get(f"/events/{by_status['CONSULT', 'occurred'].id}?lang=zh-Hant").text
    assert "最早的記述" in html
    assert "earliest telling" not in html


def test_what_was_published_later_is_left_out_by_a_knowledge_date(client, by_status):
    html = client.get(f"/events/{by_status['CONSULT', 'occurred'].id}?known=2025-09-01&lang=en").text
    assert html.count("<blockquote") == 1
    assert "published by 2025-09-01 (Mon)" in html


def test_an_event_nobody_had_told_of_by_then_is_not_found(client, by_status):
    assert client.get(f"/events/{by_status['ACCUSE', 'occurred'].id}?known=2025-09-01").status_code == 404


def test_the_speaker_is_kept_apart_from_the_outlet(client, by_status):
    html = client.get(f"/events/{by_status['CONSULT', 'planned'].id}").text
    assert "<dd>總統府發言人</dd>" in html
    assert '<b lang="zh-Hant">海峽時報社</b>' in html


@pytest.mark.parametrize(
    ("key", "moves"),
    [
        (("CONSULT", "occurred"), ["/relations/KOR/JPN", "/relations/JPN/KOR"]),
        (("ACCUSE", "occurred"), ["/relations/CHN/JPN"]),
        (("COERCE", "denied"), []),
        (("SANCTION", "hypothetical"), []),
    ],
)
def test_an_event_leads_to_the_relations_that_it_moves(client, by_status, key, moves):
    html = client.get(f"/events/{by_status[key].id}").text
    assert html.count('<a href="/relations/') == len(moves)
    assert all(path in html for path in moves)


def test_what_did_not_happen_is_marked_by_shape(client, by_status):
    html = client.get(f"/events/{by_status['COERCE', 'denied'].id}?lang=en").text
    assert '<span class="tag unsure">denied</span>' in html


def test_the_list_has_the_latest_first_and_all_by_the_day(client, by_status):
    html = client.get("/events?on=2025-12-01&lang=en").text
    assert html.index("2025-11-13") < html.index("2025-08-23")
    assert all(event.id in html for event in by_status.values())
    assert "Day not told" in html
    assert by_status["ACCUSE", "occurred"].id not in client.get("/events?on=2025-09-01").text


def test_a_long_list_comes_in_parts(client, monkeypatch):
    monkeypatch.setattr("stateofplay.app.web.pages.event.PER_PAGE", 2)
    first = client.get("/events?lang=en").text
    assert "1 of 3" in first
    assert "/events?lang=en&amp;page=2" in first
    assert client.get("/events?page=3").text.count('class="act') == 2
