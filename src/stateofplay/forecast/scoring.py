"""Scores of our own forecasts, of what is settled alone, beside those of three naive ones on the same questions."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from stateofplay.forecast.ledger import Entry, counted, once
from stateofplay.forecast.reliability import Marks, Shares, marks_of, settings

OURS: Final = "probability"
FORECASTERS: Final = (OURS, "base_rate", "recurrence", "no_change")
"""Whose numbers are scored, by the name of their field in `Issued`: ours first, then the naive ones."""

_ARROW: Final = " → "


@dataclass(frozen=True, kw_only=True)
class Ranked:
    """How high what happened stood among all acts of one toward another: `n` acts that happened, in `lists` rankings.

    `mrr` is the mean of 1 / place, `hits` the share at each number of places or higher. Ties take the mean of their
    places; acts that happened too do not push each other down.
    """

    lists: int
    n: int
    mrr: float
    hits: dict[int, float]

    def as_json(self) -> dict[str, Any]:
        """Ready for JSON."""
        hits = {f"hits@{places}": round(share, 4) for places, share in self.hits.items()}
        return {"lists": self.lists, "n": self.n, "mrr": round(self.mrr, 4), **hits}


@dataclass(frozen=True, kw_only=True)
class Skill:
    """How much better ours is than a naive forecaster: 1 - ours / theirs, above 0 is better, of Brier and log scores.

    `low`..`high` holds the first with 90 %, by drawing whole days again; None below ten days, or where theirs is 0.
    """

    brier: float | None
    log: float | None
    low: float | None
    high: float | None

    def as_json(self) -> dict[str, Any]:
        """Ready for JSON."""
        fields = ("brier", "log", "low", "high")
        return {name: None if (one := getattr(self, name)) is None else round(one, 4) for name in fields}


@dataclass(frozen=True, kw_only=True)
class Scores:
    """The scores of a `group` of forecasts: `issued` of them, of which `settled` are decided and their time is over.

    `pair`: the group is one actor toward another. `statuses` counts what became of all. `marks`, `ranked` and `skill`
    are by forecaster; empty where nothing is settled, or where the group is a pair with too few of them.
    """

    group: str
    pair: bool
    issued: int
    settled: int
    statuses: dict[str, int]
    marks: dict[str, Marks]
    ranked: dict[str, Ranked]
    skill: dict[str, Skill]

    def as_json(self) -> dict[str, Any]:
        """Ready for JSON."""
        return {
            "group": self.group,
            "issued": self.issued,
            "settled": self.settled,
            "statuses": self.statuses,
            **{
                name: {by: one.as_json() for by, one in getattr(self, name).items()}
                for name in ("marks", "ranked", "skill")
            },
        }


def scores_of(entries: Iterable[Entry]) -> tuple[Scores, ...]:
    """Scores of all forecasts, of those by horizon, and of those by pair, the last only from 30 settled ones on.

    Empty without entries. Forecasts that were replayed must be scored apart from those that were issued: a replay was
    made when the outcome could be known, though it does not look at it.
    """
    every = counted(entries)
    if not every:
        return ()
    by_horizon = _groups(every, lambda entry: f"{entry.issued.within}d")
    by_pair = _groups(every, lambda entry: f"{entry.issued.source}{_ARROW}{entry.issued.target}")
    return (
        _scores("all", every, least=1),
        *(_scores(name, by_horizon[name], least=1) for name in sorted(by_horizon, key=lambda name: int(name[:-1]))),
        *(_scores(name, by_pair[name], least=settings()["rank_from"]) for name in sorted(by_pair)),
    )


def _groups(entries: Sequence[Entry], key: Callable[[Entry], str]) -> dict[str, list[Entry]]:
    found: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        found[key(entry)].append(entry)
    return found


def _scores(group: str, entries: Sequence[Entry], *, least: int) -> Scores:
    single = once(entries)
    settled = [entry for entry in single if entry.settled is not None]
    shown = settled if len(settled) >= least else []
    stated = {by: np.array([getattr(entry.issued, by) for entry in shown], dtype=np.float64) for by in FORECASTERS}
    happened = np.array([entry.settled for entry in shown], dtype=np.float64)
    marks = {by: marks_of(stated[by], happened) for by in FORECASTERS} if shown else {}
    return Scores(
        group=group,
        pair=_ARROW in group,
        issued=len(single),
        settled=len(settled),
        statuses=dict(sorted(Counter(entry.outcome.status for entry in single).items())),
        marks=marks,
        ranked=_ranked([entry for entry in entries if entry.settled is not None]) if shown else {},
        skill=_skills(shown, stated, happened, marks) if shown else {},
    )


def _ranked(settled: Sequence[Entry]) -> dict[str, Ranked]:
    """How each forecaster ranked the acts of one toward another; empty where none happened."""
    lists: dict[tuple[Any, ...], list[Entry]] = defaultdict(list)
    for entry in settled:
        one = entry.issued
        lists[one.day, one.last, one.source, one.target].append(entry)
    tables = [
        (np.array([[getattr(entry.issued, by) for entry in one] for by in FORECASTERS]), _happened(one))
        for one in lists.values()
    ]
    tables = [(stated, happened) for stated, happened in tables if happened.any()]
    if not tables:
        return {}
    return {
        by: _places(np.concatenate([places_of(stated[row], happened) for stated, happened in tables]), len(tables))
        for row, by in enumerate(FORECASTERS)
    }


def _happened(entries: Sequence[Entry]) -> Shares:
    return np.array([entry.settled for entry in entries], dtype=np.float64)


def _places(places: Shares, lists: int) -> Ranked:
    hits = {int(limit): float(np.mean(places <= limit)) for limit in settings()["hits"]}
    return Ranked(lists=lists, n=len(places), mrr=float(np.mean(1 / places)), hits=hits)


def places_of(stated: Shares, happened: Shares) -> Shares:
    """Place of each act that happened among those that did not: 1 for the top, the mean place where it ties.

    >>> places_of(np.array([0.5, 0.2, 0.2, 0.1]), np.array([0, 1, 0, 1])).tolist()
    [2.5, 3.0]
    """
    others = stated[happened == 0]
    return np.array(
        [1 + np.count_nonzero(others > one) + np.count_nonzero(others == one) / 2 for one in stated[happened > 0]]
    )


def _skills(
    entries: Sequence[Entry], stated: dict[str, Shares], happened: Shares, marks: dict[str, Marks]
) -> dict[str, Skill]:
    _, day = np.unique([entry.issued.day.toordinal() for entry in entries], return_inverse=True)
    lost = {by: np.bincount(day, weights=(shares - happened) ** 2).astype(np.float64) for by, shares in stated.items()}
    return {
        by: Skill(
            brier=_skill(marks[OURS].brier, marks[by].brier),
            log=_skill(marks[OURS].log, marks[by].log),
            **_interval(lost[OURS], lost[by]),
        )
        for by in FORECASTERS[1:]
    }


def _skill(ours: float, theirs: float) -> float | None:
    return 1 - ours / theirs if theirs > 0 else None


def _interval(ours: Shares, theirs: Shares) -> dict[str, float | None]:
    """The middle 90 % of the skill when whole days are drawn again, with the seed of the settings."""
    days, chosen = len(ours), settings()
    drawn = np.random.default_rng(chosen["seed"]).integers(days, size=(chosen["draws"], days))
    below = theirs[drawn].sum(axis=1)
    if days < chosen["least_days"] or not below.all():
        return {"low": None, "high": None}
    low, high = np.quantile(1 - ours[drawn].sum(axis=1) / below, [0.05, 0.95])
    return {"low": float(low), "high": float(high)}
