"""Candidates and their numbers, reckoned anew from the facts; and the weights that each piece of evidence stands on."""

import numpy as np
import pytest

from stateofplay.forecast.candidates import CANDIDATE, MOST, NTH_DONE, NTH_MET, OF_PAIR, OF_TRIPLE, gather, pool_for
from stateofplay.forecast.evidence import (
    ABROAD_TO,
    ASKER,
    DEVOTED,
    ECHO,
    KNOWN,
    LEAD,
    LED,
    NUMBERS,
    OWN_SHARE,
    SINCE,
    TOGETHER,
    TYPICAL,
    WALK,
    WIDTH,
    frame_for,
    measure,
)
from stateofplay.forecast.ground import GROUPS, IDENTITIES, IDENTITY, WIDEST, bounds, place, seen_class, widened
from stateofplay.forecast.likeness import DIMENSIONS
from tests.forecast.events import facts
from tests.forecast.test_history import told

TODAY = 61
LATE = [(59, "Police_(CHN)", "CONSULT", "KOR"), (60, "KOR", "AID", "Ministry_(JPN)")]


class Asked:
    """The candidates of one question, by name."""

    def __init__(self, rows, source, kind):
        self.known = told(rows)
        self.question = (TODAY, self.known.actor(source), self.known.side(kind))
        tables = self.known.tables
        self.frame = frame_for(WIDEST, DIMENSIONS)
        pool = pool_for(len(tables.heads), self.known.sides)
        self.count = int(gather(tables, pool, self.question, self.frame.found))
        measure(tables, pool, self.question, self.frame, self.count)
        place(tables, self.question, self.frame, self.count, bounds(self.known.sides))
        self.names = [self.known.names[who] for who in self.frame.found[: self.count, CANDIDATE]]

    def numbers(self, name):
        return self.frame.numbers[self.names.index(name)]

    def found(self, name):
        return self.frame.found[self.names.index(name)]


@pytest.fixture(scope="module")
def asked():
    return Asked([*facts(), *LATE], "CHN", "ACCUSE")


def last_day(test):
    return max(f[0] for f in facts() if test(f))


def test_everybody_met_is_a_candidate_once_and_never_oneself(asked):
    assert {"JPN", "KOR", "PRK", "USA", "RUS"} <= set(asked.names)
    assert len(asked.names) == len(set(asked.names)) <= MOST
    assert "CHN" not in asked.names


def test_partners_of_partners_and_compatriots_are_candidates(asked):
    assert {"Ministry_(JPN)", "Police_(CHN)"} <= set(asked.names)
    assert asked.found("Ministry_(JPN)")[OF_PAIR] == -1
    assert asked.numbers("Ministry_(JPN)")[WALK] > 0


def test_places_tell_who_was_the_latest(asked):
    met = sorted((n for n in asked.names if asked.found(n)[NTH_MET]), key=lambda n: asked.found(n)[NTH_MET])
    days = [last_day(lambda f, name=name: {f[1], f[3]} == {"CHN", name}) for name in met]
    assert days == sorted(days, reverse=True)
    assert all(asked.found(n)[NTH_DONE] > 0 for n in asked.names if asked.found(n)[OF_TRIPLE] >= 0)


@pytest.mark.parametrize("name", ["JPN", "KOR", "USA"])
def test_numbers_are_those_of_the_facts(asked, name):
    acts = [f for f in facts() if f[1:] == ("CHN", "ACCUSE", name)]
    pair = [f for f in facts() if {f[1], f[3]} == {"CHN", name}]
    all_own = [f for f in facts() if f[1:3] == ("CHN", "ACCUSE")]
    every = [f for f in [*facts(), *LATE] if name in f]
    n = asked.numbers(name)
    assert n[SINCE] == TODAY - max(f[0] for f in acts)
    assert n[SINCE + 1] == TODAY - max(f[0] for f in pair)
    assert n[KNOWN + 1] == TODAY - min(f[0] for f in pair)
    assert n[KNOWN + 2] == len({f[0] for f in pair})
    assert n[TOGETHER + 4] == len(pair)
    assert n[OWN_SHARE + 4] == pytest.approx(len(acts) / (len(all_own) + 0.1))
    assert n[DEVOTED + 1] == pytest.approx(len(pair) / (len(every) + 0.1))
    assert n[TYPICAL + 1] == pytest.approx(len(acts) / (len(pair) + 0.1))


def test_of_a_stranger_nothing_between_the_two_is_known(asked):
    n = asked.numbers("Ministry_(JPN)")
    start = {name: sum(m for _, m, _ in NUMBERS[:k]) for k, (name, _, _) in enumerate(NUMBERS)}
    for name in ("own", "together", "own_share", "devoted", "typical", "rhythm", "followed"):
        width = next(many for kind, many, _ in NUMBERS if kind == name)
        assert not n[start[name] : start[name] + width].any(), name


def test_what_leads_has_one_and_the_others_their_share_of_it(asked):
    numbers = asked.frame.numbers[: asked.count]
    for nth, led in enumerate(LED.tolist()):
        np.testing.assert_allclose(
            numbers[:, LEAD + nth], numbers[:, led] / max(numbers[:, led].max(), 1e-9), rtol=1e-6
        )
    assert numbers[:, LEAD].max() == 1.0


def test_the_asker_is_as_busy_for_every_candidate(asked):
    acts = [f for f in facts() if f[1:3] == ("CHN", "ACCUSE")]
    dealings = [f for f in [*facts(), *LATE] if "CHN" in (f[1], f[3])]
    numbers = asked.frame.numbers[: asked.count, ASKER : ASKER + 2]
    assert np.array_equal(numbers, np.tile(np.array([len(acts), len(dealings)], dtype=np.float32), (asked.count, 1)))


def test_what_partners_do_to_a_candidate_echoes():
    """Of the partners of A, B alone accuses X, twice of the three acts of B; what it does otherwise is no echo."""
    rows = [(1, "A", "CONSULT", "B"), (58, "B", "ACCUSE", "X"), (59, "B", "ACCUSE", "X"), (60, "B", "ACCUSE", "Y")]
    asked = Asked([*rows, (60, "B", "AID", "Z"), (60, "C", "ACCUSE", "Z")], "A", "ACCUSE")
    lasting = {name: float(asked.numbers(name)[ECHO + 1]) for name in ("X", "Y", "Z")}
    assert lasting == pytest.approx({"X": 1 / 4 * 2, "Y": 1 / 4 * 1, "Z": 0.0})
    assert asked.numbers("X")[ECHO] > asked.numbers("Y")[ECHO] > 0


def test_what_compatriots_do_is_told_of_all_acts_and_of_these():
    rows = [(day, "Army_(JPN)", "ACCUSE", "X") for day in (1, 2)] + [(3, "Army_(JPN)", "AID", "X")]
    asked = Asked([*rows, (60, "Police_(JPN)", "ACCUSE", "Y")], "Police_(JPN)", "ACCUSE")
    n = asked.numbers("X")
    assert (n[ABROAD_TO], n[ABROAD_TO + 2]) == (3, 2)
    assert 0 < n[ABROAD_TO + 3] < n[ABROAD_TO + 1] < 3


def test_each_piece_of_evidence_stands_in_its_group(asked):
    starts = bounds(asked.known.sides)
    for c in range(asked.count):
        slots = asked.frame.slots[c, : asked.frame.many[c]]
        assert slots.min() >= 0
        assert slots.max() < starts[-1]
        groups = np.searchsorted(starts, slots, side="right") - 1
        assert groups[: 2 * WIDTH].tolist() == [0, 1] * WIDTH
        assert (groups == IDENTITY).sum() == IDENTITIES


def test_larger_numbers_stand_on_later_weights(asked):
    """The first number of two candidates, by its shared weight: more acts, a later class."""
    done = [c for c in range(asked.count) if seen_class(asked.frame.found[c]) == 2]
    amounts = asked.frame.numbers[done, 4]
    places = asked.frame.slots[done, 8]
    assert np.all(np.diff(places[np.argsort(amounts)]) >= 0)
    assert len(set(places)) > 1


def test_candidates_are_told_apart_by_what_they_are_to_the_asker(asked):
    classes = {name: int(seen_class(asked.found(name))) for name in asked.names}
    assert classes["Ministry_(JPN)"] == 0
    assert classes["USA"] == 2


def test_weights_move_with_their_evidence_when_types_find_room():
    old, new = bounds(4), bounds(6)
    weights = np.random.default_rng(1).random((old[-1], 2), dtype=np.float32)
    wider = widened(weights, 4, 6, 0.5)
    assert len(wider) == new[-1]
    for group, name in enumerate(GROUPS):
        ours = wider[new[group] : new[group + 1]]
        theirs = weights[old[group] : old[group + 1]]
        if name in ("rules", "spread"):
            assert np.array_equal(ours.reshape(6, 6, -1, 2)[:4, :4], theirs.reshape(4, 4, -1, 2)), name
        else:
            assert np.array_equal(ours[: len(theirs)], theirs), name
    assert wider[new[1] + len(weights[old[1] : old[2]]), 1] == 0.5
