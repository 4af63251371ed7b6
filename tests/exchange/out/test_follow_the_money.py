"""FollowTheMoney: only documented properties, ids as the format computes them, every reference an entity."""

import csv
import hashlib
import io

from stateofplay.exchange.out.follow_the_money import COLUMNS, entities, write_statements

# Of the format's model, what we use of each schema, with the type that it documents.
DOCUMENTED = {
    "name": "name",
    "alias": "name",
    "country": "country",
    "title": "string",
    "fileName": "string",
    "author": "string",
    "publisher": "string",
    "publishedAt": "date",
    "language": "language",
    "sourceUrl": "url",
    "processingAgent": "string",
    "notes": "text",
    "startDate": "date",
    "endDate": "date",
    "organizer": "entity",
    "involved": "entity",
    "proof": "entity",
    "recordId": "string",
    "description": "text",
    "summary": "text",
    "keywords": "string",
    "entity": "entity",
    "id": "id",
}


def rows(selection):
    return list(csv.DictReader(io.StringIO("".join(write_statements(selection)), newline=""), dialect=csv.unix_dialect))


def test_the_columns_and_ids_are_those_of_the_format(select):
    found = rows(select())
    assert list(found[0]) == list(COLUMNS)
    for row in found:
        key = f"{row['dataset']}.{row['entity_id']}.{row['prop']}.{row['value']}"
        assert row["id"] == hashlib.sha1(key.encode()).hexdigest()
        assert row["prop_type"] == DOCUMENTED[row["prop"]]


def test_every_entity_that_is_named_is_there_and_things_have_names(select):
    found = {entity.id: entity for entity in entities(select())}
    for entity in found.values():
        named = [id for prop in ("proof", "organizer", "involved", "entity") for id in entity.properties.get(prop, ())]
        assert set(named) <= set(found)
        assert entity.properties.get("name") or entity.properties["fileName"]
