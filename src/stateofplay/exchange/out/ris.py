"""RIS: one reference per document, two letters a line, titles in their own script."""

from collections.abc import Iterator

from stateofplay.exchange.out.bibtex import address
from stateofplay.exchange.out.selection import Row, Selection


def write_ris(selection: Selection) -> Iterator[str]:
    """The documents of the selection, earliest published first. There is no header: each reference says it all."""
    for row in selection.documents():
        lines = [*_lines(row), ("N1", f"State of Play; {selection.told}")]
        inner = "".join(f"{tag}  - {' '.join(value.splitlines())}\r\n" for tag, value in lines if value)
        yield f"TY  - {'ELEC' if address(row) else 'NEWS'}\r\n{inner}ER  - \r\n\r\n"


def _lines(row: Row) -> list[tuple[str, str]]:
    day = row["published_to"]
    return [
        ("ID", row["id"]),
        ("TI", row["title"] or row["path"]),
        ("AU", row["author"]),
        ("T2", row["publisher"]),
        ("PY", f"{day:%Y}" if day else ""),
        ("DA", f"{day:%Y/%m/%d}" if day else ""),
        ("LA", ";".join(row["languages"])),
        ("UR", address(row)),
        ("L1", "" if address(row) else row["path"]),
        ("N1", f"document {row['id']}"),
        ("N1", f"statements {' '.join(row['statements'])}" if row["statements"] else ""),
        ("N1", f"read by {' '.join(row['readers'])}" if row["readers"] else ""),
    ]
