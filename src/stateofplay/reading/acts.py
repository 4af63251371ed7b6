"""The acts of a sentence: what its words tell, less what only describes, is wished for or is another act's content."""

import re

from stateofplay.reading.act import Act, renamed
from stateofplay.reading.bare_headline import bare_acts
from stateofplay.reading.complement import swallows
from stateofplay.reading.governed import company_of, describes, governs, noun_opens, purpose_of, steered_by, verb_of
from stateofplay.reading.lexicon import LOOSE, NOUN, VERBAL_NOUN
from stateofplay.reading.mention import GENITIVE, PARTNER, PLACE, SUBJECT, TARGET, Mention
from stateofplay.reading.sentence import Sentence, WordHit
from stateofplay.reading.word_class import ADVERB, BE, HAVE, MODAL, Tokens
from stateofplay.reading.wording import acts_of_words, headline_speech

_ARMED = frozenset({"warship", "bomber", "troops"})
_JOINED = frozenset({"AGREE", "COOPERATE", "CONSULT"})


def find_acts(sentence: Sentence, mentions: list[Mention]) -> list[Act]:
    """Acts of the sentence in order, complements swallowed."""
    hits = [hit for hit in sentence.words if hit.traits & LOOSE or _touched(hit, sentence, mentions)]
    if (shape := sentence.lexicon.grammar.shapes["verb_not_after"]) is not None:
        hits = [hit for hit in hits if not (hit.traits & LOOSE and _within_word(hit, sentence, shape))]
    acts = acts_of_words(hits, sentence)
    if sentence.quotes and (spoken := headline_speech(sentence)) is not None:
        acts.append(spoken)
    if "bare_nouns" in sentence.lexicon.grammar.settings:
        acts = bare_acts(acts, sentence, mentions)
    if not acts:
        return acts
    acts = [act for at, act in enumerate(acts) if not _inside_other(act, at, acts)]
    if sentence.joints:
        acts = [act for act in acts if not (act.concept.endswith("+statement") and act.start in sentence.joints)]
    acts = [act for act in acts if act.needs != "pivot" or _has_pivot(act, sentence, mentions)]
    acts = [act for act in acts if act.needs != "pair" or _has_pair(act, sentence, mentions)]
    if sentence.quotes:
        acts = [act for act in acts if sentence.open_at(act.head)]
    if "compound" in sentence.lexicon.grammar.settings:
        acts = [act for act in acts if not _in_compound(act, sentence) and not _unreal(act, sentence)]
    if sentence.tokens is not None:
        acts = [_sailing(_exercised_jointly(act, sentence), sentence) for act in acts if not _at_things(act, sentence)]
    if sentence.lexicon.grammar.order == "sov" or not sentence.lexicon.grammar.spaced:
        acts = [_aimed(_with_company(act, sentence, mentions), sentence, mentions) for act in acts]
    if (foreseen := sentence.lexicon.grammar.shapes["warns_of"]) is not None:
        acts = [act for act in acts if not _only_foresees(act, foreseen, sentence, mentions)]
    if takers := [act for act in acts if act.takes == "swallow"]:
        acts = [act for act in acts if not any(swallows(other, act, sentence, mentions) for other in takers)]
    if "hopes_of" in sentence.lexicon.grammar.settings:
        acts = [act for act in acts if act.needs != "pivot" or _hopes_of_another(act, mentions)]
    if sentence.lexicon.grammar.order == "sov":
        acts = [act for act in acts if not any(_says_again(other, act, sentence, mentions) for other in acts)]
        acts = [act for act in acts if not any(_died_of(other, act) for other in acts)]
    if (tokens := sentence.tokens) is None:
        return acts
    acts = [act for act in acts if not _only_company(act, acts, tokens) and not _only_claims(act, sentence)]
    acts = [act for act in acts if not _only_purpose(act, acts, tokens) and not _describes(act, tokens)]
    return [act for act in acts if not _only_dates(act, sentence, tokens) and not _only_object(act, acts, tokens)]


def _only_foresees(act: Act, shape: re.Pattern[str], sentence: Sentence, mentions: list[Mention]) -> bool:
    """Whether a warning is but of what may come, and is said to nobody (…恐れがあると警告した): it threatens none."""
    if act.type != "THREATEN" or not shape.search(sentence.folded, 0, act.head):
        return False
    return not any(m.case is TARGET and m.end <= act.head for m in mentions)


def _says_again(other: Act, act: Act, sentence: Sentence, mentions: list[Mention]) -> bool:
    """Whether a later act tells the earlier one too: what a crowd calls for as it marches, the vote that elects."""
    if act.head >= other.head:
        return False
    if act.noun and not other.noun and act.type == other.type == "TRANSITION":
        return act.clause == other.clause
    between = (m for m in mentions if act.head_end <= m.start < other.head)
    called = other.type == "PROTEST" and act.type in ("REQUEST", "ACCUSE", "REJECT")
    if not called or any(m.case is SUBJECT for m in between):
        return False
    if not any(m.case is SUBJECT for m in mentions if act.bounds[0] <= m.start < act.start):
        return True
    stranger = sentence.lexicon.grammar.shapes["unknown_subject"]
    return stranger is None or stranger.search(sentence.folded, act.head_end, other.start) is None


def _died_of(other: Act, act: Act) -> bool:
    """Whether an act only tells who died of an attack that the clause tells before it as a noun (공습으로 숨졌다)."""
    attack = other.noun and other.type == "ASSAULT" and other.clause == act.clause
    return act.concept == "be-killed" and attack and other.head < act.head


def _describes(act: Act, tokens: Tokens) -> bool:
    """Whether an act told as a noun only describes the noun after it (riot police, a ceasefire line)."""
    return act.noun and describes(act.head_end, tokens)


def _only_purpose(act: Act, acts: list[Act], tokens: Tokens) -> bool:
    """Whether an act is but the purpose of another that is told ("flew to Kyiv to discuss aid")."""
    at = tokens.at(act.head)
    verb = purpose_of(verb_of(at, tokens) if act.noun else at, tokens)
    return verb >= 0 and any(tokens.at(other.head) == verb for other in acts)


def _only_claims(act: Act, sentence: Sentence) -> bool:
    """Whether a verb means less than its act: "suggested that Peru might sell", "struck a friendly tone"."""
    shapes = sentence.lexicon.grammar.shapes["claims"]
    if shapes is None or act.type not in shapes or (act.noun and act.type != "RETREAT"):
        return False
    return shapes[act.type].match(sentence.folded, act.head) is not None


def _only_dates(act: Act, sentence: Sentence, tokens: Tokens) -> bool:
    """Whether a change of leader only says before what something else is ("ahead of the Chilean election")."""
    shape = sentence.lexicon.grammar.shapes["only_before"]
    if shape is None or not act.noun or act.type != "TRANSITION":
        return False
    first = noun_opens(tokens.at(act.head), tokens)
    return shape.search(sentence.folded, 0, tokens.starts[first]) is not None


def _only_object(act: Act, acts: list[Act], tokens: Tokens) -> bool:
    """Whether a noun is but the object of a verb that tells the same act ("fought skirmishes")."""
    if not act.noun:
        return False
    at = tokens.at(act.head)
    verbs = (tokens.at(other.head) for other in acts if not other.noun and other.type == act.type)
    return any(verb < at and governs(verb, at, tokens) for verb in verbs)


def _only_company(act: Act, acts: list[Act], tokens: Tokens) -> bool:
    """Whether somebody is joined only in what another verb tells ("joined Peru in blaming Chile")."""
    if act.concept != "join":
        return False
    at = tokens.at(act.head)
    return any(company_of(tokens.at(other.head), tokens) == at for other in acts)


def _aimed(act: Act, sentence: Sentence, mentions: list[Mention]) -> Act:
    """A missile fired at somebody is an attack, not a test; the settings say for which languages this holds."""
    fired = act.type == "MOBILIZE" and act.concept.startswith(("test-fire", "launch+missile"))
    if not fired or act.noun or not sentence.lexicon.grammar.settings.get("aimed"):
        return act
    first, _ = act.bounds
    never = sentence.lexicon.grammar.shapes["never_aimed"]
    if never is not None and never.search(sentence.folded, act.start, act.end):
        return act
    shape = sentence.lexicon.grammar.shapes["aimed_at"]
    placed = shape is not None and shape.search(sentence.folded[first : act.head]) is not None
    if not placed and not any(first <= m.start < act.head and m.case is TARGET for m in mentions):
        return act
    return renamed(act, type="ASSAULT", why="at somebody", frame="toward")


def _at_things(act: Act, sentence: Sentence) -> bool:
    """Whether what looks aimed is not: fired at an hour of the clock, threatening peace and order."""
    shapes, after = sentence.lexicon.grammar.shapes, sentence.folded[act.head_end :]
    at_hour = act.type == "ASSAULT" and sentence.folded[: act.head_end].endswith(" at")
    shape = shapes["clock"] if at_hour else shapes["menaced"] if act.type == "THREATEN" else None
    return shape is not None and shape.match(after) is not None


def _exercised_jointly(act: Act, sentence: Sentence) -> Act:
    """An exercise of two together, or with somebody, is cooperation (bilateral naval exercises with Oman)."""
    if act.concept != "drill-alone" or sentence.tokens is None:
        return act
    tokens = sentence.tokens
    first = max(0, noun_opens(tokens.at(act.head), tokens) - 1)
    marks = sentence.lexicon.grammar.settings.get("together", ())
    near = tokens.words[first : tokens.at(act.head) + 1] + tokens.words[tokens.at(act.head_end) :][:1]
    if not any(word in marks for word in near):
        return act
    return renamed(act, type="COOPERATE", why="together", frame="mutual")


def _sailing(act: Act, sentence: Sentence) -> Act:
    """A journey of warships or troops is no visit (a destroyer headed for Guam, bombers flew to Minsk)."""
    if act.concept not in ("visit", "travel") or act.noun or sentence.tokens is None:
        return act
    tokens = sentence.tokens
    at = tokens.at(act.head) - 1
    while at > 0 and tokens.kinds[at] in (ADVERB, BE, HAVE, MODAL):
        at -= 1
    hit = sentence.word_at(tokens.starts[at])
    if at < 0 or hit is None or not any(word.concept.name in _ARMED for word in hit.words):
        return act
    return renamed(act, type="MOBILIZE", why="of forces", frame="toward")


def _with_company(act: Act, sentence: Sentence, mentions: list[Mention]) -> Act:
    """An exercise of several actors is cooperation; a complaint by a crowd is a protest."""
    first, _ = act.bounds
    if act.concept.endswith("drill-alone"):
        before = [m for m in mentions if first <= m.start and m.end <= act.head]
        if sentence.lexicon.grammar.order != "sov":
            before = before[-1:]
        else:
            before += [m for m in mentions if m.end <= first and m.case is SUBJECT]
        if any(len(m.actors) > 1 or m.case is PARTNER for m in before):
            return renamed(act, type="COOPERATE", why="several together")
    if act.concept == "hold+drill" and sentence.lexicon.grammar.settings.get("lone_drills") and not act.noun:
        inside = [m for m in mentions if m.start < act.head]
        leads = [m for m in inside if m.start == 0 and sentence.folded.startswith("、", m.end)]
        named = {actor for m in inside if m.case in (SUBJECT, PARTNER) or m in leads for actor in m.actors}
        if len(named) == 1 and not any(len(m.actors) > 1 or m.case is PARTNER for m in inside):
            return renamed(act, type="MOBILIZE", why="alone", frame="toward")
    if act.concept == "deploy" and _sends_envoy(first, act, sentence):
        return renamed(act, type="CONSULT", why="an envoy sent", frame="mutual")
    if act.concept == "reaffirm":
        level = sentence.quote_at(act.head)
        beside = [m for m in mentions if first <= m.start and m.end <= act.head and sentence.quote_at(m.start) == level]
        if any(len(m.actors) > 1 for m in beside):
            return renamed(act, type="AGREE", why="several together", frame="mutual")
    if act.type in _JOINED:
        proposes = sentence.lexicon.grammar.shapes["proposes"]
        if proposes and proposes.match(sentence.folded[act.head_end - 1 :]):
            return renamed(act, type="REQUEST", why="proposed", frame="toward")
    if act.concept == "complain":
        crowd = sentence.lexicon.grammar.shapes["crowd"]
        if crowd and crowd.search(sentence.folded[: act.head]):
            return renamed(act, type="PROTEST", why="by a crowd", frame="domestic")
    return act


def _sends_envoy(first: int, act: Act, sentence: Sentence) -> bool:
    """Whether who is sent is the holder of an office (장관을 미국에 급파해), so that it is for talks."""
    marks = tuple(sentence.lexicon.grammar.settings.get("object_marks", ()))
    titles = (hit for hit in sentence.cues_of("title") if first <= hit.start and hit.end <= act.head)
    return bool(marks) and any(sentence.folded.startswith(marks, hit.end) for hit in titles)


def _in_compound(act: Act, sentence: Sentence) -> bool:
    """Whether an act told as a noun is but the first part of a longer noun (攻撃機, 会談場): that tells no act."""
    shape = sentence.lexicon.grammar.shapes["compound"]
    ends = sentence.folded[max(0, act.head_end - 1) : act.head_end]
    joined = not "\u3040" <= ends <= "\u309f" and shape.match(sentence.folded[act.head_end :]) is not None
    return act.noun and act.start == act.head and joined


def _unreal(act: Act, sentence: Sentence) -> bool:
    """Whether an act told as a noun is only guarded against, feared or aimed at (공격에 대비해): nobody did it."""
    shape = sentence.lexicon.grammar.shapes["noun_unreal"]
    told_as_noun = act.noun or act.end > act.head_end
    ought = sentence.lexicon.grammar.shapes["ought"]
    if ought and act.noun and ought.search(sentence.folded):
        return True
    scene = sentence.lexicon.grammar.shapes["scene_of"]
    if scene is not None and act.end > act.head_end and scene.match(sentence.folded, act.head):
        return True
    return shape is not None and told_as_noun and shape.match(sentence.folded, act.end) is not None


def _has_pivot(act: Act, sentence: Sentence, mentions: list[Mention]) -> bool:
    """Whether somebody else is named right after the word as the one who is to act: 希望美國..., not 希望擴大..."""
    if sentence.lexicon.grammar.order == "sov":
        return True
    if sentence.tokens is not None:
        return steered_by(sentence.tokens.at(act.head), sentence.tokens.at(act.head_end), sentence.tokens)
    reach = act.head_end + int(sentence.lexicon.grammar.settings.get("pivot_reach", 24))
    return any(
        act.head_end <= m.start <= reach and m.case not in (TARGET, PARTNER, PLACE) and _may_act(m, sentence)
        for m in mentions
    )


def _hopes_of_another(act: Act, mentions: list[Mention]) -> bool:
    """Whether a state besides the one that hopes is named before as the one who is to act, or by what it owns.

    What both are to do together is but a good wish (양국의 협력이 깊어지길 기대한다).
    """
    before = [m for m in mentions if m.end <= act.head and len(m.actors) == 1]
    first = next((m for m in before if m.case is SUBJECT), None)
    named = (m for m in before if m is not first and m.case in (SUBJECT, TARGET, GENITIVE))
    return any(first is None or m.actors != first.actors for m in named)


def _may_act(mention: Mention, sentence: Sentence) -> bool:
    """Whether a group named after a word of hope is to act (希望兩韓停止…), not only owns a noun (推動兩韓對話)."""
    shape = sentence.lexicon.grammar.shapes["pivot_group"]
    if shape is None or mention.use != "group":
        return True
    return shape.match(sentence.folded[mention.end :]) is not None


def _has_pair(act: Act, sentence: Sentence, mentions: list[Mention]) -> bool:
    """Whether several actors decide here, or one with a partner (양국은 협력하기로 했다): then they agree.

    Not where the partner only tells which thing one decides on (이란과의 교역을 끊기로 했다).
    """
    first, _ = act.bounds
    before = [m for m in mentions if m.end <= act.head]
    if any(m.case is SUBJECT and len(m.actors) > 1 for m in before):
        return True
    owns = tuple(sentence.lexicon.grammar.settings.get("partner_of_noun", ("\0",)))
    return any(m.case is PARTNER and first <= m.start and not sentence.folded.startswith(owns, m.end) for m in before)


def _inside_other(act: Act, at: int, acts: list[Act]) -> bool:
    """Whether another act's words cover this one's (the longer reading wins, then the earlier)."""
    for place, other in enumerate(acts):
        if place == at or other.head > act.head_end:
            continue
        covers = other.head <= act.head and act.head_end <= other.head_end
        longer = other.head_end - other.head > act.head_end - act.head
        if covers and (longer or (place < at and not act.end - act.start > other.end - other.start)):
            return True
    return False


def _touched(hit: WordHit, sentence: Sentence, mentions: list[Mention]) -> bool:
    """Whether an actor touches the word: one that is tight counts only there."""
    reach = int(sentence.lexicon.grammar.settings.get("tight_reach", 0))
    stops, text = sentence.lexicon.grammar.stops, sentence.folded
    return any(
        (abs(m.start - hit.end) <= reach and not any(c in stops for c in text[hit.end : m.start]))
        or (abs(hit.start - m.end) <= reach and not any(c in stops for c in text[m.end : hit.start]))
        for m in mentions
    )


def _within_word(hit: WordHit, sentence: Sentence, shape: re.Pattern[str]) -> bool:
    """Whether a verb is but the end of a longer word (外す in 除外する): what precedes ends no word.

    One told with its object (大使を呼び戻す) may begin within a longer noun (駐米大使).
    """
    if hit.end - hit.start > 1 and hit.traits & (NOUN | VERBAL_NOUN):
        return False
    if shape.search(sentence.folded[max(0, hit.start - 1) : hit.start + 1]) is None:
        return False
    marks = sentence.lexicon.grammar.settings.get("object_marks", ())
    return not any(sentence.folded.find(mark, hit.start + 1, hit.end) >= 0 for mark in marks)
