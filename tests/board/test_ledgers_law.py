"""What ledgers find in columns for all is what they find of each alone, on records made by chance."""

import random
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stateofplay.board.disagreements import disagreements_of
from stateofplay.board.promises import promises_of
from stateofplay.record import derived
from stateofplay.record.record import open_record
from tests.board.test_promises import NOON, Page, bound, deed

REGION = "northeast_asia"
FIRST = date(2025, 3, 1)
WAYS = ("KOR>USA", "USA>KOR", "JPN>USA", "KOR>JPN", "USA JPN>KOR")
SENTENCES = (
    "They pledged 350 billion dollars on tariffs in paper",
    "They pledged 12 ships in paper",
    "They were slow to cut tariffs in paper",
    "What they reneged on stands in paper",
)
few = settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def by_chance(seed: int, pages: int = 12):
    """Readings in which a few actors promise and act, on days near each other."""
    chance = random.Random(seed)
    for number in range(pages):
        lines = [f"{chance.choice(SENTENCES)} {number} {line}." for line in range(4)]
        published = FIRST + timedelta(days=chance.randrange(60)) if chance.random() < 0.9 else None
        page = Page(" ".join(lines), published.isoformat() if published else None)
        for line in lines:
            day = (FIRST + timedelta(days=chance.randrange(60))).isoformat() if chance.random() < 0.7 else None
            way = chance.choice(WAYS)
            if chance.random() < 0.5:
                amount = {"amount": 350e9, "unit": "USD"} if "350" in line else {}
                page.says(line, bound(way, chance.choice(("offered", "agreed", "in-force")), day, **amount))
            else:
                kind = chance.choice(("SANCTION", "REJECT", "CONSULT", "AGREE"))
                page.says(line, deed(way, kind, day), chance.choice(("occurred", "occurred", "denied")))
        yield page.reading


@pytest.fixture
def chance_record(tmp_path_factory):
    def made(seed):
        record = open_record(tmp_path_factory.mktemp("law") / "record")
        record.add(by_chance(seed), recorded_at=NOON)
        return record

    return made


def days(seed: int):
    chance = random.Random(seed)
    return sorted(FIRST + timedelta(days=chance.randrange(70)) for _ in range(2))


@few
@given(seed=st.integers(0, 10_000))
def test_what_is_not_said_to_be_unlike_is_alike(chance_record, seed):
    record, (since, on) = chance_record(seed), days(seed)
    for known, now_known in ((since, on), (None, None), (since, None)):
        before = promises_of(record, since, known, region=REGION)
        after = promises_of(record, on, now_known, region=REGION)
        stood = {promise.id: promise for promise in before}
        found = {new.id: (new, old) for new, old in after.unlike(before)}
        for promise in after:
            new, old = found.get(promise.id, (promise, promise))
            assert new == promise
            assert old == stood.get(promise.id)


@few
@given(seed=st.integers(0, 10_000))
def test_a_pair_asked_for_is_that_pair_among_all(chance_record, seed):
    record, (_, on) = chance_record(seed), days(seed)
    every = promises_of(record, on, None, region=REGION)
    for pair in (("KOR", "USA"), ("JPN", "USA")):
        wanted = [promise for promise in every if {*pair} <= {*promise.parties}]
        assert list(promises_of(record, on, None, region=REGION, between=pair)) == wanted
        assert list(every.of(parties=pair)) == wanted
    for promise in every[:2]:
        assert list(every.of(id=promise.id)) == [promise]
        assert promise in every.of(deal=promise.deal)
    assert every.parties == {party for promise in every for party in promise.parties}


@few
@given(seed=st.integers(0, 10_000))
def test_parts_of_a_ledger_are_its_parts(chance_record, seed):
    record = chance_record(seed)
    for ledger in (promises_of(record, None, None, region=REGION), disagreements_of(record, None, None, region=REGION)):
        every = list(ledger)
        assert len(every) == len(ledger)
        assert list(ledger[1:3]) == every[1:3]
        if every:
            assert (ledger[0], ledger[-1]) == (every[0], every[-1])


@few
@given(seed=st.integers(0, 10_000))
def test_disagreements_are_found_by_whom_and_what_they_are_about(chance_record, seed):
    record, (since, on) = chance_record(seed), days(seed)
    every = disagreements_of(record, None, None, region=REGION)
    assert every.actors == {actor for one in every for actor in one.actors}
    assert list(every.of(actors=["KOR"])) == [one for one in every if "KOR" in one.actors]
    assert list(every.of(about="when")) == [one for one in every if one.about == "when"]
    before, after = (disagreements_of(record, day, day, region=REGION) for day in (since, on))
    assert [one for one in after if one not in list(before)] == list(after.unlike(before))


@few
@given(seed=st.integers(0, 10_000))
def test_what_is_kept_says_what_is_made(chance_record, seed, tmp_path_factory):
    """Also what was kept and then torn or taken away."""
    record, (since, on) = chance_record(seed), days(seed)

    def said(known):
        opened = open_record(record.folder)
        ledgers = promises_of(opened, on, known, region=REGION), disagreements_of(opened, on, known, region=REGION)
        return [[one.as_json() for one in ledger] for ledger in ledgers]

    made = said(None), said(since)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(derived, "least_rows", lambda: 0)
        assert (said(None), said(since)) == made
        kept = sorted((record.folder / "derived").iterdir())
        assert {path.name.partition("-")[0] for path in kept} >= {"standing", "sayings", "accounts", "contradictions"}
        assert (said(None), said(since)) == made
        for at, path in enumerate(kept):
            path.unlink() if at % 2 else path.write_bytes(path.read_bytes()[:100])
        assert (said(None), said(since)) == made
