"""Open promises: what either still owes the other, with every step and the words that tell it."""

from collections.abc import Iterator
from itertools import islice

from stateofplay.board.promise import Promise, Step
from stateofplay.board.promises import promises_of
from stateofplay.brief.scope import Scope, sizes
from stateofplay.brief.section import Block
from stateofplay.brief.sentence import Sentence
from stateofplay.knowledge.region import merged


def blocks(scope: Scope) -> Iterator[Block]:
    """Promises to which both are parties and that still wait to be kept, one block for each deal or set of parties."""
    found = promises_of(scope.record, scope.on, scope.known, region=scope.region, between=scope.pair)
    waiting = (promise for promise in found if promise.open)
    told: dict[str, list[Sentence]] = {}
    for promise in islice(waiting, sizes().most_promises):
        told.setdefault(_heading(scope, promise), []).extend(_sentences(scope, promise))
    for heading, sentences in told.items():
        yield Block(heading=heading, sentences=tuple(sentences))


def _heading(scope: Scope, promise: Promise) -> str:
    deals = {framework.id: framework for framework in merged(scope.region, "world").frameworks}
    parties = scope.phrasing.heading(promise.parties)
    if promise.deal not in deals:
        return parties
    return f"{parties}{scope.phrasing.label('colon')}{deals[promise.deal].title(scope.phrasing.tag)}"


def _sentences(scope: Scope, promise: Promise) -> Iterator[Sentence]:
    words = scope.phrasing
    last = promise.steps[-1]
    if len(promise.steps) > 1:
        state = words.label(f"promise.state.{promise.state}")
        since = last.happened.first if last.happened else last.placed
        yield words.sentence("promise", _cited(last), state=state, day=words.day(since))
    for step in promise.steps:
        yield words.sentence(
            "step",
            _cited(step),
            day=words.day(step.happened, step.said),
            deed=_deed(scope, step),
            amount=words.amount(step.amount, step.unit),
            quote=words.quote(step.quote, step.language),
        )


def _cited(step: Step) -> tuple[str, ...]:
    return step.statements[: sizes().most_cited]


def _deed(scope: Scope, step: Step) -> str:
    words = scope.phrasing
    others = tuple(actor for actor in step.toward if actor not in step.by)
    if not others:
        return words.label(f"promise.alone.{step.state}", by=words.names(step.by))
    return words.label(f"promise.toward.{step.state}", by=words.names(step.by), toward=words.names(others))
