"""The page of a briefing: cited sentences, notes that lead into the documents, and files to keep."""

import io
import re

import docx
import pytest

ADDRESS = "/briefs/KOR/JPN?on=2025-11-20&lang=en"


def test_every_sentence_leads_to_its_notes(client):
    html = client.get(ADDRESS).text
    cited = set(re.findall(r'href="#(note-\d+)"', html))
    assert cited
    assert cited == set(re.findall(r'id="(note-\d+)"', html))
    sentences = re.findall(r"<li><span id=\"said-\d+\">.*?</li>", html, re.DOTALL)
    assert sentences
    assert all('href="#note-' in sentence for sentence in sentences)


def test_notes_lead_to_their_place_in_the_document(client):
    html = client.get(ADDRESS).text
    links = re.findall(r'href="(/documents/[^"]+)"', html)
    assert links
    for link in links:
        path, _, anchor = link.replace("&amp;", "&").partition("#")
        assert f'id="{anchor}"' in client.get(path).text


def test_the_way_back_leads_to_the_sentence(client):
    html = client.get(ADDRESS).text
    assert set(re.findall(r'href="#(said-\d+)"', html)) <= set(re.findall(r'id="(said-\d+)"', html))


def test_it_is_written_in_the_language_of_the_page(client):
    assert "現況" in client.get(ADDRESS.replace("lang=en", "lang=zh-Hant")).text


def test_a_name_leads_to_the_page_of_the_actor(client):
    answer = client.get("/briefs/Seoul/日本?on=2025-11-20", follow_redirects=False)
    assert answer.status_code == 307
    assert answer.headers["location"] == "/briefs/KOR/JPN?on=2025-11-20"


def test_the_relation_leads_to_the_briefing(client):
    assert "/briefs/KOR/JPN?on=2025-11-20" in client.get("/relations/KOR/JPN?on=2025-11-20").text


@pytest.mark.parametrize(("format", "media"), [("md", "text/markdown"), ("html", "text/html")])
def test_files_can_be_kept(client, desk, format, media):
    answer = client.get(f"/briefs/KOR/JPN/{format}?on=2025-11-20")
    assert answer.headers["content-type"].startswith(media)
    assert answer.headers["content-disposition"] == f'attachment; filename="KOR-JPN-2025-11-20.{format}"'
    assert "South Korea – Japan" in answer.text


def test_a_word_file_can_be_kept(client):
    paper = docx.Document(io.BytesIO(client.get("/briefs/KOR/JPN/docx?on=2025-11-20&lang=zh-Hant").content))
    assert paper.paragraphs[0].text == "南韓與日本"


@pytest.mark.parametrize("address", ["/briefs/KOR/KOR", "/briefs/KOR/XYZW", "/briefs/KOR/JPN/pdf"])
def test_what_cannot_be_shown_is_told(client, address):
    assert client.get(address).status_code in (400, 404, 422)


def test_a_pair_of_which_nothing_is_told_has_blank_sections(client):
    html = client.get("/briefs/TWN/BRA?lang=en").text
    assert html.count("—  nothing in the record") >= 4
