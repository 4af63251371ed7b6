"""The pages of our own forecasts: their scores beside naive ones, a calibration plot, the ledger, and each with why."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from stateofplay.app.desk import Desk
from stateofplay.app.web.choice import Choice, asked_pair, choice, pair_choices
from stateofplay.app.web.moment import moment_of
from stateofplay.app.web.page import desk_of, page
from stateofplay.app.web.pages.forecast import reason
from stateofplay.app.web.paging import part_of
from stateofplay.app.web.reliability_plot import Panel, panels
from stateofplay.app.web.visit import Visit, visit_of
from stateofplay.app.web.words import Words
from stateofplay.board.sentence import Sentence, sentences_of
from stateofplay.brief.phrasing import phrasing
from stateofplay.brief.reasoning import told
from stateofplay.errors import NotFound
from stateofplay.forecast.issuing import move_of
from stateofplay.forecast.ledger import Entry, rule_of
from stateofplay.forecast.reliability import Bin, settings
from stateofplay.forecast.scoring import FORECASTERS, Scores, scores_of

routes = APIRouter()
PER_PAGE: Final = 25
MADE: Final = ("issued", "replayed")
STATUSES: Final = ("open", "came-true", "did-not", "void")
_ZOOM: Final = 0.1


@dataclass(frozen=True, kw_only=True)
class Shown:
    """A forecast of ours as it is shown: the sentences that tell what made it true, and why it stands as it does."""

    entry: Entry
    evidence: tuple[Sentence, ...]
    why: tuple[str, ...]

    @cached_property
    def rule(self) -> object:
        """The rule that decides it."""
        return rule_of(self.entry.issued)


@dataclass(frozen=True, kw_only=True)
class Card:
    """The scores of what was issued, or of what was replayed: of all and by horizon, then by pair."""

    made: str
    whole: Scores
    groups: tuple[Scores, ...]
    pairs: tuple[Scores, ...]

    @cached_property
    def bins(self) -> tuple[Bin, ...]:
        """Our calibration; () where nothing is settled."""
        return self.whole.marks[FORECASTERS[0]].bins if self.whole.marks else ()

    @cached_property
    def panels(self) -> tuple[Panel, ...]:
        """Its drawing."""
        return panels(self.bins, _ZOOM)


@routes.get("/forecasts/ours", response_class=HTMLResponse)
def list_ours(request: Request) -> HTMLResponse:
    """Scores and ledger; `actor`, `other`, `status`, `made` and `within` keep some, `page` counts from 1."""
    visit, desk = visit_of(request), desk_of(request)
    moment, pair = moment_of(desk, visit), asked_pair(desk, visit)
    every = desk.issued(moment.on, moment.known)
    status, made, within = _status(visit), _made(visit), _within(every, visit)
    found = [
        entry
        for entry in every
        if {*pair} <= {entry.issued.source, entry.issued.target}
        and status.value in ("", entry.outcome.status)
        and made.value in ("", MADE[entry.issued.replayed])
        and within.value in ("", str(entry.issued.within))
    ]
    part = part_of(found, visit.query.get("page", ""), PER_PAGE)
    actors = (actor for entry in every for actor in (entry.issued.source, entry.issued.target))
    return page(
        visit,
        "ours.html",
        moment=moment,
        part=part,
        shown=shown(desk, part.items, visit.words),
        choices=(*pair_choices(visit, pair, actors), status, within, made),
        cards=cards(found),
        forecasters=FORECASTERS,
        rank_from=settings()["rank_from"],
        clip=settings()["clip"],
    )


@routes.get("/forecasts/ours/{id}", response_class=HTMLResponse)
def show_ours(request: Request, id: str) -> HTMLResponse:
    """One forecast of ours. NotFound where it had not been issued by then."""
    visit, desk = visit_of(request), desk_of(request)
    moment = moment_of(desk, visit)
    found = [entry for entry in desk.issued(moment.on, moment.known) if entry.issued.id == id]
    if not found:
        raise NotFound(f"no forecast {id} of ours", mend="look for it under /forecasts/ours, or on a later day")
    (one,), reasons = shown(desk, found, visit.words), reasons_of(found[0], visit.words)
    return page(visit, "our_forecast.html", moment=moment, one=one, reasons=reasons, forecasters=FORECASTERS)


def cards(found: Sequence[Entry]) -> list[Card]:
    """The scores of what was issued and of what was replayed, each where there is any."""
    apart = ([entry for entry in found if entry.issued.replayed is replayed] for replayed in (False, True))
    return [_card(made, scores_of(entries)) for made, entries in zip(MADE, apart, strict=True) if entries]


def shown(desk: Desk, found: Iterable[Entry], words: Words) -> list[Shown]:
    """Forecasts as they are shown."""
    found = list(found)
    sentences = sentences_of(desk.record, (id for entry in found for id in entry.outcome.evidence))
    return [
        Shown(
            entry=entry,
            evidence=tuple(sentences[id] for id in entry.outcome.evidence if id in sentences),
            why=tuple(reason(why, words) for why in entry.outcome.why),
        )
        for entry in found
    ]


def reasons_of(entry: Entry, words: Words) -> list[tuple[float, str]]:
    """The reasons with which a forecast was issued, for and then against: what each adds, and its sentence."""
    move, phrases = move_of(entry.issued), phrasing(words.tag)
    return [(one.weight, told(one, move, phrases)) for one in (*move.reasons, *move.against)]


def _card(made: str, scores: Sequence[Scores]) -> Card:
    return Card(
        made=made,
        whole=scores[0],
        groups=tuple(one for one in scores if not one.pair),
        pairs=tuple(one for one in scores if one.pair and one.marks and one.ranked),
    )


def _status(visit: Visit) -> Choice:
    words = visit.words
    return choice(visit, "status", words("forecasts.status"), ((one, words(f"became.{one}")) for one in STATUSES))


def _made(visit: Visit) -> Choice:
    words = visit.words
    return choice(visit, "made", words("ours.made"), ((one, words(f"ours.made_as.{one}")) for one in MADE))


def _within(every: Iterable[Entry], visit: Visit) -> Choice:
    words = visit.words
    lengths = sorted({entry.issued.within for entry in every})
    return choice(visit, "within", words("ours.within"), ((str(n), words("ours.days", n=n)) for n in lengths))
