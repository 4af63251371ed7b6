"""Acts that are only spoken of: as a topic, a view, what is to be prevented or a kind of thing. They tell no event.

The shapes are settings of a language (`spoken_of` in its `grammar.yaml`); one without them speaks of nothing.
"""

from typing import Any

from stateofplay.reading.act import Act
from stateofplay.reading.lexicon import EVENT, VERB, VERBAL_NOUN
from stateofplay.reading.mention import TARGET, Mention
from stateofplay.reading.sentence import Sentence

_TALKS_STOPPED = frozenset({"stop+talks", "stop+summit", "stop+tour", "stop+call"})


def spoken_of(act: Act, sentence: Sentence, mentions: list[Mention]) -> bool:
    """Whether the sentence only speaks of `act`."""
    shapes = sentence.lexicon.grammar.shapes["spoken_of"]
    if shapes is None:
        return False
    first, last = act.bounds
    before, after = sentence.folded[first : act.head], sentence.folded[act.head_end : last]
    alone = act.start == act.head and act.end == act.head_end
    return bool(
        shapes["prevented"].search(before)
        or shapes["possible"].search(before)
        or (shapes["taken"].search(before) and shapes["as_something"].match(after))
        or (alone and shapes["kind_of_thing"].match(after))
        or shapes["listed"].match(after)
        or shapes["wanted"].search(before)
        or shapes["never"].search(before)
        or shapes["strangers"].search(before)
        or (not _acted(first, act, mentions) and shapes["advised"].search(sentence.folded[:first]))
        or (act.type in shapes["abilities"] and shapes["able"].match(sentence.folded[act.end : last]))
        or (act.type == "CONSULT" and shapes["general"].search(before))
        or shapes["usual"].match(after)
        or (shapes["title"].match(after) and _titled(act, sentence))
        or (act.type in shapes["habits"] and shapes["habitual"].search(before))
        or (act.type in shapes["any_of"] and shapes["any"].search(before) and not _if_told(first, sentence))
        or (act.type in ("COERCE", "THREATEN") and shapes["met"].search(before))
        or shapes["terms"].search(sentence.folded, 0, act.head)
        or (shapes["whose"].search(before) and "的" in after)
        or shapes["helps"].search(before)
        or (shapes["seen"].search(before) and "的" in after)
        or (act.type == "TRANSITION" and shapes["posts"].search(before))
        or (act.type == "SANCTION" and shapes["imposed"].match(sentence.folded, act.start))
        or (act.type in shapes["blamed"] and not act.noun and after[:1] == "的")
        or (act.concept == "threaten" and shapes["endangers"].match(after))
        or (act.type in shapes["done_later"] and shapes["put_off"].search(before))
        or (act.type in shapes["done_by_suspects"] and _suspected(first, act, sentence, shapes))
        or (act.concept in _TALKS_STOPPED and _put_off(act, sentence, shapes))
        or _dated_by(act, sentence, shapes)
        or (act.concept in shapes["warnings"] and _foretells(act, sentence, mentions))
        or (alone and act.concept in shapes["things"] and shapes["owned_thing"].search(before))
        or ((act.noun or act.concept in shapes["put_forward"]) and _owns(act, sentence, mentions))
        or (act.type == "CONSULT" and shapes["bound_for"].match(after))
        or shapes["asked"].search(sentence.folded, 0, act.end)
        or (shapes["about"].search(before) and shapes["about_what"].match(after))
        or ("的" in after and shapes["described"].search(before))
        or (act.type == "ACCUSE" and shapes["uneasy"].search(before) and _uneasy(act, sentence, shapes))
        or (act.noun and act.concept in shapes["standing"])
        or shapes["aspect"].match(sentence.folded, act.end)
        or (act.type == "TRANSITION" and shapes["since_then"].match(after))
        or (act.type == "CONCEDE" and shapes["sought"].search(before))
        or shapes["yields"].search(before)
        or (act.noun and shapes["any_noun"].search(before))
        or (shapes["lasted"].match(sentence.folded, act.end) and not _acted(first, act, mentions))
        or (shapes["gives"].search(before) and shapes["in_return"].match(after))
        or (alone and act.concept == "ask" and not after.strip("，,。") and _of_whom(act, mentions))
        or shapes["called"].match(sentence.folded, act.end)
        or shapes["stance"].match(sentence.folded, act.end)
        or (act.noun and shapes["anybodys"].search(before))
        or (shapes["topic"].match(before) and not _acted(first, act, mentions) and last < len(sentence.folded))
    )


def _put_off(act: Act, sentence: Sentence, shapes: dict[str, Any]) -> bool:
    """Whether talks are the subject of the verb that puts them off: nobody is told to have done it."""
    return act.start < act.head and shapes["put_off_itself"].match(sentence.folded, act.head) is not None


def _suspected(first: int, act: Act, sentence: Sentence, shapes: dict[str, Any]) -> bool:
    """Whether the act is the first of which somebody is suspected (涉嫌為中國從事間諜活動)."""
    found = shapes["suspected"].search(sentence.folded, first, act.head)
    return found is not None and not any(
        found.start() < hit.start < act.head and hit.traits & EVENT for hit in sentence.words
    )


def _owns(act: Act, sentence: Sentence, mentions: list[Mention]) -> bool:
    """Whether the act only describes the noun that it owns (制裁的油輪), which is no actor (訪華的法國外長)."""
    owns = sentence.lexicon.grammar.shapes["spoken_of"]["owns"].match(sentence.folded, act.head_end)
    visits = act.type == "CONSULT" and any(owns is not None and m.start == owns.end() for m in mentions)
    return owns is not None and not visits


def _of_whom(act: Act, mentions: list[Mention]) -> bool:
    """Whether whose it is stands right before (法國提議), and not of whom it is asked (向德國求援)."""
    return any(m.end == act.start and m.case is not TARGET for m in mentions)


def _uneasy(act: Act, sentence: Sentence, shapes: dict[str, Any]) -> bool:
    """Whether the act is but concern (表示擔憂), which blames nobody where it is about how things stand."""
    return shapes["uneasiness"].search(sentence.folded, act.start, act.end) is not None


def _if_told(first: int, sentence: Sentence) -> bool:
    """Whether the clause that begins at `first` opens with an if: any such act is then supposed."""
    return any(
        hit.cue.value == "hypothetical" and first - 1 <= hit.start <= first + 2 for hit in sentence.cues_of("status")
    )


def _dated_by(act: Act, sentence: Sentence, shapes: dict[str, Any]) -> bool:
    """Whether a deal is known only as made before (把達成的共識落實) or by its age (簽署20周年, 建交60年來)."""
    if act.concept == "relate":
        return shapes["jubilee"].match(sentence.folded, act.end) is not None
    if act.type not in ("AGREE", "CONSULT"):
        return False
    if shapes["anniversary"].match(sentence.folded, act.end):
        return True
    if shapes["as_noun"].search(sentence.folded, 0, act.head_end):
        return True
    if act.type == "CONSULT":
        return shapes["made_there"].match(sentence.folded, act.head_end) is not None
    return shapes["made_before"].match(sentence.folded, act.start) is not None


def _foretells(act: Act, sentence: Sentence, mentions: list[Mention]) -> bool:
    """Whether a warning only says what may come of something: it is said to nobody, names no condition and no means."""
    first, _ = act.bounds
    if any(m.start - act.head_end in (0, 1) or (m.case is TARGET and first <= m.start < act.head) for m in mentions):
        return False
    means = sentence.lexicon.grammar.shapes["spoken_of"]["warned"]
    return means.search(sentence.folded, act.head_end) is None


def _titled(act: Act, sentence: Sentence) -> bool:
    """Whether the sentence is a title: one clause, in which no verb follows the act."""
    if len(sentence.clauses) > 1:
        return False
    return not any(hit.start >= act.head_end and hit.traits & (VERB | VERBAL_NOUN) for hit in sentence.words)


def _acted(first: int, act: Act, mentions: list[Mention]) -> bool:
    """Whether the clause names somebody before the act who may have done it."""
    return any(first <= m.start and m.end <= act.head for m in mentions)
