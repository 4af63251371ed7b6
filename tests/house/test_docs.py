"""The docs say what is there: links lead somewhere, commands exist, figures and versions agree."""

import importlib.util
import re
from pathlib import Path
from typing import Any

import pytest
import typer.main
from typer.core import TyperGroup

import stateofplay
from stateofplay.app.cli.main import app
from stateofplay.house import ROOMS

LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)")
COMMAND = re.compile(r"^(?:\$ |.*python -m |\.venv/bin/)?stateofplay (?:--record \S+ )?([a-z]+)")
OPTION = re.compile(r"(?<![\w-])(--[a-z][a-z-]+)")


@pytest.fixture(scope="module")
def pages(tracked, root) -> list[Path]:
    """Markdown that people read in the repository; documents of the dossier and of test cases are others' words."""
    told = [path for path in tracked if path.suffix == ".md" and not {"cases", "dossier"} & set(path.parts)]
    assert root / "README.md" in told
    return told


@pytest.fixture(scope="module")
def command() -> TyperGroup:
    return typer.main.get_command(app)


def anchors(text: str) -> set[str]:
    """Anchors of the headings of a page, as the usual renderers make them."""
    heads = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}


def broken(page: Path, text: str) -> list[str]:
    """Links of a page that lead nowhere inside the repository."""
    found = []
    for link in LINK.findall(text):
        if "://" in link or link.startswith("mailto:"):
            continue
        name, _, anchor = link.partition("#")
        target = (page.parent / name) if name else page
        sound = target.exists() and (not anchor or anchor in anchors(target.read_text(encoding="utf-8")))
        found += [] if sound else [link]
    return found


def commands_of(group: TyperGroup) -> dict[str, Any]:
    """Commands under a group, by name."""
    context = typer.Context(group)
    return {name: group.get_command(context, name) for name in group.list_commands(context)}


def in_code(text: str) -> list[str]:
    """Fenced lines and inline code of a page: what a reader would type."""
    fenced = re.findall(r"^```\w*\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    inline = re.findall(r"`([^`\n]+)`", re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL))
    return [line for block in fenced for line in block.splitlines()] + inline


def options_of(group: TyperGroup) -> set[str]:
    """Options of the group and of the commands under it."""
    parameters = [p for each in (group, *commands_of(group).values()) for p in each.params]
    return {"--help"} | {name for parameter in parameters for name in (*parameter.opts, *parameter.secondary_opts)}


def test_every_link_leads_somewhere(pages, root):
    found = {str(page.relative_to(root)): broken(page, page.read_text(encoding="utf-8")) for page in pages}
    assert {name: links for name, links in found.items() if links} == {}


def test_every_command_that_the_docs_name_is_there(pages, command):
    named = [line for page in pages for line in in_code(page.read_text(encoding="utf-8"))]
    commands = {match[1] for line in named if (match := COMMAND.match(line))}
    assert len(commands) >= 5
    assert commands - set(commands_of(command)) == set()


def test_every_option_that_the_docs_give_a_command_is_there(pages, command):
    named = [line for page in pages for line in in_code(page.read_text(encoding="utf-8")) if COMMAND.match(line)]
    known = options_of(command)
    assert {option for line in named for option in OPTION.findall(line)} - known == set()


def test_every_command_has_its_place_in_the_docs(command, root):
    text = (root / "docs" / "app.md").read_text(encoding="utf-8")
    assert {name for name in commands_of(command) if f"`stateofplay {name}" not in text} == set()


def test_the_reference_of_commands_is_fresh(root):
    spec = importlib.util.spec_from_file_location("write_commands", root / "scripts" / "write_commands.py")
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    assert script.PAGE.read_text(encoding="utf-8") == script.page(), "run python scripts/write_commands.py"


@pytest.mark.parametrize("room", ROOMS)
def test_every_room_has_its_page_and_the_index_leads_to_it(room, root):
    page = root / "docs" / f"{room}.md"
    assert page.is_file()
    assert f"({room}.md)" in (root / "docs" / "README.md").read_text(encoding="utf-8")
    assert len(page.read_text(encoding="utf-8").split()) >= 100


def test_every_page_can_be_found_from_the_index(root):
    index = (root / "docs" / "README.md").read_text(encoding="utf-8")
    pages = {path.name for path in (root / "docs").glob("*.md")} - {"README.md"}
    assert {name for name in pages if f"({name})" not in index} == set()


def test_the_readme_is_short_and_shows_real_output(root):
    text = (root / "README.md").read_text(encoding="utf-8")
    prose = re.sub(r"(?ms)^```.*?^```$", "", text)  # a table's cells and a picture's lines are no words
    assert len(prose.split()) < 600
    shown = text.partition("<!-- demo:")[2].partition("<!-- /demo -->")[0]
    assert "KOR" in shown


def test_the_newest_change_is_of_the_version_at_hand(root):
    text = (root / "CHANGELOG.md").read_text(encoding="utf-8")
    newest = re.search(r"^## (\S+)", text, re.MULTILINE)
    assert newest
    assert newest[1] == stateofplay.__version__


def test_a_planted_dead_link_is_found(tmp_path):
    page = tmp_path / "page.md"
    page.write_text("# One head: two\n")
    text = "[a](gone.md) [b](page.md#one-head-two) [c](#one-head-two) [d](page.md#none) [e](https://news.example/x)"
    assert broken(page, text) == ["gone.md", "page.md#none"]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("stateofplay conquer X", "conquer"),
        ("stateofplay --record r board", "board"),
        ("$ stateofplay read", "read"),
        (".venv/bin/stateofplay serve", "serve"),
    ],
)
def test_a_planted_command_is_found(line, name):
    assert COMMAND.match(line)[1] == name


def test_an_import_is_no_command():
    assert not COMMAND.match("import stateofplay as sop")


def test_code_is_fenced_or_inline():
    text = "run `stateofplay board`\n\n```sh\nstateofplay read x\n```\nstateofplay does things\n"
    assert in_code(text) == ["stateofplay read x", "stateofplay board"]
