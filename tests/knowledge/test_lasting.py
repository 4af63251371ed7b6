"""The collector pauses while lasting data are loaded, works again afterwards, and never looks at them."""

import gc

import pytest

from stateofplay.knowledge.lasting import lasting


def test_the_collector_pauses_and_works_again() -> None:
    with lasting():
        assert not gc.isenabled()
        with lasting():
            assert not gc.isenabled()
        assert not gc.isenabled(), "the outer use is still loading"
    assert gc.isenabled()


def test_the_collector_works_again_after_a_fault() -> None:
    with pytest.raises(ValueError, match="torn"), lasting():
        raise ValueError("torn")
    assert gc.isenabled()


def test_what_was_loaded_is_passed_over() -> None:
    with lasting():
        loaded = [[number] for number in range(1000)]
    assert gc.get_freeze_count() >= len(loaded)
    assert not any(loaded is seen for seen in gc.get_objects())
