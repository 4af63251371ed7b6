"""Page furniture: what stands around a text is marked for what it is and never dropped, nor taken for the text."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from stateofplay.documents.document import PassageKind
from stateofplay.documents.line import Line, width
from stateofplay.documents.paragraph import Paragraph
from stateofplay.documents.wrap import is_open
from stateofplay.knowledge.table import rows

LANGUAGES: Final = ("zh", "en", "ja", "ko")

_PAGE_NUMBER: Final = re.compile(
    r"[-–—‐・\s]*(?:第\s*|p\.?\s*|page\s+)?\d{1,4}(?:\s*(?:[/／]|of)\s*\d{1,4})?\s*(?:頁|页|ページ|쪽|면)?[-–—‐・\s]*",
    re.I,
)
_YEAR: Final = re.compile(r"(?:1[89]|20)\d\d")
_BRACKETED: Final = re.compile(r"[（(\[［【〔〈]([^（(\[［【〔〈）)\]］】〕〉]{1,120})[）)\]］】〕〉]\.?$")
_ADDRESS: Final = re.compile(r"<?(?:https?://|www\.)\S+>?$|\S+@\S+\.\S+$")
_LETTER: Final = re.compile(r"\w")
_NAME: Final = re.compile(
    r"[\u4e00-\u9fff]{2,4}|[\uac00-\ud7a3]{2,4}|[\u4e00-\u9fff]{1,3}[ \u3000][\u4e00-\u9fff]{1,3}"
)
_USUAL_NAME: Final = 3
"""Signs in most Chinese and Korean names; two or four at the very top are a column's name as often."""

_LONGEST_FURNITURE: Final = 400
_SHORT: Final = 72
_LONGEST_CAPTION: Final = 240
_HEADING_COLUMNS: Final = 92
_HEAD: Final = 12
_TAIL_SHARE: Final = 0.45
_LINE_KINDS: Final = frozenset({PassageKind.PAGE_NUMBER, PassageKind.RUNNING_HEAD})


@dataclass(frozen=True, kw_only=True)
class Words:
    """The words of `furniture.tsv` of all languages, as one pattern for each place they may stand in."""

    start: re.Pattern[str]
    label: re.Pattern[str]
    bracket: re.Pattern[str]
    within: re.Pattern[str]
    role: re.Pattern[str]
    kinds: dict[tuple[str, str], str]

    def kind(self, place: str, match: re.Match[str] | None) -> str:
        """Kind of the word that `match` found at `place`; "" where it found none."""
        return self.kinds[place, match.group(1).lower()] if match else ""


@cache
def words() -> Words:
    """The words of all languages; a file may hold several, and furniture is often in another than the text."""
    kinds = {
        (row["place"], row["words"].lower()): row["kind"]
        for language in LANGUAGES
        for row in rows("vocabulary", "languages", language, "furniture.tsv")
    }
    return Words(
        start=_pattern(kinds, "start", "({})"),
        label=_pattern(kinds, "label", r"[【\[（(▲]?({})(?:\s*[:：=＝/／|｜]|\s+[:：=＝/／|｜])"),
        bracket=_pattern(kinds, "bracket", r"({})(?!(?<=[A-Za-z])[A-Za-z])"),
        within=_pattern(kinds, "within", "({})"),
        role=_pattern(kinds, "role", r"({})s?$"),
        kinds=kinds,
    )


def _pattern(kinds: dict[tuple[str, str], str], place: str, shape: str) -> re.Pattern[str]:
    found = sorted((word for where, word in kinds if where == place), key=len, reverse=True)
    return re.compile(shape.replace("{}", "|".join(map(re.escape, found))), re.IGNORECASE)


@cache
def _inline_dateline() -> re.Pattern[str]:
    return re.compile("|".join(row["pattern"] for row in rows("vocabulary", "languages", "datelines.tsv")))


def line_kinds(lines: Sequence[Line]) -> list[PassageKind]:
    """Kind of each line as far as it shows before lines are joined: page number, running head, else body."""
    heads = _running_heads(lines)
    kinds = []
    for line in lines:
        if len(line.text) <= _SHORT and _is_page_number(line.text):
            kinds.append(PassageKind.PAGE_NUMBER)
        elif heads and len(line.text) <= _SHORT and _shape(line.text) in heads:
            kinds.append(PassageKind.RUNNING_HEAD)
        else:
            kinds.append(PassageKind.BODY)
    return kinds


def _is_page_number(text: str) -> bool:
    return bool(_PAGE_NUMBER.fullmatch(text)) and not _YEAR.fullmatch(text)


def _shape(text: str) -> str:
    return re.sub(r"\d+", "#", text)


def _running_heads(lines: Sequence[Line]) -> frozenset[str]:
    """Short lines that stand three times or more, numbers apart, or twice where one of them opens a page."""
    short = [line for line in lines if len(line.text) <= _SHORT and is_open(line.text) and not is_credit(line.text)]
    counts = Counter(_shape(line.text) for line in short)
    opening = {_shape(line.text) for line in short if line.new_page}
    return frozenset(
        shape for shape, count in counts.items() if count >= (2 if shape in opening else 3) and _LETTER.search(shape)
    )


def is_credit(text: str) -> bool:
    """Whether all of `text` says whose the picture is."""
    bracket = _BRACKETED.match(text)
    if bracket and words().kind("bracket", words().bracket.match(bracket.group(1).strip())) == "credit":
        return True
    return len(text) <= _SHORT and words().kind("label", words().label.match(text)) == "credit"


def ends_in_credit(text: str) -> int:
    """Where the bracket starts with which a caption says whose the picture is; -1 where it does not."""
    if not text or text[-1] not in "）)］]】〕〉.":
        return -1
    bracket = _BRACKETED.search(text[-160:])
    if not bracket or not _names_credit(bracket.group(1)):
        return -1
    return len(text) - len(bracket.group())


def _names_credit(inside: str) -> bool:
    said = inside.strip()
    return words().kind("bracket", words().bracket.match(said)) == "credit" or (
        words().kind("label", words().label.match(said)) == "credit"
    )


def marked(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The paragraphs with their kinds; what was run together with a date, a credit or a dateline is cut apart."""
    apart = [piece for paragraph in paragraphs for piece in _apart(paragraph)]
    known = [_known(paragraph) for paragraph in apart]
    return _notice_tail(_headings(_bylines(_captions(known))))


def _apart(paragraph: Paragraph) -> Iterator[Paragraph]:
    if paragraph.kind is not PassageKind.BODY:
        yield paragraph
        return
    dateline = _inline_dateline().match(paragraph.text)
    if dateline and dateline.end() < len(paragraph.text) and not is_heading(paragraph.text):
        yield paragraph.part(0, dateline.end(), PassageKind.DATELINE)
        paragraph = paragraph.part(dateline.end(), len(paragraph.text))
    credit = ends_in_credit(paragraph.text)
    if credit > 0:
        caption = _is_caption(paragraph.text[:credit])
        yield paragraph.part(0, credit, PassageKind.CAPTION if caption else None)
        yield paragraph.part(credit, len(paragraph.text), PassageKind.CREDIT)
    else:
        yield paragraph


def _is_caption(text: str) -> bool:
    """Whether `text`, which a credit follows, is short enough for the words under a picture."""
    return (
        len(text) <= _LONGEST_CAPTION
        and width(text) <= _LONGEST_CAPTION
        and len(re.findall(r"[。！？!?]|\.\s", text)) <= 2
    )


def _known(paragraph: Paragraph) -> Paragraph:
    """What the paragraph's own words tell of it."""
    text = paragraph.text
    if paragraph.kind is not PassageKind.BODY or len(text) > _LONGEST_FURNITURE:
        return paragraph
    if is_credit(text):
        return paragraph.marked(PassageKind.CREDIT)
    if not _LETTER.search(text) or _ADDRESS.fullmatch(text):
        return paragraph.marked(PassageKind.NOTICE)
    kind = words().kind("start", words().start.match(text)) or words().kind("label", words().label.match(text))
    if not kind and len(text) <= _SHORT:
        kind = words().kind("within", words().within.search(text))
    if kind == "byline" and not (len(text) <= _SHORT and (is_open(text) or text[0] in "（(")):
        kind = ""
    return paragraph.marked(_KINDS.get(kind, PassageKind.BODY))


_KINDS: Final = {
    "credit": PassageKind.CREDIT,
    "caption": PassageKind.CAPTION,
    "notice": PassageKind.NOTICE,
    "contact": PassageKind.NOTICE,
    "byline": PassageKind.DATELINE,
}


def _captions(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """A short paragraph right before a credit that stands by itself is the caption, unless the text ends there."""
    for place in range(1, len(paragraphs) - 1):
        credit, before = paragraphs[place], paragraphs[place - 1]
        if credit.kind is PassageKind.CREDIT and before.kind is PassageKind.BODY and _is_caption(before.text):
            paragraphs[place - 1] = before.marked(PassageKind.CAPTION)
    return paragraphs


def _bylines(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """Before the body starts, a bare name is the author's, and a short line below that ends in a post is theirs too."""
    named = headed = False
    for place, paragraph in enumerate(paragraphs[:_HEAD]):
        if paragraph.kind is not PassageKind.BODY:
            continue
        if not is_open(paragraph.text) or width(paragraph.text) > _HEADING_COLUMNS:
            break
        role = len(paragraph.text) <= _SHORT and words().role.search(paragraph.text)
        bare = _NAME.fullmatch(paragraph.text) and (headed or len(paragraph.text) == _USUAL_NAME)
        if bare or (named and role):
            paragraphs[place] = paragraph.marked(PassageKind.DATELINE)
            named = True
        headed = True
    return paragraphs


def _headings(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """A short paragraph without a sentence's end is a heading where a body paragraph comes after it."""
    body_follows = False
    for place in range(len(paragraphs) - 1, -1, -1):
        paragraph = paragraphs[place]
        if paragraph.kind is not PassageKind.BODY:
            continue
        if body_follows and is_heading(paragraph.text):
            paragraphs[place] = paragraph.marked(PassageKind.HEADING)
        else:
            body_follows = body_follows or not is_heading(paragraph.text)
    return paragraphs


def is_heading(text: str) -> bool:
    """Whether `text` is short and either ends without a sentence's end or is one question."""
    if len(text) > _HEADING_COLUMNS or width(text) > _HEADING_COLUMNS:
        return False
    question = text[-1] in "？?！!" and width(text) <= _HEADING_COLUMNS // 2 and not re.search(r"[。！？!?]", text[:-1])
    return question or (is_open(text) and not re.search(r"[。]|[.!?] [A-Z]", text) and text[-1] not in "，,、")


def _notice_tail(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """After a closing notice, all is the publisher's block where it holds an address; so are short lines around one."""
    first = _closing_notice(paragraphs)
    if first is None:
        return paragraphs
    return paragraphs[:first] + [
        paragraph.marked(PassageKind.NOTICE) if paragraph.kind not in _LINE_KINDS else paragraph
        for paragraph in paragraphs[first:]
    ]


def _closing_notice(paragraphs: list[Paragraph]) -> int | None:
    """Place of the notice after which only the publisher speaks, or None."""
    total = sum(len(paragraph.text) for paragraph in paragraphs)
    after = 0
    contact = False
    found = None
    for place in range(len(paragraphs) - 1, -1, -1):
        text = paragraphs[place].text
        if len(text) > _LONGEST_FURNITURE or after > _TAIL_SHARE * total:
            break
        if paragraphs[place].kind is PassageKind.NOTICE and contact:
            found = place
        contact = contact or _is_contact(text)
        after += len(text)
    return found


def _is_contact(text: str) -> bool:
    return bool(_ADDRESS.fullmatch(text)) or words().kind("label", words().label.match(text)) == "contact"
