"""Promises become stories: what belongs together, what becomes of it, and nothing that was not yet published."""

from datetime import date, datetime
from itertools import count
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stateofplay.board.fate import fate_words, fates
from stateofplay.board.promise import OPEN, Promise, Step, life
from stateofplay.board.promises import promises_of
from stateofplay.day import Day
from stateofplay.documents.plain import document_from_text
from stateofplay.knowledge.event_type import event_types
from stateofplay.knowledge.spelling import LANGUAGES
from stateofplay.reading.statement import CauseClaim, CommitmentClaim, EventClaim, Statement, Status
from stateofplay.record.addition import Reading
from stateofplay.record.record import open_record

NOON = datetime(2026, 3, 1, 12, tzinfo=ZoneInfo("UTC"))
READER = "hand/1"
JULY = "Washington cut its tariff on Korean goods to 15 percent. Seoul in return pledged to invest 350 billion dollars."
JANUARY = "Because Seoul was slow to deliver, Washington raised the tariff on Korean goods back to 25 percent."


@pytest.fixture
def ledger(tmp_path):
    """A function from readings to the promises that they make, with options of `promises_of`."""
    numbers = count()

    def made(*readings: Reading, on: str | None = None, known: str | None = None) -> tuple[Promise, ...]:
        record = open_record(tmp_path / str(next(numbers)))
        record.add(readings, recorded_at=NOON)
        return tuple(promises_of(record, _date(on), _date(known), region="northeast_asia"))

    return made


def _date(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


class Page:
    """A document and the statements made of its words."""

    def __init__(self, text: str, published: str | None) -> None:
        self.document = document_from_text(text, path="page", published=Day.parse(published) if published else None)
        self.statements: list[Statement] = []

    def says(self, quote: str, claim, status: str = "occurred") -> "Page":
        start = self.document.text.index(quote)
        language = next(p.language for p in self.document.passages if p.start <= start < p.end)
        self.statements.append(
            Statement(
                document=self.document.id,
                path="page",
                start=start,
                end=start + len(quote),
                quote=quote,
                language=language.value,
                status=Status(status),
                claim=claim,
                reader=READER,
                confidence=0.9,
                published=self.document.published,
            )
        )
        return self

    @property
    def reading(self) -> Reading:
        return Reading(document=self.document, raw=None, statements=tuple(self.statements), reader=READER)


def bound(who: str, state: str = "agreed", day: str | None = None, amount: float | None = None, unit: str = ""):
    by, _, toward = who.partition(">")
    return CommitmentClaim(
        by=tuple(by.split()),
        beneficiary=tuple(toward.split()),
        what="promise",
        state=state,
        amount=amount,
        unit=unit,
        happened=Day.parse(day) if day else None,
    )


def both(parties: str, day: str):
    """What two bind themselves to alike, without a figure."""
    sides = tuple(parties.split())
    return CommitmentClaim(by=sides, beneficiary=sides, what="agree", state="agreed", happened=Day.parse(day))


def deed(who: str, type: str, day: str | None = None):
    source, _, target = who.partition(">")
    happened = Day.parse(day) if day else None
    return EventClaim(type=type, source=tuple(source.split()), target=tuple(target.split()), happened=happened)


def july(published: str | None = "2025-07-31") -> Page:
    page = Page(JULY, published)
    page.says(
        "Washington cut its tariff on Korean goods to 15 percent",
        bound("USA>KOR", "in-force", "2025-07-30", 15, "percent"),
    )
    return page.says(
        "Seoul in return pledged to invest 350 billion dollars", bound("KOR>USA", "agreed", "2025-07-30", 350e9, "USD")
    )


def january(published: str | None = "2026-01-27", day: str | None = "2026-01-26") -> Page:
    page = Page(JANUARY, published)
    page.says(
        JANUARY[:-1], CauseClaim(cause="Seoul was slow to deliver", effect="Washington raised the tariff"), "ongoing"
    )
    return page.says(
        "Washington raised the tariff on Korean goods back to 25 percent", deed("USA>KOR", "SANCTION", day)
    )


def test_what_is_told_in_one_breath_is_one_deal(ledger):
    (promise,) = ledger(july().reading)
    assert promise.parties == ("KOR", "USA")
    assert promise.deal == "us-korea-investment-deal"
    assert {(step.state, step.amount) for step in promise.steps} == {("in-force", 15), ("agreed", 350e9)}


def test_the_same_sum_in_another_document_and_language_is_the_same_promise(ledger):
    korean = Page("한국은 미국에 3500억 달러를 투자하기로 했다.", "2025-08-02")
    korean.says("한국은 미국에 3500억 달러를 투자하기로 했다", bound("KOR>USA", "agreed", "2025-07-30", 350e9, "USD"))
    (promise,) = ledger(july().reading, korean.reading)
    (told,) = (step for step in promise.steps if step.amount == 350e9)
    assert len(told.statements) == len(told.documents) == 2


def test_a_promise_taken_back_says_so_and_why(ledger):
    (promise,) = ledger(july().reading, january().reading)
    assert promise.state == "reversed"
    assert not promise.open
    last = promise.steps[-1]
    assert last.happened == Day.parse("2026-01-26")
    assert any("slow to deliver" in why for why in last.why)
    assert len(last.statements) == 2, "the deed and the reason given"
    assert "delayed" in {step.state for step in promise.steps}
    assert len(promise.documents) == 2


def test_a_text_without_days_still_comes_last_when_it_tells_of_later_deeds(ledger):
    later = january(published=None, day=None)
    later.says("Seoul was slow", deed("KOR>", "TRANSITION", "2026-01-20"))
    (promise,) = ledger(july().reading, later.reading)
    assert promise.state == "reversed"


def test_a_text_without_days_stands_by_the_first_day_of_the_last_deed_it_tells(ledger):
    later = january(published=None, day=None)
    later.says("Seoul was slow", deed("KOR>", "TRANSITION", "2026"))
    (promise,) = ledger(july().reading, later.reading, on="2026-02-10")
    assert promise.state == "reversed", "a deed of the year 2026 does not put the text at its end"
    (before,) = ledger(july().reading, later.reading, on="2025-12-31")
    assert before.state == "in-force"


def test_on_a_day_only_what_had_begun_counts(ledger):
    (promise,) = ledger(july().reading, january().reading, on="2025-12-31")
    assert promise.state == "in-force"
    assert promise.open
    assert ledger(july().reading, on="2025-07-01") == ()


def test_known_by_a_day_only_what_was_published_counts(ledger):
    early = ledger(july().reading, known="2025-12-31")
    assert ledger(july().reading, january().reading, known="2025-12-31") == early
    assert ledger(july().reading, january().reading, known="2025-07-30") == ()


def test_an_agreement_of_one_day_told_twice_without_a_figure_is_one_promise(ledger):
    one = Page("Seoul and Tokyo agreed to step up coordination.", "2025-08-24")
    one.says("Seoul and Tokyo agreed to step up coordination", both("KOR JPN", "2025-08-23"))
    other = Page("兩國同意加強協調。", "2025-08-25")
    other.says("兩國同意加強協調", both("JPN KOR", "2025-08-23"))
    later = Page("東京與首爾再度同意合作。", "2025-09-05")
    later.says("東京與首爾再度同意合作", both("JPN KOR", "2025-09-01"))
    found = ledger(one.reading, other.reading, later.reading)
    assert sorted(len(promise.documents) for promise in found) == [1, 2]
    (told,) = next(promise for promise in found if len(promise.documents) == 2).steps
    assert len(told.statements) == 2


def test_another_pair_or_another_matter_is_another_promise(ledger):
    other = Page("Japan pledged to invest 550 billion dollars in America.", "2025-07-23")
    other.says("Japan pledged to invest 550 billion dollars in America", bound("JPN>USA", "agreed", None, 550e9, "USD"))
    found = ledger(july().reading, other.reading)
    assert {promise.parties for promise in found} == {("KOR", "USA"), ("JPN", "USA")}


def test_what_is_taken_back_twice_is_taken_back_once_until_it_is_promised_anew(ledger):
    again = Page("Washington raised the tariff on Korean goods once more, to 30 percent.", "2026-02-03")
    again.says("Washington raised the tariff on Korean goods once more", deed("USA>KOR", "SANCTION", "2026-02-02"))
    (promise,) = ledger(july().reading, january().reading, again.reading)
    assert [step.state for step in promise.steps].count("reversed") == 1
    assert promise.steps[-1].happened == Day.parse("2026-01-26")


def test_the_ties_of_two_states_as_such_are_no_matter_of_a_promise(ledger):
    page = Page("Seoul promised Hanoi a dam. Later Seoul cut the number of Hanoi's fishing licences.", "2025-05-01")
    page.says("Seoul promised Hanoi a dam", bound("KOR>VNM", "agreed", "2025-01-01"))
    page.says("Seoul cut the number of Hanoi's fishing licences", deed("KOR>VNM", "SANCTION", "2025-04-01"))
    (promise,) = ledger(page.reading)
    assert promise.state == "agreed"


def test_a_rate_alone_joins_nothing(ledger):
    first = Page("Seoul offered a rate of 15 percent on steel loans.", "2025-01-01")
    first.says("Seoul offered a rate of 15 percent on steel loans", bound("KOR>VNM", "offered", None, 15, "percent"))
    second = Page("Seoul offered 15 percent of the dam.", "2025-05-01")
    second.says("Seoul offered 15 percent of the dam", bound("KOR>VNM", "offered", None, 15, "percent"))
    assert len(ledger(first.reading, second.reading)) == 2


def test_a_commitment_that_binds_nobody_to_anybody_is_none(ledger):
    page = Page("Seoul pledged reform.", "2025-01-01").says("Seoul pledged reform", bound("KOR>"))
    assert ledger(page.reading) == ()


def test_words_count_only_where_they_are_whole(ledger):
    page = Page("Seoul has promised 350 billion dollars.", "2025-07-31")
    page.says("Seoul has promised 350 billion dollars", bound("KOR>USA", "agreed", None, 350e9, "USD"))
    page.says("Seoul has promised 350 billion dollars", deed("KOR>USA", "AGREE"))
    (promise,) = ledger(page.reading)
    assert {step.state for step in promise.steps} == {"agreed"}, "'as promised' does not stand in 'has promised'"


def test_the_one_that_moved_last_stands_first(ledger):
    other = Page("Japan pledged to invest 550 billion dollars in America.", "2025-07-23")
    other.says("Japan pledged to invest 550 billion dollars in America", bound("JPN>USA", "agreed", None, 550e9, "USD"))
    assert [promise.parties for promise in ledger(other.reading, july().reading)] == [("KOR", "USA"), ("JPN", "USA")]


@settings(max_examples=8, deadline=None)
@given(late=st.lists(st.sampled_from(["agreed", "in-force", "delayed", "reversed"]), max_size=3))
def test_what_is_published_later_changes_nothing_known_before(tmp_path_factory, late):
    record = open_record(tmp_path_factory.mktemp("promises") / "record")
    record.add([july().reading], recorded_at=NOON)
    before = [promise.as_json() for promise in promises_of(record, None, date(2025, 8, 1), region="northeast_asia")]
    for number, state in enumerate(late):
        page = Page(f"Report {number}: Seoul pledged to invest 350 billion dollars.", f"2025-09-0{number + 1}")
        page.says("Seoul pledged to invest 350 billion dollars", bound("KOR>USA", state, None, 350e9, "USD"))
        record.add([page.reading], recorded_at=NOON)
    after = [promise.as_json() for promise in promises_of(record, None, date(2025, 8, 1), region="northeast_asia")]
    assert after == before


def test_the_data_speak_of_known_types_and_states():
    assert set(fates()) <= set(event_types())
    assert set(fates().values()) <= set(life())
    assert set(OPEN) < set(life())
    for language in LANGUAGES:
        assert set(fate_words(language).values()) <= set(life())
        assert {"delayed", "breached", "kept"} <= set(fate_words(language).values())


def test_a_step_and_a_promise_refuse_to_exist_when_wrong():
    fields = {
        "by": ("KOR",),
        "toward": ("USA",),
        "what": "",
        "amount": None,
        "unit": "",
        "happened": None,
        "said": None,
    }
    fields |= {"placed": None, "quote": "q", "language": "en", "documents": ("d",), "why": ()}
    with pytest.raises(ValueError, match="no state"):
        Step(state="forgotten", statements=("s",), **fields)
    with pytest.raises(ValueError, match="without a statement"):
        Step(state="agreed", statements=(), **fields)
    with pytest.raises(ValueError, match="without a step"):
        Promise(id="p", parties=("KOR",), deal="", steps=())
