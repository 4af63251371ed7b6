"""History: decayed sums equal sums over the facts themselves, both sides are kept, and growing loses nothing."""

import numpy as np
import pytest

from stateofplay.forecast.chronicle import STRANGER, Chronicle
from stateofplay.forecast.graph import graph_from
from stateofplay.forecast.history import (
    ACTOR,
    BESIDE,
    COUNTRY,
    DAYS,
    DOERS,
    DOES,
    FIRST,
    HALF_LIVES,
    HEAD,
    LAG_ENDS,
    LAST,
    NEXT,
    NONE,
    PAIR,
    PARTNERS,
    ROLE,
    SIDE,
    TRIPLE,
    WHO,
    amount,
    find,
    grown,
    packed,
)
from tests.forecast.events import facts

TODAY = 61


@pytest.fixture(scope="module")
def chronicle():
    return told(facts())


def told(rows):
    """A chronicle of these facts."""
    known = Chronicle()
    for today in known.days(graph_from(rows)):
        known.add(today)
    return known


def row(chronicle, kind, a, side, b):
    return int(find(chronicle.tables, packed(kind, a, side, b)))


def chain(tables, first, link):
    found = []
    while first >= 0:
        found.append(int(first))
        first = tables.rows[first, link]
    return found


@pytest.mark.parametrize("k", range(len(HALF_LIVES) + 1))
def test_sums_fade_as_the_facts_do(chronicle, k):
    """Reckoned anew from the facts, for every act that there was."""
    for source, kind, target in {f[1:] for f in facts()}:
        ago = np.array([TODAY - day for day, *act in facts() if act == [source, kind, target]])
        want = np.sum(0.5 ** (ago / HALF_LIVES[k])) if k < len(HALF_LIVES) else len(ago)
        a, b = chronicle.actor(source), chronicle.actor(target)
        there = row(chronicle, TRIPLE, a, chronicle.side(kind), b)
        back = row(chronicle, TRIPLE, b, chronicle.side(kind, inverse=True), a)
        for at in (there, back):
            assert float(amount(chronicle.tables, at, k, TODAY)) == pytest.approx(want, rel=1e-5)


def test_days_are_counted_once_and_first_and_last_are_kept(chronicle):
    a, b = chronicle.actor("CHN"), chronicle.actor("USA")
    days = {day for day, *act in facts() if {act[0], act[2]} == {"CHN", "USA"}}
    pair = chronicle.tables.rows[row(chronicle, PAIR, a, 0, b)]
    assert (pair[DAYS], pair[FIRST], pair[LAST]) == (len(days), min(days), max(days))


def test_rows_of_actors_and_sides_count_every_fact_of_theirs(chronicle):
    side = chronicle.side("ACCUSE")
    acts = [f for f in facts() if f[2] == "ACCUSE"]
    assert amount(chronicle.tables, row(chronicle, SIDE, 0, side, 0), 4, TODAY) == len(acts)
    own = row(chronicle, DOES, chronicle.actor("JPN"), side, 0)
    assert amount(chronicle.tables, own, 4, TODAY) == sum(f[1] == "JPN" for f in acts)
    actor = row(chronicle, ACTOR, chronicle.actor("JPN"), 0, 0)
    assert amount(chronicle.tables, actor, 4, TODAY) == sum("JPN" in f for f in facts())


def test_chains_run_from_the_latest_on(chronicle):
    tables, a = chronicle.tables, chronicle.actor("CHN")
    does = row(chronicle, DOES, a, chronicle.side("ACCUSE"), 0)
    chains = (
        chain(tables, tables.heads[a, PARTNERS], NEXT),
        chain(tables, tables.heads[chronicle.side("ACCUSE"), DOERS], NEXT),
        chain(tables, tables.rows[does, HEAD], BESIDE),
    )
    for found in chains:
        assert len(found) == len(set(found)) == 5 + (found is chains[1])
        assert np.all(np.diff(tables.rows[found, LAST]) <= 0)
    others = {chronicle.actor(name) for name in ("JPN", "KOR", "PRK", "USA", "RUS")}
    assert {int(tables.rows[at, WHO]) for at in chains[0]} == others


def test_what_followed_what_is_counted():
    """B rejects A on each day after A accused B: of all whom it may reject, yesterday's accuser was the answer."""
    rows = [(day, "A", "ACCUSE", "B") for day in (1, 3, 5)] + [(day, "B", "REJECT", "A") for day in (2, 4, 6)]
    known = told(rows)
    asked, accused = known.side("REJECT"), known.side("ACCUSE", inverse=True)
    lag = int(np.searchsorted(LAG_ENDS, 1))
    assert known.tables.tries[asked, accused, lag] == known.tables.hits[asked, accused, lag] == 3
    assert known.tables.hits[asked, accused].sum() == 3


def test_a_key_that_nothing_has_is_not_found(chronicle):
    assert row(chronicle, PAIR, 999, 0, 3) == -1


def test_growing_keeps_every_row(chronicle):
    wider = grown(chronicle.tables, 5000, 200, 100_000)
    used = int(chronicle.tables.used[0])
    assert len(wider.rows) >= 100_000
    assert len(wider.heads) >= 5000
    assert np.array_equal(wider.rows[:used], chronicle.tables.rows[:used])
    key = packed(PAIR, chronicle.actor("CHN"), 0, chronicle.actor("USA"))
    assert find(wider, key) == find(chronicle.tables, key) >= 0
    assert wider.hits.sum() == chronicle.tables.hits.sum()


def test_where_there_is_room_nothing_is_copied(chronicle):
    assert grown(chronicle.tables, 3, 3, 3) is chronicle.tables


def test_actors_are_numbered_as_they_appear_by_name():
    known = told([(1, "C", "x", "A"), (2, "B", "x", "A")])
    assert [known.actor(name) for name in ("A", "C", "B", "Z")] == [1, 2, 3, STRANGER]
    assert known.names == ["", "A", "C", "B"]


def test_a_name_that_is_somebodys_country_becomes_a_state():
    """Only once the other is there: who will appear tells nothing."""
    rows = [(1, "Japan", "x", "Somebody"), (2, "Police_(Japan)", "x", "Somebody")]
    before, after = told(rows[:1]), told(rows)
    assert before.tables.heads[before.actor("Japan"), 3] == -1
    state, police = (after.tables.heads[after.actor(name)] for name in ("Japan", "Police_(Japan)"))
    assert state[4] == police[4] >= 0
    assert state[3] != police[3]


def test_a_person_belongs_to_the_country_whose_people_it_meets_most():
    rows = [(d, "Kim", "x", "Police_(Japan)") for d in (1, 2)] + [(d, "Kim", "x", "Police_(Korea)") for d in (3, 4, 5)]
    known = told(rows)
    assert known.tables.heads[known.actor("Kim"), 4] == known.tables.heads[known.actor("Police_(Korea)"), 4]


def test_an_act_toward_oneself_is_left_out_and_the_same_fact_is_one():
    known = told([(1, "A", "x", "A"), (1, "A", "x", "B"), (1, "A", "x", "B")])
    assert row(known, TRIPLE, known.actor("A"), known.side("x"), known.actor("A")) == -1
    both = row(known, TRIPLE, known.actor("A"), known.side("x"), known.actor("B"))
    assert amount(known.tables, both, 4, 2) == 2
    assert known.tables.rows[both, DAYS] == 1


def test_the_name_of_a_stranger_tells_what_is_known_of_such_names_and_leaves_no_trace():
    known = told([(1, "Police_(Japan)", "x", "Army_(Korea)")])
    heads, before = known.tables.heads, known.tables.heads[1:].copy()
    army, police = known.actor("Army_(Korea)"), known.actor("Police_(Japan)")
    assert known.asked("Army_(Japan)") == STRANGER
    assert (heads[STRANGER, ROLE], heads[STRANGER, COUNTRY]) == (heads[army, ROLE], heads[police, COUNTRY])
    assert known.asked("Nobody_(Nowhere)") == STRANGER
    assert (heads[STRANGER, ROLE], heads[STRANGER, COUNTRY]) == (NONE, NONE)
    assert known.asked("Army_(Korea)") == army
    assert np.array_equal(heads[1:], before)
    assert len(known.names) == 3


def test_a_new_actor_is_asked_about_with_what_earlier_days_told_of_its_name():
    """On the day it appears it learns as a stranger is answered: countries that are new on that day tell nothing."""
    known = told([(1, "Police_(Japan)", "x", "Army_(Korea)")])
    rows = [(2, "Army_(Japan)", "x", "Police_(China)"), (2, "Japan", "x", "China")]
    facts = next(iter(known.days(graph_from(rows))))
    heads = known.tables.heads
    place = {name: tuple(heads[known.actor(name), [ROLE, COUNTRY]].tolist()) for name in known.names[1:]}
    japan = heads[known.actor("Police_(Japan)"), COUNTRY]
    assert place["Army_(Japan)"] == (heads[known.actor("Army_(Korea)"), ROLE], japan)
    assert place["Police_(China)"] == (heads[known.actor("Police_(Japan)"), ROLE], NONE)
    assert place["China"] == (NONE, NONE)
    assert place["Japan"][1] == japan
    known.add(facts)
    assert heads[known.actor("Police_(China)"), COUNTRY] == heads[known.actor("China"), COUNTRY] >= 0
