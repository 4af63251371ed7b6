"""Data package: every table as a resource, every column with its type and meaning."""

import json

from stateofplay.exchange.out.columns import tables
from stateofplay.exchange.out.datapackage import write_datapackage


def test_every_column_is_explained_and_the_clocks_are_named(select):
    package = json.loads("".join(write_datapackage(select())))
    fields = {found["name"]: [f["name"] for f in found["schema"]["fields"]] for found in package["resources"]}
    assert fields == {name: list(columns) for name, columns in tables().items()}
    assert all(f["description"] and f["type"] for found in package["resources"] for f in found["schema"]["fields"])
    assert package["stateofplay"]["version"] == "0.1.0"
