"""An act in a sentence: what was done by whom, when, how sure that is, and the statements that tell it."""

from stateofplay.brief.phrasing import Phrasing
from stateofplay.brief.scope import first_told, sizes
from stateofplay.knowledge.event_type import event_types
from stateofplay.reading.statement import Statement, Status
from stateofplay.record.event import Event


def told(event: Event, phrasing: Phrasing) -> str:
    """The act as the beginning of a sentence: `2025-08-23: Japan and South Korea held talks`."""
    status = "disputed" if event.disputed else event.status.value
    form = "done" if status in (Status.OCCURRED.value, Status.ONGOING.value) else "act"
    words = _filled(f"{form}.{event.type}", event.type, event.source, event.target, phrasing)
    return phrasing.label(f"status.{status}", day=phrasing.day(event.happened, first_told(event)), **{form: words})


def noun(type: str, source: tuple[str, ...], target: tuple[str, ...], phrasing: Phrasing) -> str:
    """The act named without saying that it took place: `talks between Japan and South Korea`."""
    return _filled(f"act.{type}", type, source, target, phrasing)


def done(type: str, source: tuple[str, ...], target: tuple[str, ...], phrasing: Phrasing) -> str:
    """The act as one that took place: `Japan and South Korea held talks`."""
    return _filled(f"done.{type}", type, source, target, phrasing)


def outlets(event: Event, phrasing: Phrasing) -> str:
    """How many tell it: `8 outlets`; documents that name no outlet count as one each, as on the board."""
    named = {publisher for publisher in event.publishers if publisher}
    many = len(named) or len({telling.document for telling in event.tellings})
    return phrasing.label("count.outlets", n=many)


def evidence(event: Event, phrasing: Phrasing) -> tuple[Statement, ...]:
    """Tellings to cite, each of another document: one in the reader's language first, then the earliest."""
    one_each: dict[str, Statement] = {}
    for telling in event.tellings:
        one_each.setdefault(telling.document, telling)
    ranked = sorted(one_each.values(), key=lambda telling: telling.language != phrasing.tag)
    return tuple(ranked[: sizes().most_tellings])


def _filled(key: str, type: str, source: tuple[str, ...], target: tuple[str, ...], phrasing: Phrasing) -> str:
    parties = tuple(dict.fromkeys((*source, *target))) if _mutual(type) else source
    return phrasing.label(
        key, source=phrasing.names(source), target=phrasing.names(target), parties=phrasing.names(parties)
    )


def _mutual(type: str) -> bool:
    return type in event_types() and event_types()[type].mutual
