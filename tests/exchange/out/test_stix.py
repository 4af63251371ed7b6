"""STIX: ids that stay, ends after starts, and confidence that is the reader's."""

import json

import stix2

from stateofplay.exchange.out.stix import write_stix


def bundle(selection):
    return stix2.parse("".join(write_stix(selection)), allow_custom=False)


def test_every_reference_leads_to_an_object_of_the_bundle(select):
    held = json.loads("".join(write_stix(select())))["objects"]
    ids = {thing["id"] for thing in held}
    assert len(ids) == len(held)
    for thing in held:
        refs = [thing[name] for name in ("source_ref", "target_ref", "created_by_ref") if name in thing]
        assert {*refs, *thing.get("object_refs", ()), *thing.get("object_marking_refs", ())} <= ids
        assert set(thing.get("extensions", ())) <= ids


def test_acts_are_relationships_and_all_else_is_noted(select):
    kinds = [thing["type"] for thing in bundle(select())["objects"]]
    assert {"relationship", "note", "report", "identity", "extension-definition", "marking-definition"} == set(kinds)
    assert all(thing["confidence"] == 75 for thing in bundle(select())["objects"] if thing["type"] == "note")
