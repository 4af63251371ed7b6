"""POLECAT-style TSV: the forty columns first, in the order of the data set, and no cell that breaks a row."""

from stateofplay.exchange.out.polecat import COLUMNS, OURS, write_polecat


def test_there_are_forty_columns_and_then_ours(select):
    lines = "".join(write_polecat(select())).splitlines()
    assert len(COLUMNS) == 40
    assert lines[0].split("\t") == [*COLUMNS, *OURS]
    assert {len(line.split("\t")) for line in lines} == {46}


def test_a_row_says_who_by_code_number_and_sector(select):
    lines = [line.split("\t") for line in write_polecat(select())]
    row = next(dict(zip(lines[0], line, strict=True)) for line in lines if "ACCUSE" in line)
    assert (row["Actor Country"], row["Actor COW"], row["Primary Actor Sector"]) == ("PRK", "731", "GOV")
    assert (row["Quad Code"], row["Intensity"], row["Event Date"]) == ("VERBAL CONFLICT", "-2.75", "None")
    assert row["Placename"] == "None"
