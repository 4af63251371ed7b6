"""Search finds every passage that holds the words, and shows of a day what it showed on that day."""

from datetime import date
from multiprocessing import get_context

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stateofplay.documents.document import Language
from stateofplay.record.record import open_record
from stateofplay.record.search import Filter, Search
from tests.record.texts import NOON, act, text

WORDS = ("關稅", "关税", "한국은", "한국", "tariffs", "Seoul", "首相")


@pytest.fixture
def record(tmp_path):
    record = open_record(tmp_path / "record")
    record.add(
        [
            text("南韓總統訪問東京。", "他談關稅。", language=Language.ZH_HANT, said={0: act("CONSULT", "KOR", "JPN")}),
            text(
                "韩国谈关税。", language=Language.ZH_HANS, published="2025-09-03", said={0: act("ACCUSE", "KOR", "USA")}
            ),
            text("한국은 관세를 논의했다.", language=Language.KO, published=None),
        ],
        recorded_at=NOON,
    )
    return record


def texts(found):
    return [hit.text for hit in found.hits]


def test_the_last_published_comes_first(record):
    found = Search(record)("关税")
    assert texts(found) == ["韩国谈关税。", "他談關稅。"]
    assert (found.total, found.documents) == (2, 2)


def test_a_hit_opens_to_its_document_and_statements(record):
    hit = Search(record)("總統 東京").hits[0]
    document = record.document(hit.document)
    assert document.text[hit.start : hit.end] == hit.text
    assert [hit.text[start:end] for start, end in hit.marks] == ["總統", "東京"]
    assert [said.claim.type for said in hit.statements] == ["CONSULT"]
    assert (hit.published, hit.language, hit.title) == (document.published, "zh-Hant", document.title)


@pytest.mark.parametrize(
    ("asked", "number"),
    [
        (Filter(), 2),
        (Filter(actor="KOR"), 1),
        (Filter(kind="event", type="ACCUSE"), 1),
        (Filter(kind="position"), 0),
        (Filter(since=date(2025, 9, 1)), 1),
        (Filter(until=date(2025, 9, 1)), 1),
        (Filter(languages=("zh-Hant",)), 1),
        (Filter(known=date(2025, 8, 23)), 0),
        (Filter(document="none"), 0),
    ],
)
def test_filters(record, asked, number):
    assert Search(record)("關稅", asked).total == number


def test_a_document_of_unknown_day_counts_from_its_recording(record):
    search = Search(record)
    assert search("한국", Filter(known=date(2026, 2, 28))).total == 0
    assert search("한국", Filter(known=NOON.date())).total == 1


def test_parts_of_an_answer(record):
    search = Search(record)
    assert texts(search("關稅", limit=1)) + texts(search("關稅", limit=1, offset=1)) == texts(search("關稅"))
    assert search("關稅", limit=1).total == 2


def test_what_is_added_is_found_at_once(record):
    search = Search(record)
    search("關稅")
    open_record(record.folder).add([text("Tariffs again.")], recorded_at=NOON)
    assert texts(search("tariff")) == ["Tariffs again."]


def test_an_empty_record_holds_nothing(tmp_path):
    assert Search(open_record(tmp_path / "empty"))("關稅").total == 0


sentences = st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join)
readings = st.builds(
    lambda parts, day, number: text(f"{number}. ", *parts, published=f"2025-08-{day:02}"),
    st.lists(sentences, min_size=1, max_size=3),
    st.integers(1, 28),
    st.integers(0, 10**9),
)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(readings, min_size=2, max_size=6), st.integers(1, 28), st.sampled_from(WORDS))
def test_a_later_document_changes_nothing_known_earlier(tmp_path_factory, made, day, query):
    """The law of two clocks."""
    known = date(2025, 8, day)
    early = [reading for reading in made if reading.document.published.last <= known]
    late = [reading for reading in made if reading.document.published.last > known]
    record = open_record(tmp_path_factory.mktemp("record") / "r")
    record.add(early, recorded_at=NOON)
    before = Search(record)(query, Filter(known=known))
    record.add(late, recorded_at=NOON)
    assert repr(Search(record)(query, Filter(known=known))) == repr(before)
    everything = Search(record)(query)
    assert everything.total >= before.total


def seek_while_reading(folder: str, number: int) -> int:
    record = open_record(folder)
    search = Search(record)
    for step in range(3):
        record.add([text(f"Tariffs of {number} and {step}.")], recorded_at=NOON)
        search("tariffs")
    return search("tariffs").total


@pytest.mark.slow
def test_two_processes_search_and_add_at_once(tmp_path):
    folder = tmp_path / "record"
    open_record(folder)
    with get_context("spawn").Pool(2) as pool:
        pool.starmap(seek_while_reading, [(str(folder), number) for number in (1, 2)])
    assert Search(open_record(folder))("tariffs").total == 6
