"""A scene: a sentence with everything found in it and what the reader remembers, ready for acts to be told."""

from dataclasses import dataclass, field, replace
from functools import cached_property

from stateofplay.reading.act import Act
from stateofplay.reading.acts import find_acts
from stateofplay.reading.introduce import family_offices, family_titles, introductions, surnames
from stateofplay.reading.memory import Memory
from stateofplay.reading.mention import Mention
from stateofplay.reading.mentions import find_mentions
from stateofplay.reading.phrases import Phrases
from stateofplay.reading.sentence import CueHit, Sentence
from stateofplay.reading.serial import runs_together, told_in_row
from stateofplay.reading.spoken_of import spoken_of
from stateofplay.reading.tail import Tail
from stateofplay.reading.when import DayHit, find_days
from stateofplay.reading.word_class import classes_of


@dataclass(kw_only=True)
class Scene:
    """The sentence, its mentions, dates, acts and moods in order, and the memory of the document so far.

    `moods`: the marks of status, and the words of likelihood that hold a bare mark of the future, as forecasts.
    `tails`: what was found to follow each act's word, in a verb-last language (see `predicate`).
    """

    sentence: Sentence
    mentions: tuple[Mention, ...]
    days: tuple[DayHit, ...]
    acts: tuple[Act, ...]
    moods: tuple[CueHit, ...]
    memory: Memory
    tails: dict[tuple[int, int, bool], Tail] = field(default_factory=dict)

    @cached_property
    def phrases(self) -> Phrases:
        """Subjects and objects of the sentence, in a language whose words have classes; made once for all its acts."""
        classes, tokens = classes_of(self.sentence.lexicon.language), self.sentence.tokens
        assert tokens is not None and classes is not None
        return Phrases(tokens=tokens, mentions=self.mentions, classes=classes)


def open_scene(sentence: Sentence, memory: Memory) -> Scene:
    """Find all there is in `sentence`; names that it introduces are remembered at once."""
    if sentence.names:
        memory.aliases.update(introductions(sentence, memory))
        memory.aliases.update(surnames(sentence))
        memory.aliases.update(family_titles(sentence, memory))
    memory.aliases.update(family_offices(sentence, memory))
    mentions = find_mentions(sentence, memory)
    acts = find_acts(sentence, mentions)
    if runs_together(sentence):
        acts = told_in_row(acts, sentence, mentions)
    acts = [act for act in acts if not spoken_of(act, sentence, mentions)]
    return Scene(
        sentence=sentence,
        mentions=tuple(mentions),
        days=tuple(
            find_days(
                sentence.folded,
                sentence.lexicon.language,
                memory.reference,
                memory.named,
                memory.day,
                reckoned=memory.published is None,
            )
        ),
        acts=tuple(acts),
        moods=_moods(sentence),
        memory=memory,
    )


def _moods(sentence: Sentence) -> tuple[CueHit, ...]:
    """The marks of status; where topics are chained, words of likelihood as well that hold one (因此會)."""
    marks, likely = sentence.cues_of("status"), sentence.cues_of("likelihood")
    if not likely or not sentence.lexicon.grammar.settings.get("topic_chain"):
        return tuple(marks)
    marked = {hit.start for hit in marks}
    likely = [hit for hit in likely if hit.end - hit.start > 1 and hit.cue.value != "will" and hit.start not in marked]
    return (*marks, *[CueHit(hit.start, hit.end, replace(hit.cue, value="forecast")) for hit in likely])
