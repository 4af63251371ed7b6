"""Reasons: what speaks for or against an event, as words that a weight can be learned for (see `confidence`)."""

from stateofplay.reading.act import Act
from stateofplay.reading.mention import Mention
from stateofplay.reading.role import Roles
from stateofplay.reading.scene import Scene
from stateofplay.reading.sentence import Sentence
from stateofplay.reading.statement import Status

_DISTANCES = (1, 3, 6, 12, 20)
"""Words between a side and its act, each step with a weight of its own."""
_LETTERS = 2
"""Characters that make a word, where words are not set apart."""


def reasons_of(act: Act, roles: Roles, status: Status, scene: Scene) -> tuple[str, ...]:
    """What the event of `act` was read for: concept, use of its word, status, where and how its sides were found, and
    how many others are named that might have been meant."""
    language = scene.sentence.lexicon.language
    use = "noun" if act.noun else "verb"
    first, last = act.bounds
    others = len([other for other in scene.acts if first <= other.head < last]) - 1
    dated = [day for day in scene.days if first <= day.start < last]
    aimed = "named" if roles.target else "none"
    named = {actor for mention in scene.mentions for actor in mention.actors}
    return (
        "bias",
        f"language {language}",
        f"type {act.type}",
        f"type {act.type}, target {aimed}",
        f"concept {act.concept}",
        f"concept {act.concept}, {use}",
        f"use {use}",
        f"use {use}, {language}",
        f"status {status}",
        f"status {status}, {use}",
        f"target {aimed}, {act.frame}",
        f"other acts in the clause {min(others, 2)}",
        "first act of the sentence" if act is scene.acts[0] else "later act of the sentence",
        "a date in the clause" if dated else "no date in the clause",
        f"others named in the sentence {min(len(named.difference(roles.source, roles.target)), 3)}",
        *_placed("source", roles.source, act, scene),
        *_placed("target", roles.target, act, scene),
        *(reason for part in roles.why.split("; ") for reason in (part, f"{part}, {use}")),
    )


def _placed(side: str, actors: tuple[str, ...], act: Act, scene: Scene) -> tuple[str, ...]:
    """Where the nearest name of a side stands to its act, how it is told there, and how many others stand between."""
    if not actors:
        return ()
    nearest = _nearest(actors, act, scene)
    if nearest is None:
        return (f"{side} from another sentence",)
    before = nearest.end <= act.head
    start, end = (nearest.end, act.head) if before else (act.head_end, nearest.start)
    between = {actor for mention in scene.mentions if start <= mention.start < end for actor in mention.actors}
    far = _words(scene.sentence, start, end)
    step = next((f"up to {limit}" for limit in _DISTANCES if far <= limit), "farther")
    return (
        f"{side} {'before' if before else 'after'}",
        f"{side} away {step}",
        f"{side} told by {nearest.use}",
        f"{side} in case {nearest.case}",
        f"others between act and {side} {min(len(between.difference(actors)), 2)}",
    )


def _nearest(actors: tuple[str, ...], act: Act, scene: Scene) -> Mention | None:
    """The mention of one of the actors that stands nearest to the act; None where the sentence names none of them."""
    nearest, least = None, 0
    for mention in scene.mentions:
        if any(actor in actors for actor in mention.actors):
            apart = max(act.head - mention.end, mention.start - act.head_end)
            if nearest is None or apart < least:
                nearest, least = mention, apart
    return nearest


def _words(sentence: Sentence, start: int, end: int) -> float:
    """About how many words stand from `start` to `end`."""
    if sentence.lexicon.grammar.spaced:
        return sentence.text.count(" ", start, end)
    return max(0, end - start) / _LETTERS
