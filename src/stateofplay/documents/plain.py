"""A text in memory becomes a document: every visible character of it stands in one passage, and knows where it was."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from stateofplay.day import Day
from stateofplay.documents.document import Document, Language, Origin, Passage, PassageKind
from stateofplay.documents.language import hint, languages, mixed
from stateofplay.documents.line import Line, lines, tidy
from stateofplay.documents.sentence import sentences
from stateofplay.documents.wrap import glue, page, runs_on


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that belong together: `text` of all, and `pieces`, (offset in it, offset in the tidy text, length)."""

    text: str
    pieces: tuple[tuple[int, int, int], ...]
    kind: PassageKind


def document_from_text(
    text: str,
    *,
    path: str = "",
    published: Day | None = None,
    language: Language | None = None,
) -> Document:
    """The document that `text` is. `published` holds where the text does not tell; `language` for all where given.

    >>> [passage.text for passage in document_from_text("首爾與東京\\n會談。結束了。").passages]
    ['首爾與東京', '會談。', '結束了。']
    """
    tidied, _ = tidy(text)
    paragraphs = _paragraphs(list(lines(tidied)))
    clean, origins = _laid_out(paragraphs)
    return Document(
        id=hashlib.sha256(clean.encode("utf-8", "surrogatepass")).hexdigest()[:24],
        path=path,
        raw_hash=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        text=clean,
        passages=tuple(_passages(paragraphs, language)),
        origins=origins,
        published=published,
        published_by="user" if published else "",
    )


def _paragraphs(found: Sequence[Line]) -> list[Paragraph]:
    layout = page(found)
    together: list[list[Line]] = []
    for line in found:
        if together and runs_on(together[-1][-1], line, layout):
            together[-1].append(line)
        else:
            together.append([line])
    return [_joined(group) for group in together]


def _joined(group: Sequence[Line]) -> Paragraph:
    parts: list[str] = []
    pieces: list[tuple[int, int, int]] = []
    length = 0
    for place, line in enumerate(group):
        if place:
            between = glue(group[place - 1].text, line.text)
            parts.append(between)
            length += len(between)
        parts.append(line.text)
        pieces.append((length, line.start, len(line.text)))
        length += len(line.text)
    return Paragraph("".join(parts), tuple(pieces), PassageKind.BODY)


def _laid_out(paragraphs: Sequence[Paragraph]) -> tuple[str, tuple[Origin, ...]]:
    origins = []
    offset = 0
    for paragraph in paragraphs:
        for place, start, length in paragraph.pieces:
            origins.append(Origin(clean=offset + place, raw=start, length=length))
        offset += len(paragraph.text) + 1
    return "\n".join(paragraph.text for paragraph in paragraphs), tuple(origins)


def _passages(paragraphs: Sequence[Paragraph], known: Language | None) -> Iterator[Passage]:
    tongues = languages([paragraph.text for paragraph in paragraphs], known)
    offset = 0
    for number, (paragraph, tongue) in enumerate(zip(paragraphs, tongues, strict=True)):
        look = known is None and mixed(paragraph.text)
        for start, end in sentences(paragraph.text, tongue.folder):
            said = paragraph.text[start:end]
            yield Passage(
                start=offset + start,
                end=offset + end,
                text=said,
                language=(hint(said).language or tongue) if look else tongue,
                kind=paragraph.kind,
                paragraph=number,
            )
        offset += len(paragraph.text) + 1
