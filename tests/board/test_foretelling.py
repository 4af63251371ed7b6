"""The ledger of others' forecasts: rules from the statement alone, and later events of the record that decide them."""

from datetime import date, datetime, timedelta
from itertools import count
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stateofplay.app.desk import open as open_desk
from stateofplay.board.foretelling import counting_as, forecasts_of
from stateofplay.board.foretold import STATUSES, Foretold
from stateofplay.day import Day
from stateofplay.documents.document import Language
from stateofplay.documents.plain import document_from_text
from stateofplay.knowledge.event_type import event_types
from stateofplay.knowledge.fold import fold
from stateofplay.knowledge.spelling import LANGUAGES
from stateofplay.knowledge.table import rows, structure
from stateofplay.reading.statement import EventClaim, ForecastClaim, Statement, Status
from stateofplay.record.addition import Reading
from stateofplay.record.record import open_record

NOON = datetime(2026, 3, 1, 12, tzinfo=ZoneInfo("UTC"))
READER = "hand/1"
SHARED = Path(__file__).resolve().parents[3] / "shared"
DOSSIER = Path(__file__).resolve().parents[2] / "src" / "stateofplay" / "demo" / "dossier"


class Page:
    """A document of one sentence and the statements made of it."""

    def __init__(self, text: str, published: str | None, language: str = "en") -> None:
        self.document = document_from_text(text, path="page", published=Day.parse(published) if published else None)
        self.text, self.language = text, language
        self.statements: list[Statement] = []

    def says(self, claim: ForecastClaim | EventClaim, status: str = "occurred") -> "Page":
        start = self.document.text.index(self.text)
        self.statements.append(
            Statement(
                document=self.document.id,
                path="page",
                start=start,
                end=start + len(self.text),
                quote=self.text,
                language=Language(self.language).value,
                status=Status.HYPOTHETICAL if isinstance(claim, ForecastClaim) else Status(status),
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


def forecast(who: str = "JPN>KOR", type: str = "CONSULT", published: str | None = "2025-12-14", **fields) -> Page:
    """A page that says that `who` will do something; `text` and other `fields` of the claim may be given."""
    text = fields.pop("text", "They are likely to meet.")
    language = fields.pop("language", "en")
    source, _, target = who.partition(">")
    days = fields.pop("days", None)
    claim = ForecastClaim(
        by=fields.pop("by", "author"),
        what="they meet",
        likelihood=fields.pop("likelihood", "likely"),
        horizon=fields.pop("horizon", Day.parse(days).last.isoformat() if days else ""),
        type=type,
        source=tuple(source.split()),
        target=tuple(target.split()),
        happened=Day.parse(days) if days else None,
        **fields,
    )
    return Page(text, published, language).says(claim)


def event(who: str, day: str, type: str = "CONSULT", status: str = "occurred", **fields) -> Page:
    """A page, published the day after, that tells an event."""
    source, _, target = who.partition(">")
    told = Day.parse(day)
    published = fields.pop("published", (told.last + timedelta(days=1)).isoformat())
    text, language = fields.pop("text", f"{who} {type} on {day} {status}."), fields.pop("language", "en")
    claim = EventClaim(type=type, source=tuple(source.split()), target=tuple(target.split()), happened=told, **fields)
    return Page(text, published, language).says(claim, status)


def noise(*days: str) -> list[Page]:
    """Pages about other matters, by which the record is known to have listened."""
    return [event("PRK>", day, "MOBILIZE") for day in days]


@pytest.fixture
def ledger(tmp_path):
    """A function from pages to the forecasts among them, with `on` and `known`."""
    numbers = count()

    def made(*pages: Page, on: str = "2026-12-31", known: str | None = None) -> tuple[Foretold, ...]:
        record = open_record(tmp_path / str(next(numbers)))
        record.add([page.reading for page in pages], recorded_at=NOON)
        known_day = date.fromisoformat(known) if known else None
        return forecasts_of(record, date.fromisoformat(on), known_day, region="northeast_asia")

    return made


LISTENED = ("2026-01-02", "2026-01-10", "2026-01-20", "2026-02-20")


def test_a_forecast_is_open_until_the_event_that_its_rule_describes_is_told(ledger):
    said = forecast(days="2026-01")
    (one,) = ledger(said, on="2026-01-05")
    assert (one.status, one.evidence, one.brier) == ("open", (), None)
    assert one.rule is not None
    assert (one.rule.first, one.rule.last, one.rule.assumed) == (date(2026, 1, 1), date(2026, 1, 31), False)
    met = event("KOR>JPN", "2026-01-13")
    (one,) = ledger(said, met, on="2026-01-14")
    assert (one.status, one.resolved) == ("came-true", date(2026, 1, 13))
    assert one.evidence == (met.statements[0].id,)
    assert one.brier == pytest.approx((0.725 - 1) ** 2)


@pytest.mark.parametrize(
    "other",
    [
        event("KOR>JPN", "2026-01-13", status="planned", published="2025-12-20"),
        event("KOR>JPN", "2026-01-13", status="denied"),
        event("KOR>CHN", "2026-01-13"),
        event("KOR>JPN", "2026-01-13", "ACCUSE"),
        event("KOR>JPN", "2025-12-20"),
        event("KOR>JPN", "2026-02-01"),
        event("KOR>JPN", "2026-01-25..2026-02-05"),
    ],
    ids=["planned", "denied", "other actors", "other type", "too early", "too late", "partly too late"],
)
def test_nothing_else_makes_it_true(ledger, other):
    found = ledger(forecast(days="2026-01"), other, *noise(*LISTENED))
    (one,) = (one for one in found if one.rule)
    assert one.status == "did-not"
    assert one.brier == pytest.approx(0.725**2)


def test_what_had_happened_before_publication_is_no_fulfilment(ledger):
    (one,) = ledger(forecast(), event("KOR>JPN", "2025-12-14"), on="2026-01-31")
    assert one.status == "open"
    assert one.rule is not None
    assert one.rule.first == date(2025, 12, 15)
    assert one.rule.assumed
    assert (one.rule.last - date(2025, 12, 14)).days == structure("vocabulary", "foretold.yaml")["default_days"]


def test_who_is_named_first_matters_only_where_the_act_has_a_direction(ledger):
    directed = forecast("KOR>USA", "SANCTION")
    assert ledger(directed, event("USA>KOR", "2026-01-13", "SANCTION"))[0].status == "open"
    assert ledger(directed, event("KOR>USA", "2026-01-13", "SANCTION"))[0].status == "came-true"


def test_more_may_take_part_than_were_foretold(ledger):
    assert ledger(forecast(), event("CHN>JPN KOR", "2026-01-13"))[0].status == "came-true"
    assert ledger(forecast("JPN>KOR CHN"), event("JPN>KOR", "2026-01-13"))[0].status == "open"
    assert ledger(forecast("PRK>", "MOBILIZE"), event("PRK>KOR", "2026-01-13", "MOBILIZE"))[0].status == "came-true"


@pytest.mark.parametrize(("type", "told"), [("CONCEDE", "RETREAT"), ("AID", "COOPERATE"), ("COOPERATE", "AID")])
def test_types_that_count_as_another_fulfil_its_forecast(ledger, type, told):
    assert ledger(forecast("USA>KOR", type), event("USA>KOR", "2026-01-13", told))[0].status == "came-true"


def test_a_duty_cut_is_no_cut_of_troops(ledger):
    assert ledger(forecast("USA>KOR", "RETREAT"), event("USA>KOR", "2026-01-13", "CONCEDE"))[0].status == "open"


def test_the_first_event_that_fits_is_the_evidence(ledger):
    later, first = event("JPN>KOR", "2026-03-01"), event("JPN>KOR", "2026-01-13")
    (one,) = ledger(forecast(), later, first)
    assert one.resolved == date(2026, 1, 13)
    assert one.evidence == (first.statements[0].id,)


def test_a_plan_told_before_is_no_evidence_of_the_event_that_came_of_it(ledger):
    plan = event("JPN>KOR", "2026-01-13", status="planned", published="2025-12-20")
    held = event("JPN>KOR", "2026-01-13")
    (one,) = ledger(forecast(), plan, held)
    assert one.evidence == (held.statements[0].id,)


@pytest.mark.parametrize(
    ("told", "status"),
    [
        ({"text": "Takaichi and Lee met in Nara.", "people": ("Sanae Takaichi",)}, "came-true"),
        ({"text": "日韓首脳は奈良で会談した。", "language": "ja"}, "open"),
        ({"text": "奈良で日韓首脳会談が開かれた。", "language": "ja"}, "came-true"),
        ({"text": "The foreign ministers met in Nara."}, "open"),
        ({"text": "Takaichi and Lee met in Osaka.", "people": ("Sanae Takaichi",)}, "open"),
        ({"text": "Takaichi and Lee met in Narathiwat.", "people": ("Sanae Takaichi",)}, "open"),
    ],
)
def test_a_summit_foretold_for_a_town_needs_leaders_and_the_town_in_any_language(ledger, told, status):
    said = forecast(text="奈良的日韓峰會有很大機會成行。", language="zh-Hant", place="奈良")
    (one,) = ledger(said, event("JPN>KOR", "2026-01-13", **told))
    assert one.rule is not None
    assert (one.rule.place, one.rule.leaders) == ("奈良", True)
    assert one.status == status


def test_a_town_holds_only_what_happens_in_a_town(ledger):
    (one,) = ledger(forecast("USA>KOR", "SANCTION", place="Busan"))
    assert one.rule is not None
    assert one.rule.place == ""


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        (forecast(type="", who=">"), "no act of a type"),
        (forecast(published=None), "day of its publication"),
        (forecast(who=">KOR", type="SANCTION"), "names nobody"),
        (forecast(who="PRK>", type="REJECT"), "toward whom"),
        (forecast(who="KOR>"), "one side only"),
        (forecast(horizon="next spring"), "horizon is no day: next spring"),
    ],
)
def test_what_cannot_be_checked_says_why(ledger, said, reason):
    (one,) = ledger(said)
    assert (one.status, one.rule) == ("not-checkable", None)
    assert reason in one.why[0]


def test_days_that_the_text_tells_do_without_the_day_of_publication(ledger):
    said = forecast(published=None, days="2026-01")
    (open_,) = (one for one in ledger(said) if one.statement)
    assert open_.rule is not None
    assert (open_.rule.first.isoformat(), open_.rule.last.isoformat()) == ("2026-01-01", "2026-01-31")
    assert open_.status == "open"
    (met,) = (one for one in ledger(said, event("JPN>KOR", "2026-01-13")) if one.rule)
    assert met.status == "came-true"
    (later,) = (one for one in ledger(said, event("JPN>KOR", "2026-02-13")) if one.rule)
    assert later.status == "open"


def test_it_did_not_come_true_only_where_the_record_was_listening(ledger):
    said = forecast(days="2026-01")
    assert ledger(said)[0].status == "open"
    (silent,) = (one for one in ledger(said, *noise("2026-03-01")) if one.rule)
    assert silent.status == "open"
    assert "only 0 documents" in silent.why[0]
    (one,) = (one for one in ledger(said, *noise(*LISTENED)) if one.rule)
    assert one.status == "did-not"


def test_its_time_must_have_come_by_the_day_shown(ledger):
    assert ledger(forecast(days="2026-01"), *noise(*LISTENED), on="2026-01-31")[0].status == "open"
    met = event("JPN>KOR", "2026-01-13")
    assert ledger(forecast(), met, on="2026-01-12")[0].status == "open"
    assert ledger(forecast(), met, on="2025-12-13") == ()


def test_a_time_that_was_over_at_publication_makes_it_void(ledger):
    (one,) = ledger(forecast(days="2025-11"), event("JPN>KOR", "2025-11-13"))
    assert one.status == "void"
    assert one.brier is None


def test_on_a_condition_it_may_come_true_but_is_never_scored(ledger):
    said = forecast(days="2026-01", premise="if Washington agrees")
    (one,) = ledger(said, event("JPN>KOR", "2026-01-13"))
    assert (one.status, one.brier) == ("came-true", None)
    assert ledger(said, *noise(*LISTENED))[0].status == "void"


def test_who_forecasts_is_the_person_quoted_else_the_author(ledger):
    assert ledger(forecast(by="lee-jae-myung"))[0].by == "Lee Jae-myung"
    assert ledger(forecast(by="Some Pundit"))[0].by == "Some Pundit"
    assert ledger(forecast())[0].by == ""


def test_checkable_ones_stand_first_and_the_latest_of_them(ledger):
    old, new, vague = (
        forecast(published="2025-11-01"),
        forecast(text="They may meet."),
        forecast(type="", who=">", text="Who knows."),
    )
    found = ledger(old, vague, new)
    assert [one.published and one.published.iso for one in found] == ["2025-12-14", "2025-11-01", "2025-12-14"]
    assert found[-1].rule is None


def test_a_report_published_after_the_knowledge_date_changes_nothing(ledger):
    said, met = forecast(days="2026-01"), event("JPN>KOR", "2026-01-13", published="2026-03-01")
    quiet = noise(*LISTENED)
    assert ledger(said, met, *quiet, known="2026-02-28") == ledger(said, *quiet, known="2026-02-28")
    assert ledger(said, met, *quiet)[0].status == "came-true"
    assert ledger(said, met, *quiet, known="2025-12-13") == ()


@settings(max_examples=10, deadline=None)
@given(
    late=st.lists(
        st.tuples(
            st.sampled_from(["JPN>KOR", "KOR>CHN", "PRK>"]),
            st.dates(date(2025, 12, 15), date(2026, 2, 10)),
            st.sampled_from(["CONSULT", "MOBILIZE"]),
            st.sampled_from(["occurred", "planned", "denied"]),
        ),
        max_size=5,
    )
)
def test_what_is_published_later_changes_nothing_known_before(tmp_path_factory, late):
    record = open_record(tmp_path_factory.mktemp("forecasts") / "record")
    first = [forecast(days="2026-01"), forecast("KOR>CHN"), *noise(*LISTENED[:3]), event("KOR>CHN", "2026-01-05")]
    record.add([page.reading for page in first], recorded_at=NOON)

    def shown() -> list[dict]:
        found = forecasts_of(record, date(2026, 2, 28), date(2026, 2, 10), region="northeast_asia")
        return [one.as_json() for one in found]

    before = shown()
    pages = [
        event(who, day.isoformat(), type, status, published="2026-02-20", text=f"Report {n}.")
        for n, (who, day, type, status) in enumerate(late)
    ]
    record.add([page.reading for page in pages], recorded_at=NOON)
    assert shown() == before
    assert {one["status"] for one in before} <= set(STATUSES)


NARA = (
    "date 2025-12-14\n李在明對日本進行穿梭外交，計畫明年一月赴奈良舉行日韓峰會。奈良的日韓峰會有很大機會成行。\n",
    "date 2026-01-14\n13日、高市早苗首相と李在明大統領が奈良市で会談した。\n",
)


def test_the_nara_summit_read_from_text_of_our_own_is_open_and_then_comes_true(tmp_path):
    desk = open_desk(tmp_path / "record")
    for name, text in zip(("before.txt", "after.txt"), NARA, strict=True):
        (tmp_path / name).write_text(text, encoding="utf-8")
    desk.read(tmp_path / "before.txt")
    _open_then_true(desk, tmp_path / "after.txt")


@pytest.mark.skipif(not (SHARED / "seeds").is_dir(), reason="the shared seeds are not here")
def test_the_nara_summit_of_the_seeds_is_open_and_comes_true_by_the_report_of_it(tmp_path):
    desk = open_desk(tmp_path / "record")
    desk.read(SHARED / "seeds")
    _open_then_true(desk, DOSSIER / "2026-01-14_ja_nara.md")


def _open_then_true(desk, report: Path) -> None:
    (nara,) = (one for one in desk.forecasts("2026-01-05") if one.rule and one.rule.place == "奈良")
    assert (nara.status, nara.likelihood) == ("open", "likely")
    assert nara.rule is not None
    assert (nara.rule.first, nara.rule.last) == (date(2026, 1, 1), date(2026, 1, 31))
    desk.read(report)
    (nara,) = (one for one in desk.forecasts("2026-01-14") if one.rule and one.rule.place == "奈良")
    assert (nara.status, nara.resolved) == ("came-true", date(2026, 1, 13))
    assert "奈良" in desk.record.statement(nara.evidence[0]).quote
    (nara,) = (one for one in desk.forecasts("2026-01-14", "2026-01-13") if one.rule and one.rule.place == "奈良")
    assert nara.status == "open"


def test_the_data_speak_of_known_types_and_every_town_has_all_its_names():
    found = structure("vocabulary", "foretold.yaml")
    counted = {type for types in found["counts_as"].values() for type in types}
    named = {*found["alone"], *found["placed"], *found["counts_as"], *counted}
    assert named <= set(event_types())
    assert counting_as("CONSULT") == ("CONSULT",)
    for row in rows("vocabulary", "places.tsv"):
        assert all(row[language] for language in LANGUAGES), row["place"]
    for language in LANGUAGES:
        forms = [fold(row["form"], language) for row in rows("vocabulary", "languages", language, "foretold.tsv")]
        assert len(forms) == len(set(forms)) > 0
