"""The built-in reader: documents to statements, deterministic, offline, each statement with the words that made it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from stateofplay.documents.document import Document, Passage, PassageKind
from stateofplay.knowledge.names import names
from stateofplay.knowledge.region import Region, merged
from stateofplay.reading.act import Act
from stateofplay.reading.extent import extent
from stateofplay.reading.happened import find_day
from stateofplay.reading.lexicon import Lexicon, open_lexicon
from stateofplay.reading.memory import Memory
from stateofplay.reading.mention import Case
from stateofplay.reading.reference import reference_day
from stateofplay.reading.retelling import joined
from stateofplay.reading.role import completed, find_roles
from stateofplay.reading.scene import Scene, open_scene
from stateofplay.reading.speaker import find_speaker
from stateofplay.reading.statement import EventClaim, Statement
from stateofplay.reading.status import find_status

_READ = frozenset({PassageKind.BODY, PassageKind.HEADING})


@dataclass(frozen=True, kw_only=True)
class Reader:
    """Reads documents with the names of a region and of the world. `name` and `version` stand in every statement."""

    region: str
    name: str = "builtin"
    version: str = "1"

    def read(self, document: Document) -> tuple[Statement, ...]:
        """Statements of `document` in order; passages in a language that we do not read give none."""
        return tuple(joined(self._statements(document)))

    def _statements(self, document: Document) -> Iterator[Statement]:
        folders = dict.fromkeys(passage.language.folder for passage in document.passages)
        lexicons = {folder: lexicon_of(folder, self.region) for folder in folders if folder}
        reference = reference_day(document, lexicons, known_of(self.region))
        memory, language = Memory(), ""
        for passage in document.passages:
            folder = passage.language.folder
            if not folder or passage.kind not in _READ:
                continue
            if folder != language:
                home = lexicons[folder].grammar.home
                memory, language = Memory(home=home, published=document.published, reference=reference), folder
            scene = open_scene(passage.text, lexicons[folder], memory)
            yield from self._acts(scene, document, passage)
            _remember(scene)

    def _acts(self, scene: Scene, document: Document, passage: Passage) -> Iterator[Statement]:
        for act in scene.acts:
            statement = self._statement(act, scene, document, passage)
            if statement is not None:
                yield statement

    def _statement(self, act: Act, scene: Scene, document: Document, passage: Passage) -> Statement | None:
        """The statement of one act; None where it is only forecast, or nobody can be named who did it."""
        status, mark = find_status(act, scene)
        roles = find_roles(act, scene) if status is not None else None
        if status is None or roles is None:
            return None
        roles = completed(act, roles, scene.memory)
        scene.memory.dealt(roles.source, roles.target)
        start, end = extent(act, roles, scene.sentence)
        region = known_of(self.region)
        claim = EventClaim(
            type=act.type,
            source=roles.source,
            target=roles.target,
            happened=find_day(act, status, scene),
            people=tuple(region.person(id).name for id in roles.people),
        )
        return Statement(
            document=document.id,
            path=document.path,
            start=passage.start + start,
            end=passage.start + end,
            quote=passage.text[start:end],
            language=passage.language.value,
            status=status,
            claim=claim,
            reader=f"{self.name}/{self.version}",
            confidence=round(act.strength * roles.sureness, 3),
            published=document.published,
            said_by=find_speaker(act, scene),
            why=tuple(part for part in (act.why, roles.why, mark) if part),
        )


def open_reader(region: str = "northeast_asia") -> Reader:
    """The built-in reader with the names of `region` and of the world; NotFound for an unknown region."""
    known_of(region)
    return Reader(region=region)


@cache
def known_of(region: str) -> Region:
    """What is known of `region` and of the world around it."""
    return merged(region, "world")


@cache
def lexicon_of(folder: str, region: str) -> Lexicon:
    """The lexicon of one language with the names of the world and of `region`."""
    return open_lexicon(folder, (*names(folder), *known_of(region).names(folder)))


def _remember(scene: Scene) -> None:
    """Keep the sentence's subject, persons and last date for what follows."""
    scene.memory.saw(list(scene.mentions))
    subject = next((m for m in scene.mentions if m.case is Case.SUBJECT), None)
    if subject is None and scene.sentence.lexicon.grammar.order == "svo":
        subject = next((m for m in scene.mentions if m.case is Case.FREE), None)
    if subject is not None:
        scene.memory.subject = subject
    if scene.days:
        scene.memory.day = scene.days[-1].day
