"""An event type: every type has its name, quad class and intensity in one data file, and no type exists beside it."""

from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache

from stateofplay.errors import DataFileError, NotFound
from stateofplay.knowledge.table import numbered_rows

_FILE = ("vocabulary", "types.tsv")
_LANGUAGES = ("en", "zh-Hant", "zh-Hans", "ja", "ko")
_DEFINED_IN = ("en", "zh-Hant")
_NONE = "-"


class Quad(StrEnum):
    """The four classes of PLOVER: talk or deed, cooperation or conflict."""

    VERBAL_COOPERATION = "verbal-cooperation"
    MATERIAL_COOPERATION = "material-cooperation"
    VERBAL_CONFLICT = "verbal-conflict"
    MATERIAL_CONFLICT = "material-conflict"

    @property
    def code(self) -> int:
        """PLOVER's number of the class, 1 to 4."""
        return list(Quad).index(self) + 1

    @property
    def cooperative(self) -> bool:
        """Whether it is one of the two cooperative classes."""
        return self in (Quad.VERBAL_COOPERATION, Quad.MATERIAL_COOPERATION)


@dataclass(frozen=True, kw_only=True)
class EventType:
    """One kind of act between actors.

    `intensity` is on the PLOVER scale, -10 (worst conflict) to 10 (deepest cooperation); 0.0 where `quad` is None,
    which only TRANSITION is: a domestic change moves no relation. `mutual` types count for both directions.
    `labels` and `definitions` are by language tag. `note` says where an intensity is ours rather than the codebook's.
    """

    name: str
    quad: Quad | None
    intensity: float
    mutual: bool
    labels: dict[str, str] = field(hash=False)
    definitions: dict[str, str] = field(hash=False)
    note: str = ""

    def __post_init__(self) -> None:
        if not -10.0 <= self.intensity <= 10.0:
            raise ValueError(f"intensity {self.intensity} of {self.name} is not between -10 and 10")
        if self.quad is not None and self.quad.cooperative != (self.intensity > 0):
            raise ValueError(f"intensity {self.intensity} of {self.name} has the wrong sign for {self.quad}")

    def label(self, language: str = "en") -> str:
        """Its name for a reader of `language` (en, zh-Hant, zh-Hans, ja, ko); English for any other."""
        return self.labels.get(language, self.labels["en"])

    def definition(self, language: str = "en") -> str:
        """What it means, in one sentence; English where there is no definition in `language`."""
        return self.definitions.get(language, self.definitions["en"])


@cache
def event_types() -> dict[str, EventType]:
    """All types by name, in the order of the data file. DataFileError lists every bad row."""
    types: dict[str, EventType] = {}
    problems: list[str] = []
    for number, row in numbered_rows(*_FILE):
        try:
            types[row["type"]] = _event_type(row)
        except ValueError as error:
            problems.append(f"{'/'.join(_FILE)}:{number}: {error}")
    if problems:
        raise DataFileError("event types are wrong", where="/".join(_FILE), problems=tuple(problems))
    return types


def event_type(name: str) -> EventType:
    """The type called `name`, in any letter case; NotFound, which lists the names, for anything else.

    >>> event_type("consult").mutual
    True
    """
    try:
        return event_types()[name.upper()]
    except KeyError:
        raise NotFound(f"no event type {name!r}", mend=f"types are {', '.join(event_types())}") from None


def _event_type(row: dict[str, str]) -> EventType:
    if row["mutual"] not in ("yes", "no"):
        raise ValueError(f"mutual is {row['mutual']!r}; write yes or no")
    return EventType(
        name=row["type"],
        quad=None if row["quad"] == _NONE else Quad(row["quad"]),
        intensity=0.0 if row["intensity"] == _NONE else float(row["intensity"]),
        mutual=row["mutual"] == "yes",
        labels=_by_language(row, "{}", _LANGUAGES),
        definitions=_by_language(row, "definition_{}", _DEFINED_IN),
        note=row["note"],
    )


def _by_language(row: dict[str, str], column: str, languages: tuple[str, ...]) -> dict[str, str]:
    texts = {language: row[column.format(language)] for language in languages}
    missing = [language for language, text in texts.items() if not text]
    if missing:
        raise ValueError(f"{row['type']} lacks {column.format('|'.join(missing))}")
    return texts
