"""The shelf: answers kept on disk under the hash of all that they depend on; a damaged one counts as absent."""

import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What a model answered. `whole` is false where it was cut off; tokens are as the endpoint counted them."""

    text: str
    whole: bool
    tokens_in: int = 0
    tokens_out: int = 0


class Shelf:
    """Answers in a folder; nothing is kept where it is None."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder

    def take(self, name: str) -> Answer | None:
        """The answer kept under `name`; None where there is none that can be read."""
        if self._folder is None:
            return None
        try:
            return Answer(**json.loads(self._path(self._folder, name).read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError):
            return None

    def put(self, name: str, answer: Answer) -> None:
        """Keep an answer; the file appears only when it is whole."""
        if self._folder is None:
            return
        path = self._path(self._folder, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_suffix(f".{os.getpid()}.part")
        part.write_text(json.dumps(asdict(answer), ensure_ascii=False), encoding="utf-8")
        part.replace(path)

    @staticmethod
    def _path(folder: Path, name: str) -> Path:
        return folder / name[:2] / f"{name}.json"
