"""The report of a reading: its exit code says whether all, some or nothing could be read."""

import pytest

from stateofplay.app.read_report import ReadReport
from stateofplay.record.addition import Added, Unread

UNREAD = Unread(path="x", why="empty")


@pytest.mark.parametrize(
    ("added", "unread", "code"),
    [
        (Added(documents=1), (), 0),
        (Added(known=1), (), 0),
        (Added(documents=1), (UNREAD,), 3),
        (Added(known=1), (UNREAD,), 3),
        (Added(), (UNREAD,), 2),
        (Added(), (), 2),
    ],
)
def test_exit_codes_of_a_report(added, unread, code):
    assert ReadReport(added=added, unread=unread).exit_code == code
