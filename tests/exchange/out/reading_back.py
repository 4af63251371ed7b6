"""One reader per format, none of them ours: what others find in what we wrote.

Each gives a `Found`: the titles, and for each record its statement ids, documents, publication days and readers.
"""

import csv
import io
import json
import re
import warnings
import xml.etree.ElementTree as ElementTree
from dataclasses import dataclass, field
from typing import Any

import bibtexparser
import icalendar
import networkx
import pandas
import pyarrow.parquet as pq
import rdflib
import rispy
import stix2


@dataclass
class Found:
    """What stands in a file: `records`, each (statements, documents, days, readers), `titles`, `quotes`, its `head`."""

    records: list[tuple[list[str], list[str], list[str], list[str]]]
    titles: set[str]
    quotes: set[str] = field(default_factory=set)
    head: str = ""


def listed(cell: Any) -> list[str]:
    return [part for part in str(cell).replace("\n", ";").split(";") if part]


def plover(content: bytes) -> Found:
    lines = [json.loads(line) for line in content.decode().splitlines()]
    assert all({"id", "date", "actor", "event"} <= set(line) for line in lines)
    return Found(
        records=[
            ([line["id"]], [line["cite_info"]["document"]], [str(line["cite_info"]["published"])], [line["coder"]])
            for line in lines
        ],
        titles={line["cite_info"]["title"] for line in lines},
        quotes={line["text"] for line in lines},
        head=json.dumps([line["stateofplay"] for line in lines]),
    )


def polecat(content: bytes) -> Found:
    frame = pandas.read_csv(io.BytesIO(content), sep="\t", quoting=csv.QUOTE_NONE, dtype=str, keep_default_na=False)
    names = ["Statement ID", "Document ID", "Publication Date", "Reader"]
    return Found(
        records=[tuple([cell] for cell in row) for row in frame[names].itertuples(index=False)],
        titles=set(frame["Headline"]),
        quotes=set(frame["Quote"]),
        head=" ".join(frame["Version"]),
    )


def table(content: bytes) -> Found:
    frame = pandas.read_csv(io.BytesIO(content), keep_default_na=False, dtype=str)
    return of_frame(frame)


def of_frame(frame: pandas.DataFrame) -> Found:
    return Found(
        records=[
            ([row.id], [row.document], [str(row.published_to)], [row.reader]) for row in frame.itertuples(index=False)
        ],
        titles=set(frame["title"]),
        quotes=set(frame["quote"]),
    )


def parquet(content: bytes) -> Found:
    read = pq.read_table(io.BytesIO(content))
    found = of_frame(read.to_pandas())
    found.head = str(read.schema.metadata)
    return found


def graphml(content: bytes) -> Found:
    graph = networkx.parse_graphml(content.decode())
    edges = [data for *_, data in graph.edges(data=True)]
    return Found(
        records=[
            (listed(e["statements"]), listed(e["documents"]), [e["last_published"]], listed(e["readers"]))
            for e in edges
        ],
        titles={title for edge in edges for title in edge["titles"].split("\n")},
        head=str(graph.graph),
    )


def gexf(content: bytes) -> Found:
    graph = networkx.read_gexf(io.BytesIO(content))
    edges = [data for *_, data in graph.edges(data=True)]
    meta = ElementTree.fromstring(content).find("{http://gexf.net/1.3}meta")
    return Found(
        records=[
            (listed(e["statements"]), listed(e["documents"]), listed(e["published"]), listed(e["readers"]))
            for e in edges
        ],
        titles={title for edge in edges for title in edge["titles"].split("\n")},
        quotes={edge["quotes"] for edge in edges},
        head="".join(meta.itertext()),
    )


SCHEMA = rdflib.Namespace("https://schema.org/")
PROV = rdflib.Namespace("http://www.w3.org/ns/prov#")


def jsonld(content: bytes) -> Found:
    with warnings.catch_warnings():  # rdflib warns of what it does itself
        warnings.simplefilter("ignore", DeprecationWarning)
        graph = rdflib.Graph().parse(data=content.decode(), format="json-ld")
    claims = list(graph.subjects(rdflib.RDF.type, SCHEMA.Claim))

    def values(node: Any, name: Any) -> list[str]:
        return [str(value).rpartition(":")[2] for value in graph.objects(node, name)]

    dataset = next(graph.subjects(rdflib.RDF.type, SCHEMA.Dataset))
    return Found(
        records=[
            (
                values(claim, SCHEMA.identifier),
                values(claim, PROV.wasDerivedFrom),
                values(claim, SCHEMA.datePublished),
                values(claim, PROV.wasAttributedTo),
            )
            for claim in claims
        ],
        titles={str(title) for title in graph.objects(None, SCHEMA.headline)},
        quotes={str(text) for text in graph.objects(None, SCHEMA.text)},
        head=str(next(graph.objects(dataset, SCHEMA.description))),
    )


def ftm(content: bytes) -> Found:
    return of_entities([json.loads(line) for line in content.decode().splitlines()])


def of_entities(entities: list[dict[str, Any]]) -> Found:
    articles = [entity for entity in entities if entity["schema"] == "Article"]
    readers = {entity["id"]: entity["properties"].get("processingAgent", []) for entity in articles}
    told = [entity for entity in entities if entity["schema"] in ("Event", "Note")]
    return Found(
        records=[
            (
                entity["properties"].get("recordId") or [entity["id"].rpartition("-")[2]],
                entity["properties"]["proof"],
                [entity["first_seen"] or ""],
                [reader for article in entity["properties"]["proof"] for reader in readers[article]],
            )
            for entity in told
        ],
        titles={title for entity in articles for title in entity["properties"]["title"]},
        quotes={quote for entity in told for quote in entity["properties"].get("description", ())},
        head=" ".join(note for entity in articles for note in entity["properties"]["notes"]),
    )


def ftm_statements(content: bytes) -> Found:
    entities: dict[str, dict[str, Any]] = {}
    for row in csv.DictReader(io.StringIO(content.decode(), newline=""), dialect=csv.unix_dialect):
        made = {"id": row["entity_id"], "schema": row["schema"], "properties": {}, "first_seen": row["first_seen"]}
        entity = entities.setdefault(row["entity_id"], made)
        if row["prop"] != "id":
            entity["properties"].setdefault(row["prop"], []).append(row["value"])
    return of_entities(list(entities.values()))


def stix(content: bytes) -> Found:
    bundle = stix2.parse(content.decode(), allow_custom=False)
    held = [thing for thing in bundle.get("objects", ()) if thing["type"] in ("relationship", "note")]
    reports = [thing for thing in bundle.get("objects", ()) if thing["type"] == "report"]
    own = [next(iter(thing["extensions"].values())) for thing in held]
    return Found(
        records=[
            (
                fields["statements"],
                fields.get("documents") or [fields["document"]],
                listed(";".join(fields["published"]) if isinstance(fields["published"], list) else fields["published"]),
                fields.get("readers") or [fields["reader"]],
            )
            for fields in own
        ],
        titles={report["name"] for report in reports},
        quotes={thing.get("description") or thing.get("content") for thing in held},
        head=bundle["objects"][0]["description"],
    )


def ical(content: bytes) -> Found:
    calendar = icalendar.Calendar.from_ical(content)
    events = calendar.walk("VEVENT")

    def values(event: Any, name: str) -> list[str]:
        found = event.get(f"X-STATEOFPLAY-{name}", [])
        return [str(value) for value in (found if isinstance(found, list) else [found])]

    parts = [part for event in events for part in str(event["DESCRIPTION"]).replace("\n", " · ").split(" · ")]
    return Found(
        records=[
            (
                values(event, "STATEMENT"),
                values(event, "DOCUMENT"),
                [event["DTSTAMP"].dt.date().isoformat()],
                values(event, "READER"),
            )
            for event in events
        ],
        titles=set(parts),
        quotes=set(parts),
        head=str(calendar["DESCRIPTION"]),
    )


def bibtex(content: bytes) -> Found:
    library = bibtexparser.parse_string(content.decode())
    assert not library.failed_blocks
    entries = [entry.fields_dict for entry in library.entries]

    def value(entry: dict[str, Any], name: str) -> str:
        return entry[name].value if name in entry else ""

    return Found(
        records=[
            (
                listed(value(entry, "statement-ids")),
                [value(entry, "document-id")],
                [value(entry, "date")],
                listed(value(entry, "reader")),
            )
            for entry in entries
        ],
        titles={unescaped(value(entry, "title")[1:-1]) for entry in entries},
        head=" ".join(comment.comment for comment in library.comments),
    )


def unescaped(text: str) -> str:
    """What TeX would print."""
    text = text.replace(r"\textbackslash{}", "\0")
    return re.sub(r"\\([&%$#_{}])", r"\1", text).replace("\0", "\\")


def ris(content: bytes) -> Found:
    references = rispy.loads(content.decode())
    records = []
    for reference in references:
        notes = dict(note.partition(" ")[::2] for note in reference.get("notes", ()))
        read = notes.get("read", "").removeprefix("by ").split()
        records.append((notes.get("statements", "").split(), [reference["id"]], [reference.get("date", "")], read))
    return Found(
        records=records,
        titles={reference["title"] for reference in references},
        head=" ".join(note for reference in references for note in reference["notes"]),
    )


def csl(content: bytes) -> Found:
    items = json.loads(content)
    return Found(
        records=[
            (
                item["custom"]["statements"],
                [item["custom"]["document"]],
                [str(item.get("issued", {}).get("date-parts", ""))],
                item["custom"]["readers"],
            )
            for item in items
        ],
        titles={item["title"] for item in items},
        head=" ".join(f"{name} {value}" for item in items for name, value in item["custom"].items()),
    )


READERS = {
    "plover": plover,
    "polecat": polecat,
    "csv": table,
    "parquet": parquet,
    "graphml": graphml,
    "gexf": gexf,
    "jsonld": jsonld,
    "ftm": ftm,
    "ftm-statements": ftm_statements,
    "stix": stix,
    "ical": ical,
    "bibtex": bibtex,
    "ris": ris,
    "csl": csl,
}
"""Format → who reads it back."""
