"""A document as it leaves this room: clean text, cut into passages, that never loses its way back to the raw bytes."""

from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import Final

from stateofplay.day import Day


class Language(StrEnum):
    """BCP 47 tags of the language variants that we read; `OTHER` is said plainly and not read."""

    ZH_HANT = "zh-Hant"
    ZH_HANS = "zh-Hans"
    EN = "en"
    JA = "ja"
    KO = "ko"
    OTHER = "other"

    @cached_property
    def folder(self) -> str:
        """Name of the language's folder under `vocabulary/languages/` ("zh" for both scripts); "" for OTHER."""
        return "" if self is Language.OTHER else self.partition("-")[0]

    @classmethod
    def told(cls, tag: str) -> "Language | None":
        """The variant that a language tag names, in any case; None where it leaves one open, as a bare `zh` does.

        >>> Language.told("zh_TW")
        <Language.ZH_HANT: 'zh-Hant'>
        """
        tag = tag.strip().lower().replace("_", "-")
        known = {language.value.lower(): language for language in cls} | _REGIONS
        return known.get(tag) or known.get(tag.partition("-")[0])


_REGIONS: Final = {f"zh-{region}": Language.ZH_HANT for region in ("tw", "hk", "mo")} | {
    f"zh-{region}": Language.ZH_HANS for region in ("cn", "sg")
}
"""Tags that tell the script by the place."""


class PassageKind(StrEnum):
    """What a passage is to the document; only BODY and HEADING are read for statements."""

    BODY = "body"
    HEADING = "heading"
    CAPTION = "caption"
    CREDIT = "credit"
    PAGE_NUMBER = "page-number"
    RUNNING_HEAD = "running-head"
    DATELINE = "dateline"
    NOTICE = "notice"


@dataclass(frozen=True, kw_only=True)
class Passage:
    """A sentence-sized span of `Document.text`; `start` included, `end` not, in characters of the clean text."""

    start: int
    end: int
    text: str
    language: Language
    kind: PassageKind = PassageKind.BODY
    paragraph: int = 0


@dataclass(frozen=True, kw_only=True)
class Origin:
    """A run of clean text that stands unbroken in the decoded original: `clean`, `raw` offsets and `length`."""

    clean: int
    raw: int
    length: int


@dataclass(frozen=True, kw_only=True)
class Document:
    """One text. `id` is a hash of the clean text, so the same text again is the same document.

    `path` is where it came from as the user named it (file, `file#line` in a collection, or URL).
    `published` is None where nothing tells; `published_by` says how it was found (`front-matter`, `leading-date`,
    `metadata`, `byline`, `body`, `user`, or "" when unknown). `passages` cover all text, furniture marked, in order.
    """

    id: str
    path: str
    raw_hash: str
    text: str
    passages: tuple[Passage, ...]
    origins: tuple[Origin, ...] = field(default=(), repr=False)
    title: str = ""
    publisher: str = ""
    author: str = ""
    published: Day | None = None
    published_by: str = ""

    @property
    def languages(self) -> tuple[Language, ...]:
        """Languages of the passages, the one with most text first."""
        weight: dict[Language, int] = {}
        for passage in self.passages:
            weight[passage.language] = weight.get(passage.language, 0) + passage.end - passage.start
        return tuple(sorted(weight, key=lambda language: -weight[language]))

    def original_offset(self, offset: int) -> int | None:
        """Offset in the decoded original of the clean character at `offset`; None where that character was added."""
        for origin in self.origins:
            if origin.clean <= offset < origin.clean + origin.length:
                return origin.raw + offset - origin.clean
        return None
