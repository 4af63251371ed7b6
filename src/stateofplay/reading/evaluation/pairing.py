"""Pairing: every mark of the hand and of the reader stands in exactly one pair, best agreement first."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from stateofplay.reading.evaluation.agreement import agreement, levels_of, overlap
from stateofplay.reading.evaluation.mark import Mark


@dataclass(frozen=True, kw_only=True)
class Pair:
    """A mark of the hand and the one of the reader that answers it; None on the side where nothing does.

    `held` is the number of levels at which the two agree, 0 where one is missing.
    """

    gold: Mark | None = None
    read: Mark | None = None
    held: int = 0

    def __post_init__(self) -> None:
        if self.gold is None and self.read is None:
            raise ValueError("a pair of nothing with nothing")

    @property
    def kind(self) -> str:
        """Kind of the statements."""
        mark = self.gold or self.read
        return mark.kind if mark else ""

    @property
    def whole(self) -> bool:
        """Whether the two agree at every level."""
        return self.held == len(levels_of(self.kind))


def paired(gold: Sequence[Mark], read: Sequence[Mark]) -> tuple[Pair, ...]:
    """The pairs of one document, those of the hand in its order and then what the reader alone has.

    Each mark is used once; of several that fit, those that agree at most levels, and then those that share most text.
    """
    answers = dict(_answers(gold, read))
    alone = set(range(len(read))) - {j for j, _ in answers.values()}
    pairs = [_pair(mark, read, answers.get(i)) for i, mark in enumerate(gold)]
    return (*pairs, *(Pair(read=read[j]) for j in sorted(alone)))


def _pair(mark: Mark, read: Sequence[Mark], answer: tuple[int, int] | None) -> Pair:
    return Pair(gold=mark, read=read[answer[0]], held=answer[1]) if answer else Pair(gold=mark)


def _answers(gold: Sequence[Mark], read: Sequence[Mark]) -> Iterator[tuple[int, tuple[int, int]]]:
    """Number of a mark of the hand → number of the reader's that answers it, and the levels that hold."""
    gold_taken: set[int] = set()
    read_taken: set[int] = set()
    for negative, _, i, j in sorted(_candidates(gold, read)):
        if i not in gold_taken and j not in read_taken:
            gold_taken.add(i)
            read_taken.add(j)
            yield i, (j, -negative)


def _candidates(gold: Sequence[Mark], read: Sequence[Mark]) -> Iterator[tuple[int, int, int, int]]:
    for i, mark in enumerate(gold):
        for j, other in enumerate(read):
            if mark.kind == other.kind and (shared := overlap(mark, other)):
                yield -agreement(mark, other), -shared, i, j
