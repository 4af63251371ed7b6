"""Links keep what was asked for, and addresses are read strictly."""

from datetime import date

import pytest
from starlette.requests import Request

from stateofplay.app.web.visit import bare_visit_of, visit_of
from stateofplay.errors import YourInput


def request(query: str = "", path: str = "/", cookie: str = "", accept: str = "") -> Request:
    headers = [(b"cookie", cookie.encode()), (b"accept-language", accept.encode())]
    return Request({"type": "http", "method": "GET", "path": path, "query_string": query.encode(), "headers": headers})


def test_a_link_carries_days_and_language_but_nothing_else():
    visit = visit_of(request("on=2025-08&known=2025-12-31&lang=zh-Hant&actors=all&theme=dark"))
    assert (visit.on, visit.known, visit.theme) == (date(2025, 8, 31), date(2025, 12, 31), "dark")
    assert visit.link("/about") == "/about?on=2025-08&known=2025-12-31&lang=zh-Hant"
    assert visit.here(on="") == "/?known=2025-12-31&lang=zh-Hant&actors=all"


def test_a_plain_address_has_plain_links():
    assert visit_of(request(path="/events")).here() == "/events"
    assert visit_of(request()).link("/documents/a b", anchor="s-1") == "/documents/a%20b#s-1"


def test_empty_fields_of_the_form_ask_for_nothing():
    visit = visit_of(request("on=&known=&lang="))
    assert (visit.on, visit.known, visit.asked) == (None, None, {})


def test_what_a_cookie_keeps_is_only_what_we_have():
    assert visit_of(request("lang=zh-TW&theme=dark")).chosen == {"lang": "zh-Hant", "theme": "dark"}
    assert visit_of(request("lang=tlh&theme=pink")).chosen == {}
    assert visit_of(request(cookie="lang=zh-Hant; theme=dark")).theme == "dark"
    assert visit_of(request(cookie="theme=pink")).theme == "auto"


@pytest.mark.parametrize("text", ["yesterday", "2025-1-1", "23-08-2025", "2025-02-30", "2025-08-23T00:00"])
def test_a_day_that_is_none_is_the_readers_input(text):
    with pytest.raises(YourInput, match="is not a day"):
        visit_of(request(f"on={text}"))


def test_the_page_of_a_fault_leaves_the_days_out():
    visit = bare_visit_of(request("on=nonsense&lang=zh-Hant&known=2025", path="/events"))
    assert (visit.on, visit.known, visit.words.tag) == (None, None, "zh-Hant")
    assert visit.here() == "/events?lang=zh-Hant"


def test_how_sure_it_must_be_is_carried_on_by_every_link():
    assert visit_of(request("sure=70")).sure == 70
    assert visit_of(request("sure=70")).link("/events") == "/events?sure=70"
    assert visit_of(request()).sure == 0


@pytest.mark.parametrize("text", ["71", "-50", "0.7", "nan", "all"])
def test_a_confidence_that_is_not_offered_is_named(text):
    with pytest.raises(YourInput, match="is not offered"):
        visit_of(request(f"sure={text}"))
    assert bare_visit_of(request(f"sure={text}")).sure == 0
