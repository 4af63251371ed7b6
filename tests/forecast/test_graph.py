"""The event graph: only earlier facts before a day, only held events of a record, each pair of sides once."""

from datetime import date

import numpy as np
import pytest

from stateofplay.forecast.graph import EventGraph, graph_from, graph_of
from stateofplay.reading.statement import Status

ON = date(2025, 9, 1)
FACTS = [(3, "CHN", "AID", "KOR"), (1, "KOR", "CONSULT", "JPN"), (2, "JPN", "AID", "USA"), (2, "CHN", "ACCUSE", "JPN")]


@pytest.fixture
def graph(record, told):
    """The facts of a record's graph, in words: `graph(readings, **options of graph_of)`."""

    def facts(*readings, **options):
        record.add(readings, recorded_at=told.recorded_at)
        return in_words(graph_of(record, **{"on": ON, **options}))

    return facts


def in_words(graph):
    rows = zip(graph.day.tolist(), graph.source, graph.type, graph.target, strict=True)
    return [(date.fromordinal(d).isoformat(), graph.actors[s], graph.types[k], graph.actors[t]) for d, s, k, t in rows]


def columns(**changed):
    column = np.array([0, 1], dtype=np.int32)
    given = {
        "day": column,
        "source": column,
        "type": column,
        "target": column,
        "actors": ("A", "B"),
        "types": ("x", "y"),
    }
    return {**given, "weight": np.ones(2, dtype=np.float32), **changed}


def test_facts_stand_in_the_order_of_their_days():
    graph = graph_from(FACTS)
    assert graph.day.tolist() == [1, 2, 2, 3]
    assert graph.actors == ("CHN", "JPN", "KOR", "USA")
    assert len(graph) == 4
    assert graph.event is None


def test_until_is_strictly_earlier_and_since_is_the_rest():
    graph = graph_from(FACTS)
    assert graph.until(2).day.tolist() == [1]
    assert graph.since(2).day.tolist() == [2, 2, 3]
    assert len(graph.until(0)) == 0
    assert graph.until(99).day.tolist() == graph.day.tolist()


def test_parts_of_a_graph_keep_its_vocabularies_and_ids():
    graph = EventGraph(**columns(event=np.array(["e1", "e2"], dtype=object)))
    assert graph.until(1).actors == ("A", "B")
    assert graph.since(1).event.tolist() == ["e2"]


def test_a_graph_of_nothing_is_a_graph():
    graph = graph_from([])
    assert len(graph.until(5)) == 0
    assert graph.actors == ()


@pytest.mark.parametrize(
    ("changed", "fault"),
    [
        ({"day": np.array([1, 0], dtype=np.int32)}, "order"),
        ({"day": np.array([1], dtype=np.int32)}, "lengths"),
        ({"event": np.array(["e1"], dtype=object)}, "lengths"),
        ({"actors": ("A",)}, "vocabularies"),
        ({"source": np.array([0, -1], dtype=np.int32)}, "vocabularies"),
        ({"types": ()}, "vocabularies"),
    ],
)
def test_a_wrong_graph_cannot_be_made(changed, fault):
    with pytest.raises(ValueError, match=fault):
        EventGraph(**columns(**changed))


@pytest.mark.parametrize("status", list(Status))
def test_only_held_events_are_facts(graph, told, status):
    found = graph(told.reading(told.event("AID", "USA", "KOR", "2025-08-23", status)))
    assert bool(found) == (status in (Status.OCCURRED, Status.ONGOING))


def test_every_source_acts_toward_every_target_once(graph, told):
    found = graph(told.reading(told.event("AID", "JPN USA", "KOR PHL", "2025-08-23")))
    assert found == [("2025-08-23", s, "AID", t) for s in ("JPN", "USA") for t in ("KOR", "PHL")]


def test_a_meeting_is_everybodys_toward_everybody(graph, told):
    found = graph(told.reading(told.event("CONSULT", "JPN", "KOR", "2025-08-23")))
    assert found == [("2025-08-23", "JPN", "CONSULT", "KOR"), ("2025-08-23", "KOR", "CONSULT", "JPN")]


def test_an_event_told_twice_is_one_fact(graph, told):
    act = told.event("AID", "USA", "KOR", "2025-08-23")
    assert len(graph(told.reading(act), told.reading(act, publisher="Times"))) == 1


def test_an_act_at_home_concerns_nobody(graph, told):
    assert graph(told.reading(told.event("PROTEST", "KOR", "", "2025-08-23"))) == []


def test_a_stretch_counts_on_its_last_day_and_only_once_it_is_over(graph, told):
    readings = [told.reading(told.event("AID", "USA", "KOR", "2025-08"))]
    assert graph(*readings) == [("2025-08-31", "USA", "AID", "KOR")]
    assert graph(*readings, on=date(2025, 8, 30)) == []


def test_the_day_itself_is_in_and_later_ones_are_not(graph, told):
    readings = [told.reading(told.event("AID", "USA", "KOR", "2025-08-23"))]
    assert len(graph(*readings, on=date(2025, 8, 23))) == 1
    assert graph(*readings, on=date(2025, 8, 22)) == []


def test_what_was_published_later_is_not_known(graph, told):
    readings = [told.reading(told.event("AID", "USA", "KOR", "2025-08-23"), published="2025-09-01")]
    assert graph(*readings, known=date(2025, 8, 31)) == []
    assert len(graph(*readings, known=date(2025, 9, 1))) == 1


def test_without_a_day_it_stands_on_its_publication_and_counts_half(record, told):
    record.add([told.reading(told.event("AID", "USA", "KOR"))], recorded_at=told.recorded_at)
    graph = graph_of(record, on=ON)
    assert in_words(graph) == [("2025-09-01", "USA", "AID", "KOR")]
    assert graph.weight.tolist() == [0.5]


def test_a_fact_knows_the_event_behind_it(record, told):
    act, other = told.event("AID", "USA", "KOR", "2025-08-23"), told.event("ACCUSE", "CHN", "USA", "2025-08-20")
    record.add([told.reading(act, other)], recorded_at=told.recorded_at)
    graph = graph_of(record, on=ON)
    assert (
        [record.event(id).type for id in graph.event] == [graph.types[code] for code in graph.type] == ["ACCUSE", "AID"]
    )


@pytest.mark.parametrize(("reader", "of"), [("import:gdelt/1", "imported"), ("import:rules/3", "read")])
def test_rows_of_event_data_are_told_from_what_was_read(graph, told, reader, of):
    there = told.reading(told.event("AID", "USA", "KOR", "2025-08-23"), reader=reader)
    here = told.reading(told.event("ACCUSE", "CHN", "USA", "2025-08-20"))
    names = {data: [kind for _, _, kind, _ in graph(there, here, data=data)] for data in ("both", "read", "imported")}
    assert names["both"] == ["ACCUSE", "AID"]
    assert ("AID" in names["read"]) == (of == "read")
    assert ("AID" in names["imported"]) == (of == "imported")
    assert "ACCUSE" not in names["imported"]


def test_an_unknown_kind_of_data_is_refused(graph, told):
    with pytest.raises(ValueError, match="all"):
        graph(told.reading(told.event("AID", "USA", "KOR", "2025-08-23")), data="all")
