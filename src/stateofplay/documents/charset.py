"""Bytes become characters: by a mark at the start, as UTF-8, or by what the bytes look like; binary data stay bytes."""

import re
import unicodedata
from typing import Final

import charset_normalizer
import ftfy
import ftfy.badness

from stateofplay.documents.likely_charset import likely_charset
from stateofplay.errors import BrokenDocument, EmptyDocument

_MARKS: Final = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_SWITCHES: Final = ((b"\x1b$B", "iso2022_jp"), (b"\x1b$@", "iso2022_jp"), (b"\x1b$)C", "iso2022_kr"))
_SAMPLE: Final = 1 << 16
_DAMAGED_SHARE: Final = 0.002
"""Share of undecodable bytes up to which a text still counts as UTF-8 with some damage."""

_ODD_SHARE: Final = 0.005
"""Share of characters that no text holds (unassigned, private, control) from which a decoding is wrong."""

_SEEN_WHEN_GARBLED: Final = re.compile("[\u00c2-\u00f4][\u0080-\u00bf\u0152-\u0192\u02c6-\u2122]")
_GARBLED_LEAST: Final = 3
_BETTER: Final = 0.2
"""A repair is taken where it leaves at most this share of the garbling."""

_SIGNATURES: Final = (
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"PK\x03\x04", "a ZIP archive or Office file"),
    (b"%PDF", "a PDF file"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
    (b"SQLite format 3", "an SQLite database"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"PAR1", "a Parquet file"),
    (b"ID3", "an MP3 file"),
    (b"OggS", "an Ogg file"),
    (b"RIFF", "a sound, film or WebP file"),
)


def decoded(data: bytes, *, where: str = "", declared: str = "") -> str:
    """The characters of `data`, in the charset `declared` beside it where that holds, else in the one it shows.

    EmptyDocument where there is nothing; BrokenDocument where the bytes are no text.

    >>> decoded("韓國總統訪問東京，與首相會談".encode("big5"))
    '韓國總統訪問東京，與首相會談'
    """
    if not data.strip():
        raise EmptyDocument("nothing in it", where=where)
    text = _marked(data)
    if text is None:
        if signature(data):
            refuse_binary(data, where=where)
        text = _declared(data, declared) or _switched(data) or _unicode(data)
    if text is None:
        refuse_binary(data, where=where)
        text = _detected(data, where)
    if not text.strip("\ufeff \t\r\n\f"):
        raise EmptyDocument("nothing in it", where=where)
    return _repaired(text)


def refuse_binary(data: bytes, *, where: str = "") -> None:
    """BrokenDocument where `data` is plainly no text, naming what it is where its first bytes tell."""
    name = signature(data)
    head = data[:_SAMPLE]
    controls = sum(map(head.count, (bytes([code]) for code in (*range(7), *range(14, 27), *range(28, 32)))))
    if name or controls * 100 > len(head):
        raise BrokenDocument(
            f"not a text but {name or 'binary data'}", where=where, mend="give the file the ending of its format"
        )


def signature(data: bytes) -> str:
    """What the first bytes say that `data` is; "" where they say nothing."""
    return next((name for start, name in _SIGNATURES if data.startswith(start)), "")


def _marked(data: bytes) -> str | None:
    for mark, charset in _MARKS:
        if data.startswith(mark):
            return data.decode(charset, "replace")
    return None


def _declared(data: bytes, charset: str) -> str | None:
    try:
        text = data.decode(charset) if charset else None
    except (LookupError, UnicodeDecodeError):
        return None
    return text if text is not None and _is_plausible(text) else None


def _switched(data: bytes) -> str | None:
    """Charsets of seven bits that switch by escapes, which would pass for ASCII."""
    for escape, charset in _SWITCHES:
        if escape in data[:_SAMPLE]:
            return _declared(data, charset)
    return None


def _unicode(data: bytes) -> str | None:
    """UTF-8, whole or slightly damaged, or UTF-16 without a mark; None where it is neither."""
    if b"\0" in data[:_SAMPLE]:
        return _unmarked_utf16(data)
    try:
        return data.decode()
    except UnicodeDecodeError:
        text = data.decode(errors="replace")
        damaged, beyond = text.count("\ufffd"), len(data) - len(text)
        return text if damaged <= _DAMAGED_SHARE * len(data) and beyond > 8 * damaged else None


def _unmarked_utf16(data: bytes) -> str | None:
    # Plain ASCII with a stray NUL would pass for rare ideographs; in UTF-16, ASCII has a NUL to every letter.
    if len(data) % 2 or (data.isascii() and data.count(0) * 4 < len(data)):
        return None
    for charset in ("utf-16-le", "utf-16-be"):
        text = data.decode(charset, "replace")
        if _is_plausible(text) and "\0" not in text[:_SAMPLE]:
            return text
    return None


def _detected(data: bytes, where: str) -> str:
    best = charset_normalizer.from_bytes(data[:_SAMPLE]).best() if not (likely := likely_charset(data)) else None
    charset = best.encoding if best is not None else likely
    text = data.decode(charset, "replace") if charset else ""
    if not charset or not _is_plausible(text):
        raise BrokenDocument("not a text in any charset that we know", where=where, mend="save it as UTF-8")
    return text


def _is_plausible(text: str) -> bool:
    sample = text[:_SAMPLE]
    odd = sum(1 for character in sample if not character.isprintable() and character not in "\t\n\r\f\v\u3000\u00a0")
    odd -= sum(1 for character in set(sample) if unicodedata.category(character) in ("Zs", "Cf"))
    return odd + sample.count("\ufffd") <= max(_ODD_SHARE * len(sample), 2 if len(sample) > 200 else 0)


def _repaired(text: str) -> str:
    """UTF-8 that was read as Latin-1 once, and saved so, is read aright; but only where that is clearly better."""
    if len(_SEEN_WHEN_GARBLED.findall(text[:_SAMPLE])) < _GARBLED_LEAST:
        return text
    repaired = "".join(ftfy.fix_encoding(line) for line in text.splitlines(keepends=True))
    before, after = ftfy.badness.badness(text[:_SAMPLE]), ftfy.badness.badness(repaired[:_SAMPLE])
    return repaired if before > _GARBLED_LEAST and after <= _BETTER * before else text
