"""An act: a word, or an op and a thing together, that tells an event, before anyone knows who did it."""

from dataclasses import dataclass, replace


@dataclass(slots=True)
class Act:
    """`start`..`end` covers all its words, `head`..`head_end` the one that governs. `noun`: told as a noun.

    `clause` is the clause of its head, the one from `bounds[0]` to `bounds[1]`.
    """

    start: int
    end: int
    head: int
    head_end: int
    clause: int
    bounds: tuple[int, int]
    type: str
    frame: str
    takes: str
    concept: str
    noun: bool
    needs: str
    why: str
    goal: tuple[str, ...] = ()


def renamed(act: Act, *, type: str, why: str, frame: str = "", takes: str = "") -> Act:
    """The same act under another type, with the reason added; in another frame and with other content where told."""
    return replace(act, type=type, why=f"{act.why}; {why}", frame=frame or act.frame, takes=takes or act.takes)
