"""Acts that are only spoken of: as a topic, a view, what is to be prevented or a kind of thing. They tell no event.

The shapes are settings of a language (`spoken_of` in its `grammar.yaml`); one without them speaks of nothing.
"""

import re
from functools import cache
from typing import Any

from stateofplay.reading.act import Act
from stateofplay.reading.lexicon import VERB, VERBAL_NOUN, grammar
from stateofplay.reading.mention import Mention
from stateofplay.reading.sentence import Sentence


def spoken_of(act: Act, sentence: Sentence, mentions: list[Mention]) -> bool:
    """Whether the sentence only speaks of `act`."""
    shapes = _shapes(sentence.lexicon.language)
    if not shapes:
        return False
    first, last = act.bounds
    before, after = sentence.folded[first : act.head], sentence.folded[act.head_end : last]
    alone = act.start == act.head and act.end == act.head_end
    return bool(
        shapes["prevented"](before)
        or shapes["possible"](before)
        or (shapes["taken"](before) and shapes["as_something"](after))
        or (alone and shapes["kind_of_thing"](after))
        or shapes["listed"](after)
        or shapes["wanted"](before)
        or shapes["never"](before)
        or shapes["strangers"](before)
        or (not _acted(first, act, mentions) and shapes["advised"](sentence.folded[:first]))
        or (act.type in shapes["abilities"] and shapes["able"](sentence.folded[act.end : last]))
        or (act.type == "CONSULT" and shapes["general"](before))
        or shapes["usual"](after)
        or (shapes["title"](after) and _titled(act, sentence))
        or (act.type in shapes["habits"] and shapes["habitual"](before))
        or (alone and act.concept in shapes["things"] and shapes["owned_thing"](before))
        or (shapes["topic"](before) and not _acted(first, act, mentions) and last < len(sentence.folded))
    )


def _titled(act: Act, sentence: Sentence) -> bool:
    """Whether the sentence is a title: one clause, in which no verb follows the act."""
    if len(sentence.clauses) > 1:
        return False
    return not any(hit.start >= act.head_end and hit.traits & (VERB | VERBAL_NOUN) for hit in sentence.words)


def _acted(first: int, act: Act, mentions: list[Mention]) -> bool:
    """Whether the clause names somebody before the act who may have done it."""
    return any(first <= m.start and m.end <= act.head for m in mentions)


@cache
def _shapes(language: str) -> dict[str, Any]:
    """The setting of a language: lists of types and concepts, and of each shape what searches a text for it."""
    shapes = grammar(language).settings.get("spoken_of", {})
    return {name: re.compile(one).search if isinstance(one, str) else one for name, one in shapes.items()}
