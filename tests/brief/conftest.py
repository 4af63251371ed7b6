"""A made-up record of two actors with a little of everything, and briefings on it."""

from collections.abc import Callable
from datetime import date

import pytest

from stateofplay.board.board import board_of
from stateofplay.brief.briefing import Briefing, briefing_of
from stateofplay.brief.phrasing import phrasing
from stateofplay.brief.scope import Scope
from stateofplay.record.record import Record, open_record
from tests.brief.cases import ON, RECORDED, REGION, readings


@pytest.fixture(scope="session")
def record(tmp_path_factory) -> Record:
    made = open_record(tmp_path_factory.mktemp("brief") / "record")
    made.add(readings(), recorded_at=RECORDED)
    return made


@pytest.fixture(scope="session")
def brief(record) -> Callable[..., Briefing]:
    """`brief(language="en", on=..., known=..., pair=...)`: a briefing on the record."""

    def made(
        language: str = "en",
        on: date = ON,
        known: date | None = None,
        pair: tuple[str, str] = ("KOR", "CHN"),
        of: Record = record,
    ) -> Briefing:
        return briefing_of(of, board_of(of, on, known), pair, language=language, region=REGION)

    return made


@pytest.fixture(params=["en", "zh-Hant"])
def language(request) -> str:
    """Each language in which a briefing can be written."""
    return request.param


@pytest.fixture
def scope(record, language) -> Scope:
    """What the sections of a briefing may look at."""
    return Scope(
        record=record,
        board=board_of(record, ON, None),
        pair=("KOR", "CHN"),
        phrasing=phrasing(language),
        region=REGION,
    )
