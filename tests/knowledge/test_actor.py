"""Actors are found by any of their names, shown by one, and know their members on a day."""

from collections import Counter
from datetime import date

import pytest

from stateofplay.errors import NotFound
from stateofplay.knowledge.actor import TAGS, Membership, actor, actor_of, actors, display, resolve
from stateofplay.knowledge.table import numbered_rows


def test_there_are_193_members_of_the_united_nations_and_two_observers():
    counted = Counter(found.united_nations for found in actors().values() if found.kind == "state")
    assert (counted["member"], counted["observer"], counted["former"]) == (193, 2, 4)


def problems():
    known, seen = actors(), Counter()
    for found in known.values():
        for link in (*found.memberships, *found.of):
            if link.actor not in known:
                yield f"{found.id}: unknown member {link.actor}"
            if link.first and link.last and link.last < link.first:
                yield f"{found.id}: {link.actor} leaves before it joins"
        if found.first and found.last and found.last < found.first:
            yield f"{found.id}: ends before it begins"
        if found.kind not in ("state", "organisation", "armed"):
            yield f"{found.id}: unknown kind {found.kind}"
        if found.kind == "state":
            seen.update((code, getattr(found, code)) for code in ("iso2", "fips", "cow") if getattr(found, code))
            if found.united_nations == "former" or (found.iso2.isalpha() and len(found.iso2) == 2 and found.region):
                continue
            yield f"{found.id}: no code or region"
    for file in ("states.tsv", "organisations.tsv", "display.tsv"):
        ids = Counter(row["id"] for _, row in numbered_rows("vocabulary", "actors", file))
        yield from (f"{file}: {id} twice" for id, times in ids.items() if times > 1)
    shared = {("iso2", "CS"), ("cow", "365"), ("cow", "345"), ("cow", "315"), ("fips", "UR")}
    yield from (f"{code} stands {times} times" for code, times in seen.items() if times > 1 and code not in shared)


def test_the_actor_files_hold_no_fault():
    assert list(problems()) == []


def test_every_actor_has_a_display_name_in_every_variant():
    shown = {row["id"]: row for _, row in numbered_rows("vocabulary", "actors", "display.tsv")}
    missing = [(id, tag) for id in actors() for tag in TAGS if not shown.get(id, {}).get(tag)]
    assert missing == [] and set(shown) == set(actors())


def test_every_display_name_leads_back_to_its_actor():
    lost = []
    for id in actors():
        for tag in TAGS:
            try:
                found = resolve(display(id, tag))
            except NotFound:
                found = "nobody"
            if found != id:
                lost.append((id, tag, display(id, tag), found))
    assert lost == []


@pytest.mark.parametrize(
    ("tag", "south", "north", "taiwan"),
    [
        ("zh-Hant", "南韓", "北韓", "台灣"),
        ("zh-Hans", "韩国", "朝鲜", "台湾"),
        ("en", "South Korea", "North Korea", "Taiwan"),
        ("ja", "韓国", "北朝鮮", "台湾"),
        ("ko", "한국", "북한", "대만"),
    ],
)
def test_display_names_are_those_of_the_press(tag, south, north, taiwan):
    assert [display(id, tag) for id in ("KOR", "PRK", "TWN")] == [south, north, taiwan]


def test_an_unknown_actor_is_shown_by_its_id():
    assert display("XYZ", "ja") == "XYZ" and display("KOR", "fr") == "KOR" and display("KOR") == "South Korea"


@pytest.mark.parametrize(
    ("text", "id"),
    [
        *[("KOR", "KOR"), ("kor", "KOR"), (" south korea ", "KOR"), ("南韓", "KOR"), ("南韩", "KOR"), ("韓", "KOR")],
        *[("대한민국", "KOR"), ("朝鮮", "PRK"), ("朝鲜", "PRK"), ("北朝鮮", "PRK"), ("俄國", "RUS"), ("蘇聯", "SUN")],
        *[("白宮", "USA"), ("ホワイトハウス", "USA"), ("u.s.", "USA"), ("Kremlin", "RUS"), ("Beijing", "CHN")],
        *[("HAMAS", "Hamas"), ("hamas", "Hamas"), ("安理會", "UNSC"), ("opec+", "OPEC+"), ("台灣", "TWN")],
    ],
)
def test_an_actor_is_found_by_id_or_any_name(text, id):
    assert resolve(text) == id and actor_of(text).id == id


@pytest.mark.parametrize(("text", "hint"), [("Sout Korea", "South Korea"), ("巴基斯但", "巴基斯坦"), ("", "KOR")])
def test_nobody_of_that_name_is_told_with_the_nearest(text, hint):
    with pytest.raises(NotFound, match=hint):
        resolve(text)


def test_a_form_of_several_actors_is_told_with_all():
    with pytest.raises(NotFound, match="BRA, PAK, PSE"):
        resolve("巴")


def test_an_unknown_id_is_told_with_the_nearest():
    with pytest.raises(NotFound, match=r"no state or actor 'TWNN'.*TWN"):
        actor("TWNN")


def test_a_group_or_trap_is_no_actor():
    for text in ("日美韓", "兩岸", "美好", "Sea of Japan"):
        with pytest.raises(NotFound):
            resolve(text)


@pytest.mark.parametrize(
    ("organisation", "member", "day", "belongs"),
    [
        ("NATO", "FIN", date(2023, 4, 3), False),
        ("NATO", "FIN", date(2023, 4, 4), True),
        ("NATO", "USA", date(2025, 1, 1), True),
        ("EU", "GBR", date(2020, 1, 31), True),
        ("EU", "GBR", date(2020, 2, 1), False),
        ("CPTPP", "GBR", date(2025, 1, 1), True),
        ("ASEAN", "TLS", date(2025, 10, 26), True),
        ("UN", "PRK", date(2025, 1, 1), True),
        ("UN", "TWN", date(2025, 1, 1), False),
        ("APEC", "TWN", date(2025, 10, 31), True),
        ("UNSC", "KOR", date(2025, 6, 1), True),
        ("UNSC", "KOR", date(2026, 1, 1), False),
    ],
)
def test_members_are_those_of_the_day(organisation, member, day, belongs):
    assert (member in actor(organisation).members(day)) is belongs


def test_an_organisation_counts_with_its_state_from_the_day_it_does():
    taliban = actor("Taliban")
    assert taliban.state(date(2021, 8, 14)) == "" and taliban.state(date(2021, 8, 15)) == "AFG"
    assert actor("PKK").state(date(2025, 1, 1)) == "" and actor("JPN").state(date(2025, 1, 1)) == "JPN"


def test_states_have_their_time():
    assert actor("SUN").existed(date(1991, 12, 26)) and not actor("SUN").existed(date(1991, 12, 27))
    assert not actor("SSD").existed(date(2011, 7, 8)) and actor("JPN").existed(date(1900, 1, 1))


def test_codes_are_those_of_the_data_sets():
    fips = {id: actor(id).fips for id in ("CHN", "CHE", "KOR", "PRK", "JPN", "AUS", "AUT", "RUS", "TWN")}
    expected = {"CHN": "CH", "CHE": "SZ", "KOR": "KS", "PRK": "KN", "JPN": "JA", "AUS": "AS", "AUT": "AU"}
    assert fips == {**expected, "RUS": "RS", "TWN": "TW"}
    assert actor("KOR").cow == "732" and actor("TWN").cow == "713"


def test_membership_is_inclusive_on_both_ends():
    link = Membership(actor="JPN", first=date(2020, 1, 1), last=date(2020, 12, 31))
    days = (date(2019, 12, 31), date(2020, 1, 1), date(2020, 12, 31), date(2021, 1, 1))
    assert [link.covers(day) for day in days] == [False, True, True, False]
