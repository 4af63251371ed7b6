"""What the page about the app says of numbers is what the app computes with."""

import pytest
from markupsafe import escape

from stateofplay.app.web.spelling import fine
from stateofplay.board.weights import published_weights
from stateofplay.knowledge.event_type import event_types


@pytest.mark.parametrize("tag", ["en", "zh-Hant"])
def test_every_type_is_there_with_its_intensity_and_meaning(client, tag):
    html = client.get(f"/about?lang={tag}").text
    for type in event_types().values():
        assert type.label(tag) in html
        assert escape(type.definition(tag)) in html
        assert not type.quad or fine(type.intensity) in html


def test_the_weights_are_the_published_ones(client):
    html = client.get("/about?lang=en").text
    weights = published_weights()
    assert f"halves every {weights.half_life_days} days" in html
    assert f'<td class="number">{weights.prior_spread}</td>' in html


def test_the_note_on_names_is_there(client):
    assert "Taiwan is an actor like every other" in client.get("/about?lang=en").text
    assert "臺灣與其他行為者一視同仁" in client.get("/about?lang=zh-Hant").text
