"""Names of all states and organisations in one language: what the data files list, and what the language composes.

A form that a file lists always wins over the same form composed by rule, and a trap over both.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import permutations
from typing import Any, Final

from stateofplay.knowledge.name import Name
from stateofplay.knowledge.table import rows, structure

LANGUAGES: Final = ("zh", "en", "ja", "ko")
"""The folders of `vocabulary/languages/`."""

_GROUPS: Final = (("pairs", 2), ("triples", 3), ("quadruples", 4))


@dataclass(frozen=True, kw_only=True)
class Trap:
    """A word that holds a name or a single without meaning the actor.

    `kind` is trap (another word), place (land or sea that speaks for nobody) or outlet (a newspaper or agency); `state`
    is where an outlet belongs, "" where that is nowhere or contested: it never speaks for it.
    """

    form: str
    kind: str
    state: str = ""
    note: str = ""


@cache
def names(language: str) -> tuple[Name, ...]:
    """Every name in `language` (zh, en, ja or ko): listed ones first, then those composed by rule, then traps.

    Forms are as written: Chinese ones may be Traditional or Simplified, see `fold`. A form that may stand for one of
    several actors comes once for each. No (form, actors) comes twice. () for a language that we do not read.

    >>> next(name.actors for name in names("zh") if name.form == "美日韓")
    ('USA', 'JPN', 'KOR')
    """
    if language not in LANGUAGES:
        return ()
    listed = tuple(listed_names(language))
    taken = {name.form for name in listed} | {trap.form for trap in traps(language)}
    composed = (name for name in _composed(language, listed) if name.form not in taken)
    marked = (Name(form=trap.form, actors=(), language=language, use="trap") for trap in traps(language))
    return tuple({(name.form, name.actors): name for name in (*listed, *composed, *marked)}.values())


@cache
def traps(language: str) -> tuple[Trap, ...]:
    """Every trap of `language`, as `traps.tsv` lists them; () for a language that we do not read."""
    if language not in LANGUAGES:
        return ()
    table = rows("vocabulary", "languages", language, "traps.tsv")
    return tuple(Trap(form=row["form"], kind=row["use"], state=row["state"], note=row["note"]) for row in table)


def listed_names(language: str) -> Iterator[Name]:
    """The names that the language's `names.tsv` lists, in its order, without those composed by rule."""
    for row in rows("vocabulary", "languages", language, "names.tsv"):
        actors = tuple(row["actor"].split(";"))
        yield Name(form=row["form"], actors=actors, language=language, use=row["use"], script=row["script"])


def _composed(language: str, listed: Iterable[Name]) -> Iterator[Name]:
    rules: dict[str, Any] = structure("vocabulary", "languages", language, "composition.yaml")
    listed = tuple(listed)
    yield from _groups(rules, listed)
    for affix in rules["affixes"]:
        bases = affix.get("to", ["name"])
        for name in listed:
            if name.use in bases and _may_bear(name, rules):
                form = name.form + affix["after"]
                yield Name(form=form, actors=name.actors, language=language, use=affix["use"], script=name.script)


def _groups(rules: dict[str, Any], listed: Iterable[Name]) -> Iterator[Name]:
    """Groups of two to four different states, in every order, from the singles that the rules name."""
    singles = {name.form: name for name in listed if name.use == "single"}
    for key, size in _GROUPS:
        for characters in permutations(rules.get(key, ""), size):
            parts = [singles[character] for character in characters]
            actors = tuple(part.actors[0] for part in parts)
            for joint in dict.fromkeys(("", rules.get("dot", ""))):
                yield Name(form=joint.join(characters), actors=actors, language=parts[0].language, use="group")


def _may_bear(name: Name, rules: dict[str, Any]) -> bool:
    """Whether an affix may follow: not after a single that builds no groups, nor after Latin letters (UAE軍)."""
    if name.use == "single":
        return name.form in rules["pairs"]
    return name.language == "en" or not name.form[-1].isascii()
