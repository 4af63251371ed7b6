"""Casing: the case of each mention, by the particle, coverb or noun phrase that it stands with in its language."""

import re
from dataclasses import replace

from stateofplay.reading.bystander import beside_strangers
from stateofplay.reading.eojeol import Rules, marked_aim, phrase_case, rules_of
from stateofplay.reading.lexicon import EVENT, VERB
from stateofplay.reading.mention import (
    AGENT,
    GENITIVE,
    INNER,
    MODIFIER,
    OBJECT,
    PARTNER,
    PLACE,
    SUBJECT,
    TARGET,
    TOPIC,
    TOWNS,
    Case,
    Mention,
)
from stateofplay.reading.sentence import Sentence

_CASES = {case.value: case for case in Case}
_PHRASE = 6
"""Characters of plain words that may stand between two names of one phrase."""
_COVERBS = frozenset({PARTNER, TARGET, AGENT})


def cased_mentions(mentions: list[Mention], sentence: Sentence) -> list[Mention]:
    """Give each mention the case that the cues beside it mark."""
    cases = sentence.cues_of("case")
    after = {hit.start: _CASES[hit.cue.value] for hit in cases if hit.cue.side == "after"}
    before = {hit.end: _CASES[hit.cue.value] for hit in cases if hit.cue.side == "before"}
    cased: list[Mention] = []
    settings, shapes = sentence.lexicon.grammar.settings, sentence.lexicon.grammar.shapes
    agent_head, beside, leads = shapes["agent_head"], "beside_only" in settings, settings.get("headline_lead")
    rules = rules_of(sentence.lexicon.language)
    spans = {hit.start: (hit.end, after[hit.start]) for hit in cases if hit.cue.side == "after"} if rules else {}
    for at, mention in enumerate(mentions):
        case = after.get(mention.end)
        if rules is not None:
            limit = mentions[at + 1].start if at + 1 < len(mentions) else len(sentence.folded)
            case = _eojeol_case(mention, limit, spans, sentence, rules)
        elif agent_head is not None:
            limit = mentions[at + 1].start if at + 1 < len(mentions) else len(sentence.folded)
            case = before.get(mention.start) or _head_case(mention, limit, after, sentence, agent_head)
        elif case is GENITIVE and before.get(mention.start) in _COVERBS:
            case = before[mention.start]
        elif case is GENITIVE and beside and mention.use in TOWNS and before.get(mention.start) is PLACE:
            case = PLACE
        elif case is GENITIVE:
            floor = mentions[at - 1].end if at else 0
            case = _phrase_case(mention, mentions, after, sentence)
            if case is GENITIVE and beside and _case_before(mention.start, floor, before, sentence) is TARGET:
                case = TARGET
        if case is None:
            floor = mentions[at - 1].end if at else 0
            case = _case_before(mention.start, floor, before, sentence)
        if case in _COVERBS and at + 1 < len(mentions) and _describes_next(mention, mentions[at + 1], sentence):
            case = INNER
        if case is None and leads and _leads_headline(mention, sentence):
            case = TOPIC
        if case is None and (mention.use == "adjective" or _possessive(mention, sentence)):
            case = GENITIVE if mention.use == "pronoun" else MODIFIER
        if case is PARTNER and beside_strangers(mention, sentence):
            case = None
        if case is None and cased and _same_phrase(cased[-1], mention, sentence):
            case = cased[-1].case
        cased.append(mention.with_case(case) if case else mention)
    return _not_also(cased, sentence)


def _not_also(mentions: list[Mention], sentence: Sentence) -> list[Mention]:
    """The mentions, where one that "also" marks behind the subject of its clause is an object: XはYも非難した."""
    also = sentence.lexicon.grammar.settings.get("also", ())
    if not also or len(mentions) < 2:
        return mentions
    marks = [hit for hit in sentence.cues_of("case") if hit.cue.side == "after"]
    found: list[Mention] = []
    for mention in mentions:
        mark = next((hit for hit in marks if hit.start >= mention.end), None)
        if mention.case is SUBJECT and mark is not None and mark.cue.form in also:
            first, _ = sentence.clauses[sentence.clause_at(mention.start)]
            if any(m.case is SUBJECT and m.start >= first for m in found):
                mention = replace(mention, case=OBJECT, topic=False)
        found.append(mention)
    return found


def _same_phrase(last: Mention, mention: Mention, sentence: Sentence) -> bool:
    """Whether a mention goes on with the phrase that a coverb opened: 對黎巴嫩南部真主黨."""
    if last.case not in _COVERBS or last.case is AGENT or "object_after" not in sentence.lexicon.grammar.settings:
        return False
    gap = sentence.folded[last.end : mention.start]
    if not len(gap) <= _PHRASE or any(character in sentence.lexicon.grammar.stops for character in gap):
        return False
    starts = (*(hit.start for hit in sentence.words), *(hit.start for hit in sentence.cues))
    return not any(last.end <= start < mention.start for start in starts)


def _describes_next(mention: Mention, following: Mention, sentence: Sentence) -> bool:
    """Whether a coverb's name stands in a clause that describes the next: 與俄羅斯親近的中國; it tells no act."""
    if "beside_only" not in sentence.lexicon.grammar.settings:
        return False
    gap = sentence.folded[mention.end : following.start]
    if not 2 < len(gap) <= 10 or not gap.endswith("的") or any(stop in gap for stop in sentence.lexicon.grammar.stops):
        return False
    return not any(mention.end <= hit.start < following.start and hit.traits & EVENT for hit in sentence.words)


def _leads_headline(mention: Mention, sentence: Sentence) -> bool:
    """Whether a mention stands alone at the head of a headline: what follows the space tells of it."""
    text = sentence.folded
    opens = mention.start == 0 or text[mention.start - 1] in "】"
    return opens and text[mention.end : mention.end + 1] in (" ", "\u3000") and not text.rstrip().endswith("。")


def _possessive(mention: Mention, sentence: Sentence) -> bool:
    """Whether a pronoun is a possessive of the language (his, its)."""
    if mention.use != "pronoun":
        return False
    written = sentence.folded[mention.start : mention.end].lower()
    return written in sentence.lexicon.grammar.settings.get("possessives", ())


def _eojeol_case(
    mention: Mention, limit: int, after: dict[int, tuple[int, Case]], sentence: Sentence, rules: Rules
) -> Case | None:
    """The case in a language of eojeols: a syllable that means "to" before the name, else the phrase's particle."""
    text = sentence.folded
    last = text[mention.end - 1]
    if mention.use == "pronoun" and last in rules.pronoun_cases:
        return rules.pronoun_cases[last]
    if text.startswith(rules.topics, mention.end):
        return TOPIC
    if marked_aim(mention.start, text, rules):
        return TARGET
    acts = [(hit.start, hit.end) for hit in sentence.words if hit.traits & EVENT]
    return phrase_case(mention, limit, after, acts, text, rules)


_PLAIN = re.compile(
    r"(?:延べ|\([^()、。]{1,40}\)|[一-龥々ァ-ヶー0-9A-Za-z・%()<>「」『』])*(?:ら(?=[一-龥はがをにとの])|たち|など(?:[一-龥0-9カヵヶ]|か(?=国)){0,8})?"
)


def _head_case(
    mention: Mention, limit: int, after: dict[int, Case], sentence: Sentence, agent_head: re.Pattern[str]
) -> Case | None:
    """The case of the noun phrase that a mention opens, where its last noun can act (中国の船に); else it is an owner.

    A word for an act that touches the mention is its own head: what stands before it is its modifier (訪問, 侵攻).
    """
    at, owned = _past_note(mention.end, limit, sentence.folded), False
    place_head = sentence.lexicon.grammar.shapes["place_head"]
    for _ in range(3):
        tail = _PLAIN.match(sentence.folded, at)
        end = min(tail.end() if tail else at, limit)
        if end > at:
            if any(at <= hit.start and end - 1 <= hit.end <= end and hit.traits & EVENT for hit in sentence.words):
                return GENITIVE if owned else MODIFIER
            acts = agent_head.search(sentence.folded[at:end].rstrip("らたちなど」』)")) is not None
        else:
            acts = not owned
        case = after.get(end)
        if case in (PLACE, TARGET) and place_head.search(sentence.folded, at, end):
            return PLACE
        if case is GENITIVE and end + 1 < limit:
            at, owned = end + 1, True
            continue
        if case in (SUBJECT, TOPIC):
            return case
        if case is None and not owned:
            return None if end in (mention.end, at) or acts else MODIFIER
        return case if acts else GENITIVE if owned else MODIFIER
    return GENITIVE


def _past_note(at: int, limit: int, text: str) -> int:
    """Where a note in brackets right after a name ends (習近平(シー・チンピン)氏は), or the note that a name ends."""
    if text[at : at + 1] == ")":
        return at + 1
    closing = text.find(")", at, limit) if text[at : at + 1] == "(" else -1
    return closing + 1 or at


def _phrase_case(mention: Mention, mentions: list[Mention], after: dict[int, Case], sentence: Sentence) -> Case:
    """The case of the noun phrase that an owner opens: 中国の船に is a target, 中国の主張を stays an owner."""
    limit = min([len(sentence.folded), *(m.start for m in mentions if m.start > mention.end)])
    reach = min(limit, mention.end + int(sentence.lexicon.grammar.settings.get("np_reach", 0)))
    for at in range(mention.end + 1, reach):
        found = after.get(at)
        if found is not None and found is not GENITIVE:
            return found if found in (SUBJECT, AGENT) else GENITIVE
        if sentence.folded[at] in sentence.lexicon.grammar.stops:
            break
    return GENITIVE


def _case_before(start: int, floor: int, before: dict[int, Case], sentence: Sentence) -> Case | None:
    """The case of the coverb or preposition that ends at `start`, or a few plain words before it."""
    if start in before:
        return before[start]
    limit = max(floor, start - int(sentence.lexicon.grammar.settings.get("case_reach", 0)))
    if not any(limit <= at < start for at in before):
        return None
    spaced = sentence.lexicon.grammar.spaced
    for at in range(start - 1, limit - 1, -1):
        character = sentence.folded[at]
        if character in sentence.lexicon.grammar.stops or (spaced and (character.isdigit() or character.isupper())):
            return None
        if at in before and not sentence.folded.endswith(_phrase_ends(sentence), at, start):
            if sentence.folded[:at].endswith(tuple(sentence.lexicon.grammar.settings.get("beside_only", ("\0",)))):
                return None
            verb = any(at <= hit.start < start and hit.traits & VERB for hit in sentence.words)
            return None if verb else before[at]
    return None


def _phrase_ends(sentence: Sentence) -> tuple[str, ...]:
    """Nouns of place and time that end a coverb's phrase, so that a name after them is free (在印太地區美軍)."""
    return tuple(sentence.lexicon.grammar.settings.get("phrase_ends", ())) or ("\0",)
