"""Every usual charset is read aright, and what is no text is never taken for one."""

import os

import pytest

from stateofplay.documents.charset import decoded, refuse_binary, signature
from stateofplay.errors import BrokenDocument, EmptyDocument

HANT = "韓國總統訪問東京，與日本首相舉行會晤，雙方同意加強合作。"
HANS = "韩国总统访问东京，与日本首相举行会晤，双方同意加强合作。"
JA = "韓国の大統領が東京を訪れ、首相と会談した。協力を深めることで一致した。"
KO = "한국 대통령이 도쿄를 방문해 총리와 회담하고 협력을 강화하기로 했다."
FR = "Le président coréen a été reçu à Séoul, où il a répété que l'été serait long."


@pytest.mark.parametrize(
    ("text", "charset"),
    [(text, charset) for text in (HANT, HANS, JA, KO, FR) for charset in ("utf-8", "utf-8-sig", "utf-16", "utf-32")]
    + [
        (HANT, "big5"),
        (HANT, "big5hkscs"),
        (HANS, "gb18030"),
        (HANS, "gb2312"),
        (HANT, "gb18030"),
        (JA, "shift_jis"),
        (JA, "euc_jp"),
        (JA, "iso2022_jp"),
        (KO, "euc_kr"),
        (KO, "cp949"),
        (FR, "latin-1"),
        (FR, "cp1252"),
        (FR, "utf-16-le"),
        (FR, "utf-16-be"),
        ("plain ASCII", "ascii"),
    ],
)
def test_round_trip(text: str, charset: str) -> None:
    assert decoded(text.encode(charset)).lstrip("\ufeff") == text


@pytest.mark.parametrize("text", [HANT, HANS, JA, KO])
def test_a_damaged_byte_costs_itself(text: str) -> None:
    data = (text * 40).encode()
    assert decoded(data[:-1]).startswith(text)
    assert decoded(data[:100] + b"\xff" + data[100:]).count("\ufffd") < 5


def test_a_stray_nul_makes_no_utf16_of_ascii() -> None:
    for data in (b"Japan condemned\0 the launch.", b"Japan condemned\0 the launch"):
        with pytest.raises(BrokenDocument, match="binary"):
            decoded(data)


def test_what_is_declared_counts_where_it_holds() -> None:
    assert decoded(HANT.encode("big5"), declared="big5") == HANT
    assert decoded(HANT.encode(), declared="big5") == HANT
    assert decoded(HANT.encode(), declared="no-such-charset") == HANT


def test_mojibake_is_mended_only_where_clear() -> None:
    garbled = HANT.encode().decode("cp1252", "replace")
    assert decoded(garbled.encode()) != HANT.replace("韓", "")  # bytes were lost: nothing is made up
    whole = FR.encode().decode("cp1252")
    assert decoded((whole * 3).encode()) == FR * 3
    assert decoded((FR * 3).encode()) == FR * 3
    wide = "ＣＨＩＮＡ（ＴＡＩＷＡＮ）" * 5
    assert decoded(wide.encode()) == wide


@pytest.mark.parametrize("data", [b"", b" \n\t", b"\xef\xbb\xbf", b"\xef\xbb\xbf \n", b"\xff\xfe"])
def test_nothing_in_it(data: bytes) -> None:
    with pytest.raises(EmptyDocument):
        decoded(data, where="a.txt")


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR\x00\xff", "PNG"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\xfe\xfd", "JPEG"),
        (b"PK\x03\x04\x14\x00\xff\xfe\x08\x00", "ZIP"),
        (b"SQLite format 3\x00\xff\xfe", "SQLite"),
        (bytes(range(256)) * 20, "binary"),
        (os.urandom(6_000), ""),
    ],
)
def test_binary_data_are_named(data: bytes, name: str) -> None:
    with pytest.raises(BrokenDocument) as caught:
        decoded(data, where="a.txt")
    assert name in caught.value.what
    assert caught.value.where == "a.txt"


def test_text_is_not_refused() -> None:
    refuse_binary(HANT.encode("big5"))
    assert signature(b"Plain text") == ""
    assert "PDF" in signature(b"%PDF-1.7")
