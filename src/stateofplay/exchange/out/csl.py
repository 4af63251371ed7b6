"""CSL-JSON: one item per document, as Zotero, pandoc and citeproc read it; what the schema lacks stands in `custom`."""

import json
from collections.abc import Iterator
from typing import Any

from stateofplay.exchange.out.bibtex import address, issued
from stateofplay.exchange.out.selection import Row, Selection


def write_csl(selection: Selection) -> Iterator[str]:
    """A JSON array with the documents of the selection, earliest published first."""
    lead = "["
    for row in selection.documents():
        yield f"{lead}\n{json.dumps(_item(row, selection.about), ensure_ascii=False)}"
        lead = ","
    yield "[]\n" if lead == "[" else "\n]\n"


def _item(row: Row, about: dict[str, str]) -> dict[str, Any]:
    parts = [[int(part) for part in day.split("-")] for day in issued(row).split("/") if day]
    given = {
        "title": row["title"] or row["path"],
        "container-title": row["publisher"],
        "author": [{"literal": row["author"]}] if row["author"] else [],
        "issued": {"date-parts": parts} if parts else {},
        "language": row["languages"][0] if row["languages"] else "",
        "URL": address(row),
    }
    told = {"document": row["id"], "statements": row["statements"], "readers": row["readers"], "file": row["path"]}
    return {
        "id": row["id"],
        "type": "webpage" if address(row) else "article-newspaper",
        **{name: value for name, value in given.items() if value},
        "custom": {**told, "languages": row["languages"], **about},
    }
