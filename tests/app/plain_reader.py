"""A reader for tests that understands one plain form, so that no test here depends on a lexicon.

    CONSULT KOR>JPN on 2025-08-23 occurred.

Anything else in a document is not read.
"""

import re

from stateofplay.day import Day
from stateofplay.errors import YourInput
from stateofplay.reading.statement import EventClaim, PositionClaim, Statement, Status

EVENT = re.compile(r"([A-Z]+) ([A-Z ]*)>([A-Z ]*) on (\S+) ([a-z]+)\.")
POSITION = re.compile(r"([A-Z]+) is (for|against) ([a-z-]+)\.")


class PlainReader:
    name = "plain"
    version = "1"

    def read(self, document):
        found = [self._statement(document, match, *event(match)) for match in EVENT.finditer(document.text)]
        found += [self._statement(document, match, *position(match)) for match in POSITION.finditer(document.text)]
        return tuple(found)

    def _statement(self, document, match, claim, status):
        return Statement(
            document=document.id,
            path=document.path,
            start=match.start(),
            end=match.end(),
            quote=match.group(),
            language="en",
            status=status,
            claim=claim,
            reader="plain/1",
            confidence=0.9,
            published=document.published,
        )


def event(match):
    kind, source, target, day, status = match.groups()
    happened = None if day == "?" else Day.parse(day)
    claim = EventClaim(type=kind, source=tuple(source.split()), target=tuple(target.split()), happened=happened)
    return claim, Status(status)


def position(match):
    holder, stance, issue = match.groups()
    return PositionClaim(holder=(holder,), issue=issue, stance=stance), Status.ONGOING


def open_plain(region):
    if region == "nowhere":
        raise YourInput("no region 'nowhere'")
    return PlainReader()


class DyingReader(PlainReader):
    """Takes its process with it."""

    def read(self, document):
        import os

        os._exit(3)


def open_dying(region):
    return DyingReader()
