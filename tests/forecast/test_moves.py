"""Moves are ranked, explained and shrunk: what a record does not tell, base rates do, and they say so."""

from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest

from stateofplay.errors import YourInput
from stateofplay.forecast.chance import chances
from stateofplay.forecast.graph import graph_from
from stateofplay.forecast.move import log_odds
from stateofplay.forecast.moves import moves
from stateofplay.forecast.rates import base_of
from stateofplay.forecast.settings import chance_settings
from stateofplay.forecast.shipped import shipped_rates
from stateofplay.forecast.tally import TYPES, tally_of

ON = date(2026, 2, 16)
RATES = shipped_rates()


def ago(days: int) -> int:
    return ON.toordinal() - days


@pytest.fixture(scope="module")
def graph():
    facts = [(ago(days), "CHN", "ACCUSE", "JPN") for days in (3, 20, 40, 45, 90, 200)]
    facts += [(ago(days), "JPN", "REJECT", "CHN") for days in (2, 44)]
    facts += [(ago(days), a, "CONSULT", b) for days in (5, 60, 300) for a, b in (("KOR", "JPN"), ("JPN", "KOR"))]
    facts += [(ago(7), "USA", "AID", "UKR"), (ago(350), "RUS", "THREATEN", "UKR")]
    told = graph_from(facts)
    return replace(told, event=np.array([f"e{row}" for row in range(len(told))], dtype=object))


def test_every_type_is_a_move_and_the_most_probable_comes_first(graph):
    found = moves(graph, on=ON, source="CHN", target="JPN", rates=RATES)
    assert sorted(move.type for move in found) == sorted(TYPES)
    chances = [move.probability for move in found]
    assert chances == sorted(chances, reverse=True)
    assert {(move.first, move.last) for move in found} == {(ON + timedelta(days=1), ON + timedelta(days=30))}


def test_what_is_done_often_is_likelier_than_what_is_not(graph):
    by_type = {move.type: move for move in moves(graph, on=ON, source="CHN", target="JPN", rates=RATES)}
    assert by_type["ACCUSE"].probability > 2 * by_type["ACCUSE"].base_rate
    assert by_type["ACCUSE"].probability > by_type["AID"].probability
    assert by_type["ACCUSE"].no_change == 1.0
    assert by_type["AID"].no_change == 0.0


def test_the_base_rate_and_all_reasons_add_up_to_the_probability(graph):
    for within in (3, 7, 14, 30, 60, 90, 200):
        for move in moves(graph, on=ON, source="CHN", target="JPN", within=within, rates=RATES):
            told = sum(reason.weight for reason in (*move.reasons, *move.against))
            assert log_odds(move.base_rate) + told + move.rest == pytest.approx(log_odds(move.probability))
            assert abs(move.rest) < 1.0


def test_the_longer_the_window_the_likelier_the_act(graph):
    windows = [
        moves(graph, on=ON, source="CHN", target="JPN", within=days, rates=RATES) for days in (7, 14, 30, 60, 90)
    ]
    chances = [{move.type: move.probability for move in found}["ACCUSE"] for found in windows]
    assert chances == sorted(chances)


def test_a_later_fact_changes_nothing(graph):
    later = graph_from([(ON.toordinal() + days, "CHN", "ASSAULT", "JPN") for days in (1, 2, 3)])
    both = graph_from(
        [
            (int(day), g.actors[a], g.types[t], g.actors[b])
            for g in (graph, later)
            for day, a, t, b in zip(g.day, g.source, g.type, g.target, strict=True)
        ]
    )
    plain = replace(graph, event=None)
    old, new = (moves(g, on=ON, source="CHN", target="JPN", rates=RATES) for g in (plain, both))
    assert [(m.type, m.probability) for m in old] == [(m.type, m.probability) for m in new]


def test_a_mutual_act_has_one_probability_both_ways(graph):
    there = {move.type: move for move in moves(graph, on=ON, source="KOR", target="JPN", rates=RATES)}
    back = {move.type: move for move in moves(graph, on=ON, source="JPN", target="KOR", rates=RATES)}
    for type in ("CONSULT", "AGREE", "COOPERATE"):
        assert there[type].probability == pytest.approx(back[type].probability)
    assert there["AID"].probability != pytest.approx(back["AID"].probability)


def test_without_a_target_all_partners_stand(graph):
    found = moves(graph, on=ON, source="JPN", rates=RATES)
    assert {move.target for move in found} == {"CHN", "KOR"}
    assert len(found) == 2 * len(TYPES)


def test_a_stranger_has_base_rates_that_say_so(graph):
    found = moves(graph, on=ON, source="FRA", target="JPN", rates=RATES)
    assert all(move.thin for move in found)
    assert {reason.kind for reason in found[0].reasons} >= {"base_rate", "coverage"}
    assert all(0 <= move.low < move.probability < move.high < 1 for move in found)
    assert moves(graph, on=ON, source="FRA", rates=RATES) == []


def test_a_pair_that_deals_much_is_not_thin(graph):
    thin = {move.type: move.thin for move in moves(graph, on=ON, source="CHN", target="JPN", rates=RATES)}
    assert not thin["ACCUSE"]
    assert thin["AID"], "never told, and of eight dealings"


def test_bands_narrow_with_what_is_known(graph):
    def width(source: str, target: str) -> float:
        move = moves(graph, on=ON, source=source, target=target, rates=RATES)[0]
        return (move.high - move.low) / move.probability

    assert width("CHN", "JPN") < width("USA", "UKR") < width("FRA", "UKR")


def test_reasons_name_the_events_they_rest_on(graph):
    move = next(m for m in moves(graph, on=ON, source="CHN", target="JPN", rates=RATES) if m.type == "ACCUSE")
    rows = [row for row in range(len(graph)) if graph.types[graph.type[row]] == "ACCUSE"]
    own = next(reason for reason in move.reasons if reason.kind == "recurrence")
    assert own.events == tuple(f"e{row}" for row in rows)
    assert (own.numbers["total"], own.numbers["n"], own.numbers["ago"]) == (6, 2, 3)


def test_questions_without_sense_are_refused(graph):
    with pytest.raises(YourInput, match="0 days"):
        moves(graph, on=ON, source="CHN", target="JPN", within=0, rates=RATES)
    with pytest.raises(YourInput, match="toward itself"):
        moves(graph, on=ON, source="CHN", target="CHN", rates=RATES)


def test_an_empty_record_forecasts_by_base_rates_alone():
    found = moves(graph_from([]), on=ON, source="KOR", target="JPN", rates=RATES)
    assert len(found) == len(TYPES)
    assert all(move.thin for move in found)


def test_toward_nobody_named_come_those_it_deals_with_most(graph):
    rest = [(ago(9 + n), f"S{n:02}", "AID", "CHN") for n in range(40)]
    told = [(int(day), "CHN", "ACCUSE", "JPN") for day in graph.day[:3]]
    found = moves(graph_from([*rest, *told]), on=ON, source="CHN", rates=RATES)
    targets = [*dict.fromkeys(sorted(move.target for move in found))]
    assert len(targets) == chance_settings().partners
    assert "JPN" in targets
    assert {f"S{n:02}" for n in range(chance_settings().partners - 1)} <= {*targets}


def test_base_rates_that_are_known_change_nothing(graph):
    tally = tally_of(graph, ON.toordinal() + 1)
    pair = np.array([graph.actors.index("CHN")]), np.array([graph.actors.index("JPN")])
    plain = chances(tally, *pair, RATES, within=30)
    assert np.array_equal(
        plain.probability, chances(tally, *pair, RATES, within=30, base_rates=base_of(tally, RATES)).probability
    )
