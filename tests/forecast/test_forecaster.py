"""The additive forecaster: it never peeks, its parts are its score, and no numbering of actors matters."""

import copy
import random

import numpy as np
import pytest

from stateofplay.forecast.forecaster import KINDS, AdditiveForecaster
from stateofplay.forecast.graph import EventGraph, graph_from
from tests.forecast.events import STATES, TYPES, facts

FIRST_ASKED = 50


@pytest.fixture(scope="module")
def graph():
    return graph_from(facts())


@pytest.fixture(scope="module")
def fitted(graph):
    """A forecaster that knows every day before FIRST_ASKED."""
    return AdditiveForecaster().fit(graph.until(FIRST_ASKED))


def answers(forecaster, day=FIRST_ASKED):
    """Every question about the day, as lists that can be compared to the last bit."""
    asked = {}
    for actor in (*STATES, "Nobody"):
        for kind in (*TYPES, "NOTHING"):
            for sides in ((actor, kind, None), (None, kind, actor)):
                ranking = forecaster.rank(*sides, day=day)
                asked[sides] = (ranking.actors, ranking.score.tolist())
    return asked


def test_what_answers_what_is_learned():
    """Whoever is accused rejects its accuser on the day after: the accuser is the likeliest."""
    graph = graph_from(facts(150))
    known, right = AdditiveForecaster().fit(graph.until(120)), []
    for day in range(120, 151):
        today = graph.since(day).until(day + 1)
        rows = zip(today.source.tolist(), today.type.tolist(), today.target.tolist(), strict=True)
        told = {(graph.actors[a], graph.actors[b]) for a, kind, b in rows if graph.types[kind] == "REJECT"}
        for source in {source for source, _ in told}:
            right.append((source, known.rank(source, "REJECT", None, day=day).actors[0]) in told)
        known.update(today)
    assert len(right) > 40
    assert np.mean(right) > 0.8


def test_parts_add_up_to_the_score(fitted):
    for sides in (("CHN", "ACCUSE", None), (None, "CONSULT", "JPN")):
        ranking = fitted.rank(*sides, day=FIRST_ASKED)
        assert tuple(ranking.parts) == KINDS
        np.testing.assert_allclose(sum(ranking.parts.values()), ranking.score, atol=1e-5)


def test_probabilities_are_of_one_answer_and_in_order(fitted):
    ranking = fitted.rank("CHN", "ACCUSE", None, day=FIRST_ASKED)
    assert ranking.probability.sum() == pytest.approx(1.0)
    assert np.all(np.diff(ranking.score) <= 0)
    assert len(ranking) == len(ranking.actors) == len(set(ranking.actors))
    assert "CHN" not in ranking.actors


def test_nothing_of_the_day_or_later_changes_a_forecast(graph):
    """Facts of the day and after it are scrambled: actors, types and all."""
    chance = random.Random(3)
    later = [
        (day, f"X{chance.randrange(9)}_(CHN)", chance.choice(TYPES), chance.choice(STATES)) for day in range(50, 61)
    ]
    scrambled = graph_from([f for f in facts() if f[0] < FIRST_ASKED] + later)
    before = answers(AdditiveForecaster().fit(graph.until(FIRST_ASKED)))
    assert answers(AdditiveForecaster().fit(scrambled.until(FIRST_ASKED))) == before


def test_which_other_questions_are_asked_does_not_matter(fitted):
    """Half of the day's questions, in another order, have the same answers."""
    before = answers(fitted)
    again = copy.deepcopy(fitted)
    for sides in list(before)[::-2]:
        found = again.rank(*sides, day=FIRST_ASKED)
        assert (found.actors, found.score.tolist()) == before[sides]


def test_the_numbers_of_actors_and_types_do_not_matter(graph):
    """The same facts under other codes, in another order within the day."""
    chance = np.random.default_rng(5)
    who, what = chance.permutation(len(graph.actors)), chance.permutation(len(graph.types))
    mixed = np.lexsort((chance.random(len(graph)), graph.day))
    other = EventGraph(
        day=graph.day[mixed],
        source=who[graph.source[mixed]].astype(np.int32),
        type=what[graph.type[mixed]].astype(np.int32),
        target=who[graph.target[mixed]].astype(np.int32),
        weight=graph.weight[mixed],
        actors=tuple(np.array(graph.actors)[np.argsort(who)].tolist()),
        types=tuple(np.array(graph.types)[np.argsort(what)].tolist()),
    )
    until = AdditiveForecaster().fit(other.until(FIRST_ASKED))
    assert answers(until) == answers(AdditiveForecaster().fit(graph.until(FIRST_ASKED)))


def test_a_day_at_a_time_is_all_at_once(graph):
    by_day = AdditiveForecaster()
    for day in range(1, FIRST_ASKED):
        by_day.fit(graph.since(day).until(day + 1))
    assert answers(by_day) == answers(AdditiveForecaster().fit(graph.until(FIRST_ASKED)))


def test_an_update_is_history_and_teaches_nothing(fitted, graph):
    known = copy.deepcopy(fitted)
    weights = known._weights.copy()
    known.update(graph.since(FIRST_ASKED).until(FIRST_ASKED + 1))
    assert np.array_equal(known._weights, weights)
    assert answers(known, FIRST_ASKED + 1) != answers(fitted, FIRST_ASKED + 1)


def test_new_types_and_actors_find_room():
    """More types than there was room for at first: weights and history move, and nothing is lost."""
    few = AdditiveForecaster().fit(graph_from(facts(20)))
    many = [(21, f"A{n}", f"T{n}", "CHN") for n in range(300)] + [(22, f"A{n}", f"T{n}", "CHN") for n in range(300)]
    known = few.fit(graph_from(many))
    assert known.rank(None, "T7", "CHN", day=23).actors[0] == "A7"
    assert "JPN" in known.rank("CHN", "ACCUSE", None, day=23).actors


def test_an_unknown_actor_gets_those_to_whom_it_is_usually_done(fitted):
    assert len(fitted.rank("Nobody", "ACCUSE", None, day=FIRST_ASKED)) > 0


def test_an_unknown_type_gets_nobody(fitted):
    ranking = fitted.rank("CHN", "NOTHING", None, day=FIRST_ASKED)
    assert (len(ranking), ranking.probability.tolist()) == (0, [])


def test_without_history_nobody_is_ranked():
    assert len(AdditiveForecaster().rank("CHN", "ACCUSE", None, day=1)) == 0


@pytest.mark.parametrize(("source", "target"), [(None, None), ("CHN", "JPN")])
def test_one_side_must_be_missing(fitted, source, target):
    with pytest.raises(ValueError, match="missing"):
        fitted.rank(source, "ACCUSE", target, day=FIRST_ASKED)


def test_a_day_that_is_history_cannot_be_asked_or_added(fitted, graph):
    with pytest.raises(ValueError, match="peek"):
        fitted.rank("CHN", "ACCUSE", None, day=FIRST_ASKED - 1)
    with pytest.raises(ValueError, match="not after"):
        copy.deepcopy(fitted).update(graph.until(FIRST_ASKED))
