"""A spelling: a written form with its language and script; which form to show follows from the order in the file."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

VARIANTS: Final = ("en", "zh-Hant", "zh-Hans", "ja", "ko")
"""The five variants in which everything that is shown has a title."""

LANGUAGES: Final = ("zh", "en", "ja", "ko")
"""The four languages that are read; each has one folder of data."""


@dataclass(frozen=True, kw_only=True)
class Spelling:
    """`form` in `language` (zh, en, ja, ko); `script` is Hant or Hans where it belongs to one script only, else ""."""

    form: str
    language: str
    script: str = ""

    def serves(self, variant: str) -> bool:
        """Whether the form may be shown in `variant`, one of VARIANTS."""
        language, _, script = variant.partition("-")
        return self.language == language and self.script in ("", script)


def spellings(forms: Mapping[str, Any] | None) -> tuple[Spelling, ...]:
    """Spellings from a mapping of language to one form or a list of them, in the file's order.

    The keys are en, ja, ko, zh (both scripts), zh-Hant and zh-Hans. A form under both zh-Hant and zh-Hans stands there
    twice, since each script has its own order. ValueError for another key or for a form that is no text.
    """
    return tuple(dict.fromkeys(_spelling(key, form) for key, form in _pairs(forms or {})))


def shown(forms: tuple[Spelling, ...], variant: str) -> str:
    """The first form that serves `variant`, else the first English one, else the first of all, else ""."""
    for wanted in (variant, "en"):
        for spelling in forms:
            if spelling.serves(wanted):
                return spelling.form
    return forms[0].form if forms else ""


def missing(forms: tuple[Spelling, ...]) -> tuple[str, ...]:
    """The variants that no form serves."""
    return tuple(variant for variant in VARIANTS if not any(spelling.serves(variant) for spelling in forms))


def _pairs(forms: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for key, value in forms.items():
        if key not in VARIANTS and key != "zh":
            raise ValueError(f"{key!r} is no language; write one of zh, {', '.join(VARIANTS)}")
        for form in value if isinstance(value, list) else [value]:
            if not isinstance(form, str) or not form.strip():
                raise ValueError(f"{form!r} under {key} is no text; quote it")
            yield key, form.strip()


def _spelling(key: str, form: str) -> Spelling:
    language, _, script = key.partition("-")
    return Spelling(form=form, language=language, script=script)
