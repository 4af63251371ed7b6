"""Topics: words of a language of spaced words that name an act as what is talked of, and tell no event.

A policy told in the plain present has no occasion; "any talks" and "future talks" are none yet; a treaty known to the
reader ("the defence treaty with Manila") was made at another time, unless its day is told.
"""

from stateofplay.reading.act import Act
from stateofplay.reading.governed import mood_opens, noun_opens
from stateofplay.reading.phrases import Phrases
from stateofplay.reading.role import Roles
from stateofplay.reading.scene import Scene
from stateofplay.reading.word_class import (
    BE,
    COMMA,
    DETERMINER,
    DO,
    FINITE,
    GERUND,
    HAVE,
    INFINITIVE,
    MODAL,
    NOMINAL,
    NOUN,
    PARTICIPLE,
    Tokens,
)

_POLICIES = frozenset({"reject", "agree", "reaffirm", "endorse"})
_STANDING = frozenset({"pact", "penalty", "curb"})
_BY_NAME = frozenset({"AGREE", "CONSULT", "COOPERATE", "SANCTION", "ASSAULT"})
_HOSTED = frozenset({"hold+summit", "receive", "mediate"})
_PRESENT = frozenset({"s", "base"})
_ASKING = frozenset({MODAL, DO, BE, HAVE})
_NEAR = 6
"""Tokens behind a comma within which the main clause's modal stands."""


def only_named(act: Act, scene: Scene) -> bool:
    """Whether `act` is but a topic here."""
    tokens = scene.sentence.tokens
    if tokens is None:
        return False
    at = tokens.at(act.head)
    if act.noun or tokens.kinds[at] in NOMINAL:
        if _vague(at, tokens, scene) or (act.concept in _STANDING and _known(at, tokens, scene)):
            return True
        return act.type in _BY_NAME and _wished_or_none(act, at, tokens, scene)
    if _asked(tokens, scene) or _unreal(at, tokens):
        return True
    if act.concept == "join" and tokens.kinds[at] == PARTICIPLE:
        return True
    if act.concept == "allow" and _only_lets(at, scene.phrases):
        return True
    return act.concept.removesuffix("+pact") in _POLICIES and _policy(act, at, tokens, scene)


def one_sided(act: Act, roles: Roles, scene: Scene) -> bool:
    """Whether talks, or a deal told as a noun, are of one state alone, so that nobody can say between whom.

    Who brings many together, or mediates between others, may be told alone. Verb last, an act suffered of which nobody
    is named as the doer is not told either.
    """
    types = scene.sentence.lexicon.grammar.settings.get("two_sided", {})
    if types and not roles.source and scene.sentence.lexicon.grammar.order == "sov":
        return True
    if not types or act.type not in types["noun" if act.noun or "owner of the noun" in roles.why else "verb"]:
        return False
    if roles.target:
        return False
    if act.noun and act.concept in types.get("never_alone", ()):
        return True
    if len(roles.source) > 1 or _hosts_many(act, roles):
        return False
    return act.frame == "toward" or not any(mention.use == "organisation" for mention in roles.mentions)


def _hosts_many(act: Act, roles: Roles) -> bool:
    return bool(roles.source) and act.concept in _HOSTED and "earlier" not in roles.why


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


def _only_lets(at: int, phrases: Phrases) -> bool:
    """Whether allowing is but what a rule does, what something is for, or a term (the law allows, a move to allow)."""
    if phrases.kinds[at] == PARTICIPLE or (phrases.kinds[at] == INFINITIVE and phrases.kinds[at - 2] == NOUN):
        return True
    subject = phrases.subject(at)
    return subject is not None and phrases.words[subject.last] in phrases.classes.lifeless


def _wished_or_none(act: Act, at: int, tokens: Tokens, scene: Scene) -> bool:
    """Whether a deal or a penalty is only hoped for, kept or broken ("hopes for a treaty", "a breach of sanctions")."""
    settings = scene.sentence.lexicon.grammar.settings
    opens = noun_opens(at, tokens) - 1
    if opens < 1:
        return False
    if tokens.words[opens] == "for":
        return act.type != "SANCTION" and tokens.words[opens - 1] in settings.get("wished_for", ())
    return tokens.words[opens] in ("of", "with", "in", "to") and tokens.words[opens - 1] in settings.get("none_of", ())


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
    hit = sentence.word_at(act.head)
    tags = {word.tag for word in hit.words} if hit is not None else set()
    if not tags & _PRESENT or "ed" in tags or any(word[0].isdigit() for word in tokens.words):
        return False
    reports = scene.phrases.classes.reports
    said = act.type != "AGREE" and any(word in reports for word in tokens.words[:at])
    return not said and (act.type == "AGREE" or act.head_end <= tokens.ends[at])


def _asked(tokens: Tokens, scene: Scene) -> bool:
    """Whether the sentence asks if something is so ("Will China invade?"): it tells nothing."""
    return tokens.kinds[0] in _ASKING and scene.sentence.folded.rstrip(" ”\"'’").endswith("?")


def _unreal(at: int, tokens: Tokens) -> bool:
    """Whether the verb tells what would have been, or the means of what only may be ("could win by sending arms")."""
    kinds, words = tokens.kinds, tokens.words
    group = range(mood_opens(at, tokens), at)
    if any(kinds[place] == MODAL and words[place + 1] == "have" for place in group):
        return True
    comma = next((place for place in range(at) if kinds[place] == COMMA), -1)
    if words[0] == "had" and comma < 0:
        return True
    return kinds[at] == GERUND and words[at - 1] == "by" and _may_be(at, tokens)


def _may_be(at: int, tokens: Tokens) -> bool:
    """Whether the verb that the means at `at` serve, before it or behind the next comma, stands under a modal."""
    kinds = tokens.kinds
    for place in range(at - 1, -1, -1):
        if kinds[place] in (FINITE, BE, HAVE):
            return kinds[place - 1] == MODAL or MODAL in kinds[mood_opens(place, tokens) : place]
    comma = next((place for place in range(at, len(kinds)) if kinds[place] == COMMA), len(kinds))
    return MODAL in kinds[comma : comma + _NEAR]
