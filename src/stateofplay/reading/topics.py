"""Topics: words of a language of spaced words that name an act as what is talked of, and tell no event.

A policy told in the plain present has no occasion; "any talks" and "future talks" are none yet; a treaty known to the
reader ("the defence treaty with Manila") was made at another time, unless its day is told.
"""

from stateofplay.reading.act import Act
from stateofplay.reading.scene import Scene
from stateofplay.reading.word_class import DETERMINER, FINITE, GERUND, NOMINAL, Tokens

_POLICIES = frozenset({"reject", "agree", "reaffirm", "endorse"})
_STANDING = frozenset({"pact", "penalty", "curb"})
_PRESENT = frozenset({"s", "base"})


def only_named(act: Act, scene: Scene) -> bool:
    """Whether `act` is but a topic here."""
    tokens = scene.sentence.tokens
    if tokens is None:
        return False
    at = tokens.at(act.head)
    if act.noun or tokens.kinds[at] in NOMINAL:
        return _vague(at, tokens, scene) or (act.concept in _STANDING and _known(at, tokens, scene))
    return act.concept in _POLICIES and _policy(act, at, tokens, scene)


def _opens(at: int, tokens: Tokens) -> int:
    """First token of the noun phrase, up to its head at `at`."""
    while at > 0 and tokens.kinds[at - 1] in NOMINAL | {GERUND}:
        at -= 1
        if tokens.kinds[at] == DETERMINER:
            break
    return at


def _vague(at: int, tokens: Tokens, scene: Scene) -> bool:
    """Whether the noun is told as one of any such acts ("any talks", "future negotiations")."""
    vague: list[str] = scene.sentence.lexicon.grammar.settings.get("vague", [])
    return any(word in vague for word in tokens.words[_opens(at, tokens) : at])


def _known(at: int, tokens: Tokens, scene: Scene) -> bool:
    """Whether the noun is one that is known already, and no day is told with it."""
    first, last = scene.sentence.clauses[scene.sentence.clause_at(tokens.starts[at])]
    if any(first <= hit.start < last for hit in scene.days):
        return False
    return tokens.words[_opens(at, tokens)] in scene.sentence.lexicon.grammar.settings.get("definite", [])


def _policy(act: Act, at: int, tokens: Tokens, scene: Scene) -> bool:
    """Whether a verb in the plain present tells a line that somebody takes, on no occasion: no day, no figure."""
    sentence = scene.sentence
    if tokens.kinds[at] != FINITE or scene.days or not sentence.folded.rstrip().endswith((".", ".”", '."')):
        return False
    tags = {word.tag for hit in sentence.words if hit.start == act.head for word in hit.words}
    if not tags & _PRESENT or "ed" in tags or any(word[0].isdigit() for word in tokens.words):
        return False
    reports = scene.phrases.classes.reports
    said = act.type != "AGREE" and any(word in reports for word in tokens.words[:at])
    return not said and (act.type == "AGREE" or act.head_end <= tokens.ends[at])
