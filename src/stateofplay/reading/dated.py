"""Dates of acts in a language of spaced words: which verb or noun of the sentence a date belongs to.

A date belongs to the verb before it in its clause, to the verb after it where it opens the clause or stands between
subject and verb, and to the noun that it describes (Monday's meeting). Other acts take the date of the verb on which
they hang; a date inside a relative clause is told of nothing else.
"""

from stateofplay.reading.act import Act
from stateofplay.reading.governed import verb_of
from stateofplay.reading.phrases import Phrases
from stateofplay.reading.scene import Scene
from stateofplay.reading.when import DayHit
from stateofplay.reading.word_class import (
    ADVERB,
    AND,
    BE,
    COMMA,
    DO,
    FINITE,
    GERUND,
    HAVE,
    INFINITIVE,
    JOIN,
    MODAL,
    NOMINAL,
    PARTICIPLE,
    PREPOSITION,
    QUOTE,
    STOP,
    THAT,
    VERBS,
    WHO,
)

_OPENERS = frozenset({STOP, JOIN, WHO, THAT})
_TOLD = frozenset({FINITE, PARTICIPLE, BE, HAVE, MODAL, DO})
_SAID = frozenset({"ACCUSE", "REQUEST", "THREATEN", "SUPPORT", "REJECT"})
"""Types of what is said: a day to come is that of which it speaks."""
_NOBODY = -1
_STEPS = 4
_OPENING = 12
_PASSING = 62
"""Days that a date may span to hold for acts that it is not told of itself."""


def told_days(act: Act, scene: Scene, *, real: bool = False) -> list[DayHit]:
    """The dates of `act`: its own, else those of the verbs it hangs on, else those of the main story's verbs.

    A `real` act does not take the date of what is only planned.
    """
    days = [hit for hit in scene.days if not (real and hit.start in scene.memory.ahead) and _dates(hit, act, scene)]
    if not days:
        return []
    phrases = scene.phrases
    owners = [(hit, owner_of(hit, scene)) for hit in days]
    at = phrases.tokens.at(act.head)
    now = scene.memory.published
    for step in range(_STEPS):
        own = [
            hit
            for hit, owner in owners
            if owner == at and (not step or hit.day.length == 1 or _linked(hit, act, scene))
        ]
        if own and real and now is not None and (step or act.type in _SAID):
            own = [hit for hit in own if hit.day.first <= now.last]
        if own:
            return own
        at = _parent(at, phrases)
        if at < 0:
            break
    rest = [hit for hit, owner in owners if owner != _NOBODY and hit.day.length <= _PASSING]
    rest = [hit for hit in rest if not _aside(hit, act, phrases)]
    if real and now is not None:
        rest = [hit for hit in rest if hit.day.first <= now.last]
    before = [hit for hit in rest if hit.end <= act.head]
    return before[-1:] or rest[:1]


def _linked(hit: DayHit, act: Act, scene: Scene) -> bool:
    """Whether no relative clause closes between a date and an act: else a stretch told in it is not the act's."""
    phrases = scene.phrases
    first, last = phrases.tokens.at(hit.end), phrases.tokens.at(act.head)
    opened = WHO in phrases.kinds[: phrases.tokens.at(hit.start)]
    return not (opened and COMMA in phrases.kinds[first:last])


def _dates(hit: DayHit, act: Act, scene: Scene) -> bool:
    """Whether a date can be the act's: not one that opens a stretch ("since 2012"), nor that of what is promised."""
    openers = tuple(scene.sentence.lexicon.grammar.settings.get("stretch", ()))
    text = scene.sentence.folded.lower()
    if text.endswith(openers, 0, hit.start) or text.startswith(openers, hit.start):
        return False
    now = scene.memory.published or scene.memory.reference
    return act.takes != "swallow" or hit.start < act.head or now is None or hit.day.first <= now.last


def carries_on(hit: DayHit, scene: Scene) -> bool:
    """Whether a date moves the story on: it dates a verb of the main story, not an aside or a noun."""
    owner = owner_of(hit, scene)
    if owner == _NOBODY or scene.phrases.kinds[owner] not in VERBS | _TOLD:
        return False
    return hit.start <= _OPENING or _opener(scene.phrases.tokens.at(hit.start), scene.phrases) < 0


def owner_of(hit: DayHit, scene: Scene) -> int:
    """Token of the verb or noun that a date belongs to; -1 where it describes something that is no act."""
    phrases = scene.phrases
    kinds, tokens = phrases.kinds, phrases.tokens
    first, last = tokens.at(hit.start), tokens.at(hit.end)
    if scene.sentence.folded.startswith(("'s", "’s"), hit.end):
        noun = next((act.head for act in scene.acts if act.head >= hit.end), None)
        if noun is None or not all(kinds[at] in NOMINAL or at == last for at in range(last, tokens.at(noun))):
            return _NOBODY
        return tokens.at(noun)
    left = first - 1
    while left >= 0 and kinds[left] in (PREPOSITION, ADVERB, QUOTE):
        left -= 1
    if left >= 0 and any(act.noun and act.head < tokens.ends[left] <= act.head_end for act in scene.acts):
        return next(tokens.at(act.head) for act in scene.acts if act.noun and tokens.ends[left] <= act.head_end)
    right = last
    while right < len(kinds) and kinds[right] in (COMMA, ADVERB, QUOTE):
        right += 1
    follows = right < len(kinds) and tokens.starts[right] >= hit.end and kinds[right] in _TOLD
    if follows and COMMA in kinds[last:right] and _verb_in_clause(left, kinds):
        follows = False
    if follows and (left < 0 or kinds[left] in NOMINAL or kinds[left] in (COMMA, WHO, AND)):
        return _main(right, phrases)
    if right < len(kinds) and kinds[right] == JOIN and phrases.words[right] in phrases.classes.during:
        return next((at for at in range(right, len(kinds)) if kinds[at] in (FINITE, PARTICIPLE)), _NOBODY)
    for at in range(left, -1, -1):
        if kinds[at] in VERBS or kinds[at] == BE:
            return at
        if kinds[at] in _OPENERS:
            break
    return next((at for at in range(last, len(kinds)) if kinds[at] in (FINITE, PARTICIPLE)), _NOBODY)


def _verb_in_clause(left: int, kinds: list[str]) -> bool:
    """Whether the relative clause that ends at token `left` has its verb: then the comma after its date closes it."""
    for at in range(left, -1, -1):
        if kinds[at] in VERBS:
            return WHO in kinds[:at]
        if kinds[at] in _OPENERS:
            break
    return False


def _main(at: int, phrases: Phrases) -> int:
    """The verb that the auxiliaries from `at` on help, else the first of them."""
    for place in range(at, min(at + 5, len(phrases.kinds))):
        if phrases.kinds[place] in VERBS:
            return place
    return at


def _parent(at: int, phrases: Phrases) -> int:
    """The verb on which a noun, an infinitive, a gerund or a verb after "and" hangs; -1 where it stands alone."""
    kind = phrases.kinds[at]
    if kind not in VERBS:
        verb = verb_of(at, phrases.tokens)
        return verb if verb != at else -1
    if kind in (INFINITIVE, GERUND) or (kind == PARTICIPLE and not phrases.is_passive_clause(at)):
        return phrases.verb_before(at)
    for place in range(at - 1, -1, -1):
        before = phrases.kinds[place]
        if before in (WHO, STOP) or (before == JOIN and phrases.words[place] not in phrases.classes.during):
            return -1
        if before in VERBS:
            return place
    return -1


def _aside(hit: DayHit, act: Act, phrases: Phrases) -> bool:
    """Whether a date stands in a relative or joined clause that the act is not in."""
    at, opener = phrases.tokens.at(act.head), _opener(phrases.tokens.at(hit.start), phrases)
    if opener < 0:
        return False
    return at < opener or COMMA in phrases.kinds[phrases.tokens.at(hit.start) : at]


def _opener(at: int, phrases: Phrases) -> int:
    """Token that opens the relative or joined clause around `at`; -1 where it is the main story's."""
    for place in range(at - 1, -1, -1):
        kind = phrases.kinds[place]
        if kind == WHO or (kind == JOIN and phrases.words[place] not in phrases.classes.during):
            return place
        if kind in (STOP, THAT):
            break
    return -1
