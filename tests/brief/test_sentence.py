"""A sentence without a statement cannot be produced: not by the type, and not by anything that makes one."""

import ast
import importlib
import pkgutil

import pytest
from hypothesis import given
from hypothesis import strategies as st

import stateofplay.brief
from stateofplay.brief import sections
from stateofplay.brief.briefing import SECTIONS
from stateofplay.brief.section import Block, Section
from stateofplay.brief.sentence import Sentence, Span

GENERATORS = [
    importlib.import_module(f"{sections.__name__}.{found.name}") for found in pkgutil.iter_modules(sections.__path__)
]
"""Every module that composes a section, by looking rather than by list."""


def names(modules):
    return [module.__name__.rpartition(".")[2] for module in modules]


@pytest.mark.parametrize("statements", [(), ("",), ("a", "")])
def test_a_sentence_without_a_statement_does_not_exist(statements):
    with pytest.raises(ValueError, match="without a statement"):
        Sentence(spans=(Span(text="Talks were held."),), statements=statements)


@pytest.mark.parametrize("spans", [(), (Span(text=" "),)])
def test_a_sentence_says_something(spans):
    with pytest.raises(ValueError, match="says nothing"):
        Sentence(spans=spans, statements=("a",))


def test_a_sentence_cites_a_statement_once():
    with pytest.raises(ValueError, match="twice"):
        Sentence(spans=(Span(text="x"),), statements=("a", "a"))


@given(st.lists(st.text(min_size=1), min_size=1), st.lists(st.text(min_size=1), min_size=1, unique=True))
def test_what_was_said_is_kept(texts, ids):
    if not "".join(texts).strip():
        return
    sentence = Sentence(spans=tuple(Span(text=text) for text in texts), statements=tuple(ids))
    assert sentence.as_json() == {"text": "".join(texts), "statements": ids}


def test_a_block_holds_sentences_and_a_section_may_be_blank():
    with pytest.raises(ValueError, match="without a sentence"):
        Block(sentences=())
    assert Section(name="promises", blocks=()).sentences == ()


def test_every_generator_has_its_place_in_the_briefing():
    assert sorted(names(GENERATORS)) == sorted(names(SECTIONS))


@pytest.mark.parametrize("generator", GENERATORS, ids=names(GENERATORS))
def test_every_generator_yields_cited_sentences_only(generator, scope):
    known = {statement.id for statement in scope.record.statements()}
    blocks = list(generator.blocks(scope))
    assert blocks, "the record of these tests must have something for every section"
    assert all(type(block) is Block for block in blocks)
    for sentence in (sentence for block in blocks for sentence in block.sentences):
        assert type(sentence) is Sentence
        assert set(sentence.statements) <= known
        assert sentence.statements


@pytest.mark.parametrize("generator", GENERATORS, ids=names(GENERATORS))
def test_a_generator_that_knows_nothing_says_nothing(generator, scope):
    assert list(generator.blocks(type(scope)(**{**vars_of(scope), "pair": ("BRA", "PER")}))) == []


def vars_of(scope):
    return {name: getattr(scope, name) for name in ("record", "board", "pair", "phrasing", "region")}


def made_in():
    """Module → the calls in it that make a sentence or its runs by hand."""
    found = {}
    for module in pkgutil.walk_packages(stateofplay.brief.__path__, "stateofplay.brief."):
        spec = importlib.util.find_spec(module.name)
        tree = ast.parse(spec.loader.get_source(module.name))
        calls = [node.func for node in ast.walk(tree) if isinstance(node, ast.Call)]
        made = {call.id for call in calls if isinstance(call, ast.Name)} & {"Sentence"}
        if made:
            found[module.name] = made
    return found


def test_sentences_come_from_phrasing_alone():
    assert made_in() == {"stateofplay.brief.phrasing": {"Sentence"}}
