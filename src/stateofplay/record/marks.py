"""Marks: what a telling names besides type, actors and day that can tell one act from another: persons and amounts."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from stateofplay.documents.document import Language
from stateofplay.knowledge.fold import fold
from stateofplay.reading.amount import find_amounts

_SIDES: Final = 2
_PERSON: Final = "person "
_AMOUNT: Final = "amount "


@dataclass(frozen=True, kw_only=True)
class Marks:
    """Persons by romanised name, and amounts as value with unit, that one or more tellings name."""

    persons: frozenset[str] = frozenset()
    amounts: frozenset[str] = frozenset()

    @property
    def texts(self) -> tuple[str, ...]:
        """The marks as a row of the record has them, sorted."""
        persons, amounts = (_PERSON + name for name in self.persons), (_AMOUNT + value for value in self.amounts)
        return tuple(sorted((*persons, *amounts)))

    @classmethod
    def of(cls, texts: Iterable[str]) -> "Marks":
        """The marks that `texts` wrote."""
        found = tuple(texts)
        return cls(
            persons=frozenset(text.removeprefix(_PERSON) for text in found if text.startswith(_PERSON)),
            amounts=frozenset(text.removeprefix(_AMOUNT) for text in found if text.startswith(_AMOUNT)),
        )

    def __or__(self, other: "Marks") -> "Marks":
        return Marks(persons=self.persons | other.persons, amounts=self.amounts | other.amounts)

    def contradicts(self, other: "Marks") -> bool:
        """Whether both name persons, or both amounts, and have none in common."""
        apart = self.persons and other.persons and not self.persons & other.persons
        return bool(apart or (self.amounts and other.amounts and not self.amounts & other.amounts))

    def shares_amount(self, other: "Marks") -> bool:
        """Whether an amount stands in both."""
        return bool(self.amounts & other.amounts)

    def shares_person(self, other: "Marks") -> bool:
        """Whether a person stands in both."""
        return bool(self.persons & other.persons)

    def shares_both_sides(self, other: "Marks") -> bool:
        """Whether two persons at least stand in both, as the two sides of a meeting do."""
        return len(self.persons & other.persons) >= _SIDES


def marks_of(quote: str, language: str, people: Iterable[str]) -> Marks:
    """The marks of one telling.

    >>> sorted(marks_of("關稅由25%降至15%", "zh-Hant", ["Donald Trump"]).amounts)
    ['15 percent', '25 percent']
    """
    folder = Language(language).folder
    hits = find_amounts(fold(quote, folder), folder) if folder else []
    return Marks(persons=frozenset(people), amounts=frozenset(f"{hit.value:.15g} {hit.unit}" for hit in hits))
