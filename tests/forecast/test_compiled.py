"""Compiled functions give what Python gives, and are kept apart for each version of the code."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numba import config

from stateofplay.forecast import compiled as module
from stateofplay.forecast.compiled import compiled, kept_in


def doubled(values: np.ndarray) -> float:
    return float(2.0 * values.sum())


@pytest.fixture(autouse=True)
def _fresh() -> None:
    kept_in.cache_clear()


def test_it_gives_what_python_gives_and_leaves_the_settings_of_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    settings: Any = config
    before = settings.CACHE_DIR
    assert compiled(doubled)(np.arange(4.0)) == doubled(np.arange(4.0)) == 12.0
    assert before == settings.CACHE_DIR
    assert list(Path(kept_in()).rglob("*.nbi"))


def test_other_code_has_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    (tmp_path / "one.py").write_text("WIDTH = 52\n")
    monkeypatch.setattr(module, "__file__", str(tmp_path / "compiled.py"))
    first = kept_in()
    (tmp_path / "one.py").write_text("WIDTH = 67\n")
    kept_in.cache_clear()
    assert first != kept_in()


def test_without_a_folder_to_write_it_still_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*, cache: bool) -> None:
        raise RuntimeError("no locator available")

    real = module.njit
    monkeypatch.setattr(module, "njit", lambda *args, **options: refuse(**options) if options else real(*args))
    assert compiled(doubled)(np.arange(3.0)) == 6.0


def test_a_user_without_a_home_leaves_the_choice_to_numba(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "folder", lambda: None)
    assert kept_in() == ""
