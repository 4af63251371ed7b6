"""The script that learns what ships: names become actors as an import would make them, and only counts go out."""

import importlib.util
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def script():
    spec = importlib.util.spec_from_file_location("learn_rates", ROOT / "scripts" / "learn_rates.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    made = tmp_path_factory.mktemp("data")
    (made / "entity2id.txt").write_text(
        "Japan\t0\nPolice_(Japan)\t1\nCitizen_(Japan)\t2\nSomebody\t3\nChina\t4\nGang\t5\n"
    )
    (made / "relation2id.txt").write_text("Consult\t0\nMake_statement\t1\nFight\t2\n")
    (made / "relations.tsv").write_text(
        "relation\tcameo\tplover\tquad\nConsult\t040\tCONSULT\tverbal-cooperation\n"
        "Make_statement\t010\tSTATEMENT\tneutral\nFight\t190\tASSAULT\tmaterial-conflict\n"
    )
    (made / "train.txt").write_text("1\t0\t4\t0\t-1\n3\t0\t4\t24\t-1\n3\t0\t1\t24\t-1\n3\t0\t0\t48\t-1\n")
    (made / "valid.txt").write_text("0\t1\t4\t48\t-1\n5\t2\t2\t72\t-1\n")
    (made / "test.txt").write_text("1\t0\t0\t96\t-1\n2\t2\t4\t96\t-1\n")
    return made


def test_what_is_no_act_is_left_out(script, folder):
    told = script.facts(folder)
    assert len(told) == 7
    assert {type for _, _, type, _ in told} == {"CONSULT", "ASSAULT"}
    assert told[0] == (script.BEGINS.toordinal(), "Police_(Japan)", "CONSULT", "China")


def test_offices_and_persons_count_as_their_state_and_others_stand_behind_it(script, folder):
    graph = script.of_states(script.facts(folder))
    assert set(graph.actors) == {"JPN", "JPNCVL", "JPNREB", "CHN"}


def test_mutual_acts_go_both_ways_and_nobody_meets_himself(script, folder):
    graph = script.of_states(script.facts(folder))
    pairs = zip(graph.source.tolist(), graph.target.tolist(), strict=True)
    assert all(a != b for a, b in pairs)
    talks = graph.type == graph.types.index("CONSULT")
    ways = sorted(zip(graph.source[talks].tolist(), graph.target[talks].tolist(), strict=True))
    assert ways == sorted((b, a) for a, b in ways)
