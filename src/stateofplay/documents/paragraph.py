"""A paragraph: lines made whole, each character of which knows its place in the tidy text."""

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass

from stateofplay.documents.document import PassageKind
from stateofplay.documents.line import Line
from stateofplay.documents.wrap import glue


@dataclass(frozen=True, slots=True)
class Paragraph:
    """`text`, and of which `pieces` it is made: (offset in it, offset in the tidy text, length), in order."""

    text: str
    pieces: tuple[tuple[int, int, int], ...]
    kind: PassageKind = PassageKind.BODY

    @classmethod
    def of(cls, group: Sequence[Line], kind: PassageKind = PassageKind.BODY) -> "Paragraph":
        """The paragraph that the lines of `group` make."""
        if len(group) == 1:
            line = group[0]
            return cls(line.text, ((0, line.start, len(line.text)),), kind)
        parts: list[str] = []
        pieces: list[tuple[int, int, int]] = []
        length = 0
        for place, line in enumerate(group):
            between, start, text = _seam(group[place - 1].text, line) if place else ("", line.start, line.text)
            parts += (between, text)
            pieces.append((length + len(between), start, len(text)))
            length += len(between) + len(text)
        return cls("".join(parts), tuple(pieces), kind)

    def marked(self, kind: PassageKind) -> "Paragraph":
        """The same paragraph as another kind."""
        return self if kind is self.kind else dataclasses.replace(self, kind=kind)

    def part(self, start: int, end: int, kind: PassageKind | None = None) -> "Paragraph":
        """What stands from `start` to `end`, without white space around it."""
        shown = self.text[start:end]
        start += len(shown) - len(shown.lstrip())
        shown = shown.strip()
        end = start + len(shown)
        kept = []
        for place, raw, length in self.pieces:
            first, last = max(place, start), min(place + length, end)
            if first < last:
                kept.append((first - start, raw + first - place, last - first))
        return Paragraph(shown, tuple(kept), kind or self.kind)

    def without(self, places: Sequence[int]) -> "Paragraph":
        """The paragraph less the single characters at `places`, ascending."""
        kept: list[tuple[int, int, int]] = []
        gaps = [*places, len(self.text)]
        number = 0
        for place, raw, length in self.pieces:
            first, end = place, place + length
            while first < end:
                while gaps[number] < first:
                    number += 1
                last = min(gaps[number], end)
                if first < last:
                    kept.append((first - number, raw + first - place, last - first))
                first = last + (last < end)
        bounds = zip([0, *(place + 1 for place in places)], gaps, strict=True)
        return Paragraph("".join(self.text[start:end] for start, end in bounds), tuple(kept), self.kind)


def _seam(before: str, line: Line) -> tuple[str, int, str]:
    return glue(before, line.text), line.start, line.text
