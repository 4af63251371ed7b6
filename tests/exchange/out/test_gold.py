"""Gold out of reviews: one line for each statement kept, numbered within its document."""

from datetime import UTC, datetime, timedelta

from stateofplay.day import Day
from stateofplay.exchange.out.gold import gold_of, write_texts

START = datetime(2026, 5, 1, tzinfo=UTC)
TEXT = "CONSULT KOR>JPN on 2025-08-23 occurred. JPN is for peace.\n"


def test_texts_carry_their_day_and_unreviewed_documents_stay_out(full_desk, tmp_path):
    assert list(full_desk.gold()) == []
    said = next(statement for statement, _ in full_desk.statements("position"))
    made = full_desk.review(said.id, "correct", by="Kim", changes={"stance": "against"}, clock=lambda: START)
    (found,) = gold_of(full_desk.record)
    assert (found.open, [line["stance"] for line in found.lines]) == (1, ["against"])
    assert full_desk.verdicts() == {made.counts: ("correct", "Kim")}
    assert full_desk.verdicts("2026-04-30") == {}
    write_texts([found], tmp_path / "texts")
    (file,) = (tmp_path / "texts").iterdir()
    assert file.name == f"{said.document}.txt"
    assert file.read_text().startswith("date 2025-08-25")


def test_a_text_that_does_not_tell_its_day_is_given_it(desk, tmp_path):
    (tmp_path / "note.txt").write_text(TEXT, encoding="utf-8")
    desk.read([tmp_path / "note.txt"], published=Day.parse("2025-08-24"))
    for number, (said, _) in enumerate(list(desk.statements())):
        desk.review(said.id, "accept", by="Kim", clock=lambda number=number: START + timedelta(hours=number))
    (found,) = desk.gold()
    assert (found.open, len(found.lines)) == (0, 2)
    assert list(desk.gold("2026-04-30")) == []
    write_texts([found], tmp_path / "texts")
    assert next((tmp_path / "texts").iterdir()).read_text() == f"date 2025-08-24\n\n{TEXT.strip()}"
