"""The index of passages: derived, beside the record, never the source of truth; what is missing or torn is made anew.

It holds every passage folded for searching, in files that are never changed once they are there: each has the passages
of some documents, so only documents that no file has yet are folded. Two processes that do so at once may both write
the same documents; on reading, the second copy is left out. Nothing is lost with it but the time to make it again.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import Any, Final

import pyarrow as pa
import pyarrow.compute as pc

from stateofplay.knowledge.fold import blind
from stateofplay.knowledge.table import structure
from stateofplay.record.original import write_whole
from stateofplay.record.snapshot import Snapshot

FOLDER: Final = "index"
FORM: Final = 1
"""Raised when folding or the columns change: files of another form are made anew."""

SCHEMA: Final = pa.schema(
    {
        "document": pa.dictionary(pa.int32(), pa.string()),
        "start": pa.int32(),
        "end": pa.int32(),
        "language": pa.dictionary(pa.int32(), pa.string()),
        "text": pa.string(),
        "folded": pa.string(),
    }
)
"""One row per passage: its `text` as it stands in the document, and `folded`.

A document without any has one row without text, so that it is known to have been looked at.
"""

_BATCH: Final = 5_000
_FILES: Final = 24
_DOCUMENTS: Final = """
    SELECT id, text, passages FROM documents WHERE id IN (SELECT unnest($ids))
    QUALIFY row_number() OVER (PARTITION BY id ORDER BY recorded_at, path) = 1"""


def passage_table(folder: Path, snapshot: Snapshot) -> pa.Table:
    """Every passage of the record in `folder` at `snapshot`, folded; missing ones are folded and kept.

    Where the folder cannot be written, the answer is the same and the work is done again next time.
    """
    kept = list(_kept(folder / FOLDER))
    there = pc.unique(snapshot.query("SELECT id FROM documents")["id"]).to_pylist()
    known = {id for part in kept for id in _documents_of(part)}
    missing = iter(sorted(set(there) - known))
    while ids := list(islice(missing, _BATCH)):
        rows = snapshot.rows(_DOCUMENTS, {"ids": ids})
        kept.append(_keep(folder / FOLDER, _folded(rows)))
    if len(kept) > _FILES:
        kept = [_gather(folder / FOLDER, kept)]
    return pa.concat_tables(kept) if kept else SCHEMA.empty_table()


def _kept(folder: Path) -> Iterator[pa.Table]:
    """What the files hold, each document once; a file that cannot be read is removed, since it can be made again."""
    seen: set[str] = set()
    for path in sorted(folder.glob(f"{FORM}-*.arrow")):
        try:
            with pa.memory_map(str(path)) as source, pa.ipc.open_file(source) as file:
                part = file.read_all()
        except (OSError, pa.ArrowInvalid):
            with suppress(OSError):
                path.unlink()
            continue
        if part.schema.equals(SCHEMA):
            yield _without(part, seen)
            seen.update(_documents_of(part))


def _without(part: pa.Table, seen: set[str]) -> pa.Table:
    again = seen.intersection(_documents_of(part))
    if not again:
        return part
    return part.filter(pc.invert(pc.is_in(part["document"].cast(pa.string()), pa.array(again, pa.string()))))


def _documents_of(part: pa.Table) -> list[str]:
    found: list[str] = part["document"].unique().to_pylist()
    return found


def _folded(documents: Iterable[dict[str, Any]]) -> pa.Table:
    rows = [row for document in documents for row in _passages(document)]
    columns = dict(zip(SCHEMA.names, zip(*rows, strict=True), strict=True))
    return pa.table({name: pa.array(columns[name], SCHEMA.field(name).type) for name in SCHEMA.names}, SCHEMA)


def _passages(document: dict[str, Any]) -> list[tuple[str, int, int, str, str, str]]:
    """The passages that are searched, with the text of the document at their place."""
    id, text = document["id"], document["text"]
    folded = blind(text)
    wanted = structure("vocabulary", "search.yaml")["passages"]
    found = [
        (id, start, end, language, text[start:end], folded[start:end])
        for start, end, language, kind, *_ in json.loads(document["passages"])
        if kind in wanted
    ]
    return found or [(id, 0, 0, "", "", "")]


def _keep(folder: Path, part: pa.Table) -> pa.Table:
    """Write a file named by the documents in it; where that is not possible, nothing is kept."""
    part = part.combine_chunks()
    name = hashlib.sha256("\n".join(sorted(_documents_of(part))).encode()).hexdigest()[:24]
    sink = pa.BufferOutputStream()
    with pa.ipc.new_file(sink, SCHEMA) as file:
        file.write_table(part)
    with suppress(OSError):
        folder.mkdir(exist_ok=True)
        write_whole(folder / f"{FORM}-{name}.arrow", sink.getvalue().to_pybytes())
    return part


def _gather(folder: Path, parts: list[pa.Table]) -> pa.Table:
    """Many files into one. Who has an old one open reads on; who comes meanwhile finds both, and each row once."""
    old = list(folder.glob("*.arrow"))
    whole = _keep(folder, pa.concat_tables(parts).unify_dictionaries())
    kept = {path for path in folder.glob("*.arrow") if path not in old}
    if kept:
        for path in old:
            with suppress(OSError):
                path.unlink()
    return whole
