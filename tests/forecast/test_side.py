"""Roles and states are told from ids and names alone, and classes of pairs from these."""

import pytest

from stateofplay.forecast.side import Side, pair_class, side_of
from stateofplay.knowledge.table import rows


@pytest.mark.parametrize(
    ("actor", "role", "state"),
    [
        ("KOR", "state", "KOR"),
        ("South_Korea", "state", "KOR"),
        ("CHNBUS", "society", "CHN"),
        ("SYRREB", "armed", "SYR"),
        ("NATO", "organisation", ""),
        ("Police_(Japan)", "office", "JPN"),
        ("Citizen_(Nigeria)", "society", "NGA"),
        ("Armed_Rebel_(Syria)", "armed", "SYR"),
        ("Governor_(Atlantis)", "office", "Atlantis"),
        ("Barack_Obama", "other", ""),
        ("QQQ", "other", ""),
        ("", "other", ""),
    ],
)
def test_a_name_tells_role_and_state(actor, role, state):
    assert (side_of(actor).role, side_of(actor).state) == (role, state)


def test_a_side_knows_the_part_of_the_world_of_its_state():
    assert side_of("CHNBUS").region == side_of("JPN").region == "northeast-asia"
    assert side_of("Governor_(Atlantis)") == Side(role="office", state="Atlantis")


@pytest.mark.parametrize(
    ("source", "target", "name"),
    [
        ("KOR", "JPN", "state-state:near"),
        ("KOR", "USA", "state-state:far"),
        ("CHN", "CHNBUS", "state-society:own"),
        ("Police_(Japan)", "Citizen_(Japan)", "office-society:own"),
        ("Police_(Japan)", "Citizen_(China)", "office-society:near"),
        ("Barack_Obama", "John_Kerry", "other-other:far"),
    ],
)
def test_a_pair_has_a_class(source, target, name):
    assert pair_class(source, target) == name


def test_every_sector_of_the_exchange_has_a_role():
    told = {code for row in rows("vocabulary", "forecast", "roles.tsv") for code in row["sectors"].split(";") if code}
    assert {row["code"] for row in rows("vocabulary", "exchange", "sectors.tsv")} <= told
