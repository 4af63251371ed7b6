"""Sides: who acts on whom in a language of spaced words, from the phrases around the act.

A verb's source is its subject and its target what follows it; a noun names both inside its own phrase ("China's ban on
Japanese seafood"). Where the subject is somebody whom no state is named with, the place of the act says whose it is.
"""

from dataclasses import replace

from stateofplay.reading.act import Act
from stateofplay.reading.mention import FREE, Mention, differs
from stateofplay.reading.noun_content import content_of
from stateofplay.reading.objects import (
    LEADERS,
    MUTUAL,
    PLACES,
    TOWARD,
    aimed_at,
    asks_at_home,
    earliest,
    first_of,
    is_no_object,
    on_several,
    only_other,
)
from stateofplay.reading.phrases import Object, Phrases, Subject
from stateofplay.reading.reach import Sides
from stateofplay.reading.scene import Scene
from stateofplay.reading.word_class import (
    ADVERB,
    AND,
    BE,
    COMMA,
    DETERMINER,
    FINITE,
    GERUND,
    INFINITIVE,
    JOIN,
    MODAL,
    NOMINAL,
    PARTICIPLE,
    PREPOSITION,
    QUOTE,
    STOP,
    THAT,
    TO,
    VERBS,
    WHO,
)

_GROUNDS = ("in", "across", "throughout", "around")
"""Where a crowd protests at home; what it stands before or outside of is another's."""
_OBJECTS_OF = frozenset({"ASSAULT", "COERCE", "ACCUSE", "SUPPORT", "REJECT", "SANCTION", "AID"})
_DEFINITE = frozenset({"the", "both", "these", "those", "its", "their"})
_AT_HOME = frozenset({"MOBILIZE", "PROTEST", "TRANSITION"})
_NEAR = 6
"""Tokens behind a verb of speech within which its speaker must be named ("said Peru's foreign minister")."""
_TALKED = frozenset({"meet", "negotiate"})
_ARRIVES = frozenset({"visit", "travel"})
_APART = frozenset({STOP, JOIN, WHO, THAT, COMMA})


def sides_of(act: Act, scene: Scene) -> Sides:
    """Both sides of `act`, either of them None where nobody can be named."""
    phrases = scene.phrases
    at = phrases.tokens.at(act.head)
    if phrases.kinds[at] == MODAL:
        return _of_modal(act, at, phrases, scene)
    if act.concept == "verdict":
        return _of_verdict(at, phrases)
    if act.noun or phrases.kinds[at] not in VERBS | {BE}:
        return _of_noun(act, at, phrases, scene)
    if phrases.kinds[at] == PARTICIPLE and phrases.words[at] != "opposed":
        return _of_passive(act, at, phrases, scene)
    if asks_at_home(act, _end(act, phrases), phrases):
        return Sides(source=None, target=None, how="asked at home", passive=False)
    source, how = _source(act, phrases.subject(at), phrases, scene)
    if how == "subject":
        scene.memory.topic = source
    unknown = how == "anybody named"
    named = list(phrases.objects(_end(act, phrases)))
    asked = named[0] if named and act.type == "REQUEST" and not named[0].preposition else None
    if asked is not None and source is not None and not differs(asked.mention, source):
        return Sides(source=None, target=None, how="asked at home", passive=False)
    objects = [found for found in named if not is_no_object(found, act, scene)]
    target = aimed_at(act, objects, None if unknown else source)
    if target is None and source is not None:
        target = _antecedent(at, phrases.subject(at), source, phrases)
    alone = act.frame == "domestic" or act.type in _AT_HOME or act.needs == "partner"
    alone = alone or (act.frame in ("mutual", "joint") and source is not None and len(source.actors) > 1)
    alone = alone or on_several(_end(act, phrases), phrases)
    # Whom the content names is what is agreed on ("agreed that Peru had lied"), not with whom.
    alone = alone or len(objects) < len(named) or (act.concept == "agree" and phrases.kinds[at + 1 : at + 2] == [THAT])
    if target is None and source is not None and act.takes == "swallow" and not alone:
        _, last = act.bounds
        after = (m for m in scene.mentions if act.head_end <= m.start < last)
        target = next((m for m in after if unknown or differs(m, source)), None)
    if target is None and source is not None and not alone:
        subject = phrases.subject(at)
        target = only_other(act, source, scene, phrases.clause_end(at), first=earliest(subject, phrases))
    if unknown and target is not None:
        source = next((m for m in scene.mentions if differs(m, target)), source)
    return Sides(source=source, target=target, how=how, passive=False)


def _antecedent(verb: int, subject: Subject | None, source: Mention, phrases: Phrases) -> Mention | None:
    """Whom a relative clause with a subject of its own is about: "Mr Sisi, whom he had branded a tyrant".

    Behind "that", a verb with an object of its own opens what somebody says ("told Peru that Chile had signed a deal").
    """
    if subject is None or subject.first == 0 or phrases.kinds[subject.first - 1] not in (WHO, THAT):
        return None
    after = phrases.kinds[verb + 1 : verb + 2]
    if phrases.kinds[subject.first - 1] == THAT and after and after[0] in NOMINAL | {PREPOSITION, TO, THAT}:
        return None
    at = subject.first - 2
    while at >= 0 and phrases.kinds[at] in (COMMA, QUOTE, PREPOSITION):
        at -= 1
    if at < 0 or phrases.kinds[at] in VERBS:
        return None
    found = phrases.phrase(at).mention
    return found if found is not None and differs(found, source) else None


def _on_visit(
    act: Act, place: int, source: Mention | None, target: Mention | None, phrases: Phrases, scene: Scene
) -> tuple[Mention, Mention] | None:
    """Both sides of a visit or of talks for which somebody is somewhere: "Merz on official visit to Greece".

    The place may stand before ("is in Turkey for talks"); where who comes is named with the noun, it is the one other
    named before it ("shook Peru during a visit by Merz"). `place`: the preposition that governs the noun.
    """
    verb = phrases.verb_before(place, VERBS | {BE})
    first, _ = act.bounds
    head = phrases.tokens.starts[place]
    before = [m for m in scene.mentions if first <= m.start and m.end <= head]
    if source is not None and phrases.words[place] == "during":
        host = target or only_other(act, source, scene, head, first=first)
        return (source, host) if host is not None else None
    if source is not None or not before or phrases.words[place] not in ("for", "on"):
        return None
    if verb < 0:
        source = before[0] if before[0].start == first else None
    elif phrases.kinds[verb] == BE and (subject := phrases.subject(verb)) is not None:
        source = subject.mention
    where = before[-1]
    stays = where is not source and phrases.words[phrases.tokens.at(where.start) - 1] in ("in", "at")
    target = target or (where if stays else None)
    return (source, target) if source is not None and target is not None and differs(source, target) else None


def _of_modal(act: Act, at: int, phrases: Phrases, scene: Scene) -> Sides:
    """Who says that another must: the other is the subject, the speaker that of the verb of speech before it.

    "Will not" is its own subject's refusal.
    """
    subject = phrases.subject(at)
    named = subject.mention if subject is not None else None
    if act.concept != "must":
        target = aimed_at(act, list(phrases.objects(_end(act, phrases))), named)
        return Sides(
            source=named,
            target=target or (only_other(act, named, scene, 10**6) if named else None),
            how="subject",
            passive=False,
        )
    verb = phrases.verb_before(at)
    while verb >= 0 and phrases.words[verb] not in phrases.classes.reports:
        verb = phrases.verb_before(verb)
    verb = verb if verb >= 0 else _said_after(at, phrases)
    speaker = phrases.subject(verb) if verb >= 0 else None
    source = speaker.mention if speaker is not None else None
    if verb > at and phrases.kinds[verb - 1] in (COMMA, QUOTE):
        source = next((m for m in phrases.holder[verb + 1 : verb + _NEAR] if m is not None), None)
    if source is None or named is None or not differs(named, source):
        return Sides(source=None, target=None, how="", passive=False)
    return Sides(source=source, target=named, how="who says it", passive=False)


def _said_after(at: int, phrases: Phrases) -> int:
    """The verb of speech behind what is said ("Peru must pay, Chile said"); -1 where none is."""
    kinds = phrases.kinds
    for comma in range(at + 1, len(kinds)):
        if kinds[comma] in (STOP, WHO, JOIN):
            break
        if kinds[comma] != COMMA:
            continue
        verb = comma + 1
        while verb < len(kinds) and kinds[verb] in NOMINAL | {QUOTE, ADVERB}:
            verb += 1
        if verb < len(kinds) and kinds[verb] == FINITE and phrases.words[verb] in phrases.classes.reports:
            return verb
    return -1


def _of_verdict(at: int, phrases: Phrases) -> Sides:
    """Who says that what another did is bad: the subject of the verb of speech around it, or of a verb of judging."""
    nobody = Sides(source=None, target=None, how="", passive=False)
    place = at - 1
    while place >= 0 and phrases.kinds[place] in NOMINAL | {ADVERB, QUOTE, PREPOSITION}:
        place -= 1
    if place < 0:
        return nobody
    if phrases.words[place] in phrases.classes.judges and phrases.kinds[place] in VERBS:
        speaker, accused = phrases.subject(place), next(phrases.objects(place + 1), None)
        said_of = accused.mention if accused is not None else None
    elif phrases.kinds[place] == BE:
        verb = phrases.verb_before(place)
        while verb >= 0 and phrases.words[verb] not in phrases.classes.reports:
            verb = phrases.verb_before(verb)
        if verb < 0:
            return nobody
        speaker, subject = phrases.subject(verb), phrases.subject(place)
        said_of = subject.mention if subject is not None else None
    else:
        return nobody
    source = speaker.mention if speaker is not None and not speaker.by_place else None
    if source is None:
        return nobody
    if not _differs_both(said_of, source):
        said_of = next((found.mention for found in phrases.objects(at + 1) if found.preposition in ("by", "of")), None)
    target = said_of if _differs_both(said_of, source) else None
    return Sides(source=source, target=target, how="who says it", passive=False)


def _topic(scene: Scene) -> Mention | None:
    """Who the story has been about: the subject of the latest act, else of the latest sentence."""
    return scene.memory.topic or scene.memory.subject


def _end(act: Act, phrases: Phrases) -> int:
    """First token after the governing words of the act."""
    at = phrases.tokens.at(act.head_end)
    return at if phrases.tokens.starts[at] >= act.head_end else len(phrases.kinds)


def _source(act: Act, subject: Subject | None, phrases: Phrases, scene: Scene) -> tuple[Mention | None, str]:
    # Of a crowd that protests, supporters or critics, the state where it does so is what counts.
    if act.type != "PROTEST" and subject is not None and _headed(subject, phrases, phrases.classes.bystanders):
        return None, "a bystander"
    if subject is not None and subject.mention is not None and not subject.by_place:
        return subject.mention, "subject"
    if subject is not None and _headed(subject, phrases, phrases.classes.lifeless):
        return None, "nobody who acts"
    if subject is not None and subject.mention is not None:
        return subject.mention, "place of the subject"
    where = _place(act, phrases, scene)
    if subject is not None and act.type == "PROTEST" and where is not None:
        return where, "place"
    if subject is None:
        told = phrases.kinds[phrases.tokens.at(act.head)] != FINITE and _topic(scene) is not None
        return (_topic(scene), "subject of an earlier sentence") if told else (where, "place")
    if _several_unknown(subject, phrases) and not (act.frame == "mutual" and _met(act, scene) is not None):
        return None, "several unknown"
    if is_office(subject, phrases, scene):
        named = [m for m in scene.mentions if m.end <= act.head and m.case is FREE and m.use != "pronoun"]
        if named:
            return named[-1], "who is named before an office"
    if is_office(subject, phrases, scene) and _topic(scene) is not None:
        return _topic(scene), "office of an earlier sentence"
    if act.frame == "mutual" and not _is_named(subject, scene) and (met := _met(act, scene)) is not None:
        return met, "those who met"
    if (act.concept in _ARRIVES or act.type == "AID") and where is not None:
        # Who comes or helps is nobody known; the place is only where to.
        return None, "a stranger"
    if where is not None:
        return where, "place"
    if _is_named(subject, scene) and _is_somebody(subject, phrases):
        return None, "a stranger"
    before = [m for m in scene.mentions if m.end <= act.head]
    if not before and _topic(scene) is not None:
        return _topic(scene), "subject of an earlier sentence"
    if scene.mentions:
        alone = all(m.actors == scene.mentions[0].actors for m in scene.mentions)
        return (scene.mentions[0], "anybody named") if alone else (None, "somebody unknown")
    return _topic(scene), "subject of an earlier sentence"


def _met(act: Act, scene: Scene) -> Mention | None:
    """Those who met in this sentence or the one before: whom a subject of no state means (the duo, the ministers)."""
    memory = scene.memory
    if not memory.met or memory.since > 1:
        return None
    return Mention(start=act.head, end=act.head_end, actors=memory.met, use="pronoun")


def _is_named(subject: Subject, scene: Scene) -> bool:
    """Whether the subject is somebody named whom no state is known of ("Ana Diaz, a teacher from Lima")."""
    tokens, text = scene.phrases.tokens, scene.sentence.text
    capital = [text[tokens.starts[at]].isupper() for at in range(subject.first, subject.last + 1)]
    return capital[:2] == [True, True]


def _is_somebody(subject: Subject, phrases: Phrases) -> bool:
    """Whether an apposition without an office tells who somebody is (", a teacher from Lima,")."""
    return phrases.words[subject.last + 1 : subject.last + 3] in ([",", "a"], [",", "an"])


def _several_unknown(subject: Subject, phrases: Phrases) -> bool:
    """Whether the subject is several of no state told (over thirty countries, rebel soldiers, four leaders)."""
    words = phrases.words[subject.first : subject.last + 1]
    if words[-1:] and words[-1] in LEADERS and words[0] not in _DEFINITE:
        return True
    return any(word in phrases.classes.crowds for word in words)


def _headed(subject: Subject, phrases: Phrases, words: frozenset[str]) -> bool:
    """Whether the head of the subject is one of `words`: those who speak for no state, what acts for none."""
    span = range(subject.first, subject.last + 1)
    head = next((at for at in span if phrases.kinds[at] == PREPOSITION), subject.last + 1) - 1
    return any(phrases.words[at] in words for at in {head, subject.last} if at >= subject.first)


def is_office(subject: Subject, phrases: Phrases, scene: Scene) -> bool:
    """Whether the subject is an office or institution (the ministry, officials)."""
    first, last = phrases.tokens.starts[subject.first], phrases.tokens.ends[max(subject.first, subject.last)]
    return any(first <= hit.start < last and hit.cue.role in ("title", "head") for hit in scene.sentence.cues)


def _place(act: Act, phrases: Phrases, scene: Scene) -> Mention | None:
    """The place told with the act: "in Tbilisi", nearest first; where it takes two, the place is but the host's."""
    found: list[tuple[int, Mention]] = []
    for mention in scene.mentions:
        if act.frame == "mutual" or mention.use in ("organisation", "person", "pronoun"):
            continue
        at = phrases.tokens.at(mention.start)
        place, kind = phrases.governor(at)
        if kind == PREPOSITION and phrases.words[place] in (_GROUNDS if act.type == "PROTEST" else PLACES):
            found.append((abs(mention.start - act.head), mention))
    return min(found, key=lambda item: item[0])[1] if found else None


def _of_passive(act: Act, at: int, phrases: Phrases, scene: Scene) -> Sides:
    """The subject is acted on; "by" names who acts."""
    subject = phrases.subject(at)
    objects = list(phrases.objects(at + 1))
    doers = ("by", "between") if act.frame == "mutual" else ("by",)
    agent = next((found.mention for found in objects if found.preposition in doers), None)
    if agent is None and phrases.words[at] == "summoned":
        agent = next((found.mention for found in objects if found.preposition == "to"), None)
    if agent is None and act.concept == "summon+ambassador" and subject is not None:
        agent = _posted_to(subject, phrases)
    if agent is None and act.concept == "recall+ambassador" and subject is not None and subject.mention is not None:
        sender = subject.mention
        return Sides(source=sender, target=_posted_to(subject, phrases), how="whose envoy it is", passive=False)
    if agent is None and act.type == "SANCTION":
        # "Mali was suspended from the African Union": the body does so.
        out_of = (found.mention for found in objects if found.preposition == "from")
        agent = next((mention for mention in out_of if mention.use == "organisation"), None)
    if act.type == "REJECT" and (refused := _of_refusal(act, at, agent, phrases, scene)) is not None:
        return refused
    patient = subject.mention if subject is not None else None
    if agent is None and act.type == "RETREAT" and subject is not None and _held_by(subject, phrases):
        return Sides(source=patient, target=None, how="who held it", passive=False)
    office = subject is not None and is_office(subject, phrases, scene)
    if patient is None and office and agent is None and act.concept == "expel":
        return Sides(source=None, target=None, how="", passive=False)
    if patient is None and office:
        patient = _topic(scene)
    if patient is None:
        patient = first_of(objects, (*TOWARD, *PLACES))
    fired = act.concept.startswith(("launch+missile", "test-fire"))
    if fired and agent is None and (subject is None or subject.mention is None) and _topic(scene) is not None:
        return Sides(source=_topic(scene), target=None, how="subject of an earlier sentence", passive=False)
    if act.concept in _TALKED and agent is None:
        # What was discussed is no side; those who did so are, where they have just met.
        met = _met(act, scene) if act.concept == "negotiate" else None
        return Sides(source=met, target=None, how="those who met", passive=False)
    if act.frame == "domestic":
        return Sides(source=patient or _place(act, phrases, scene), target=None, how="subject", passive=False)
    if act.start < act.head and agent is None and patient is not None:
        aimed = first_of(objects, TOWARD)
        if aimed is not None and differs(aimed, patient):
            return Sides(source=patient, target=aimed, how="owner of the passive's subject", passive=True)
    if agent is None and patient is not None and _of_own_state(act):
        return Sides(source=patient, target=None, how="state of who suffers it", passive=False)
    return Sides(
        source=agent,
        target=patient if _differs_both(patient, agent) else None,
        how="agent of the passive",
        passive=True,
    )


def _posted_to(subject: Subject, phrases: Phrases) -> Mention | None:
    """Where the envoy is posted whom the subject names ("the Peruvian ambassador to Chile")."""
    own, preposition = subject.mention, ""
    for at in range(subject.first, subject.last + 1):
        preposition = phrases.words[at] if phrases.kinds[at] == PREPOSITION else preposition
        other = phrases.holder[at]
        if other is not None and preposition in ("to", "in") and differs(other, own):
            return other
    return None


def _held_by(subject: Subject, phrases: Phrases) -> bool:
    """Whether the subject names by whom it is held, who then lets it go ("captives held by Peru were freed")."""
    if subject.mention is None or not subject.by_place:
        return False
    at = phrases.tokens.at(subject.mention.start)
    place, kind = phrases.governor(at)
    return kind == PREPOSITION and phrases.words[place] == "by"


def _of_own_state(act: Act) -> bool:
    """Whether it is mostly one's own state that does so: troops are mobilised, persons arrested; ships are rammed."""
    return act.type == "MOBILIZE" or (act.type == "COERCE" and act.concept != "block")


def _differs_both(one: Mention | None, other: Mention | None) -> bool:
    return one is not None and (other is None or differs(one, other))


def _of_another(last: int, at: int, phrases: Phrases) -> bool:
    """Whether another noun opens between the act and what stands after "of" ("its removal, or the fate of Japan")."""
    return any(
        phrases.kinds[place] == AND and phrases.kinds[place + 1] == DETERMINER and phrases.holder[place + 1] is None
        for place in range(last, at - 1)
    )


def _of_content(noun: int, source: Mention | None, phrases: Phrases) -> Mention | None:
    """Whom a noun's content names first: who is to act ("the demand that Chile stop"), or suffer."""
    first, last = content_of(noun, phrases.tokens) or (0, 0)
    named = (phrases.holder[at] for at in range(first, last))
    return next((m for m in named if m is not None and differs(m, source)), None)


def _of_refusal(act: Act, at: int, agent: Mention | None, phrases: Phrases, scene: Scene) -> Sides | None:
    """Who turned down whose demand, where a noun of the sentence tells the demand: "Kenya's appeal was rejected"."""
    for asked in reversed([other for other in scene.acts if other.noun and other.head < act.head]):
        noun = phrases.tokens.before(asked.head_end)
        last = (content_of(noun, phrases.tokens) or (noun, noun + 1))[1]
        told = any(kind in VERBS or kind in _APART for kind in phrases.kinds[last : phrases.group(at)])
        if asked.type != "REQUEST" or told:
            continue
        sides = _of_noun(asked, noun, phrases, scene)
        return Sides(source=agent or sides.target, target=sides.source, how="who was asked", passive=True)
    return None


def _of_undergone(verb: int, own: Mention | None, objects: list[Object], phrases: Phrases) -> Sides | None:
    """Who does what another draws on himself, by a verb of suffering it: "the move drew criticism from Peru"."""
    if verb < 0 or phrases.words[verb] not in phrases.classes.undergoes or phrases.kinds[verb] not in VERBS:
        return None
    doer = own or first_of(objects, ("from", "by", "in"))
    subject = phrases.subject(verb)
    target = subject.mention if subject is not None and phrases.kinds[verb] != PARTICIPLE else None
    if not (_differs_both(target, doer) or _differs_both(doer, target)):
        return None
    return Sides(source=doer, target=target, how="who makes another undergo it", passive=True)


def _of_noun(act: Act, at: int, phrases: Phrases, scene: Scene) -> Sides:
    """A noun's owner acts, on what its own phrase names after it."""
    last = _end(act, phrases)
    objects = [found for found in phrases.objects(last) if found.depth == 0]
    own = phrases.owner(at)
    how = "owner of what is said" if act.takes == "swallow" else "owner of the noun"
    by = next((found.mention for found in objects if found.preposition in ("by", "between")), None)
    of = next((found.mention for found in objects if found.preposition == "of"), None)
    if of is not None and _of_another(last, phrases.tokens.at(of.start), phrases):
        of = None
    rest = [found for found in objects if found.preposition not in ("by", "between", "of", "")]
    place, kind = phrases.governor(at)
    both = [found.mention for found in objects if found.preposition == "between"]
    if both and (len(both) > 1 or len(both[0].actors) > 1):
        other = next((mention for mention in both if differs(mention, both[0])), None)
        return Sides(source=both[0], target=other, how=how, passive=False)
    if act.frame == "toward" and (met := _of_undergone(place, own, objects, phrases)) is not None:
        return met
    source = by or own
    target = first_of(rest, MUTUAL if act.frame == "mutual" else TOWARD)
    if of is not None:
        if act.type in _OBJECTS_OF:
            target = of if differs(of, source) else target
        elif source is None:
            source = of
        elif target is None and differs(of, source):
            target = of
    if source is None and kind in (FINITE, INFINITIVE, GERUND):
        source, how = _source(act, phrases.subject(place), phrases, scene)
        if how in ("place", "anybody named"):
            return Sides(source=None, target=None, how=how, passive=False)
    elif source is None and kind == PREPOSITION and target is not None:
        verb = phrases.verb_before(place, VERBS | {BE})
        subject = phrases.subject(verb) if verb >= 0 else phrases.subject_ahead(place)
        source, how = (subject.mention, "subject around the noun") if subject else (None, "")
        if source is None and verb < 0 and subject is not None and is_office(subject, phrases, scene):
            source, how = _topic(scene), "office of an earlier sentence"
    if act.type == "CONSULT" and kind == PREPOSITION and (source is None or target is None):
        found = _on_visit(act, place, source, target, phrases, scene)
        if found is not None:
            return Sides(source=found[0], target=found[1], how="subject around the noun", passive=False)
    if source is None and act.frame == "domestic":
        source, how = _place(act, phrases, scene), "place"
    if target is not None and source is not None and not differs(target, source):
        target = None
    if target is None and by is not None and own is not None and differs(own, by):
        target = own
    if target is None:
        target = next((found.mention for found in rest if source is None or differs(found.mention, source)), None)
    if target is None and act.takes == "swallow":
        target = _of_content(at, source, phrases)
    if source is not None and target is not None and set(target.actors) & set(source.actors):
        target = replace(target, actors=tuple(a for a in target.actors if a not in source.actors))
    return Sides(source=source, target=target, how=how, passive=False)
