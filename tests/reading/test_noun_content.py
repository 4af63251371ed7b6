"""What a noun of demand or threat says in the clause behind it, and where that clause ends."""

import pytest

from stateofplay.reading.noun_content import content_of
from stateofplay.reading.reader import lexicon_of
from stateofplay.reading.sentence import lay_open

SAID = [
    ("Kenya's demand that Uganda withdraw was refused.", "demand", "that Uganda withdraw"),
    ("Its request in May that Oslo reopen the port was leaked.", "request", "that Oslo reopen the port"),
    ("The threat last week to close the strait alarmed Tokyo.", "threat", "to close the strait"),
    ("Berlin's call for Athens to hold back and wait was heard.", "call", "to hold back and wait"),
    ("Peru's demand for talks was refused.", "demand", ""),
    ("The appeal that suspects who fled be handed over failed.", "appeal", "that suspects who fled be handed over"),
]


@pytest.mark.parametrize(("text", "noun", "content"), SAID)
def test_a_noun_says_what_its_clause_holds(text: str, noun: str, content: str) -> None:
    tokens = lay_open(text, lexicon_of("en", "northeast_asia")).tokens
    assert tokens is not None
    span = content_of(tokens.words.index(noun), tokens)
    told = "" if span is None else text[tokens.starts[span[0]] : tokens.ends[span[1] - 1]]
    assert told == content
