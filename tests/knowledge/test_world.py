"""The rest of the world: who led which state on a day, and that the spellings of four languages lead to one person."""

from datetime import date

import pytest

from stateofplay.knowledge.actor import actors
from stateofplay.knowledge.fold import fold
from stateofplay.knowledge.names import names
from stateofplay.knowledge.region import Region, merged, region
from stateofplay.knowledge.region_faults import faults
from stateofplay.knowledge.spelling import LANGUAGES, VARIANTS

IN_THE_NEWS = (
    "AFG ARE ARG ARM AUS AUT AZE BEL BGD BGR BLR BRA CAN CHE CHL COD COL CUB CYP CZE DEU DNK DZA ECU EGY ESP EST ETH"
    " FIN FJI FRA GBR GEO GHA GRC GTM HRV HUN IDN IND IRL IRN IRQ ISR ITA JOR KAZ KEN KGZ KHM KWT LAO LBN LBY LKA LTU"
    " LVA MAR MDA MEX MLI MMR MNG MYS NER NGA NLD NOR NPL NZL PAK PAN PER PHL PNG POL PRT PSE QAT ROU RWA SAU SDN SGP"
    " SLB SRB SVK SVN SWE SYR THA TUN TUR UGA UKR URY UZB VEN VNM XKX YEM ZAF ZWE EU UN NATO IAEA IMF WHO WTO"
)
ON = {"AFG": date(2020, 1, 1), "SYR": date(2025, 6, 1)}


@pytest.fixture(scope="module")
def world() -> Region:
    return region("world")


@pytest.fixture(scope="module")
def everything() -> Region:
    return merged("northeast_asia", "world")


@pytest.mark.parametrize("actor", IN_THE_NEWS.split())
def test_each_state_in_the_news_has_a_leader(world: Region, actor: str) -> None:
    assert world.leader(actor, ON.get(actor, date(2025, 7, 1))) is not None


@pytest.mark.parametrize(
    ("actor", "day", "leader"),
    [
        ("ISR", "2021-12-01", "Naftali Bennett"),
        ("ISR", "2025-10-13", "Benjamin Netanyahu"),
        ("GBR", "2022-10-01", "Liz Truss"),
        ("GBR", "2024-07-04", "Rishi Sunak"),
        ("GBR", "2024-07-05", "Keir Starmer"),
        ("DEU", "2025-05-05", "Olaf Scholz"),
        ("DEU", "2025-05-06", "Friedrich Merz"),
        ("THA", "2025-07-01", "Paetongtarn Shinawatra"),
        ("THA", "2025-09-06", "Phumtham Wechayachai"),
        ("THA", "2025-12-08", "Anutin Charnvirakul"),
        ("KHM", "2023-08-21", "Hun Sen"),
        ("KHM", "2025-07-24", "Hun Manet"),
        ("VEN", "2026-01-02", "Nicolas Maduro"),
        ("VEN", "2026-01-10", "Delcy Rodriguez"),
        ("VNM", "2024-09-01", "To Lam"),
        ("BGD", "2024-08-20", "Muhammad Yunus"),
        ("SYR", "2024-12-07", "Bashar al-Assad"),
        ("NATO", "2024-10-01", "Mark Rutte"),
        ("EU", "2025-06-01", "Ursula von der Leyen"),
        ("UN", "2016-06-01", "Ban Ki-moon"),
        ("Hamas", "2025-01-01", None),
        ("UKR", "2015-01-01", "Petro Poroshenko"),
        ("UKR", "2025-01-01", "Volodymyr Zelensky"),
        ("BRA", "2022-12-31", "Jair Bolsonaro"),
        ("CHE", "2025-08-01", "Karin Keller-Sutter"),
    ],
)
def test_a_leader_follows_from_the_day(world: Region, actor: str, day: str, leader: str | None) -> None:
    found = world.leader(actor, date.fromisoformat(day))
    assert (found.name if found else None) == leader


@pytest.mark.parametrize(
    ("office", "day", "holder"),
    [
        ("UKR.foreign-minister", "2025-02-01", "andrii-sybiha"),
        ("IND.foreign-minister", "2025-05-07", "subrahmanyam-jaishankar"),
        ("IRN.foreign-minister", "2025-06-22", "abbas-araghchi"),
        ("GBR.foreign-secretary", "2025-09-30", "yvette-cooper"),
        ("EU.high-representative", "2025-03-01", "kaja-kallas"),
        ("EU.council-president", "2021-03-01", "charles-michel"),
        ("VAT.pope", "2025-05-08", "pope-leo-xiv"),
        ("IAEA.director-general", "2015-01-01", "yukiya-amano"),
        ("DEU.defence-minister", "2025-01-01", "boris-pistorius"),
    ],
)
def test_an_office_has_its_holder(world: Region, office: str, day: str, holder: str) -> None:
    term = world.office(office).holder(date.fromisoformat(day))
    assert term is not None and term.person == holder


@pytest.mark.parametrize(
    ("language", "forms", "person"),
    [
        ("zh", ("納坦雅胡", "內塔尼亞胡", "内塔尼亚胡"), "benjamin-netanyahu"),
        ("ja", ("ネタニヤフ", "ベンヤミン・ネタニヤフ"), "benjamin-netanyahu"),
        ("ko", ("네타냐후",), "benjamin-netanyahu"),
        ("en", ("Netanyahu", "Benjamin Netanyahu"), "benjamin-netanyahu"),
        ("zh", ("艾爾段", "埃爾多安", "埃尔多安"), "recep-tayyip-erdogan"),
        ("en", ("Erdogan", "Erdoğan"), "recep-tayyip-erdogan"),
        ("zh", ("馬克宏", "馬克龍", "马克龙"), "emmanuel-macron"),
        ("zh", ("澤倫斯基", "澤連斯基", "泽连斯基"), "volodymyr-zelensky"),
        ("zh", ("莫迪",), "narendra-modi"),
        ("zh", ("歐爾班", "欧尔班", "奧班"), "viktor-orban"),
        ("zh", ("杜特蒂", "杜特爾特", "杜特尔特"), "rodrigo-duterte"),
        ("zh", ("小馬可仕", "小马科斯", "馬可仕"), "ferdinand-marcos-jr"),
        ("zh", ("梅洛尼", "梅隆尼"), "giorgia-meloni"),
        ("zh", ("施凱爾", "斯塔默", "施紀賢"), "keir-starmer"),
        ("zh", ("艾班尼斯", "阿尔巴尼斯"), "anthony-albanese"),
        ("zh", ("洪馬內", "洪玛奈"), "hun-manet"),
        ("zh", ("安華", "安瓦爾", "安瓦尔"), "anwar-ibrahim"),
        ("zh", ("卡尼",), "mark-carney"),
        ("ja", ("エルドアン",), "recep-tayyip-erdogan"),
        ("ja", ("マクロン",), "emmanuel-macron"),
        ("ja", ("モディ",), "narendra-modi"),
        ("ja", ("アヌティン",), "anutin-charnvirakul"),
        ("ko", ("마크롱",), "emmanuel-macron"),
        ("ko", ("젤렌스키",), "volodymyr-zelensky"),
        ("ko", ("훈센", "훈 센"), "hun-sen"),
        ("en", ("Lukashenko", "Alyaksandr Lukashenka"), "alexander-lukashenko"),
        ("en", ("Machado", "María Corina Machado"), "maria-corina-machado"),
        ("en", ("Hemedti",), "mohamed-hamdan-dagalo"),
    ],
)
def test_every_spelling_leads_to_its_person(
    everything: Region, language: str, forms: tuple[str, ...], person: str
) -> None:
    for form in forms:
        assert [found.id for found in everything.named(form, language)] == [person], form


@pytest.mark.parametrize(
    ("language", "form"),
    [
        ("en", "Salami"),
        ("en", "Cameron"),
        ("en", "Abbas"),
        ("en", "Bondi"),
        ("zh", "多東"),
        ("zh", "南加"),
        ("zh", "安南"),
        ("ja", "カラス"),
        ("ja", "ラミー"),
        ("ko", "두다"),
        ("ko", "사라지"),
        ("ko", "제만"),
    ],
)
def test_a_form_that_is_another_word_stands_for_nobody_alone(world: Region, language: str, form: str) -> None:
    assert world.named(form, language) == ()


def test_the_two_regions_do_not_share_a_spelling_for_two_persons(everything: Region) -> None:
    assert faults(everything) == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_persons_do_not_bear_the_names_of_states(world: Region, language: str) -> None:
    listed = {fold(name.form, language): name.actors for name in names(language) if name.actors}
    found = [name.form for name in world.names(language) if name.person and fold(name.form, language) in listed]
    assert found == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_repeat_neither_the_vocabulary_nor_northeast_asia(world: Region, language: str) -> None:
    there = {name.form for name in region("northeast_asia").names(language)}
    repeated = [name.form for name in world.names(language) if not name.person and name.form in there]
    listed = {name.form: name.actors for name in names(language)}
    against = [name.form for name in world.names(language) if listed.get(name.form, name.actors) != name.actors]
    assert (repeated, against) == ([], [])


def test_every_actor_is_one_that_the_vocabulary_knows(world: Region) -> None:
    named = {person.state for person in world.persons} | {office.actor for office in world.offices}
    named |= {actor for name, _ in world.dated_names for actor in name.actors}
    assert named <= set(actors())


def test_everybody_can_be_shown_in_every_variant(world: Region) -> None:
    assert not [(person.id, variant) for person in world.persons for variant in VARIANTS if not person.shown(variant)]
    orban = world.person("viktor-orban")
    assert [orban.shown(variant) for variant in VARIANTS] == ["Viktor Orban", "奧班", "欧尔班", "オルバン", "오르반"]


def test_ministries_stand_for_their_state_and_places_for_none(world: Region) -> None:
    known = {(name.form, language): name for language in LANGUAGES for name in world.names(language)}
    assert known["シンベト", "ja"].actors == ("ISR",)
    assert known["Gazprom", "en"].use == "company"
    assert known["克什米尔", "zh"].actors == ()
    assert known["モディファイ", "ja"].use == "trap"


def test_a_deal_has_its_state_on_a_day(world: Region) -> None:
    days = (date(2015, 1, 1), date(2017, 1, 1), date(2025, 12, 1))
    assert [world.framework("jcpoa").state(day) for day in days] == ["", "in-force", ""]
    assert world.framework("new-start").state(date(2024, 1, 1)) == "suspended"
    assert "USA" not in world.framework("jcpoa").members_on(date(2020, 1, 1))
