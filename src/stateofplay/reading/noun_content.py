"""The content of a noun: what a demand, a request or a threat says in the clause behind it, in spaced words.

"Peru's demand that Chile withdraw was rejected" tells a demand and a rejection; the withdrawal is only asked for.
"""

from stateofplay.reading.word_class import (
    ADVERB,
    AND,
    BE,
    DO,
    FINITE,
    HAVE,
    INFINITIVE,
    JOIN,
    MODAL,
    NOMINAL,
    PREPOSITION,
    QUOTE,
    STOP,
    THAT,
    TO,
    VERBS,
    WHO,
    Tokens,
)

_FINITE = frozenset({FINITE, BE, MODAL, HAVE, DO})
_HELPS = frozenset({BE, MODAL, HAVE, DO, TO, AND, ADVERB})
"""What a verb group goes on from, or what shares its subject."""
_BETWEEN = NOMINAL | {PREPOSITION, ADVERB, QUOTE}
_NEAR = 8
"""Tokens within which a noun's content must open: whom it is put to and when may stand between."""


def content_of(noun: int, tokens: Tokens) -> tuple[int, int] | None:
    """First and last token, the last not included, of what the noun at token `noun` says; None where it says nothing.

    A clause after "that" ends where a second verb group opens: that is the verb of which the noun is the subject.
    """
    kinds = tokens.kinds
    opens = _opener(noun, tokens)
    if opens is None:
        return None
    told, aside = kinds[opens] == TO, False
    for place in range(opens + 1, len(kinds)):
        kind = kinds[place]
        if kind in (STOP, JOIN):
            return opens, place
        if kind == WHO:
            aside = True
        elif aside and kind in VERBS:
            aside = False
        elif kind in _FINITE and kinds[place - 1] not in _HELPS and not aside:
            if told:
                return opens, place
            told = True
    return opens, len(kinds)


def _opener(noun: int, tokens: Tokens) -> int | None:
    """The "that", or the "to" of an infinitive, with which the content opens."""
    kinds = tokens.kinds
    for place in range(noun + 1, min(noun + _NEAR, len(kinds) - 1)):
        if kinds[place] == THAT or (kinds[place] == TO and kinds[place + 1] == INFINITIVE):
            return place
        if kinds[place] not in _BETWEEN:
            return None
    return None
