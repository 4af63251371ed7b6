"""BibTeX (biblatex, UTF-8): one entry per document, titles in their own script and held as they are."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from stateofplay.exchange.out.selection import Row, Selection

LANGID: Final = {"en": "english", "zh-Hant": "chinese", "zh-Hans": "chinese", "ja": "japanese", "ko": "korean"}
"""BCP 47 tag → the name that biblatex knows."""

_ESCAPED: Final = str.maketrans(
    {
        **{sign: f"\\{sign}" for sign in "&%$#_{}"},
        "\\": r"\textbackslash{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        "\n": " ",
        "\r": " ",
    }
)


def write_bibtex(selection: Selection) -> Iterator[str]:
    """A comment that says what was selected, then the entries, earliest published first."""
    yield f"@comment{{{selection.told.translate(_ESCAPED)}}}\n"
    for row in selection.documents():
        fields = {name: value for name, value in _fields(row).items() if value}
        inner = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items())
        yield f"\n@{'online' if 'url' in fields else 'article'}{{sop{row['id']},\n{inner}}}\n"


def issued(row: Row) -> str:
    """When a document was published, as a day, month or year, or FIRST/LAST for another stretch; "" where unknown."""
    first, last = row["published_from"], row["published_to"]
    if first is None:
        return ""
    if first == last:
        return str(first)
    if first.day == 1 and last == _month_end(first):
        return f"{first:%Y-%m}"
    whole_year = (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year
    return str(first.year) if whole_year else f"{first}/{last}"


def address(row: Row) -> str:
    """Where a document can be fetched; "" for a file of the user's own."""
    return row["path"] if row["path"].startswith(("http://", "https://")) else ""


def _fields(row: Row) -> dict[str, str]:
    # Double braces: a title is held as it is written, and an author is a name in its own order rather than parted.
    names = {"title": row["title"] or row["path"], "author": row["author"]}
    return {
        **{name: f"{{{value.translate(_ESCAPED)}}}" for name, value in names.items() if value},
        "journaltitle": row["publisher"].translate(_ESCAPED),
        "date": issued(row),
        "langid": LANGID.get(row["languages"][0], "") if row["languages"] else "",
        "language": ";".join(row["languages"]),
        "url": address(row).replace("{", "%7B").replace("}", "%7D"),
        "file-name": "" if address(row) else row["path"].translate(_ESCAPED),
        "document-id": row["id"],
        "statement-ids": ";".join(row["statements"]),
        "reader": ";".join(row["readers"]).translate(_ESCAPED),
    }


def _month_end(first: date) -> date:
    return (first.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
