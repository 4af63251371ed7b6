"""Language and script: told by the stretch itself where it can be, else by its neighbours."""

import pytest

from stateofplay.documents.document import Language
from stateofplay.documents.language import hint, languages, mixed

HANT, HANS, EN = Language.ZH_HANT, Language.ZH_HANS, Language.EN
JA, KO, OTHER = Language.JA, Language.KO, Language.OTHER


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("韓國總統訪問日本", HANT),
        ("韩国总统访问日本", HANS),
        ("台湾总统府回应", HANS),
        ("香港特區政府發表聲明，並着手處理", HANT),
        ("岸田首相が訪韓した", JA),
        ("日韓首脳会談、対中政策で一致", JA),
        ("高市早苗首相、台湾有事で答弁", JA),
        ("李·트럼프 백악관 첫 회담", KO),
        ("美, 한국산 제품 관세 인하", KO),
        ("The president of Korea met his counterpart", EN),
        ("Trump and Lee to meet in Washington", EN),
        ("Le président a rencontré son homologue à Séoul", OTHER),
        ("El presidente llegó a la capital de Corea", OTHER),
        ("Il presidente della Repubblica ha incontrato il ministro", OTHER),
        ("Der Präsident hat die Hauptstadt von Korea besucht", OTHER),
        ("Tổng thống Hàn Quốc thăm Nhật Bản", OTHER),
        ("Presiden Korea Selatan akan bertemu dengan perdana menteri Jepang", OTHER),
        ("Президент Кореи прибыл в Токио", OTHER),
        ("الرئيس الكوري في طوكيو", OTHER),
        ("ประธานาธิบดีเกาหลีใต้", OTHER),
        ("प्रधानमंत्री ने कहा", OTHER),
    ],
)
def test_a_stretch_tells_its_language(text: str, language: Language) -> None:
    assert languages([text]) == [language]


@pytest.mark.parametrize(
    ("stretches", "expected"),
    [
        (["首相は訪韓した。", "首相訪中"], [JA, JA]),
        (["首相訪中", "首相は訪韓した。"], [JA, JA]),
        (["總統訪問韓國。", "首相訪中"], [HANT, HANT]),
        (["总统访问韩国。", "首相日本"], [HANS, HANS]),
        (["總統訪問韓國。", "2025", "The talks were held in the city."], [HANT, HANT, EN]),
        (["2025", "總統訪問韓國。"], [HANT, HANT]),
        (["總統訪問韓國。", "Tel: 886-2-2365"], [HANT, HANT]),
        (["日本", "The talks were held in the city."], [HANS, EN]),
        (["Seoul talks"], [EN]),
        (["2025"], [OTHER]),
        (["대통령은 도쿄를 방문했다.", "日 총리"], [KO, KO]),
        (["總統訪問韓國並發表聲明。", "总统访问韩国并发表声明。", "日本"], [HANT, HANS, HANS]),
        ([], []),
    ],
)
def test_neighbours_tell_the_rest(stretches: list[str], expected: list[Language]) -> None:
    assert languages(stretches) == expected


def test_addresses_are_no_english() -> None:
    assert hint("（圖取自https://www.example.org/the/of/and/in）").language is not EN


def test_a_name_in_latin_letters_leaves_chinese_chinese() -> None:
    assert languages(["布倫森（Xavier Brunson）上將表示"]) == [HANT]
    assert not mixed("駐韓美軍最高指揮官布倫森（Xavier Brunson）上將表示，美國要求南韓增強實力。")
    assert mixed("總統表示將訪問韓國。The president said he would visit Korea.")


def test_known_is_the_answer() -> None:
    assert languages(["韓國", "Seoul"], JA) == [JA, JA]
