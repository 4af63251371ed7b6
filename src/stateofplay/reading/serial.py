"""Verbs in a row: where nothing parts words and verbs follow one another, some acts are only the means of others.

"Sent bombers to strike" tells one event, "welcomed the ceasefire" too; a crowd that complains protests.
"""

from stateofplay.reading.act import Act, renamed
from stateofplay.reading.lexicon import DEED, NOUN, SAYING, VERBAL_NOUN
from stateofplay.reading.mention import FREE, GENITIVE, MODIFIER, SUBJECT, Mention
from stateofplay.reading.sentence import Sentence

_ENDS = frozenset({"MOBILIZE", "ASSAULT", "COERCE", "AID", "CONSULT", "COOPERATE"})
_MEANS = ("send+", "deploy")
_SHOTS = ("launch+missile", "test-fire+missile")
_CLEARED = ("give+", "send+", "donate+", "buy+", "trade", "invest", "help", "finance")
_REACH = 12
"""Characters within which what is approved, or the meeting that is attended, follows."""
_BARE = frozenset({FREE, GENITIVE, MODIFIER, SUBJECT})
_CROWD_ACTS = frozenset({"complain", "block", "demand", "seize", "reject", "put+protest-note", "criticise", "intrude"})


def runs_together(sentence: Sentence) -> bool:
    """Whether the language of the sentence is one of verbs in a row: the verb in the middle, words not set apart."""
    grammar = sentence.lexicon.grammar
    return grammar.order == "svo" and not grammar.spaced


def told_in_row(acts: list[Act], sentence: Sentence, mentions: list[Mention]) -> list[Act]:
    """The acts that are told for themselves, those of a crowd as protests."""
    if not acts:
        return acts
    acts = [act for act in acts if not _only_listed(act, sentence) and not _says_less(act, sentence, mentions)]
    told = [act for act in acts if not _is_object(act, acts, sentence, mentions) and not _is_inside(act, acts)]
    kept = [act for act in told if not _is_means(act, told)]
    row: list[Act] = []
    for act in kept:
        row.append(_of_crowd(act, row, mentions))
    return row


def _only_listed(act: Act, sentence: Sentence) -> bool:
    """Whether the word is but a noun of a list or of what is said (THREATEN as a noun too), or what a crowd does."""
    if act.noun and (act.type == "THREATEN" or sentence.folded.startswith("、", act.end)):
        return True
    if act.concept in ("visit", "travel"):
        crowds = (hit for hit in sentence.cues_of("head") if hit.cue.value == "people")
        if any(hit.end == act.head for hit in crowds):
            return True
    if not _may_be_noun(act, sentence) or _said_of_itself(act, sentence):
        return False
    return any(hit.end == act.start and hit.traits & SAYING for hit in sentence.words)


def _said_of_itself(act: Act, sentence: Sentence) -> bool:
    """Whether who speaks right before says that he did it: a clause is said (俄方稱擊落…), or whom it hit follows."""
    says = tuple(sentence.lexicon.grammar.settings.get("says_that", ()))
    if not sentence.folded[: act.start].endswith(says):
        return False
    return any(name.start - act.end in (0, 1) for name in sentence.names) or not act.noun


def _says_less(act: Act, sentence: Sentence, mentions: list[Mention]) -> bool:
    """Whether the word says less than the act here.

    Some words need whom they aim at right behind them (指, 批, 承认); what "this" does (此舉侵犯 ...) is a judgement;
    a deed named as the one told of (這次襲擊) tells nothing new; a line of policy said again is no support.
    """
    settings, shapes = sentence.lexicon.grammar.settings, sentence.lexicon.grammar.shapes
    first, last = act.bounds
    word = sentence.folded[act.head : act.head_end]
    if (aims := word in settings.get("object_beside", ())) or word in settings.get("object_or_end", ()):
        beside = [m for m in mentions if m.start == act.head_end and m.case in _BARE]
        taken = shapes["takes_object"].match(sentence.folded, act.head_end)
        if taken is not None and any(m.start == taken.end() for m in mentions):
            return False
        if not aims and any(hit.start == act.head_end and hit.traits & DEED for hit in sentence.words):
            return False
        if aims and beside and shapes["object_reports"].match(sentence.folded, beside[0].end):
            return True
        return not beside and (aims or act.head_end < last - 1)
    if act.concept in ("pact", "request"):
        return True
    if act.concept == "travel":
        heads = [hit for hit in sentence.cues_of("head") if first <= hit.start < act.head]
        return bool(heads) and heads[-1].cue.value in ("people", "other")
    again = act.type != "CONSULT" and _may_be_noun(act, sentence)
    if again and shapes["this_one"].search(sentence.folded[first : act.head]):
        return True
    if act.concept == "reaffirm" and act.type == "SUPPORT":
        told = len(sentence.folded) if act.head_end >= last - 1 else last
        return shapes["policy"].search(sentence.folded[act.head_end : told]) is not None
    if any(first <= m.start < act.head for m in mentions):
        return False
    return shapes["this"].match(sentence.folded[first : act.head]) is not None


def _is_object(act: Act, acts: list[Act], sentence: Sentence, mentions: list[Mention]) -> bool:
    """Whether the word stands right behind another act's verb, may be a noun, and has no object: it is an object."""
    verb = any(
        other.head < act.head
        and other.head_end == other.end <= act.start
        and not other.noun
        and sentence.folded[other.head_end : act.start] in ("", "了", "过")
        for other in acts
    )
    counted = sentence.lexicon.grammar.shapes["counted"].match(sentence.folded, act.end) is not None
    return verb and not counted and _may_be_noun(act, sentence) and not any(m.start == act.end for m in mentions)


def _may_be_noun(act: Act, sentence: Sentence) -> bool:
    """Whether the act's own word may be a noun."""
    hit = sentence.word_at(act.head)
    return hit is not None and bool(hit.traits & (NOUN | VERBAL_NOUN))


def _is_inside(act: Act, acts: list[Act]) -> bool:
    """Whether the word stands between an op and its thing: 進口 in 暫停進口水產品."""
    return "+" not in act.concept and any(
        other.head < act.head < other.end and "+" in other.concept for other in acts if other is not act
    )


def _is_means(act: Act, acts: list[Act]) -> bool:
    """Whether forces or envoys are sent for an act that the same clause goes on to tell."""
    if act.concept in ("visit", "travel") and any(
        0 <= act.head - o.head_end <= 1 and o.type == "MOBILIZE" for o in acts
    ):
        return True
    clause = act.clause
    if act.concept == "cooperate" and any(o.head == act.head_end and not o.noun for o in acts):
        return True
    if act.concept.startswith(_CLEARED) and any(_clears(o, act, acts) for o in acts):
        return True
    if act.noun and act.concept in ("summit", "talks"):
        return any(o.concept == "attend" and o.clause == clause and 0 <= act.start - o.head_end <= _REACH for o in acts)
    if act.concept == "attend" or (act.concept == "visit" and act.head_end >= act.bounds[1] - 1):
        return any(o.concept == "travel" and o.clause == clause and o.head < act.head for o in acts)
    if act.concept.startswith(_SHOTS):
        return any(o.type == "ASSAULT" and 0 <= o.clause - clause <= 1 for o in acts if o is not act)
    if not act.concept.startswith(_MEANS):
        return False
    return any(
        other.head > act.head
        and other.type in _ENDS
        and (other.type == "CONSULT") == (act.type == "CONSULT")
        and other.clause == clause
        and not other.noun
        for other in acts
    )


def _clears(other: Act, act: Act, acts: list[Act]) -> bool:
    """Whether another act approves the deal or aid that is told as its object: one event (批准向台灣出售武器)."""
    if other.concept != "approve" or other.clause != act.clause or not 0 <= act.head - other.head_end <= _REACH:
        return False
    return not any(other.head < o.head < act.head for o in acts)


def _of_crowd(act: Act, earlier: list[Act], mentions: list[Mention]) -> Act:
    """A complaint or a blockade by people, not by their state, is a protest."""
    if act.concept not in _CROWD_ACTS:
        return act
    first, _ = act.bounds
    before = [m for m in mentions if first <= m.start and m.end <= act.head]
    crowd = before[-1].role == "people" if before else any(other.type == "PROTEST" for other in earlier)
    if not crowd:
        return act
    return renamed(act, type="PROTEST", why="by a crowd", frame="toward", takes="swallow")
