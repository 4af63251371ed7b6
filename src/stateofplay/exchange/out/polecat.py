"""POLECAT-style TSV: the forty columns of the data set in its order, then ours; one row per telling of an event.

Cells without a value say None, as in the data set, and several values are parted by `;`.
"""

from collections.abc import Iterator
from typing import Final

from stateofplay.exchange.out.plover import MODES, sector
from stateofplay.exchange.out.selection import Row, Selection
from stateofplay.knowledge.actor import actors, display
from stateofplay.knowledge.event_type import event_types

COLUMNS: Final = (
    *("Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts"),
    *("Actor Name", "Actor Country", "Actor COW", "Primary Actor Sector", "Actor Sectors", "Actor Title"),
    *("Actor Name Raw", "Wikipedia Actor ID"),
    *("Recipient Name", "Recipient Country", "Recipient COW", "Primary Recipient Sector", "Recipient Sectors"),
    *("Recipient Title", "Recipient Name Raw", "Wikipedia Recipient ID"),
    *("Placename", "City", "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID"),
    *("Raw Placename", "Feature Type", "Source", "Publication Date"),
    *("Story People", "Story Organizations", "Story Locations", "Language", "Version"),
)
"""The columns of POLECAT."""

OURS: Final = ("Headline", "Statement ID", "Document ID", "Status", "Reader", "Quote")
"""What follows them: files with a headline behind the forty are found in the wild, and readers go by name."""

_NONE: Final = "None"


def write_polecat(selection: Selection) -> Iterator[str]:
    """A header and one row for each statement that tells an event; rows of one event share its `Event ID`."""
    yield _line((*COLUMNS, *OURS))
    for row in selection.statements():
        if row["event"]:
            cells = _cells(row, selection)
            yield _line(cells.get(name) or _NONE for name in (*COLUMNS, *OURS))


def _cells(row: Row, selection: Selection) -> dict[str, str]:
    kind = event_types().get(row["type"])
    quad = kind.quad.value.replace("-", " ").upper() if kind and kind.quad else ""
    return {
        "Event ID": row["event"],
        "Event Date": str(row["from"] or ""),
        "Event Type": row["type"],
        "Event Mode": MODES.get(row["status"], ""),
        "Intensity": f"{kind.intensity:g}" if kind and kind.quad else "",
        "Quad Code": quad,
        **_side("Actor", row["source"]),
        **_side("Recipient", row["target"]),
        "Source": row["publisher"],
        "Publication Date": str(row["published_to"] or ""),
        "Story People": ";".join(row["people"] or ()),
        "Language": row["language"],
        "Version": f"{selection.about['generator']}; known {selection.about['known'] or 'open'}",
        "Headline": row["title"],
        "Statement ID": row["id"],
        "Document ID": row["document"],
        "Status": row["status"],
        "Reader": row["reader"],
        "Quote": row["quote"],
    }


def _side(side: str, ids: list[str]) -> dict[str, str]:
    known = [actors().get(id) for id in ids]
    sectors = [sector(id) for id in ids]
    return {
        f"{side} Name": ";".join(display(id) for id in ids),
        f"{side} Country": ";".join(ids),
        f"{side} COW": ";".join(actor.cow if actor else "" for actor in known).strip(";"),
        f"Primary {side} Sector": sectors[0] if sectors else "",
        f"{side} Sectors": ";".join(sectors).strip(";"),
    }


def _line(cells: Iterator[str] | tuple[str, ...]) -> str:
    """Cells parted by tabs; one that holds a tab or a line break has spaces there, since the format cannot quote."""
    return "\t".join(" ".join(cell.splitlines()).replace("\t", " ") for cell in cells) + "\n"
