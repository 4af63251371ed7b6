"""Voice: whether an act is told from the side of whoever suffers it."""

from stateofplay.reading.act import Act
from stateofplay.reading.sentence import Sentence


def passive(act: Act, sentence: Sentence) -> bool:
    """Whether a voice cue turns the act around (被, was … by, された, 당했다)."""
    if faced(act, sentence):
        return True
    reach = int(sentence.lexicon.grammar.settings.get("voice_reach", 12))
    gaining = tuple(sentence.lexicon.grammar.settings.get("gaining", ())) if act.frame == "domestic" else ()
    for hit in sentence.cues_of("voice"):
        start, end, cue = hit.start, hit.end, hit.cue
        if sentence.folded[start:end] in gaining:
            continue
        if cue.side == "before" and 0 <= act.head - end <= reach and _near_voice(end, act, sentence):
            if sentence.clause_at(start) == act.clause and _voice_fits(act, sentence):
                return True
        elif cue.side == "after" and 0 <= start - act.head_end <= 1:
            return True
    return False


def faced(act: Act, sentence: Sentence) -> bool:
    """Whether the act is what somebody faces: 面對歐美的制裁."""
    shape = sentence.lexicon.grammar.shapes["faced"]
    first, _ = act.bounds
    return shape is not None and shape.search(sentence.folded[first : act.head]) is not None


def _near_voice(end: int, act: Act, sentence: Sentence) -> bool:
    """Whether little but names and offices stands between the word of voice and its act, where a language says so."""
    gap = sentence.lexicon.grammar.settings.get("voice_gap")
    if gap is None or act.head - end <= gap:
        return True
    named = sum(hit.end - hit.start for hit in sentence.names if end <= hit.start and hit.end <= act.head)
    named += sum(
        hit.end - hit.start
        for hit in sentence.cues
        if hit.cue.role in ("title", "head") and end <= hit.start and hit.end <= act.head
    )
    return act.head - end - named <= int(gap)


def _voice_fits(act: Act, sentence: Sentence) -> bool:
    """In English a passive also needs the participle."""
    if sentence.lexicon.language != "en":
        return True
    hit = sentence.word_at(act.head)
    return hit is not None and any(word.tag == "ed" for word in hit.words)
