"""CSV: what a spreadsheet would run is held back, and nothing else is touched."""

import io

import pandas
import pyarrow as pa
import pytest

from stateofplay.exchange.out.delimited import BOM, flat, write_csv


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@x", "＝1", "\tx", "\rx", "\nx"])
def test_a_formula_gets_an_apostrophe_and_only_with_the_guard(cell):
    table = pa.table({"a": [cell], "b": [[cell, "x"]], "n": [-1.5]})
    assert flat(table, guard=True).to_pylist() == [{"a": f"'{cell}", "b": f"'{cell};x", "n": -1.5}]
    assert flat(table, guard=False)["a"].to_pylist() == [cell]


def test_plain_cells_go_out_as_they_are():
    cells = ["a=b", "李-在明", "", None, 'a "quote", and more']
    assert flat(pa.table({"a": cells}), guard=True)["a"].to_pylist() == cells


def test_excel_gets_its_mark_and_others_read_past_it(select):
    content = b"".join(write_csv(select(bom=True)))
    assert content.startswith(BOM)
    frame = pandas.read_csv(io.BytesIO(content), encoding="utf-8-sig")
    assert frame.columns[0] == "id"
    assert any(str(quote).startswith("'=李在明") for quote in frame["quote"])


def test_without_the_guard_quotes_are_to_the_letter(select, record):
    frame = pandas.read_csv(io.BytesIO(b"".join(write_csv(select(guard=False)))))
    assert set(frame["quote"]) == {statement.quote for statement in record.statements()}
