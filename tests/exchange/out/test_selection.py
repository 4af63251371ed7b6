"""A selection: by two clocks, of two actors, with every column explained; places on a disk stay at home."""

from datetime import date

import pytest

from stateofplay.errors import NotFound
from stateofplay.exchange.out.columns import tables


def statuses(rows):
    return sorted((row["kind"], row["status"]) for row in rows)


def test_every_table_has_the_columns_of_the_dictionary_and_no_others(select):
    for name, columns in tables().items():
        assert select().arrow(name).column_names == list(columns)
        assert all(column.meaning for column in columns.values())


def test_on_a_day_only_what_had_happened_is_there_and_what_had_been_planned(select):
    days = [row["from"] for row in select(on=date(2025, 8, 24)).events() if row["status"] == "occurred"]
    assert days and max(days) <= date(2025, 8, 24)
    assert any(row["status"] == "planned" for row in select(on=date(2025, 8, 24)).events())
    assert not any(row["status"] == "planned" for row in select(on=date(2025, 8, 23)).events())


def test_what_is_between_two_concerns_both(select):
    pair = select(between=("PRK", "USA"))
    assert [(row["type"], row["source"]) for row in pair.events()] == [("ACCUSE", ["PRK"])]
    assert [row["languages"] for row in pair.documents()] == [["zh-Hans"]]
    assert statuses(select(between=("KOR", "USA")).statements()) == [("commitment", "occurred"), ("event", "occurred")]


def test_a_cut_quote_is_the_beginning_of_the_whole(select):
    whole = {row["id"]: row["quote"] for row in select().statements()}
    cut = {row["id"]: row for row in select(quotes=4).statements()}
    assert all(whole[id].startswith(row["quote"]) and len(row["quote"]) <= 4 for id, row in cut.items())
    assert all(row["end"] - row["start"] == len(whole[id]) for id, row in cut.items())


def test_of_a_file_only_its_name_goes_out_and_of_a_page_its_address(select):
    paths = [row["path"] for row in select().documents()]
    assert not any(path.startswith("folder") for path in paths)
    assert sum(path.startswith("https://news.example/") for path in paths) == 1


def test_the_claims_of_each_kind_have_their_columns(select):
    rows = {row["kind"]: row for row in select().statements()}
    assert (rows["commitment"]["by"], rows["commitment"]["amount"], rows["commitment"]["unit"]) == (
        ["USA"],
        15,
        "percent",
    )
    assert (rows["position"]["holder"], rows["position"]["stance"]) == (["PRK"], "against")
    assert (rows["forecast"]["by"], rows["forecast"]["horizon"]) == (["author"], "2026-01")
    assert (rows["cause"]["cause"], rows["cause"]["effect"]) == ("X", "Y")


def test_what_makes_no_selection_is_refused(select):
    with pytest.raises(NotFound, match="events"):
        select(table="people")
    with pytest.raises(ValueError, match="fewer than none"):
        select(quotes=-1)
