"""Stands in a language of spaced words: who holds the stance that a verb, adjective or noun shows, and toward whom.

What an author says that somebody should do is the author's advice, and no stand of his; what somebody would like to do
with another is an event that is planned.
"""

from stateofplay.reading.governed import mood_opens
from stateofplay.reading.mention import FREE, SUBJECT, Mention
from stateofplay.reading.scene import Scene
from stateofplay.reading.sentence import CueHit
from stateofplay.reading.sides import is_office
from stateofplay.reading.word_class import BE, VERBS

_STANDS = frozenset({FREE, SUBJECT})


def advised(hit: CueHit, scene: Scene) -> bool:
    """Whether the stance is only advised, possible or named, or is the wish of an act that is told as planned."""
    tokens = scene.phrases.tokens
    at = tokens.at(hit.start)
    if hit.end == tokens.ends[at] and tokens.kinds[at] not in VERBS and _might_be_verb(tokens.words[at], scene):
        return True
    first = tokens.starts[mood_opens(at, tokens)] if tokens.kinds[at] in VERBS else hit.start
    wishes = scene.sentence.lexicon.grammar.settings.get("wish", ())
    for mark in scene.sentence.cues_of("status"):
        if mark.cue.value == "forecast" and first <= mark.start and mark.end <= hit.start:
            return True
        wish = mark.start == hit.start and mark.cue.form in wishes
        if wish and any(0 < act.head - mark.end <= 2 for act in scene.acts):
            return True
    return False


def _might_be_verb(word: str, scene: Scene) -> bool:
    """Whether a word that is no verb here could be one: then it shows no stance (to win the support of the world)."""
    return bool(scene.phrases.classes.tags.get(word, frozenset()) - {"noun"})


def holder_of(hit: CueHit, scene: Scene) -> Mention | None:
    """The subject of the verb or predicate that shows the stance, the owner of the noun, else who came before."""
    phrases = scene.phrases
    at = phrases.tokens.at(hit.start)
    if phrases.kinds[at] not in VERBS | {BE}:
        predicate, kind = phrases.governor(at)
        owner = phrases.owner(at) or _of(at, scene) if kind != BE else None
        if owner is not None:
            return owner
        at = max(predicate, 0)
    if phrases.kinds[at] in VERBS | {BE}:
        subject = phrases.subject(at)
        if subject is not None and subject.mention is None and is_office(subject, phrases, scene):
            return scene.memory.topic or scene.memory.subject
        if subject is not None:
            return subject.mention
    earlier = [m for m in scene.mentions if m.end <= hit.start and m.case in _STANDS]
    return earlier[-1] if earlier else None


def _of(at: int, scene: Scene) -> Mention | None:
    """Who owns the noun at `at` by "of" right after it (the willingness of Seoul)."""
    phrases = scene.phrases
    if at + 1 < len(phrases.kinds) and phrases.words[at + 1] == "of":
        return next((found.mention for found in phrases.objects(at + 1)), None)
    return None


def ties_of(actor: str, holder: Mention, hit: CueHit, scene: Scene) -> str:
    """The ties of one holder with whom the sentence names next after the stance, else last before it; "" for none."""
    others = [m for m in scene.mentions if not set(m.actors) & set(holder.actors)]
    after = next((m for m in others if m.start >= hit.end), None)
    other = after or next((m for m in reversed(others) if m.end <= hit.start), None)
    if other is None:
        return ""
    return "-".join(sorted((actor.lower(), other.actors[0].lower()))) + "-relations"
