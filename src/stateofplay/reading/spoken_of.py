"""Acts that are only spoken of: as a topic, a view, what is to be prevented or a kind of thing. They tell no event.

The shapes are settings of a language (`spoken_of` in its `grammar.yaml`); one without them speaks of nothing.
"""

import re
from functools import cache

from stateofplay.reading.act import Act
from stateofplay.reading.lexicon import VERB, VERBAL_NOUN
from stateofplay.reading.mention import Mention
from stateofplay.reading.sentence import Sentence


def spoken_of(act: Act, sentence: Sentence, mentions: list[Mention]) -> bool:
    """Whether the sentence only speaks of `act`."""
    shapes = sentence.lexicon.grammar.settings.get("spoken_of")
    if shapes is None:
        return False
    first, last = sentence.clauses[sentence.clause_at(act.head)]
    before, after = sentence.folded[first : act.head], sentence.folded[act.head_end : last]
    alone = act.start == act.head and act.end == act.head_end
    return (
        _found(shapes["prevented"], before)
        or _found(shapes["possible"], before)
        or (_found(shapes["taken"], before) and _found(shapes["as_something"], after))
        or (alone and _found(shapes["kind_of_thing"], after))
        or _found(shapes["listed"], after)
        or _found(shapes["wanted"], before)
        or _found(shapes["never"], before)
        or _found(shapes["strangers"], before)
        or (not _acted(first, act, mentions) and _found(shapes["advised"], sentence.folded[:first]))
        or (act.type in shapes["abilities"] and _found(shapes["able"], sentence.folded[act.end : last]))
        or (act.type == "CONSULT" and _found(shapes["general"], before))
        or _found(shapes["usual"], after)
        or (_found(shapes["title"], after) and _titled(act, sentence))
        or (act.type in shapes["habits"] and _found(shapes["habitual"], before))
        or (alone and act.concept in shapes["things"] and _found(shapes["owned_thing"], before))
        or (_found(shapes["topic"], before) and not _acted(first, act, mentions) and last < len(sentence.folded))
    )


def _titled(act: Act, sentence: Sentence) -> bool:
    """Whether the sentence is a title: one clause, in which no verb follows the act."""
    if len(sentence.clauses) > 1:
        return False
    return not any(hit.start >= act.head_end and hit.traits & (VERB | VERBAL_NOUN) for hit in sentence.words)


def _acted(first: int, act: Act, mentions: list[Mention]) -> bool:
    """Whether the clause names somebody before the act who may have done it."""
    return any(first <= m.start and m.end <= act.head for m in mentions)


def _found(shape: str, text: str) -> bool:
    return _compiled(shape).search(text) is not None


@cache
def _compiled(shape: str) -> re.Pattern[str]:
    return re.compile(shape)
