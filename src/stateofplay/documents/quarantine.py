"""Quarantine: a file that might harm its reader is read in another process, which may die of it alone.

The worker is a plain interpreter that speaks JSON over its pipes: `multiprocessing` would run the caller's script
again in the worker, and unpickling what a captured worker sends would run its code here.
"""

import contextlib
import json
import signal
import subprocess
import sys
import threading
from types import TracebackType
from typing import IO, Any, Final

from stateofplay import errors
from stateofplay.documents.extract import Extract, from_json
from stateofplay.documents.limits import (
    ANSWER_BYTES,
    WORKER_CPU_SECONDS,
    WORKER_MEMORY,
    WORKER_WALL_SECONDS,
)
from stateofplay.errors import BrokenDocument, DocumentError, TooLarge, TooSlow

_DIED_OF_TIME: Final = -int(getattr(signal, "SIGXCPU", 24))
_START: Final = "import sys; sys.path[:] = sys.argv[1:]; from stateofplay.documents.worker import serve; serve()"
_SMALLER: Final = "save its text alone, or split it"
_SIZE: Final = 8


class Quarantine:
    """A worker process, started when first needed, that reads one file at a time within memory, time and output.

    A hang, a crash or a bomb ends the worker, and the next file gets a new one. Use it as a context, so that the
    worker ends with it. `seconds` is how long one file may take by the clock.
    """

    def __init__(self, seconds: float = WORKER_WALL_SECONDS) -> None:
        self._seconds = seconds
        self._worker: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> "Quarantine":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._worker is not None:
            self._end(self._worker)

    def read(self, reader: str, data: bytes, where: str) -> list[Extract] | DocumentError:
        """What the module `reader` of this room makes of `data`, or why nothing came of it."""
        worker = self._worker = self._worker or _started()
        late = threading.Event()
        watch = threading.Timer(self._seconds, _kill, (worker, late))
        watch.start()
        try:
            answer = _asked(worker, reader, data, where)
        finally:
            watch.cancel()
        if answer is None:
            self._end(worker)
            return self._why(late.is_set(), worker.returncode, where)
        if "what" in answer:
            return _error(answer)
        return [from_json(extract) for extract in answer["extracts"]]

    def _why(self, late: bool, code: int, where: str) -> DocumentError:
        if late or code == _DIED_OF_TIME:
            limit = f"{self._seconds:.0f} seconds" if late else f"{WORKER_CPU_SECONDS} seconds of work"
            return TooSlow(f"not read after {limit}", where=where, mend=_SMALLER)
        return BrokenDocument("its reader died of it", where=where, mend="save it again from its source")

    def _end(self, worker: subprocess.Popen[bytes]) -> None:
        """End the worker, and learn how it died where it had died before."""
        self._worker = None
        for pipe in (worker.stdin, worker.stdout):
            with contextlib.suppress(OSError):
                _open(pipe).close()
        try:
            worker.wait(timeout=1)
        except subprocess.TimeoutExpired:
            worker.kill()
            worker.wait()


def _kill(worker: subprocess.Popen[bytes], late: threading.Event) -> None:
    late.set()
    worker.kill()


def _started() -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-c", _START, *sys.path],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )


def _asked(worker: subprocess.Popen[bytes], reader: str, data: bytes, where: str) -> dict[str, Any] | None:
    """The worker's answer; None where it died before it gave one, TooLarge's fields where there is too much of it."""
    question = json.dumps({"reader": reader, "where": where, "size": len(data)}).encode("utf-8") + b"\n"
    try:
        _open(worker.stdin).write(question)
        _open(worker.stdin).write(data)
        _open(worker.stdin).flush()
    except OSError:
        return None
    pipe = _open(worker.stdout)
    size = int.from_bytes(pipe.read(_SIZE), "big")
    if size > ANSWER_BYTES:
        worker.kill()
        return None
    body = pipe.read(size)
    answer: dict[str, Any] | None = json.loads(body) if size and len(body) == size else None
    return answer


def _open(pipe: IO[bytes] | None) -> IO[bytes]:
    if pipe is None:
        raise errors.OurFault("the worker has no pipe")
    return pipe


def _error(answer: dict[str, Any]) -> DocumentError:
    kinds: dict[str, type[DocumentError]] = {kind.__name__: kind for kind in DocumentError.__subclasses__()}
    if answer["kind"] == MemoryError.__name__:
        what = f"needs more than {WORKER_MEMORY >> 20} MB of memory"
        return TooLarge(what, where=str(answer["where"]), mend=_SMALLER)
    kind = kinds.get(str(answer["kind"]), DocumentError)
    return kind(str(answer["what"]), where=str(answer["where"]), mend=str(answer["mend"]))
