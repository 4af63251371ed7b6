"""The board: relations on a day, from what was published by another, and the laws that every board obeys."""

from datetime import date

import pytest

from stateofplay.board.weights import published_weights
from stateofplay.errors import NotFound
from stateofplay.reading.statement import Status

W = published_weights()


def numbers(board):
    return {(r.source, r.target): (r.score, r.low, r.high, r.count, r.tellings, r.sources) for r in board}


def test_a_meeting_counts_for_both_directions(fold, told):
    board = fold([told.reading(told.event("CONSULT", "KOR", "JPN", "2025-08-23"))])
    assert board["KOR", "JPN"].score == board["JPN", "KOR"].score > 0
    assert len(board) == 2


def test_a_sanction_counts_for_one_direction(fold, told):
    board = fold([told.reading(told.event("SANCTION", "USA", "KOR", "2025-08-23"))])
    assert board["USA", "KOR"].score < 0
    assert board["KOR", "USA"].score == 0
    assert [(r.source, r.target) for r in board] == [("USA", "KOR")]


def test_one_lonely_event_is_far_from_the_end_of_the_scale(fold, told):
    board = fold([told.reading(told.event("AID", "USA", "KOR", "2025-09-01"))])
    assert board["USA", "KOR"].score == pytest.approx(10 / 3)


def test_a_meeting_of_three_is_one_event_of_six_relations(fold, told):
    board = fold([told.reading(told.event("CONSULT", "KOR", "USA JPN", "2025-08-23"))])
    assert len(board) == 6
    assert len({r.events[0].event.id for r in board}) == 1


def test_an_event_told_often_counts_once(fold, told):
    meeting = told.event("CONSULT", "KOR", "JPN", "2025-08-23")
    once = fold([told.reading(meeting)])["KOR", "JPN"]
    often = fold([told.reading(meeting, publisher=f"Paper {i}") for i in range(5)])["KOR", "JPN"]
    assert often.score == once.score
    assert (once.tellings, often.tellings, often.count, often.sources) == (1, 6, 1, 6)
    assert (once.few_sources, often.few_sources) == (True, False)


@pytest.mark.parametrize("status", [Status.PLANNED, Status.DENIED, Status.HYPOTHETICAL])
def test_what_did_not_happen_moves_nothing(fold, told, status):
    board = fold([told.reading(told.event("CONSULT", "KOR", "JPN", "2025-08-23", status))])
    assert len(board) == 0


def test_what_happened_later_moves_nothing(fold, told):
    board = fold([told.reading(told.event("CONSULT", "KOR", "JPN", "2025-09-02"))], on="2025-09-01")
    assert len(board) == 0
    assert board["KOR", "JPN"].count == 0


def test_names_do_for_ids_and_what_names_nobody_is_refused(fold, told):
    board = fold([told.reading(told.event("AID", "KOR", "JPN", "2025-08-23"), told.event("AID", "QQ9", "KOR", "2025"))])
    assert board["南韓", "Japan"] == board["KOR", "JPN"]
    assert board["南韓", "Japan"].count == 1
    assert board["QQ9", "JPN"].count == 0
    with pytest.raises(NotFound, match="QQX"):
        board["QQX", "JPN"]


def test_what_was_published_later_is_not_known(fold, told):
    readings = [told.reading(told.event("CONSULT", "KOR", "JPN", "2025-08-23"), published="2025-09-05")]
    assert len(fold(readings, known="2025-09-04")) == 0
    assert len(fold([], known="2025-09-05")) == 2


def test_later_statements_never_change_an_earlier_board(fold, told):
    first = [
        told.reading(
            told.event("CONSULT", "KOR", "JPN", "2025-08-23"), told.event("SANCTION", "USA", "KOR", "2025-08")
        ),
        told.reading(told.event("CONSULT", "JPN", "KOR", "2025-08-23"), publisher="Times", published="2025-08-30"),
    ]
    before = numbers(fold(first, known="2025-09-01"))
    later = [
        told.reading(told.event("ASSAULT", "JPN", "KOR", "2025-08-24"), published="2025-09-02"),
        told.reading(told.event("CONSULT", "KOR", "JPN", "2025-08-23"), publisher="Post", published="2025-09-03"),
    ]
    assert numbers(fold(later, known="2025-09-01")) == before
    assert numbers(fold([])) != before


def test_the_order_of_reading_changes_nothing(tmp_path, fold, told):
    readings = [
        told.reading(told.event("CONSULT", "KOR", "JPN", "2025-08-23"), publisher=name, published=day)
        for name, day in (("A", "2025-08-24"), ("B", "2025-08-25"), ("C", None))
    ]
    one = numbers(fold(readings[:2], known="2025-12-31"))
    assert numbers(fold(reversed(readings[:2]), known="2025-12-31")) == one


def test_contributions_add_up_to_the_score_and_come_in_order(fold, told):
    claims = [
        told.event("AID", "USA", "KOR", "2025-08-01"),
        told.event("SANCTION", "USA", "KOR", "2025-08-31"),
        told.event("REQUEST", "USA", "KOR", "2025-08-31"),
        told.event("CONSULT", "USA", "KOR", "2023-08-31"),
    ]
    relation = fold([told.reading(*claims)])["USA", "KOR"]
    contributions = [weighed.contribution for weighed in relation.events]
    assert sum(contributions) == pytest.approx(relation.score)
    assert [abs(value) for value in contributions] == sorted((abs(value) for value in contributions), reverse=True)
    assert [weighed.event.type for weighed in relation.events] == ["AID", "SANCTION", "REQUEST", "CONSULT"]
    assert relation.count == len(relation.events) == 4


def test_every_number_opens_to_its_sentence(fold, told):
    readings = [told.reading(told.event("CONSULT", "KOR", "JPN", "2025-08-23"), publisher=p) for p in ("A", "B")]
    board = fold(readings)
    texts = {document.id: document.text for document in board.record.documents()}
    for relation in board:
        for weighed in relation.events:
            for telling in weighed.event.tellings:
                assert texts[telling.document][telling.start : telling.end] == telling.quote


def test_events_are_read_only_when_asked_for(fold, told, monkeypatch):
    board = fold([told.reading(told.event("CONSULT", "KOR", "JPN", "2025-08-23"))])
    asked = []
    events = board.record.events
    monkeypatch.setattr(board.record, "events", lambda known=None, ids=None: asked.append(ids) or events(known, ids))
    relation = board["KOR", "JPN"]
    assert board.relations and board.actors and not asked
    assert relation.events and relation.events
    assert len(asked) == 1


def test_trend_is_the_change_of_the_score(fold, told):
    readings = [
        told.reading(told.event("AID", "USA", "KOR", "2025-07-01"), told.event("SANCTION", "USA", "KOR", "2025-08-20"))
    ]
    now = fold(readings, on="2025-09-01")["USA", "KOR"]
    then = {30: fold([], on="2025-08-02")["USA", "KOR"], 90: fold([], on="2025-06-03")["USA", "KOR"]}
    assert now.trend == {days: pytest.approx(now.score - relation.score) for days, relation in then.items()}
    assert now.direction == "falling"


@pytest.mark.parametrize(("kind", "direction"), [("AID", "rising"), ("ASSAULT", "falling")])
def test_direction_follows_the_trend(fold, told, kind, direction):
    assert fold([told.reading(told.event(kind, "USA", "KOR", "2025-08-31"))])["USA", "KOR"].direction == direction


def test_a_small_change_is_steady(fold, told):
    relation = fold([told.reading(told.event("REQUEST", "USA", "KOR", "2025-08-31"))])["USA", "KOR"]
    assert abs(relation.trend[30]) < W.steady_below
    assert relation.direction == "steady"


def test_a_relation_without_events_is_empty_and_wide(fold, told):
    board = fold([told.reading(told.event("AID", "USA", "KOR", "2025-08-31"))])
    relation = board["RUS", "FJI"]
    assert (relation.score, relation.count, relation.sources, relation.events) == (0.0, 0, 0, ())
    assert relation.few_sources
    assert relation.high - relation.low > board["USA", "KOR"].high - board["USA", "KOR"].low


def test_an_empty_record_has_an_empty_board(fold):
    board = fold([])
    assert (len(board), board.relations, board.actors, board.unplaced) == (0, (), (), 0)
    assert board["KOR", "JPN"].score == 0.0
    assert board.domestic("KOR") == ()
    assert board.table().num_rows == 0


def test_relations_come_furthest_from_zero_first(fold, told):
    claims = [
        told.event("REQUEST", "USA", "KOR", "2025-08-31"),
        told.event("ASSAULT", "PRK", "KOR", "2025-08-31"),
        told.event("AID", "CHN", "KOR", "2025-08-31"),
    ]
    assert [r.source for r in fold([told.reading(*claims)])] == ["CHN", "PRK", "USA"]


def test_domestic_events_move_no_relation(fold, told):
    claims = [
        told.event("TRANSITION", "JPN", "", "2025-08-31"),
        told.event("TRANSITION", "JPN", "", "2025-06-01"),
        told.event("MOBILIZE", "JPN", "", "2025-08-30"),
        told.event("MOBILIZE", "JPN", "CHN", "2025-08-30"),
    ]
    board = fold([told.reading(*claims)])
    assert [(w.event.type, w.contribution) for w in board.domestic("JPN")] == [
        ("TRANSITION", 0.0),
        ("MOBILIZE", 0.0),
        ("TRANSITION", 0.0),
    ]
    assert [(r.source, r.target) for r in board] == [("JPN", "CHN")]
    assert board.domestic("CHN") == ()


def test_unplaced_events_are_counted(fold, told):
    board = fold([told.reading(told.event("AID", "USA", "KOR"), published=None)])
    assert (board.unplaced, len(board)) == (1, 0)


def test_actors_come_by_weight_of_their_events(fold, told):
    claims = [told.event("AID", "USA", "KOR", "2025-08-31"), told.event("AID", "JPN", "KOR", "2025-01-01")]
    assert fold([told.reading(*claims)]).actors == ("KOR", "USA", "JPN")


def test_the_table_has_the_numbers_of_the_relations(fold, told):
    board = fold([told.reading(told.event("CONSULT", "KOR", "JPN", "2025-08-23"))])
    assert board.table().to_pylist() == [relation.as_json() for relation in board.relations]


def test_a_board_says_its_days(fold):
    board = fold([], on="2025-09-01", known="2025-09-02")
    assert (board.on, board.known) == (date(2025, 9, 1), date(2025, 9, 2))
