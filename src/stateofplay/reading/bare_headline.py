"""Bare headlines: acts that a headline tells without a verb, by a quote beside its speaker or by a noun at its end."""

from collections.abc import Sequence

from stateofplay.reading.act import Act
from stateofplay.reading.mention import FREE, GENITIVE, MODIFIER, SUBJECT, TARGET, Mention, differs
from stateofplay.reading.sentence import Sentence
from stateofplay.reading.wording import speech

_CLOSING = "「」『』!?…。 "
_ACTING = frozenset({FREE, MODIFIER, GENITIVE, SUBJECT})
_NAMED = "bare noun"


def bare_acts(acts: list[Act], sentence: Sentence, mentions: list[Mention]) -> list[Act]:
    """`acts` of a headline with those that it tells without a verb; as they are where it is none."""
    if sentence.folded.endswith("。") or not mentions:
        return acts
    said = sentence.lexicon.grammar.shapes["said_in_headline"]
    spoken = [
        speech(end, end, found.lastgroup or "", written[found.start() :], sentence)
        for start, end in sentence.quotes
        if (written := sentence.folded[start:end].strip(_CLOSING)) and (found := said.search(written))
        if _speaker(start, end, mentions, sentence) is not None
    ]
    ends = {act.head_end for act in acts}
    named = [
        _of_noun(found.start(kind), found.end(kind), kind, sentence)
        for found in sentence.lexicon.grammar.shapes["bare_nouns"].finditer(sentence.folded)
        if (kind := found.lastgroup or "") and found.end(kind) not in ends
    ]
    return [*acts, *spoken, *named] if spoken or named else acts


def is_bare(act: Act) -> bool:
    """Whether the act is one that a headline of words not set apart tells without a verb."""
    return act.start == act.head_end or act.concept == _NAMED


def bare_sides(act: Act, mentions: tuple[Mention, ...], sentence: Sentence) -> tuple[Mention | None, Mention | None]:
    """Who says it, and of whom the quote speaks or who else is named; of a noun who is named first, and toward whom."""
    outside = [m for m in mentions if sentence.quote_at(m.start) < 0]
    if act.concept == _NAMED:
        target = next((m for m in reversed(outside) if m.case is TARGET and m.start < act.head_end), None)
        if act.frame == "domestic":
            return target or next((m for m in outside if m.start < act.head_end), None), None
        return next((m for m in outside if m.case in _ACTING and differs(m, target)), None), target
    start, end = sentence.quotes[sentence.quote_at(act.head - 1)]
    speaker = _speaker(start, end, mentions, sentence)
    inside = [m for m in mentions if start <= m.start < end and differs(m, speaker)]
    led = next((m for m in inside if m.case is SUBJECT), None)
    target = led or (None if act.type == "REQUEST" else next(iter(inside), None))
    if target is None and not inside:
        target = next((m for m in outside if differs(m, speaker)), None)
    return speaker, target


def _speaker(start: int, end: int, mentions: Sequence[Mention], sentence: Sentence) -> Mention | None:
    """Who stands right before the quote, or, alone, behind one that opens the headline."""
    text = sentence.folded
    before = next((m for m in mentions if m.end == start), None)
    if before is not None or text[:start].strip():
        return before
    after = next((m for m in mentions if m.start >= end), None)
    alone = after is not None and not text[end : after.start].strip() and not text[after.end :].strip()
    return after if alone else None


def _of_noun(start: int, end: int, kind: str, sentence: Sentence) -> Act:
    clause = sentence.clause_at(start)
    domestic = kind == "TRANSITION"
    return Act(
        start=start,
        end=end,
        head=start,
        head_end=end,
        clause=clause,
        bounds=sentence.clauses[clause],
        type=kind,
        frame="domestic" if domestic else "toward",
        takes="",
        concept=_NAMED,
        noun=False,
        needs="" if domestic else "target",
        why=f"{_NAMED}: {sentence.text[start:end]}",
    )
