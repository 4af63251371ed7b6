"""How fast two versions of the reader read the same pages, read in turn so that a busy machine slows both alike.

    python benchmarks/turns.py OTHER FILE... [--rounds N] [--whole]

OTHER is the folder `src` of another checkout. A page whose first line is `date YYYY-MM-DD` was published on that day.
With `--whole` each reading begins with the text, which is cut into sentences first. Told are the middle of all ratios,
that of the two best rounds, and what either reads per CPU-second at best.
"""

import argparse
import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from stateofplay.day import Day
from stateofplay.documents.document import Document
from stateofplay.documents.plain import document_from_text
from stateofplay.reading.reader import open_reader

OURS = Path(__file__).resolve().parent.parent / "src"


@dataclass
class Version:
    """A version of the reader in a process of its own, which reads all pages once whenever it is asked."""

    process: subprocess.Popen[str]
    characters: int
    sentences: int

    def seconds(self) -> float:
        """CPU-seconds of one more reading."""
        return float(_answer(self.process, "again"))


def _answer(process: subprocess.Popen[str], asked: str = "") -> str:
    assert process.stdin is not None and process.stdout is not None
    if asked:
        print(asked, file=process.stdin, flush=True)
    return process.stdout.readline()


def version(source: Path, files: list[str], *, whole: bool) -> Version:
    """The version of the reader under `source`, with the pages read once to warm up."""
    process = subprocess.Popen(
        [sys.executable, __file__, "--serve", *(["--whole"] if whole else []), *files],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(source)},
    )
    return Version(process, *json.loads(_answer(process)))


def serve(files: list[str], *, whole: bool) -> None:
    """Read the pages whenever a line is asked, and answer with the CPU-seconds it took."""
    reader, texts = open_reader(), [Path(file).read_text(encoding="utf-8") for file in files]
    documents = [document(text) for text in texts]
    for each in documents:
        reader.read(each)
    print(json.dumps([sum(len(d.text) for d in documents), sum(len(d.passages) for d in documents)]), flush=True)
    for _ in sys.stdin:
        start = time.process_time()
        for each in map(document, texts) if whole else documents:
            reader.read(each)
        print(time.process_time() - start, flush=True)


def document(text: str) -> Document:
    """A page; its first line may tell its day."""
    first, _, rest = text.partition("\n")
    if first.startswith("date "):
        return document_from_text(rest, published=Day.parse(first.removeprefix("date ")))
    return document_from_text(text)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--serve", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--whole", action="store_true", help="cut the text into sentences each time too")
    parser.add_argument("--rounds", type=int, default=10, help="how often each version reads all pages")
    parser.add_argument("files", nargs="+", metavar="OTHER FILE")
    asked = parser.parse_args()
    if asked.serve:
        serve(asked.files, whole=asked.whole)
        return
    sources = (Path(asked.files[0]), OURS)
    other, ours = (version(source, asked.files[1:], whole=asked.whole) for source in sources)
    rounds = [(other.seconds(), ours.seconds()) for _ in range(asked.rounds)]
    before, after = (min(times) for times in zip(*rounds, strict=True))
    print(f"{ours.characters:,} characters, {ours.sentences:,} sentences: {median(a / b for a, b in rounds):.2f} times")
    print(f"as fast in the middle, {before / after:.2f} at best")
    for name, best in (("other", before), ("ours", after)):
        characters, sentences = ours.characters / best, ours.sentences / best
        print(f"{name:6} {characters:9,.0f} characters, {sentences:7,.0f} sentences per CPU-second")


if __name__ == "__main__":
    main()
