"""Positions: where the two stand on what both have spoken about, and on their ties as such."""

from collections.abc import Iterator

from stateofplay.board.position import Position, Positions, Stand
from stateofplay.board.positions import issue_named, issue_title, positions_of
from stateofplay.brief.scope import Scope, sizes
from stateofplay.brief.section import Block
from stateofplay.brief.sentence import Sentence
from stateofplay.brief.source import speaker
from stateofplay.knowledge.region import merged


def blocks(scope: Scope) -> Iterator[Block]:
    """One block for each issue."""
    table = positions_of(scope.record, scope.on, scope.known, region=scope.region, actor=None, issue=None)
    for issue, positions in _shared(scope, table):
        sentences = tuple(sentence for position in positions for sentence in _sentences(scope, position))
        yield Block(heading=issue_title(issue, merged(scope.region, "world"), scope.phrasing.tag), sentences=sentences)


def _shared(scope: Scope, table: Positions) -> Iterator[tuple[str, list[Position]]]:
    """Issues on which both have a position, and the ties of the two, in the order of the table."""
    slug = "-".join(sorted(actor.lower() for actor in scope.pair)) + "-relations"
    ties = issue_named(slug, merged(scope.region, "world"))
    for issue in table.issues:
        told = [position for actor in scope.pair if (position := table.at(actor, issue))]
        if len(told) == len(scope.pair) or (issue == ties and told):
            yield issue, told


def _sentences(scope: Scope, position: Position) -> Iterator[Sentence]:
    """What the latest day tells, and where the stance was another before, the last one of that."""
    now = {stand.stance for stand in position.stands}
    before = [stand for stand in position.history if stand.stance not in now]
    for key, stands in (("position", position.stands), ("position_before", before[:1])):
        for stand in stands:
            yield _sentence(scope, key, position.holder, stand)


def _sentence(scope: Scope, key: str, holder: str, stand: Stand) -> Sentence:
    words, first = scope.phrasing, stand.sentences[0]
    person = speaker(stand.person, words.tag) if stand.person else ""
    return words.sentence(
        key,
        [sentence.statement for sentence in stand.sentences][: sizes().most_tellings],
        day=words.day(stand.day),
        holder=words.names([holder]),
        person=words.label("position.person", person=person) if person else "",
        stance=words.label(f"position.stance.{stand.stance}"),
        quote=words.quote(first.quote, first.language),
    )
