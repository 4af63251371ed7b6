"""The event types: seventeen, each whole, each with the intensity that the codebook or our note gives."""

import pytest

from stateofplay.errors import DataFileError, NotFound
from stateofplay.knowledge import event_type as module
from stateofplay.knowledge.event_type import EventType, Quad, event_type, event_types

CODEBOOK = {
    "AID": 10,
    "COOPERATE": 9.5,
    "CONSULT": 4,
    "AGREE": 2.5,
    "REJECT": -2,
    "THREATEN": -3.5,
    "PROTEST": -5,
    "MOBILIZE": -5.5,
    "SANCTION": -6,
    "COERCE": -7,
    "ASSAULT": -9,
}
VARIANTS = {"en", "zh-Hant", "zh-Hans", "ja", "ko"}


def test_there_are_sixteen_types_and_our_extension():
    assert len(event_types()) == 17
    assert [name for name, kind in event_types().items() if kind.quad is None] == ["TRANSITION"]


@pytest.mark.parametrize(("name", "intensity"), CODEBOOK.items())
def test_intensities_of_the_codebook(name, intensity):
    assert event_type(name).intensity == intensity


def test_every_intensity_of_ours_says_so():
    ours = {name for name in event_types() if name not in CODEBOOK}
    assert {name for name in ours if "ours" in event_type(name).note or "our" in event_type(name).note} == ours


@pytest.mark.parametrize("kind", event_types().values(), ids=list(event_types()))
def test_every_type_is_whole(kind):
    assert set(kind.labels) == VARIANTS
    assert all(kind.label(variant) for variant in VARIANTS)
    assert kind.definition("zh-Hant").endswith("。")
    assert kind.definition().endswith(".")


@pytest.mark.parametrize("kind", event_types().values(), ids=list(event_types()))
def test_cooperation_is_above_zero_and_conflict_below(kind):
    if kind.quad is not None:
        assert kind.quad.cooperative == (kind.intensity > 0)


@pytest.mark.parametrize("variant", sorted(VARIANTS))
def test_no_two_types_share_a_label(variant):
    labels = [kind.label(variant) for kind in event_types().values()]
    assert len(labels) == len(set(labels))


def test_mutual_types():
    assert {name for name, kind in event_types().items() if kind.mutual} == {"AGREE", "CONSULT", "COOPERATE"}


def test_quads_have_the_numbers_of_plover():
    assert [(quad.code, quad.cooperative) for quad in Quad] == [(1, True), (2, True), (3, False), (4, False)]


def test_an_unread_language_falls_back_to_english():
    assert event_type("aid").label("fr") == event_type("AID").label("en") == "Aid"
    assert event_type("AID").definition("ko") == event_type("AID").definition("en")


def test_an_unknown_type_lists_the_known():
    with pytest.raises(NotFound, match="SANCTION"):
        event_type("DANCE")


@pytest.mark.parametrize(
    ("quad", "intensity"), [(None, 11.0), (Quad.VERBAL_CONFLICT, 1.0), (Quad.MATERIAL_COOPERATION, -1.0)]
)
def test_a_wrong_type_refuses_to_exist(quad, intensity):
    with pytest.raises(ValueError, match="intensity"):
        EventType(name="X", quad=quad, intensity=intensity, mutual=False, labels={}, definitions={})


def test_every_bad_row_is_told_at_once(monkeypatch):
    good = {"type": "X", "quad": "-", "intensity": "-", "mutual": "no", "note": ""}
    good |= dict.fromkeys([*VARIANTS, "definition_en", "definition_zh-Hant"], "x")
    rows = [good, {**good, "mutual": "maybe"}, {**good, "ja": "", "ko": ""}, {**good, "quad": "nice"}]
    monkeypatch.setattr(module, "numbered_rows", lambda *_: enumerate(rows, 1))
    with pytest.raises(DataFileError) as caught:
        event_types.__wrapped__()
    assert [problem.split(": ")[0] for problem in caught.value.problems] == [
        f"vocabulary/types.tsv:{n}" for n in (2, 3, 4)
    ]
    assert "ja|ko" in caught.value.problems[1]
