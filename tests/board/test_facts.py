"""Facts are those of the day: leaders, offices, memberships and names follow it, and no later day shows through."""

from datetime import date

import pytest

from stateofplay.board.facts import Noun, facts_of, ids_of, named
from stateofplay.errors import NotFound
from stateofplay.knowledge.framework import Framework, Membership, Spell
from stateofplay.knowledge.region import Region, merged
from stateofplay.knowledge.spelling import VARIANTS
from stateofplay.knowledge.term import day_of

REGION = merged("northeast_asia", "world")


def facts(noun, id, on):
    return facts_of(noun, id, REGION, date.fromisoformat(on))


@pytest.mark.parametrize(
    ("on", "leader"),
    [("2024-01-01", "yoon-suk-yeol"), ("2025-09-01", "lee-jae-myung"), ("2010-01-01", "lee-myung-bak")],
)
def test_the_leader_follows_the_day(on, leader):
    found = facts("actor", "KOR", on)
    assert found.leader == leader
    assert found.offices[0].person == leader


def test_offices_stand_by_rank_and_no_end_is_told_before_it_came():
    held = facts("actor", "KOR", "2025-09-01").offices
    assert [one.rank for one in held] == sorted(one.rank for one in held)
    assert all(one.ends is None or one.ends.last <= date(2025, 9, 1) for one in held)
    assert any(one.acting for one in facts("actor", "KOR", "2025-02-01").offices)


def test_what_a_person_held_is_past_only_when_it_ended():
    before, after = facts("person", "lee-jae-myung", "2025-03-01"), facts("person", "lee-jae-myung", "2025-09-01")
    assert "KOR.president" not in [held.office for held in before.offices]
    assert after.offices[0].office == "KOR.president"
    assert before.past == ()
    assert len(after.past) == 1


def test_names_in_all_variants():
    for noun, id in (("actor", "KOR"), ("person", "lee-jae-myung"), ("framework", "gsomia")):
        found = facts(noun, id, "2025-09-01")
        assert set(found.title) == set(VARIANTS)
        assert all(found.names[variant] for variant in VARIANTS)
    assert facts("actor", "KOR", "2025-09-01").names["zh-Hant"][0] == "南韓"


def test_companies_and_ministries_are_no_names_of_a_state():
    assert "Samsung" not in facts("actor", "KOR", "2025-09-01").names["en"]


def test_names_that_are_only_composed_for_reading_are_not_shown():
    assert "大韓民国連邦共和国" not in facts("actor", "KOR", "2025-09-01").names["ja"]


def test_a_framework_is_there_from_its_first_day():
    before, after = facts("framework", "gsomia", "2016-01-01"), facts("framework", "gsomia", "2025-01-01")
    assert (before.state, before.members) == ("", ())
    assert after.state == "in-force"
    assert set(after.members) == {"KOR", "JPN"}
    assert "gsomia" not in facts("actor", "KOR", "2016-01-01").frameworks
    assert facts("actor", "KOR", "2025-01-01").frameworks["gsomia"] == "in-force"


def test_members_and_suspension_follow_the_day():
    framework = Framework(
        id="pact",
        kind="treaty",
        titles=(),
        names=(),
        members=(Membership(actor="KOR"), Membership(actor="PRK", ends=day_of("2020"))),
        spells=(
            Spell(state="in-force", begins=day_of("2010"), ends=None),
            Spell(state="suspended", begins=day_of("2024-06-01"), ends=day_of("2024-06-30")),
        ),
        descriptions=(),
    )
    empty = {"persons": (), "offices": (), "issues": (), "calendar": (), "dated_names": ()}
    region = Region(id="r", titles=(), actors=("KOR",), frameworks=(framework,), **empty)

    def on(day):
        found = facts_of(Noun.FRAMEWORK, "pact", region, date.fromisoformat(day))
        return found.state, found.members

    assert on("2009-12-31") == ("", ())
    assert on("2020-12-31") == ("in-force", ("KOR", "PRK"))
    assert on("2021-01-01") == ("in-force", ("KOR",))
    assert on("2024-06-15") == ("suspended", ("KOR",))
    assert on("2024-07-01") == ("in-force", ("KOR",))


def test_organisations_and_their_members():
    assert "UN" in facts("actor", "KOR", "2025-01-01").organisations
    assert "EU" in facts("actor", "GBR", "2020-01-31").organisations
    assert "EU" not in facts("actor", "GBR", "2020-02-01").organisations
    assert "KOR" in facts("actor", "UN", "2025-01-01").members


def test_an_issue_has_its_frameworks():
    issue = next(id for framework in REGION.frameworks for id in framework.issues if framework.state(date(2025, 9, 1)))
    assert facts("issue", issue, "2025-09-01").frameworks


@pytest.mark.parametrize(
    ("noun", "text", "id"),
    [
        ("person", "李在明", "lee-jae-myung"),
        ("person", "lee jae-myung", "lee-jae-myung"),
        ("person", "이재명", "lee-jae-myung"),
        ("framework", "GSOMIA", "gsomia"),
        ("issue", "朝鮮半島無核化", "korean-denuclearisation"),
        ("actor", "kor", "KOR"),
    ],
)
def test_by_any_name(noun, text, id):
    assert named(noun, text, REGION) == id


def test_unknown_and_shared_names():
    with pytest.raises(NotFound, match="no person"):
        named("person", "Nobody at all", REGION)
    with pytest.raises(NotFound, match="may be any of"):
        named("person", "Lee", REGION)
    with pytest.raises(NotFound):
        facts("actor", "NOWHERE", "2025-01-01")


def test_all_there_are_have_facts_on_any_day():
    for noun in Noun:
        for id in ids_of(noun, REGION):
            found = facts_of(noun, id, REGION, date(2025, 9, 1))
            assert found.as_json()["id"] == id
            assert all(found.title.values())
