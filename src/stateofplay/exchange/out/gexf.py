"""GEXF 1.3: what happened as a graph in time, one edge per event and pair, each with one start and one end.

`end` is the day after the last: an edge that starts and ends on one day is dropped by Gephi without a word. An event
whose day nothing tells has neither, and is there all the time.
"""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any, Final

from stateofplay.exchange.out.graph import NAMES, iso, node, pairs, spread
from stateofplay.exchange.out.markup import attribute, content
from stateofplay.exchange.out.selection import Row, Selection
from stateofplay.knowledge.event_type import event_types

_NAMESPACE: Final = "http://gexf.net/1.3"
_NODE: Final = {"kind": "string", **dict.fromkeys(NAMES, "string")}
_LISTS: Final = ("statements", "documents", "titles", "quotes", "published", "publishers", "languages", "readers")
_EDGE: Final = {
    **dict.fromkeys(("event", "type", "status"), "string"),
    "intensity": "double",
    "disputed": "boolean",
    "confidence": "double",
    **dict.fromkeys(_LISTS, "string"),
}
_DAY: Final = timedelta(days=1)


def write_gexf(selection: Selection) -> Iterator[str]:
    """The events of the selection between the actors that they name; those that name nobody have no place in it."""
    about = selection.about
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="{_NAMESPACE}" version="1.3">\n'
    yield f"<meta><creator>{content(about['generator'])}</creator>"
    yield f"<description>{content(selection.told)}</description></meta>\n"
    yield '<graph defaultedgetype="directed" mode="dynamic" timeformat="date" timerepresentation="interval">\n'
    yield from (_attributes("node", _NODE), _attributes("edge", _EDGE), "<nodes>\n")
    # Nodes stand before edges, so the events are gone through twice rather than kept.
    named = {actor for row in selection.events() for pair in pairs(row) for actor in pair}
    yield from (_node(id) for id in sorted(named))
    yield "</nodes>\n<edges>\n"
    for row in selection.events():
        yield from (_edge(row, pair) for pair in pairs(row))
    yield "</edges>\n</graph>\n</gexf>\n"


def _attributes(domain: str, names: dict[str, str]) -> str:
    inner = "".join(f'<attribute id="{name}" title="{name}" type="{kind}"/>' for name, kind in names.items())
    return f'<attributes class="{domain}" mode="static">{inner}</attributes>\n'


def _node(id: str) -> str:
    told = node(id)
    return f"<node id={attribute(id)} label={attribute(told['name_en'])}>{_values(told)}</node>\n"


def _edge(row: Row, pair: tuple[str, str]) -> str:
    kind = event_types().get(row["type"])
    told = {**row, **{name: spread(row[name]) for name in _LISTS}, "intensity": kind.intensity if kind else 0.0}
    when = f' start="{iso(row["from"])}" end="{iso(row["to"] + _DAY)}"' if row["from"] else ""
    ends = f"source={attribute(pair[0])} target={attribute(pair[1])}"
    id = attribute(f"{row['event']}:{pair[0]}:{pair[1]}")
    values = _values({name: told[name] for name in _EDGE})
    return f"<edge id={id} {ends} label={attribute(row['type'])}{when}>{values}</edge>\n"


def _values(values: dict[str, Any]) -> str:
    inner = "".join(f'<attvalue for="{name}" value={attribute(_cell(value))}/>' for name, value in values.items())
    return f"<attvalues>{inner}</attvalues>"


def _cell(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
