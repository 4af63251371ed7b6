"""Markup: text as XML takes it; what XML cannot hold at all is shown as U+FFFD rather than lost unseen."""

import re
from typing import Final

_UNFIT: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


_CONTENT: Final = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})
# A reader turns plain line breaks in an attribute into spaces, so they are written by number.
_ATTRIBUTE: Final = _CONTENT | str.maketrans({'"': "&quot;", "\n": "&#10;", "\t": "&#9;"})


def content(text: str) -> str:
    """`text` between tags.

    >>> content("a < b")
    'a &lt; b'
    """
    return _UNFIT.sub("\ufffd", text).translate(_CONTENT)


def attribute(text: str) -> str:
    """`text` as the value of an attribute, in quotes."""
    return f'"{_UNFIT.sub(chr(0xFFFD), text).translate(_ATTRIBUTE)}"'
