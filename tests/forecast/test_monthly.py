"""Rates of a month rest on the facts before it; what they rest on is known by a hash of facts alone."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from stateofplay.forecast import monthly
from stateofplay.forecast.graph import graph_from
from stateofplay.forecast.monthly import rates_on, reached, state_of
from stateofplay.forecast.settings import chance_settings
from stateofplay.forecast.shipped import shipped_rates

FACTS = [(9, "USA", "AID", "KOR"), (7, "KOR", "CONSULT", "JPN"), (9, "CHN", "ACCUSE", "JPN")]


def on(*days):
    return graph_from([(date.fromisoformat(day).toordinal(), "KOR", "CONSULT", "JPN") for day in days])


@pytest.fixture
def learned(monkeypatch):
    """The graphs that rates were learned from, in order; nothing is learned from them."""
    seen = []
    monkeypatch.setattr(monthly, "rates_for", lambda graph: seen.append(graph) or shipped_rates())
    monthly._rates.cache_clear()
    yield seen
    monthly._rates.cache_clear()


def test_rates_rest_on_the_facts_before_the_month_and_within_reach(learned):
    rates_on(on("2023-01-01", "2025-06-30", "2025-07-31", "2025-08-01", "2025-08-14"), date(2025, 8, 15))
    (graph,) = learned
    assert [date.fromordinal(int(day)).isoformat() for day in graph.day] == ["2025-06-30", "2025-07-31"]


def test_within_a_month_they_are_learned_once_whatever_happens_in_it(learned):
    days = ("2025-06-30", "2025-08-01")
    rates_on(on(*days), date(2025, 8, 2))
    rates_on(on(*days, "2025-08-20"), date(2025, 8, 31))
    assert len(learned) == 1
    rates_on(on(*days), date(2025, 9, 1))
    assert len(learned) == 2


def test_other_facts_before_it_are_learned_from_anew(learned):
    rates_on(on("2025-06-30"), date(2025, 8, 2))
    rates_on(on("2025-06-29"), date(2025, 8, 2))
    assert len(learned) == 2


def test_a_record_of_few_facts_has_the_shipped_rates():
    assert rates_on(on("2025-06-30"), date(2025, 8, 2)) is shipped_rates()


def test_what_is_reached_ends_with_the_day_and_begins_with_the_reach():
    reach = chance_settings().reach_days
    day = date(2025, 8, 15)
    graph = graph_from([(day.toordinal() - back, "KOR", "AID", "JPN") for back in (reach, reach - 1, 1, 0, -1)])
    assert (day.toordinal() - reached(graph, day).day).tolist() == [reach - 1, 1, 0]


def test_a_state_is_its_facts_in_whatever_order_they_came_and_whoever_else_is_known():
    graph = graph_from(FACTS)
    assert state_of(graph) == state_of(graph_from(reversed(FACTS)))
    assert state_of(graph_from([*FACTS, (20, "AUS", "AID", "FJI")]).until(10)) == state_of(graph)


@pytest.mark.parametrize(
    "other",
    [
        FACTS[:2],
        [*FACTS, FACTS[0]],
        [(8, *FACTS[0][1:]), *FACTS[1:]],
        [(9, "USA", "AID", "JPN"), *FACTS[1:]],
        [(9, "USA", "AGREE", "KOR"), *FACTS[1:]],
    ],
    ids=["less", "twice", "other day", "other target", "other type"],
)
def test_other_facts_are_another_state(other):
    assert state_of(graph_from(other)) != state_of(graph_from(FACTS))


def test_the_ids_of_events_and_their_weights_are_of_the_state():
    graph = graph_from(FACTS)
    named = replace(graph, event=np.array(["a", "b", "c"], dtype=object))
    assert len({state_of(graph), state_of(named), state_of(replace(graph, weight=graph.weight / 2))}) == 3


def test_an_empty_graph_has_a_state():
    assert state_of(graph_from([])) == state_of(graph_from(FACTS).until(0))
