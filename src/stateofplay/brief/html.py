"""A briefing as one HTML page that asks nothing of any other machine: styles and drawing inside, print in mind."""

from collections.abc import Callable
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from stateofplay.brief.briefing import Briefing
from stateofplay.brief.chart import way
from stateofplay.brief.note import Note
from stateofplay.brief.phrasing import signed
from stateofplay.brief.source import source_spans

Link = Callable[[Note], str]


def html(briefing: Briefing) -> str:
    """The whole page."""
    return _environment().get_template("page.html").render(title=briefing.title, body=body(briefing), briefing=briefing)


def body(briefing: Briefing, link: Link | None = None) -> Markup:
    """What stands under the title, for a page of one's own; `link` gives the address of a note's place."""
    return Markup(
        _environment()
        .get_template("body.html")
        .render(
            briefing=briefing,
            t=briefing.phrasing.label,
            link=link or (lambda _: ""),
            signed=signed,
            way=way,
            spans=source_spans,
            quote=briefing.phrasing.quote,
            first=_first_places(briefing),
        )
    )


def _first_places(briefing: Briefing) -> dict[int, int]:
    """Number of each note → place of the first sentence that cites it, for the way back."""
    places: dict[int, int] = {}
    for place, sentence in enumerate(briefing.sentences, 1):
        for number in briefing.numbers(sentence):
            places.setdefault(number, place)
    return places


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("stateofplay.brief"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
