"""Compiled functions: the one place that knows numba. What is compiled once is kept for the next start."""

from collections.abc import Callable
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any, Final, TypeVar, cast

import numba
from numba import njit

from stateofplay.knowledge.recall import folder

_F = TypeVar("_F", bound=Callable[..., Any])
_KERNELS: Final = "kernels"
_SETTINGS: Any = numba.config  # its names are made while it is imported, so that no checker knows them


def compiled(function: _F) -> _F:
    """The function as machine code, made on its first call; it sees arrays, numbers and tuples of these alone.

    What is compiled is kept in the user's cache folder; where nothing can be written, it is made anew at each start.
    """
    before, _SETTINGS.CACHE_DIR = _SETTINGS.CACHE_DIR, kept_in()
    try:
        made: Any = njit(cache=True)(function)
    except RuntimeError:  # numba found no folder that it may write
        made = njit(function)
    finally:
        _SETTINGS.CACHE_DIR = before
    return cast(_F, made)


@cache
def kept_in() -> str:
    """The folder of the kernels of exactly this code, "" for numba's own choice.

    numba compares the file of a function alone, but a kernel has the constants of other modules compiled into it:
    after a change there it would be run with the old ones.
    """
    home = folder()
    if home is None:
        return ""
    code = b"".join(path.read_bytes() for path in sorted(Path(__file__).parent.glob("*.py")))
    return str(home.parent / _KERNELS / sha256(code).hexdigest()[:16])
