"""Confidence is learned from judged pages: they are gathered rightly, and what is learned holds on pages left out."""

import pytest
from benchmarks import confidence, judged

PAGE = "date 2025-08-26\nChina condemned Japan. South Korea and the United States signed an agreement in Seoul.\n"
IN_ORDER = 0.76
"""Least share of pairs of a right and a wrong event that stand in order, on pages left out."""
SURE, RIGHT, SHARE = 0.8, 0.80, 0.17
"""Of what is this sure, at least so much is right in type and actors, and it is at least this share of all."""


@pytest.fixture
def pages(tmp_path, monkeypatch):
    """A folder with one judged page: its first event right, its second with a wrong side."""
    monkeypatch.setattr(judged, "OUT", tmp_path / "out")
    folder = tmp_path / "pages" / "en"
    folder.mkdir(parents=True)
    (folder / "p1.txt").write_text(PAGE, encoding="utf-8")
    return folder


def label(pages, *rows):
    judged.propose([pages / "p1.txt"])
    lines = ["\t".join(judged.LABELS), *("\t".join(map(str, row)) for row in rows)]
    (pages / "labels.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


def test_what_was_judged_comes_back_with_its_reasons(pages, capsys):
    label(pages, ("p1", 1, 1, 1, 1), ("p1", 2, 1, 1, 0))
    assert "ACCUSE CHN > JPN" in capsys.readouterr().out
    judged.gather(pages.parent)
    first, second = judged.examples()
    assert first[0] == "en p1"
    assert "type ACCUSE" in first[1]
    assert [first[2:], second[2:]] == [(True, True), (False, True)]


def test_what_nobody_judged_is_left_out(pages):
    label(pages, ("p1", 2, 1, 1, 1))
    judged.gather(pages.parent)
    assert [("type AGREE" in reasons, right) for _, reasons, right, _ in judged.examples()] == [(True, True)]


def test_labels_without_their_columns_are_named(pages):
    (pages / "labels.tsv").write_text("page\tright\np1\t1\n", encoding="utf-8")
    with pytest.raises(SystemExit, match=r"labels\.tsv: the first line must name"):
        judged.gather(pages.parent)


def test_confidence_tells_right_from_wrong_on_pages_left_out():
    p, right, _ = confidence.foretold(confidence.judged_pages(), confidence.coded_sentences())
    assert (p[right > 0][:, None] > p[right == 0][None, :]).mean() >= IN_ORDER
    sure = p >= SURE
    assert right[sure].mean() >= RIGHT
    assert sure.mean() >= SHARE


def test_stated_confidence_is_what_comes_true_on_pages_left_out():
    """Within 0.1 in every band of a fifth: wider bands have enough events to tell."""
    p, right, _ = confidence.foretold(confidence.judged_pages(), confidence.coded_sentences())
    for low in (0.0, 0.2, 0.4, 0.6, 0.8):
        inside = (p >= low) & (p < low + 0.2)
        assert abs(p[inside].mean() - right[inside].mean()) <= 0.1
