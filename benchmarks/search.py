"""Times of search in a record of N made-up passages in four languages, each with a statement, the same for a seed.

    python benchmarks/search.py [--passages 100000] [--seed 1] [--record DIR]

Making the index, loading it, and each query are timed; of a query, the best, median and worst of twenty calls, and the
processor time of all threads in the median one, which a busy machine does not change. A record that is
already in DIR is used as it is.
"""

import argparse
import hashlib
import random
import statistics
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from pathlib import Path

from stateofplay.day import Day
from stateofplay.documents.document import Document, Language, Passage
from stateofplay.reading.statement import EventClaim, Statement, Status
from stateofplay.record.addition import Reading
from stateofplay.record.record import open_record
from stateofplay.record.search import Filter, Search

WORDS = {
    Language.ZH_HANT: "中國 日本 南韓 美國 北韓 關稅 總統 首相 會談 表示 外交部 飛彈 汽車 造船 聲明 的 在 與 對",
    Language.ZH_HANS: "中国 日本 韩国 美国 朝鲜 关税 总统 首相 会谈 表示 外交部 导弹 汽车 造船 声明 的 在 与 对",
    Language.JA: "中国 日本 韓国 米国 関税 大統領 首相 会談 述べた 外務省 自動車 造船 声明 台湾 の が は に を",
    Language.KO: "중국은 일본의 한국은 미국이 북한은 관세를 대통령은 총리와 회담했다 미사일을 자동차 성명을",
    Language.EN: "China Japan Korea tariffs president minister talks said ministry missile cars ships the of in",
}
ACTORS = ("KOR", "PRK", "USA", "CHN", "JPN", "RUS", "TWN")
PER_DOCUMENT = 8
RECORDED_AT = datetime(2026, 1, 1, tzinfo=UTC)
QUERIES = (
    ("中國", Filter()),
    ("일본", Filter()),
    ("關稅 汽車 總統", Filter()),
    ('"trade deal" china', Filter()),
    ("president", Filter()),
    ("稀土", Filter()),
    ("中國", Filter(since=date(2025, 1, 1), known=date(2025, 6, 30), languages=("ja",))),
    ("中國", Filter(actor="KOR", kind="event")),
)


def readings(passages: int, seed: int) -> Iterator[Reading]:
    chance = random.Random(seed)
    for number in range(passages // PER_DOCUMENT):
        yield reading(number, chance)


def reading(number: int, chance: random.Random) -> Reading:
    language = chance.choice(list(WORDS))
    sentences = [sentence(language, chance) for _ in range(PER_DOCUMENT)]
    text = "".join(sentences)
    ends = [0]
    for part in sentences:
        ends.append(ends[-1] + len(part))
    published = Day.on(date(2015, 1, 1) + timedelta(days=chance.randrange(4000)))
    document = Document(
        id=hashlib.sha256(f"{number} {text}".encode()).hexdigest()[:24],
        path=f"{number}.txt",
        raw_hash="",
        text=text,
        passages=tuple(
            Passage(start=start, end=end, text=text[start:end], language=language) for start, end in pairwise(ends)
        ),
        published=published,
        published_by="user",
    )
    said = (statement(document, start, end, chance) for start, end in pairwise(ends))
    return Reading(document=document, raw=None, statements=tuple(said), reader="synthetic/1")


def sentence(language: Language, chance: random.Random) -> str:
    """A dozen words of which the first of the list are the commonest, and a number that only few share."""
    words = WORDS[language].split()
    space = "" if language.folder in ("zh", "ja") else " "
    drawn = chance.choices(words, [1 / (place + 4) for place in range(len(words))], k=14)
    return space.join((*drawn, str(chance.randrange(10_000)))) + ". "


def statement(document: Document, start: int, end: int, chance: random.Random) -> Statement:
    source, target = chance.sample(ACTORS, 2)
    return Statement(
        document=document.id,
        path=document.path,
        start=start,
        end=end,
        quote=document.text[start:end],
        language=document.languages[0].value,
        status=Status.OCCURRED,
        claim=EventClaim(type="CONSULT", source=(source,), target=(target,), happened=document.published),
        reader="synthetic/1",
        confidence=0.9,
        published=document.published,
    )


def measure(path: Path) -> None:
    record = open_record(path)
    index = path / "index"
    for name in ("make the index and ask once", "load the index and ask once"):
        began = time.perf_counter()
        Search(record)("中國")
        print(f"{name:44} {time.perf_counter() - began:7.2f} s")
    print(f"{'size of the index':44} {sum(file.stat().st_size for file in index.iterdir()) / 1e6:7.1f} MB")
    search = Search(record)
    search("中國")
    for query, asked in QUERIES:
        runs = []
        for _ in range(20):
            began, cpu = time.perf_counter(), time.process_time()
            found = search(query, asked)
            runs.append((1000 * (time.perf_counter() - began), 1000 * (time.process_time() - cpu)))
        wall, cpus = zip(*runs, strict=True)
        named = f"{query} {'filtered' if asked != Filter() else ''} {asked.actor or ''}"
        print(
            f"{named:30} best {min(wall):6.1f}, median {statistics.median(wall):6.1f}, worst {max(wall):6.1f} ms, "
            f"{statistics.median(cpus):6.1f} CPU-ms, {found.total} passages"
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--passages", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--record", type=Path, help="folder to make or use; a temporary one by default")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = asked.record or Path(folder) / "record"
        if not path.exists():
            open_record(path).add(readings(asked.passages, asked.seed), recorded_at=RECORDED_AT, batch=5_000)
        measure(path)


if __name__ == "__main__":
    main()
