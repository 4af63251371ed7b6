"""The built-in reader: documents to statements, deterministic, offline, each statement with the words that made it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from stateofplay.day import Day
from stateofplay.documents.document import Document, Passage, PassageKind
from stateofplay.knowledge.event_type import event_type
from stateofplay.knowledge.names import names
from stateofplay.knowledge.region import merged
from stateofplay.reading.act import Act, find_acts
from stateofplay.reading.extent import extent
from stateofplay.reading.introduce import introductions
from stateofplay.reading.lexicon import Lexicon, open_lexicon
from stateofplay.reading.memory import Memory
from stateofplay.reading.mention import Case, Mention
from stateofplay.reading.mentions import find_mentions
from stateofplay.reading.reference import reference_day
from stateofplay.reading.role import completed, find_roles
from stateofplay.reading.sentence import Sentence, lay_open
from stateofplay.reading.speaker import find_speaker
from stateofplay.reading.statement import EventClaim, Statement, Status
from stateofplay.reading.status import find_status
from stateofplay.reading.when import DayHit, find_days

_READ = frozenset({PassageKind.BODY, PassageKind.HEADING})


@dataclass(frozen=True, kw_only=True)
class Reader:
    """Reads documents with the lexicons of a region. `name` and `version` stand in every statement it makes."""

    region: str
    name: str = "builtin"
    version: str = "1"

    def read(self, document: Document) -> tuple[Statement, ...]:
        """Statements of `document` in order; passages in a language that we do not read give none."""
        found: list[Statement] = []
        memory: Memory | None = None
        language = ""
        lexicons = {f: self._lexicon(f) for f in dict.fromkeys(p.language.folder for p in document.passages) if f}
        reference = reference_day(document, lexicons, merged(self.region, "world"))
        for passage in document.passages:
            folder = passage.language.folder
            if not folder or passage.kind not in _READ:
                continue
            if memory is None or folder != language:
                language = folder
                memory = Memory(home=lexicons[folder].grammar.home, published=document.published, reference=reference)
            found.extend(self._passage(document, passage, memory))
        return tuple(_joined(found))

    def _people(self, ids: tuple[str, ...]) -> tuple[str, ...]:
        """Romanised names of persons."""
        region = merged(self.region, "world")
        return tuple(region.person(id).name for id in ids)

    def _lexicon(self, folder: str) -> Lexicon:
        return lexicon_of(folder, self.region)

    def _passage(self, document: Document, passage: Passage, memory: Memory) -> Iterator[Statement]:
        sentence = lay_open(passage.text, self._lexicon(passage.language.folder))
        if not sentence.words and not sentence.names:
            return
        memory.aliases.update(introductions(sentence, memory))
        mentions = find_mentions(sentence, memory)
        days = find_days(sentence.folded, sentence.lexicon.language, memory.reference, memory.day)
        acts = find_acts(sentence, mentions)
        for act in acts:
            statement = self._statement(act, acts, sentence, mentions, days, document, passage, memory)
            if statement is not None:
                yield statement
        _remember(memory, sentence, mentions, days)

    def _statement(
        self,
        act: Act,
        acts: list[Act],
        sentence: Sentence,
        mentions: list[Mention],
        days: list[DayHit],
        document: Document,
        passage: Passage,
        memory: Memory,
    ) -> Statement | None:
        status, mark = find_status(act, acts, sentence)
        roles = find_roles(act, acts, sentence, mentions, memory) if status is not None else None
        if status is None or roles is None:
            return None
        roles = completed(act, roles, memory)
        memory.dealt(roles.source, roles.target)
        start, end = extent(act, roles, sentence)
        happened = _happened(act, status, sentence, days, memory)
        speaker = find_speaker(act, sentence, mentions)
        return Statement(
            document=document.id,
            path=document.path,
            start=passage.start + start,
            end=passage.start + end,
            quote=passage.text[start:end],
            language=passage.language.value,
            status=status,
            claim=EventClaim(
                type=act.type,
                source=roles.source,
                target=roles.target,
                happened=happened,
                people=self._people(roles.people),
            ),
            reader=f"{self.name}/{self.version}",
            confidence=round(act.strength * roles.sureness, 3),
            published=document.published,
            said_by=speaker,
            why=tuple(part for part in (act.why, roles.why, mark) if part),
        )


def open_reader(region: str = "northeast_asia") -> Reader:
    """The built-in reader with the names of `region` and of the world; NotFound for an unknown region."""
    merged(region, "world")
    return Reader(region=region)


@cache
def lexicon_of(folder: str, region: str) -> Lexicon:
    """The lexicon of one language with the names of the world and of `region`."""
    known = merged(region, "world")
    return open_lexicon(folder, (*names(folder), *known.names(folder)))


def _happened(act: Act, status: Status, sentence: Sentence, days: list[DayHit], memory: Memory) -> Day | None:
    """The date of the act's clause, else the nearest in the sentence, else that of the story so far."""
    clause = sentence.clause_at(act.head)
    first, last = sentence.clauses[clause]
    near = [hit for hit in days if first <= hit.start < last] or [hit for hit in days if hit.start < first][-1:]
    if not near and status in (Status.OCCURRED, Status.ONGOING):
        near = [hit for hit in days if hit.start >= last][:1]
    if near:
        day: Day | None = min(near, key=lambda hit: abs(hit.start - act.head)).day
    else:
        day = memory.day if status is Status.OCCURRED and not act.noun else None
    if day is None or memory.published is None:
        return day
    return day.capped(memory.published.last) if status is Status.OCCURRED else day


def _remember(memory: Memory, sentence: Sentence, mentions: list[Mention], days: list[DayHit]) -> None:
    """Keep the sentence's subject, persons and last date for what follows."""
    memory.saw(mentions)
    subject = next((m for m in mentions if m.case is Case.SUBJECT), None)
    if subject is None and sentence.lexicon.grammar.order == "svo":
        subject = next((m for m in mentions if m.case is Case.FREE), None)
    if subject is not None:
        memory.subject = subject
    if days:
        memory.day = days[-1].day


def _joined(statements: Iterable[Statement]) -> Iterator[Statement]:
    """Mark the later tellings of one act within the document."""
    first: dict[tuple[object, ...], list[Statement]] = {}
    for statement in statements:
        claim = statement.claim
        if not isinstance(claim, EventClaim):
            yield statement
            continue
        sides = (frozenset(claim.source), frozenset(claim.target))
        key = (claim.type, frozenset(sides) if event_type(claim.type).mutual else sides, statement.status)
        earlier = next((s for s in first.get(key, ()) if _same_day(s, claim)), None)
        if earlier is None:
            first.setdefault(key, []).append(statement)
        else:
            statement = replace(statement, same_as=earlier.id)
        yield statement


def _same_day(earlier: Statement, claim: EventClaim) -> bool:
    assert isinstance(earlier.claim, EventClaim)
    one, other = earlier.claim.happened, claim.happened
    return one.overlaps(other) if one and other else one is None and other is None
