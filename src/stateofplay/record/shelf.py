"""A shelf: the folded passages of a record at one moment, in arrays, with what their documents say of themselves."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

import duckdb
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from stateofplay.record.column import Ints, codes, flags, numbers, ordinals, whole
from stateofplay.record.index import passage_table
from stateofplay.record.snapshot import Snapshot
from stateofplay.record.sought import Term

_ABOUT: Final = """
    SELECT id, path, title, publisher, published_first, published_last, known_from FROM document
    ORDER BY published_last DESC NULLS LAST, id"""
_BOTH: Final = "(contains(folded, ?) AND regexp_matches(folded, ?))"
_SHIFT: Final = 32


@dataclass(frozen=True, kw_only=True)
class Places:
    """Rows of a shelf, the last published document first, then by place in it.

    `rank` is the place of the document in `Shelf.about`; `start` and `end` bound the passage in its text.
    """

    row: Ints
    rank: Ints
    start: Ints
    end: Ints

    def __len__(self) -> int:
        return len(self.row)

    def where(self, keep: NDArray[np.bool_]) -> "Places":
        """Those for which `keep` is true."""
        return Places(row=self.row[keep], rank=self.rank[keep], start=self.start[keep], end=self.end[keep])

    def part(self, cut: slice) -> "Places":
        """Those of a part."""
        return Places(row=self.row[cut], rank=self.rank[cut], start=self.start[cut], end=self.end[cut])

    def touched(self, rank: Ints, start: Ints, end: Ints) -> "Places":
        """Those that share a character with one of the spans `start`..`end` in the documents `rank`.

        Passages do not overlap, so the ones that a span touches stand side by side.
        """
        first = np.searchsorted(_key(self.rank, self.end), _key(rank, start), side="right")
        after = np.searchsorted(_key(self.rank, self.start), _key(rank, end), side="left")
        steps = np.zeros(len(self) + 1, np.int64)
        real = first < after
        np.add.at(steps, first[real], 1)
        np.add.at(steps, after[real], -1)
        return self.where(np.cumsum(steps)[:-1] > 0)


class Shelf:
    """All passages of the record in `folder` at `snapshot`, and its documents (`about`), the last published first."""

    def __init__(self, folder: Path, snapshot: Snapshot) -> None:
        self.versions = snapshot.versions
        self.about = snapshot.query(_ABOUT)
        passages = passage_table(folder, snapshot).unify_dictionaries().combine_chunks()
        self.text, self.language = passages["text"], passages["language"]
        self._start, self._end = (passages[name].to_numpy().astype(np.int64) for name in ("start", "end"))
        self._rank = self.rank(passages["document"])
        days = (self.about[name] for name in ("published_first", "published_last", "known_from"))
        self._first_day, self._last_day, self._known_from = map(ordinals, days)
        self._database = duckdb.connect()
        row = numbers(np.arange(len(passages)))
        self._passage = passages.select(["folded", "language"]).append_column("row", row)

    def rank(self, documents: pa.ChunkedArray) -> Ints:
        """Places in `about` of the documents in a coded column; -1 for one that is not there."""
        column = whole(documents)
        found = pc.index_in(column.dictionary, value_set=whole(self.about["id"]))
        ranks: Ints = np.append(np.where(flags(found.is_valid()), _integers(found), -1), -1)[codes(column)]
        return ranks

    def holding(self, terms: Sequence[Term], languages: tuple[str, ...] = (), *, one: bool = False) -> Places:
        """The passages that hold all `terms`, or at least `one`, in one of `languages` where any are named."""
        sql, values = _query(terms, languages, " OR " if one else " AND ")
        with self._database.cursor() as cursor:
            cursor.register("passage", self._passage)
            rows = cursor.sql(sql, params=values).to_arrow_table()["row"].to_numpy()
        rows = rows[self._rank[rows] >= 0]  # the index may hold what another process added since the snapshot
        order = np.lexsort((self._start[rows], self._rank[rows]))
        row = np.asarray(rows[order], dtype=np.int64)
        return Places(row=row, rank=self._rank[row], start=self._start[row], end=self._end[row])

    def span(self, row: int) -> tuple[int, int]:
        """Where the passage of a row stands in the text of its document."""
        return int(self._start[row]), int(self._end[row])

    def between(self, since: date | None, until: date | None, known: date | None) -> NDArray[np.bool_]:
        """Of each document in `about`, whether it was published within both days and was known by `known`."""
        kept = np.ones(len(self.about), np.bool_)
        if since is not None:
            kept &= self._last_day >= since.toordinal()
        if until is not None:
            kept &= (self._first_day > 0) & (self._first_day <= until.toordinal())
        if known is not None:
            kept &= self._known_from <= known.toordinal()
        return kept


def _query(terms: Sequence[Term], languages: tuple[str, ...], joint: str) -> tuple[str, list[object]]:
    """A pattern is tried only where the bare text stands, which is far faster to find."""
    tests: list[str] = []
    values: list[object] = []
    for term in terms:
        tests.append("contains(folded, ?)" if term.pattern is None else _BOTH)
        values += [term.text] if term.pattern is None else [term.text, term.pattern]
    sql = f"SELECT row FROM passage WHERE ({joint.join(tests)})"
    return (
        (f"{sql} AND list_contains(?, language::VARCHAR)", [*values, list(languages)]) if languages else (sql, values)
    )


def _integers(column: pa.Array) -> Ints:
    """The whole numbers of a column of 32 bits; what stands where there is none is of no meaning."""
    return np.frombuffer(column.buffers()[1] or b"", np.int32)[: len(column)].astype(np.int64)


def _key(rank: Ints, offset: Ints) -> Ints:
    return (rank << _SHIFT) + offset
