"""Lasting data: what is loaded once and held until the program ends is kept out of the garbage collector's sight.

The collector would look through hundreds of thousands of objects again and again and find none to free, which takes a
quarter of the time to the first answer.
"""

import atexit
import gc
from collections.abc import Iterator
from contextlib import contextmanager

atexit.register(gc.unfreeze)  # libraries in C complain of what they find left over at the end


@contextmanager
def lasting() -> Iterator[None]:
    """Pause the collector while lasting data are loaded, and have it pass over them later; also a decorator.

    Within another use it does nothing: the outer one sees to all.

    >>> import gc
    >>> with lasting():
    ...     paused = not gc.isenabled()
    >>> paused, gc.isenabled()
    (True, True)
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
