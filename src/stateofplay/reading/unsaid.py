"""Unsaid: sides of an act that its clause does not name, filled in only where the story around makes them plain."""

from dataclasses import replace

from stateofplay.reading.act import Act
from stateofplay.reading.chain import topics
from stateofplay.reading.mention import ABOUT, PLACE, Mention
from stateofplay.reading.reach import is_forum, together
from stateofplay.reading.role import Roles, of_own_past
from stateofplay.reading.scene import Scene
from stateofplay.reading.sentence import Sentence
from stateofplay.reading.stranger import aims_at_stranger
from stateofplay.reading.word_class import COMMA, STOP, WHO

_TO_ANOTHER = frozenset({"ACCUSE", "REQUEST", "THREATEN", "SUPPORT", "REJECT", "CONSULT", "AGREE", "CONCEDE", "COERCE"})
_OF_DEALS = ("praise+", "welcome", "endorse+")
_SPOKEN = frozenset({"ACCUSE", "REQUEST", "THREATEN", "SUPPORT", "REJECT"})
_JUDGED = frozenset({"ACCUSE", "SUPPORT"})
_ON_THE_MOVE = frozenset({"attend", "visit", "receive"})
_HOSTILE = frozenset({"SANCTION", "ACCUSE", "THREATEN", "COERCE", "ASSAULT"})
_NEAR = 4
"""Characters between a word that marks whom an act is aimed at and the noun that it marks."""
_UNSURE = ("source: place of the subject", "source: who is named before an office")
_BLAMES = frozenset({"ACCUSE", "REJECT"})
_DEEDS = frozenset({"MOBILIZE", "ASSAULT", "COERCE", "SANCTION"})
_DONE = frozenset({"ASSAULT", "COERCE", "AID", "RETREAT"})
_OWN_ACCOUNT = frozenset({"MOBILIZE", "PROTEST", "TRANSITION"})


def completed(act: Act, roles: Roles, scene: Scene) -> Roles:
    """The roles with an unnamed target filled by the other side of the latest dealings, where the act has a target."""
    if roles.target and not roles.source and (source := _suffered_from(act, roles, scene)):
        return replace(roles, source=source, why=f"{roles.why}; source: the other side of the latest dealings")
    if roles.target or act.frame == "domestic" or act.type in _OWN_ACCOUNT or not roles.source:
        return roles
    if act.concept == "accuse-each-other" and len(roles.source) > 1:
        return replace(roles, target=roles.source, why=f"{roles.why}; target: each other")
    if (act.noun or act.concept == "mediate") and (told := _told_before(act, roles, scene)):
        return replace(roles, target=told, why=f"{roles.why}; target: as told before")
    if "nobody named" in roles.why or aims_at_stranger(act, scene) or _bare_noun(act, scene):
        return roles
    if (
        _on_itself(act, roles, scene)
        or _aims_elsewhere(act, scene)
        or _speaks_to_nobody(act, scene)
        or of_own_past(act, roles.source, scene)
        or _own_summit(act, roles, scene)
    ):
        return roles
    if host := garrisoned(act, roles, scene):
        return replace(roles, target=host, why=f"{roles.why}; target: where the troops stand")
    told = _spoken_of(act, roles, scene)
    if told:
        return replace(roles, target=told, why=f"{roles.why}; target: whom the sentence speaks of before")
    if act.concept.startswith(_OF_DEALS) and (deal := _of_deal(roles, scene)):
        return replace(roles, target=deal, why=f"{roles.why}; target: who made the deal")
    if len(roles.source) > 1 and any(m.use == "pronoun" and m.actors == roles.source for m in roles.mentions):
        jointly = scene.sentence.tokens is not None and act.concept == "criticise"
        return replace(roles, target=roles.source) if act.type in _HOSTILE and not jointly else roles
    if len(roles.source) > 1 and act.frame in ("mutual", "joint") and scene.sentence.tokens is not None:
        return roles
    if len(roles.source) > 1 and act.type == "AGREE" and scene.sentence.lexicon.grammar.order == "sov":
        return roles
    if act.concept == "verdict" and (doer := _last_doer(roles, scene)):
        return replace(roles, target=doer, why=f"{roles.why}; target: who acted last")
    if alone := _only_other(act, roles, scene):
        return replace(roles, target=alone, why=f"{roles.why}; target: the only other one named before")
    if doer := _doer_of_deed(act, roles, scene):
        return replace(roles, target=doer, why=f"{roles.why}; target: who did that deed")
    if aim := _aimed_before(act, roles, scene):
        return replace(roles, target=aim, why=f"{roles.why}; target: at whom that was aimed before")
    target = _dealt_with(act, roles, scene)
    if target and act.type == "ASSAULT" and scene.sentence.lexicon.grammar.order == "sov":
        target = _told_before(act, roles, scene)
    if not target or not _answers(act, roles, scene.sentence) or _another_matter(act, target, roles, scene):
        return roles
    return replace(roles, target=target, why=f"{roles.why}; target: the other side of the latest dealings")


def _told_before(act: Act, roles: Roles, scene: Scene) -> tuple[str, ...]:
    """Whom a deed told as a noun without its target was done to: the same one's last such deed, or talks, named him.

    Only in a language that leaves deeds told of one side alone untold.
    """
    if "two_sided" not in scene.sentence.lexicon.grammar.settings or scene.sentence.tokens is not None:
        return ()
    if act.concept == "mediate":
        memory = scene.memory
        if not act.noun and (here := _several_before(act, roles, scene)):
            return here
        between = memory.usual_pair() if max(memory.groups.values(), default=0) > 1 or not memory.met else memory.met
        return between if not set(between) & set(roles.source) else ()
    told = (target for source, target in reversed(scene.memory.aims.get(act.type, ())) if source == roles.source)
    return next(told, ())


def _several_before(act: Act, roles: Roles, scene: Scene) -> tuple[str, ...]:
    """Several whom the sentence names together before the act, none of whom does it; the nearest first."""
    told = (m.actors for m in reversed(scene.mentions) if m.end <= act.head and len(m.actors) > 1)
    return next((actors for actors in told if not set(actors) & set(roles.source)), ())


def _own_summit(act: Act, roles: Roles, scene: Scene) -> bool:
    """Whether talks are held by an organisation, or, verb last, with nobody named: they are its own (会議を開いた)."""
    held = act.concept.startswith("hold+") and act.frame == "mutual"
    return held and (
        scene.sentence.lexicon.grammar.order == "sov" or any(m.use == "organisation" for m in roles.mentions)
    )


def _on_itself(act: Act, roles: Roles, scene: Scene) -> bool:
    """Whether spaced words name right behind a verb a body of the doer's own ("instructed the Peruvian navy")."""
    if scene.sentence.tokens is None or act.noun or act.type != "REQUEST":
        return False
    beside = (m for m in scene.mentions if 0 < m.start - act.head_end <= _NEAR + 1 and m.use != "pronoun")
    return any(set(m.actors) <= set(roles.source) for m in beside)


def _another_matter(act: Act, target: tuple[str, ...], roles: Roles, scene: Scene) -> bool:
    """Whether spaced words tell, as a noun, an attack that may be on anybody, or a visit to whom nobody has met.

    Nor does blame go to whom the same one has just helped.

    Who acts only by the place of the subject is too unsure to have dealings of his own.
    """
    if scene.sentence.tokens is None:
        return False
    if act.type in _HOSTILE and frozenset((*roles.source, *target)) in scene.memory.friends:
        return True
    if not act.noun:
        return roles.why.startswith(_UNSURE)
    return act.type == "ASSAULT" or (act.type == "CONSULT" and not set(target) <= set(scene.memory.met))


def _aimed_before(act: Act, roles: Roles, scene: Scene) -> tuple[str, ...]:
    """At whom the same one has aimed such a deed before, in a language of topic chains; a penalty also aims back."""
    kind = {"ASSAULT": "ASSAULT", "SANCTION": "SANCTION", "CONCEDE": "SANCTION"}.get(act.type, "")
    if not kind or act.noun or not scene.sentence.lexicon.grammar.settings.get("topic_chain"):
        return ()
    for source, target in reversed(scene.memory.aims.get(kind, ())):
        if set(source) == set(roles.source):
            return target
        if act.type == "SANCTION" and set(target) == set(roles.source):
            return source
    return ()


def _doer_of_deed(act: Act, roles: Roles, scene: Scene) -> tuple[str, ...]:
    """Who did the deed that is blamed and named without its doer, by what the story has told (condemned the launch)."""
    if act.type not in _BLAMES or act.noun:
        return ()
    first, last = act.bounds
    for hit in scene.sentence.words:
        if not first <= hit.start < last or hit.start == act.head:
            continue
        for word in hit.words:
            doer = scene.memory.doers.get(word.concept.type, ()) if word.concept.type in _DEEDS else ()
            if len(doer) == 1 and not set(doer) & set(roles.source):
                return doer
    return ()


def garrisoned(act: Act, roles: Roles, scene: Scene) -> tuple[str, ...]:
    """The host of troops that are cut or withdrawn, by their name (駐韓美軍, 주한미군)."""
    shape = scene.sentence.lexicon.grammar.shapes["garrison"]
    if shape is None or act.type != "RETREAT":
        return ()
    first, last = act.bounds
    found = shape.search(scene.sentence.folded[first:last])
    if found is None:
        return ()
    names = scene.sentence.lexicon.names.scan(found["host"], bounded=False)
    hosts = (name.actors for _, _, meant in names for name in meant if len(name.actors) == 1)
    return next((host for host in hosts if not set(host) & set(roles.source)), ())


def _of_deal(roles: Roles, scene: Scene) -> tuple[str, ...]:
    """Whose deal is praised that the clause only calls the deal: those who met last, or who praise it themselves."""
    met = scene.memory.met
    if len(roles.source) > 1 and set(roles.source) == set(met):
        return roles.source[::-1]
    return tuple(actor for actor in met if actor not in roles.source)


def _suffered_from(act: Act, roles: Roles, scene: Scene) -> tuple[str, ...]:
    """The other side of the latest dealings of somebody whom the sentence itself names as bearing an act.

    Not in spaced words where it is praise or blame: who "has been criticised" may be so by anybody.
    """
    spaced = scene.sentence.tokens is not None
    if act.type in _JUDGED if spaced else act.type == "ACCUSE" and scene.sentence.lexicon.grammar.order == "svo":
        return ()
    named = any(set(m.actors) & set(roles.target) for m in roles.mentions if m in scene.mentions)
    return scene.memory.counterpart(roles.target) if named else ()


def _last_doer(roles: Roles, scene: Scene) -> tuple[str, ...]:
    """Who last did something that somebody else may judge."""
    doers = (source for source, _ in reversed(scene.memory.dealings) if not set(source) & set(roles.source))
    return next(doers, ())


def _speaks_to_nobody(act: Act, scene: Scene) -> bool:
    """Whether the clause says that the act is done to somebody of no state known (allies, protesters, 국제사회)."""
    sentence = scene.sentence
    shape = sentence.lexicon.grammar.shapes["unnamed"]
    if shape is None:
        return False
    unheard = sentence.lexicon.grammar.shapes["unheard"]
    if unheard is not None and unheard.search(sentence.folded, act.head, act.head_end):
        return True
    first, last = act.bounds
    verb_last = sentence.lexicon.grammar.order == "sov"
    marks = [hit.end for hit in sentence.cues_of("case") if hit.cue.value in ("target", "object")]
    return any(
        verb_last or found.start() >= act.head_end or any(0 <= found.start() - at <= _NEAR for at in marks)
        for found in shape.finditer(sentence.folded, first, last)
    )


def _answers(act: Act, roles: Roles, sentence: Sentence) -> bool:
    """Whether the act may be part of the dealings told before: words to the other side, said by somebody named here.

    Who is called a side (中方) acts on the other. Only languages that chain their topics ask for it.
    """
    if not sentence.lexicon.grammar.settings.get("topic_chain"):
        return True
    if "passive" in roles.why:
        return False
    if any(m.use == "side" for m in roles.mentions):
        return True
    return act.type in _TO_ANOTHER and "earlier sentence" not in roles.why and act.concept not in _ON_THE_MOVE


def _aims_elsewhere(act: Act, scene: Scene) -> bool:
    """Whether the clause aims the act at somebody who is no actor (呼籲國際社會, 對遇難者表示哀悼)."""
    sentence = scene.sentence
    settings = sentence.lexicon.grammar.settings
    if "elsewhere" not in settings:
        return False
    if sentence.lexicon.grammar.shapes["elsewhere"].match(sentence.folded, act.head_end, act.head_end + 24):
        return True
    first, _ = act.bounds
    if act.frame == "mutual" and not act.noun and _beside_stranger(first, act, scene):
        return True
    marks = [hit for hit in sentence.cues_of("case") if hit.cue.value == "target" and first <= hit.start < act.head]
    if not marks or sentence.folded[marks[-1].start : marks[-1].end] not in settings["aims"]:
        return False
    spoken = sentence.folded.startswith(tuple(settings["aims_back"]), marks[-1].end)
    return not spoken and not any(marks[-1].end <= m.start < act.head for m in scene.mentions)


def _beside_stranger(first: int, act: Act, scene: Scene) -> bool:
    """Whether the clause tells with whom it is done, and that is nobody known (與達賴喇嘛見面)."""
    cues = scene.sentence.cues_of("case")
    marks = [hit for hit in cues if hit.cue.value == "partner" and first < hit.start and hit.end < act.head - 1]
    return bool(marks) and not any(
        marks[-1].start <= m.start < act.head or m.end == marks[-1].end for m in scene.mentions
    )


def _bare_noun(act: Act, scene: Scene) -> bool:
    """Whether the act is told as a noun in a language that tells a noun's target beside it."""
    return act.noun and "unknown_target" in scene.sentence.lexicon.grammar.settings


def _only_other(act: Act, roles: Roles, scene: Scene) -> tuple[str, ...]:
    """Whom an act of speech can only be aimed at where its verb comes last: the one other actor named before it."""
    if scene.sentence.lexicon.grammar.order != "sov" or act.type not in _SPOKEN or act.noun:
        return ()
    told = [m for m in scene.mentions if m.end <= act.start and not is_forum(m, act)]
    told = [m for m in told if not together(m, scene.sentence)]
    before = {m.actors for m in told if not set(m.actors) & set(roles.source)}
    return next(iter(before)) if len(before) == 1 else ()


def _dealt_with(act: Act, roles: Roles, scene: Scene) -> tuple[str, ...]:
    """The other side of the latest dealings, while it is still spoken of: how near is a setting of the language."""
    target = scene.memory.counterpart(roles.source)
    reach = scene.sentence.lexicon.grammar.settings.get("dealt_reach", {}).get(act.frame, "before")
    told = (mention for mention in scene.mentions if not _in_relative(mention, scene.sentence))
    here = {scene.memory.home, *(actor for mention in told for actor in mention.actors)}
    answers = act.type in _TO_ANOTHER and any(m.use == "side" for m in roles.mentions)
    if reach == "before" or (answers and target and scene.memory.dealings[-1] == (target, roles.source)):
        here |= set(scene.memory.actors)
    return target if reach != "none" and here & set(target) else ()


def _in_relative(mention: Mention, sentence: Sentence) -> bool:
    """Whether a mention stands in a relative clause, where spaced words mark one: it is told of somebody else."""
    tokens = sentence.tokens
    if tokens is None:
        return False
    for at in range(tokens.at(mention.start) - 1, -1, -1):
        if tokens.kinds[at] in (WHO, STOP, COMMA):
            return tokens.kinds[at] == WHO
    return False


def _spoken_of(act: Act, roles: Roles, scene: Scene) -> tuple[str, ...]:
    """The other actor whom an earlier clause of the sentence is about, the nearest first."""
    if not scene.sentence.lexicon.grammar.settings.get("topic_chain"):
        return ()
    first, _ = act.bounds
    earlier = tuple(m for m in scene.mentions if m.end <= first and not _reports(m, act, scene.sentence))
    about = [m for m in earlier if m.case is ABOUT] if act.type in _BLAMES else []
    for mention in reversed([*earlier, *topics(earlier, scene.sentence), *about]):
        if not set(mention.actors) & set(roles.source) and mention.case is not PLACE:
            return mention.actors
    return ()


def _reports(mention: Mention, act: Act, sentence: Sentence) -> bool:
    """Whether a body only reports the deed (聯合國表示，…造成57人死亡): nobody did it to the body."""
    if mention.use != "organisation" or act.type not in _DONE:
        return False
    _, last = sentence.clauses[sentence.clause_at(mention.start)]
    return any(mention.end <= hit.start < last for hit in sentence.cues_of("speech"))
