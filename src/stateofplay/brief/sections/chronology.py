"""Chronology: acts in which both take part, in the order of their days, planned and denied ones marked as such."""

from collections.abc import Iterator

from stateofplay.brief.act import evidence, outlets, told
from stateofplay.brief.scope import Scope, sizes
from stateofplay.brief.section import Block
from stateofplay.brief.sentence import Sentence
from stateofplay.record.event import Event


def blocks(scope: Scope) -> Iterator[Block]:
    """One block with the latest acts; its heading says how many there are where some are left out."""
    shown = scope.events[-sizes().chronology :]
    if shown:
        left_out = len(shown) < len(scope.events)
        heading = scope.phrasing.label("shown", shown=len(shown), total=len(scope.events)) if left_out else ""
        yield Block(heading=heading, sentences=tuple(sentence(scope, event) for event in shown))


def sentence(scope: Scope, event: Event) -> Sentence:
    """An act in one sentence."""
    return scope.phrasing.sentence(
        "act",
        [statement.id for statement in evidence(event, scope.phrasing)],
        act=told(event, scope.phrasing),
        outlets=outlets(event, scope.phrasing),
    )
