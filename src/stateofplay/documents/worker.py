"""The worker in quarantine: it sets its own limits before it reads anything, and says nothing but answers."""

import contextlib
import json
import os
import sys
from importlib import import_module
from typing import IO, Any, Final

from stateofplay.documents.extract import Extract, as_json
from stateofplay.documents.limits import OUTPUT_CHARACTERS, WORKER_CPU_SECONDS, WORKER_MEMORY, WORKER_OPEN_FILES
from stateofplay.errors import DocumentError, TooLarge

READERS: Final = ("page", "pdf", "word", "feed")
"""Modules of this room whose `read(data, where)` runs here."""

_SIZE: Final = 8


def serve() -> None:
    """Answer questions on standard input until it ends; out of memory, answer once more and end."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    confine()
    questions = sys.stdin.buffer
    while line := questions.readline():
        question = json.loads(line)
        data = questions.read(question["size"])
        allow_more_time()
        _say(answers, answer(question["reader"], data, question["where"]))


def answer(reader: str, data: bytes, where: str) -> dict[str, Any]:
    """The extracts that the module `reader` makes of `data`, or the error, as JSON has it."""
    try:
        return {"extracts": [as_json(extract) for extract in read(reader, data, where)]}
    except DocumentError as error:
        return {"kind": type(error).__name__, "what": error.what, "where": error.where, "mend": error.mend}
    except MemoryError:
        return {"kind": MemoryError.__name__, "what": "", "where": where, "mend": ""}


def read(reader: str, data: bytes, where: str) -> list[Extract]:
    """What the module `reader` makes of `data`; TooLarge where that is too much."""
    if reader not in READERS:
        raise DocumentError(f"no reader {reader}", where=where)
    extracts: list[Extract] = import_module(f"stateofplay.documents.{reader}").read(data, where)
    size = sum(len(extract.text) for extract in extracts)
    if size > OUTPUT_CHARACTERS:
        raise TooLarge(f"holds {size:,} characters", where=where, mend="save its text alone, or split it")
    return extracts


def _say(answers: IO[bytes], said: dict[str, Any]) -> None:
    body = json.dumps(said, ensure_ascii=False).encode("utf-8", "replace")
    answers.write(len(body).to_bytes(_SIZE, "big") + body)
    answers.flush()


def confine() -> None:
    """Limits for all the worker's life; systems without `resource` keep those on time by the clock and on output."""
    sys.dont_write_bytecode = True
    if sys.platform == "win32":
        return
    import resource

    for what, most in (
        (resource.RLIMIT_AS, WORKER_MEMORY),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_NOFILE, WORKER_OPEN_FILES),
        (resource.RLIMIT_CORE, 0),
    ):
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(what, (most, most))


def allow_more_time() -> None:
    """The limit on CPU time counts from the worker's start, so each file moves it on."""
    if sys.platform == "win32":
        return
    import resource

    used = resource.getrusage(resource.RUSAGE_SELF)
    limit = int(used.ru_utime + used.ru_stime) + WORKER_CPU_SECONDS + 1
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CPU, (limit, hard))
