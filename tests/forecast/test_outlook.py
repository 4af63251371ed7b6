"""The outlook: whose moves, in which order, from which facts, with which sentences, and what thin records say."""

from datetime import date, timedelta
from itertools import pairwise

import pytest

from stateofplay.day import Day
from stateofplay.forecast.graph import Data
from stateofplay.forecast.move import Move
from stateofplay.forecast.outlook import Outlook, Question, outlook_of, ranked
from stateofplay.forecast.reason import Reason
from stateofplay.knowledge.event_type import event_types
from stateofplay.knowledge.region import region
from stateofplay.record.record import open_record
from tests.board.pages import NOON, act, page

ON = date(2025, 9, 30)
REGION = "northeast_asia"
PAGES = (
    page("2025-06-10", act("KOR>JPN", "CONSULT", "2025-06-09"), publisher="Herald"),
    page("2025-07-02", act("CHN>JPN", "ACCUSE", "2025-07-01"), publisher="Herald"),
    page(
        "2025-07-06", act("JPN>CHN", "ACCUSE", "2025-07-05"), act("JPN>CHN", "REJECT", "2025-07-05"), publisher="Post"
    ),
    page(
        "2025-08-24", act("KOR>JPN", "CONSULT", "2025-08-23"), act("KOR>USA", "CONSULT", "2025-08-23"), publisher="Post"
    ),
    page("2025-08-25", act("KOR>JPN", "CONSULT", "2025-08-23"), publisher="Times"),
    page(
        "2025-09-20",
        act("CHN>JPN", "ACCUSE", "2025-09-19"),
        act("USA>KOR", "SANCTION", "2025-09-18"),
        publisher="Times",
    ),
    page("2025-09-21", act("PRK>KOR", "THREATEN", "2025-09-20", status="planned"), publisher="Times"),
)
LATER = page("2025-10-05", act("JPN>KOR", "SANCTION", "2025-09-28"), act("KOR>JPN", "PROTEST", "2025-10-03"))


@pytest.fixture(scope="module")
def record(tmp_path_factory):
    record = open_record(tmp_path_factory.mktemp("outlook") / "record")
    record.add(PAGES, recorded_at=NOON)
    return record


def ahead(record, source="KOR", target="JPN", *, on=ON, known=None, **more) -> Outlook:
    question = Question(source=source, target=target, **more)
    return outlook_of(record, question, on=on, known=known, region=REGION)


def move(source, type, target, probability=0.2):
    reason = Reason(kind="base_rate", weight=0.0, numbers={})
    return Move(
        source=source, type=type, target=target, first=ON, last=ON, probability=probability, low=0.1, high=0.9,
        base_rate=0.2, recurrence=0.0, no_change=0.0, reasons=(reason,),
    )  # fmt: skip


def test_every_type_of_act_is_ranked_once_the_likeliest_first(record):
    found = ahead(record).moves
    assert {move.type for move in found} == {name for name, type in event_types().items() if type.quad}
    assert len(found) == len({move.type for move in found})
    assert all(one.probability >= other.probability for one, other in pairwise(found))
    assert {(move.source, move.target) for move in found} == {("KOR", "JPN")}


def test_every_move_has_a_reason_a_band_and_a_window_after_the_day(record):
    for move in ahead(record, within=7).moves:
        assert move.reasons
        assert 0 < move.low <= move.probability <= move.high < 1
        assert (move.first, move.last) == (ON + timedelta(days=1), ON + timedelta(days=7))


def test_a_longer_window_is_never_less_likely(record):
    short, long = (
        {(one.type, one.target): one.probability for one in ahead(record, within=days).moves} for days in (7, 90)
    )
    assert all(long[key] >= short[key] for key in short)


def test_of_two_sides_what_has_no_direction_comes_once(record):
    found = ahead(record, both=True).moves
    mutual = [(move.source, move.type) for move in found if event_types()[move.type].mutual]
    assert sorted(type for _, type in mutual) == sorted(n for n, t in event_types().items() if t.mutual)
    assert {source for source, _ in mutual} == {"KOR"}
    assert {move.source for move in found} == {"KOR", "JPN"}


def test_toward_anybody_ranks_all_with_whom_it_has_dealt(record):
    assert {move.target for move in ahead(record, target=None).moves} == {"JPN", "USA"}


def test_who_has_dealt_with_nobody_is_ranked_toward_the_actors_of_the_region(record):
    outlook = ahead(record, "NZL", None)
    assert {move.target for move in outlook.moves} == {*region(REGION).actors[:7]}
    assert outlook.thin


def test_one_type_alone(record):
    assert [move.type for move in ahead(record, type="CONSULT").moves] == ["CONSULT"]


def test_of_equal_probability_the_order_is_by_name():
    question = Question(source="KOR")
    found = ranked([move("KOR", "REJECT", "USA"), move("KOR", "ACCUSE", "USA"), move("KOR", "REJECT", "JPN")], question)
    assert [(one.target, one.type) for one in found] == [("JPN", "REJECT"), ("USA", "ACCUSE"), ("USA", "REJECT")]


def test_a_mutual_move_is_told_from_the_side_asked_about():
    question = Question(source="KOR", target="JPN", both=True)
    for given in ([move("JPN", "CONSULT", "KOR"), move("KOR", "CONSULT", "JPN")],) * 2:
        assert [one.source for one in ranked(given, question)] == ["KOR"]
        assert [one.source for one in ranked(given[::-1], question)] == ["KOR"]


def test_what_a_reason_rests_on_opens_to_sentences(record):
    outlook = ahead(record, type="CONSULT")
    (talks,) = outlook.moves
    rests_on = [id for reason in talks.reasons for id in reason.events]
    assert rests_on
    for id in rests_on:
        for sentence in outlook.sentences[id]:
            assert sentence.quote in record.document(sentence.document).text
    told = {sentence.publisher for sentence in outlook.cited(rests_on)}
    assert {"Post", "Times"} <= told


def test_an_event_told_often_shows_two_documents(record):
    assert max(len(sentences) for sentences in ahead(record, type="CONSULT").sentences.values()) == 2


def test_what_was_published_later_changes_nothing(record, tmp_path):
    more = open_record(tmp_path / "record")
    more.add((*PAGES, LATER), recorded_at=NOON)
    assert ahead(more, both=True, known=ON) == ahead(record, both=True, known=ON)
    assert ahead(more, both=True) != ahead(record, both=True)


def test_what_happened_later_is_not_looked_at(record):
    before = ahead(record, on=date(2025, 9, 1))
    assert before.events < ahead(record).events
    assert before.begins == ahead(record).begins == date(2025, 6, 9)
    cut = open_record(record.folder.parent / "cut")
    cut.add([reading for reading in PAGES if reading.document.published.last <= date(2025, 9, 1)], recorded_at=NOON)
    assert ahead(cut, on=date(2025, 9, 1)).moves == before.moves


def test_the_same_record_gives_the_same(record):
    assert ahead(record, both=True) == ahead(open_record(record.folder), both=True)


def test_it_counts_what_concerns_those_asked_about(record):
    # Eight acts; what is planned is no fact, and talks told twice are one.
    assert ahead(record).events == 8
    assert ahead(record).of_these == 2
    assert ahead(record, target=None).of_these == 4


def test_an_actor_without_an_event_gets_base_rates_and_says_so(record):
    outlook = ahead(record, "NZL", "JPN")
    assert outlook.of_these == 0
    assert outlook.thin
    rests_on = {id for move in outlook.moves for reason in move.reasons for id in reason.events}
    assert not {event.id for event in record.events(ids=sorted(rests_on)) if "NZL" in (*event.source, *event.target)}
    assert {reason.kind for move in outlook.moves for reason in move.reasons} >= {"base_rate", "coverage"}
    assert len(outlook.moves) == len(ahead(record).moves)


def test_a_record_without_an_event_gets_base_rates(tmp_path):
    outlook = ahead(open_record(tmp_path / "record"))
    assert (outlook.events, outlook.of_these, outlook.begins) == (0, 0, None)
    assert outlook.thin
    assert outlook.moves


def test_occasions_are_of_those_asked_about(record):
    held = {one.occasion.id for one in ahead(record, target=None, within=90).occasions}
    pair = {one.occasion.id for one in ahead(record, within=90).occasions}
    assert "yasukuni-autumn-festival" in pair
    assert "security-consultative-meeting" in held - pair


def test_the_calendar_is_evidence(record):
    with_festival = ahead(record, type="ACCUSE", within=31)
    (accuse,) = with_festival.moves
    assert [reason.numbers["occasion"] for reason in accuse.reasons if reason.kind == "occasion"] == [
        "yasukuni-autumn-festival"
    ]


def test_only_the_events_asked_for_count(record):
    assert ahead(record, data=Data.IMPORTED).events == 0
    assert ahead(record, data=Data.READ) == ahead(record, data=Data.READ)
    assert ahead(record, data=Data.READ).events == 8


@pytest.mark.parametrize("wrong", [{"within": 0}, {"source": "JPN"}])
def test_a_question_that_makes_no_sense_is_refused(wrong):
    with pytest.raises(ValueError, match=r"window|itself"):
        Question(**{"source": "KOR", "target": "JPN", **wrong})


def test_the_day_of_an_act_is_its_own_not_that_of_its_telling(record):
    assert ahead(record, on=date(2025, 8, 23), known=date(2025, 8, 23)).events == 4
    assert Day.on(ahead(record).first).first == date(2025, 10, 1)
