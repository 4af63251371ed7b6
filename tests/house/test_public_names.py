"""What `import stateofplay` shows: few names, in order, each loaded on first use and told to type checkers too."""

import ast
import subprocess
import sys
from importlib.metadata import version

import pytest

import stateofplay


def test_at_most_twelve_names_in_order():
    assert len(stateofplay.__all__) <= 12
    assert stateofplay.__all__ == sorted(stateofplay.__all__)
    assert len(set(stateofplay.__all__)) == len(stateofplay.__all__)


@pytest.mark.parametrize("name", stateofplay.__all__)
def test_every_name_is_there(name):
    assert getattr(stateofplay, name) is not None
    assert name in dir(stateofplay)


def test_a_name_that_is_not_there_is_an_attribute_error():
    with pytest.raises(AttributeError, match="no attribute 'Nothing'"):
        _ = stateofplay.Nothing


def test_the_stub_names_the_same(package):
    tree = ast.parse((package / "__init__.pyi").read_text(encoding="utf-8"))
    imported = {a.name for node in tree.body if isinstance(node, ast.ImportFrom) for a in node.names}
    assert imported | {"__version__"} == set(stateofplay.__all__)


def test_importing_the_package_loads_none_of_its_rooms():
    look = "import sys, stateofplay; print(sorted(n for n in sys.modules if n.startswith('stateofplay.')))"
    done = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_version_is_the_installed_one():
    assert stateofplay.__version__ == version("stateofplay")
