"""A person: one human being with every spelling, who acts for one state; office and day are told apart from it."""

from collections.abc import Iterator
from dataclasses import dataclass

from stateofplay.knowledge.name import Name
from stateofplay.knowledge.spelling import Spelling, shown


@dataclass(frozen=True, kw_only=True)
class Person:
    """`name` is the romanised form that statements write under `people`.

    `spellings` stand for the person without help. `family` holds the bare family names, and full forms that are also
    common words: they need a title or an earlier full form beside them, except in the languages that `alone` lists.
    `note` says why a form that two persons share is right.
    """

    id: str
    name: str
    state: str
    spellings: tuple[Spelling, ...]
    family: tuple[Spelling, ...]
    alone: tuple[str, ...] = ()
    note: str = ""

    def names(self, language: str) -> tuple[Name, ...]:
        """Every form in `language` (zh, en, ja, ko) that stands for the person by itself, the one to show first."""
        return tuple(self._forms(language))

    def shown(self, variant: str) -> str:
        """The form to show in `variant`, such as `zh-Hant`; the romanised one where there is none."""
        return shown(self.spellings + self.family, variant)

    def _forms(self, language: str) -> Iterator[Name]:
        scripts: dict[str, list[str]] = {}
        for spelling in self.spellings + (self.family if language in self.alone else ()):
            if spelling.language == language:
                scripts.setdefault(spelling.form, []).append(spelling.script)
        for form, found in scripts.items():
            yield Name(
                form=form,
                actors=(self.state,),
                language=language,
                use="person",
                script=found[0] if len(set(found)) == 1 else "",
                person=self.id,
            )
