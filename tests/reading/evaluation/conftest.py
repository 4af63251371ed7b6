"""Marks in one line."""

import pytest

from stateofplay.reading.evaluation.mark import Mark


def mark(span=(0, 10), kind="event", doc="a", type="CONSULT", who="KOR>JPN", status="occurred", days="", **more):
    source, _, target = who.partition(">")
    first, _, last = days.partition("..")
    return Mark(
        doc=doc,
        kind=kind,
        language=more.pop("language", "en"),
        quote="q",
        status=status,
        type=type if kind == "event" else "",
        source=frozenset(source.split()) if kind == "event" else frozenset(),
        target=frozenset(target.split()) if kind == "event" else frozenset(),
        parties=frozenset(source.split()) if kind != "event" else frozenset(),
        first=first,
        last=last or first,
        span=span,
        **more,
    )


@pytest.fixture(name="mark")
def maker():
    return mark
