"""PLOVER JSON Lines, under the names of the manual or of the older gold files; ours give status and ids beside them."""

from collections.abc import Iterator
from typing import Any, Final

from stateofplay.day import Day
from stateofplay.documents.document import Language
from stateofplay.documents.language import languages
from stateofplay.exchange.incoming.code import country, is_sector, party, plover_type, status_of
from stateofplay.exchange.incoming.json_line import Fields, fields_of, first, inner, readable, text, texts
from stateofplay.exchange.incoming.line import Line
from stateofplay.exchange.incoming.table import told
from stateofplay.exchange.incoming.telling import Telling, broken, day, event, settings
from stateofplay.reading.statement import Status
from stateofplay.record.addition import Unread

_OURS: Final = "stateofplay"
_CODE: Final = len("KOR")
_STATUS: Final = {status.value: status for status in Status}


def read_plover(lines: Iterator[Line]) -> Iterator[Telling | Unread]:
    """What each line of a file tells."""
    for line in lines:
        yield from told(line, _telling)


def _telling(line: Line) -> Telling:
    fields = fields_of(line)
    ours = inner(fields.get(_OURS))
    words = text(first(fields, "event_text", "eventText")) or text(fields.get("text"))
    line, start, end = _placed(readable(line, fields), words)
    id, happened = text(fields.get("id")), _happened(fields)
    if not id:
        raise broken("id is missing")
    modes = texts(fields.get("mode"))
    return Telling(
        line=line,
        key=text(ours.get("event")) or id,
        start=start,
        end=end,
        claims=_claims(fields, happened, texts(ours.get("people"))),
        published=_published(fields) or happened,
        why=(f"PLOVER {' '.join((*texts(fields.get('event')), *modes))}", f"id {id}"),
        confidence=_confidence(ours.get("confidence")),
        status=_STATUS.get(text(ours.get("status"))) or status_of(modes),
        language=_language(fields, words),
        said_by=text(ours.get("said_by")),
    )


def _claims(fields: Fields, happened: Day | None, people: tuple[str, ...]) -> tuple[Any, ...]:
    if fields.get("has_event") is False:
        return ()
    types = [plover_type(name) for name in texts(fields.get("event"))]
    if not types:
        raise broken("event is missing")
    source, target = _side(fields, "actor", "source"), _side(fields, "recipient", "target")
    return tuple(event(type, source, target, happened, people) for type in dict.fromkeys(types) if type)


def _side(fields: Fields, *names: str) -> tuple[str, ...]:
    value = first(fields, *names)
    entities = value if isinstance(value, list) else [value]
    return tuple(dict.fromkeys(id for entity in entities for id in _actors(entity)))


def _actors(entity: Any) -> Iterator[str]:
    """Ids of an entity: by its codes with its sectors, else by its name. Older codes hold the sector, as in USAGOV."""
    known = entity if isinstance(entity, dict) else {"code": entity}
    sectors = texts(known.get("sector"))
    codes = texts(known.get("code"))
    for code in codes:
        state, role = country(code[:_CODE]), code[_CODE : 2 * _CODE]
        if is_sector(role) and len(code) % _CODE == 0 and code.isupper():
            yield party(state, (role,))
        elif country(code):
            yield party(country(code), sectors)
    name = text(first(known, "identifier_text", "entity_text"))
    if not codes and name:
        yield country(name)


def _happened(fields: Fields) -> Day | None:
    begin, end = text(fields.get("date")), text(first(fields, "enddate", "endDate"))
    if not begin:
        return None
    since = day(begin)
    until = day(end) if end else since
    if until.first < since.first:
        raise broken(f"it ends on {until.iso} and begins on {since.iso}")
    return Day.span(since.first, until.last)


def _published(fields: Fields) -> Day | None:
    cited = inner(first(fields, "cite_info", "citeInfo"))
    told = text(first(cited, "published", "publication_date", "pub_date", "date"))
    return day(told) if told else None


def _placed(line: Line, words: str) -> tuple[Line, int, int]:
    """The line and where the words stand in it: before all where JSON escapes them; all of it where there are none."""
    if not words:
        return line, 0, len(line.text)
    start = line.text.find(words)
    if start < 0:
        return line._replace(text=f"{words}\n{line.text}"), 0, len(words)
    return line, start, start + len(words)


def _confidence(value: Any) -> float:
    if isinstance(value, int | float) and not isinstance(value, bool) and 0.0 <= value <= 1.0:
        return float(value)
    return float(settings("plover")["confidence"])


def _language(fields: Fields, words: str) -> Language:
    told = text(inner(first(fields, "text_info", "textInfo")).get("language")) or text(fields.get("language"))
    known = Language.told(told) if told else None
    return known or (languages([words])[0] if words else Language.OTHER)
