"""Every fault is a page under its own status, that says what was wrong and what to do."""

import pytest

from stateofplay import errors
from stateofplay.app.web.fault import kind_of
from stateofplay.app.web.suggestion import suggestions
from stateofplay.app.web.words import languages, words_of

CLASSES = [
    error for error in vars(errors).values() if isinstance(error, type) and issubclass(error, errors.StateOfPlayError)
]


@pytest.mark.parametrize("error", CLASSES, ids=lambda error: error.__name__)
def test_every_error_of_the_package_has_its_page(desk, visitor, monkeypatch, error):
    def fail(*_):
        raise error("it is <torn>", where="page 3", mend="mend it")

    monkeypatch.setattr(type(desk), "board", fail)
    answer = visitor(desk).get("/")
    assert answer.status_code == error.status
    assert "it is &lt;torn&gt;" in answer.text
    assert "page 3" in answer.text
    assert "mend it" in answer.text


@pytest.mark.parametrize("tag", languages())
@pytest.mark.parametrize("status", [400, 404, 405, 422, 500, 503])
def test_every_status_has_words(tag, status):
    assert words_of(tag)(f"fault.title.{kind_of(status)}")
    assert words_of(tag)(f"fault.say.{kind_of(status)}")


@pytest.mark.parametrize("path", ["/nowhere", "/events/none", "/documents/none", "/relations/KOR", "/events/<b>"])
def test_what_is_not_there_is_404(client, path):
    answer = client.get(path)
    assert answer.status_code == 404
    assert "To the board" in answer.text
    assert "<b>none" not in answer.text


@pytest.mark.parametrize(
    "query", ["on=nonsense", "on=2025-13-01", "known=yesterday", "on=2025-02-30", "on=%3Cscript%3E", "on=0000-01-01"]
)
def test_a_day_that_is_none_is_400_and_says_how_to_write_one(client, query):
    answer = client.get(f"/?{query}&lang=en")
    assert answer.status_code == 400
    assert "2025-08-23" in answer.text
    assert "<script>" not in answer.text
    assert "on=nonsense" not in answer.text.replace("on=nonsense is not a day", "")


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_nothing_can_be_sent(client, method):
    answer = client.request(method, "/")
    assert answer.status_code == 405
    assert "only be read" in answer.text


def test_an_unknown_actor_is_404_with_suggestions(client):
    answer = client.get("/relations/KOR/JPM?lang=zh-Hant&on=2025-11-20")
    assert answer.status_code == 404
    assert "/relations/KOR/JPN?lang=zh-Hant" in answer.text
    assert "南韓 → 日本" in answer.text


def test_suggestions_read_names_in_the_language_of_the_page():
    assert suggestions({"source": "Sout Korea", "target": "jpn"}, "en")[0].path == "/relations/KOR/JPN"
    assert suggestions({"source": "臺灣", "target": "俄羅私"}, "zh-Hant")[0].path == "/relations/TWN/RUS"


def test_no_suggestion_where_nothing_is_near_or_no_relation_was_asked():
    assert suggestions({"source": "zzzzqqqq", "target": "JPN"}, "en") == ()
    assert suggestions({"id": "none"}, "en") == ()


def test_an_actor_has_no_relation_to_itself(client):
    answer = client.get("/relations/KOR/KOR")
    assert answer.status_code == 400
    assert "two states or actors" in answer.text
