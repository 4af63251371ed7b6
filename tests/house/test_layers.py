"""The arrows of the house hold: a room imports only the rooms its line names, and nothing goes in circles."""

import ast
from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter

import pytest

from stateofplay.house import DATA, LEAVES, ROOMS

FRONT = frozenset({"", "__main__"})
"""Modules that stand before the house and may open any room: the package itself and `python -m stateofplay`."""

DOORS = frozenset(ROOMS) - {room for may in ROOMS.values() for room in may}
"""Rooms that no room imports; they may show the package's version."""

LATE: Mapping[tuple[str, str], str] = {
    (
        "app.desk",
        "app.intake",
    ): "what opens documents takes a fifth of a start, and of all commands only `read` needs it",
    (
        "app.desk",
        "exchange.incoming.intake",
    ): "it knows languages by their letters, which takes as long, and of all commands only `import` needs it",
}
"""Imports made inside a function, each (module, imported module) with its reason; three at most."""

Import = tuple[str, bool]


def imports(name: str, tree: ast.Module, known: frozenset[str]) -> Iterator[Import]:
    """Modules of the package that module `name` imports, and whether it does so late (not while it is loaded)."""
    for node, late in statements(tree, late=False):
        for target in targets(node, known):
            if target != name:
                yield target, late


def statements(node: ast.AST, *, late: bool) -> Iterator[tuple[ast.Import | ast.ImportFrom, bool]]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Import | ast.ImportFrom):
            yield child, late
        else:
            inside = isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
            typing = isinstance(child, ast.If) and "TYPE_CHECKING" in ast.unparse(child.test)
            yield from statements(child, late=late or inside or typing)


def targets(node: ast.Import | ast.ImportFrom, known: frozenset[str]) -> Iterator[str]:
    if isinstance(node, ast.Import):
        wanted = [alias.name for alias in node.names]
    else:
        assert node.level == 0, f"line {node.lineno}: write the whole name, not a relative import"
        names = [f"{node.module}.{alias.name}" for alias in node.names]
        wanted = [name if name.removeprefix("stateofplay.") in known else str(node.module) for name in names]
    for name in wanted:
        if name.partition(".")[0] == "stateofplay":
            yield name.removeprefix("stateofplay").removeprefix(".")


def room_of(name: str) -> str:
    """Room of a module; "" for the modules beside `house.py`, which have none."""
    first, dot, _ = name.partition(".")
    return first if dot or first in ROOMS else ""


def breaches(trees: Mapping[str, ast.Module]) -> list[str]:
    """Imports that go against the arrows, each said in a sentence."""
    known = frozenset(trees)
    found = []
    for name, tree in trees.items():
        if name in FRONT:
            continue
        room = room_of(name)
        for target, _ in imports(name, tree, known):
            there = room_of(target)
            if target in FRONT and room not in DOORS:
                found.append(f"{name} imports the package itself")
            elif there and there != room and there not in ROOMS.get(room, ()):
                found.append(
                    f"{name} imports {target}: no arrow from {there} to {room or 'the modules beside house.py'}"
                )
    return found


def circle(trees: Mapping[str, ast.Module]) -> list[str]:
    """One circle of imports made while modules are loaded; empty when there is none."""
    known = frozenset(trees)
    graph = {n: {to for to, late in imports(n, t, known) if not late} for n, t in trees.items() if n not in FRONT}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def late_imports(trees: Mapping[str, ast.Module]) -> set[tuple[str, str]]:
    known = frozenset(trees)
    return {(name, to) for name, tree in trees.items() for to, late in imports(name, tree, known) if late}


@pytest.fixture(scope="module")
def trees(modules):
    return {module.name: module.tree for module in modules}


def test_every_import_follows_an_arrow(trees):
    assert breaches(trees) == []


def test_no_imports_go_in_circles(trees):
    assert circle(trees) == []


def test_every_late_import_is_listed_with_its_reason_and_three_are_the_most(trees):
    assert late_imports(trees) == set(LATE)
    assert len(LATE) <= 3
    assert all(LATE.values())


def test_every_folder_of_the_package_is_a_room_or_data(package):
    folders = {path.name for path in package.iterdir() if path.is_dir() and path.name != "__pycache__"}
    assert folders == set(ROOMS) | set(DATA)


def test_data_folders_hold_no_code(package):
    assert [str(path) for folder in DATA for path in (package / folder).rglob("*.py")] == []


def test_the_table_of_rooms_is_in_order_and_names_only_rooms():
    seen: list[str] = []
    for room, may in ROOMS.items():
        assert set(may) <= set(seen), f"{room} imports a room that comes after it"
        seen.append(room)
    assert list(LEAVES) == [room for room in ROOMS if room in LEAVES]


@pytest.mark.parametrize(("room", "kind"), LEAVES.items())
def test_the_type_that_leaves_a_room_is_made_in_it(modules, room, kind):
    homes = [
        module.name
        for module in modules
        for node in module.tree.body
        if isinstance(node, ast.ClassDef) and node.name == kind
    ]
    assert homes == [f"{room}.{kind.lower()}"]


def planted(**sources: str) -> dict[str, ast.Module]:
    return {name.replace("__", "."): ast.parse(source) for name, source in sources.items()}


@pytest.mark.parametrize(
    "source",
    [
        "import stateofplay.board.score",
        "from stateofplay.board import score",
        "from stateofplay.board.score import score",
        "def late():\n    from stateofplay.board import score",
        "if TYPE_CHECKING:\n    from stateofplay.board import score",
        "try:\n    import stateofplay.board.score\nexcept ImportError:\n    pass",
    ],
)
def test_a_planted_breach_is_found_however_it_is_written(source):
    trees = planted(board="", board__score="", record="", record__event=source)
    assert len(breaches(trees)) == 1
    assert "record.event" in breaches(trees)[0]


def test_only_a_door_may_import_the_package_itself():
    shown = "import stateofplay"
    assert breaches({"": ast.parse(""), **planted(app="", app__main=shown)}) == []
    assert len(breaches({"": ast.parse(""), **planted(board="", board__score=shown)})) == 1


def test_an_import_along_the_arrow_is_no_breach():
    trees = planted(board="", board__score="from stateofplay.record.event import Event", record="", record__event="")
    assert breaches(trees) == []


def test_a_module_beside_the_rooms_may_not_look_into_one():
    trees = planted(day="from stateofplay.board import score", board="", board__score="")
    assert len(breaches(trees)) == 1


def test_a_planted_circle_is_found_and_a_late_import_does_not_close_one():
    there = "from stateofplay.board import weights"
    back = "from stateofplay.board import score"
    assert circle(planted(board="", board__score=there, board__weights=back))
    late = f"def later():\n    {back}"
    trees = planted(board="", board__score=there, board__weights=late)
    assert not circle(trees)
    assert late_imports(trees) == {("board.weights", "board.score")}
