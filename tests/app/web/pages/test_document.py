"""A document is shown whole, its quotes marked where they stand, however they overlap."""

import html as escapes
import re

import pytest


def article(html: str) -> str:
    return html.partition("<article")[2].partition(">")[2].partition("</article>")[0]


def shown(html: str) -> str:
    """The text of the article as a reader has it: without numbers of notes and what only a screen reader says."""
    text = re.sub(r'<a class="ref.*?</a>|<span class="unseen".*?</span>', "", article(html), flags=re.S)
    return escapes.unescape(re.sub(r"<[^>]*>", "", text))


def facts(html: str) -> set[tuple[str, str]]:
    """What the statements beside the text say, by name."""
    beside = html.partition('class="beside"')[2]
    pairs = re.findall(r"<dt>(.*?)</dt><dd[^>]*>(.*?)</dd>", beside, re.S)
    return {(name, escapes.unescape(re.sub("<[^>]*>", "", text)).strip()) for name, text in pairs}


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


@pytest.mark.parametrize("path", ["tokyo.txt", "seoul.md", "deal.md", "nihon.txt"])
def test_no_word_is_lost_or_added(client, documents, path):
    html = client.get(f"/documents/{documents[path].id}").text
    assert squeezed(shown(html)) == squeezed(documents[path].text)


def test_every_quote_is_marked_where_it_stands(client, desk, documents):
    document = documents["tokyo.txt"]
    html = article(client.get(f"/documents/{document.id}").text)
    for said, _ in desk.statements(document=document.id):
        pieces = re.findall(rf'<mark data-s="[^"]*{said.id}[^"]*"[^>]*>(.*?)</mark>', html)
        assert re.sub("<[^>]*>", "", "".join(pieces)) == said.quote
        assert html.count(f'id="s-{said.id}"') == 1
        assert html.count(f'href="#w-{said.id}"') == 1


def test_overlap_is_marked_deeper(client, documents):
    html = article(client.get(f"/documents/{documents['tokyo.txt'].id}").text)
    deep = [re.sub("<[^>]*>", "", piece) for piece in re.findall(r'class="deep">(.*?)</mark>', html)]
    assert deep == ["與日本首相會談", "同意深化安全合作"]


def test_markup_in_a_text_is_text(client, documents):
    html = client.get(f"/documents/{documents['seoul.md'].id}").text
    assert "&lt;b&gt;Not bold&lt;/b&gt; &amp; plain." in html


def test_furniture_is_dimmed_and_named(client, documents):
    html = article(client.get(f"/documents/{documents['tokyo.txt'].id}?lang=en").text)
    assert re.search(r'<p class="furniture"><span class="unseen" lang="en">Page number: </span><span>第 1 頁', html)


def test_statements_of_every_kind_stand_beside_with_their_why(client, documents):
    chinese = client.get(f"/documents/{documents['tokyo.txt'].id}?lang=en").text
    english = client.get(f"/documents/{documents['seoul.md'].id}?lang=en").text
    assert facts(chinese) >= {
        ("Promised by", "South Korea – Japan"),
        ("Amount", "2 steps"),
        ("Where it stands", "agreed"),
        ("Expected by", "the author"),
        ("Read as", "South Korea coordinates with Japan"),
        ("How likely", "possible"),
    }
    assert facts(english) >= {
        ("Held by", "Japan"),
        ("On the question", "Taiwan contingency"),
        ("Stands", "ambiguous"),
        ("Because", "remarks on Taiwan"),
        ("Therefore", "criticism from China"),
    }
    assert "Read by hand/1; 90 % sure" in english
    assert "<li>by hand</li>" in english


def test_the_text_has_its_language(client, documents):
    assert '<article class="prose" lang="ja"' in client.get(f"/documents/{documents['nihon.txt'].id}?lang=en").text


def test_an_undated_document_says_so(client, documents):
    assert "Publication day unknown" in client.get(f"/documents/{documents['nihon.txt'].id}?lang=en").text
    assert "from the date it begins with" in client.get(f"/documents/{documents['tokyo.txt'].id}?lang=en").text


def test_the_list_has_the_latest_first_undated_last_and_what_was_not_read(client, documents):
    html = client.get("/documents?lang=en").text
    places = [html.index(documents[path].id) for path in ("seoul.md", "tokyo.txt", "nihon.txt")]
    assert places == sorted(places)
    assert "torn.pdf" in html
    assert "the file ends in the middle" in html


def test_the_list_by_a_knowledge_date_leaves_out_what_came_later(client, documents):
    html = client.get("/documents?known=2025-09-01").text
    assert documents["tokyo.txt"].id in html
    assert documents["seoul.md"].id not in html
