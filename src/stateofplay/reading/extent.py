"""The quote of a statement: the shortest span of the sentence that carries the act and those who did it."""

from stateofplay.reading.act import Act
from stateofplay.reading.role import Roles
from stateofplay.reading.sentence import Sentence
from stateofplay.reading.trim import trimmed


def extent(act: Act, roles: Roles, sentence: Sentence) -> tuple[int, int]:
    """Start and end of the quote: from the first to the last word of act and actors in its clause, then to its end."""
    clause_start, clause_end = act.bounds
    near = [
        m for m in roles.mentions if clause_start <= m.start and m.end <= clause_end and sentence.text[m.start : m.end]
    ]
    start = min([act.start, *(m.start for m in near)])
    end = max([act.end, clause_end, *(m.end for m in near)])
    return trimmed(sentence.text, start, end)
