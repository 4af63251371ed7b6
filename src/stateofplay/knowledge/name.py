"""A name: a written form that stands for an actor in one language, and the traps that only look like one."""

from dataclasses import dataclass
from typing import Final

USES: Final = (
    *("name", "short", "single", "adjective", "people", "capital", "city", "seat", "side", "military"),
    *("post", "ministry", "company", "organisation", "person", "group", "trap"),
)
"""Every `Name.use`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """`form` stands for `actor` (ISO 3166 alpha-3 or our own id) in `language` (zh, en, ja, ko).

    `use` says what kind of word it is: name, short, single (one character: 美), adjective (American), people
    (Koreans), capital, city (evidence of place, not a government), seat (White House), side (中方), military (美軍),
    post (駐日韓国: a state with where its envoy is posted),
    ministry, company, organisation, person, group (several actors: 日美韓), or trap. A trap has no actors: it is
    matched so that a name inside it is not. `script` is Hant or Hans where the form belongs to one script only.
    `person` is a person's id.
    """

    form: str
    actors: tuple[str, ...]
    language: str
    use: str
    script: str = ""
    person: str = ""
