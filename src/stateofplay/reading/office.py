"""Whose an office is that a text names without its state: 首相 in the Japanese press, a president just introduced."""

from stateofplay.reading.memory import Memory
from stateofplay.reading.mention import Mention
from stateofplay.reading.sentence import Sentence

_RUN = 2
"""Characters of a family name as shape `home_name_run` has them, behind the one that parts it from what precedes."""
_STATES = frozenset({"name", "post", "short", "single", "capital", "city", "people", "military", "side", "seat"})


def office_of(start: int, role: str, earlier: list[Mention], sentence: Sentence, memory: Memory) -> tuple[str, ...]:
    """The state whose office `role` at `start` is; empty when the text leaves it open.

    A name that nobody knows stands for the foreign state named last. A head of state is of the last holder's state or
    the sentence's; other leaders are the home state's, unless the sentence is laid elsewhere.
    """
    home = (memory.home,) if memory.home else ()
    foreign = [m.actors for m in earlier if m.use in _STATES and len(m.actors) == 1 and m.actors != home]
    shape = sentence.lexicon.grammar.shapes["name_run"]
    if shape and shape.search(sentence.folded, max(0, start - 20), start):
        told = foreign[-1] if foreign else _foreign(memory.holders.get(role, ()), home)
        return told or (home if _of_home(start, sentence) else ())
    if role == "head-of-state":
        return memory.holders.get(role, ()) or (foreign[-1] if foreign else _foreign(_subject(memory), home))
    if foreign and not any(m.actors == home for m in earlier) and (role, home) not in memory.held:
        return foreign[0]
    if (role, home) in memory.held or role not in memory.holders:
        return home
    return memory.holders[role]


def _of_home(start: int, sentence: Sentence) -> bool:
    """Whether the name before the office is written as those at home are (岩屋外相)."""
    shape = sentence.lexicon.grammar.shapes["home_name_run"]
    return shape is not None and shape.match(f"、{sentence.folded}"[max(0, start - _RUN) :]) is not None


def _foreign(actors: tuple[str, ...], home: tuple[str, ...]) -> tuple[str, ...]:
    return actors if actors != home else ()


def _subject(memory: Memory) -> tuple[str, ...]:
    return memory.subject.actors if memory.subject else ()
