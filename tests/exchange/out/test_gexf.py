"""GEXF: no edge starts and ends on one day, and one without a day has neither."""

import xml.etree.ElementTree as ElementTree

from stateofplay.exchange.out.gexf import write_gexf

EDGE = "{http://gexf.net/1.3}edge"


def edges(selection):
    return list(ElementTree.fromstring("".join(write_gexf(selection))).iter(EDGE))


def test_an_edge_ends_after_it_starts(select):
    found = edges(select())
    dated = [edge for edge in found if "start" in edge.attrib]
    assert dated and all(edge.get("start") < edge.get("end") for edge in dated)
    assert [edge.get("label") for edge in found if "start" not in edge.attrib] == ["ACCUSE"]


def test_joint_work_of_three_joins_every_pair_both_ways(select):
    joined = {(e.get("source"), e.get("target")) for e in edges(select()) if e.get("label") == "COOPERATE"}
    assert len(joined) == 6
    assert len({edge.get("id") for edge in edges(select())}) == len(edges(select()))
