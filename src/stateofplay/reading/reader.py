"""The built-in reader: documents to statements, deterministic, offline, each statement with the words that made it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from itertools import groupby

from stateofplay.documents.document import Document, Passage, PassageKind
from stateofplay.knowledge.lasting import lasting
from stateofplay.knowledge.names import names
from stateofplay.knowledge.region import Region, merged
from stateofplay.reading.act import Act
from stateofplay.reading.causes import find_causes
from stateofplay.reading.commitments import find_commitments, find_terms
from stateofplay.reading.confidence import confidence, floor
from stateofplay.reading.extent import extent
from stateofplay.reading.forecasts import find_forecasts
from stateofplay.reading.happened import find_day, in_time
from stateofplay.reading.headline import informed
from stateofplay.reading.home import home_of
from stateofplay.reading.lexicon import Lexicon, open_lexicon
from stateofplay.reading.memory import Memory, sides_of
from stateofplay.reading.mention import FREE, GENITIVE, SUBJECT, Mention
from stateofplay.reading.positions import find_positions
from stateofplay.reading.reach import reacted_to
from stateofplay.reading.reasons import reasons_of
from stateofplay.reading.reference import reference_day
from stateofplay.reading.retelling import echoes, joined, recalled
from stateofplay.reading.role import Roles, find_roles
from stateofplay.reading.scene import Scene, open_scene
from stateofplay.reading.sentence import Sentence, laid_open
from stateofplay.reading.speaker import speaker_of
from stateofplay.reading.statement import OCCURRED, ONGOING, PLANNED, EventClaim, Statement
from stateofplay.reading.status import find_status, refused
from stateofplay.reading.storyline import carry_on, open_story
from stateofplay.reading.stranger import document_acts, stranger_leads
from stateofplay.reading.told import Told
from stateofplay.reading.topics import one_sided, only_named
from stateofplay.reading.unsaid import completed

_PRONOUN = 3
_LEAD = 3
"""Sentences of body text that tell the news before they tell of its background."""
_MEETING = frozenset({"CONSULT", "AGREE", "COOPERATE"})
_TRUCE = frozenset({"ceasefire", "cease-fire"})
_READ = frozenset({PassageKind.BODY, PassageKind.HEADING})
_TAKEN = _READ | {PassageKind.DATELINE}


@dataclass(frozen=True, kw_only=True)
class Reader:
    """Reads documents with the names of a region and of the world. `name` and `version` stand in every statement."""

    region: str
    name: str = "builtin"
    version: str = "1"

    def read(self, document: Document) -> tuple[Statement, ...]:
        """Statements of `document` in order; passages in a language that we do not read give none."""
        lines = informed(list(self.tell(document)), document.published)
        return tuple(joined(self._statement(told, document, passage) for passage, told in lines))

    def tell(self, document: Document, *, all_events: bool = False) -> Iterator[tuple[Passage, Told]]:
        """What each passage tells, in order; with `all_events` also what is too unsure to be stated."""
        folders = dict.fromkeys(passage.language.folder for passage in document.passages)
        lexicons = {folder: lexicon_of(folder, self.region) for folder in folders if folder}
        reference = reference_day(document, lexicons, known_of(self.region))
        posts = posts_on(self.region, reference.last) if reference else {}
        memory, language, begun, lead = Memory(), "", False, _end_of_lead(document)
        least = 0.0 if all_events else floor()
        for passage, sentence in _sentences(document, lexicons):
            folder = passage.language.folder
            if sentence is None and language not in ("", folder):
                continue
            if folder != language:
                home = home_of(document, lexicons[folder].grammar)
                memory, language = (
                    Memory(home=home, posts=posts, published=document.published, reference=reference),
                    folder,
                )
            if sentence is None:
                open_story(passage.text, lexicons[folder], memory)
                continue
            memory.opening = passage.start <= lead
            scene = open_scene(sentence, memory)
            yield from [(passage, told) for told in self._told(scene) if told.sureness >= least]
            begun = begun or passage.kind is PassageKind.BODY
            if not (begun and passage.kind is PassageKind.HEADING):
                _remember(scene)

    def _told(self, scene: Scene) -> Iterator[Told]:
        """All that one sentence tells: events with the commitments in them, then forecasts, positions and causes."""
        region = known_of(self.region)
        bound: list[Told] = []
        events: list[Told] = []
        for act in scene.acts:
            event = self._event(act, scene, region)
            if event is not None and not echoes(event, events, scene.sentence):
                events.append(event)
                yield event
                bound += find_commitments(act, event, scene)
        yield from bound
        yield from find_terms(bound, scene)
        yield from find_forecasts(scene)
        yield from find_positions(scene, region)
        yield from find_causes(scene)

    def _event(self, act: Act, scene: Scene, region: Region) -> Told | None:
        """The event of one act; None where it is only forecast, or nobody can be named who did it."""
        status, mark = find_status(act, scene)
        act, status = refused(act, status, mark, scene)
        roles = find_roles(act, scene) if status is not None else None
        if status is None or roles is None:
            return None
        roles = completed(act, roles, scene)
        if "earlier sentence" in roles.why and act.type in scene.sentence.lexicon.grammar.settings.get("needs_own", ()):
            return None
        if recalled(act, roles, scene) or only_named(act, scene) or one_sided(act, roles, scene):
            return None
        scene.memory.dealt(
            roles.source,
            roles.target,
            mutual=act.type in _MEETING or act.concept in _TRUCE or (act.type == "ASSAULT" and act.frame == "mutual"),
        )
        scene.memory.kept(act.type, roles.source, roles.target)
        if act.type in ("SANCTION", "ASSAULT") and roles.source and roles.target:
            scene.memory.aims.setdefault(act.type, []).append((roles.source, roles.target))
        start, end = extent(act, roles, scene.sentence)
        day = find_day(act, status, roles, scene, region)
        status = in_time(status, day, scene)
        if status in (OCCURRED, ONGOING):
            scene.memory.doers[act.type] = roles.source
        if status is PLANNED and day is not None:
            scene.memory.plans[act.type, sides_of(act.type, roles.source, roles.target)] = day
        claim = EventClaim(
            type=_joint(act, roles, scene),
            source=roles.source,
            target=roles.target,
            happened=day,
            people=tuple(region.person(id).name for id in roles.people),
        )
        reasons = reasons_of(act, roles, status, scene)
        return Told(
            start=start,
            end=end,
            status=status,
            claim=claim,
            sureness=confidence(reasons),
            reasons=reasons,
            why=tuple(part for part in (act.why, roles.why, mark) if part),
            said_by=speaker_of(scene, act.head),
        )

    def _statement(self, told: Told, document: Document, passage: Passage) -> Statement:
        return Statement(
            document=document.id,
            path=document.path,
            start=passage.start + told.start,
            end=passage.start + told.end,
            quote=passage.text[told.start : told.end],
            language=passage.language.value,
            status=told.status,
            claim=told.claim,
            reader=f"{self.name}/{self.version}",
            confidence=round(told.sureness, 3),
            published=document.published,
            said_by=told.said_by,
            why=told.why,
        )


def open_reader(region: str = "northeast_asia") -> Reader:
    """The built-in reader with the names of `region` and of the world; NotFound for an unknown region."""
    known_of(region)
    return Reader(region=region)


@cache
@lasting()
def known_of(region: str) -> Region:
    """What is known of `region` and of the world around it."""
    return merged(region, "world")


@lru_cache(maxsize=1000)
def posts_on(region: str, day: date) -> dict[str, tuple[str, ...]]:
    """For whom persons speak on `day` who hold an office outside their state."""
    return known_of(region).posts(day)


@cache
@lasting()
def lexicon_of(folder: str, region: str) -> Lexicon:
    """The lexicon of one language with the names of the world and of `region`."""
    return open_lexicon(folder, (*names(folder), *known_of(region).names(folder)))


def _sentences(document: Document, lexicons: dict[str, Lexicon]) -> Iterator[tuple[Passage, Sentence | None]]:
    """The passages that are read, each laid open, and the datelines between them, which are not."""
    passages = [passage for passage in document.passages if passage.kind in _TAKEN and passage.language.folder]
    for folder, run in groupby(passages, key=lambda passage: passage.language.folder):
        block = list(run)
        sentences = laid_open((passage.text for passage in block if passage.kind in _READ), lexicons[folder])
        yield from ((passage, next(sentences) if passage.kind in _READ else None) for passage in block)


def _end_of_lead(document: Document) -> int:
    """Where the last of the sentences starts that open a document; -1 where there is not more than them."""
    read = [passage for passage in document.passages if passage.kind in _READ]
    body = [passage.start for passage in read if passage.kind is PassageKind.BODY]
    return body[_LEAD - 1] if len(body) > _LEAD else -1


def _joint(act: Act, roles: Roles, scene: Scene) -> str:
    """The type of the act in the light of its sides: two affirm together as agreement; a body is quit, not left."""
    bodies = scene.sentence.lexicon.grammar.settings.get("quits_bodies")
    if bodies and act.concept == "withdraw" and any(m.use == "organisation" for m in roles.mentions[1:]):
        return "SANCTION"
    return "AGREE" if act.frame == "joint" and len(roles.source) > 1 else act.type


def _remember(scene: Scene) -> None:
    """Keep the sentence's subject, persons and dates for what follows."""
    words: tuple[str, ...] = scene.sentence.lexicon.grammar.settings.get("office_words", ())
    person = scene.memory.person
    scene.memory.saw(scene.mentions, scene.sentence.folded, words)
    if _goes_on(scene):
        scene.memory.person = person
    acting = [m for m in scene.mentions if m.case is SUBJECT and not _spoken(m, scene)]
    if not acting and scene.sentence.lexicon.grammar.order == "svo":
        acting = [m for m in scene.mentions if m.case is FREE] or _opening(scene)
    if acting and not document_acts(scene.sentence):
        subject = next((m for m in acting if m.topic and m.case is SUBJECT), acting[0])
        scene.memory.subject = subject
        if scene.memory.topic not in scene.mentions:
            scene.memory.topic = None
    elif not acting and stranger_leads(scene):
        scene.memory.subject = None
    carry_on(scene)


def _spoken(mention: Mention, scene: Scene) -> bool:
    """Whether, verb last, the mention stands in speech quoted, or in a clause that only says what others react to."""
    sentence = scene.sentence
    if sentence.lexicon.grammar.order != "sov":
        return False
    if not mention.topic and reacted_to(mention, len(sentence.folded), sentence):
        return True
    return bool(sentence.quotes) and sentence.quote_at(mention.start) >= 0


def _opening(scene: Scene) -> list[Mention]:
    """Whose noun opens a sentence of spaced words that names nobody else ("Peru's answer surprised many. It ...")."""
    first = scene.mentions[:1] if scene.sentence.tokens is not None else []
    return [m for m in first if m.case is GENITIVE and not scene.sentence.folded[: m.start].strip("\"“'‘ ")]


def _goes_on(scene: Scene) -> bool:
    """Whether a pronoun opens the sentence in a language of topic chains: the one spoken of stays the same."""
    opens = any(hit.cue.value == "person" and hit.start <= _PRONOUN for hit in scene.sentence.cues_of("pronoun"))
    return opens and "topic_chain" in scene.sentence.lexicon.grammar.settings
