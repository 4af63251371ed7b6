"""Codes of others mean types and actors of ours, and the tables name nothing that is not there."""

import doctest

import pytest

from stateofplay.errors import BrokenDocument
from stateofplay.exchange.incoming import code
from stateofplay.exchange.incoming.code import cameo_type, country, fips, group, party, plover_type, status_of
from stateofplay.knowledge.actor import actors
from stateofplay.knowledge.event_type import event_types
from stateofplay.knowledge.table import rows
from stateofplay.reading.statement import Status

TYPES = {*event_types(), "-"}


@pytest.mark.parametrize("name", ["cameo", "plover", "acled"])
def test_the_tables_name_only_types_that_there_are(name):
    assert {row["type"] for row in rows("vocabulary", "exchange", f"{name}.tsv")} <= TYPES


@pytest.mark.parametrize("name", ["countries", "groups"])
def test_the_tables_name_only_actors_that_there_are(name):
    assert {row["id"] for row in rows("vocabulary", "exchange", f"{name}.tsv")} <= {*actors(), "-"}


@pytest.mark.parametrize("name", ["cameo", "plover", "modes", "sectors", "countries", "groups"])
def test_no_code_stands_twice(name):
    first = [next(iter(row.values())) for row in rows("vocabulary", "exchange", f"{name}.tsv")]
    assert len(first) == len(set(first))


def test_no_sector_of_icews_stands_for_two():
    listed = [one for row in rows("vocabulary", "exchange", "sectors.tsv") for one in row["icews"].split(";") if one]
    assert len(listed) == len(set(listed))


def test_every_root_has_a_type_and_its_last_base():
    table = {row["code"]: row for row in rows("vocabulary", "exchange", "cameo.tsv")}
    assert all(table[f"{root:02}"]["last"].isdigit() for root in range(1, 21))


@pytest.mark.parametrize(
    ("given", "type"),
    [
        ("020", "REQUEST"),
        ("20", "REQUEST"),
        ("10", ""),
        ("36", "AGREE"),
        ("0311", "AGREE"),
        ("311", "AGREE"),
        ("0841", "RETREAT"),
        ("085", "CONCEDE"),
        ("0871", "AGREE"),
        ("0874", "RETREAT"),
        ("172", "SANCTION"),
        ("173", "COERCE"),
        ("190", "ASSAULT"),
        ("191", "SANCTION"),
        ("204", "ASSAULT"),
    ],
)
def test_cameo_codes_by_their_longest_known_beginning(given, type):
    assert cameo_type(given) == type


@pytest.mark.parametrize("given", ["", "---", "X", "777", "999", "000", "047", "205", "4", "٠٤٢"])
def test_what_is_no_cameo_code_is_refused(given):
    with pytest.raises(BrokenDocument, match="no CAMEO code"):
        cameo_type(given)


def test_names_of_earlier_codebooks_are_known_and_others_refused():
    assert (plover_type("consult"), plover_type("DEMAND"), plover_type("CRIME")) == ("CONSULT", "REQUEST", "")
    with pytest.raises(BrokenDocument):
        plover_type("FLY")


def test_the_first_auxiliary_mode_gives_the_status():
    assert status_of(["visit", "Future"]) is Status.PLANNED
    assert status_of(["negation"]) is Status.DENIED
    assert status_of(["visit"]) is Status.OCCURRED


def test_places_go_by_fips_where_actors_go_by_iso():
    assert [fips(given) for given in ("CH", "KS", "KN", "JA", "TW", "RS", "GZ", "ZZ")] == [
        *("CHN", "KOR", "PRK", "JPN", "TWN", "RUS", "PSE"),
        "ZZ",
    ]
    assert country("CH") == "CH"  # two letters name no actor


def test_nobody_unknown_is_dropped():
    assert (country("Islamic Militant"), country("QQQ"), country(" Hamas Movement ")) == (
        *("Islamic Militant", "QQQ"),
        "Hamas",
    )


def test_a_sector_that_speaks_for_the_state_wins():
    assert party("JPN", ["ELI", "GOV"]) == "JPN"
    assert party("JPN", ["BUS", "CVL"]) == "JPNBUS"
    assert party("JPN", ["", ""]) == "JPN"
    assert party("Hamas", ["REB"]) == "Hamas"


def test_groups_by_code():
    assert (group("UNO"), group("EEC"), group("XXX")) == ("UN", "EU", "")


def test_the_examples_hold():
    assert doctest.testmod(code).failed == 0
