"""Lines of a raw text, each of which knows the place of every character in the decoded original."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from stateofplay.documents.document import Origin

_UNSEEN: Final = re.compile("[\x00-\x08\x0e-\x1b\x1f\x7f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]+")
"""Characters that show nothing and break words apart: control, zero-width and direction marks, soft hyphens."""

_APART: Final = re.compile(
    "[\u1100-\u115f][\u1160-\u11a7][\u11a8-\u11ff]?|[^\\s\u0300-\u036f][\u0300-\u036f\u3099\u309a]+|[\uf900-\ufaff]"
)
"""What composes under NFC: letters with their marks apart, Korean syllables in pieces, compatibility ideographs."""

_MARKUP: Final = re.compile(
    r"(?m)^[ \t]{0,3}#{1,6}[ \t]+|^[ \t]{0,3}>[ \t]?|^[ \t]*[-*+][ \t]+(?=\S)|^[ \t]*(?:```|~~~).*$"
    r"|!\[[^\]\n]{0,300}\]\([^)\n]{0,1000}\)|\[(?=[^\]\n]{1,300}\]\([^)\n]{0,1000}\))|(?<=[^\n])\]\([^)\n]{0,1000}\)"
    r"|\*\*|__|`|(?<!\w)\*(?=\S)|(?<=\S)\*(?!\w)|<!--.{0,1000}?-->"
)
"""Signs of Markdown; what stands between them is text."""

_WIDE: Final = re.compile(
    "[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]+"
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line with something on it: `text` without its margins, which stands at `start` of the tidy text.

    `blanks` is the number of empty lines before it, `new_page` whether a form feed stands before it.
    """

    start: int
    text: str
    blanks: int = 0
    new_page: bool = False

    @property
    def end(self) -> int:
        """Offset just past the last character."""
        return self.start + len(self.text)


def tidy(raw: str, *, markdown: bool = False) -> tuple[str, tuple[Origin, ...]]:
    """`raw` composed (NFC), without unseen characters or signs of `markdown`, and where each stretch stands in `raw`.

    >>> tidy("a\\u200bb")
    ('ab', (Origin(clean=0, raw=0, length=1), Origin(clean=1, raw=2, length=1)))
    """
    composed = unicodedata.is_normalized("NFC", raw)
    if composed and not markdown and not _UNSEEN.search(raw):
        return raw, (Origin(clean=0, raw=0, length=len(raw)),) if raw else ()
    changes = [(match.start(), match.end(), "") for match in _UNSEEN.finditer(raw)]
    if not composed:
        changes += [(m.start(), m.end(), unicodedata.normalize("NFC", m.group())) for m in _APART.finditer(raw)]
    if markdown:
        changes += [(match.start(), match.end(), "") for match in _MARKUP.finditer(raw)]
    return _changed(raw, sorted(changes))


def _changed(raw: str, changes: list[tuple[int, int, str]]) -> tuple[str, tuple[Origin, ...]]:
    parts: list[str] = []
    origins: list[Origin] = []
    clean = done = 0
    for start, end, instead in [*changes, (len(raw), len(raw), "")]:
        if start < done:
            continue
        for part, place in ((raw[done:start], done), (instead, start)):
            if part:
                parts.append(part)
                origins.append(Origin(clean=clean, raw=place, length=len(part) if part is not instead else 1))
                clean += len(part)
        done = end
    return "".join(parts), tuple(origins)


def lines(text: str) -> Iterator[Line]:
    """The lines of `text` that are not empty, in order."""
    place = blanks = 0
    new_page = False
    for piece in text.splitlines(keepends=True):
        shown = piece.strip()
        new_page = new_page or piece.startswith("\f")
        if shown:
            yield Line(place + piece.index(shown[0]), shown, blanks, new_page)
            blanks, new_page = 0, False
        else:
            blanks += 1
        new_page = new_page or piece.endswith("\f")
        place += len(piece)


def width(text: str) -> int:
    """Columns that `text` takes on a typewriter page; an ideograph, kana or Korean syllable takes two."""
    return len(text) if text.isascii() else len(text) + sum(map(len, _WIDE.findall(text)))
