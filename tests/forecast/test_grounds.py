"""Every figure and weight of a reason, computed once more from the facts alone, by its definition and by other code."""

from dataclasses import replace
from datetime import date
from math import log

import numpy as np
import pytest

from stateofplay.forecast.graph import graph_from
from stateofplay.forecast.move import Move, log_odds
from stateofplay.forecast.moves import moves
from stateofplay.forecast.shipped import shipped_rates
from tests.forecast.recount import EVERY, HORIZONS, LAGS, MUTUAL, REACH, Fact, Recount, class_of

ON = date(2026, 2, 16)
RATES = shipped_rates()
ACTORS = ("CHN", "JPN", "KOR", "PRK", "USA", "RUS", "CHNBUS")
TYPES = ("CONSULT", "AGREE", "ACCUSE", "REQUEST", "SANCTION", "AID")


def told(seed: int, size: int) -> list[Fact]:
    """Acts as a record tells them: mutual ones both ways under one event, some after the day, some too long ago."""
    chance = np.random.default_rng(seed)
    facts = []
    for number in range(size):
        a, b = chance.choice(len(ACTORS), size=2, replace=False)
        ago, type = int(chance.integers(-20, 450)), TYPES[chance.integers(len(TYPES))]
        source, target = ACTORS[a], ACTORS[b]
        facts.append(Fact(ago, source, type, target, f"e{number:03}"))
        if type in MUTUAL:
            facts.append(Fact(ago, target, type, source, f"e{number:03}"))
    return sorted(facts, key=lambda f: (-f.ago, f.source, f.type, f.target, f.event))


@pytest.fixture(scope="module")
def facts():
    return told(7, 220)


@pytest.fixture(scope="module")
def graph(facts):
    plain = graph_from([(ON.toordinal() - f.ago, f.source, f.type, f.target) for f in facts])
    return replace(plain, event=np.array([f.event for f in facts], dtype=object))


@pytest.fixture(scope="module", params=[7, 30, 90])
def asked(graph, request) -> list[Move]:
    return [
        move
        for source in ("CHN", "KOR", "USA")
        for move in moves(graph, on=ON, source=source, within=request.param, rates=RATES)
    ]


def counted(facts: list[Fact]) -> list[Fact]:
    return [fact for fact in facts if 0 <= fact.ago < REACH]


def rests_on(facts: list[Fact], kind: str, move: Move) -> list[Fact]:
    """The facts that a kind of reason speaks of, as its sentence says it."""
    there = [f for f in facts if (f.source, f.target) == (move.source, move.target)]
    back = [f for f in facts if (f.target, f.source) == (move.source, move.target)]
    by_kind = {
        "recurrence": [f for f in there if f.type == move.type],
        "returned": [f for f in back if f.type == move.type],
        "pair": [*there, *(f for f in back if f.type not in MUTUAL)],
        "habit": [f for f in facts if f.source == move.source and f.type == move.type],
        "drawn": [f for f in facts if f.target == move.target and f.type == move.type],
        "active_source": [f for f in facts if f.source == move.source],
        "active_target": [f for f in facts if f.target == move.target],
        "trend": [f for f in facts if f.type == move.type],
    }
    same = {"never": "recurrence", "quiet": "recurrence", "pair_active": "pair", "pair_quiet": "pair"}
    return by_kind[{**same, "rise": "trend", "fall": "trend"}.get(kind, kind)]


COUNTED = {"recurrence", "never", "quiet", "returned", "pair_active", "pair_quiet", "habit", "drawn"}
COUNTED |= {"active_source", "active_target", "rise", "fall"}


def test_figures_of_counts_are_those_of_the_facts(facts, asked):
    seen = set()
    for move in asked:
        for reason in (*move.reasons, *move.against):
            if reason.kind not in COUNTED:
                continue
            rows, numbers = rests_on(counted(facts), reason.kind, move), reason.numbers
            days = max(f.ago for f in counted(facts)) + 1
            assert (numbers["total"], numbers["all_days"]) == (len(rows), days)
            assert (numbers["n"], numbers["days"]) == (sum(f.ago < 30 for f in rows), 30)
            if rows:
                latest = min(f.ago for f in rows)
                assert numbers["ago"] == latest
                assert numbers["last"] == date.fromordinal(ON.toordinal() - latest).isoformat()
                assert numbers["every"] == pytest.approx(days / len(rows), abs=0.051)
                assert numbers["times"] == pytest.approx(numbers["n"] / 30 / (len(rows) / days), abs=0.005)
            else:
                assert reason.kind in ("never", "returned", "habit", "drawn", "pair_quiet", "pair_active")
            seen.add(reason.kind)
    assert len(seen) >= 9


def test_events_named_are_those_counted_the_latest_last(facts, asked):
    seen = counted(facts)
    place = {fact: row for row, fact in enumerate(facts)}
    for move in asked:
        for reason in (*move.reasons, *move.against):
            if reason.kind in COUNTED - {"rise", "fall"}:
                rows = sorted(rests_on(seen, reason.kind, move), key=place.__getitem__)
                ids = list(dict.fromkeys(fact.event for fact in rows))
                assert list(reason.events) == ids[-len(reason.events) :] if ids else reason.events == ()


def test_answer_rules_name_the_latest_act_its_age_and_the_counts_of_the_table(facts, asked):
    cells = 0
    for move in asked:
        for reason in (*move.reasons, *move.against):
            if reason.kind not in ("own_act", "answer"):
                continue
            numbers = reason.numbers
            own = reason.kind == "own_act"
            ends = (move.source, move.target) if own else (move.target, move.source)
            acts = [f for f in counted(facts) if (f.source, f.target) == ends and f.type == numbers["before_type"]]
            latest = min(f.ago for f in acts)
            assert numbers["ago"] == latest
            assert set(reason.events) == {f.event for f in acts if f.ago == latest}
            assert numbers["age_from"] <= latest <= numbers["age_to"]
            lag = next(place for place, end in enumerate(LAGS) if latest + 1 <= end)
            before = EVERY.index(numbers["before_type"])
            place = HORIZONS.index(move.within), 0 if own else 1, before, lag
            assert numbers["within"] == move.within
            assert numbers["total"] == RATES.cases[place]
            assert numbers["answered"] == RATES.followed[(*place, EVERY.index(move.type))]
            cells += 1
    assert cells > 20


def test_the_weight_of_every_reason_and_the_probability_are_what_the_facts_give(facts, asked):
    count = Recount(facts, asked[0].within, RATES)
    kinds = set()
    for move in asked:
        act = move.source, move.type, move.target
        parts, rules = count.parts(act), count.rules(act)
        if move.type in MUTUAL:
            parts["recurrence"] += parts.pop("returned")
        for reason in (*move.reasons, *move.against):
            if reason.kind in ("own_act", "answer"):
                weight = rules[reason.kind, str(reason.numbers["before_type"])]
            else:
                weight = 0.0 if reason.kind == "coverage" else parts[PART.get(reason.kind, reason.kind)]
            assert reason.weight == pytest.approx(weight, abs=1e-4), (act, reason.kind)
            kinds.add(reason.kind)
        assert move.base_rate == pytest.approx(count.base_rate(act), rel=1e-5)
        assert log_odds(move.probability) == pytest.approx(log_odds(count.probability(act)), abs=1e-3)
    assert len(kinds) >= 9


PART = {"never": "recurrence", "quiet": "recurrence", "pair_active": "pair", "pair_quiet": "pair"}
PART |= {"active_source": "source", "active_target": "target", "rise": "trend", "fall": "trend", "base_rate": "level"}
"""Kind of evidence by the kind of reason that tells of it."""


def test_base_rates_are_those_of_the_class(asked):
    for move in asked:
        base = next(reason for reason in move.reasons if reason.kind == "base_rate")
        assert base.numbers["class"] == class_of(move.source, move.target)
        place = RATES.counts.classes.index(base.numbers["class"])
        assert base.numbers["count"] == RATES.counts.acts[place, EVERY.index(move.type)]
        assert base.numbers["pairs"] == round(RATES.counts.days[place] / 365)


def test_base_rate_reasons_and_rest_make_the_probability(asked):
    for move in asked:
        weights = sum(reason.weight for reason in (*move.reasons, *move.against))
        assert log_odds(move.base_rate) + weights + move.rest == pytest.approx(log_odds(move.probability))
        assert abs(move.rest) < 1.5


def test_of_a_mutual_act_nothing_is_told_twice(asked):
    for move in asked:
        kinds = [reason.kind for reason in (*move.reasons, *move.against)]
        if move.type in MUTUAL:
            assert "returned" not in kinds
        answered = {r.numbers["before_type"] for r in (*move.reasons, *move.against) if r.kind == "answer"}
        assert not answered & MUTUAL


def test_no_change_and_recurrence_are_what_the_facts_say(graph, facts):
    for move in moves(graph, on=ON, source="CHN", target="JPN", within=30, rates=RATES):
        own = rests_on(counted(facts), "recurrence", move)
        span = max(f.ago for f in counted(facts)) + 1
        assert move.no_change == float(any(f.ago < 30 for f in own))
        rate = (len(own) - 300 / 30 * log(1 - move.base_rate)) / (span + 300)
        assert move.recurrence == pytest.approx(1 - np.exp(-30 * rate))
