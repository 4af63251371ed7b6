"""A text in memory becomes a document: every visible character of it stands in one passage, and knows where it was."""

import hashlib
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from stateofplay.day import Day
from stateofplay.documents.document import Document, Language, Origin, Passage, PassageKind
from stateofplay.documents.furniture import ends_in_credit, line_kinds
from stateofplay.documents.language import hint, languages, mixed
from stateofplay.documents.line import Line, lines, tidy
from stateofplay.documents.paragraph import Paragraph
from stateofplay.documents.publication import NOTHING, Imprint, front_matter, imprint
from stateofplay.documents.sentence import sentences
from stateofplay.documents.wrap import page, runs_on


def document_from_text(
    text: str,
    *,
    path: str = "",
    published: Day | None = None,
    language: Language | None = None,
    known: Imprint = NOTHING,
    raw_hash: str = "",
) -> Document:
    """The document that `text` is. `published` holds where the text does not tell; `language` for all where given.

    `known` is what metadata beside the text told; it yields to what the text itself says, save for title, publisher
    and author. The signs of Markdown are left out where `path` ends in `.md`. `raw_hash` is the
    hash of the bytes that `text` was decoded from, else that of its UTF-8.

    >>> [passage.text for passage in document_from_text("首爾與東京，\\n會談。結束了。").passages]
    ['首爾與東京，會談。', '結束了。']
    """
    tidied, places = tidy(text, markdown=path.lower().endswith((".md", ".markdown")))
    told, paragraphs = imprint(_paragraphs(list(lines(tidied))))
    paragraphs = [_mended(paragraph) for paragraph in paragraphs]
    clean, origins = _laid_out(paragraphs)
    said = _settled(told, known, published)
    return Document(
        id=digest(clean)[:24],
        path=path,
        raw_hash=raw_hash or digest(text),
        text=clean,
        passages=tuple(_passages(paragraphs, language)),
        origins=_through(origins, places),
        title=said.title,
        publisher=said.publisher,
        author=said.author,
        published=said.published,
        published_by=said.published_by,
    )


def digest(text: str) -> str:
    """SHA-256 of the UTF-8 of `text`, in hexadecimal."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _settled(told: Imprint, known: Imprint, published: Day | None) -> Imprint:
    """Front matter before metadata, metadata before the dates in the text, those before the user's word."""
    user = Imprint(published=published, published_by="user" if published else "")
    first = told if told.published_by in ("front-matter", "leading-date") else known
    names = known.or_else(told)
    day = first.or_else(told).or_else(known).or_else(user)
    return replace(names, published=day.published, published_by=day.published_by)


def _through(origins: Sequence[Origin], places: Sequence[Origin]) -> tuple[Origin, ...]:
    """`origins` (clean to tidy) taken on through `places` (tidy to raw)."""
    if len(places) <= 1 and not any(place.raw for place in places):
        return tuple(origins)
    starts = [place.clean for place in places]
    whole = []
    for origin in origins:
        end = origin.raw + origin.length
        number = bisect_right(starts, origin.raw) - 1
        while number < len(places) and places[number].clean < end:
            place = places[number]
            first, last = max(origin.raw, place.clean), min(end, place.clean + place.length)
            if first < last:
                clean = origin.clean + first - origin.raw
                whole.append(Origin(clean=clean, raw=place.raw + first - place.clean, length=last - first))
            number += 1
    return tuple(whole)


def _paragraphs(found: Sequence[Line]) -> list[Paragraph]:
    """Lines made whole; a page number or running head that stands within a paragraph comes after it."""
    kinds = line_kinds(found)
    layout = page([line for line, kind in zip(found, kinds, strict=True) if kind is PassageKind.BODY])
    whole: list[Paragraph] = []
    group: list[Line] = []
    between: list[Paragraph] = []
    head = front_matter(found)
    for number, (line, kind) in enumerate(zip(found, kinds, strict=True)):
        if kind is not PassageKind.BODY:
            between.append(Paragraph.of([line], kind))
        elif group and number > head and runs_on(group[-1], line, layout) and not _is_captioned(group):
            group.append(line)
        else:
            whole += [Paragraph.of(group), *between] if group else between
            group, between = [line], []
    return [*whole, *([Paragraph.of(group)] if group else []), *between]


def _is_captioned(group: Sequence[Line]) -> bool:
    return group[-1].text[-1] in "）)］]】" and ends_in_credit(Paragraph.of(group[-4:]).text) >= 0


_STRAY: Final = re.compile("(?<=[\u4e00-\u9fff]) (?=[\u4e00-\u9fff])")
_STOP: Final = re.compile("[。，、；：！？,]")


def _mended(paragraph: Paragraph) -> Paragraph:
    """A single space between two ideographs of a long sentence is a slip of typesetting; in a heading it is not."""
    if " " not in paragraph.text or paragraph.kind is not PassageKind.BODY or not _STOP.search(paragraph.text):
        return paragraph
    places = [match.start() for match in _STRAY.finditer(paragraph.text)]
    return paragraph.without(places) if 0 < len(places) <= max(1, len(paragraph.text) // 50) else paragraph


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
