"""The ledger of promises: commitments that belong together become one story, and later events and words its fate.

Commitments of the same parties are one promise when they name the same amount, are told in one breath (A yields this, B
in return that), or are both about what one deal of the region settles. Its fate is told

- by commitments themselves (offered, agreed, in force, reversed);
- by what a giver does to the receiver on the same matter (a duty raised again): `vocabulary/promises.yaml`;
- by words such as "slow" or "reneged" in what is said on the matter: `vocabulary/languages/*/promises.tsv`.
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, cached_property
from itertools import pairwise
from typing import Any, Final

from stateofplay.board.promise import OPEN, Promise, Step, life
from stateofplay.day import Day
from stateofplay.knowledge.fold import fold, lowered
from stateofplay.knowledge.framework import Framework
from stateofplay.knowledge.region import Region, merged
from stateofplay.knowledge.spelling import LANGUAGES
from stateofplay.knowledge.table import rows, structure
from stateofplay.reading.issues import issue_of
from stateofplay.record.marks import Marks
from stateofplay.record.record import Record
from stateofplay.record.row import Row, day_of
from stateofplay.record.standing import STANDS

_COLUMNS: Final = (
    'id, document, start, "end", quote, language, kind, status, claim, type, source, target, marks, '
    "happened_first, happened_last, published_first, published_last"
)
_COMMITMENTS: Final = f"""
SELECT {_COLUMNS} FROM standing WHERE kind = 'commitment' AND {STANDS} ORDER BY published_last NULLS LAST, id"""
_DEEDS: Final = f"""
SELECT {_COLUMNS} FROM standing
WHERE kind = 'event' AND {STANDS} AND type IN (SELECT unnest($types)) AND status IN ('occurred', 'ongoing')
    AND array_to_string(source, ' ') || '>' || array_to_string(target, ' ') IN (SELECT unnest($ways))
ORDER BY published_last NULLS LAST, id"""
_WORDS: Final = f"""
SELECT {_COLUMNS} FROM standing
WHERE kind IN ('cause', 'event', 'position') AND {STANDS} AND document IN (SELECT unnest($documents))
    AND regexp_matches(lower(quote), $words) ORDER BY published_last NULLS LAST, id"""
_LAST_TOLD: Final = f"""
SELECT document, max(happened_first) AS day FROM standing
WHERE kind = 'event' AND {STANDS} AND status IN ('occurred', 'ongoing') AND published_last IS NULL
GROUP BY document"""
_PARTIES: Final = 2
_RATE: Final = "percent"


@dataclass(frozen=True, kw_only=True)
class Said:
    """A statement as the ledger looks at it. `issue` is a slug of the region, "" for none.

    `placed`: the day by which it takes its place among others: the first day told, else that of publication, else the
    first day of the last deed that its document tells, None where that tells of none.
    """

    id: str
    document: str
    start: int
    end: int
    quote: str
    language: str
    kind: str
    by: tuple[str, ...]
    toward: tuple[str, ...]
    what: str
    amount: float | None
    unit: str
    amounts: frozenset[str]
    state: str
    issue: str
    happened: Day | None
    said: date | None
    placed: date | None

    @property
    def parties(self) -> frozenset[str]:
        """Everybody bound or served."""
        return frozenset((*self.by, *self.toward))

    @property
    def way(self) -> str:
        """Who acts toward whom, as one text."""
        return f"{' '.join(self.by)}>{' '.join(self.toward)}"


@cache
def one_breath() -> int:
    """Characters within which commitments of one document are terms of one deal."""
    return int(structure("vocabulary", "promises.yaml")["one_breath"])


@cache
def fates() -> dict[str, str]:
    """Type of a giver's deed on the matter of a promise → what it makes of the promise."""
    return dict(structure("vocabulary", "promises.yaml")["fates"])


@cache
def fate_words(language: str) -> dict[str, str]:
    """Word, folded and in lower case → what it says became of a promise, in the folder `language`."""
    table = rows("vocabulary", "languages", language, "promises.tsv")
    return {lowered(fold(row["form"], language)): row["state"] for row in table}


def promises_of(
    record: Record, on: date | None, known: date | None, *, region: str, between: tuple[str, str] | None = None
) -> tuple[Promise, ...]:
    """All promises as they stood on the day `on` (None: as last told) by what was published by `known`.

    The one that moved last stands first. `region` names the deals and issues that are known; `between` keeps the
    promises to which both actors are parties.
    """
    ledger = _Ledger(record=record, known=known, region=merged(region, "world"), between=frozenset(between or ()))
    promises = (_promise(story, ledger, on) for story in ledger.stories)
    return tuple(sorted((promise for promise in promises if promise), key=_latest_first))


def _latest_first(promise: Promise) -> tuple[int, str]:
    last = promise.steps[-1].placed
    return -(last.toordinal() if last else 0), promise.id


def _promise(story: Sequence[Said], ledger: "_Ledger", on: date | None) -> Promise | None:
    deal = ledger.deal_of(story)
    matter = _Matter(story, ledger.settled_by(deal))
    steps = sorted(_merged(_steps(matter, ledger)), key=_order)
    steps = _lived([step for step in steps if on is None or _begun(step, on)])
    if not steps:
        return None
    parties = sorted({actor for said in story for actor in said.parties})
    first = min(story, key=_first)
    return Promise(id=f"p{first.id}", parties=tuple(parties), deal=deal, steps=tuple(steps))


def _lived(steps: Sequence[Step]) -> list[Step]:
    """The steps in order, less an end told again while the promise is already ended: it must be made anew before."""
    lived: list[Step] = []
    for step in steps:
        if step.state not in OPEN and lived and lived[-1].state == step.state:
            continue
        lived.append(step)
    return lived


def _first(said: Said) -> tuple[date, str]:
    return said.said or date.max, said.id


def _begun(step: Step, on: date) -> bool:
    return step.placed is None or step.placed <= on


def _order(step: Step) -> tuple[date, int, str]:
    """By day; of one day in the order in which a promise lives."""
    return step.placed or date.min, life().index(step.state), step.statements[0]


class _Ledger:
    """The record's commitments, and what may tell their fate, as known on a day."""

    def __init__(self, *, record: Record, known: date | None, region: Region, between: frozenset[str]) -> None:
        self.region = region
        self._between = between
        self._snapshot = record.snapshot()
        self._known = known
        self._issues = frozenset(issue.id for issue in region.issues)
        self._deals = tuple(framework for framework in region.frameworks if framework.issues)

    @cached_property
    def stories(self) -> list[list[Said]]:
        """Commitments that belong together, earliest published first, of those who are asked for."""
        said = self._commitments
        groups = _Groups(len(said))
        for key_of in (self._by_deal, self._by_amount):
            first: dict[Any, int] = {}
            for at, one in enumerate(said):
                for key in key_of(one):
                    groups.join(first.setdefault(key, at), at)
        for at, other in _in_one_breath(said):
            groups.join(at, other)
        stories = ([said[at] for at in group] for group in groups.members())
        return [story for story in stories if self._between <= _parties(story)]

    @cached_property
    def _commitments(self) -> list[Said]:
        """All that may be part of a story that is asked for.

        What makes one story has the same parties throughout, unless a deal is among it: then all of them are members.
        """
        circles = [{member.actor for member in deal.members} for deal in self._deals]
        found: list[Said] = []
        for row in self._rows(_COMMITMENTS):
            by, toward = _sides(claim := json.loads(row["claim"]))
            parties = {*by, *toward}
            if len(parties) < _PARTIES:
                continue
            if self._between <= parties or any(parties <= circle for circle in circles):
                found.append(self._said(row, claim))
        return found

    @cached_property
    def _deeds(self) -> dict[str, list[Said]]:
        """Who toward whom → deeds that may be the fate of a promise."""
        ways = sorted({said.way for story in self.stories for said in story if said.by and said.toward})
        found: dict[str, list[Said]] = defaultdict(list)
        for row in self._rows(_DEEDS, types=list(fates()), ways=ways) if ways else ():
            deed = self._said(row, json.loads(row["claim"]))
            found[deed.way].append(deed)
        return found

    @cached_property
    def _deed_places(self) -> dict[tuple[str, str], list[int]]:
        """Way with an issue or an amount → places of the deeds on it."""
        places: dict[tuple[str, str], list[int]] = defaultdict(list)
        for way, deeds in self._deeds.items():
            for at, deed in enumerate(deeds):
                for matter in _matters((deed.issue,), deed.amounts):
                    places[way, matter].append(at)
        return places

    @cached_property
    def _worded(self) -> dict[str, list[tuple[Said, str]]]:
        """Document → what it says in so many words of a delay, a breach or a fulfilment, with the state."""
        documents = {said.document for story in self.stories for said in story}
        documents |= {deed.document for deeds in self._deeds.values() for deed in deeds}
        found: dict[str, list[tuple[Said, str]]] = defaultdict(list)
        for row in self._rows(_WORDS, documents=sorted(documents), words=_words_pattern()) if documents else ():
            said = self._said(row, json.loads(row["claim"]))
            if state := _state_in(said):
                found[said.document].append((said, state))
        return found

    @cached_property
    def _last_told(self) -> dict[str, date]:
        """Document without a day of publication → the first day of the last deed that it tells."""
        return {row["document"]: row["day"] for row in self._rows(_LAST_TOLD)}

    def deal_of(self, story: Iterable[Said]) -> str:
        """The framework that settles the matter between these parties; "" for none."""
        return next((deal.id for said in story for deal in self._deals if self._settles(deal, said)), "")

    def settled_by(self, deal: str) -> tuple[str, ...]:
        """The issues that the framework with this id settles."""
        return next((tuple(framework.issues) for framework in self._deals if framework.id == deal), ())

    def deeds(self, matter: "_Matter") -> Iterator[Said]:
        """What a giver did to a receiver on the same matter."""
        sought = tuple(_matters(matter.issues, matter.amounts))
        for way in sorted({said.way for said in matter.story}):
            places = {at for one in sought for at in self._deed_places.get((way, one), ())}
            yield from (self._deeds[way][at] for at in sorted(places))

    def words(self, matter: "_Matter", deeds: Sequence[Said]) -> Iterator[tuple[Said, str]]:
        """What is said in so many words on the matter, with the state of the promise."""
        place = _by_document((*matter.story, *deeds))
        for document, near in place.items():
            told = self._worded.get(document, ())
            yield from ((said, state) for said, state in told if matter.concerns(said, near))

    def _settles(self, deal: Framework, said: Said) -> bool:
        if said.issue not in deal.issues:
            return False
        return said.parties <= {member.actor for member in deal.members}

    def _by_deal(self, said: Said) -> Iterator[tuple[str, str]]:
        if deal := self.deal_of((said,)):
            yield "deal", deal

    def _by_amount(self, said: Said) -> Iterator[tuple[frozenset[str], str]]:
        """A sum of money or a number of things between the same parties is the same promise; rates are too common."""
        yield from ((said.parties, amount) for amount in said.amounts if not amount.endswith(_RATE))

    def _rows(self, sql: str, **params: Any) -> list[Row]:
        return self._snapshot.rows(sql, {"known": self._known, **params})

    def _said(self, row: Row, claim: dict[str, Any]) -> Said:
        by, toward = _sides(claim)
        happened, published = day_of(row, "happened") or _told_day(claim), row["published_last"]
        issue = claim.get("issue") or issue_of(row["quote"], frozenset(), _folder(row["language"]), self.region)
        return Said(
            id=row["id"],
            document=row["document"],
            start=row["start"],
            end=row["end"],
            quote=row["quote"],
            language=row["language"],
            kind=row["kind"],
            by=by if row["kind"] != "cause" else (),
            toward=toward,
            what=str(claim.get("what") or claim.get("type") or ""),
            amount=claim.get("amount"),
            unit=str(claim.get("unit") or ""),
            amounts=Marks.of(row["marks"] or ()).amounts,
            state=str(claim.get("state") or fates().get(row["type"] or "", "")),
            issue=issue if issue in self._issues else "",  # the ties of two states as such are no matter of a promise
            happened=happened,
            said=published,
            placed=happened.first if happened else published or self._last_told.get(row["document"]),
        )


class _Matter:
    """A story, and what it is about: its `parties`, `issues` and `amounts`."""

    def __init__(self, story: Sequence[Said], settled: tuple[str, ...]) -> None:
        self.story = story
        self.parties = _parties(story)
        self.issues = frozenset((*settled, *(one.issue for one in story)))
        self.amounts = frozenset[str]().union(*(said.amounts for said in story))
        self._first = min((said.placed for said in story if said.placed), default=None)
        self._starts: dict[str, int] = {}
        self._givers: dict[str, Said] = {}
        for said in story:
            self._starts[said.document] = min(said.start, self._starts.get(said.document, said.start))
            self._givers.setdefault(said.issue, said)

    def concerns(self, said: Said, near: Sequence[Said]) -> bool:
        """Whether it is about the matter between these parties and nobody else; `near` is in the same document."""
        if not said.parties <= self.parties:
            return False
        if any(_overlap(said, one) for one in near):
            return True
        return bool(said.parties and said.issue) and said.issue in self.issues

    def follows(self, deed: Said) -> bool:
        """Whether a deed comes after the promise was first told."""
        if deed.placed is None or self._first is None:
            return deed.start > self._starts.get(deed.document, deed.start)
        return deed.placed >= self._first

    def giver(self, issue: str) -> Said:
        """The first commitment on an issue, else the first of all."""
        return self._givers.get(issue, self.story[0])


def _parties(story: Iterable[Said]) -> frozenset[str]:
    return frozenset(actor for said in story for actor in (*said.by, *said.toward))


def _matters(issues: Iterable[str], amounts: Iterable[str]) -> Iterator[str]:
    yield from (f"issue {issue}" for issue in issues if issue)
    yield from (f"amount {amount}" for amount in amounts)


def _by_document(said: Iterable[Said]) -> dict[str, list[Said]]:
    found: dict[str, list[Said]] = {}
    for one in said:
        found.setdefault(one.document, []).append(one)
    return found


def _sides(claim: dict[str, Any]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Who acts, and toward whom."""
    by = claim.get("by") or claim.get("source") or claim.get("holder") or ()
    return tuple(by), tuple(claim.get("beneficiary") or claim.get("target") or ())


def _folder(tag: str) -> str:
    """The language of a tag such as zh-Hant, as the folders of the vocabulary are called."""
    return tag.partition("-")[0]


def _told_day(claim: dict[str, Any]) -> Day | None:
    first, last = claim.get("from"), claim.get("to")
    return Day.parse(f"{first}..{last or first}") if first else None


def _in_one_breath(said: list[Said]) -> Iterator[tuple[int, int]]:
    """Neighbours in one document, of the same parties: terms of one deal."""
    by_document: dict[str, list[int]] = defaultdict(list)
    for at, one in enumerate(said):
        by_document[one.document].append(at)
    for places in by_document.values():
        places.sort(key=lambda at: said[at].start)
        for at, other in pairwise(places):
            near = said[other].start - said[at].end <= one_breath()
            if near and said[at].parties == said[other].parties and _of_one_day(said[at], said[other]):
                yield at, other


def _of_one_day(one: Said | Step, other: Said | Step) -> bool:
    return one.happened is None or other.happened is None or one.happened.overlaps(other.happened)


def _steps(matter: _Matter, ledger: _Ledger) -> Iterator[Step]:
    for said in matter.story:
        yield _step(said, said.state, (f"commitment {said.state}",))
    deeds = [deed for deed in ledger.deeds(matter) if matter.follows(deed)]
    told = list(ledger.words(matter, deeds))
    causes = _by_document(said for said, _ in told if said.kind == "cause")
    for deed in deeds:
        reasons = [said for said in causes.get(deed.document, ()) if _overlap(said, deed)]
        why = (f"{deed.what} by who promised", *(f"reason given: {said.quote}" for said in reasons))
        step = _step(deed, deed.state, why)
        yield replace(step, statements=(*step.statements, *(said.id for said in reasons)))
    done = _by_document(deeds)
    for said, state in told:
        giver = matter.giver(said.issue)
        step = _step(said, state, (f"words: {state}",))
        yield replace(step, by=giver.by, toward=giver.toward, placed=_placed(said, done.get(said.document, ())))


def _placed(said: Said, deeds: Iterable[Said]) -> date | None:
    """Where words of fate take their place: what is given as the reason of a deed came before it."""
    led_to = [deed.placed for deed in deeds if said.kind == "cause" and deed.placed and _overlap(said, deed)]
    return min((day for day in (said.placed, *led_to) if day), default=None)


def _step(said: Said, state: str, why: tuple[str, ...]) -> Step:
    return Step(
        state=state,
        by=said.by,
        toward=said.toward,
        what=said.what,
        amount=said.amount,
        unit=said.unit,
        happened=said.happened,
        said=said.said,
        placed=said.placed,
        quote=said.quote,
        language=said.language,
        statements=(said.id,),
        documents=(said.document,),
        why=why,
    )


def _merged(steps: Iterable[Step]) -> list[Step]:
    """Steps that tell the same, joined: same state, giver and amount, on days that do not contradict each other."""
    found: list[Step] = []
    alike: dict[tuple[Any, ...], list[int]] = defaultdict(list)
    for step in steps:
        places = alike[step.state, step.by, step.toward, step.amount, step.unit]
        at = next((at for at in places if _of_one_day(step, found[at])), None)
        if at is None:
            places.append(len(found))
            found.append(step)
        else:
            found[at] = _both(found[at], step)
    return found


def _both(one: Step, other: Step) -> Step:
    """The earlier telling with the narrower day, and the statements of both."""
    days = [day for day in (one.happened, other.happened) if day]
    return replace(
        one,
        happened=min(days, key=lambda day: day.length, default=None),
        said=min((day for day in (one.said, other.said) if day), default=None),
        placed=min((day for day in (one.placed, other.placed) if day), default=None),
        statements=tuple(dict.fromkeys((*one.statements, *other.statements))),
        documents=tuple(dict.fromkeys((*one.documents, *other.documents))),
        why=tuple(dict.fromkeys((*one.why, *other.why))),
    )


def _overlap(one: Said, other: Said) -> bool:
    return one.document == other.document and one.start < other.end and other.start < one.end


def _state_in(said: Said) -> str:
    """What the first word of fate in a quote says; "" for none."""
    folder = _folder(said.language)
    match = _fate_pattern(folder).search(lowered(fold(said.quote, folder)))
    return fate_words(folder)[match.group()] if match else ""


@cache
def _fate_pattern(language: str) -> re.Pattern[str]:
    words = sorted(fate_words(language), key=len, reverse=True)
    return re.compile("|".join(map(_whole, words)))


def _whole(word: str) -> str:
    """The word as a pattern; in letters that set words apart, only where it is whole."""
    return rf"\b{re.escape(word)}\b" if word.isascii() else re.escape(word)


@cache
def _words_pattern() -> str:
    """All words of fate as one pattern of DuckDB, as written and folded: quotes are not folded there."""
    tables = (rows("vocabulary", "languages", language, "promises.tsv") for language in LANGUAGES)
    forms = {row["form"].lower() for table in tables for row in table}
    return "|".join(sorted(forms | {lowered(fold(form, "zh")) for form in forms}))


class _Groups:
    """Numbers from 0 that are joined into groups, each group known by its smallest."""

    def __init__(self, size: int) -> None:
        self._up = list(range(size))

    def join(self, one: int, other: int) -> None:
        one, other = self._top(one), self._top(other)
        self._up[max(one, other)] = min(one, other)

    def members(self) -> list[list[int]]:
        """The groups in the order of their first members."""
        groups: dict[int, list[int]] = {}
        for at in range(len(self._up)):
            groups.setdefault(self._top(at), []).append(at)
        return list(groups.values())

    def _top(self, at: int) -> int:
        while self._up[at] != at:
            self._up[at] = self._up[self._up[at]]
            at = self._up[at]
        return at
