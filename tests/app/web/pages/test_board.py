"""The board shows each pair with its sign in writing, and says where there is nothing."""

import re


def cells(html: str) -> list[list[str]]:
    body = html.partition("<tbody>")[2].partition("</tbody>")[0]
    return [re.findall(r"<td.*?</td>", row, re.S) for row in body.split("</tr>") if "<td" in row]


def test_a_cell_has_score_trend_and_link(client):
    html = client.get("/?on=2025-11-20&known=2025-12-31").text
    linked = [cell for row in cells(html) for cell in row if "<a " in cell]
    assert len(linked) == 3
    for cell in linked:
        assert re.search(r'<span class="score">[+−0]', cell)
        assert "on=2025-11-20&amp;known=2025-12-31" in cell
    assert sum('class="n' in cell for cell in linked) == 1


def test_a_pair_without_evidence_says_so(client):
    html = client.get("/?on=2025-11-20").text
    assert sum("no evidence" in cell and "<a " not in cell for row in cells(html) for cell in row) == 3


def test_few_outlets_are_hatched_and_said(client):
    thin = [cell for row in cells(client.get("/?on=2025-11-20").text) for cell in row if 'thin"' in cell]
    assert thin
    assert all("few outlets" in cell for cell in thin)


def test_another_day_and_another_knowledge_show_another_board(client):
    assert "−" in client.get("/?on=2025-11-20").text.partition("<tbody>")[2].partition("</tbody>")[0]
    assert "/relations/CHN/JPN" not in client.get("/?on=2025-09-01").text
    assert "/relations/CHN/JPN" not in client.get("/?on=2025-11-20&known=2025-11-14").text


def test_a_day_before_everything_says_where_to_go(client):
    html = client.get("/?on=2020-01-01").text
    assert "No event between two actors is known by 2020-01-01" in html
    assert "2025-11-16 (Sun)" in html


def test_taiwan_and_all_others_are_states_or_actors(client):
    assert "State or actor" in client.get("/?lang=en").text
    assert "國家或行為者" in client.get("/?lang=zh-Hant").text
