"""RSS and Atom feeds: each entry is a document or leads to one, with the day that the feed gives."""

import email.utils
from typing import Any, Final

import lxml.etree  # type: ignore[import-untyped]

from stateofplay.day import Day
from stateofplay.documents.extract import Extract
from stateofplay.documents.limits import FEED_ENTRIES
from stateofplay.documents.page import article_of
from stateofplay.documents.publication import Imprint, day_of
from stateofplay.errors import BrokenDocument, NoText

_DAYS: Final = ("pubDate", "published", "issued", "date", "updated")
_BODIES: Final = ("encoded", "content", "description", "summary")


def read(data: bytes, where: str) -> list[Extract]:
    """The entries of a feed; BrokenDocument where it is no feed, NoText where it has no entry."""
    parser = lxml.etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True
    )
    try:
        root = lxml.etree.fromstring(data, parser)
    except (lxml.etree.XMLSyntaxError, ValueError) as error:
        raise BrokenDocument("not XML", where=where) from error
    if root is None or _name(root) not in ("rss", "feed", "RDF"):
        raise BrokenDocument("XML, but neither an RSS nor an Atom feed", where=where)
    publisher = next((_said(child) for child in root.iter() if _name(child) == "title"), "")
    entries = [element for element in root.iter() if _name(element) in ("item", "entry")]
    if not entries:
        raise NoText("a feed without entries", where=where)
    return [_entry(element, publisher, number) for number, element in enumerate(entries[:FEED_ENTRIES], 1)]


def _entry(element: Any, publisher: str, number: int) -> Extract:
    told = {_name(child): child for child in reversed(element)}
    day = next((found for name in _DAYS if name in told and (found := _day(_said(told[name])))), None)
    body = max((article_of(_said(told[name])) for name in _BODIES if name in told), key=len, default="")
    title = _said(told["title"]) if "title" in told else ""
    known = Imprint(
        title=title,
        publisher=publisher,
        author=next((_said(told[name]) for name in ("creator", "author") if name in told), ""),
        published=day,
        published_by="metadata" if day else "",
    )
    return Extract(text=body, known=known, place=str(number), address=_link(element))


def _name(element: Any) -> str:
    return lxml.etree.QName(element).localname if isinstance(element.tag, str) else ""


def _said(element: Any) -> str:
    return "".join(element.itertext()).strip()


def _link(element: Any) -> str:
    for child in element:
        if _name(child) == "link" and child.get("rel", "alternate") == "alternate":
            return str(child.get("href") or _said(child))
    return ""


def _day(written: str) -> Day | None:
    """A day as Atom (ISO) or RSS (RFC 822) writes it, in the zone it is written in."""
    found = day_of(written[:10])
    if found is None:
        try:
            return Day.on(email.utils.parsedate_to_datetime(written).date())
        except ValueError:
            return None
    return found
