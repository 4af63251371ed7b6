"""The sizes of the house style hold, and every public name says what it is."""

import ast
from collections.abc import Iterator
from statistics import median

import pytest

LONGEST_MODULE, LONGEST_FUNCTION = 600, 60
MODULE_MEDIAN, MODULE_NINE_IN_TEN = 150, 350
FUNCTION_MEDIAN, FUNCTION_NINE_IN_TEN = 7, 30
MOST_PARAMETERS = 6
POOR_NAMES = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "handler", "service", "base"}

Function = ast.FunctionDef | ast.AsyncFunctionDef


def functions(body: list[ast.stmt], prefix: str = "") -> Iterator[tuple[str, Function]]:
    """Functions of a module or class with their dotted names; those inside functions are part of these."""
    for node in body:
        if isinstance(node, Function):
            yield prefix + node.name, node
        elif isinstance(node, ast.ClassDef):
            yield from functions(node.body, f"{prefix}{node.name}.")
        elif isinstance(node, ast.If):
            yield from functions([*node.body, *node.orelse], prefix)


def length(function: Function) -> int:
    """Lines from `def` to the end, docstring left out."""
    lines = (function.end_lineno or function.lineno) - function.lineno + 1
    first = function.body[0]
    has_docstring = ast.get_docstring(function, clean=False) is not None
    return lines - ((first.end_lineno or first.lineno) - first.lineno + 1 if has_docstring else 0)


def parameters(function: Function) -> int:
    """Number of parameters but `self` and `cls`."""
    names = [a.arg for a in (*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs)]
    return len([name for name in names if name not in ("self", "cls")])


def nine_in_ten(values: list[int]) -> int:
    return sorted(values)[int(0.9 * (len(values) - 1))]


def is_public(name: str) -> bool:
    return not any(part.startswith("_") for part in name.split("."))


@pytest.fixture(scope="module")
def module_lines(modules):
    return {module.name: len(module.text.splitlines()) for module in modules if module.path.name != "__init__.py"}


@pytest.fixture(scope="module")
def by_name(modules):
    return {f"{m.name}:{name}": function for m in modules for name, function in functions(m.tree.body)}


def test_no_module_is_too_long(module_lines):
    assert {name: lines for name, lines in module_lines.items() if lines > LONGEST_MODULE} == {}


def test_modules_are_short_as_a_rule(module_lines):
    sizes = list(module_lines.values())
    assert median(sizes) <= MODULE_MEDIAN
    assert nine_in_ten(sizes) <= MODULE_NINE_IN_TEN


def test_no_function_is_too_long(by_name):
    assert {n: length(f) for n, f in by_name.items() if length(f) > LONGEST_FUNCTION} == {}


def test_functions_are_short_as_a_rule(by_name):
    sizes = [length(function) for function in by_name.values()]
    assert median(sizes) <= FUNCTION_MEDIAN
    assert nine_in_ten(sizes) <= FUNCTION_NINE_IN_TEN


def test_no_function_asks_for_too_much(by_name):
    # A command's and a route's parameters are what a person may ask for, one by one, so the doors are not counted.
    inner = {name: function for name, function in by_name.items() if not name.startswith("app.")}
    count = {name: parameters(function) for name, function in inner.items()}
    assert {name: asked for name, asked in count.items() if asked > MOST_PARAMETERS} == {}


def test_every_module_opens_with_what_it_promises(modules):
    silent = [m.name for m in modules if not ast.get_docstring(m.tree)]
    assert silent == []


def test_every_public_function_and_class_has_a_docstring(modules, by_name):
    silent = [name for name, f in by_name.items() if is_public(name.partition(":")[2]) and not ast.get_docstring(f)]
    classes = [(m.name, node) for m in modules for node in m.tree.body if isinstance(node, ast.ClassDef)]
    silent += [f"{m}:{node.name}" for m, node in classes if is_public(node.name) and not ast.get_docstring(node)]
    assert silent == []


def test_no_module_has_a_name_that_says_nothing(modules):
    assert [m.name for m in modules if set(m.name.split(".")) & POOR_NAMES] == []


def test_nothing_but_the_commands_prints(modules):
    calls = [(m.name, node) for m in modules for node in ast.walk(m.tree) if isinstance(node, ast.Call)]
    printing = {name for name, call in calls if isinstance(call.func, ast.Name) and call.func.id == "print"}
    assert {name for name in printing if not name.startswith("app.cli")} == set()


def test_no_module_catches_everything(modules):
    handlers = [(m.name, node) for m in modules for node in ast.walk(m.tree) if isinstance(node, ast.ExceptHandler)]
    broad = {None, "Exception", "BaseException"}
    assert [f"{n}:{h.lineno}" for n, h in handlers if (h.type and ast.unparse(h.type)) in broad] == []


def test_length_leaves_the_docstring_out_and_counts_the_rest():
    source = 'def f():\n    """One.\n\n    Two.\n    """\n    a = 1\n    return a\n'
    ((name, function),) = functions(ast.parse(source).body)
    assert (name, length(function)) == ("f", 3)


def test_methods_are_found_and_a_private_class_makes_them_private():
    source = "class _A:\n    def b(self): ...\nclass C:\n    async def d(self): ...\n"
    names = [name for name, _ in functions(ast.parse(source).body)]
    assert names == ["_A.b", "C.d"]
    assert [name for name in names if is_public(name)] == ["C.d"]
