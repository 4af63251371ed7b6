"""The prompt: strict to the letter, and every word of the guide's vocabulary in it."""

from datetime import date

from stateofplay.documents.plain import document_from_text
from stateofplay.knowledge.event_type import event_types
from stateofplay.reading.guide import claim_of
from stateofplay.reading.llm.prompt import fingerprint, messages, schema, way
from stateofplay.reading.statement import CLAIMS, Status


def objects(node):
    if isinstance(node, dict):
        if node.get("type") == "object":
            yield node
        for child in node.values():
            yield from objects(child)
    elif isinstance(node, list):
        for child in node:
            yield from objects(child)


def test_every_object_of_the_schema_is_closed():
    found = list(objects(schema()))
    assert len(found) == 1 + len(CLAIMS)
    assert all(one["additionalProperties"] is False and one["required"] == list(one["properties"]) for one in found)


def kinds():
    return schema()["properties"]["statements"]["items"]["anyOf"]


def test_the_schema_has_every_kind_type_and_status():
    assert [one["properties"]["kind"]["enum"] for one in kinds()] == [[kind] for kind in CLAIMS]
    event = kinds()[0]["properties"]
    assert event["type"]["enum"] == list(event_types())
    assert event["status"]["enum"] == list(Status)


def sample(name, form):
    special = {"from": "2025-01-01", "to": "2025-01-02", "issue": "one-china"}
    if "enum" in form:
        return form["enum"][0]
    return special.get(name) or {"array": ["KOR"], "string": "x"}.get(str(form["type"]), 1)


def test_whatever_fits_the_schema_can_be_a_claim():
    for one in kinds():
        given = {name: sample(name, form) for name, form in one["properties"].items()}
        assert claim_of(given).kind == given["kind"]


def test_the_instructions_name_every_type_and_leave_no_gap():
    assert all(f"{name}: " in way().instructions for name in event_types())
    assert "{types}" not in way().instructions


def test_the_fingerprint_is_of_all_that_matters():
    (passage,) = document_from_text("Lee met Ishiba.").passages
    asked = messages([(1, passage)], date(2025, 8, 24), ["one-china"])
    other = messages([(2, passage)], date(2025, 8, 24), ["one-china"])
    assert len({fingerprint("m", asked), fingerprint("n", asked), fingerprint("m", other)}) == 3
    assert fingerprint("m", asked) == fingerprint("m", messages([(1, passage)], date(2025, 8, 24), ["one-china"]))
