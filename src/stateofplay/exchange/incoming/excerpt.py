"""An excerpt is what somebody's statements quote of a document that we do not have: their quotes, in its order.

Quotes that overlap in the document overlap here; no character stands twice, and each knows where it stood.
"""

import hashlib
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from stateofplay.day import Day
from stateofplay.documents.document import Document, Language, Origin, Passage, PassageKind


@dataclass(frozen=True, kw_only=True)
class Quote:
    """Words that stood from `start` on in the document."""

    start: int
    text: str
    language: Language

    @property
    def end(self) -> int:
        """Where they ended there."""
        return self.start + len(self.text)


class Excerpt:
    """The document that `quotes` make. Quotes that say something else of the same place are left `out`."""

    def __init__(self, quotes: Sequence[Quote], *, of: str, path: str, published: Day | None) -> None:
        self.out: set[Quote] = set()
        self._runs: list[tuple[Quote, str]] = []
        for quote in sorted(dict.fromkeys(quotes), key=lambda quote: (quote.start, -quote.end, quote.text)):
            self._take(quote)
        self._clean: list[int] = []
        self.document = self._document(of, path, published)

    def place(self, quote: Quote) -> int:
        """Where a quote that is not left out begins in the excerpt."""
        at = bisect_right(self._runs, quote.start, key=lambda run: run[0].start) - 1
        return self._clean[at] + quote.start - self._runs[at][0].start

    def _take(self, quote: Quote) -> None:
        if self._runs:
            first, words = self._runs[-1]
            at = quote.start - first.start
            shared = words[at : at + len(quote.text)]
            if at < len(words):
                if quote.text.startswith(shared):
                    self._runs[-1] = first, words + quote.text[len(shared) :]
                else:
                    self.out.add(quote)
                return
        self._runs.append((quote, quote.text))

    def _document(self, of: str, path: str, published: Day | None) -> Document:
        head = f"Quotes from the document {of}, {path}"
        passages = [Passage(start=0, end=len(head), text=head, language=Language.OTHER, kind=PassageKind.NOTICE)]
        start = len(head) + 1
        for number, (first, words) in enumerate(self._runs, 1):
            end = start + len(words)
            passages.append(Passage(start=start, end=end, text=words, language=first.language, paragraph=number))
            self._clean.append(start)
            start = end + 1
        text = "\n".join(passage.text for passage in passages)
        digest = hashlib.sha256(text.encode()).hexdigest()
        return Document(
            id=digest[:24],
            path=path,
            raw_hash=digest,
            text=text,
            passages=tuple(passages),
            origins=tuple(
                Origin(clean=clean, raw=first.start, length=len(words))
                for (first, words), clean in zip(self._runs, self._clean, strict=True)
            ),
            title=f"Quotes from {path}",
            published=published,
            published_by="metadata" if published else "",
        )
