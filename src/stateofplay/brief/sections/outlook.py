"""What may come next: the likeliest moves between the two, each with its strongest reason that past events tell."""

from collections.abc import Iterator

from stateofplay.brief.reasoning import act, band, likelihood, share, told
from stateofplay.brief.scope import Scope, sizes
from stateofplay.brief.section import Block
from stateofplay.brief.sentence import Sentence
from stateofplay.day import Day
from stateofplay.forecast.move import Move
from stateofplay.forecast.outlook import Outlook, Question, outlook_of
from stateofplay.forecast.reason import Reason


def blocks(scope: Scope) -> Iterator[Block]:
    """One block; a move that rests on base rates alone cites nothing and is left out."""
    question = Question(source=scope.pair[0], target=scope.pair[1], both=True)
    outlook = outlook_of(scope.record, question, on=scope.on, known=scope.known, region=scope.region)
    chosen = tuple(_chosen(outlook))[: sizes().moves]
    if chosen:
        yield Block(
            heading=scope.phrasing.day(Day.span(outlook.first, outlook.last)),
            sentences=tuple(_sentence(scope, outlook, move, reason) for move, reason in chosen),
        )


def _chosen(outlook: Outlook) -> Iterator[tuple[Move, Reason]]:
    """Moves with the strongest reason that sentences tell and no likelier move has had; else with the strongest."""
    had: list[tuple[str, tuple[str, ...]]] = []
    for move in outlook.moves:
        cited = [reason for reason in move.reasons if outlook.cited(reason.events)]
        if cited:
            reason = next((reason for reason in cited if (reason.kind, reason.events) not in had), cited[0])
            had.append((reason.kind, reason.events))
            yield move, reason


def _sentence(scope: Scope, outlook: Outlook, move: Move, reason: Reason) -> Sentence:
    words = scope.phrasing
    return words.sentence(
        "next",
        [sentence.statement for sentence in outlook.cited(reversed(reason.events))][: sizes().most_tellings],
        act=act(move, words),
        likely=share(move.probability, words),
        band=band(move, words),
        likelihood=likelihood(move.probability, words),
        base=share(move.base_rate, words),
        thin=words.label("next.thin_aside") if move.thin else "",
        why=told(reason, move, words),
    )
