"""Gold: statements that a person made by hand, each beside the text it was made from; no faulty line is passed over.

Two forms, one JSON value a line. By the guide, a line is a statement that names its document (`doc`), whose text stands
in a file: `doc`.txt, or one whose name begins with `doc`. Or a line is a text of its own with what it says:
`{"id", "text", "published"?, "language"?, "events": [...], "statements"?: [...]}`.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from stateofplay.day import Day
from stateofplay.documents.document import Document, Language
from stateofplay.documents.gather import gather
from stateofplay.documents.plain import document_from_text
from stateofplay.errors import DataFileError, DocumentError, NotFound
from stateofplay.knowledge.event_type import event_types
from stateofplay.reading.evaluation.mark import Mark, mark_of, placed, squeezed
from stateofplay.reading.statement import CLAIMS, Status

_NOT_TEXTS: Final = (".jsonl", ".json")

Fields = Mapping[str, Any]


@dataclass(frozen=True, kw_only=True)
class Case:
    """One text with the marks that a hand made in it, in document order.

    `language` is the one that all it says counts with, "" where marks tell theirs one by one. `partial` says that
    `marks` may be those of one language version of a document that holds others too.
    """

    doc: str
    document: Document
    marks: tuple[Mark, ...]
    language: str = ""
    partial: bool = False

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of its marks; those of the document where there is none."""
        return tuple(dict.fromkeys(mark.language for mark in self.marks)) or tuple(self.document.languages)

    @property
    def lost(self) -> tuple[Mark, ...]:
        """Marks whose quote is not in the text."""
        return tuple(mark for mark in self.marks if mark.span is None)


def open_gold(path: Path, texts: Sequence[Path] = (), only: Mapping[str, str] | None = None) -> tuple[Case, ...]:
    """The cases of one gold file, in its order.

    `texts` are documents and folders of them; by default the folder of `path`. `only` keeps the lines whose fields
    have these values. NotFound when there is no file or no text for a document; DataFileError lists every bad line.
    """
    lines = [
        (n, line) for n, line in statement_lines(path) if all(str(line.get(k)) == v for k, v in (only or {}).items())
    ]
    whole = [line for _, line in lines if "text" in line]
    named: dict[str, list[Fields]] = {}
    for _, line in lines:
        if "text" not in line:
            named.setdefault(str(line["doc"]), []).append(line)
    shelf = _Shelf(texts or [path.parent]) if named else None
    cases = [_own_text(line, path) for line in whole]
    return (*cases, *(shelf.case(doc, said) for doc, said in named.items() if shelf))


def statement_lines(path: Path) -> list[tuple[int, dict[str, Any]]]:
    """The lines of a file of statements or texts, each with its number. NotFound or DataFileError as `open_gold`."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise NotFound("no statements can be read here", where=str(path), mend="name a JSON Lines file") from error
    lines = [(n, _parsed(line)) for n, line in enumerate(text.splitlines(), 1) if line.strip()]
    problems = tuple(f"line {n}: {problem}" for n, line in lines for problem in _problems(line))
    if problems:
        raise DataFileError("some lines are faulty", where=str(path), mend="see the guide", problems=problems)
    return lines


def _parsed(line: str) -> dict[str, Any]:
    try:
        value = json.loads(line)
    except ValueError as error:
        return {"": f"not JSON: {error}"}
    return value if isinstance(value, dict) else {"": "not an object"}


def _problems(line: Fields) -> Iterator[str]:
    if "" in line:
        yield str(line[""])
    elif "text" in line:
        for said in _said(line):
            yield from _statement_problems(said)
    elif "doc" not in line:
        yield "neither a document (doc) nor a text of its own (text)"
    else:
        yield from _statement_problems(line)


def _statement_problems(said: Fields) -> Iterator[str]:
    if said.get("kind") not in CLAIMS:
        yield f"kind {said.get('kind')!r} is none of {', '.join(CLAIMS)}"
    if not said.get("quote"):
        yield "no quote"
    if said.get("status") not in list(Status):
        yield f"status {said.get('status')!r} is none of {', '.join(Status)}"
    if said.get("kind") == "event" and said.get("type") not in event_types():
        yield f"type {said.get('type')!r} is none of {', '.join(event_types())}"


def _said(line: Fields) -> list[Fields]:
    """The statements of a line with a text of its own."""
    return [{"kind": "event", **event} for event in line.get("events", ())] + list(line.get("statements", ()))


def _own_text(line: Fields, path: Path) -> Case:
    doc = str(line.get("id", ""))
    given = Language(line["language"]) if line.get("language") else None
    published = Day.parse(str(line["published"])) if line.get("published") else None
    document = document_from_text(line["text"], path=doc, published=published, language=given)
    language = str(line.get("language") or line.get("lang") or _tag(path) or document.languages[0])
    marks = placed((mark_of(said, doc, language) for said in _said(line)), squeezed(document.text))
    return Case(doc=doc, document=document, marks=tuple(marks), language=language)


def _tag(path: Path) -> str:
    """The language that a file is named after; "" where it is not."""
    return path.stem if path.stem in list(Language) else ""


class _Shelf:
    """Documents by the name that gold gives them."""

    def __init__(self, texts: Iterable[Path]) -> None:
        self._files = [file for text in texts for file in (sorted(text.iterdir()) if text.is_dir() else [text])]
        self._files = [file for file in self._files if file.suffix not in _NOT_TEXTS]

    def case(self, doc: str, said: Sequence[Fields]) -> Case:
        file = self._file(doc)
        document = next(iter(gather([str(file)])))
        if not isinstance(document, Document):
            raise _unreadable(file, document.error)
        marks = [mark_of(line, doc, str(line.get("lang") or document.languages[0])) for line in said]
        found = tuple(placed(marks, squeezed(document.text)))
        spoken = {mark.language for mark in found}
        language = spoken.pop() if len(spoken) == 1 else ""
        return Case(doc=doc, document=document, marks=found, language=language, partial=file.stem != doc)

    def _file(self, doc: str) -> Path:
        for wanted in (doc, f"{doc}_", f"{doc.partition('_')[0]}_"):
            for file in self._files:
                if file.stem == doc or (wanted.endswith("_") and file.name.startswith(wanted)):
                    return file
        looked = ", ".join(dict.fromkeys(str(file.parent) for file in self._files)) or "no folder"
        raise NotFound(f"no text for document {doc!r}", where=looked, mend=f"name its folder, or {doc}.txt, by --text")


def _unreadable(file: Path, error: DocumentError) -> DocumentError:
    return type(error)(error.what, where=str(file), mend=error.mend)
