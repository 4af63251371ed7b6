"""Learn the rates that ship (`vocabulary/forecast/`) from a folder of event data: `python scripts/learn_rates.py DATA`.

DATA is as in the public benchmark of ICEWS 2014: train.txt, valid.txt and test.txt with columns source, relation,
target and hour; entity2id.txt, relation2id.txt; and relations.tsv with the PLOVER type of each relation. Actors become
those that an import would make: an office counts as its state, society and armed groups stand behind it. A named person
or group counts as the state that it deals with most, or as armed there when two fifths of its dealings are material
conflict. Only counts by class of pair and by type are written.
"""

import csv
import sys
from collections import Counter, defaultdict
from datetime import date
from pathlib import Path

from stateofplay.forecast.graph import EventGraph, Fact, graph_from
from stateofplay.forecast.learning import learned
from stateofplay.forecast.shipped import tables_of
from stateofplay.forecast.side import side_of
from stateofplay.knowledge.event_type import event_types

FOLDER = Path(__file__).resolve().parent.parent / "src" / "stateofplay" / "vocabulary" / "forecast"
BEGINS = date(2014, 1, 1)
ARMED = 0.4
NOTES = {
    "base_rates": """
# Acts by class of pair and type. Read by stateofplay.forecast.shipped.
# what: "acts", with the days of all pairs of the class that had any act; or "within N": of the days on which one could
#   have asked, those with such an act within N days.
""",
    "answers": """
# Answer rules: what came within so many days of an earlier act. Read by stateofplay.forecast.shipped.
# by: own, an act `before` of the source toward the target; back, of the target toward the source. age: it was up to so
#   many days old, and older than the age before it. cases: such days of pairs; then those with an act of each type.
""",
    "chance_weights": """
# Weights of signs in log-odds, by horizon in days. Read by stateofplay.forecast.shipped.
# coverage: how much a graph tells (stateofplay.forecast.rates); stateofplay.forecast.signs says what each sign is.
""",
}
ORIGIN = """# Origin: {acts:,} acts of {actors:,} actors in 2014, by `python scripts/learn_rates.py DATA` from ICEWS
#   (Integrated Crisis Early Warning System, Lockheed Martin) through the public benchmark ICEWS14.
# Licence: Apache-2.0. Day: {day}.
"""


def facts(folder: Path) -> list[Fact]:
    """Facts (ordinal day, source, PLOVER type, target) under the actors' names; what is no act is left out."""
    names = {int(code): name for name, code in _rows(folder / "entity2id.txt")}
    relations = {int(code): name for name, code in _rows(folder / "relation2id.txt")}
    with (folder / "relations.tsv").open(encoding="utf-8") as lines:
        types = {row["relation"]: row["plover"] for row in csv.DictReader(lines, delimiter="\t")}
    found = []
    for part in ("train", "valid", "test"):
        for row in _rows(folder / f"{part}.txt"):
            source, relation, target, hour = map(int, row[:4])
            day = BEGINS.toordinal() + hour // 24
            found.append((day, names[source], types[relations[relation]], names[target]))
    return [fact for fact in found if fact[2] in event_types()]


def of_states(told: list[Fact]) -> EventGraph:
    """The graph with actors as imports make them; acts of mutual types go both ways, as in a record."""
    ids = _ids(told)
    acts = [(day, ids[a], type, ids[b]) for day, a, type, b in told if ids[a] != ids[b]]
    acts += [(day, b, type, a) for day, a, type, b in acts if event_types()[type].mutual]
    return graph_from(dict.fromkeys(acts))


def _ids(told: list[Fact]) -> dict[str, str]:
    met: dict[str, Counter[str]] = defaultdict(Counter)
    harsh: Counter[str] = Counter()
    for _, a, type, b in told:
        for one, other in ((a, b), (b, a)):
            met[one][side_of(other).state] += 1
            quad = event_types()[type].quad
            harsh[one] += quad is not None and quad == "material-conflict"
    return {name: _id(name, seen, harsh[name] / seen.total()) for name, seen in met.items()}


def _id(name: str, seen: Counter[str], harsh: float) -> str:
    side = side_of(name)
    if side.role in ("state", "office") and side.state:
        return side.state
    suffix = {"society": "CVL", "armed": "REB"}.get(side.role)
    if suffix and side.state:
        return f"{side.state}{suffix}"
    if side.role != "other":
        return name
    home = next((state for state, _ in seen.most_common() if state), "")
    return f"{home}REB" if home and harsh > ARMED else home or name


def _rows(path: Path) -> list[list[str]]:
    return [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def main() -> None:
    """Writes the tables."""
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    graph = of_states(facts(Path(sys.argv[1])))
    origin = ORIGIN.format(acts=len(graph), actors=len(graph.actors), day=date.today())
    for name, text in tables_of(learned(graph, origin="icews14")):
        (FOLDER / f"{name}.tsv").write_text(NOTES[name].lstrip() + origin + text, encoding="utf-8")
        print(name, len(text))


if __name__ == "__main__":
    main()
