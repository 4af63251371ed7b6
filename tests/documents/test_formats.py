"""PDF, DOCX, HTML and feeds yield their text and what their metadata soundly tell, and nothing that is not shown."""

import io
from datetime import datetime

import docx
import pytest

from stateofplay.day import Day
from stateofplay.documents import feed, page, pdf, word
from stateofplay.documents.extract import Extract, as_json, from_json
from stateofplay.documents.publication import Imprint
from stateofplay.errors import BrokenDocument, DocumentError, NoText
from tests.documents.support import pdf_of

FIRST = "韓國總統訪問東京，與日本首相舉行會晤，雙方同意在經濟與安全領域加強合作，並恢復穿梭外交。"
SECOND = "會談之後兩國發表聯合聲明，這是睽違十七年之後的第一次，外界認為具有重要的象徵意義。"


def article(head: str = "", body: str = f"<p>{FIRST}</p><p>{SECOND}</p>") -> bytes:
    around = (
        "<nav><a href='/'>首頁</a></nav>",
        "<footer>© 2019 某報 版權所有</footer><script>document.write('寫入')</script>",
    )
    return (
        f"<html><head><title>標題｜某報</title>{head}</head><body>{around[0]}{body}{around[1]}</body></html>".encode()
    )


def read_page(data: bytes) -> Extract:
    (one,) = page.read(data, "a.html")
    return one


def test_the_article_is_whole_and_alone() -> None:
    text = read_page(article()).text
    assert text.index(FIRST) < text.index(SECOND)
    for unseen in ("首頁", "© 2019", "寫入"):
        assert unseen not in text


@pytest.mark.parametrize(
    "body",
    [
        f"<article><p>{FIRST}</p><p>{SECOND}</p></article>",
        f"<main><div>{FIRST}</div><div>{SECOND}</div></main>",
        f"<div>{FIRST}<br><br>{SECOND}</div>",
        f"<table><tr><td>{FIRST}</td></tr><tr><td>{SECOND}</td></tr></table>",
        f"<ul><li>{FIRST}</li><li>{SECOND}</li></ul>",
        f"<p>{FIRST[:10]}<b>{FIRST[10:20]}</b>{FIRST[20:]}</p><h2>小題</h2><blockquote><p>{SECOND}</p></blockquote>",
        f"<div><span>{FIRST}</span></div><div><script>bad()</script><p>{SECOND}</p></div>",
    ],
)
def test_every_paragraph_of_every_layout_survives(body: str) -> None:
    lines = [line.strip() for line in read_page(article(body=body)).text.replace("|", "\n").splitlines()]
    assert [line for line in lines if line in (FIRST, SECOND)] == [FIRST, SECOND] or (
        FIRST in "".join(lines) and SECOND in "".join(lines)
    )
    assert "bad()" not in "".join(lines)


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2025-08-23T23:00:00+09:00">',
        '<meta name="pubdate" content="2025/08/23">',
        '<meta itemprop="datePublished" content="2025年8月23日">',
        '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2025-08-23"}</script>',
        '<script type="application/ld+json">{"@graph": [{}, {"datePublished": "2025-08-23T10:00Z"}]}</script>',
    ],
)
def test_the_day_in_metadata(head: str) -> None:
    known = read_page(article(head)).known
    assert (known.published, known.published_by) == (Day.parse("2025-08-23"), "metadata")


@pytest.mark.parametrize(
    "head", ["", '<script type="application/ld+json">{broken</script>', '<meta name="date" content="soon">']
)
def test_no_day_is_made_up(head: str) -> None:
    """The year in the footer is no day of publication."""
    assert read_page(article(head)).known.published is None


def test_names_in_metadata() -> None:
    head = '<meta property="og:title" content="真標題"><meta property="og:site_name" content="某報">'
    head += '<meta name="author" content="王小明">'
    known = read_page(article(head)).known
    assert (known.title, known.publisher, known.author) == ("真標題", "某報", "王小明")
    assert read_page(article()).known.title == "標題｜某報"


@pytest.mark.parametrize("charset", ["big5", "gb18030", "utf-8", "utf-16"])
def test_charsets_of_pages(charset: str) -> None:
    html = article(f'<meta charset="{charset}">').decode()
    assert FIRST in read_page(html.replace("©", "").encode(charset)).text


@pytest.mark.parametrize("data", [b"<html><body></body></html>", b"<html><script>x()</script></html>"])
def test_a_page_without_an_article(data: bytes) -> None:
    with pytest.raises(NoText):
        page.read(data, "a.html")


def test_a_pdf() -> None:
    (one,) = pdf.read(
        pdf_of(["Published 23 August 2025.", "Second page."], "/Title(A paper)/CreationDate(D:20250825)"), "a.pdf"
    )
    assert one.text.split("\f")[0].strip() == "Published 23 August 2025."
    assert one.known == Imprint(title="A paper", published=Day.parse("2025-08-25"), published_by="metadata")


@pytest.mark.parametrize(
    ("line", "info"),
    [
        ("No date in the text.", "/CreationDate(D:20250825)"),
        ("Of 23 August 2020, long ago.", "/CreationDate(D:20250825)"),
        ("Of 23 August 2026, still to come.", "/CreationDate(D:20250825)"),
        ("Of 23 August 2025.", "/CreationDate(D:20259999)/Title(Microsoft Word - x.docx)"),
    ],
)
def test_a_files_own_date_alone_proves_nothing(line: str, info: str) -> None:
    (one,) = pdf.read(pdf_of([line], info), "a.pdf")
    assert one.known == Imprint()


@pytest.mark.parametrize("data", [b"%PDF-1.7", b"%PDF-1.4\n" + b"x" * 500, pdf_of(["Seoul"])[:200]])
def test_a_damaged_pdf(data: bytes) -> None:
    with pytest.raises(BrokenDocument):
        pdf.read(data, "a.pdf")


def docx_of(*paragraphs: str, made: datetime | None = None) -> bytes:
    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "左", "右"
    document.core_properties.title, document.core_properties.author = "題目", "王小明"
    document.core_properties.created = made or datetime(2013, 12, 23)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def test_a_docx() -> None:
    (one,) = word.read(docx_of(FIRST, "2025年8月20日", made=datetime(2025, 8, 23)), "a.docx")
    assert one.text.splitlines() == [FIRST, "2025年8月20日", "左\t右"]
    assert (one.known.title, one.known.author, one.known.published) == ("題目", "王小明", Day.parse("2025-08-23"))
    (other,) = word.read(docx_of(FIRST), "a.docx")
    assert other.known.published is None


@pytest.mark.parametrize("data", [b"PK\x03\x04", b"", b"no zip at all", docx_of(FIRST)[:3000]])
def test_a_damaged_docx(data: bytes) -> None:
    with pytest.raises(DocumentError):
        word.read(data, "a.docx")


RSS = f"""<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>某報</title>
<item><title>甲</title><link>http://news.example/1</link><pubDate>Sat, 23 Aug 2025 23:30:00 +0900</pubDate>
<description>短</description><content:encoded><![CDATA[<p>{FIRST}</p><p>{SECOND}</p>]]></content:encoded></item>
<item><title>乙</title><link>http://news.example/2</link><description>&lt;p&gt;摘要&lt;/p&gt;</description></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>某報</title><entry><title>甲</title><author><name>王</name></author>
<link rel="self" href="http://news.example/self"/><link href="http://news.example/1"/><published>2025-08-23T01:00:00Z</published>
<summary>摘要</summary></entry></feed>"""


def test_rss() -> None:
    first, second = feed.read(RSS.encode(), "a.rss")
    assert first.text.splitlines() == [FIRST, SECOND]
    assert first.known == Imprint(
        title="甲", publisher="某報", published=Day.parse("2025-08-23"), published_by="metadata"
    )
    assert (second.text, second.address, second.known.published) == ("摘要", "http://news.example/2", None)


def test_atom() -> None:
    (one,) = feed.read(ATOM.encode(), "a.atom")
    assert (one.address, one.known.author, one.known.published) == (
        "http://news.example/1",
        "王",
        Day.parse("2025-08-23"),
    )


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"<html/>", BrokenDocument),
        (b"not xml", BrokenDocument),
        (b"<rss><channel/></rss>", NoText),
        (b'<!DOCTYPE l [<!ENTITY a "' + b"a" * 50 + b'">]><rss><channel><title>&a;</title></channel></rss>', NoText),
    ],
)
def test_no_feed(data: bytes, kind: type[DocumentError]) -> None:
    with pytest.raises(kind):
        feed.read(data, "a.rss")


def test_entities_are_not_expanded() -> None:
    bomb = '<!DOCTYPE l [<!ENTITY a "大">' + "".join(
        f'<!ENTITY {chr(98 + depth)} "{f"&{chr(97 + depth)};" * 10}">' for depth in range(9)
    )
    item = "<item><title>甲</title><description>短&j;</description></item>"
    try:
        extracts = feed.read(f"{bomb}]><rss><channel>{item}</channel></rss>".encode(), "a.rss")
    except DocumentError:
        return
    assert all(len(extract.text) < 100 for extract in extracts)


@pytest.mark.parametrize("extract", [Extract(text="甲"), feed.read(RSS.encode(), "")[0], read_page(article())])
def test_extracts_travel_as_json(extract: Extract) -> None:
    assert from_json(as_json(extract)) == extract
