"""The HTML of a briefing asks nothing of any other machine, escapes what documents say, and can be found through."""

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from stateofplay.brief.html import body, html
from tests.brief.cases import ON

VOID = {"meta", "link", "br", "hr", "img", "input"}


class Outline(HTMLParser):
    """Tags as they open and close, ids, links, and what carries a language."""

    def __init__(self, text):
        super().__init__()
        self.open, self.wrong, self.ids, self.links, self.languages = [], [], [], [], []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        self.ids += [given["id"]] if "id" in given else []
        self.links += [given["href"]] if "href" in given else []
        self.languages += [given["lang"]] if "lang" in given else []
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)


@pytest.fixture
def outline(brief, language):
    return Outline(html(brief(language)))


def test_it_is_well_formed_and_every_id_is_its_own(outline):
    assert (outline.open, outline.wrong) == ([], [])
    assert len(set(outline.ids)) == len(outline.ids)


def test_every_link_stays_inside_and_leads_somewhere(outline):
    assert outline.links
    assert {link.removeprefix("#") for link in outline.links} <= set(outline.ids)


def test_nothing_is_fetched(brief):
    text = html(brief())
    assert not re.search(r"""(?:src|href)="(?!#)|url\(|@import|<script|<link|http""", text)


def test_the_page_and_its_quotes_say_their_language(outline, language):
    assert outline.languages[0] == language
    assert {"en", "zh-Hant", "ko"} <= set(outline.languages)


def test_a_drawing_has_a_name_and_a_table_behind_it(brief):
    text = html(brief())
    assert 'role="img" aria-label="Scores of South Korea and China' in text
    assert text.count('<path class="line') == 2
    assert f'<th scope="row" class="nowrap">{ON}</th>' in text


def test_what_documents_say_is_never_markup(brief):
    briefing = brief()
    note = replace(briefing.notes[0], title="<script>alert(1)</script>", quote="a <b> & c")
    text = html(replace(briefing, notes=(note, *briefing.notes[1:])))
    assert "<script" not in text
    assert "a &lt;b&gt; &amp; c" in text


def test_a_page_of_one_s_own_gives_notes_their_address(brief):
    inner = body(brief(), lambda note: f"/somewhere/{note.number}")
    assert 'href="/somewhere/1"' in inner
    assert "<html" not in inner
    assert 'href="/somewhere' not in body(brief())


def test_a_blank_briefing_is_a_page(brief, language):
    outline = Outline(html(brief(language, pair=("BRA", "PER"))))
    assert (outline.open, outline.wrong) == ([], [])
