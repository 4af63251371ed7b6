"""Shapes: the names of the contract, in JSON that any reader can read back."""

import json

from stateofplay.app.shape import board_shape, document_shape, event_shape, relation_shape, statement_shape

GUIDE = {"id", "kind", "document", "path", "start", "end", "quote", "language", "published", "status", "said_by"}


def round_trip(shape):
    return json.loads(json.dumps(shape))


def test_statements_have_the_fields_of_the_guide_and_their_event(full_desk):
    for statement, event in full_desk.statements():
        shape = statement_shape(statement, event)
        assert GUIDE | {"reader", "confidence", "event"} <= set(shape)
        assert shape["event"] == event
        assert round_trip(shape) == shape


def test_an_event_has_its_tellings(full_desk):
    (event,) = full_desk.events(between=("KOR", "JPN"))
    shape = round_trip(event_shape(event))
    assert {"event", "type", "source", "target", "from", "to", "status", "tellings"} <= set(shape)
    assert (shape["from"], shape["to"], shape["type"]) == ("2025-08-23", "2025-08-23", "CONSULT")
    assert [telling["published"] for telling in shape["tellings"]] == ["2025-08-24", "2025-08-25"]
    assert {"document", "path", "language", "quote"} <= set(shape["tellings"][0])


def test_an_event_without_a_day_has_none(desk, tmp_path):
    path = tmp_path / "note.txt"
    path.write_text("CONSULT KOR>JPN on ? occurred.", encoding="utf-8")
    desk.read([path])
    (event,) = desk.events()
    shape = event_shape(event)
    assert (shape["from"], shape["to"], shape["publishers"]) == (None, None, [])
    assert shape["tellings"][0]["published"] is None


def test_a_document_without_its_text(full_desk):
    document = next(full_desk.documents())
    shape = round_trip(document_shape(document))
    assert (shape["id"], shape["published"], shape["languages"]) == (document.id, "2025-08-24", ["en"])
    assert shape["characters"] == len(document.text)
    assert document.text not in shape.values()


def test_a_relation_opens_to_its_events(full_desk):
    relation = full_desk.board(on="2025-09-01")["USA", "KOR"]
    shape = round_trip(relation_shape(relation))
    assert shape["score"] == round(relation.score, 3)
    (behind,) = shape["behind"]
    assert behind["type"] == "SANCTION"
    assert behind["contribution"] == round(relation.score, 4)
    assert behind["tellings"][0]["quote"] == "SANCTION USA>KOR on 2025-08 occurred."


def test_a_board_lists_every_relation(full_desk):
    board = full_desk.board(on="2025-09-01", known="2025-09-01")
    shape = round_trip(board_shape(board))
    assert (shape["on"], shape["known"], shape["unplaced"]) == ("2025-09-01", "2025-09-01", 0)
    assert {(r["source"], r["target"]) for r in shape["relations"]} == {("KOR", "JPN"), ("JPN", "KOR"), ("USA", "KOR")}
