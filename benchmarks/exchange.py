"""Rows per second and peak memory of imports: makes N synthetic rows of a format, the same for the same seed.

    python benchmarks/exchange.py [--rows 100000] [--formats gdelt,icews] [--seed 1] [--record DIR]

Each import runs in a process of its own, whose peak memory is told; then the same file is imported again, which must
add nothing. The rows are ours alone: no data set is read or needed.
"""

import argparse
import json
import random
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Final

from stateofplay.knowledge.table import structure

ACTORS: Final = ("KOR", "PRK", "USA", "CHN", "JPN", "RUS", "TWN", "UKR", "AUS", "PHL", "VNM", "IND", "DEU", "FRA")
NAMES: Final = {"KOR": "South Korea", "PRK": "North Korea", "USA": "United States", "CHN": "China", "JPN": "Japan"}
CODES: Final = (
    "010",
    "020",
    "036",
    "040",
    "042",
    "051",
    "057",
    "061",
    "070",
    "0841",
    "111",
    "120",
    "130",
    "154",
    "163",
)
TYPES: Final = ("AGREE", "CONSULT", "SUPPORT", "AID", "REQUEST", "ACCUSE", "REJECT", "SANCTION", "MOBILIZE")
SECTORS: Final = ("", "GOV", "GOV", "MIL", "BUS", "CVL")
FIRST_DAY: Final = date(2015, 2, 18)
ROWS_A_DAY: Final = 2500

IMPORT: Final = """
import json, resource, time, sys
from datetime import UTC, datetime
from stateofplay.exchange.incoming.intake import take_in
from stateofplay.record.record import open_record
start = time.perf_counter()
done = take_in(open_record(sys.argv[1]), [sys.argv[2]], sys.argv[3], lambda: datetime(2026, 1, 1, tzinfo=UTC))
print(json.dumps({"seconds": time.perf_counter() - start, "cpu": time.process_time(), "rows": done.rows,
    "statements": done.added.statements, "documents": done.added.documents,
    "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}))
"""

Draw = random.Random


def gdelt(number: int, day: date, chance: Draw) -> str:
    """A row of 61 columns."""
    columns = structure("vocabulary", "exchange", "formats.yaml")["gdelt_columns"]
    (one, other), (role, part), code = chance.sample(ACTORS, 2), chance.choices(SECTORS, k=2), chance.choice(CODES)
    cells = {
        "GLOBALEVENTID": str(number),
        "SQLDATE": f"{day:%Y%m%d}",
        "MonthYear": f"{day:%Y%m}",
        "Year": f"{day:%Y}",
        "Actor1Code": one + role,
        "Actor1Name": one,
        "Actor1CountryCode": one,
        "Actor1Type1Code": role,
        "Actor2Code": other + part,
        "Actor2Name": other,
        "Actor2CountryCode": other,
        "Actor2Type1Code": part,
        "EventCode": code,
        "EventBaseCode": code[:3],
        "EventRootCode": code[:2],
        "QuadClass": "1",
        "NumMentions": "5",
        "NumSources": "1",
        "NumArticles": "5",
        "AvgTone": f"{chance.random():.6f}",
        "ActionGeo_FullName": "Seoul, Soul-t'ukpyolsi, South Korea",
        "ActionGeo_CountryCode": "KS",
        "DATEADDED": f"{day:%Y%m%d}120000",
        "SOURCEURL": f"https://news.example/{chance.random():.12f}",
    }
    return "\t".join(cells.get(name, "") for name in columns)


def icews(number: int, day: date, chance: Draw) -> str:
    """A row of 20 columns."""
    one, other = (NAMES[actor] for actor in chance.sample(list(NAMES), 2))
    sides = [one, "Government", one, "Act", chance.choice(CODES), "1.0", other, "", other]
    return "\t".join([str(number), day.isoformat(), *sides, "1", "2", "Example", "Seoul", "", "", one, "37.5", "127"])


def polecat(number: int, day: date, chance: Draw) -> str:
    """A row of 40 columns."""
    one, other = chance.sample(ACTORS, 2)
    act = [f"E{number}", day.isoformat(), chance.choice(TYPES), "None", "1", "None", "None"]
    actor = ["Somebody", one, "None", "GOV", "GOV", "None", "None", "None"]
    recipient = ["Someone", other, "None", "GOV", "GOV", "None", "None", "None"]
    place = ["None"] * 4 + [one] + ["None"] * 5
    return "\t".join([*act, *actor, *recipient, *place, "Wire", day.isoformat(), *["None"] * 3, "eng", "1"])


def acled(number: int, day: date, chance: Draw) -> str:
    """A row with a note."""
    one, other = (NAMES[actor] for actor in chance.sample(list(NAMES), 2))
    sides = f"Military Forces of {one} (2013-),Military Forces of {other} (2012-)"
    note = f'"On {day:%d %B %Y}, {number} shots were exchanged, reports said."'
    return f"X{number},{day},1,Battles,Armed clash,{sides},{one},{note},"


def plover(number: int, day: date, chance: Draw) -> str:
    """A line of JSON."""
    one, other = chance.sample(ACTORS, 2)
    entities = {"actor": [{"code": one, "sector": "GOV"}], "recipient": [{"code": other, "sector": "GOV"}]}
    told = {
        "event": [chance.choice(TYPES)],
        "text": f"Text {number}: 양국이 회담했다.",
        "text_info": {"language": "ko"},
    }
    return json.dumps({"id": f"P{number}", "date": day.isoformat(), **entities, **told}, ensure_ascii=False)


HEADS: Final[dict[str, tuple[str, str]]] = {
    "icews": (
        "\t",
        "Event ID,Event Date,Source Name,Source Sectors,Source Country,Event Text,CAMEO Code,Intensity,Target Name,"
        "Target Sectors,Target Country,Story ID,Sentence Number,Publisher,City,District,Province,Country,Latitude,"
        "Longitude",
    ),
    "polecat": (
        "\t",
        "Event ID,Event Date,Event Type,Event Mode,Intensity,Quad Code,Contexts,Actor Name,Actor Country,Actor COW,"
        "Primary Actor Sector,Actor Sectors,Actor Title,Actor Name Raw,Wikipedia Actor ID,Recipient Name,"
        "Recipient Country,Recipient COW,Primary Recipient Sector,Recipient Sectors,Recipient Title,Recipient Name Raw,"
        "Wikipedia Recipient ID,Placename,City,District,Province,Country,Latitude,Longitude,GeoNames ID,Raw Placename,"
        "Feature Type,Source,Publication Date,Story People,Story Organizations,Story Locations,Language,Version",
    ),
    "acled": (
        ",",
        "event_id_cnty,event_date,time_precision,event_type,sub_event_type,actor1,actor2,country,notes,timestamp",
    ),
}
ROWS: Final[dict[str, Callable[[int, date, Draw], str]]] = {
    "gdelt": gdelt,
    "icews": icews,
    "polecat": polecat,
    "acled": acled,
    "plover": plover,
}


def rows(format: str, many: int, seed: int) -> Iterator[str]:
    """The lines of a file of `many` rows."""
    chance = Draw(seed)
    if format in HEADS:
        sign, names = HEADS[format]
        yield names.replace(",", sign) + "\n"
    for number in range(many):
        yield ROWS[format](number, FIRST_DAY + timedelta(days=number // ROWS_A_DAY), chance) + "\n"


def imported(record: Path, file: Path, format: str) -> dict[str, float]:
    """What an import in a process of its own did."""
    run = [sys.executable, "-c", IMPORT, str(record), str(file), format]
    done: dict[str, float] = json.loads(subprocess.run(run, check=True, capture_output=True, text=True).stdout)
    return done


def measure(format: str, many: int, seed: int, folder: Path) -> None:
    """Import a file twice and print what it took."""
    file = folder / f"{format}.txt"
    with file.open("w", encoding="utf-8") as out:
        out.writelines(rows(format, many, seed))
    first, again = (imported(folder / f"record-{format}", file, format) for _ in range(2))
    file.unlink()
    pace = f"{first['seconds']:7.1f} s, {first['cpu']:6.1f} CPU-s, {first['rows'] / first['cpu']:7,.0f} rows/CPU-s"
    print(
        f"{format:8} {first['rows']:>9,.0f} rows {first['statements']:>9,.0f} statements "
        f"{first['documents']:>6,.0f} documents {pace} "
        f"{first['megabytes']:6.0f} MB; again {again['seconds']:6.1f} s, {again['statements']:.0f} new"
    )


def main() -> None:
    """Run it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--formats", default=",".join(ROWS))
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--record", help="folder to work in; a temporary one by default")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        place = Path(asked.record or folder)
        place.mkdir(parents=True, exist_ok=True)
        for format in asked.formats.split(","):
            measure(format, asked.rows, asked.seed, place)


if __name__ == "__main__":
    main()
