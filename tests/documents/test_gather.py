"""A folder of anything is read to its end: good files in, each bad one named with its reason."""

import os
import zipfile
from pathlib import Path

import docx
import pytest

from stateofplay import errors
from stateofplay.day import Day
from stateofplay.documents.document import Document
from stateofplay.documents.gather import Unread, gather
from stateofplay.documents.plain import document_from_text
from tests.documents.support import pdf_of

HANT = "韓國總統訪問東京，與日本首相舉行會晤，雙方同意加強合作。"
HANS = "韩国总统访问东京，与日本首相举行会晤，双方同意加强合作。"


def gathered(*paths: Path | str, **options: object) -> dict[str, Document | Unread]:
    return {Path(found.path).name: found for found in gather([str(path) for path in paths], **options)}  # type: ignore[arg-type]


def text_of(found: Document | Unread) -> str:
    assert isinstance(found, Document), found
    return found.text


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that the issue asks for, and more."""
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "empty.txt").write_bytes(b"")
    (folder / "good.txt").write_text(HANT)
    (folder / "latin.txt").write_bytes("The café in São Paulo hosted the leaders of the régime.".encode("latin-1"))
    (folder / "utf16.txt").write_text(HANT, encoding="utf-16")
    (folder / "gb.txt").write_bytes(HANS.encode("gb18030"))
    (folder / "big5.txt").write_bytes(HANT.encode("big5"))
    (folder / "binary.txt").write_bytes(b"\x7fELF\x02\x01\x01" + bytes(range(256)) * 8)
    (folder / "long.txt").write_bytes(b"a" * 50_000_000)
    (folder / "nopages.pdf").write_bytes(pdf_of([]))
    (folder / "pictures.pdf").write_bytes(pdf_of(["", ""]))
    (folder / "cut.pdf").write_bytes(pdf_of(["Seoul"])[:150])
    (folder / "good.pdf").write_bytes(pdf_of(["The president of Korea met him."]))
    (folder / "table.xlsx").write_bytes(b"PK\x03\x04")
    (folder / ".hidden").write_text("not for reading")
    document = docx.Document()
    document.add_paragraph(HANT)
    document.save(str(folder / "good.docx"))
    (folder / "cut.docx").write_bytes((folder / "good.docx").read_bytes()[:1500])
    bomb(folder / "good.docx", folder / "bomb.docx", 200 << 20)
    bomb(folder / "good.docx", folder / "swollen.docx", 120 << 20)
    (folder / "loop1").symlink_to("loop2")
    (folder / "loop2").symlink_to("loop1")
    (folder / "deep" / "deeper").mkdir(parents=True)
    (folder / "deep" / "deeper" / "up").symlink_to("../..")
    (folder / "deep" / "last.txt").write_text("The minister left for Tokyo.")
    return folder


def bomb(source: Path, target: Path, size: int) -> None:
    """A DOCX file of a few kilobytes whose text unpacks to `size` bytes."""
    with zipfile.ZipFile(source) as good, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as bad:
        for part in good.infolist():
            data = good.read(part)
            if part.filename == "word/document.xml":
                data = data.replace(HANT.encode(), b"<w:br/>" * (size // 7) if size < (128 << 20) else b"a" * size)
            bad.writestr(part.filename, data)


@pytest.fixture(scope="module")
def found(hostile: Path) -> dict[str, Document | Unread]:
    return gathered(hostile)


@pytest.mark.parametrize("name", ["good.txt", "utf16.txt", "big5.txt", "good.docx"])
def test_good_files_are_in(found: dict[str, Document | Unread], name: str) -> None:
    assert text_of(found[name]) == HANT


def test_good_files_of_other_kinds_are_in(found: dict[str, Document | Unread]) -> None:
    assert text_of(found["gb.txt"]) == HANS
    assert "café" in text_of(found["latin.txt"])
    assert text_of(found["good.pdf"]) == "The president of Korea met him."
    assert "Tokyo" in text_of(found["last.txt"])


@pytest.mark.parametrize(
    ("name", "kind", "reason"),
    [
        ("empty.txt", errors.EmptyDocument, "nothing"),
        ("binary.txt", errors.BrokenDocument, "program"),
        ("long.txt", errors.TooLarge, "47 MB"),
        ("nopages.pdf", errors.NoText, "without pages"),
        ("pictures.pdf", errors.NoText, "pictures"),
        ("cut.pdf", errors.BrokenDocument, "damaged"),
        ("cut.docx", errors.BrokenDocument, "damaged"),
        ("bomb.docx", errors.TooLarge, "unpacks"),
        ("swollen.docx", errors.DocumentError, ""),
        ("table.xlsx", errors.UnknownFormat, "ZIP"),
        ("loop1", errors.BrokenDocument, "symbolic links"),
        ("loop2", errors.BrokenDocument, "symbolic links"),
    ],
)
def test_bad_files_are_named(
    found: dict[str, Document | Unread], name: str, kind: type[errors.DocumentError], reason: str
) -> None:
    bad = found[name]
    assert isinstance(bad, Unread)
    assert isinstance(bad.error, kind)
    assert reason in bad.error.what
    assert name in bad.error.where


def test_nothing_else_is_in(found: dict[str, Document | Unread], hostile: Path) -> None:
    files = {path.name for path in hostile.rglob("*") if path.is_file() or not path.exists()} | {"loop1", "loop2"}
    assert set(found) == files - {".hidden"}


def test_order_is_as_given_and_sorted_within(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "c/z.txt", "c/y.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(f"text of {name}.")
    seen: list[tuple[str, int, int]] = []
    order = [tmp_path / "b.txt", tmp_path, tmp_path / "nothing.txt", tmp_path / "c" / "*.txt"]
    found = list(gather([str(path) for path in order], progress=lambda *told: seen.append(told)))
    names = [Path(one.path).name for one in found]
    assert names == ["b.txt", "a.txt", "b.txt", "y.txt", "z.txt", "nothing.txt", "y.txt", "z.txt"]
    assert [(number, total) for _, number, total in seen] == [(number, 8) for number in range(8)]
    assert found[0].id == found[2].id  # type: ignore[union-attr]


def test_what_is_not_there_is_said(tmp_path: Path) -> None:
    missing, none = gather([str(tmp_path / "no.txt"), str(tmp_path / "*.pdf")])
    assert isinstance(missing, Unread)
    assert isinstance(none, Unread)
    assert "no such file" in missing.error.what
    assert "pattern" in none.error.what


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes on this system")
def test_a_folder_that_may_not_be_opened_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("closed", "open"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "one.txt").write_text(HANT)
    scan = os.scandir

    def refusing(path: str) -> object:
        if str(path).endswith("closed"):
            raise PermissionError(13, "Permission denied", path)
        return scan(path)

    monkeypatch.setattr(os, "scandir", refusing)
    found = gathered(tmp_path)
    assert text_of(found["one.txt"]) == HANT
    closed = found["closed"]
    assert isinstance(closed, Unread)
    assert str(closed.error) == f"{tmp_path / 'closed'}: a folder that cannot be opened: Permission denied"


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (one,) = gather([str(tmp_path)])
    assert isinstance(one, Unread)
    assert "pipe" in one.error.what


def test_published_holds_where_nothing_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(HANT)
    (tmp_path / "b.txt").write_text("date 2025-08-23\n" + HANT)
    day = Day.parse("2025-01-02")
    told = [(one.published, one.published_by) for one in gather([str(tmp_path)], published=day)]  # type: ignore[union-attr]
    assert told == [(day, "user"), (Day.parse("2025-08-23"), "leading-date")]


def test_collections(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(
        f'{{"text": "{HANT}", "title": "甲", "date": "2025-08-23", "source": "乙", "author": "丙", '
        '"language": "zh-TW"}\n\nno json\n[1]\n{"title": "x"}\n{"content": "Seoul is calm."}\n'
    )
    (tmp_path / "b.csv").write_text(f'Title,Text,Published\n甲,"{HANT}\n第二行。",2025-08-23\n乙,,\n')
    (tmp_path / "c.tsv").write_text(f"text\tlang\n{HANT}\tzh\n")
    (tmp_path / "d.csv").write_text("a,b\n1,2\n")
    (tmp_path / "e.jsonl").write_text('{"text": "' + "a" * (17 << 20) + '"}\n{"text": "Seoul is calm."}\n')
    found = gathered(tmp_path)
    first = found["a.jsonl#1"]
    assert isinstance(first, Document)
    assert (first.title, first.publisher, first.author, first.published_by) == ("甲", "乙", "丙", "metadata")
    assert first.id == document_from_text(HANT).id
    kinds = {name: type(one.error).__name__ for name, one in found.items() if isinstance(one, Unread)}
    assert kinds == {
        "a.jsonl#3": "BrokenDocument",
        "a.jsonl#4": "BrokenDocument",
        "a.jsonl#5": "EmptyDocument",
        "b.csv#4": "EmptyDocument",
        "d.csv": "BrokenDocument",
        "e.jsonl#1": "TooLarge",
    }
    assert set(found) - set(kinds) == {"a.jsonl#1", "a.jsonl#6", "b.csv#3", "c.tsv#2", "e.jsonl#2"}


@pytest.mark.parametrize("name", ["page.html", "page.txt", "page"])
def test_a_page_is_known_by_its_content(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(f"<!DOCTYPE html><html><body><article><p>{HANT}</p></article></body></html>")
    assert text_of(gathered(tmp_path)[name]) == HANT


def test_starting_costs_no_process_for_a_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text(HANT)
    monkeypatch.setattr("subprocess.Popen", lambda *a, **k: pytest.fail("a process was started"))
    assert text_of(gathered(tmp_path)["a.txt"]) == HANT


def seeds() -> Path:
    """The five analyses, which are not part of the repository."""
    beside = Path(__file__).parents[3] / "shared" / "seeds"
    return Path(os.environ.get("STATEOFPLAY_SEEDS", beside))


@pytest.mark.skipif(not seeds().is_dir(), reason="the analyses are not here")
def test_the_analyses_are_read_whole() -> None:
    for path in sorted(seeds().iterdir()):
        (document,) = gather([str(path)])
        assert isinstance(document, Document)
        raw = path.read_text(encoding="utf-8")
        assert sorted("".join(raw.split())) == sorted("".join(document.text.split()))
        for passage in document.passages:
            if passage.kind.value == "body":
                assert not any(
                    other.kind.value == "caption" and other.paragraph == passage.paragraph
                    for other in document.passages
                )
                assert (
                    passage.text[-1] in "。！？」』.?!”)）:：" or passage.paragraph == document.passages[-1].paragraph
                )
