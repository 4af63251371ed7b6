"""A sentence of a briefing: it cites the statements that it rests on, and without any it cannot exist."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, kw_only=True)
class Span:
    """A run of text. `language` is the BCP 47 tag of a verbatim quote, "" for words in the briefing's own language."""

    text: str
    language: str = ""


@dataclass(frozen=True, kw_only=True)
class Sentence:
    """Words in the language of the briefing, and the `statements` that they rest on, by id, most telling first.

    ValueError for a sentence that says nothing, cites nothing, or cites a statement twice or by no id.

    >>> Sentence(spans=(Span(text="Talks were held."),), statements=("a1",)).text
    'Talks were held.'
    """

    spans: tuple[Span, ...]
    statements: tuple[str, ...]

    def __post_init__(self) -> None:
        if not self.text.strip():
            raise ValueError("a sentence that says nothing")
        if not self.statements or not all(self.statements):
            raise ValueError(f"a sentence without a statement: {self.text!r}")
        if len(set(self.statements)) < len(self.statements):
            raise ValueError(f"a sentence that cites a statement twice: {self.text!r}")

    @property
    def text(self) -> str:
        """All words, quotes included."""
        return "".join(span.text for span in self.spans)

    def as_json(self) -> dict[str, Any]:
        """Ready for JSON."""
        return {"text": self.text, "statements": list(self.statements)}
