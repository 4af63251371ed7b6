"""JSON-LD: schema.org and PROV-O; each statement is a claim derived from its article and attributed to its reader.

The context goes out with the data (`vocabulary/context.jsonld`), so nothing is fetched to read it. Names are `urn:`s,
which nobody looks up.
"""

import json
from collections.abc import Iterator
from typing import Any, Final

from stateofplay.exchange.out.bibtex import address
from stateofplay.exchange.out.graph import iso
from stateofplay.exchange.out.selection import Row, Selection
from stateofplay.knowledge.actor import TAGS, actors, display
from stateofplay.knowledge.table import data

_STATUS: Final = {
    "planned": "schema:EventScheduled",
    "denied": "schema:EventCancelled",
}
_OWN: Final = (
    *("kind", "status", "type", "by", "beneficiary", "holder", "what", "state", "amount", "unit", "issue", "stance"),
    *("likelihood", "horizon", "cause", "effect"),
)
"""Fields of the guide that go out under our own names."""


def write_linked_data(selection: Selection) -> Iterator[str]:
    """One JSON object with its context and a graph, node by node: the data set, actors, documents, events, claims."""
    context = json.loads(data("vocabulary", "context.jsonld").read_text(encoding="utf-8"))["@context"]
    yield f'{{"@context": {json.dumps(context)},\n"@graph": [\n{_line(_dataset(selection))}'
    actors_named: dict[str, None] = {}
    readers: dict[str, None] = {}
    for row in selection.documents():
        readers |= dict.fromkeys(row["readers"])
        yield f",\n{_line(_article(row))}"
    for row in selection.events():
        actors_named |= dict.fromkeys((*row["source"], *row["target"]))
        yield f",\n{_line(_event(row))}"
    for row in selection.statements():
        actors_named |= dict.fromkeys(actor for name in ("beneficiary", "holder") for actor in row[name] or ())
        yield f",\n{_line(_claim(row))}"
    for nodes in (map(_actor, sorted(actors_named)), map(_reader, sorted(readers))):
        yield from (f",\n{_line(one)}" for one in nodes)
    yield "\n]}\n"


def _dataset(selection: Selection) -> dict[str, Any]:
    about = selection.about
    return {
        "@id": "urn:stateofplay:export",
        "@type": "Dataset",
        "name": "A State of Play record",
        "version": about["version"],
        "on": about["on"],
        "known": about["known"],
        "between": about["between"],
        "description": selection.told,
    }


def _article(row: Row) -> dict[str, Any]:
    return {
        "@id": _urn("document", row["id"]),
        "@type": ["NewsArticle", "prov:Entity"],
        "identifier": row["id"],
        "headline": row["title"],
        "inLanguage": row["languages"],
        "publisher": row["publisher"],
        "author": row["author"],
        "datePublished": iso(row["published_to"]),
        "url": address(row),
        "sha256": row["raw_hash"],
        "readBy": [_urn("reader", reader) for reader in row["readers"]],
        "statements": [_urn("statement", id) for id in row["statements"]],
    }


def _event(row: Row) -> dict[str, Any]:
    return {
        "@id": _urn("event", row["event"]),
        "@type": "Event",
        "identifier": row["event"],
        "type": row["type"],
        "status": row["status"],
        "eventStatus": _STATUS.get(row["status"], ""),
        "startDate": iso(row["from"]),
        "endDate": iso(row["to"]),
        "actor": [_urn("actor", id) for id in row["source"]],
        "recipient": [_urn("actor", id) for id in row["target"]],
        "subjectOf": [_urn("statement", id) for id in row["statements"]],
    }


def _claim(row: Row) -> dict[str, Any]:
    quote = {"@value": row["quote"], "@language": row["language"]}
    return {
        "@id": _urn("statement", row["id"]),
        "@type": ["Claim", "prov:Entity"],
        "identifier": row["id"],
        "text": quote if row["quote"] else "",
        "appearance": _urn("document", row["document"]),
        "wasDerivedFrom": _urn("document", row["document"]),
        "wasAttributedTo": _urn("reader", row["reader"]),
        "datePublished": iso(row["published_to"]),
        "about": _urn("event", row["event"]) if row["event"] else "",
        "start": row["start"],
        "end": row["end"],
        "saidBy": row["said_by"],
        "people": row["people"],
        "confidence": row["confidence"],
        **{name: row[name] for name in _OWN},
        "from": iso(row["from"]),
        "to": iso(row["to"]),
    }


def _actor(id: str) -> dict[str, Any]:
    known = actors().get(id)
    country = known is not None and known.kind == "state"
    return {
        "@id": _urn("actor", id),
        "@type": ["Country" if country else "Organization", "prov:Agent"],
        "identifier": id,
        "name": [{"@value": display(id, tag), "@language": tag} for tag in TAGS] if known else id,
    }


def _reader(reader: str) -> dict[str, Any]:
    person = reader.startswith("review:")
    return {
        "@id": _urn("reader", reader),
        "@type": ["prov:Person" if person else "prov:SoftwareAgent", "prov:Agent"],
        "name": reader,
    }


def _urn(kind: str, id: str) -> str:
    """A name for a thing, with what a URN cannot hold written as such."""
    safe = "".join(sign if (sign.isalnum() and sign.isascii()) or sign in "-._:/" else _percent(sign) for sign in id)
    return f"urn:stateofplay:{kind}:{safe}"


def _percent(sign: str) -> str:
    return "".join(f"%{octet:02X}" for octet in sign.encode())


def _line(node: dict[str, Any]) -> str:
    """A node without what it has nothing for."""
    return json.dumps({name: value for name, value in node.items() if value not in (None, "", [])}, ensure_ascii=False)
