"""Northeast Asia, as its files tell it: leaders by day, spellings, offices, merging."""

from datetime import date

import pytest

from stateofplay.errors import NotFound
from stateofplay.knowledge.names import names
from stateofplay.knowledge.region import Region, available, merged, region
from stateofplay.knowledge.region_faults import faults
from stateofplay.knowledge.spelling import LANGUAGES, VARIANTS


@pytest.fixture(scope="module")
def northeast_asia() -> Region:
    return region("northeast_asia")


def test_the_files_of_every_region_are_sound() -> None:
    found = [f"{id}: {fault}" for id in available() for fault in faults(region(id))]
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    ("actor", "day", "leader"),
    [
        ("JPN", "2025-09-01", "Shigeru Ishiba"),
        ("JPN", "2025-10-20", "Shigeru Ishiba"),
        ("JPN", "2025-10-21", "Sanae Takaichi"),
        ("JPN", "2025-10-22", "Sanae Takaichi"),
        ("JPN", "2007-09-20", "Shinzo Abe"),
        ("JPN", "2019-06-28", "Shinzo Abe"),
        ("KOR", "2004-04-01", "Goh Kun"),
        ("KOR", "2004-05-15", "Roh Moo-hyun"),
        ("KOR", "2017-01-01", "Hwang Kyo-ahn"),
        ("KOR", "2024-12-03", "Yoon Suk-yeol"),
        ("KOR", "2024-12-13", "Yoon Suk-yeol"),
        ("KOR", "2024-12-14", "Han Duck-soo"),
        ("KOR", "2024-12-20", "Han Duck-soo"),
        ("KOR", "2024-12-27", "Choi Sang-mok"),
        ("KOR", "2025-03-24", "Han Duck-soo"),
        ("KOR", "2025-05-01", "Han Duck-soo"),
        ("KOR", "2025-05-02", "Lee Ju-ho"),
        ("KOR", "2025-06-04", "Lee Jae-myung"),
        ("USA", "2021-01-19", "Donald Trump"),
        ("USA", "2025-01-19", "Joe Biden"),
        ("USA", "2025-01-20", "Donald Trump"),
        ("PRK", "2011-12-16", "Kim Jong-il"),
        ("PRK", "2025-01-01", "Kim Jong-un"),
        ("CHN", "2013-01-01", "Hu Jintao"),
        ("CHN", "2013-03-14", "Xi Jinping"),
        ("RUS", "2010-01-01", "Dmitry Medvedev"),
        ("RUS", "2000-02-01", "Vladimir Putin"),
        ("TWN", "2024-05-19", "Tsai Ing-wen"),
        ("TWN", "2024-05-20", "Lai Ching-te"),
    ],
)
def test_a_leader_follows_from_the_day(northeast_asia: Region, actor: str, day: str, leader: str) -> None:
    found = northeast_asia.leader(actor, date.fromisoformat(day))
    assert found is not None and found.name == leader


def test_every_state_at_the_board_has_a_leader_from_1998_on(northeast_asia: Region) -> None:
    days = [date(year, month, 20) for year in range(1998, 2026) for month in (3, 7, 11)]
    lacking = [
        f"{actor} on {day}"
        for actor in ("KOR", "PRK", "CHN", "JPN", "USA", "RUS", "TWN")
        for day in days
        if northeast_asia.leader(actor, day) is None
    ]
    assert not lacking


def test_nothing_is_known_of_an_actor_without_offices(northeast_asia: Region) -> None:
    assert northeast_asia.leader("ATA", date(2025, 1, 1)) is None


@pytest.mark.parametrize(
    ("office", "day", "holder"),
    [
        ("JPN.foreign-minister", "2025-01-13", "takeshi-iwaya"),
        ("JPN.foreign-minister", "2025-10-21", "toshimitsu-motegi"),
        ("JPN.defence-minister", "2025-12-07", "shinjiro-koizumi"),
        ("JPN.chief-cabinet-secretary", "2025-11-10", "minoru-kihara"),
        ("KOR.foreign-minister", "2025-03-21", "cho-tae-yul"),
        ("KOR.foreign-minister", "2025-09-01", "cho-hyun"),
        ("KOR.speaker", "2024-12-04", "woo-won-shik"),
        ("KOR.unification-minister", "2005-06-17", "chung-dong-young"),
        ("CHN.foreign-minister", "2023-03-01", "qin-gang"),
        ("CHN.foreign-minister", "2025-08-24", "wang-yi"),
        ("CHN.defence-minister", "2025-12-07", "dong-jun"),
        ("USA.secretary-of-state", "2025-04-03", "marco-rubio"),
        ("USA.defence-secretary", "2025-12-01", "pete-hegseth"),
        ("USA.security-adviser", "2025-04-03", "mike-waltz"),
        ("USA.usfk-commander", "2025-08-10", "xavier-brunson"),
        ("PRK.foreign-minister", "2025-08-11", "choe-son-hui"),
        ("PRK.defence-minister", "2025-08-11", "no-kwang-chol"),
        ("RUS.defence-minister", "2024-06-19", "andrei-belousov"),
        ("TWN.kmt-chair", "2025-11-01", "cheng-li-wun"),
    ],
)
def test_an_office_has_its_holder(northeast_asia: Region, office: str, day: str, holder: str) -> None:
    term = northeast_asia.office(office).holder(date.fromisoformat(day))
    assert term is not None and term.person == holder


def test_an_office_may_be_vacant(northeast_asia: Region) -> None:
    assert northeast_asia.office("CHN.defence-minister").holder(date(2023, 11, 20)) is None


def test_a_suspended_president_still_holds_the_office(northeast_asia: Region) -> None:
    (term,) = northeast_asia.holders("yoon-suk-yeol", date(2025, 1, 1))
    assert (term.office, term.acting) == ("KOR.president", False)
    acting = northeast_asia.holders("choi-sang-mok", date(2025, 1, 1))
    assert [(term.office, term.acting) for term in acting] == [
        ("KOR.president", True),
        ("KOR.finance-minister", False),
    ]


def test_titles_follow_the_day_and_the_variant(northeast_asia: Region) -> None:
    before, after = date(2008, 1, 1), date(2025, 8, 23)
    assert northeast_asia.person_titles("shigeru-ishiba", before, "ja") == ("防衛相",)
    assert northeast_asia.person_titles("shigeru-ishiba", after, "ko")[0] == "총리"
    assert northeast_asia.person_titles("shigeru-ishiba", date(1970, 1, 1), "ja") == ()


@pytest.mark.parametrize(
    ("language", "forms", "person"),
    [
        ("zh", ("李在明",), "lee-jae-myung"),
        ("en", ("Lee Jae-myung", "Lee Jae Myung", "Lee Jae-Myung"), "lee-jae-myung"),
        ("ja", ("李在明", "イ・ジェミョン"), "lee-jae-myung"),
        ("ko", ("이재명",), "lee-jae-myung"),
        ("zh", ("特朗普", "川普"), "donald-trump"),
        ("ja", ("トランプ", "ドナルド・トランプ"), "donald-trump"),
        ("ko", ("트럼프",), "donald-trump"),
        ("en", ("Trump", "Donald Trump"), "donald-trump"),
        ("zh", ("石破茂", "石破"), "shigeru-ishiba"),
        ("ja", ("石破茂", "石破", "いしば"), "shigeru-ishiba"),
        ("en", ("Shigeru Ishiba", "Ishiba Shigeru", "Ishiba"), "shigeru-ishiba"),
        ("zh", ("盧比歐", "魯比奧", "鲁比奥", "卢比欧"), "marco-rubio"),
        ("zh", ("范斯", "萬斯", "万斯"), "jd-vance"),
        ("zh", ("布林肯",), "antony-blinken"),
        ("zh", ("普京", "普丁"), "vladimir-putin"),
        ("ja", ("プーチン",), "vladimir-putin"),
        ("ko", ("푸틴",), "vladimir-putin"),
        ("zh", ("澤倫斯基", "澤連斯基", "泽连斯基"), "volodymyr-zelensky"),
        ("zh", ("尹錫悅", "尹锡悦"), "yoon-suk-yeol"),
        ("zh", ("趙兌烈", "趙泰烈"), "cho-tae-yul"),
        ("zh", ("金與正", "金与正"), "kim-yo-jong"),
        ("ko", ("왕이",), "wang-yi"),
        ("en", ("Park Byeong-seug", "Park Byeong Seug", "Park Byeong-seok"), "park-byeong-seug"),
        ("zh", ("柯伯吉", "科爾比"), "elbridge-colby"),
    ],
)
def test_every_spelling_leads_to_the_person(
    northeast_asia: Region, language: str, forms: tuple[str, ...], person: str
) -> None:
    found = {form: [known.id for known in northeast_asia.named(form, language)] for form in forms}
    assert found == {form: [person] for form in forms}


def test_a_common_word_is_no_name_by_itself(northeast_asia: Region) -> None:
    assert northeast_asia.named("조국", "ko") == ()
    assert northeast_asia.named("Lee", "en") == ()
    assert "조국" in [spelling.form for spelling in northeast_asia.person("cho-kuk").family]


def test_a_person_is_shown_in_every_variant(northeast_asia: Region) -> None:
    trump = northeast_asia.person("donald-trump")
    assert [trump.shown(variant) for variant in VARIANTS] == ["Donald Trump", "川普", "特朗普", "トランプ", "트럼프"]


def test_names_hold_persons_ministries_places_and_traps(northeast_asia: Region) -> None:
    known = {(name.form, language): name for language in LANGUAGES for name in northeast_asia.names(language)}
    assert known["石破茂", "zh"].actors == ("JPN",) and known["石破茂", "zh"].person == "shigeru-ishiba"
    assert (known["國情院", "zh"].actors, known["國情院", "zh"].script) == (("KOR",), "Hant")
    assert known["자민당", "ko"].actors == ("JPN",)
    assert (known["Dokdo", "en"].use, known["Dokdo", "en"].actors) == ("place", ())
    assert known["박진감", "ko"].use == "trap"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_region_does_not_contradict_the_names_of_the_world(northeast_asia: Region, language: str) -> None:
    world = {name.form: name for name in names(language)}
    told = [name for name in northeast_asia.names(language) if name.form in world]
    assert not [(name.form, name.actors) for name in told if name.actors != world[name.form].actors]


@pytest.mark.parametrize(
    "forms",
    [
        {
            "zh": ("獨島", "竹島"),
            "en": ("Dokdo", "Takeshima", "Liancourt Rocks"),
            "ja": ("竹島", "独島"),
            "ko": ("독도",),
        },
        {
            "zh": ("釣魚臺", "釣魚島", "尖閣"),
            "en": ("Senkaku", "Diaoyu"),
            "ja": ("尖閣諸島",),
            "ko": ("센카쿠", "댜오위다오"),
        },
    ],
)
def test_a_contested_island_has_its_names_and_no_actor(
    northeast_asia: Region, forms: dict[str, tuple[str, ...]]
) -> None:
    for language, wanted in forms.items():
        actors = {name.form: name.actors for name in northeast_asia.names(language)}
        assert [actors[form] for form in wanted] == [()] * len(wanted)


def test_unknown_ids_are_not_found(northeast_asia: Region) -> None:
    with pytest.raises(NotFound, match="northeast_asia"):
        region("atlantis")
    for look in (northeast_asia.person, northeast_asia.office, northeast_asia.framework, northeast_asia.issue):
        with pytest.raises(NotFound, match="nobody"):
            look("nobody")


def test_regions_are_read_once() -> None:
    assert region("northeast_asia") is region("northeast_asia")


def test_a_region_that_is_not_installed_adds_nothing(northeast_asia: Region) -> None:
    alone = merged("northeast_asia", "atlantis")
    assert (alone.id, alone.persons, alone.names("ko")) == (
        "northeast_asia",
        northeast_asia.persons,
        northeast_asia.names("ko"),
    )
    with pytest.raises(NotFound):
        merged("atlantis", "northeast_asia")


def test_of_merged_regions_the_first_speaks(northeast_asia: Region) -> None:
    twice = merged("northeast_asia", "northeast_asia")
    assert (twice.actors, twice.persons, twice.offices) == (
        northeast_asia.actors,
        northeast_asia.persons,
        northeast_asia.offices,
    )
    everything = merged("northeast_asia", *available())
    assert set(northeast_asia.persons) <= set(everything.persons)


@pytest.mark.parametrize(
    ("framework", "day", "state"),
    [
        ("september-military-agreement", date(2018, 9, 18), ""),
        ("september-military-agreement", date(2020, 1, 1), "in-force"),
        ("september-military-agreement", date(2024, 6, 10), "suspended"),
        ("quad", date(2007, 6, 1), "in-force"),
        ("quad", date(2010, 1, 1), ""),
        ("quad", date(2020, 1, 1), "in-force"),
        ("gsomia", date(2019, 10, 1), "in-force"),
        ("six-party-talks", date(2010, 1, 1), ""),
        ("russia-dprk-treaty", date(2024, 6, 19), ""),
        ("russia-dprk-treaty", date(2024, 12, 4), "in-force"),
    ],
)
def test_a_framework_has_its_state_on_a_day(northeast_asia: Region, framework: str, day: date, state: str) -> None:
    assert northeast_asia.framework(framework).state(day) == state


def test_members_come_and_go(northeast_asia: Region) -> None:
    cptpp = northeast_asia.framework("cptpp")
    assert "GBR" not in cptpp.members_on(date(2024, 12, 14))
    assert "GBR" in cptpp.members_on(date(2024, 12, 15))
    assert cptpp.members_on(date(2010, 1, 1)) == ()
    npt = northeast_asia.framework("npt")
    assert ("PRK" in npt.members_on(date(2002, 1, 1)), "PRK" in npt.members_on(date(2004, 1, 1))) == (True, False)


@pytest.mark.parametrize(
    ("form", "language", "framework"),
    [
        ("GSOMIA", "en", "gsomia"),
        ("限韓令", "zh", "limit-korea-order"),
        ("大衛營峰會", "zh", "camp-david-trilateral"),
        ("日美韓協調事務局", "zh", "trilateral-secretariat"),
        ("日米韓協力", "ja", "camp-david-trilateral"),
        ("전작권", "ko", "opcon-transfer"),
        ("三不原則", "zh", "three-noes"),
    ],
)
def test_a_framework_is_known_by_its_names(northeast_asia: Region, form: str, language: str, framework: str) -> None:
    assert northeast_asia.framework_names(language)[form] == framework


def test_issues_have_titles_words_and_a_line(northeast_asia: Region) -> None:
    issue = northeast_asia.issue("taiwan-contingency")
    assert issue.title("ja") == "台湾有事"
    assert "存亡危機事態" in issue.words("zh")
    assert issue.description("zh-Hant") and issue.description("ko") == issue.description("en")
    assert northeast_asia.title("zh-Hans") == "东北亚"


def test_the_head_of_an_organisation_speaks_for_it_while_in_office() -> None:
    world = merged("northeast_asia", "world")
    assert world.posts(date(2025, 8, 22))["kaja-kallas"] == ("EU",)
    assert "kaja-kallas" not in world.posts(date(2022, 8, 22))
