"""Readers are asked for by name, and each that there is can be opened and read with."""

import pytest

from stateofplay.app.readers import READERS, opener_of
from stateofplay.documents.plain import document_from_text
from stateofplay.errors import NotFound


@pytest.mark.parametrize("name", list(READERS))
def test_every_reader_says_its_name_and_version_in_what_it_reads(name):
    reader = opener_of(name)("northeast_asia")
    document = document_from_text("President Lee Jae-myung met Prime Minister Ishiba in Tokyo on 23 August 2025.")
    statements = reader.read(document)
    assert {statement.reader for statement in statements} <= {f"{reader.name}/{reader.version}"}
    assert all(document.text[s.start : s.end] == s.quote for s in statements)


def test_an_unknown_reader_lists_the_known():
    with pytest.raises(NotFound, match="readers are builtin"):
        opener_of("oracle")


def test_readers_of_ones_own(plain):
    assert opener_of("mine", {"mine": plain.open_plain}) is plain.open_plain
