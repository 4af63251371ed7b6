"""A choice keeps what is asked for, offers what there is, and forgets what is no option."""

import pytest

from stateofplay.app.web.choice import Option, choice, pair_choices
from stateofplay.app.web.visit import Visit
from stateofplay.app.web.words import words_of


def visit(**query: str) -> Visit:
    return Visit(
        path="/promises",
        words=words_of("en"),
        theme="auto",
        on=None,
        known=None,
        sure=0,
        served=0,
        asked={},
        query=query,
        chosen={},
    )


def test_actors_are_offered_once_by_name():
    first, second = pair_choices(visit(), ("USA",), ["KOR", "JPN", "KOR"])
    assert [option.text for option in first.options] == ["Japan", "South Korea", "United States"]
    assert (first.value, second.value) == ("USA", "")
    assert first.options == second.options


@pytest.mark.parametrize(("asked", "value"), [("kept", "kept"), ("lost", ""), ("", "")])
def test_a_value_that_is_no_option_chooses_all(asked, value):
    made = choice(visit(state=asked), "state", "State", [("kept", "kept")])
    assert (made.value, made.options) == (value, (Option(value="kept", text="kept"),))


def test_the_form_keeps_days_and_shows_what_is_chosen(client):
    html = client.get("/promises?lang=en&on=2025-12-01&actor=USA").text
    form = html.partition('class="choosing"')[2].partition("</form>")[0]
    assert '<input type="hidden" name="on" value="2025-12-01">' in form
    assert '<option value="USA" selected>United States</option>' in form
    assert 'href="/promises?on=2025-12-01&amp;lang=en"' in form
    assert "Show all" not in client.get("/promises?lang=en").text
