"""GraphML: the board on a day as a plain graph, one edge per relation, typed attributes, nothing dynamic.

An edge carries the score with its band and, one a line each, the statements behind it with their documents and titles.
"""

from collections.abc import Iterator
from typing import Any, Final

from stateofplay.exchange.out.graph import NAMES, iso, node, spread
from stateofplay.exchange.out.markup import attribute, content
from stateofplay.exchange.out.selection import Row, Selection

_NAMESPACE: Final = "http://graphml.graphdrawing.org/xmlns"
_GRAPH: Final = dict.fromkeys(("generator", "version", "on", "known", "between"), "string")
_NODE: Final = {"kind": "string", **dict.fromkeys(NAMES, "string")}
_EDGE: Final = {
    **dict.fromkeys(("score", "low", "high", "trend_30", "trend_90"), "double"),
    **dict.fromkeys(("events", "tellings", "sources"), "int"),
    "few_sources": "boolean",
    **dict.fromkeys(("direction", "on", "last_published", "statements", "documents", "titles", "readers"), "string"),
}


def write_graphml(selection: Selection) -> Iterator[str]:
    """The relations of the selection; networkx, igraph and Gephi read it."""
    relations = list(selection.rows("relations"))
    title = {row["id"]: row["title"] for row in selection.documents()} if relations else {}
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="{_NAMESPACE}">\n'
    for domain, keys in (("graph", _GRAPH), ("node", _NODE), ("edge", _EDGE)):
        for name, kind in keys.items():
            yield f'<key id="{domain}-{name}" for="{domain}" attr.name="{name}" attr.type="{kind}"/>\n'
    yield '<graph id="stateofplay" edgedefault="directed">\n'
    yield _data("graph", selection.about)
    for id in sorted({actor for row in relations for actor in (row["source"], row["target"])}):
        yield f"<node id={attribute(id)}>{_data('node', node(id))}</node>\n"
    for row in relations:
        yield _edge({**row, "titles": [title.get(id, "") for id in row["documents"]]})
    yield "</graph>\n</graphml>\n"


def _edge(row: Row) -> str:
    told = {name: spread(row[name]) for name in ("statements", "documents", "titles", "readers")}
    days = {name: iso(row[name]) for name in ("on", "last_published")}
    source, target = attribute(row["source"]), attribute(row["target"])
    data = _data("edge", {name: {**row, **told, **days}[name] for name in _EDGE})
    return f"<edge source={source} target={target}>{data}</edge>\n"


def _data(domain: str, values: dict[str, Any]) -> str:
    cells = {name: _cell(value) for name, value in values.items() if value is not None}
    return "".join(f'<data key="{domain}-{name}">{content(cell)}</data>' for name, cell in cells.items())


def _cell(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
