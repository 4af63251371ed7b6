"""Phrasing: the words of a briefing in one language, all from its data file; only here does a sentence come to be."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from string import Formatter
from typing import Any, Final

from stateofplay.brief.sentence import Sentence, Span
from stateofplay.day import Day
from stateofplay.errors import NotFound
from stateofplay.knowledge.actor import display
from stateofplay.knowledge.table import structure

LANGUAGES: Final = ("en", "zh-Hant")
"""Languages in which a briefing can be written."""

_FOLDER: Final = ("vocabulary", "brief")
_FORMS: Final = {"one", "other"}
_CURRENCY: Final = 3
_MINUS: Final = "−"
Part = str | Span | Sequence[Span]


@dataclass(frozen=True, kw_only=True)
class Phrasing:
    """Templates of one language by dotted key, such as `sentence.score`; `tag` is its BCP 47 tag.

    A template holds `{names}` to fill in; one that depends on a number `n` has the forms `one` and `other`.
    """

    tag: str
    texts: Mapping[str, Any] = field(repr=False, hash=False)

    def label(self, key: str, **values: object) -> str:
        """A heading, label or part of a sentence: it claims nothing of the record by itself."""
        return str(self._template(key, values.get("n"))).format(**values)

    def sentence(self, key: str, statements: Sequence[str], **values: Part) -> Sentence:
        """The sentence of the template `sentence.key`, which rests on `statements`; ValueError where these are none."""
        spans: list[Span] = []
        for text, name, _, _ in Formatter().parse(self._template(f"sentence.{key}", None)):
            spans += [Span(text=text)] if text else []
            spans += _spans(values[name]) if name else []
        return Sentence(spans=tuple(_finished(spans)), statements=tuple(dict.fromkeys(statements)))

    def heading(self, actors: Sequence[str]) -> str:
        """Actors by their press names as a heading has them: `Japan and United States`."""
        return self._joined([display(actor, self.tag) for actor in actors])

    def names(self, actors: Sequence[str]) -> str:
        """Actors by their press names as a sentence has them: `Japan and the United States`."""
        spelled = self.texts["names"]
        return self._joined([spelled.get(actor) or display(actor, self.tag) for actor in actors])

    def day(self, day: Day | date | None, told: date | None = None) -> str:
        """A day no narrower than known; without one, when it was first `told`, else that it is not told."""
        if isinstance(day, date):
            return day.isoformat()
        if day is None:
            return self.label("day.told", day=told.isoformat()) if told else self.label("day.unknown")
        if day.precision == "span":
            return self.label("day.span", first=day.first.isoformat(), last=day.last.isoformat())
        return day.first.isoformat()[: {"day": 10, "month": 7, "year": 4}[day.precision]]

    def amount(self, value: float | None, unit: str) -> str:
        """An amount in brackets, ` (USD 350 billion)`; "" for none."""
        return "" if value is None else self.label("amount.aside", amount=self.measure(value, unit))

    def measure(self, value: float, unit: str) -> str:
        """An amount as such: `USD 350 billion`, `15 %`, `103 aircraft`."""
        form = "percent" if unit == "percent" else "money" if len(unit) == _CURRENCY and unit.isupper() else "other"
        written = f"{value:,.15g}" if form == "other" else self._scaled(value)
        unit = self.texts["units"].get(unit, unit)
        return self.label(f"amount.{form}", n=written, unit=unit)

    def quote(self, text: str, language: str) -> Span:
        """A verbatim quote between the marks of its own language."""
        marks = structure("vocabulary", "quotation.yaml")
        opening, closing = marks.get(language, marks["other"])
        return Span(text=f"{opening}{text}{closing}", language=language)

    def _joined(self, shown: Sequence[str]) -> str:
        if not shown:
            return self.label("list.nobody")
        if len(shown) == 2:
            return str(self.texts["list"]["pair"]).format(*shown)
        *first, last = shown
        return f"{self.texts['list']['comma'].join(first)}{self.texts['list']['last'] if first else ''}{last}"

    def _scaled(self, value: float) -> str:
        scales = [(float(size), name) for size, name in self.texts["amount"]["scales"]]
        size, name = next(((size, name) for size, name in scales if abs(value) >= size), (1.0, ""))
        return f"{value / size:,.15g}{name}"

    def _template(self, key: str, n: object) -> str:
        found: Any = self.texts
        for part in key.split("."):
            found = found[part]
        if isinstance(found, dict) and found.keys() <= _FORMS:
            found = found["one" if n == 1 else "other"]
        return str(found)


@cache
def phrasing(tag: str) -> Phrasing:
    """The phrasing of a language; NotFound for one in which no briefing can be written."""
    if tag not in LANGUAGES:
        raise NotFound(f"no briefing in {tag!r}", mend=f"languages are {', '.join(LANGUAGES)}")
    return Phrasing(tag=tag, texts=structure(*_FOLDER, f"{tag}.yaml"))


def signed(value: float, digits: int = 1) -> str:
    """A number with its sign: `+3.2`, `−5.1`, `0.0`.

    >>> signed(3.21), signed(-0.004, 2)
    ('+3.2', '0.00')
    """
    rounded = round(value, digits)
    sign = "+" if rounded > 0 else _MINUS if rounded < 0 else ""
    return f"{sign}{abs(rounded):.{digits}f}"


def _spans(part: Part) -> list[Span]:
    if isinstance(part, str):
        return [Span(text=part)]
    return [part] if isinstance(part, Span) else list(part)


def _finished(spans: list[Span]) -> list[Span]:
    """Without empty spans, begun with a capital, and without space at the end where the last part was empty."""
    kept = [span for span in spans if span.text]
    if kept and not kept[0].language:
        kept[0] = Span(text=kept[0].text[0].upper() + kept[0].text[1:])
    if kept and not kept[-1].language:
        kept[-1] = Span(text=kept[-1].text.rstrip())
    return kept
