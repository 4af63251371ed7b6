"""An issue: a question on which actors take positions; its id is the slug that statements write and carries no view."""

from dataclasses import dataclass

from stateofplay.knowledge.spelling import Spelling, shown


@dataclass(frozen=True, kw_only=True)
class Issue:
    """`keywords` are words whose presence suggests the issue, by language; they decide nothing by themselves.

    `ties` are the two actors whose relations as such are the issue; () where it is about anything narrower.
    """

    id: str
    titles: tuple[Spelling, ...]
    keywords: tuple[Spelling, ...]
    descriptions: tuple[Spelling, ...]
    ties: tuple[str, ...] = ()

    def words(self, language: str) -> tuple[str, ...]:
        """Its keywords in `language` (zh, en, ja, ko)."""
        return tuple(spelling.form for spelling in self.keywords if spelling.language == language)

    def title(self, variant: str) -> str:
        """The title to show in `variant`, such as `zh-Hant`."""
        return shown(self.titles, variant)

    def description(self, variant: str) -> str:
        """One line on what is at stake; English where there is none in `variant`."""
        return shown(self.descriptions, variant)
