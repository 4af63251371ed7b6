"""Paging: a long list in parts of a fixed size; a number out of range is the nearest that there is."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

Item = TypeVar("Item")


@dataclass(frozen=True, kw_only=True)
class Part(Generic[Item]):
    """Part `number` of `parts`, both from 1; `total` items in all."""

    items: Sequence[Item]
    number: int
    parts: int
    total: int


def part_of(items: Sequence[Item], asked: str, size: int) -> Part[Item]:
    """The part that an address asks for; the first where it asks for no number.

    >>> part_of("abcde", "2", 2).items
    'cd'
    """
    parts = max(-(-len(items) // size), 1)
    wanted = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 9 else 1
    number = min(max(wanted, 1), parts)
    return Part(items=items[(number - 1) * size : number * size], number=number, parts=parts, total=len(items))
