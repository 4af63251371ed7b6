"""The forms in which a briefing is written; each is bytes that depend on the briefing alone."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from stateofplay.brief.briefing import Briefing
from stateofplay.brief.html import html
from stateofplay.brief.markdown import markdown
from stateofplay.brief.word import word


class Format(StrEnum):
    """What a briefing is written as, by the ending of a file."""

    MD = "md"
    HTML = "html"
    DOCX = "docx"


@dataclass(frozen=True, kw_only=True)
class Form:
    """How one format is made; `media` is its media type, `text` whether it can be read in a terminal."""

    write: Callable[[Briefing], bytes]
    media: str
    text: bool


FORMS: Final[dict[Format, Form]] = {
    Format.MD: Form(write=lambda b: markdown(b).encode(), media="text/markdown; charset=utf-8", text=True),
    Format.HTML: Form(write=lambda b: html(b).encode(), media="text/html; charset=utf-8", text=True),
    Format.DOCX: Form(
        write=word, media="application/vnd.openxmlformats-officedocument.wordprocessingml.document", text=False
    ),
}
"""Every format."""


def written(briefing: Briefing, format: Format) -> bytes:
    """The briefing as a file of this format; the same record and days give the same bytes."""
    return FORMS[format].write(briefing)
