"""A briefing: what it tells of a small record, and the two clocks."""

from datetime import date, timedelta
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stateofplay.brief.format import FORMS, Format, written
from stateofplay.brief.phrasing import phrasing
from stateofplay.brief.scope import sizes
from stateofplay.brief.sections.disagreements import says
from stateofplay.errors import NotFound, YourInput
from stateofplay.record.record import open_record
from tests.brief.cases import RECORDED, act, page, readings

MIDDLE = date(2026, 1, 10)


def said(briefing, name):
    section = next(section for section in briefing.sections if section.name == name)
    return [sentence.text for sentence in section.sentences]


def test_it_tells_the_state_of_play_in_both_directions(brief):
    told = said(brief(), "standing")
    assert told[0].startswith("The conduct of South Korea toward China scores ")
    assert any(line.startswith("The conduct of China toward South Korea scores ") for line in told)
    assert "2026-01-05: South Korea and China held talks; it counts" in "\n".join(told)
    assert any("“Xi and Lee met in Beijing on 5 January”" in line for line in told)


def test_it_quotes_in_the_reader_s_language_where_it_can(brief):
    assert any("「兩國領袖五日在北京會談」" in line for line in said(brief("zh-Hant"), "standing"))


def test_it_tells_what_changed_and_each_act_in_one_window(brief):
    lines = said(brief(), "changes")
    assert lines[0].startswith("From ")
    assert len([line for line in lines if "held talks" in line]) == 2  # once for each direction
    assert any("criticised South Korea" in line for line in lines)


def test_without_a_new_act_the_change_is_that_of_time(brief):
    lines = said(brief(on=date(2026, 9, 1)), "changes")
    assert lines
    assert all("without a new act" in line for line in lines)


def test_it_lists_open_promises_with_amount_and_words(brief):
    (line,) = said(brief(), "promises")
    assert line == (
        "Told on 2026-01-06: China made South Korea an offer (USD 2.5 billion). "
        "“China offered to invest 2.5 billion dollars in Korea”"
    )


def test_it_tells_where_the_two_stand_on_what_both_spoke_of(brief):
    assert said(brief(), "positions") == [
        "2026-01-08: South Korea is for it. “Seoul wants closer ties with Beijing”",
        "2026-01-06: South Korea is for it. “Seoul supports freer trade with China”",
        "2026-01-08: China is against it. “Beijing is against a free trade pact”",
    ]


def test_it_tells_what_was_forecast_and_what_became_of_it(brief):
    first, fate = said(brief(), "forecasts")
    assert "talks between South Korea and China likely" in first
    assert "“A summit of South Korea and China in Beijing in March is likely”" in first
    assert fate == "This forecast is open."


def test_it_tells_what_may_come_next_with_figure_and_reason(brief):
    lines = said(brief(), "outlook")
    assert 1 < len(lines) <= sizes().moves
    assert any(line.startswith("Talks between South Korea and China: ") for line in lines)
    assert all("base rate " in line and "(range " in line for line in lines)


def test_no_reason_is_told_twice_while_there_is_another(brief):
    reasons = [line.partition(". ")[2] for line in said(brief(), "outlook")]
    assert len(set(reasons)) > 1


def test_of_two_who_never_dealt_nothing_is_said_of_what_comes(brief):
    assert said(brief(pair=("FJI", "NZL")), "outlook") == []


def test_it_sets_side_by_side_what_is_told_differently(brief):
    assert sorted(said(brief(), "disagreements")) == [
        "Levant Post: 25 %. “China hit Korea with a duty of 25 percent”",
        "Quay Times: 30 %. “China set a duty of 30 percent on Korea”",
    ]


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        ("occurred", "it took place"),
        ("denied", "it did not take place"),
        ("2025-08-23", "2025-08-23"),
        ("350000000000 USD, 15 percent", "USD 350 billion, 15 %"),
        ("KOR USA>CHN", "South Korea and United States → China"),
    ],
)
def test_what_a_side_says_is_in_words(told, shown):
    assert says(told, phrasing("en")) == shown


def test_the_chronology_is_in_order_and_marks_what_did_not_happen(brief):
    assert said(brief(), "chronology") == [
        "Told on 2025-10-02: the United States and South Korea criticised China; told by one outlet.",
        "2025-12: China put restrictions on South Korea; told by one outlet.",
        "2025-12: China put restrictions on South Korea; told by one outlet.",
        "2025-12-20: China criticised South Korea; told by one outlet.",
        "2026-01-05: South Korea and China held talks; told by 2 outlets.",
        "Denied (told on 2026-01-20): a refusal by South Korea toward China; told by one outlet.",
        "Planned (2026-03): talks between South Korea and China; told by one outlet.",
    ]


def test_what_happened_later_is_not_told(brief):
    assert "RETREAT" not in str(brief().as_json())
    assert any("eased measures" in line for line in said(brief(on=date(2026, 2, 25)), "chronology"))


def test_every_sentence_leads_to_notes_with_verbatim_quotes(brief, record, language):
    briefing = brief(language)
    numbers = [note.number for note in briefing.notes]
    assert numbers == list(range(1, len(numbers) + 1))
    cited = {number for sentence in briefing.sentences for number in briefing.numbers(sentence)}
    assert cited == set(numbers)
    for note in briefing.notes:
        text = record.document(note.document).text
        assert note.quote in text
        assert all(record.statement(id).quote == note.quote for id in note.statements)


def test_statements_at_the_same_place_share_a_note(brief):
    quotes = [(note.document, note.quote) for note in brief().notes]
    assert len(set(quotes)) == len(quotes)


def test_a_pair_of_which_nothing_is_told_is_blank(brief):
    briefing = brief(pair=("BRA", "PER"))
    assert briefing.sentences == ()
    assert (briefing.chart, briefing.caption, briefing.notes) == (None, None, ())
    assert all(section.blocks == () for section in briefing.sections)


def test_an_actor_and_itself_are_no_pair(brief):
    with pytest.raises(YourInput, match="no relation to itself"):
        brief(pair=("KOR", "KOR"))


def test_another_language_is_refused(brief):
    with pytest.raises(NotFound, match="no briefing in"):
        brief("fr")


def test_the_chart_says_what_its_caption_says(brief):
    briefing = brief()
    first = briefing.chart.rows[0]
    assert first.day == briefing.on
    assert all(f"{point.score:+.1f}".replace("-", "−") in briefing.caption.text for point in first.points)


def test_as_json_has_every_sentence_with_its_statements(brief):
    data = brief().as_json()
    told = [s for section in data["sections"] for block in section["blocks"] for s in block["sentences"]]
    assert told
    assert all(sentence["text"] and sentence["statements"] for sentence in told)
    cited = {id for sentence in told for id in sentence["statements"]}
    assert cited <= {id for note in data["notes"] for id in note["statements"]}
    assert {curve["source"] for curve in data["curve"]} == {"KOR", "CHN"}


@pytest.mark.parametrize("format", Format)
def test_the_same_record_and_days_give_the_same_bytes(brief, tmp_path, format, language):
    again = open_record(tmp_path / "again")
    again.add(reversed(readings()), recorded_at=RECORDED)
    assert written(brief(language), format) == written(brief(language, of=again), format)


LATER = st.lists(
    st.tuples(
        st.sampled_from(["CONSULT", "ACCUSE", "SANCTION", "AGREE", "REJECT"]),
        st.sampled_from([("KOR", "CHN"), ("CHN", "KOR"), ("KOR CHN", "JPN")]),
        st.dates(date(2025, 9, 1), date(2026, 2, 28)),
        st.integers(1, 300),
        st.sampled_from(["occurred", "planned", "denied"]),
    ),
    min_size=1,
    max_size=6,
)
NUMBER = count()


def all_forms(briefing):
    return {form: written(briefing, form) for form in FORMS}


@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(later=LATER, language=st.sampled_from(["en", "zh-Hant"]))
def test_a_document_published_later_changes_no_byte_of_what_was_known(brief, tmp_path, later, language):
    record = open_record(tmp_path / f"record-{next(NUMBER)}")
    record.add(readings(), recorded_at=RECORDED)
    before = all_forms(brief(language, known=MIDDLE, of=record))
    record.add([late(number, *told) for number, told in enumerate(later)], recorded_at=RECORDED)
    assert all_forms(brief(language, known=MIDDLE, of=record)) == before


def late(number, type, actors, day, after, status):
    text = f"Report {number} of {type} between {actors[0]} and {actors[1]}."
    published = (MIDDLE + timedelta(days=after)).isoformat()
    return page(text, published, f"Late {number}", (text, act(type, *actors, day.isoformat()), status))


def test_what_was_published_by_then_is_all_that_is_cited(brief):
    notes = brief(known=MIDDLE).notes
    assert notes
    assert all(note.published and note.published.last <= MIDDLE for note in notes)
