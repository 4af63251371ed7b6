"""How forecasts of our own, what became of them and their scores stand in a terminal."""

from collections.abc import Iterable, Sequence
from typing import Final

from rich import box
from rich.console import Console
from rich.table import Table

from stateofplay.app.cli.terminal import console, print_data
from stateofplay.forecast.ledger import Entry, rule_of
from stateofplay.forecast.reliability import Bin
from stateofplay.forecast.scoring import FORECASTERS, Scores, Skill, scores_of
from stateofplay.record.issued import Issued

NAMES: Final = {
    "probability": "ours",
    "base_rate": "base rate",
    "recurrence": "recurrence",
    "no_change": "no change",
}
"""Forecasters as they are called on screens, by the name of their field."""

MADE: Final = ("issued", "replayed")
"""How forecasts came to be: made when it was not known what would come, or replayed afterwards."""


def show_ours(found: Sequence[Entry], score: bool, json: bool, jsonl: bool) -> None:
    """The ledger of our own forecasts, or their scores: what was issued, and by itself what was replayed."""
    apart = {made: [entry for entry in found if entry.issued.replayed is (made == "replayed")] for made in MADE}
    scores = {made: scores_of(entries) for made, entries in apart.items() if entries} if score else {}
    if json or jsonl:
        told = ({"made": made, **one.as_json()} for made, several in scores.items() for one in several)
        print_data(told if score else (entry.as_json() for entry in found), lines=jsonl)
    elif not score:
        print_entries(found, console())
    else:
        for made, several in scores.items():
            console().print(f"[bold]{made}[/]")
            print_scores(several, console())
        if not scores:
            console().print("nothing issued yet")


def print_issued(found: Iterable[Issued], out: Console) -> None:
    """What was issued, the most probable first, with the naive forecasts beside it."""
    table = Table(
        "probability", "80 % band", "base rate", "recurrence", "no change", "rule", "issued", box=box.SIMPLE_HEAD
    )
    for one in sorted(found, key=lambda one: (one.last, -one.probability)):
        shares = (one.base_rate, one.recurrence, one.no_change)
        thin = " thin" if one.thin else ""
        band = f"{one.low:.0%}-{one.high:.0%}{thin}"
        table.add_row(f"{one.probability:.1%}", band, *(f"{share:.0%}" for share in shares), rule_of(one).words, one.id)
    out.print(table if table.row_count else "nothing here yet")


def print_entries(found: Iterable[Entry], out: Console) -> None:
    """Every forecast with its day, status, probability, rule, evidence and why it stands as it does."""
    none = True
    for entry in found:
        one, none = entry.issued, False
        resolved = f" {entry.outcome.resolved}" if entry.outcome.resolved else ""
        replayed = ", replayed" if one.replayed else ""
        out.print(
            f"[bold]{entry.outcome.status}[/]{resolved}  {one.day}{replayed}  {one.probability:.1%} "
            f"({one.low:.0%}-{one.high:.0%})  {one.id}",
            highlight=False,
        )
        out.print(f"  {rule_of(one).words}", highlight=False)
        for why in entry.outcome.why:
            out.print(f"  {why}", style="dim", highlight=False)
        if entry.outcome.evidence:
            out.print(f"  told by {' '.join(entry.outcome.evidence)}", style="dim", highlight=False)
    if none:
        out.print("nothing here yet")


def print_scores(found: Iterable[Scores], out: Console) -> None:
    """A table of scores with their numbers, and under it how what was stated came true, by bins."""
    every = list(found)
    if not every:
        out.print("nothing was forecast")
        return
    table = Table("forecasts", "n", "by", "Brier", "log", "error", "MRR", "hits@1", "hits@3", box=box.SIMPLE_HEAD)
    for scores in every:
        if not scores.pair:
            _add(table, scores)
    out.print(table)
    if pairs := [scores for scores in every if scores.pair and scores.marks and scores.ranked]:
        out.print(by_pair(pairs))
    if every[0].marks:
        out.print(calibration(every[0].marks[FORECASTERS[0]].bins))
    for line in legend(every[0]):
        out.print(line, style="dim")


def _add(table: Table, scores: Scores) -> None:
    if not scores.marks:
        told = "too few to tell" if scores.settled else "none settled"
        table.add_row(scores.group, f"{scores.settled} of {scores.issued}", told, end_section=True)
        return
    for by in FORECASTERS:
        marks, ranked = scores.marks[by], scores.ranked.get(by)
        places = (f"{ranked.mrr:.3f}", *(f"{share:.2f}" for share in ranked.hits.values())) if ranked else ()
        group = (scores.group, f"{scores.settled} of {scores.issued}") if by == FORECASTERS[0] else ("", "")
        figures = (f"{marks.brier:.4f}", f"{marks.log:.4f}", f"{marks.error:.4f}")
        table.add_row(*group, NAMES[by], *figures, *places, end_section=by == FORECASTERS[-1])


def by_pair(found: Iterable[Scores]) -> Table:
    """Of each pair between which something happened: how many were settled, and ours beside the base rate."""
    table = Table("toward", "n", "came true", "Brier", "base rate", "better by", "MRR", box=box.SIMPLE_HEAD)
    for scores in found:
        ours, base = scores.marks["probability"], scores.marks["base_rate"]
        skill = scores.skill["base_rate"].brier
        better = f"{skill:+.1%}" if skill is not None else ""
        figures = (f"{ours.brier:.4f}", f"{base.brier:.4f}", better, f"{scores.ranked['probability'].mrr:.3f}")
        table.add_row(scores.group, str(ours.n), f"{ours.share:.1%}", *figures)
    return table


def calibration(bins: Iterable[Bin]) -> Table:
    """What was stated beside what happened."""
    table = Table("stated", "n", "mean stated", "happened", "share", "90 % interval", box=box.SIMPLE_HEAD)
    for one in bins:
        stated = f"{one.low:.0%}-{one.high:.0%}"
        interval = f"{one.least:.1%}-{one.most:.1%}"
        table.add_row(stated, str(one.n), f"{one.stated:.1%}", str(one.happened), f"{one.share:.1%}", interval)
    return table


def legend(scores: Scores) -> Iterable[str]:
    """What the figures mean, and how ours compares with each naive forecaster."""
    statuses = ", ".join(f"{n} {status}" for status, n in scores.statuses.items())
    yield f"what became of them: {statuses}; a forecast is scored once its time is over and the record was listening"
    for by, skill in scores.skill.items():
        yield f"better than {NAMES[by]}: {_better(skill)}"
    yield (
        "Brier: mean of (probability - outcome)², 0 best, 1 worst; log: mean of -ln of the probability of what came; "
        "error: mean distance of stated and happened; MRR, hits: place of what happened among the acts of one "
        "toward another"
    )


def _better(skill: Skill) -> str:
    shares = {"Brier": skill.brier, "log": skill.log}
    told = ", ".join(f"{name} {share:+.1%}" for name, share in shares.items() if share is not None)
    if skill.low is None or skill.high is None:
        return told or "not to be said"
    return f"{told} (Brier {skill.low:+.1%} to {skill.high:+.1%})"
