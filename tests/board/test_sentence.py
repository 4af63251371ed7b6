"""A sentence says where it stands and who tells it."""

from datetime import date

from stateofplay.board.sentence import Sentence, sentence_of, sentences_of

ROW = {
    "id": "s1",
    "document": "d1",
    "path": "a.txt",
    "publisher": "Herald",
    "language": "en",
    "published_last": date(2025, 9, 1),
    "quote": "Seoul agreed.",
    "more": 1,
}


def test_a_row_becomes_a_sentence_and_json():
    assert sentence_of(ROW).as_json() == {
        "statement": "s1",
        "document": "d1",
        "path": "a.txt",
        "publisher": "Herald",
        "language": "en",
        "published": "2025-09-01",
        "quote": "Seoul agreed.",
    }


def test_a_document_without_a_publisher_speaks_for_itself():
    sentence = sentence_of({**ROW, "publisher": None, "published_last": None})
    assert isinstance(sentence, Sentence)
    assert (sentence.outlet, sentence.as_json()["published"]) == ("d1", None)


def test_sentences_are_found_by_the_ids_of_their_statements(record, told):
    claims = [told.event("CONSULT", "KOR", "JPN")] * 3
    record.add([told.reading(*claims)], recorded_at=told.recorded_at)
    said = list(record.statements())[:2]
    found = sentences_of(record, [*(one.id for one in said), "no such id"])
    assert {id: sentence.quote for id, sentence in found.items()} == {one.id: one.quote for one in said}
    assert sentences_of(record, []) == {}
