"""A predicate in a verb-last language: what follows the act's word tells voice, status and what the clause is for.

The tail is the run of endings and helping words right after the word (された方針だ, しなければ, した); the language's
`grammar.yaml` gives its shape and what its parts mean. A language without these settings has no tails.
"""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from stateofplay.reading.act import Act
from stateofplay.reading.sentence import Sentence


@dataclass(frozen=True, kw_only=True)
class Tail:
    """`end` is where the predicate ends. `status` is a status, `forecast`, `future` (present tense), `wished`, or "".

    `modifies`: the clause modifies the noun that follows. `mark` is what gave the status.
    """

    end: int
    passive: bool
    modifies: bool
    status: str
    mark: str


@dataclass(frozen=True, kw_only=True)
class _Shapes:
    run: re.Pattern[str]
    passive: re.Pattern[str]
    modifies: re.Pattern[str]
    marks: tuple[tuple[str, re.Pattern[str]], ...]


@cache
def _shapes(language: str, run: str, passive: str, modifies: str, marks: tuple[tuple[str, str], ...]) -> _Shapes:
    del language
    return _Shapes(
        run=re.compile(run),
        passive=re.compile(passive),
        modifies=re.compile(modifies),
        marks=tuple((value, re.compile(shape)) for value, shape in marks),
    )


def has_tails(sentence: Sentence) -> bool:
    """Whether the language's grammar describes the tails of predicates."""
    return "tail" in sentence.lexicon.grammar.settings


def tail_of(act: Act, sentence: Sentence) -> Tail:
    """The tail of `act`; of a bare noun, one that tells nothing."""
    found: dict[str, Any] = sentence.lexicon.grammar.settings["tail"]
    shapes = _shapes(
        sentence.lexicon.language,
        found["run"],
        found["passive"],
        found["modifies"],
        tuple((value, shape) for value, shape in found["marks"]),
    )
    text = sentence.folded
    match = shapes.run.match(text, act.head_end)
    end = match.end() if match else act.head_end
    tail = text[act.head_end : end]
    word = text[max(act.head, act.head_end - 1) : act.head_end]
    whole = f"{word}{tail}|{text[end : end + 8]}"
    status = next(
        (v for v, shape in shapes.marks if shape.search(whole if "\\|" in shape.pattern else word + tail)), ""
    )
    return Tail(
        end=end,
        passive=bool(shapes.passive.match(tail)),
        modifies=not act.noun and bool(shapes.modifies.match(whole)),
        status=status,
        mark=word + tail if status else "",
    )
