"""The terminal: data whole on standard output, the rest beside it, and no progress where nobody looks."""

import json

import pytest

from stateofplay.app.cli.terminal import ReadingProgress, aside, console, near, print_data


@pytest.mark.parametrize("lines", [True, False])
def test_data_reads_back(capsys, lines):
    values = [{"quote": "首爾\n東京"}, {"quote": "\u2028[bold]"}]
    print_data(iter(values), lines=lines)
    out = capsys.readouterr().out
    assert ([json.loads(line) for line in out.split("\n")[:-1]] if lines else json.loads(out)) == values


def test_text_and_asides_are_kept_apart(capsys):
    console().print("said")
    aside().print("whispered")
    assert capsys.readouterr() == ("said\n", "whispered\n")


def test_no_progress_without_a_terminal(capsys):
    with ReadingProgress() as progress:
        progress("a.txt", 0, 2)
        progress("b.txt", 1, 2)
    assert capsys.readouterr() == ("", "")


def test_a_reader_that_left_is_told_to_the_command():
    with pytest.raises(BrokenPipeError):
        console().on_broken_pipe()


def test_paths_below_the_folder_one_is_in_are_short(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert near(str(tmp_path / "a" / "b.txt")) == "a/b.txt"
    assert near("/elsewhere/b.txt") == "/elsewhere/b.txt"
    assert near("https://example.org/x") == "https://example.org/x"


@pytest.mark.parametrize("open_console", [console, aside])
def test_a_quote_between_colons_stays_as_it_is(open_console, capsys):
    open_console().print("llm:m: and :smile:")
    told = capsys.readouterr()
    assert (told.out or told.err) == "llm:m: and :smile:\n"
