"""A line of JSON is an object whose fields may be of any kind: asked for text or a list, they give that or nothing."""

import json
from typing import Any

from stateofplay.exchange.incoming.line import Line
from stateofplay.exchange.incoming.telling import broken

Fields = dict[str, Any]


def fields_of(line: Line) -> Fields:
    """The object of a line; BrokenDocument for anything else, and for halves of characters that no file can hold."""
    try:
        value = json.loads(line.text)
        if "\\u" in line.text:
            json.dumps(value, ensure_ascii=False).encode()
    except (ValueError, RecursionError) as error:
        raise broken(f"no JSON: {error}") from error
    if not isinstance(value, dict):
        raise broken("no JSON object")
    return value


def readable(line: Line, fields: Fields) -> Line:
    """The line with its characters as such, where JSON escapes them as \\uXXXX."""
    return line._replace(text=json.dumps(fields, ensure_ascii=False)) if "\\u" in line.text else line


def text(value: Any) -> str:
    """A value as text: a number in figures, "" for what is neither."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return str(value).strip()


def texts(value: Any) -> tuple[str, ...]:
    """A value or a list of them as texts, empty ones left out."""
    values = value if isinstance(value, list) else [value]
    return tuple(found for found in map(text, values) if found)


def inner(value: Any) -> Fields:
    """A value that is an object; an empty one for anything else."""
    return value if isinstance(value, dict) else {}


def first(fields: Fields, *names: str) -> Any:
    """The first of these fields that is there and says something."""
    return next((fields[name] for name in names if fields.get(name) not in (None, "", [])), None)
