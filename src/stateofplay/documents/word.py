"""DOCX files: paragraphs and tables in the order of the page; macros, pictures and comments are not read."""

import io
import zipfile
from typing import Final

import docx
from docx.opc.exceptions import OpcError
from docx.table import Table

from stateofplay.documents.extract import Extract, corroborated
from stateofplay.documents.limits import PACKED_PARTS, UNPACKED_BYTES
from stateofplay.documents.publication import Imprint
from stateofplay.errors import BrokenDocument, NoText, TooLarge

_DAMAGE: Final = (OpcError, zipfile.BadZipFile, KeyError, ValueError, SyntaxError, AttributeError, EOFError, OSError)
"""What python-docx raises over damaged files; lxml's errors are SyntaxErrors."""


def read(data: bytes, where: str) -> list[Extract]:
    """The one text of a DOCX file; BrokenDocument, TooLarge or NoText where there is none to be had."""
    _refuse_bomb(data, where)
    try:
        file = docx.Document(io.BytesIO(data))
        parts = [
            "\t".join(_cells(block)) if isinstance(block, Table) else block.text for block in file.iter_inner_content()
        ]
        about = file.core_properties
        made, title, author = about.created, about.title, about.author
    except _DAMAGE as error:
        raise BrokenDocument("damaged, or no DOCX file", where=where, mend="save it again as DOCX") from error
    text = "\n".join(parts)
    if not text.strip():
        raise NoText("a DOCX file without text", where=where)
    author = "" if author == "python-docx" else author
    known = corroborated(made.date() if made else None, text).or_else(
        Imprint(title=title.strip(), author=author.strip())
    )
    return [Extract(text=text, known=known)]


def _cells(table: Table) -> list[str]:
    return [cell.text for row in table.rows for cell in row.cells]


def _refuse_bomb(data: bytes, where: str) -> None:
    try:
        parts = zipfile.ZipFile(io.BytesIO(data)).infolist()
    except (zipfile.BadZipFile, EOFError, OSError) as error:
        raise BrokenDocument("damaged, or no DOCX file", where=where, mend="save it again as DOCX") from error
    size = sum(part.file_size for part in parts)
    if size > UNPACKED_BYTES or len(parts) > PACKED_PARTS:
        raise TooLarge(f"unpacks to {size >> 20} MB in {len(parts)} parts", where=where, mend="save the text alone")
