"""Laws of the desk. Every public method that takes `known` is held to them, those to come without a line here.

A method's other arguments are filled in by their names from what the record holds; `ARGUMENTS` says how. A method with
one that is not there fails its test, which then says what to add.
"""

import inspect
import json
from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stateofplay.app.desk import Desk
from stateofplay.record.addition import Added
from stateofplay.record.record import open_record

CLOCK = datetime(2025, 9, 3, 12, tzinfo=UTC)
SAYINGS = (
    "CONSULT KOR>JPN on 2025-08-23 occurred.",
    "CONSULT JPN>KOR on 2025-08-24 planned.",
    "SANCTION USA>KOR on 2025-08 occurred.",
    "SANCTION USA>KOR on 2025-08-20 denied.",
    "MOBILIZE PRK>KOR on ? ongoing.",
    "CONCEDE KOR>USA on 2025-08-26 occurred.",
    "JPN is for shuttle-diplomacy.",
    "JPN is against shuttle-diplomacy.",
    "KOR is for tariffs.",
)
DAYS = [date(2025, 8, day) for day in range(20, 31)]
KNOWN = date(2025, 8, 25)

# Name of an argument -> a value for it, given the desk as known on a day; those with a default are left at it.
ARGUMENTS = {
    "id": lambda desk, known: next(desk.events(known)).id,
    "event": lambda desk, known: next(desk.events(known)).id,
    "statement": lambda desk, known: next(desk.statements(known=known))[0].id,
    "document": lambda desk, known: next(desk.documents(known)).id,
    "actor": lambda desk, known: "KOR",
    "source": lambda desk, known: "KOR",
    "target": lambda desk, known: "JPN",
    "one": lambda desk, known: "KOR",
    "other": lambda desk, known: "JPN",
    "between": lambda desk, known: ("KOR", "JPN"),
    "issue": lambda desk, known: "shuttle-diplomacy",
    "since": lambda desk, known: date(2025, 8, 20),
    "first": lambda desk, known: date(2025, 8, 23),
    "last": lambda desk, known: date(2025, 8, 23),
    "format": lambda desk, known: "csv",
    "noun": lambda desk, known: "actor",
    "name": lambda desk, known: "KOR",
    "text": lambda desk, known: "CONSULT",
}
# The same for options that are better not left at their default: the present moment, and what takes long.
OPTIONS = {"clock": lambda: CLOCK, "pairs": [("KOR", "JPN")]}
METHODS = sorted(
    name
    for name, method in inspect.getmembers(Desk, inspect.isfunction)
    if not name.startswith("_") and {"known"} <= set(inspect.signature(method).parameters)
)

pages = st.lists(
    st.tuples(st.sampled_from(DAYS), st.lists(st.sampled_from(SAYINGS), min_size=1, max_size=4)),
    min_size=1,
    max_size=5,
)
few = settings(max_examples=2, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture
def new_desk(tmp_path, plain):
    """A function from pages, each a day and what it says, to a desk whose record holds them in that order."""
    numbers = count()

    def made(*told):
        folder = tmp_path / str(next(numbers))
        desk = Desk(open_record(folder / "record"), readers={"builtin": plain.open_plain})
        take(desk, told)
        return desk

    return made


def take(desk, told):
    folder = desk.record.folder.parent / "pages"
    folder.mkdir(exist_ok=True)
    # A page has the same name in whatever order it is read.
    paths = [folder / f"{day}-{abs(hash(tuple(said)))}.txt" for day, said in told]
    for path, (day, said) in zip(paths, told, strict=True):
        path.write_text(f"date {day}\n\n{' '.join(said)}\n", encoding="utf-8")
    return desk.read(paths, clock=lambda: CLOCK) if paths else None


def answers(desk, known):
    """Method -> what it says."""
    return {name: answer(desk, name, known) for name in METHODS}


def answer(desk, name, known):
    """What the method says, as JSON; an error is an answer too."""
    method = getattr(desk, name)
    given = {"known": known}
    for argument in inspect.signature(method).parameters.values():
        if argument.kind is argument.VAR_KEYWORD:
            continue
        if argument.name in OPTIONS:
            given[argument.name] = OPTIONS[argument.name]
        if argument.default is argument.empty and argument.name != "known":
            assert argument.name in ARGUMENTS, f"say in ARGUMENTS how to fill in {argument.name!r} of Desk.{name}"
            given[argument.name] = ARGUMENTS[argument.name](desk, known)
    return json.dumps(plainly(method(**given)), ensure_ascii=False, default=str)


def plainly(value):
    """Any answer as JSON values; what can be gone through only once is gone through."""
    if hasattr(value, "as_json"):
        return value.as_json()
    if isinstance(value, Mapping):
        return {str(key): plainly(item) for key, item in value.items()}
    if hasattr(value, "relations"):
        return [plainly(relation) for relation in value.relations]
    if is_dataclass(value):
        return {field.name: plainly(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Iterable) and not isinstance(value, str | bytes):
        return [plainly(item) for item in value]
    return value


def without_folder(said, desk):
    """Answers without the place where the pages happen to stand."""
    return {name: text.replace(str(desk.record.folder.parent), "") for name, text in said.items()}


def test_there_are_methods_to_hold_to_the_laws():
    assert {"board", "events", "promises", "statements"} <= set(METHODS)


@few
@given(told=pages)
def test_what_was_published_later_changes_nothing_seen_before(new_desk, told):
    early = [(DAYS[0], SAYINGS[:1]), *((day, said) for day, said in told if day <= KNOWN)]
    late = [(day, said) for day, said in told if day > KNOWN] or [(DAYS[-1], SAYINGS)]
    desk = new_desk(*early)
    before = answers(desk, KNOWN)
    take(desk, late)
    assert answers(desk, KNOWN) == before


@few
@given(told=pages)
def test_a_date_replayed_gives_the_same(new_desk, told):
    desk = new_desk(*told, (KNOWN, SAYINGS))
    before = answers(desk, KNOWN)
    assert answers(desk, KNOWN) == before
    assert answers(Desk(open_record(desk.record.folder)), KNOWN) == before


@few
@given(told=pages)
def test_the_order_of_adding_makes_no_difference(new_desk, told):
    told = [*told, (KNOWN, SAYINGS)]
    one, other = new_desk(*told), new_desk()
    for page in reversed(told):
        take(other, [page])
    assert without_folder(answers(one, KNOWN), one) == without_folder(answers(other, KNOWN), other)


@few
@given(told=pages)
def test_reading_twice_adds_nothing(new_desk, told):
    desk = new_desk(*told)
    held = files_of(desk)
    again = take(desk, told)
    assert again.added == Added(known=len(told))
    assert files_of(desk) == held


@few
@given(told=pages, more=pages)
def test_nothing_is_ever_changed_or_removed(new_desk, told, more):
    desk = new_desk((DAYS[0], SAYINGS[:1]), *told)
    before = files_of(desk)
    take(desk, more)
    answers(desk, None)
    after = files_of(desk)
    assert {path: after.get(path) for path in before} == before


@few
@given(told=pages)
def test_quotes_are_verbatim(new_desk, told):
    desk = new_desk(*told)
    texts = {document.id: document.text for document in desk.documents()}
    said = [statement for statement, _ in desk.statements()]
    assert said
    assert all(texts[one.document][one.start : one.end] == one.quote for one in said)


def files_of(desk):
    """Every file of the tables and every original, with what it holds; not what can be worked out again."""
    folder = desk.record.folder
    kept = (
        path
        for part in ("documents", "statements", "unread", "reviews", "issued", "readings", "originals")
        for path in (folder / part).rglob("*")
        if path.is_file() and path.name != "_last_checkpoint"
    )
    return {str(path.relative_to(folder)): path.read_bytes() for path in kept}
