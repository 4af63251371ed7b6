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
    number = min(place_of(asked), parts)
    return Part(items=items[(number - 1) * size : number * size], number=number, parts=parts, total=len(items))


def place_of(asked: str) -> int:
    """The number of a part that an address asks for, at least 1; 1 where it asks for no number."""
    return max(int(asked), 1) if asked.isascii() and asked.isdigit() and len(asked) < 9 else 1
