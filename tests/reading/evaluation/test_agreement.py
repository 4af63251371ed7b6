"""Agreement: each level by itself, and none above the first that fails."""

import pytest

from stateofplay.reading.evaluation.agreement import agreement, levels_of, overlap

ALL = len(levels_of("event"))


def level(gold, read):
    """The first level that does not hold; "" where all do."""
    held, levels = agreement(gold, read), levels_of(gold.kind)
    return levels[held] if held < len(levels) else ""


def test_the_same_agrees_with_itself(mark):
    assert agreement(mark(days="2025-08-23"), mark(days="2025-08-23")) == ALL


@pytest.mark.parametrize("span", [(10, 20), None])
def test_no_shared_text_no_agreement(mark, span):
    assert level(mark(), mark(span=span)) == "place"
    assert level(mark(), mark(doc="b")) == "place"
    assert overlap(mark(span=(0, 10)), mark(span=(7, 20))) == 3


@pytest.mark.parametrize(
    ("gold", "read", "fails"),
    [
        ("CONSULT", "AGREE", "type"),
        ("CONSULT", "ACCUSE", "quad"),
        ("COOPERATE", "AID", "type"),
        ("TRANSITION", "CONSULT", "quad"),
        ("SANCTION", "COERCE", "type"),
    ],
)
def test_types_of_one_class_agree_on_the_class(mark, gold, read, fails):
    assert level(mark(type=gold), mark(type=read)) == fails


@pytest.mark.parametrize(
    ("type", "gold", "read", "right"),
    [
        ("ACCUSE", "KOR>JPN", "KOR>JPN", True),
        ("ACCUSE", "KOR>JPN", "JPN>KOR", False),
        ("ACCUSE", "KOR USA>JPN", "USA>JPN CHN", True),
        ("ACCUSE", "KOR>", "KOR>JPN", False),
        ("ACCUSE", "KOR>", "KOR>", True),
        ("CONSULT", "KOR>JPN", "JPN>KOR", True),
        ("CONSULT", "KOR>JPN", "KOR>CHN", False),
        ("CONSULT", "KOR JPN USA>", "JPN>USA", True),
        ("CONSULT", "KOR>", "KOR>JPN", True),
        ("CONSULT", ">", ">", False),
    ],
)
def test_actors(mark, type, gold, read, right):
    assert (level(mark(type=type, who=gold), mark(type=type, who=read)) == "actors") is not right


@pytest.mark.parametrize(
    ("gold", "read", "right"),
    [("occurred", "ongoing", True), ("planned", "planned", True), ("planned", "occurred", False)],
)
def test_status(mark, gold, read, right):
    assert (level(mark(status=gold), mark(status=read)) == "status") is not right


@pytest.mark.parametrize(
    ("gold", "read", "right"),
    [
        ("2025-08-23", "2025-08-01..2025-08-31", True),
        ("2025-08-23", "2025-08-24", False),
        ("2025-08-23", "", False),
        ("", "", True),
        ("", "2025-08-23", True),
    ],
)
def test_days(mark, gold, read, right):
    assert (level(mark(days=gold), mark(days=read)) == "date") is not right


def test_other_kinds_are_held_to_place_party_and_status(mark):
    gold = mark(kind="position", who="KOR JPN")
    assert agreement(gold, mark(kind="position", who="JPN")) == 3
    assert level(gold, mark(kind="position", who="USA")) == "actors"
    assert level(gold, mark(kind="position", who="JPN", status="denied")) == "status"
    assert agreement(mark(kind="cause", who=""), mark(kind="cause", who="KOR")) == 3
