"""The boosted forecaster: trees order what the sum found, never peek, and the parts still add up."""

import copy
import sys

import numpy as np
import pytest

from stateofplay.errors import YourInput
from stateofplay.forecast.boosted import TREES, BoostedForecaster
from stateofplay.forecast.forecaster import KINDS, AdditiveForecaster
from stateofplay.forecast.graph import graph_from
from tests.forecast.events import STATES, TYPES, facts

FIRST_ASKED = 50


@pytest.fixture(scope="module")
def graph():
    return graph_from(facts())


def small():
    """A forecaster of few trees."""
    forecaster = BoostedForecaster()
    forecaster._rounds = 12
    return forecaster


@pytest.fixture(scope="module")
def fitted(graph):
    """A forecaster that knows every day before FIRST_ASKED."""
    return small().fit(graph.until(FIRST_ASKED))


@pytest.fixture(scope="module")
def plain(graph):
    """The additive model that the trees stand on."""
    return AdditiveForecaster().fit(graph.until(FIRST_ASKED))


def questions():
    for actor in (*STATES, "Nobody"):
        for kind in (*TYPES, "NOTHING"):
            yield actor, kind, None
            yield None, kind, actor


def answers(forecaster, day=FIRST_ASKED):
    """Every question about the day, as lists that can be compared to the last bit."""
    rankings = {sides: forecaster.rank(*sides, day=day) for sides in questions()}
    return {sides: (ranking.actors, ranking.score.tolist()) for sides, ranking in rankings.items()}


def test_parts_add_up_to_the_score(fitted):
    ranking = fitted.rank("CHN", "ACCUSE", None, day=FIRST_ASKED)
    assert tuple(ranking.parts) == (*KINDS, TREES)
    np.testing.assert_allclose(sum(ranking.parts.values()), ranking.score, atol=1e-5)
    assert np.all(np.diff(ranking.score) <= 0)
    assert np.ptp(ranking.parts[TREES]) > 0


def test_candidates_and_probabilities_are_those_of_the_additive_model(fitted, plain):
    for sides in questions():
        ours, theirs = (model.rank(*sides, day=FIRST_ASKED) for model in (fitted, plain))
        ours_by_name = dict(zip(ours.actors, ours.probability.tolist(), strict=True))
        assert ours_by_name == dict(zip(theirs.actors, theirs.probability.tolist(), strict=True))


def test_trees_do_not_spoil_what_the_sum_knows():
    """Whoever is accused rejects its accuser on the day after: the accuser stays the likeliest."""
    graph = graph_from(facts(100))
    known, right = small().fit(graph.until(80)), []
    for day in range(80, 101):
        today = graph.since(day).until(day + 1)
        rows = zip(today.source.tolist(), today.type.tolist(), today.target.tolist(), strict=True)
        told = {(graph.actors[a], graph.actors[b]) for a, kind, b in rows if graph.types[kind] == "REJECT"}
        for source in {source for source, _ in told}:
            right.append((source, known.rank(source, "REJECT", None, day=day).actors[0]) in told)
        known.update(today)
    assert len(right) > 20
    assert np.mean(right) > 0.8


def test_nothing_of_the_day_or_later_changes_a_forecast(graph, fitted):
    later = [(day, "X_(CHN)", TYPES[day % len(TYPES)], STATES[day % len(STATES)]) for day in range(FIRST_ASKED, 61)]
    scrambled = graph_from([fact for fact in facts() if fact[0] < FIRST_ASKED] + later)
    assert answers(small().fit(scrambled.until(FIRST_ASKED))) == answers(fitted)


def test_which_other_questions_are_asked_does_not_matter(fitted):
    before = answers(fitted)
    again = copy.deepcopy(fitted)
    for sides in list(before)[::-2]:
        found = again.rank(*sides, day=FIRST_ASKED)
        assert (found.actors, found.score.tolist()) == before[sides]


def test_an_update_is_history_and_teaches_nothing(fitted, graph):
    known = copy.deepcopy(fitted)
    trees = [model.model_to_string() for model in known._trees]
    known.update(graph.since(FIRST_ASKED).until(FIRST_ASKED + 1))
    assert [model.model_to_string() for model in known._trees] == trees
    assert answers(known, FIRST_ASKED + 1) != answers(fitted, FIRST_ASKED + 1)


def test_lessons_of_days_long_past_are_forgotten(fitted, graph):
    known = small()
    known._days = 5
    known.fit(graph.until(FIRST_ASKED))
    days = {lesson.day for lesson in known._lessons}
    assert max(days) - min(days) < 5
    assert all(len(lesson.seen) <= known._learned for lesson in known._lessons)


def test_models_differ_and_their_mean_counts(fitted):
    """One model after the other in place of all: what they add is the mean of what each adds alone."""
    every = copy.deepcopy(fitted)
    texts = {model.model_to_string() for model in every._trees}
    assert len(texts) == every._models > 1
    name, adds = "CHN", []
    for model in fitted._trees:
        every._trees = [model]
        ranking = every.rank(name, "ACCUSE", None, day=FIRST_ASKED)
        adds.append(dict(zip(ranking.actors, ranking.parts[TREES].tolist(), strict=True)))
    all_ = fitted.rank(name, "ACCUSE", None, day=FIRST_ASKED)
    mean = [np.mean([add[actor] for add in adds]) for actor in all_.actors]
    np.testing.assert_allclose(all_.parts[TREES], mean, atol=1e-9)


def test_without_history_nobody_is_ranked():
    assert len(BoostedForecaster().fit(graph_from(facts(0))).rank("CHN", "ACCUSE", None, day=1)) == 0


def test_without_the_package_it_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "lightgbm", None)
    with pytest.raises(YourInput, match=r"stateofplay\[boost\]"):
        BoostedForecaster()
