"""A line of somebody's file: every one comes through, as text or as a fault of that line, in bounded memory."""

import gzip
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from glob import has_magic
from pathlib import Path
from typing import IO, Any, Final, NamedTuple

from stateofplay.errors import BrokenDocument, NotFound

Told = Callable[[int], None]
"""Is told how many bytes of a file have been read, now and then."""

_MARK: Final = "\ufeff"
_TOLD_EVERY: Final = 2000


class Line(NamedTuple):
    """Line `number` of the file `path`, from 1, without its line break; `fault` says why it cannot be read, if so."""

    path: str
    number: int
    text: str
    fault: str = ""

    @property
    def where(self) -> str:
        """File and line."""
        return f"{self.path}#{self.number}"


def files(paths: Iterable[str | Path]) -> Iterator[Path | NotFound]:
    """The files that paths, folders and globs name, in order of name within each; NotFound for what is not there."""
    for path in map(str, paths):
        found = [Path(path)] if not has_magic(path) or Path(path).exists() else _matching(path)
        listed = [file for one in found for file in _inside(one)]
        if listed:
            yield from listed
        else:
            yield NotFound("there is no such file", where=path, mend="give a file, a folder with files, or a glob")


def lines(file: Path, longest: int, told: Told = lambda _: None) -> Iterator[Line]:
    """The lines of a file, plain, gzipped, or of every file in a zip, decoded as UTF-8 or else as Windows-1252.

    A line of more than `longest` characters comes as a fault. BrokenDocument where the file cannot be read on.
    """
    try:
        with file.open("rb") as raw:
            for path, stream in _streams(file, raw):
                for line in _decoded(path, stream, longest):
                    if line.number % _TOLD_EVERY == 0:
                        told(raw.tell())
                    yield line
    except (OSError, EOFError, zlib.error, zipfile.BadZipFile, RuntimeError, NotImplementedError) as error:
        raise BrokenDocument(f"it cannot be read on: {error}", where=str(file), mend="fetch it anew") from error


def _matching(pattern: str) -> list[Path]:
    anchor = Path(pattern).anchor
    return sorted(Path(anchor or ".").glob(pattern.removeprefix(anchor)))


def _inside(path: Path) -> list[Path]:
    if path.is_dir():
        return sorted(file for file in path.rglob("*") if file.is_file() and not file.name.startswith("."))
    return [path] if path.is_file() else []


def _streams(file: Path, raw: IO[bytes]) -> Iterator[tuple[str, IO[bytes]]]:
    suffix = file.suffix.lower()
    if suffix == ".zip":
        with zipfile.ZipFile(raw) as archive:
            for member in archive.infolist():
                if not member.is_dir():
                    with archive.open(member) as stream:
                        yield f"{file}!{member.filename}", stream
    elif suffix == ".gz":
        with gzip.open(raw) as unpacked:
            opened: Any = unpacked
            yield str(file), opened
    else:
        yield str(file), raw


def _decoded(path: str, stream: IO[bytes], longest: int) -> Iterator[Line]:
    number = 0
    while data := stream.readline(longest):
        number += 1
        if len(data) == longest and not data.endswith(b"\n"):
            _skip(stream, longest)
            yield Line(path, number, "", f"longer than {longest:,} bytes")
            continue
        text = _text(data).rstrip("\r\n")
        yield Line(path, number, text.removeprefix(_MARK) if number == 1 else text)


def _skip(stream: IO[bytes], longest: int) -> None:
    """Read to the end of the line."""
    while (data := stream.readline(longest)) and not data.endswith(b"\n"):
        pass


def _text(data: bytes) -> str:
    # Line by line, since files were seen that mix the two.
    for encoding in ("utf-8", "cp1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1")
