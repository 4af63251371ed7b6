"""The reader that asks a language model: each statement is checked, and a document is read in full or not at all."""

import json
import os
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from stateofplay.documents.document import Document, Passage, PassageKind
from stateofplay.errors import Unanswered
from stateofplay.knowledge.region import merged
from stateofplay.reading.llm.admission import Admission, Numbered
from stateofplay.reading.llm.budget import Budget
from stateofplay.reading.llm.client import Endpoint
from stateofplay.reading.llm.prompt import fingerprint, messages, schema, way
from stateofplay.reading.llm.settings import Settings, settings_of
from stateofplay.reading.llm.shelf import Answer, Shelf
from stateofplay.reading.retelling import joined
from stateofplay.reading.statement import Statement

_READ: Final = frozenset({PassageKind.BODY, PassageKind.HEADING})
_NOT_IN_NAMES: Final = re.compile(r"[/@\s]+")
_FENCE: Final = re.compile(r"\A\s*```\w*\n(.*)\n```\s*\Z", re.DOTALL)


class Reader:
    """Reads documents by asking a model. Its name holds the model and its version the prompt's: `llm:MODEL/VERSION`."""

    def __init__(self, settings: Settings, region: str, endpoint: Endpoint) -> None:
        self.name = f"llm:{_NOT_IN_NAMES.sub('_', settings.model)}"
        self.version = way().version
        self.budget = Budget(settings=settings)
        self.dropped: Counter[str] = Counter()
        self.kept = 0
        self._model = f"{settings.url} {settings.model}"
        self._issues = tuple(issue.id for issue in merged(region).issues)
        self._shelf = Shelf(settings.cache)
        self._endpoint = endpoint

    def read(self, document: Document) -> tuple[Statement, ...]:
        """Statements of `document` in order. Unanswered or BudgetSpent when any part of it could not be asked about."""
        admission = Admission(document=document, reader=f"{self.name}/{self.version}", dropped=self.dropped)
        found: dict[str, Statement] = {}
        for passages in _portions(document):
            for proposal, about in self._proposals(document, passages):
                statement = admission.statement(proposal, about)
                if statement is not None:
                    found.setdefault(statement.id, statement)
        self.kept += len(found)
        return tuple(joined(sorted(found.values(), key=lambda said: (said.start, said.end))))

    def told(self) -> tuple[str, ...]:
        """What asking took, and what was not admitted, in sentences."""
        budget = self.budget
        cost = f", cost {budget.cost:.4f}" if budget.cost else ""
        asked = f"{self.name}: {budget.requests} requests, {budget.tokens} tokens{cost}; {self.kept} admitted"
        return (asked, *(f"{self.name}: {number} dropped: {why}" for why, number in self.dropped.most_common()))

    def close(self) -> None:
        """Close the connections to the endpoint."""
        self._endpoint.close()

    def _proposals(self, document: Document, passages: Numbered) -> Iterator[tuple[Any, Numbered]]:
        """What the model proposes, each with the passages asked about; asked in halves where it was cut off."""
        published = document.published.last if document.published else None
        asked = messages(passages, published, self._issues)
        name = fingerprint(self._model, asked)
        kept = self._shelf.take(name)
        answer, proposals = (kept, _parsed(kept)) if kept else self._asked(asked)
        if proposals is not None:
            self._shelf.put(name, answer)
            yield from ((proposal, passages) for proposal in proposals)
        elif len(passages) > 1 and not answer.whole:
            middle = len(passages) // 2
            yield from self._proposals(document, passages[:middle])
            yield from self._proposals(document, passages[middle:])
        else:
            raise Unanswered("the model's answer is not of the form asked for", mend="try another model")

    def _asked(self, asked: list[dict[str, str]]) -> tuple[Answer, list[Any] | None]:
        """The answer and what it proposes, None where it is not of the form; asked again once unless it was cut off."""
        answer, proposals = Answer(text="", whole=True), None
        for _ in range(2):
            self.budget.refuse_overdraft(_tokens(asked))
            answer = self._endpoint.ask(asked, schema())
            self.budget.spend(answer.tokens_in or _tokens(asked), answer.tokens_out or len(answer.text))
            proposals = _parsed(answer)
            if proposals is not None or not answer.whole:
                break
        return answer, proposals


def open_llm(region: str, settings: Settings | None = None) -> Reader:
    """The reader with settings of the environment, where none are given; YourInput when they name no model."""
    asked = settings or settings_of(os.environ)
    return Reader(asked, region, Endpoint(asked))


def opener_with(given: Mapping[str, str]) -> Any:
    """An opener whose settings are those `given` before those of the environment."""
    settings = settings_of(os.environ, given)
    return lambda region: open_llm(region, settings)


def _portions(document: Document) -> Iterator[Numbered]:
    """The passages that are read, numbered, in portions of so many characters."""
    portion: list[tuple[int, Passage]] = []
    length = 0
    for number, passage in enumerate(document.passages, 1):
        if passage.kind not in _READ or not passage.language.folder:
            continue
        if portion and length + len(passage.text) > way().characters:
            yield portion
            portion, length = [], 0
        portion.append((number, passage))
        length += len(passage.text)
    if portion:
        yield portion


def _parsed(answer: Answer) -> list[Any] | None:
    """What an answer proposes; None where it is not of the form asked for."""
    fenced = _FENCE.match(answer.text)
    try:
        value = json.loads(fenced[1] if fenced else answer.text)
    except ValueError:
        return None
    proposals = value.get("statements") if isinstance(value, dict) else None
    return proposals if isinstance(proposals, list) else None


def _tokens(asked: Sequence[Mapping[str, str]]) -> int:
    """About how many tokens a request has: one for a character beyond ASCII, one for four others."""
    text = "".join(message["content"] for message in asked)
    wide = sum(1 for character in text if not character.isascii())
    return wide + (len(text) - wide) // 4
