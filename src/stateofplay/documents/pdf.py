"""PDF files: the text of every page in reading order, pages apart by form feeds; pictures are not read."""

import re
from datetime import date
from typing import Final

import pypdfium2  # type: ignore[import-untyped]

from stateofplay.documents.extract import Extract, corroborated
from stateofplay.documents.publication import Imprint
from stateofplay.errors import BrokenDocument, NoText
from stateofplay.knowledge.fold import unradical

_SOFT_BREAK: Final = re.compile("[\x02\ufffe]\r?\n?")
_NO_PAGES: Final = re.compile(rb"/Count\s+0\b")
"""PDFium opens no file without pages, so its bytes have to tell that from damage."""

_TAIL: Final = 1024
_MADE: Final = re.compile(r"D:(\d{4})(\d{2})(\d{2})")
_PROGRAM_TITLE: Final = re.compile(r"(?i)^microsoft |\.(docx?|pdf|indd|hwp|odt)$|^untitled|^無題|^제목")


def read(data: bytes, where: str) -> list[Extract]:
    """The one text of a PDF file; BrokenDocument or NoText where there is none to be had."""
    try:
        file = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if _NO_PAGES.search(data) and b"%%EOF" in data[-_TAIL:]:
            raise NoText("a PDF without pages", where=where) from error
        locked = "password" in str(error).lower()
        what = "locked by a password" if locked else "damaged or cut off; no PDF reader can open it"
        raise BrokenDocument(what, where=where, mend="save it again from its source") from error
    text = unradical("\n\f".join(_page(file, number, where) for number in range(len(file))))
    if not text.strip():
        pages = "a page" if len(file) == 1 else f"{len(file)} pages"
        raise NoText(f"{pages} of pictures, without text", where=where, mend="run text recognition over it first")
    about = file.get_metadata_dict()
    title = about.get("Title", "").strip()
    known = corroborated(_made(about), text).or_else(
        Imprint(title="" if _PROGRAM_TITLE.search(title) else title, author=about.get("Author", "").strip())
    )
    return [Extract(text=text, known=known)]


def _page(file: pypdfium2.PdfDocument, number: int, where: str) -> str:
    try:
        page = file[number]
        text = page.get_textpage().get_text_range()
    except pypdfium2.PdfiumError as error:
        raise BrokenDocument("damaged page", where=f"{where}, page {number + 1}") from error
    return _SOFT_BREAK.sub("", text)


def _made(about: dict[str, str]) -> date | None:
    match = _MADE.match(about.get("CreationDate", ""))
    try:
        return date(*map(int, match.groups())) if match else None
    except ValueError:
        return None
