"""Web pages: the article of a page, checked against what a reader would see; nothing in it is run or fetched."""

import json
import re
from collections.abc import Iterator
from datetime import date
from typing import Any, Final

import htmldate
import lxml.etree  # type: ignore[import-untyped]
import lxml.html  # type: ignore[import-untyped]
import trafilatura

from stateofplay.day import Day
from stateofplay.documents.charset import decoded
from stateofplay.documents.extract import Extract
from stateofplay.documents.publication import NOTHING, Imprint, day_of
from stateofplay.errors import BrokenDocument, NoText
from stateofplay.knowledge.table import structure

_COVERED: Final = 0.85
"""Share of the paragraphs' text that the extractor must give, else the page's own paragraphs are taken."""

_LONG_BLOCK: Final = 20
_CHARSET: Final = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_\-]+)""", re.IGNORECASE)
_BLANK: Final = re.compile(r"\s+")


def read(data: bytes, where: str, declared: str = "") -> list[Extract]:
    """The article of one page; NoText where it holds none."""
    found = _CHARSET.search(data[:4096])
    text = decoded(data, where=where, declared=declared or (found.group(1).decode("ascii") if found else ""))
    try:
        tree = lxml.html.document_fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", text))
    except (lxml.etree.ParserError, ValueError) as error:
        raise BrokenDocument("not a page of HTML", where=where) from error
    known = _known(tree, text)
    article = _article(tree)
    if not article.strip():
        raise NoText("a page without an article", where=where)
    return [Extract(text=article, known=known)]


def article_of(fragment: str) -> str:
    """The visible paragraphs of a piece of HTML, such as a feed gives."""
    if not fragment.strip():
        return ""
    return "\n".join(_blocks(lxml.html.fragment_fromstring(fragment, create_parent="div")))


def _article(tree: Any) -> str:
    """trafilatura's article, or the page's own paragraphs where it has left some out."""
    seen = list(_blocks(_container(tree)))
    for unseen in tree.xpath("//nav|//footer|//aside|//script|//style"):
        unseen.drop_tree()
    extracted = trafilatura.extract(tree, fast=True, include_comments=False, include_tables=True) or ""
    have = _BLANK.sub("", extracted)
    long = [_BLANK.sub("", block) for block in seen if len(block) >= _LONG_BLOCK]
    total = sum(map(len, long))
    covered = sum(len(block) for block in long if block[:80] in have)
    return extracted if extracted and covered >= _COVERED * total else "\n".join(seen) or extracted


def _container(tree: Any) -> Any:
    """The innermost named place of the article that holds most of the page's long paragraphs, else the body."""
    every = _weight(tree)
    for path in _names()["containers"]:
        for element in tree.xpath(path):
            if _weight(element) * 2 > every:
                return element
    return tree


def _weight(element: Any) -> int:
    return sum(len(block) for block in _blocks(element) if len(block) >= _LONG_BLOCK)


def _blocks(element: Any) -> Iterator[str]:
    """Text of each block under `element` that a reader sees, in order; text outside of any block counts as one."""
    loose: list[str] = []
    for part, is_block in _walk(element):
        if not is_block:
            loose.append(part)
            continue
        yield from _shown("".join(loose))
        loose = []
        yield from _shown(part)
    yield from _shown("".join(loose))


def _walk(element: Any) -> Iterator[tuple[str, bool]]:
    """Pieces of text in order; (text, True) for a whole block, (text, False) for text between blocks."""
    stack: list[Any] = [element]
    while stack:
        one = stack.pop()
        if isinstance(one, str):
            yield one, False
            continue
        if not isinstance(one.tag, str) or one.tag in _names()["unseen"]:
            continue
        if one.tag in _names()["blocks"] and not one.xpath(".//p|.//li"):
            yield _inner(one), True
            continue
        ends = "\n" if one.tag in _names()["lines"] or one.tag in _names()["blocks"] else ""
        stack.append(ends)
        for child in reversed(one):
            stack += (child.tail or "", child)
        stack.append(ends + (one.text or ""))


def _inner(block: Any) -> str:
    for unseen in list(block.iter("script", "style", "noscript", "template")):
        unseen.drop_tree() if unseen.getparent() is not None else None
    for line_break in block.iter("br"):
        line_break.tail = "\n" + (line_break.tail or "")
    return str(block.text_content())


def _shown(text: str) -> Iterator[str]:
    for line in text.split("\n"):
        shown = " ".join(line.split())
        if shown:
            yield shown


def _known(tree: Any, text: str) -> Imprint:
    """Title, publisher, author and day as the page's metadata tell them."""
    told = _metas(tree)
    given = _linked_data(tree)
    title = _first(told, "title") or _text(tree, "//h1") or _text(tree, "//title")
    found = Imprint(title=title, publisher=_first(told, "publisher"), author=_first(told, "author"))
    return (
        given.or_else(_dated(_first(told, "published")))
        .or_else(_dated(_time(tree)))
        .or_else(_searched(text))
        .or_else(found)
    )


def _dated(value: str) -> Imprint:
    day = day_of(value) if value else None
    return Imprint(published=day, published_by="metadata") if day else NOTHING


def _metas(tree: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").strip().lower()
        value = (meta.get("content") or "").strip()
        if name and value:
            found.setdefault(name, value)
    return found


def _first(told: dict[str, str], field: str) -> str:
    return next((told[name] for name in _names()[field] if told.get(name)), "")


def _names() -> dict[str, list[str]]:
    names: dict[str, list[str]] = structure("vocabulary", "page.yaml")
    return names


def _text(tree: Any, path: str) -> str:
    return next((" ".join(element.text_content().split()) for element in tree.xpath(path)), "")


def _time(tree: Any) -> str:
    """The one moment that the page marks as its own; several may be those of other articles."""
    times = {element.get("datetime") for element in tree.xpath("//article//time[@datetime]|//header//time[@datetime]")}
    return str(times.pop()) if len(times) == 1 else ""


def _linked_data(tree: Any) -> Imprint:
    for script in tree.xpath("//script[@type='application/ld+json']"):
        try:
            data = json.loads(script.text or "")
        except (ValueError, RecursionError):
            continue
        for item in _items(data):
            day = day_of(str(item.get("datePublished", "")))
            if day:
                return Imprint(
                    published=day,
                    published_by="metadata",
                    author=_named(item.get("author")),
                    publisher=_named(item.get("publisher")),
                    title=str(item.get("headline", "")),
                )
    return NOTHING


def _items(data: Any) -> Iterator[dict[str, Any]]:
    for item in data if isinstance(data, list) else [data]:
        if isinstance(item, dict):
            yield item
            yield from (one for one in item.get("@graph", ()) if isinstance(one, dict))


def _named(value: Any) -> str:
    first = value[0] if isinstance(value, list) and value else value
    return str(first.get("name", "")) if isinstance(first, dict) else first if isinstance(first, str) else ""


def _searched(text: str) -> Imprint:
    """htmldate's finding, without its wide search, which takes a footer's year for the day."""
    found = htmldate.find_date(text, extensive_search=False, original_date=True)
    try:
        return Imprint(published=Day.on(date.fromisoformat(found)), published_by="metadata") if found else NOTHING
    except ValueError:
        return NOTHING
