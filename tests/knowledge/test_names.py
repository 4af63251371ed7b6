"""The names of the world: the files hold no fault, and people find each state by what they call it."""

import re
from collections import Counter, defaultdict
from itertools import chain

import pytest

from stateofplay.day import Day
from stateofplay.knowledge.actor import actors
from stateofplay.knowledge.fold import fold
from stateofplay.knowledge.name import USES, Name
from stateofplay.knowledge.names import LANGUAGES, names, traps
from stateofplay.knowledge.region import available, region
from stateofplay.knowledge.table import numbered_rows, structure

SCRIPTS = {"", "Hant", "Hans"}
KINDS = {"trap", "place", "outlet"}
STRAY = re.compile(r"^\s|\s$|\s\s|[\[\]{}<>|]|^[()（）]|[,;，；]$")
NEEDED = ("name", "capital")
WITHOUT_CAPITAL = {"HKG", "MAC"}


def table(language: str, file: str) -> list[tuple[str, dict[str, str]]]:
    place = ("vocabulary", "languages", language, file)
    return [(f"{language}/{file}:{number}", row) for number, row in numbered_rows(*place)]


@pytest.fixture(params=LANGUAGES)
def language(request):
    return request.param


def problems_of_rows(language):
    known = actors()
    for place, row in table(language, "names.tsv"):
        form, ids = row["form"], row["actor"].split(";")
        checks = {
            "no form": not form,
            "unknown actor": any(id not in known for id in ids),
            "the same actor twice": len(set(ids)) != len(ids),
            "bad use": row["use"] not in USES or row["use"] in ("trap", "person"),
            "bad script": row["script"] not in SCRIPTS or (row["script"] and language != "zh"),
            "stray signs": bool(STRAY.search(form)),
            "a single of several characters": row["use"] == "single" and len(form) != 1,
            "one character that is no single": row["use"] != "single" and len(form) == 1 and not row["note"],
            "a group of one that says no more": row["use"] == "group" and len(ids) < 2 and not row["note"],
            "several actors without being a group": row["use"] != "group" and len(ids) > 1,
        }
        yield from (f"{place}: {what}: {row['actor']} {form}" for what, wrong in checks.items() if wrong)
        yield from (f"{place}: not a day: {row[key]}" for key in ("from", "to") if row[key] and not is_day(row[key]))


def is_day(text):
    try:
        return bool(Day.parse(text))
    except ValueError:
        return False


def problems_of_doubles(language):
    """A form for two actors needs a note on each row; nothing is listed twice."""
    by_form = defaultdict(list)
    for place, row in table(language, "names.tsv"):
        by_form[fold(row["form"], language)].append((place, row))
    for form, found in by_form.items():
        if len({row["actor"] for _, row in found}) > 1:
            yield from (f"{place}: {form} stands twice without a note" for place, row in found if not row["note"])
    listed = Counter((row["actor"], row["form"]) for _, row in table(language, "names.tsv"))
    yield from (f"{language}: {pair} listed {times} times" for pair, times in listed.items() if times > 1)


def problems_of_traps(language):
    known = actors()
    forms = {fold(row["form"], language) for _, row in table(language, "names.tsv")}
    seen = set()
    for place, row in table(language, "traps.tsv"):
        folded = fold(row["form"], language)
        checks = {
            "is also a name": folded in forms,
            "twice": row["form"] in seen,
            "of unknown kind": row["use"] not in KINDS,
            "of unknown state": row["state"] not in {"", *known},
            "with stray signs": bool(STRAY.search(row["form"])),
            "a single character": len(row["form"]) < 2,
        }
        seen.add(row["form"])
        yield from (f"{place}: trap {row['form']} {what}" for what, wrong in checks.items() if wrong)


def problems_of_coverage(language):
    held = defaultdict(set)
    for name in names(language):
        for id in name.actors if len(name.actors) == 1 else ():
            held[id].add(name.use)
    for actor in actors().values():
        if actor.kind != "state":
            if not held[actor.id]:
                yield f"{language}: {actor.id} has no name"
        else:
            missing = set(NEEDED) - held[actor.id] - ({"capital"} if actor.id in WITHOUT_CAPITAL else set())
            yield from (f"{language}: {actor.id} has no {use}" for use in sorted(missing))


def problems_of_composition(language):
    rules = structure("vocabulary", "languages", language, "composition.yaml")
    owners = defaultdict(set)
    for name in names(language):
        if name.use == "single":
            owners[name.form] |= set(name.actors)
    for key in ("pairs", "triples", "quadruples"):
        for character in rules.get(key, ""):
            if len(owners[character]) != 1:
                yield f"{language}: {key}: {character} is a single of {sorted(owners[character])}"
    for affix in rules["affixes"]:
        if not {affix["use"], *affix.get("to", ())} <= set(USES):
            yield f"{language}: affix {affix} has an unknown use"


CHECKS = (problems_of_rows, problems_of_doubles, problems_of_traps, problems_of_coverage, problems_of_composition)


def test_the_name_files_hold_no_fault():
    found = [problem for check in CHECKS for language in LANGUAGES for problem in check(language)]
    assert found == [], "\n" + "\n".join(found)


ALIASES = {
    "zh": {
        "USA": "美國 美国 白宮 白宫 華府 華盛頓 五角大廈 美方 美軍 駐韓美軍 美國人",
        "KOR": "韓國 南韓 韩国 大韓民國 青瓦台 首爾 漢城 韓方 韓軍 韓國人",
        "PRK": "北韓 朝鮮 朝鲜 平壤 朝方 朝鮮民主主義人民共和國",
        "CHN": "中國 中国 中華人民共和國 中共 中方 解放軍 中南海 北京",
        "JPN": "日本 日方 自衛隊 航空自衛隊 防衛省 東京",
        "TWN": "台灣 臺灣 台湾 中華民國 臺北 台北",
        "RUS": "俄國 俄羅斯 俄方 克里姆林宮 莫斯科",
        "SUN": "蘇聯 苏联",
        "SAU": "沙烏地阿拉伯 沙特阿拉伯 沙特",
        "AUS": "澳洲 澳大利亞 澳大利亚",
        "NZL": "紐西蘭 新西蘭 新西兰",
        "LAO": "寮國 老挝",
        "ITA": "義大利 意大利",
        "UKR": "烏克蘭 乌克兰 基輔",
        "EU": "歐盟 欧盟",
        "Hamas": "哈瑪斯 哈马斯",
    },
    "en": {
        "USA": "U.S.|US|USA|United States|American|Americans|White House|Pentagon|Washington",
        "KOR": "South Korea|ROK|Republic of Korea|Seoul|Blue House|South Korean",
        "PRK": "North Korea|DPRK|Pyongyang|North Korean",
        "CHN": "China|PRC|Chinese|Beijing|Zhongnanhai|PLA",
        "GBR": "UK|U.K.|Britain|United Kingdom|British|Downing Street",
        "TUR": "Türkiye|Turkey|Ankara",
        "UKR": "Ukraine|Kyiv|Kiev",
        "ARE": "UAE|United Arab Emirates",
        "SUN": "Soviet Union|USSR",
        "FRA": "France|Élysée|Paris|French",
        "RUS": "Russia|Kremlin|Moscow",
    },
    "ja": {
        "USA": "米国 アメリカ 米軍 在韓米軍 ホワイトハウス 米側 国防総省 ワシントン",
        "KOR": "韓国 大韓民国 韓国側 韓国軍 ソウル 韓国人",
        "PRK": "北朝鮮 平壌 朝鮮人民軍",
        "JPN": "日本 自衛隊 航空自衛隊 防衛省 首相官邸 永田町",
        "CHN": "中国 中国軍 中国側 北京",
        "TWN": "台湾 台北",
        "SUN": "ソ連",
        "RUS": "ロシア クレムリン モスクワ",
        "SAU": "サウジアラビア サウジ",
    },
    "ko": {
        "USA": "미국|백악관|미군|주한미군|미국 측|워싱턴",
        "KOR": "한국|대한민국|남한|청와대|서울|한국군",
        "PRK": "북한|평양|북한군|조선민주주의인민공화국",
        "JPN": "일본|자위대|도쿄|일본 측",
        "CHN": "중국|베이징|인민해방군|중난하이",
        "TWN": "대만|타이완|타이베이",
        "SUN": "소련",
        "RUS": "러시아|크렘린|모스크바",
        "SAU": "사우디아라비아|사우디",
    },
}


def test_aliases_lead_to_their_actor(language):
    held = defaultdict(set)
    for name in names(language):
        held[fold(name.form, language)].add(name.actors)
    parting = "|" if language in ("en", "ko") else " "
    wanted = [(form, id) for id, forms in ALIASES[language].items() for form in forms.split(parting)]
    assert [(form, id) for form, id in wanted if (id,) not in held[fold(form, language)]] == []


@pytest.mark.parametrize(
    ("language", "form", "members"),
    [
        ("zh", "日美韓", ("JPN", "USA", "KOR")),
        ("zh", "韓美日", ("KOR", "USA", "JPN")),
        ("zh", "中日", ("CHN", "JPN")),
        ("zh", "南北韓", ("KOR", "PRK")),
        ("zh", "兩岸", ("CHN", "TWN")),
        ("zh", "印巴", ("IND", "PAK")),
        ("zh", "以巴", ("ISR", "PSE")),
        ("zh", "美日印澳", ("USA", "JPN", "IND", "AUS")),
        ("ja", "日米韓", ("JPN", "USA", "KOR")),
        ("ja", "日朝", ("JPN", "PRK")),
        ("ja", "中露", ("CHN", "RUS")),
        ("ko", "한미일", ("KOR", "USA", "JPN")),
        ("ko", "한·미·일", ("KOR", "USA", "JPN")),
        ("ko", "북미", ("PRK", "USA")),
        ("ko", "韓美日", ("KOR", "USA", "JPN")),
        ("ko", "韓·美·日", ("KOR", "USA", "JPN")),
        ("en", "two Koreas", ("KOR", "PRK")),
        ("en", "US-ROK", ("USA", "KOR")),
        ("en", "Sino-Japanese", ("CHN", "JPN")),
    ],
)
def test_groups_name_their_members_in_order(language, form, members):
    assert [name.actors for name in names(language) if name.form == form] == [members]


def test_a_group_never_holds_an_actor_twice(language):
    assert [n.form for n in names(language) if len(set(n.actors)) != len(n.actors)] == []


def test_a_trap_is_never_also_a_name(language):
    forms = {name.form for name in names(language) if name.use != "trap"}
    assert forms.isdisjoint(trap.form for trap in traps(language))


@pytest.mark.parametrize(
    ("language", "form", "kind"),
    [
        ("zh", "朝日新聞", "outlet"),
        ("zh", "美好", "trap"),
        ("zh", "以及", "trap"),
        ("zh", "朝鮮半島", "place"),
        ("zh", "台灣海峽", "place"),
        ("ja", "北海道", "place"),
        ("ja", "日本海", "place"),
        ("ja", "備蓄米", "trap"),
        ("ko", "미사일", "trap"),
        ("ko", "한반도", "trap"),
        ("en", "Washington Post", "outlet"),
        ("en", "Michael Jordan", "trap"),
        ("en", "South China Sea", "place"),
    ],
)
def test_what_only_looks_like_an_actor_is_a_trap(language, form, kind):
    assert [trap.kind for trap in traps(language) if trap.form == form] == [kind]
    assert [(name.use, name.actors) for name in names(language) if name.form == form] == [("trap", ())]


def test_a_company_counts_with_its_state():
    assert [(n.actors, n.use) for n in names("en") if n.form == "Japan Airlines"] == [(("JPN",), "company")]


@pytest.mark.parametrize("id", available())
def test_no_trap_hides_a_name_of_a_region(language, id):
    held = {fold(name.form, language) for name in region(id).names(language) if name.actors}
    assert [trap.form for trap in traps(language) if fold(trap.form, language) in held] == []


def test_a_side_form_is_not_a_trap():
    assert {"中方", "中共", "德國"} & {trap.form for trap in traps("zh")} == set()


@pytest.mark.parametrize("form", ["同日", "近日", "上台", "明日", "月台", "一台"])
def test_no_trap_bites_into_a_name_after_a_preposition(form):
    # 同日本 (with Japan), 登上台灣 (onto Taiwan), 說明日本 (shows that Japan), 11月台灣: the trap would hide the state.
    assert form not in {trap.form for trap in traps("zh")}


def test_an_outlet_keeps_its_state_without_speaking_for_it():
    outlet = next(trap for trap in traps("ja") if trap.form == "朝日新聞")
    assert (outlet.kind, outlet.state) == ("outlet", "JPN")


def test_no_form_comes_twice_for_the_same_actors(language):
    counted = Counter((name.form, name.actors) for name in names(language))
    assert [pair for pair, times in counted.items() if times > 1] == []


def test_composed_names_never_take_the_place_of_listed_ones():
    assert [name.actors for name in names("ja") if name.form == "日中"] == [("JPN", "CHN")]
    assert next(name.use for name in names("zh") if name.form == "中國人") == "people"


@pytest.mark.parametrize(
    ("language", "form", "id", "use"),
    [
        ("zh", "韓國人", "KOR", "people"),
        ("zh", "英外交部", "GBR", "ministry"),
        ("ja", "米政府", "USA", "seat"),
        ("ja", "イラン外務省", "IRN", "ministry"),
        ("ja", "フィリピン側", "PHL", "side"),
        ("ko", "중국인", "CHN", "people"),
        ("ko", "美 정부", "USA", "seat"),
        ("en", "Chinese side", "CHN", "side"),
        ("en", "German Foreign Office", "DEU", "ministry"),
    ],
)
def test_affixes_make_forms_of_their_own_use(language, form, id, use):
    assert [(name.actors, name.use) for name in names(language) if name.form == form] == [((id,), use)]


def test_only_singles_that_build_groups_bear_affixes():
    assert not [name for name in names("zh") if name.form == "以外交部"]


def test_affixes_stay_off_latin_letters():
    assert not [name for name in names("ja") if name.form == "UAE軍"]
    assert [name.actors for name in names("ja") if name.form == "イラン軍"] == [("IRN",)]


def test_a_language_that_we_do_not_read_has_no_names():
    assert names("fr") == () and traps("fr") == ()


def test_every_use_is_known_and_used():
    uses = {name.use for name in chain.from_iterable(map(names, LANGUAGES))}
    assert uses <= set(USES)
    assert {"name", "single", "capital", "city", "seat", "side", "military", "group", "trap"} <= uses


def test_the_checks_find_faults(monkeypatch):
    bad = [
        (1, {"actor": "XXX", "form": " 美 國", "use": "nmae", "script": "Latn", "from": "soon", "to": "", "note": ""}),
        (2, {"actor": "USA", "form": "美國", "use": "single", "script": "", "from": "", "to": "", "note": ""}),
        (3, {"actor": "KOR", "form": "美國", "use": "name", "script": "", "from": "", "to": "", "note": ""}),
    ]
    monkeypatch.setattr(f"{__name__}.numbered_rows", lambda *parts: iter(bad))
    found = "\n".join([*problems_of_rows("zh"), *problems_of_doubles("zh")])
    for fault in ("unknown actor", "bad use", "bad script", "stray signs", "not a day", "single of several", "twice"):
        assert fault in found


def test_names_are_frozen_values():
    name = names("en")[0]
    assert isinstance(name, Name) and hash(name)
