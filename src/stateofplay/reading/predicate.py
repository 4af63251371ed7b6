"""A predicate in a verb-last language: what follows the act's word tells voice, status and what the clause is for.

The tail is the run of endings and helping words right after the word (された方針だ, しなければ, した); the language's
`grammar.yaml` gives its shape and what its parts mean. A language without these settings has no tails.
"""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from stateofplay.reading.act import Act
from stateofplay.reading.lexicon import grammar
from stateofplay.reading.scene import Scene
from stateofplay.reading.sentence import Sentence
from stateofplay.reading.tail import Tail


@dataclass(frozen=True, kw_only=True)
class _Shapes:
    """`marks`: for each the status, its search, and whether it looks at what stands behind the predicate too."""

    run: re.Pattern[str]
    passive: re.Pattern[str]
    modifies: re.Pattern[str]
    marks: tuple[tuple[str, re.Pattern[str], bool], ...]


@cache
def _shapes(language: str) -> _Shapes:
    found: dict[str, Any] = grammar(language).settings["tail"]
    return _Shapes(
        run=re.compile(found["run"]),
        passive=re.compile(found["passive"]),
        modifies=re.compile(found["modifies"]),
        marks=tuple((value, re.compile(shape), "\\|" in shape) for value, shape in found["marks"]),
    )


def has_tails(sentence: Sentence) -> bool:
    """Whether the language's grammar describes the tails of predicates."""
    return "tail" in sentence.lexicon.grammar.settings


def tail_of(act: Act, scene: Scene) -> Tail:
    """The tail of `act`, found once; of a bare noun, one that tells nothing."""
    key = act.head, act.head_end, act.noun
    found = scene.tails.get(key)
    if found is None:
        found = scene.tails[key] = _tail(act, scene.sentence)
    return found


def _tail(act: Act, sentence: Sentence) -> Tail:
    shapes = _shapes(sentence.lexicon.language)
    text = sentence.folded
    match = shapes.run.match(text, act.head_end)
    end = match.end() if match else act.head_end
    tail = text[act.head_end : end]
    told = text[max(act.head, act.head_end - 1) : act.head_end] + tail
    whole = f"{told}|{text[end : end + 8]}"
    status = next((value for value, shape, ahead in shapes.marks if shape.search(whole if ahead else told)), "")
    return Tail(
        end=end,
        passive=bool(shapes.passive.match(tail)),
        modifies=not act.noun and bool(shapes.modifies.match(whole)),
        status=status,
        mark=told if status else "",
    )
