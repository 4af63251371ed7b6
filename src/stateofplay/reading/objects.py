"""Objects: on whom an act is done, of all who are named behind its verb or noun in a language of spaced words."""

from stateofplay.reading.act import Act
from stateofplay.reading.mention import Mention, differs
from stateofplay.reading.phrases import Object, Phrases, Subject
from stateofplay.reading.reach import is_forum
from stateofplay.reading.scene import Scene
from stateofplay.reading.word_class import (
    COMMA,
    FINITE,
    JOIN,
    NOMINAL,
    PREPOSITION,
    STOP,
    THAT,
    TO,
    VERBS,
    WHO,
)

_APART = frozenset({STOP, JOIN, WHO, THAT, COMMA})
TOWARD = (
    "against",
    "to",
    "on",
    "at",
    "with",
    "toward",
    "towards",
    "upon",
    "into",
    "over",
    "for",
    "from",
    "between",
    "onto",
)
"""Prepositions of aim, the surest first."""
MUTUAL = ("with", "between", "", "to", "and", "against", "for", "from")
"""Prepositions before the other side of what two do together, the surest first."""
_PARTNERS = ("with", "to", "between")
PLACES = ("in", "at", "near", "outside", "inside", "across", "through", "around", "throughout", "off", "along", "of")
"""Prepositions of place."""
_BY_THE_WAY = ("near", "along", "at", "on", "by")
_BORDERS = frozenset({"border", "borders", "frontier", "coast"})
_STRUCK = ("on", "against")
_VIOLENT = frozenset({"ASSAULT", "COERCE", "SANCTION"})
_BESIDE = frozenset({"sidelines", "sideline", "margins", "occasion", "eve", "fringes", "fringe"})
LEADERS = frozenset({"leaders", "presidents", "premiers"})
"""Heads that name several of no state."""
_BENEFIT = frozenset({"AID", "COOPERATE", "SANCTION", "AGREE", "CONSULT", "MOBILIZE"})


def aimed_at(act: Act, objects: list[Object], source: Mention | None) -> Mention | None:
    """The object that the act is aimed at: bare, else after the prepositions of aim, else a describer or a place."""
    others = [found for found in objects if differs(found.mention, source) and found.preposition != "by"]
    others = [found for found in others if not is_forum(found.mention, act)]
    together = act.frame == "mutual" and act.type != "ASSAULT"
    if act.needs == "partner" or (together and source is not None and len(source.actors) > 1):
        return first_of(others, _PARTNERS)
    for depth in (0, 1, 2):
        near = [found for found in others if found.depth == depth]
        bare = next((found for found in near if not found.preposition and not found.modifier), None)
        if bare is not None:
            return bare.mention
        describing = next((found for found in near if not found.preposition), None)
        order = MUTUAL if act.frame == "mutual" else TOWARD
        aimed = first_of(near, order)
        if describing is not None and (aimed is None or act.type not in _BENEFIT):
            return describing.mention
        if aimed is not None:
            return aimed
        near = [found for found in near if found.preposition not in PLACES] if _several(act, source) else near
        if near:
            return near[0].mention
    return None


def first_of(objects: list[Object], order: tuple[str, ...]) -> Mention | None:
    """Who follows the preposition that comes first in `order`; "" is none."""
    for preposition in order:
        found = next((each for each in objects if each.preposition == preposition), None)
        if found is not None:
            return found.mention
    return None


def _several(act: Act, source: Mention | None) -> bool:
    """Whether those who meet or agree are named already: where they do so is no third."""
    return act.frame == "mutual" and source is not None and len(source.actors) > 1


def only_other(act: Act, source: Mention, scene: Scene, last: int, *, first: int = 0) -> Mention | None:
    """The one other actor named between `first` and `last`, if there is just one; not who hangs on a verb before."""
    others = [m for m in scene.mentions if not set(m.actors) & set(source.actors) and first <= m.start < last]
    others = [m for m in others if not _elsewhere(m, act, scene) and not is_forum(m, act)]
    return others[0] if others and all(m.actors == others[0].actors for m in others) else None


def earliest(subject: Subject | None, phrases: Phrases) -> int:
    """From where on whom an act is done to may be named: a relative clause takes nobody who is named before it."""
    if subject is not None and WHO in phrases.kinds[subject.last + 1 : subject.last + 3]:
        return phrases.tokens.starts[subject.last]
    return 0


def on_several(at: int, phrases: Phrases) -> bool:
    """Whether the object that opens at `at` is several of no state told ("visit any island states")."""
    at += phrases.kinds[at : at + 1] == [PREPOSITION]
    last = _past_nobody(at, phrases)
    head = phrases.words[last - 1]
    return last > at and (head in phrases.classes.crowds or head in LEADERS or head == "ministers")


def asks_at_home(act: Act, at: int, phrases: Phrases) -> bool:
    """Whether whom a government asks, named from `at` on, is a body of no state told ("urged lawmakers to")."""
    last = _past_nobody(at, phrases)
    asked = act.type == "REQUEST" and last > at and phrases.words[last - 1] in phrases.classes.at_home
    if not asked or last >= len(phrases.kinds):
        return False
    return phrases.kinds[last] == TO or (phrases.kinds[last] == PREPOSITION and phrases.words[last] not in PLACES)


def _past_nobody(at: int, phrases: Phrases) -> int:
    """The token behind the noun phrase that opens at `at`, as far as it names no actor; `at` where none does."""
    while at < len(phrases.kinds) and phrases.kinds[at] in NOMINAL and phrases.holder[at] is None:
        at += 1
    return at


def is_no_object(found: Object, act: Act, scene: Scene) -> bool:
    """Whether somebody named behind a verb is not whom it acts on: a victim, whose captives, where others meet."""
    return (
        _is_victim(found, act, scene)
        or _is_captive(found, act, scene.phrases)
        or _is_venue(found, act, scene.phrases)
        or _is_border(found, act, scene.phrases)
    )


def _is_border(found: Object, act: Act, phrases: Phrases) -> bool:
    """Whether force is only used near somebody's border, not on him ("killed 35 rebels near the Peruvian border")."""
    if act.type not in _VIOLENT or found.preposition not in _BY_THE_WAY:
        return False
    return phrases.words[phrases.tokens.at(found.mention.end)] in _BORDERS


def _is_victim(found: Object, act: Act, scene: Scene) -> bool:
    """Whether somebody only suffered the deed that another is blamed for ("condemned the raid on Peru")."""
    if act.type != "ACCUSE" or found.preposition not in _STRUCK:
        return False
    phrases = scene.phrases
    place, kind = phrases.governor(phrases.tokens.at(found.mention.start))
    if kind != PREPOSITION or place < 1 or phrases.kinds[place - 1] in VERBS:
        return False
    hit = scene.sentence.word_at(phrases.tokens.starts[place - 1])
    return hit is not None and any(word.concept.type in _VIOLENT for word in hit.words)


def _is_venue(found: Object, act: Act, phrases: Phrases) -> bool:
    """Whether talks are only held beside what is named ("met on the sidelines of the G20 summit")."""
    if act.frame != "mutual" or found.preposition != "of":
        return False
    place, _ = phrases.governor(phrases.tokens.at(found.mention.start))
    return place > 0 and phrases.words[place - 1] in _BESIDE


def _is_captive(found: Object, act: Act, phrases: Phrases) -> bool:
    """Whether somebody only tells whose captives are asked for ("demanded the release of Peruvian prisoners")."""
    if act.type != "REQUEST" or not found.modifier:
        return False
    return phrases.words[phrases.tokens.at(found.mention.end)] in phrases.classes.captives


def _elsewhere(mention: Mention, act: Act, scene: Scene) -> bool:
    """Whether a mention belongs to a verb of its own before the act ("the minister, who met Peru's, condemned")."""
    phrases = scene.phrases
    first, at = phrases.tokens.at(mention.start), phrases.tokens.at(act.head)
    if first >= at or phrases.kinds[at] != FINITE:
        return False
    verb = phrases.verb_before(first)
    if verb < 0 or phrases.kinds[verb] != FINITE:
        return False
    return phrases.words[verb] not in phrases.classes.reports or _only_hears(verb, first, at, phrases)


def _only_hears(verb: int, first: int, at: int, phrases: Phrases) -> bool:
    """Whether who is named from `first` on is only told by another what the act at `at` is ("told Peru that Chile")."""
    opens = next((place for place in range(first, at) if phrases.kinds[place] == THAT), -1)
    if opens < 0 or any(phrases.kinds[place] in _APART for place in range(verb + 1, opens)):
        return False
    teller, doer = phrases.subject(verb), phrases.subject(at)
    if doer is None or doer.mention is None or doer.first < opens:
        return False
    return teller is None or teller.mention is None or teller.mention.actors != doer.mention.actors
