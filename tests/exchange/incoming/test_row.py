"""Cells keep their place in the line, and quotation marks cost at most the row that they stand in."""

import pytest

from stateofplay.errors import BrokenDocument
from stateofplay.exchange.incoming.line import Line
from stateofplay.exchange.incoming.row import Head, separator, whole_rows


def row(head, text, **options):
    return Head.of(head, (), **options).row(Line("f", 2, text))


def test_a_cell_is_asked_for_by_name_and_says_nothing_where_it_says_none():
    found = row("a\tb\tc", " x \tNone\t")
    assert (found["a"], found["b"], found["c"], found["d"]) == ("x", "", "", "")
    with pytest.raises(BrokenDocument, match="b is empty"):
        found.needed("b")


def test_a_cell_may_hold_several():
    assert row("a\tb", "KOR; JPN;None\t").values("a") == ["KOR", "JPN", ""]
    assert row("a\tb", "KOR; JPN;None\t").values("b") == []


@pytest.mark.parametrize(
    ("head", "text", "first", "last", "words"),
    [
        ("a\tb\tc", "1\tx y\tz", "b", "c", "x y\tz"),
        ("a\tb\tc", '1\t"x y"\tz', "b", "b", "x y"),
        ("a,b,c", '1,"x, ""y""",z', "b", "b", 'x, ""y""'),
        ("a;b;c", "1;;z", "b", "c", "z"),
        ("a,b,c", "1,,z", "b", "b", "1,,z"),
        ("a,b,c", "1,2,3", "b", "nothing", "1,2,3"),
    ],
)
def test_words_stand_where_they_are_said_to(head, text, first, last, words):
    start, end = row(head, text).place(first, last)
    assert text[start:end] == words


def test_too_many_cells_are_refused_unless_they_are_empty():
    assert row("a\tb", "1\t2\t\t ")["b"] == "2"
    for text in ("1\t2\t3", "1"):
        with pytest.raises(BrokenDocument, match=r"\d cells under 2 columns"):
            row("a\tb", text)


def test_a_column_that_is_named_and_not_filled_is_stepped_over():
    found = row("a\tHeadline\tb", "1\t2", spare="Headline")
    assert (found["a"], found["b"], found["Headline"]) == ("1", "2", "")


def test_a_head_lacks_no_needed_column():
    with pytest.raises(BrokenDocument, match="does not name b, c"):
        Head.of("a\td", ("a", "b", "c"))


def test_marks_around_names_of_columns_are_no_part_of_them():
    assert Head.of('"a","b"', ("a", "b")).row(Line("f", 2, "1,2"))["b"] == "2"


def test_the_sign_that_parts_most_parts_all():
    assert [separator(head) for head in ("a\tb,c\td", "a;b;c,d", "a,b")] == ["\t", ";", ","]


def test_a_row_goes_on_over_lines_while_a_mark_is_open():
    found = list(whole_rows(iter([Line("f", 1, 'a,"b'), Line("f", 2, 'c"'), Line("f", 3, "d")])))
    assert [(line.number, line.text) for line in found] == [(1, 'a,"b\nc"'), (3, "d")]


def test_a_mark_that_nothing_closes_keeps_its_row_alone():
    lines = [Line("f", 1, 'a,"b'), *(Line("f", number, "x") for number in range(2, 200))]
    assert [line.number for line in whole_rows(iter(lines))] == list(range(1, 200))
