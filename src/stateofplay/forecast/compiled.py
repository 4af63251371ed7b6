"""Compiled functions: the one place that knows numba. What is compiled once is kept for the next start."""

from collections.abc import Callable
from typing import Any, TypeVar, cast

from numba import njit

_F = TypeVar("_F", bound=Callable[..., Any])


def compiled(function: _F) -> _F:
    """The function as machine code, made on its first call; it sees arrays, numbers and tuples of these alone."""
    made: Any = njit(cache=True)(function)
    return cast(_F, made)
