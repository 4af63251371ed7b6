"""Where sources disagree: each act between the two that documents tell differently, side by side with their words."""

from collections.abc import Iterator

from stateofplay.board.disagreement import Disagreement, Side
from stateofplay.board.disagreements import disagreements_of
from stateofplay.board.sentence import Sentence as Words
from stateofplay.brief.act import noun
from stateofplay.brief.phrasing import Phrasing
from stateofplay.brief.scope import Scope, sizes
from stateofplay.brief.section import Block
from stateofplay.brief.sentence import Sentence
from stateofplay.brief.source import file_name


def blocks(scope: Scope) -> Iterator[Block]:
    """One block for each disagreement, the one told of last first."""
    found = disagreements_of(scope.record, scope.on, scope.known, region=scope.region)
    for one in found.of(actors=scope.pair)[: sizes().disagreements]:
        yield Block(
            heading=_heading(scope.phrasing, one),
            sentences=tuple(_sentence(scope.phrasing, side) for side in one.sides),
        )


def _heading(words: Phrasing, one: Disagreement) -> str:
    """What is told differently of which act; that it took place is not said."""
    day = words.day(one.happened)
    act = noun(one.type, one.source, one.target, words)
    return words.label("disagreement.heading", about=words.label(f"disagreement.about.{one.about}"), act=act, day=day)


def _sentence(words: Phrasing, side: Side) -> Sentence:
    first = side.sentences[0]
    return words.sentence(
        "side",
        [told.statement for told in side.sentences][: sizes().most_tellings],
        outlets=words.label("list.comma").join(dict.fromkeys(map(_outlet, side.sentences))),
        says=says(side.says, words),
        quote=words.quote(first.quote, first.language),
    )


def says(told: str, words: Phrasing) -> str:
    """What a side says in the words of the briefing: that it happened or not, a day, amounts, or who acts on whom."""
    if told in ("occurred", "denied"):
        return words.label(f"disagreement.says.{told}")
    if ">" in told:
        source, _, target = (part.strip() for part in told.partition(">"))
        return words.label("toward", source=words.heading(source.split()), target=words.heading(target.split()))
    return words.label("list.comma").join(_amount(part, words) for part in told.split(", "))


def _amount(told: str, words: Phrasing) -> str:
    number, _, unit = told.partition(" ")
    try:
        return words.measure(float(number), unit)
    except ValueError:
        return told


def _outlet(told: Words) -> str:
    return told.publisher or file_name(told.path)
