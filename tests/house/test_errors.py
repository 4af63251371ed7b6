"""Every error of the package, found by inspection: it can be made, sent between processes, and told to any door."""

import inspect
import pickle
import re

import pytest

from stateofplay import errors
from stateofplay.errors import DataFileError, DocumentError, OurFault, StateOfPlayError, YourInput

KINDS = [
    kind
    for _, kind in inspect.getmembers(errors, inspect.isclass)
    if issubclass(kind, StateOfPlayError) and kind.__module__ == errors.__name__
]
LISTED = re.findall(r"^[ │├└─]*([A-Z]\w+)(?: +exit (\d), HTTP (\d+))?", errors.__doc__ or "", re.MULTILINE)
every_error = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)


@every_error
def test_it_says_what_where_and_what_to_do(kind):
    error = kind("no text", where="a.pdf, page 2", mend="give a PDF with text")
    assert str(error) == "a.pdf, page 2: no text (give a PDF with text)"
    assert str(kind("no text")) == "no text"


@every_error
def test_it_knows_its_exit_code_and_its_http_status(kind):
    yours = issubclass(kind, YourInput)
    assert kind.exit_code == (2 if yours else 1)
    assert kind.status in (range(400, 500) if yours else range(500, 600))


@every_error
def test_it_comes_through_a_pickle_whole(kind):
    error = kind("no text", where="a.pdf", mend="give another")
    again = pickle.loads(pickle.dumps(error))
    assert type(again) is kind
    assert (again.what, again.where, again.mend) == (error.what, error.where, error.mend)


@every_error
def test_it_stands_in_the_tree_and_says_what_it_means(kind):
    assert kind.__name__ in {name for name, _, _ in LISTED}
    assert kind.__doc__


@pytest.mark.parametrize(("name", "exit_code", "status"), [row for row in LISTED if row[1]])
def test_the_tree_tells_the_truth(name, exit_code, status):
    kind = getattr(errors, name)
    assert (str(kind.exit_code), str(kind.status)) == (exit_code, status)


def test_the_tree_holds_nothing_that_is_gone():
    assert {name for name, _, _ in LISTED} - {"Each", "Every"} == {kind.__name__ for kind in KINDS}


def test_every_error_of_the_package_lives_in_this_module(modules):
    strays = [
        f"{module.name}: {line.strip()}"
        for module in modules
        if module.name != "errors"
        for line in module.text.splitlines()
        if re.match(r"class \w+\(.*(Error|Exception|YourInput|OurFault)\b.*\):", line)
    ]
    assert strays == []


def test_a_data_file_error_lists_every_problem_even_after_a_pickle():
    error = DataFileError("two problems", where="actors.tsv", problems=("line 3: no id", "line 9: twice"))
    again = pickle.loads(pickle.dumps(error))
    assert again.problems == error.problems
    assert str(again).splitlines()[1:] == ["  line 3: no id", "  line 9: twice"]


def test_your_document_and_our_fault_are_different_branches():
    assert not issubclass(DocumentError, OurFault)
    assert not issubclass(OurFault, YourInput)
