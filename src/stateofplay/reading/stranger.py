"""Strangers: subjects and targets that a clause of a verb-last language names and that are no known actors."""

import re

from stateofplay.reading.act import Act
from stateofplay.reading.mention import SUBJECT, Mention
from stateofplay.reading.scene import Scene
from stateofplay.reading.sentence import Sentence

_PHRASE = 14
"""Characters from an actor's name to the end of the phrase that it opens (中国の船2隻が)."""


def of_stranger(act: Act, scene: Scene, after: int = 0) -> bool:
    """Whether the clause names a subject that is no known actor (시위대가, 2명이): nobody else may stand in for it."""
    sentence = scene.sentence
    shape = sentence.lexicon.grammar.shapes["unknown_subject"]
    first, _ = act.bounds
    if shape is None:
        return False
    found = shape.finditer(sentence.folded, max(first, after), act.start)
    return any(not _within(match, act, scene) and not _quoted(match, act, sentence) for match in found)


def _quoted(match: re.Match[str], act: Act, sentence: Sentence) -> bool:
    """Whether the subject stands in brackets that close before the act (「根拠がない」と一蹴した), as what is said."""
    for pair in sentence.lexicon.grammar.settings.get("quotes", ()):
        opened = sentence.folded.rfind(pair[0], 0, match.start() + 1)
        if opened >= 0 and match.end() <= sentence.folded.find(pair[1], opened) < act.start:
            return bool(pair[0] != pair[1])
    return False


def aims_at_stranger(act: Act, scene: Scene) -> bool:
    """Whether the act names somebody as its target who is no known actor (周辺国に): fill in no other."""
    sentence = scene.sentence
    shape = sentence.lexicon.grammar.shapes["unknown_target"]
    if shape is None:
        return False
    first, _ = act.bounds
    asked = sentence.folded.endswith(tuple(sentence.lexicon.grammar.settings.get("asked_to", ("\0",))), first, act.head)
    found = shape.finditer(sentence.folded, 0 if asked else first, act.head)
    return any(
        not any(_opens(m, match.start() + 1, sentence, "はがを、") for m in scene.mentions)
        and (
            asked
            or sentence.folded[match.end() : match.end() + 1] == "、"
            or not any(match.end() < at <= act.head for at in sentence.joints)
        )
        for match in found
    )


def _opens(mention: Mention, end: int, sentence: Sentence, closing: str) -> bool:
    """Whether the noun phrase that ends at `end` is one that the mention opens: no `closing` mark stands between."""
    return mention.start < end <= mention.end + _PHRASE and not any(
        mark in sentence.folded[mention.end : end] for mark in closing
    )


def _within(match: re.Match[str], act: Act, scene: Scene) -> bool:
    """Whether the subject is a known actor's, or, unless it is a topic, that of a predicate before the act."""
    end = match.end()
    known = any(m.case is SUBJECT and _opens(m, end - 1, scene.sentence, "がを") for m in scene.mentions)
    topic = match.group().endswith(tuple(scene.sentence.lexicon.grammar.settings.get("topic_marks", ())))
    return known or (not topic and any(end < at <= act.head for at in scene.sentence.joints))


def stranger_leads(scene: Scene) -> bool:
    """Whether a sentence is about somebody who is no known actor (反乱軍は): what follows goes on about him."""
    sentence = scene.sentence
    shape, marks = (
        sentence.lexicon.grammar.shapes["unknown_subject"],
        tuple(sentence.lexicon.grammar.settings.get("topic_marks", ())),
    )
    if shape is None or not marks:
        return False
    found = (match for match in shape.finditer(sentence.folded) if match.group().endswith(marks))
    free = (match for match in found if sentence.quote_at(match.start()) < 0)
    return any(not any(_opens(m, match.end() - 1, sentence, "がを、") for m in scene.mentions) for match in free)


def stranger_acts(act: Act, sentence: Sentence) -> bool:
    """Whether the clause names as its subject somebody of no state known (西方國家提交…)."""
    shape = sentence.lexicon.grammar.shapes["strangers_act"]
    first, _ = act.bounds
    return shape is not None and shape.search(sentence.folded, first, act.head) is not None


def document_acts(sentence: Sentence) -> bool:
    """Whether a declaration is the subject of the sentence (聲明呼籲…): whoever issued it goes on acting."""
    shape = sentence.lexicon.grammar.shapes["document_acts"]
    return shape is not None and shape.match(sentence.folded) is not None
