"""Who to whom: the source and target of an act, from the cases of the mentions around it and the voice of its word.

The same rules serve every language; what differs (particle or coverb, verb last or in the middle) is in the cases and
in the order that `grammar.yaml` states.
"""

from dataclasses import dataclass, replace

from stateofplay.reading.act import Act
from stateofplay.reading.arguments import find_sides
from stateofplay.reading.around import Around, around_of
from stateofplay.reading.bystander import described, of_relative, opens_time, prepared_for, pressing
from stateofplay.reading.chain import left_behind
from stateofplay.reading.invitation import brokered, invited, protested_at, trip
from stateofplay.reading.lexicon import DEED
from stateofplay.reading.memory import Memory
from stateofplay.reading.mention import (
    ABOUT,
    AGENT,
    FREE,
    GENITIVE,
    INNER,
    MODIFIER,
    OBJECT,
    PARTNER,
    PLACE,
    SUBJECT,
    TARGET,
    TOWNS,
    Case,
    Mention,
    foremost,
    nearest,
)
from stateofplay.reading.predicate import has_tails
from stateofplay.reading.reach import is_forum
from stateofplay.reading.scene import Scene
from stateofplay.reading.sentence import Sentence
from stateofplay.reading.sides import sides_of
from stateofplay.reading.stranger import document_acts, stranger_acts
from stateofplay.reading.voice import faced, passive

_WITH_CONTENT = frozenset({"say", "put", "announce", "plan", "deny", "get"})
_OF_OTHERS = frozenset({"ACCUSE", "REQUEST", "THREATEN"})
_PERSONS = frozenset({"person", "pronoun", "title"})
_SOMEWHERE = frozenset({"MOBILIZE", "ASSAULT", "COERCE", "RETREAT", "SANCTION"})
_JUDGES = frozenset({"ACCUSE", "SUPPORT", "REJECT"})
_HOSTS = TOWNS | {"name", "short"}
_NEAR_HOST = 4
"""Characters between a visit and where it takes place (在智利進行訪問)."""
_BESIDE = 4
"""Characters between a word of blame and the person it is about."""
_NEVER_SUBJECT = frozenset({TARGET, PARTNER, OBJECT, PLACE, AGENT, ABOUT, INNER})
_OWNING = frozenset({MODIFIER, GENITIVE})
_ACTING = frozenset({FREE, SUBJECT, GENITIVE})


@dataclass(slots=True, kw_only=True)
class Roles:
    """Source and target of an act, the mentions they came from, and why."""

    source: tuple[str, ...]
    target: tuple[str, ...]
    mentions: tuple[Mention, ...]
    people: tuple[str, ...]
    why: str


def find_roles(act: Act, scene: Scene) -> Roles | None:
    """The roles of `act`; None where nobody can be named as its source."""
    sentence = scene.sentence
    if has_tails(sentence):
        sides = find_sides(act, scene)
        source, target, how, voice = sides.source, sides.target, sides.how, sides.passive
    elif sentence.tokens is not None:
        sides = sides_of(act, scene)
        source, target, how, voice = sides.source, sides.target, sides.how, sides.passive
    else:
        around = around_of(act, scene)
        voice = passive(act, sentence)
        source, how = _source(act, around, sentence, scene.memory, is_passive=voice)
        source = _first_of_pair(_rest_of_pair(source, how, around), how, act, around, scene)
        if _asks_itself(act, source, how, around):
            source, how = _other_side(around, scene), "the other side of the latest dealings"
            if source is None:
                return None
        target = _target(act, around, source, sentence, is_passive=voice)
        if target is None and how == "under whose pressure":
            target = around.following
        if act.type == "MOBILIZE" and source is not None:
            source = _with_partner(source, around)
        target = target or _struck(act, source, around, sentence)
        if target is not None and _no_side(act, target, sentence):
            target = None
        if act.concept == "must":
            source, target, how = *_of_must(act, around, sentence), "who says so"
        host, guest = _invited_or_brokered(act, scene)
        if host is not None:
            source, target, how, voice = host, guest, "named agent", False
        traveller, place = trip(act, scene)
        if place is not None:
            source, target, how = traveller or (None if source is place else source), place, "who went there"
    if target is not None and source is not None and of_own_past(act, source.actors, scene):
        target = None
    if len(act.goal) > 1 and act.frame == "mutual":
        source, target = Mention(start=act.head, end=act.head_end, actors=act.goal, use="group"), None
    elif act.goal:
        target = Mention(start=act.head, end=act.head_end, actors=act.goal, use="name", case=TARGET)
    if act.frame == "received" and not voice:
        source, target = target, source
        if source is None:
            return None
    if act.frame == "domestic" and voice and source is None:
        source = target
    aim, crowd = protested_at(act, scene) if act.type == "PROTEST" else (None, None)
    if aim is not None:
        source, target = _of_protest(source, aim, crowd)
    elif act.frame == "domestic" and not (act.type == "PROTEST" and _aimed_at(act, target, sentence)):
        target = None
    if source is None and (target is None or not voice) and not _nobody_named(act, scene):
        return None
    if _lacks(act, source, target, how, voice) or (
        act.needs == "partner" and not _accompanied(act, source, target, scene)
    ):
        return None
    roles = _roles(act, source, target, how, is_passive=voice)
    return _each_other(act, roles, sentence)


def _of_protest(source: Mention | None, aim: Mention, crowd: Mention | None) -> tuple[Mention | None, Mention | None]:
    """Who protests at whom; at nobody else where the government at which a crowd protests is that of the place."""
    if crowd is None and source is not None and source.actors == aim.actors:
        return source, None
    return (crowd if source is None or source.actors == aim.actors else source), aim


def _invited_or_brokered(act: Act, scene: Scene) -> tuple[Mention | None, Mention | None]:
    """At whose invitation, or under whose mediation, something happens, and who comes."""
    host, guest = invited(act, scene)
    return (host, guest) if host is not None else brokered(act, scene)


def _aimed_at(act: Act, target: Mention | None, sentence: Sentence) -> bool:
    """Whether what a crowd does is told as done against somebody; in spaced words also right behind the verb."""
    if target is None:
        return False
    beside = sentence.tokens is not None and not act.noun and 0 <= target.start - act.head_end <= 1
    return target.case is TARGET or beside


def of_own_past(act: Act, source: tuple[str, ...], scene: Scene) -> bool:
    """Whether somebody judges a leader of his own state, for what he did with others (批評前總統舉行韓日峰會)."""
    if act.type not in _JUDGES:
        return False
    shape = scene.sentence.lexicon.grammar.shapes["own_past"]
    if shape is not None:
        return shape.match(scene.sentence.folded[act.head_end :]) is not None
    if not scene.sentence.lexicon.grammar.settings.get("topic_chain"):
        return False
    near = next((m for m in scene.mentions if 0 <= m.start - act.head_end <= _BESIDE), None)
    return near is not None and near.person != "" and set(near.actors) <= set(source)


def _each_other(act: Act, roles: Roles, sentence: Sentence) -> Roles:
    """The roles where several do to one another what others do one way (互相驱逐): each is on both sides."""
    fought = act.frame == "mutual" and act.type == "ASSAULT"
    if fought and roles.source and roles.target:
        both = tuple(dict.fromkeys((*roles.source, *roles.target)))
        return replace(roles, source=both, target=both)
    shape = sentence.lexicon.grammar.shapes["reciprocal"]
    if roles.target or len(roles.source) < 2 or act.frame != "toward" or shape is None:
        return roles
    first, last = act.bounds
    apart = sentence.tokens is not None and act.type == "MOBILIZE"
    if apart or shape.search(sentence.folded[first:last]) is None:
        return roles
    return replace(roles, target=roles.source, why=f"{roles.why}; target: each other")


def _no_side(act: Act, target: Mention, sentence: Sentence) -> bool:
    """Whether who is named behind the verb is none to whom or with whom it is done."""
    if target.start < act.head_end:
        return False
    return _asks_others(act, sentence) or _talked_of(act, sentence) or _in_content(act, target, sentence)


def _in_content(act: Act, target: Mention, sentence: Sentence) -> bool:
    """Whether who is named right behind is whom what is asked or blamed is done to (呼籲對俄羅斯制裁)."""
    shape = sentence.lexicon.grammar.shapes["aim_of_content"]
    if shape is None or act.takes != "swallow" or act.frame != "toward" or target.case not in (TARGET, OBJECT):
        return False
    if act.noun or act.type not in (
        ("REQUEST", "ACCUSE") if target.case is TARGET else ("REQUEST", "ACCUSE", "REJECT")
    ):
        return False
    return shape.fullmatch(sentence.folded, act.head_end, target.start) is not None


def _talked_of(act: Act, sentence: Sentence) -> bool:
    """Whether who is named behind the verb is what is discussed, not with whom (討論烏克蘭)."""
    words = sentence.lexicon.grammar.settings.get("topic_object", ())
    return act.frame == "mutual" and sentence.folded[act.head : act.head_end] in words


def _asks_others(act: Act, sentence: Sentence) -> bool:
    """Whether somebody of no state is named right behind a word of demand (呼籲公民撤離伊朗)."""
    shape = sentence.lexicon.grammar.shapes["elsewhere"]
    return shape is not None and act.type in _OF_OTHERS and shape.match(sentence.folded[act.head_end :]) is not None


def _nobody_named(act: Act, scene: Scene) -> bool:
    """Whether a verb tells the act in a text that has named no state at all: it is told without its actors."""
    return scene.sentence.tokens is not None and not act.noun and not scene.mentions and not scene.memory.actors


def _rest_of_pair(source: Mention | None, how: str, around: Around) -> Mention | None:
    """Of several who acted before, those who are not named here as whom the act is done to (雙方…敦促歐方)."""
    if source is None or "earlier" not in how or len(source.actors) < 2:
        return source
    marked = tuple(m for m in around.before if m.case is TARGET)
    for mention in (*around.after[:1], *marked):
        if set(mention.actors) < set(source.actors):
            return replace(source, actors=tuple(actor for actor in source.actors if actor not in mention.actors))
    return source


def _first_of_pair(source: Mention | None, how: str, act: Act, around: Around, scene: Scene) -> Mention | None:
    """Of two who were named together, who alone acts on: who cut ties with the other, or now has another partner.

    諾魯與台灣斷交，改與中國建交; 法國與德國會談，並與波蘭簽署協議: not where both were the subject (法國和德國).
    """
    if source is None or how != "subject of an earlier clause" or source.use != "group" or len(source.actors) != 2:
        return source
    clause = scene.sentence.clause_at(source.start)
    cut = any(other.concept.startswith("sever") and other.clause == clause for other in scene.acts)
    marks = scene.sentence.lexicon.grammar.settings.get("never_lists_places", ())
    beside = any(mark in scene.sentence.folded[source.start : source.end] for mark in marks)
    other_partner = act.frame == "mutual" and beside and nearest(around.before, PARTNER) is not None
    return replace(source, actors=source.actors[:1]) if cut or other_partner else source


def _asks_itself(act: Act, source: Mention | None, how: str, around: Around) -> bool:
    """Whether who acted before cannot act here: he is named right behind the verb, as whom it is done to."""
    if source is None or "earlier" not in how or act.noun or act.type not in _OF_OTHERS or not around.after:
        return False
    first = around.after[0]
    return first.start == act.head_end and first.case in (FREE, OBJECT) and set(source.actors) == set(first.actors)


def _other_side(around: Around, scene: Scene) -> Mention | None:
    """Who dealt last with whom the verb is done to; nobody where the document has not told."""
    first = around.after[0]
    actors = scene.memory.counterpart(first.actors)
    return replace(first, actors=actors, use="pronoun", person="", role="") if actors else None


def _of_must(act: Act, around: Around, sentence: Sentence) -> tuple[Mention | None, Mention | None]:
    """Who says in the clause right before that another must do something, and who must; both or neither.

    中國外交部：美國必須停止…; 他說，…必須…
    """
    first, _ = act.bounds
    said = sentence.folded[first - 1 : first] in ("：", ":") or any(
        first - 2 <= hit.end <= first for hit in sentence.cues_of("speech")
    )
    source = left_behind(around.earlier, sentence) if said else None
    target = _nearest_free(around.before)
    if source is None or target is None or set(target.actors) & set(source.actors) or target.use == "pronoun":
        return None, None
    return source, target


def _struck(act: Act, source: Mention | None, around: Around, sentence: Sentence) -> Mention | None:
    """Who was struck by a disaster that the clause before tells of: it is he who is helped (緬甸地震後，印度派出…)."""
    if act.type != "AID":
        return None
    shape = sentence.lexicon.grammar.shapes["disaster"]
    named = (m for m in reversed(around.earlier) if _other(m, source))
    return next((m for m in named if shape is not None and shape.match(sentence.folded, m.end)), None)


def _with_partner(source: Mention, around: Around) -> Mention:
    """Who mobilises with a partner does it together with it."""
    partner = nearest(around.before, PARTNER)
    if partner is None or set(partner.actors) <= set(source.actors):
        return source
    return replace(source, actors=tuple(dict.fromkeys((*source.actors, *partner.actors))))


def _accompanied(act: Act, source: Mention | None, target: Mention | None, scene: Scene) -> bool:
    """Whether an act that needs two is told of two: a group, a partner, or after talks in the same sentence."""
    if target is not None and (target.case is PARTNER or scene.sentence.tokens is not None):
        return True
    if source is not None and (
        len(source.actors) > 1 or (act.concept == "hold+channel" and source.use == "organisation")
    ):
        return True
    return target is None and any(other.type in ("CONSULT", "AGREE") and other.head < act.head for other in scene.acts)


def _lacks(act: Act, source: Mention | None, target: Mention | None, how: str, voice: bool) -> bool:
    """Whether the act lacks what its concept needs: without it the word is talk of policy, not an event."""
    if act.needs in ("target", "pivot"):
        return target is None and not (act.frame == "mutual" and source is not None and len(source.actors) > 1)
    return act.needs == "own" and not voice and "earlier" in how and target is None


def _stand_before(mention: Mention, act: Act) -> bool:
    """Whether several are named right before the noun that tells what they do together (奈良的日韓峰會)."""
    return mention.use == "group" and len(mention.actors) > 1 and mention.end == act.start


def _stands_right_before(act: Act, around: Around, sentence: Sentence) -> bool:
    """Whether who is named right before a verb without an object is he who did it.

    A person takes or leaves office (祝賀高市早苗出任首相), a state tests a missile (應對北韓射彈).
    """
    if act.noun or not around.before or not sentence.lexicon.grammar.settings.get("topic_chain"):
        return False
    last = around.before[-1]
    fits = last.person != "" if act.type == "TRANSITION" else act.concept == "test-fire"
    return fits and last.end == act.head and last.case in (FREE, OBJECT)


def _source(
    act: Act, around: Around, sentence: Sentence, memory: Memory, *, is_passive: bool
) -> tuple[Mention | None, str]:
    if is_passive and around.before and faced(act, sentence):
        return around.before[-1], "agent of the passive"
    if is_passive:
        agent = nearest(around.before, AGENT) or foremost(around.after, AGENT) or _host_of_envoy(act, around, sentence)
        if agent is None and sentence.lexicon.grammar.order == "sov":
            agent = nearest(around.before, TARGET)
        return agent, "agent of the passive"
    if around.described is not None:
        return around.described, "head of the relative clause"
    agent = nearest(around.before, AGENT)
    if agent is not None and not of_relative(agent, act, sentence):
        return agent, "named agent"
    if act.frame == "domestic" and _stands_right_before(act, around, sentence):
        return around.before[-1], "subject"
    if (opens := opens_time(act, around.before, sentence)) is not None:
        return opens, "subject"
    if act.frame == "mutual" and (group := prepared_for(around.before, sentence)) is not None:
        return group, "sides of the noun"
    if act.frame == "mutual" and around.before and _sides_of(act, around.before[-1]):
        return around.before[-1], "sides of the noun"
    if act.noun and act.frame == "mutual" and around.before and _stand_before(around.before[-1], act):
        return around.before[-1], "sides of the noun"
    if act.noun:
        owner = nearest(around.before, GENITIVE) or nearest(around.before, MODIFIER)
        if owner is not None and act.frame != "received":
            return owner, "owner of the noun"
    subject = _subject(act, around, sentence)
    if subject is not None:
        return subject, "subject"
    if act.frame == "mutual" and (sides := next((m for m in around.inside if len(m.actors) > 1), None)) is not None:
        return sides, "sides of the noun"
    if _modified(act, around, sentence) and _has_object(act, sentence):
        return around.after[0], "head of the relative clause"
    if (presses := pressing(act, around.before, sentence)) is not None:
        return presses, "under whose pressure"
    if (head := described(act, around.after, sentence)) is not None:
        return head, "head of the relative clause"
    if not act.noun and stranger_acts(act, sentence):
        return None, "nobody named"
    if document_acts(sentence):
        return memory.subject, "subject of an earlier sentence"
    ahead = _named_next(act, sentence, around)
    if ahead is not None:
        return ahead, "subject of the clause that it opens"
    inherited = left_behind(around.earlier, sentence)
    if act.frame == "domestic" and not (act.type == "MOBILIZE" and inherited is not None):
        where = nearest(around.before, PLACE)
        if where is not None:
            return where, "place of a domestic act"
    if inherited is not None:
        return inherited, "subject of an earlier clause"
    owner = nearest(around.before, GENITIVE) or nearest(around.before, MODIFIER)
    if owner is not None:
        return owner, "nearest owner"
    return memory.subject, "subject of an earlier sentence"


def _host_of_envoy(act: Act, around: Around, sentence: Sentence) -> Mention | None:
    """The state where an envoy is posted who is expelled or summoned: it does so (南非駐美大使遭驅逐)."""
    posts = tuple(sentence.lexicon.grammar.settings.get("posts", ()))
    if not posts or not act.concept.endswith("+ambassador") or not around.before:
        return None
    named = (hit for hit in sentence.names if act.bounds[0] < hit.start < act.head)
    host = next((hit for hit in named if sentence.folded.endswith(posts, act.bounds[0], hit.start)), None)
    if host is None:
        return None
    actors = next((name.actors for name in host.names if name.actors), ())
    return Mention(start=host.start, end=host.end, actors=actors, use="name") if actors else None


def _named_next(act: Act, sentence: Sentence, around: Around) -> Mention | None:
    """Who is named in the next clause, where the act's own only tells when (5月访华期间，法国总统呼吁…)."""
    shape = sentence.lexicon.grammar.shapes["time_clause"]
    _, last = act.bounds
    if shape is None or around.following is None or around.earlier or any(m.case in _ACTING for m in around.before):
        return None
    if shape.fullmatch(sentence.folded, act.head_end, last) is None:
        return None
    return around.following


def _sides_of(act: Act, mention: Mention) -> bool:
    """Whether several actors are named right before a mutual noun (在美韓貿易談判中): they are its two sides."""
    return len(mention.actors) > 1 and mention.case is PLACE and act.head - mention.end <= 4


def _subject(act: Act, around: Around, sentence: Sentence) -> Mention | None:
    """The subject of the clause; of an act with a complement before it, the first: the nearest is the complement's."""
    if sentence.lexicon.grammar.order == "sov" and act.takes == "swallow":
        first = foremost(around.before, SUBJECT)
        if first is not None:
            return first
    before = around.before
    if sentence.lexicon.grammar.settings.get("topic_chain"):
        if before and before[-1].end == act.head and before[-1].case is PLACE and before[-1].use in _PERSONS:
            return before[-1]
        before = tuple(m for m in before if not _is_object(m, sentence))
    return nearest(before, SUBJECT) or _nearest_free(before)


def _is_object(mention: Mention, sentence: Sentence) -> bool:
    """Whether an act's verb stands right before the mention: it is what that act is done to, not who acts next."""
    return any(
        hit.end <= mention.start <= hit.end + 1
        and hit.traits & DEED
        and sentence.folded[hit.end : mention.start] in ("", "了", "过", "着")
        and not any(word.concept.name in _WITH_CONTENT or word.concept.type in _OF_OTHERS for word in hit.words)
        for hit in sentence.words
    )


def _modified(act: Act, around: Around, sentence: Sentence) -> bool:
    """Whether the act is a relative clause before the mention that follows it (sov)."""
    if sentence.lexicon.grammar.order != "sov" or act.noun or not around.after:
        return False
    return around.after[0].start - act.head_end <= 6


def _has_object(act: Act, sentence: Sentence) -> bool:
    """Whether the act's object is told before it, so that what follows can only be its subject."""
    if act.start < act.head:
        return True
    before = sentence.folded[: act.head].rstrip()
    return before.endswith(tuple(sentence.lexicon.grammar.settings.get("object_marks", ())))


def _nearest_free(mentions: tuple[Mention, ...]) -> Mention | None:
    for mention in reversed(mentions):
        if mention.case not in _NEVER_SUBJECT and mention.case not in _OWNING:
            return mention
    return None


def _target(
    act: Act, around: Around, source: Mention | None, sentence: Sentence, *, is_passive: bool
) -> Mention | None:
    if is_passive:
        others = tuple(m for m in around.before if m is not source)
        subject = nearest(others, SUBJECT) or _nearest_free(others)
        if subject is None and act.type in _JUDGES and not sentence.lexicon.grammar.spaced:
            subject = nearest(others, GENITIVE)
        found = subject or (None if _suffers_unnamed(act, sentence) else left_behind(around.earlier, sentence))
        return found if found is not source else None
    beside = tuple(m for m in around.before if m is not source and _other(m, source) and not is_forum(m, act))
    after = around.after + around.inside
    after = tuple(m for m in after if m is not source and _other(m, source) and not is_forum(m, act))
    order: tuple[Case, ...] = (PARTNER, TARGET) if act.frame == "mutual" else (TARGET, PARTNER)
    if act.type == "MOBILIZE":
        order = (TARGET,)
    coverbs = sentence.lexicon.grammar.order == "svo" and not sentence.lexicon.grammar.spaced
    if coverbs and act.noun and act.frame == "mutual" and not act.takes:
        after = ()
    if coverbs and around.described is not None and (inner := nearest(beside, INNER)) is not None:
        return inner
    if coverbs and act.concept.startswith("hold+") and source is not None and act.frame == "mutual":
        held = next((m for m in around.inside if len(m.actors) > 1 and not set(m.actors) & set(source.actors)), None)
        if held is not None:
            return held
    if coverbs and after and after[0].case is FREE and after[0].start - act.head_end <= 1:
        return after[0]
    if act.frame == "received" and act.type == "AID":
        order = (AGENT, PLACE, *order)
    for case in order:
        found = nearest(beside, case) or foremost(after, case)
        if found is not None:
            return found
    if _modified(act, around, sentence) and not _has_object(act, sentence):
        return around.after[0] if _other(around.after[0], source) else None
    if act.frame == "mutual" and source is not None and len(source.actors) > 1:
        return None
    if sentence.lexicon.grammar.order == "svo":
        wanted = (FREE, OBJECT, GENITIVE, MODIFIER, *((PLACE,) if not coverbs or act.type != "AGREE" else ()))
        found = next((m for m in after if m.case in wanted), None)
        owned = (
            GENITIVE,
            MODIFIER,
            OBJECT,
            *((PLACE,) if act.type in _SOMEWHERE or act.concept.startswith("withdraw") else ()),
        )
        if found is None and coverbs and act.concept == "visit" and nearest(beside, PLACE) is not None:
            host = next((m for m in beside if m.case is PLACE and 0 <= act.head - m.end <= _NEAR_HOST), None)
            return host if host is not None and host.use in _HOSTS else None
        hosts = _hosts(beside, act, sentence)
        return found or next((m for m in reversed(beside) if m.case in owned and m not in hosts), None)
    for case in (OBJECT, GENITIVE, MODIFIER, FREE, PLACE):
        found = nearest(beside, case)
        if found is not None:
            return found
    return None


def _suffers_unnamed(act: Act, sentence: Sentence) -> bool:
    """Whether the clause names before its passive somebody of no state known who suffers it (數棟民宅遭摧毀)."""
    shape = sentence.lexicon.grammar.shapes["suffers"]
    first, _ = act.bounds
    return shape is not None and shape.match(sentence.folded, first, act.head) is not None


def _hosts(mentions: tuple[Mention, ...], act: Act, sentence: Sentence) -> tuple[Mention, ...]:
    """States in which forces are stationed: they host them (在韓國部署), unless it is only near them (在日本周邊)."""
    near = sentence.lexicon.grammar.settings.get("near")
    if near is None or act.type != "MOBILIZE" or not act.concept.startswith("deploy"):
        return ()
    return tuple(m for m in mentions if m.case is PLACE and not sentence.folded.startswith(tuple(near), m.end))


def _other(mention: Mention, source: Mention | None) -> bool:
    return source is None or not set(mention.actors) <= set(source.actors)


def _roles(act: Act, source: Mention | None, target: Mention | None, how: str, *, is_passive: bool) -> Roles:
    """Actors of both sides; a group that acts mutually with nobody else named is split into first and others.

    So is one whose ties are cut (宏都拉斯與台灣斷交).
    """
    sources = source.actors if source else ()
    targets = tuple(a for a in target.actors if a not in sources) if target else ()
    parts = act.concept.startswith("sever") and source is not None and source.use == "group"
    if (act.frame == "mutual" or parts) and not targets and len(sources) > 1:
        sources, targets = sources[:1], sources[1:]
    elif act.frame == "mutual" and not sources and len(targets) > 1:
        sources, targets = targets[:1], targets[1:]
    used = tuple(m for m in (source, target) if m is not None)
    people = tuple(dict.fromkeys(m.person for m in used if m.person))
    voice = ", passive" if is_passive else ""
    return Roles(source=sources, target=targets, mentions=used, people=people, why=f"source: {how}{voice}")
