"""Whatever a file does to its reader, it does to the worker alone, and the next file is read."""

import json
import sys
from collections.abc import Callable

import pytest

from stateofplay.documents import quarantine, worker
from stateofplay.documents.quarantine import Quarantine
from stateofplay.errors import BrokenDocument, DocumentError, TooLarge, TooSlow
from tests.documents.support import pdf_of

GOOD = pdf_of(["Seoul is calm."])
LIMITED = pytest.mark.skipif(sys.platform != "linux", reason="limits are those of Linux")


def planted(monkeypatch: pytest.MonkeyPatch, code: str) -> None:
    """Let the worker run `code` instead of the PDF reader."""
    start = (
        "import sys; sys.path[:] = sys.argv[1:]; import types; bad = types.ModuleType('bad'); "
        f"exec({('def read(data, where):' + chr(10) + code)!r}, bad.__dict__); "
        "sys.modules['stateofplay.documents.pdf'] = bad; "
        "from stateofplay.documents.worker import serve; serve()"
    )
    monkeypatch.setattr(quarantine, "_START", start)


@LIMITED
@pytest.mark.parametrize(
    ("code", "kind", "reason"),
    [
        (" import time\n time.sleep(60)", TooSlow, "not read after"),
        (" import os\n os.abort()", BrokenDocument, "died"),
        (" import os\n os._exit(0)", BrokenDocument, "died"),
        (" raise RuntimeError('unforeseen')", BrokenDocument, "died"),
        (" x = bytearray(4 << 30)", TooLarge, "memory"),
        (" open('/tmp/planted-by-a-test', 'w').write('x' * 100000)", BrokenDocument, "died"),
        (" files = [open('/dev/null') for _ in range(200)]", BrokenDocument, "died"),
        (
            " from stateofplay.documents.extract import Extract\n return [Extract(text='x' * (13 << 20))]",
            TooLarge,
            "holds",
        ),
        (
            " from stateofplay.errors import NoText\n raise NoText('planted', where=where, mend='m')",
            DocumentError,
            "planted",
        ),
    ],
)
def test_each_kind_of_harm(monkeypatch: pytest.MonkeyPatch, code: str, kind: type[DocumentError], reason: str) -> None:
    planted(monkeypatch, code)
    with Quarantine(seconds=1.5 if "sleep" in code else 30) as apart:
        problem = apart.read("pdf", GOOD, "bad.pdf")
        assert isinstance(problem, kind)
        assert reason in problem.what
        assert problem.where == "bad.pdf"
        monkeypatch.undo()
        apart._end(apart._worker) if apart._worker else None
        good = apart.read("pdf", GOOD, "good.pdf")
        assert isinstance(good, list)
        assert good[0].text.strip() == "Seoul is calm."


@LIMITED
def test_a_busy_loop_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quarantine, "_START", quarantine._START.replace("import serve", "import serve; "
        "import stateofplay.documents.worker as w; w.WORKER_CPU_SECONDS = 0"))  # fmt: skip
    planted_start = quarantine._START.replace("serve()", "w.read = lambda *a: [0 for _ in iter(int, 1)]; serve()")
    monkeypatch.setattr(quarantine, "_START", planted_start)
    with Quarantine(seconds=30) as apart:
        problem = apart.read("pdf", GOOD, "bad.pdf")
    assert isinstance(problem, TooSlow)
    assert "of work" in problem.what


def test_one_worker_reads_many() -> None:
    with Quarantine() as apart:
        first = apart.read("pdf", GOOD, "a.pdf")
        worker_before = apart._worker
        assert isinstance(apart.read("pdf", b"%PDF-1.4", "b.pdf"), BrokenDocument)
        assert apart.read("pdf", GOOD, "c.pdf") == first
        assert apart._worker is worker_before
    assert worker_before is not None
    assert worker_before.returncode is not None


def test_nothing_is_started_for_nothing() -> None:
    with Quarantine() as apart:
        assert apart._worker is None


@pytest.mark.parametrize("reader", worker.READERS)
def test_every_reader_answers(reader: str) -> None:
    said = worker.answer(reader, b"no such thing", "a")
    assert json.loads(json.dumps(said)) == said
    assert {"kind", "what", "where", "mend"} == set(said) or "extracts" in said


def test_only_readers_are_run() -> None:
    assert worker.answer("os", b"", "a")["kind"] == "DocumentError"


@pytest.mark.parametrize("kind", DocumentError.__subclasses__())
def test_every_error_comes_home(kind: type[DocumentError], monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(reader: str, data: bytes, where: str) -> list[object]:
        raise kind("what", where=where, mend="mend")

    monkeypatch.setattr(worker, "read", fail)
    rebuilt: Callable[..., DocumentError] = quarantine._error
    error = rebuilt(worker.answer("pdf", b"", "a.pdf"))
    assert (type(error), error.what, error.where, error.mend) == (kind, "what", "a.pdf", "mend")
