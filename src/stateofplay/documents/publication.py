"""What a document says of itself: its day, title, author and publisher; what it does not say stays unsaid."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from stateofplay.day import Day
from stateofplay.documents.document import PassageKind
from stateofplay.documents.full_date import full_dates
from stateofplay.documents.furniture import marked, words
from stateofplay.documents.line import Line, width
from stateofplay.documents.paragraph import Paragraph
from stateofplay.documents.wrap import is_open

_LEADING: Final = re.compile(r"(?:date|日期|날짜)[\s:：]*", re.IGNORECASE)
_BEFORE_TITLE: Final = re.compile(r"(?:19|20)\d\d-\d\d-\d\d[\s:：]+(?=\w)")
"""A date in figures before the first words of a text, as clippings have it: `2025-08-25 Lee in Tokyo`."""

_FIELD: Final = re.compile(r"\s*([^:：=]{1,24}?)\s*[:：=]\s*(.+)")
_TIME: Final = re.compile(r"\d{1,2}[:：]\d{2}(?:[:：]\d{2})?(?:\s*(?:[ap]\.?m\.?|GMT|UTC|KST|JST|CST|HKT|ET))?", re.I)
_FENCE: Final = re.compile(r"-{3,}")
_HEAD: Final = 14
"""Paragraphs at the top among which fields, datelines and bylines stand."""

_TAIL: Final = 4
_LONGEST_FENCED: Final = 40
_LONGEST_FIELD: Final = 200
_SHORT: Final = 110
_AROUND: Final = 24
_BESIDE: Final = 16
"""Columns that may stand beside the date on a line of its own: a time, a weekday, a place."""

_BYLINE_PREFIX: Final = re.compile(r"(?:By|BY)\s+(?=[A-Z])|(?:文|撰文|作者|記者|记者|筆者|글)\s*[:：/／]\s*")
_LONGEST_TITLE: Final = 160


@dataclass(frozen=True, kw_only=True)
class Imprint:
    """What is known of a publication; "" and None where nothing is. `published_by` says how the day was found."""

    title: str = ""
    publisher: str = ""
    author: str = ""
    published: Day | None = None
    published_by: str = ""

    def or_else(self, other: "Imprint") -> "Imprint":
        """The same, with what is missing taken from `other`."""
        day = self if self.published else other
        return Imprint(
            title=self.title or other.title,
            publisher=self.publisher or other.publisher,
            author=self.author or other.author,
            published=day.published,
            published_by=day.published_by,
        )


NOTHING: Final = Imprint()


def imprint(paragraphs: Sequence[Paragraph]) -> tuple[Imprint, list[Paragraph]]:
    """What the paragraphs say of the publication, and the paragraphs with kinds, its date and fields cut apart."""
    fields, rest = _fields(paragraphs)
    leading, rest = _leading(rest)
    rest = marked(rest)
    byline, rest = _byline(rest)
    found = fields.or_else(leading).or_else(byline).or_else(_body(rest))
    return found.or_else(Imprint(title=_title(rest), author=_author(rest))), rest


def front_matter(texts: Sequence[Line | Paragraph]) -> int:
    """How many lines at the very top are front matter: fields `name: value`, with or without a fence around them."""
    fenced = bool(texts) and bool(_FENCE.fullmatch(texts[0].text))
    for count, one in enumerate(texts[: _LONGEST_FENCED if fenced else _HEAD]):
        if fenced and count and _FENCE.fullmatch(one.text):
            return count + 1
        if not (fenced and (count == 0 or _FIELD.fullmatch(one.text))) and _given(one.text) is None:
            return 0 if fenced else count
    return 0 if fenced else min(len(texts), _HEAD)


def _fields(paragraphs: Sequence[Paragraph]) -> tuple[Imprint, list[Paragraph]]:
    """What the front matter tells, and the paragraphs with it marked."""
    count = front_matter(paragraphs)
    found = NOTHING
    for paragraph in paragraphs[:count]:
        found = found.or_else(_given(paragraph.text) or NOTHING)
    head = [paragraph.marked(PassageKind.DATELINE) for paragraph in paragraphs[:count]]
    return found, head + list(paragraphs[count:])


def _given(text: str) -> Imprint | None:
    field = _FIELD.fullmatch(text) if len(text) <= _LONGEST_FIELD else None
    kind = words().kinds.get(("label", field.group(1).strip().lower()), "") if field else ""
    if field is None or not kind.startswith("header-"):
        return None
    value = field.group(2).strip().strip("\"'")
    if kind == "header-date":
        day = day_of(value)
        return Imprint(published=day, published_by="front-matter") if day else None
    return Imprint(
        title=value if kind == "header-title" else "",
        publisher=value if kind == "header-publisher" else "",
        author=value if kind == "header-author" else "",
    )


def day_of(value: str) -> Day | None:
    """The first full date in `value`, or the partial date that it is (`2025-08`); None where it is none."""
    for _, _, day in full_dates(value):
        return day
    try:
        return Day.parse(value)
    except ValueError:
        return None


def _leading(paragraphs: list[Paragraph]) -> tuple[Imprint, list[Paragraph]]:
    """A date that opens the text, alone or before its first words; it is cut apart from them."""
    for place, paragraph in enumerate(paragraphs[:2]):
        start = _LEADING.match(paragraph.text)
        first = start.end() if start else 0
        dates = [(begin, end, day) for begin, end, day in full_dates(paragraph.text[:_SHORT]) if begin == first]
        alone = dates and _stands_alone(paragraph.text, 0, dates[0][1])
        opens = place == 0 and _BEFORE_TITLE.match(paragraph.text) is not None
        if dates and (start or alone or opens):
            _, end, day = dates[0]
            cut = [paragraph.part(0, end, PassageKind.DATELINE), paragraph.part(end, len(paragraph.text))]
            pieces = (
                [paragraph.marked(PassageKind.DATELINE)] if alone and not start else [one for one in cut if one.text]
            )
            return (
                Imprint(published=day, published_by="leading-date"),
                [*paragraphs[:place], *pieces, *paragraphs[place + 1 :]],
            )
    return Imprint(), paragraphs


def _byline(paragraphs: list[Paragraph]) -> tuple[Imprint, list[Paragraph]]:
    """A full date on a short line above the body, on a dateline, or on a line of its own at the end."""
    for place in _beside_body(paragraphs):
        if _may_hold_date(paragraphs[place]):
            for _, _, day in full_dates(paragraphs[place].text):
                paragraphs[place] = paragraphs[place].marked(PassageKind.DATELINE)
                return Imprint(published=day, published_by="byline"), paragraphs
    return Imprint(), paragraphs


def _beside_body(paragraphs: Sequence[Paragraph]) -> Iterator[int]:
    """Places of the paragraphs above the first long one of the body, then of the last few."""
    for place, paragraph in enumerate(paragraphs[:_HEAD]):
        if paragraph.kind is PassageKind.BODY and len(paragraph.text) > _SHORT:
            break
        yield place
    yield from range(max(0, len(paragraphs) - _TAIL), len(paragraphs))


def _may_hold_date(paragraph: Paragraph) -> bool:
    if paragraph.kind is PassageKind.DATELINE:
        return True
    if paragraph.kind in (PassageKind.CAPTION, PassageKind.CREDIT) or len(paragraph.text) > _SHORT:
        return False
    labelled = words().kind("label", words().label.match(paragraph.text)) == "header-date"
    return labelled or any(_stands_alone(paragraph.text, start, end) for start, end, _ in full_dates(paragraph.text))


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether beside the date at `start`..`end` there is no more than a time, a weekday or a place, and no sentence."""
    beside = _TIME.sub("", text[:start] + text[end:].removeprefix(".")).strip()
    beside = beside[_label_length(beside) :]
    return width(beside) <= _BESIDE and is_open(beside)


def _label_length(text: str) -> int:
    """Length of the word for a date that `text` starts with, as in `Published 25 August`."""
    start = text[:_AROUND].lower()
    fitting = (
        word for (place, word), kind in words().kinds.items() if kind == "header-date" and start.startswith(word)
    )
    return max(map(len, fitting), default=0)


def _body(paragraphs: list[Paragraph]) -> Imprint:
    """A notice that says when and where the text came out."""
    for paragraph in (*paragraphs[:_TAIL], *paragraphs[-2 * _TAIL :]):
        if paragraph.kind is PassageKind.NOTICE and words().kind("within", _said_published(paragraph)) == "published":
            for _, _, day in full_dates(paragraph.text):
                return Imprint(published=day, published_by="body")
    return Imprint()


def _said_published(paragraph: Paragraph) -> re.Match[str] | None:
    return next(
        (match for match in words().within.finditer(paragraph.text) if words().kind("within", match) == "published"),
        None,
    )


def _title(paragraphs: Sequence[Paragraph]) -> str:
    """The widest heading above the body; "" where none stands there."""
    titles = []
    for paragraph in paragraphs[:_HEAD]:
        if paragraph.kind is PassageKind.BODY:
            break
        if paragraph.kind is PassageKind.HEADING:
            titles.append(paragraph.text)
    return max(titles, key=width, default="")


def _author(paragraphs: Sequence[Paragraph]) -> str:
    """The first byline above the body, less the word that introduces it."""
    for paragraph in paragraphs[:_HEAD]:
        if paragraph.kind is PassageKind.BODY:
            break
        prefix = _BYLINE_PREFIX.match(paragraph.text)
        if paragraph.kind is PassageKind.DATELINE and (prefix or _is_name(paragraph.text)):
            return paragraph.text[prefix.end() if prefix else 0 :].strip()[:_LONGEST_TITLE]
    return ""


def _is_name(text: str) -> bool:
    return bool(re.fullmatch(r"[\u4e00-\u9fff]{2,4}|[\uac00-\ud7a3]{2,4}", text))
