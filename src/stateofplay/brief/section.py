"""A section of a briefing: blocks of cited sentences under a heading; one without any is shown as blank."""

from dataclasses import dataclass
from typing import Any

from stateofplay.brief.sentence import Sentence


@dataclass(frozen=True, kw_only=True)
class Block:
    """Sentences that belong together. `heading` names whom or what they are about, "" for none; it claims nothing."""

    sentences: tuple[Sentence, ...]
    heading: str = ""

    def __post_init__(self) -> None:
        if not self.sentences:
            raise ValueError(f"a block without a sentence: {self.heading!r}")


@dataclass(frozen=True, kw_only=True)
class Section:
    """`name` is that of the module which composed it. Without `blocks` the record tells nothing of the matter."""

    name: str
    blocks: tuple[Block, ...]

    def as_json(self) -> dict[str, Any]:
        """Ready for JSON; a section without blocks is blank."""
        return {
            "section": self.name,
            "blocks": [
                {"heading": block.heading or None, "sentences": [sentence.as_json() for sentence in block.sentences]}
                for block in self.blocks
            ],
        }

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """All sentences in order."""
        return tuple(sentence for block in self.blocks for sentence in block.sentences)
