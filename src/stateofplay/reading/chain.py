"""Chains of topics: what earlier clauses of a sentence leave behind for a later one that names no subject."""

from stateofplay.reading.lexicon import VERB, VERBAL_NOUN
from stateofplay.reading.mention import FREE, SUBJECT, Mention
from stateofplay.reading.sentence import Sentence


def left_behind(earlier: tuple[Mention, ...], sentence: Sentence) -> Mention | None:
    """The subject that earlier clauses leave behind: the last marked one, else the first free mention."""
    marked = [m for m in earlier if m.case is SUBJECT]
    if marked:
        return marked[-1]
    if sentence.lexicon.grammar.order == "sov":
        return None
    if sentence.lexicon.grammar.settings.get("topic_chain"):
        chained = next((m for m in reversed(topics(earlier, sentence))), None)
        if chained is not None:
            return chained
    return next((m for m in earlier if m.case is FREE), None)


def topics(earlier: tuple[Mention, ...], sentence: Sentence) -> list[Mention]:
    """The first free mention of each earlier clause, where no verb stands before it: what the clause speaks of."""
    found: dict[int, Mention] = {}
    for mention in earlier:
        clause = sentence.clause_at(mention.start)
        if mention.case is not FREE or clause in found or _deep_in_speech(mention, clause, sentence):
            continue
        first = sentence.clauses[clause][0]
        verbs = [
            hit.end
            for hit in sentence.words
            if first <= hit.start < mention.start and hit.traits & (VERB | VERBAL_NOUN)
        ]
        if not verbs or sentence.folded[verbs[-1] : mention.start] == "的":
            found[clause] = _head_of(mention, earlier, sentence)
    return list(found.values())


def _deep_in_speech(mention: Mention, clause: int, sentence: Sentence) -> bool:
    """Whether a name stands too deep in what somebody says to be whom the next clause is about.

    古特雷斯說，世界承受不起印巴對抗，呼籲…: who calls is who speaks.
    """
    shape = sentence.lexicon.grammar.shapes["topic_gap"]
    first = sentence.clauses[clause][0]
    if shape is None or mention.start - first < 2 or shape.fullmatch(sentence.folded, first, mention.start):
        return False
    return any(hit.end in (first - 1, first - 2) for hit in sentence.cues_of("speech"))


def _head_of(mention: Mention, earlier: tuple[Mention, ...], sentence: Sentence) -> Mention:
    """The mention with which a clause ends that is but one noun phrase: its head stands last (美國的盟友哥倫比亞，)."""
    first, last = sentence.clauses[sentence.clause_at(mention.start)]
    head = next((m for m in reversed(earlier) if first <= m.start and m.end <= last), mention)
    closes = head.end >= last - 1 and head.case is FREE and "的" in sentence.folded[mention.end : head.start]
    links = tuple(sentence.lexicon.grammar.settings.get("links", ()))
    closes = closes and not sentence.folded.endswith(links, first, head.start)
    plain = not any(first <= hit.start < last and hit.traits & (VERB | VERBAL_NOUN) for hit in sentence.words)
    return head if closes and plain else mention
