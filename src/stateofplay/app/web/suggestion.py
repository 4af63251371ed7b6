"""A suggestion: for an address that names an actor wrongly, the pages of those with the nearest names."""

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import product
from typing import Final

from stateofplay.errors import NotFound
from stateofplay.knowledge.actor import actor_of, actors, display

MOST: Final = 4
_CLOSE: Final = 0.6


@dataclass(frozen=True, kw_only=True)
class Suggestion:
    """A page that may have been meant."""

    path: str
    text: str


def suggestions(asked: Mapping[str, str], tag: str) -> tuple[Suggestion, ...]:
    """Relations that may have been meant by what an address `asked` for; () where it asked for no relation."""
    if not {"source", "target"} <= asked.keys():
        return ()
    pairs = product(_meant(asked["source"], tag), _meant(asked["target"], tag))
    return tuple(
        Suggestion(path=f"/relations/{source}/{target}", text=f"{display(source, tag)} → {display(target, tag)}")
        for source, target in pairs
        if source != target
    )[:MOST]


def _meant(text: str, tag: str) -> tuple[str, ...]:
    """The actor that `text` names, else those with the nearest ids and names in the page's language and English."""
    try:
        return (actor_of(text).id,)
    except NotFound:
        known = {id.casefold(): id for id in actors()}
        known |= {display(id, language).casefold(): id for id in actors() for language in ("en", tag)}
        near = get_close_matches(text.casefold(), known, n=MOST, cutoff=_CLOSE)
        return tuple(dict.fromkeys(known[name] for name in near))
