"""Side by side: files are compared on the questions that all of them answer, and whole only where they answer all."""

import numpy as np
import pytest
from benchmarks.peers import Ranks, line, ranks_of, scorer_at, show

SCORER = """
import numpy as np

def load_split(folder, split):
    return np.array([[0, 5, 1, 9], [2, 5, 3, 9]])

def read_predictions(path):
    yield from [((0, 0, 5, 9), [1], [1.0]), ((1, 1, 5, 9), [0], [1.0]), ((0, 2, 5, 9), [3], [1.0])]

def evaluate(folder, path, split):
    return {}, np.array([[1.0, 2.0], [4.0, 50.0]])
"""


@pytest.fixture
def scorer(tmp_path):
    path = tmp_path / "scorer.py"
    path.write_text(SCORER)
    return scorer_at(path)


def test_each_answer_has_its_rank_and_whether_its_question_was_answered(scorer, tmp_path):
    """The third question is asked in one direction alone: who acted on 3 has no list."""
    ranks = ranks_of(scorer, tmp_path, tmp_path / "any.npz", "test")
    assert ranks.rank.tolist() == [[1.0, 2.0], [4.0, 50.0]]
    assert ranks.asked.tolist() == [[True, True], [True, False]]


def test_a_line_has_number_mrr_and_hits():
    assert line("ours", np.array([1.0, 2.0, 4.0, 20.0])).split() == [
        "ours",
        "4",
        "0.4500",
        "0.2500",
        "0.5000",
        "0.7500",
    ]


def test_a_sample_is_compared_on_the_sample_alone():
    whole = Ranks(np.array([[1.0, 100.0]]), np.array([[True, True]]))
    sample = Ranks(np.array([[2.0, 7128.0]]), np.array([[True, False]]))
    said = []
    show({"ours": whole, "peer": sample}, say=said.append)
    table = [row.split() for row in said if row.startswith(("ours", "peer"))]
    assert [row[:3] for row in table] == [
        ["ours", "2", "0.5050"],
        ["ours", "1", "1.0000"],
        ["peer", "1", "0.5000"],
    ]


def test_what_is_no_python_file_is_refused(tmp_path):
    with pytest.raises(SystemExit, match="no Python file"):
        scorer_at(tmp_path / "scores.txt")
