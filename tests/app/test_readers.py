"""Readers are asked for by name, and each that there is can be opened and read with."""

import pytest

from stateofplay.app.readers import READERS, opener_of, told
from stateofplay.documents.plain import document_from_text
from stateofplay.errors import NotFound
from tests.reading.llm.conftest import Stub, says


@pytest.fixture
def model(monkeypatch):
    """A language model that proposes nothing, on the loopback, set in the environment."""
    stub = Stub()
    stub.answers = [says([])]
    for name, value in {"MODEL": "m", "URL": stub.url, "CACHE": "none"}.items():
        monkeypatch.setenv(f"STATEOFPLAY_LLM_{name}", value)
    yield stub
    stub.close()


@pytest.mark.parametrize("name", list(READERS))
@pytest.mark.usefixtures("model")
def test_every_reader_says_its_name_and_version_in_what_it_reads(name):
    reader = opener_of(name)("northeast_asia")
    document = document_from_text("President Lee Jae-myung met Prime Minister Ishiba in Tokyo on 23 August 2025.")
    statements = reader.read(document)
    assert {statement.reader for statement in statements} <= {f"{reader.name}/{reader.version}"}
    assert all(document.text[s.start : s.end] == s.quote for s in statements)
    if name == "llm":
        reader.close()


def test_a_reader_that_has_nothing_to_tell(plain):
    assert told(plain.PlainReader()) == ()


def test_an_unknown_reader_lists_the_known():
    with pytest.raises(NotFound, match="readers are builtin"):
        opener_of("oracle")


def test_readers_of_ones_own(plain):
    assert opener_of("mine", {"mine": plain.open_plain}) is plain.open_plain


def test_an_opener_is_itself(plain):
    assert opener_of(plain.open_plain) is plain.open_plain
