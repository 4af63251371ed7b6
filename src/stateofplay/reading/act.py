"""An act: a word, or an op and a thing together, that tells an event, before anyone knows who did it.

An act whose word takes a complement (to demand, to threaten, to agree) swallows the acts told inside that complement:
they are its content, not events of their own.
"""

import re
from dataclasses import dataclass, replace

from stateofplay.reading.governed import describes, governs, noun_opens, purpose_of, steered_by, told_inside, verb_of
from stateofplay.reading.lexicon import Combination, Word, combinations
from stateofplay.reading.mention import Case, Mention
from stateofplay.reading.sentence import Sentence, WordHit

_REACTIONS = frozenset({"REJECT", "ACCUSE", "SUPPORT"})
_TOLD_OF = frozenset({"ACCUSE", "REQUEST", "THREATEN"})
_OPENS = 3
"""Characters that may stand before the name with which a clause opens."""
_JOINED = frozenset({"AGREE", "COOPERATE", "CONSULT"})
_VERBAL = frozenset({"base", "s", "ed", "ing", "stem"})


@dataclass(frozen=True, kw_only=True)
class Act:
    """`start`..`end` covers all its words, `head`..`head_end` the one that governs. `noun`: told as a noun.

    `strength` in 0..1 says how surely the words alone mean this type.
    """

    start: int
    end: int
    head: int
    head_end: int
    type: str
    frame: str
    takes: str
    concept: str
    noun: bool
    needs: str
    strength: float
    why: str
    goal: tuple[str, ...] = ()


def find_acts(sentence: Sentence, mentions: list[Mention]) -> list[Act]:
    """Acts of the sentence in order, complements swallowed."""
    hits = [hit for hit in sentence.words if _counts(hit, sentence, mentions)]
    combined, used = _combined(hits, sentence)
    single = [act for hit in hits if hit not in used and (act := _single(hit, sentence)) is not None]
    acts = sorted(combined + single, key=lambda act: (act.head, -act.end))
    acts = [act for at, act in enumerate(acts) if not _inside_other(act, at, acts)]
    acts = [act for act in acts if not (act.concept.endswith("+statement") and act.start in sentence.joints)]
    acts = [act for act in acts if act.needs != "pivot" or _has_pivot(act, sentence, mentions)]
    acts = [act for act in acts if act.needs != "pair" or _has_pair(act, sentence, mentions)]
    if sentence.quotes:
        acts = [act for act in acts if sentence.open_at(act.head)]
    if "compound" in sentence.lexicon.grammar.settings:
        acts = [act for act in acts if not _in_compound(act, sentence) and not _unreal(act, sentence)]
    if sentence.tokens is not None:
        acts = [_exercised_jointly(act, sentence) for act in acts]
    if sentence.lexicon.grammar.order == "sov" or not sentence.lexicon.grammar.spaced:
        acts = [_aimed(_with_company(act, sentence, mentions), sentence, mentions) for act in acts]
    acts = [
        act for act in acts if not any(_swallows(other, act, sentence, mentions) for other in acts if other is not act)
    ]
    if sentence.lexicon.grammar.order == "sov":
        acts = [act for act in acts if not any(_says_again(other, act, mentions, sentence) for other in acts)]
    return [act for act in acts if not _only_purpose(act, acts, sentence) and not _describes(act, sentence)]


def _says_again(other: Act, act: Act, mentions: list[Mention], sentence: Sentence) -> bool:
    """Whether a later act tells the earlier one too: what a crowd calls for as it marches, the vote that elects."""
    if act.head >= other.head:
        return False
    if act.noun and not other.noun and act.type == other.type == "TRANSITION":
        return sentence.clause_at(act.head) == sentence.clause_at(other.head)
    between = (m for m in mentions if act.head_end <= m.start < other.head)
    called = other.type == "PROTEST" and act.type in ("REQUEST", "ACCUSE", "REJECT")
    return called and not any(m.case is Case.SUBJECT for m in between)


def _describes(act: Act, sentence: Sentence) -> bool:
    """Whether an act told as a noun only describes the noun after it (riot police, a ceasefire line)."""
    return sentence.tokens is not None and act.noun and describes(act.head_end, sentence.tokens)


def _only_purpose(act: Act, acts: list[Act], sentence: Sentence) -> bool:
    """Whether an act is but the purpose of another that is told ("flew to Kyiv to discuss aid")."""
    if sentence.tokens is None:
        return False
    at = sentence.tokens.at(act.head)
    verb = purpose_of(verb_of(at, sentence.tokens) if act.noun else at, sentence.tokens)
    return verb >= 0 and any(sentence.tokens.at(other.head) == verb for other in acts)


def _aimed(act: Act, sentence: Sentence, mentions: list[Mention]) -> Act:
    """A missile fired at somebody is an attack, not a test; the settings say for which languages this holds."""
    fired = act.type == "MOBILIZE" and act.concept.startswith(("test-fire", "launch+missile"))
    if not fired or act.noun or not sentence.lexicon.grammar.settings.get("aimed"):
        return act
    first, _ = sentence.clauses[sentence.clause_at(act.head)]
    shape = sentence.lexicon.grammar.settings.get("aimed_at")
    placed = shape is not None and re.search(shape, sentence.folded[first : act.head]) is not None
    if not placed and not any(first <= m.start < act.head and m.case is Case.TARGET for m in mentions):
        return act
    return replace(renamed(act, type="ASSAULT", why="at somebody"), frame="toward")


def _exercised_jointly(act: Act, sentence: Sentence) -> Act:
    """An exercise of two together, or with somebody, is cooperation (bilateral naval exercises with Oman)."""
    if act.concept != "drill-alone" or sentence.tokens is None:
        return act
    tokens = sentence.tokens
    first = noun_opens(tokens.at(act.head), tokens)
    marks = sentence.lexicon.grammar.settings.get("together", ())
    near = tokens.words[first : tokens.at(act.head) + 1] + tokens.words[tokens.at(act.head_end) :][:1]
    if not any(word in marks for word in near):
        return act
    return replace(renamed(act, type="COOPERATE", why="together"), frame="mutual")


def _with_company(act: Act, sentence: Sentence, mentions: list[Mention]) -> Act:
    """An exercise of several actors is cooperation; a complaint by a crowd is a protest."""
    first, _ = sentence.clauses[sentence.clause_at(act.head)]
    if act.concept.endswith("drill-alone"):
        before = [m for m in mentions if first <= m.start and m.end <= act.head]
        if sentence.lexicon.grammar.order != "sov":
            before = before[-1:]
        else:
            before += [m for m in mentions if m.end <= first and m.case is Case.SUBJECT]
        if any(len(m.actors) > 1 or m.case is Case.PARTNER for m in before):
            return renamed(act, type="COOPERATE", why="several together")
    if act.concept == "hold+drill" and sentence.lexicon.grammar.settings.get("lone_drills") and not act.noun:
        inside = [m for m in mentions if m.start < act.head]
        named = {actor for m in inside if m.case in (Case.SUBJECT, Case.PARTNER) for actor in m.actors}
        if len(named) == 1 and not any(len(m.actors) > 1 or m.case is Case.PARTNER for m in inside):
            return replace(renamed(act, type="MOBILIZE", why="alone"), frame="toward")
    level = sentence.quote_at(act.head)
    beside = [m for m in mentions if first <= m.start and m.end <= act.head and sentence.quote_at(m.start) == level]
    if act.concept == "reaffirm" and any(len(m.actors) > 1 for m in beside):
        return replace(renamed(act, type="AGREE", why="several together"), frame="mutual")
    proposes = sentence.lexicon.grammar.settings.get("proposes")
    if proposes and act.type in _JOINED and re.match(proposes, sentence.folded[act.head_end - 1 :]):
        return replace(renamed(act, type="REQUEST", why="proposed"), frame="toward")
    crowd = sentence.lexicon.grammar.settings.get("crowd")
    if act.concept == "complain" and crowd and re.search(crowd, sentence.folded[: act.head]):
        return replace(renamed(act, type="PROTEST", why="by a crowd"), frame="domestic")
    return act


def _in_compound(act: Act, sentence: Sentence) -> bool:
    """Whether an act told as a noun is but the first part of a longer noun (攻撃機, 会談場): that tells no act."""
    shape = sentence.lexicon.grammar.settings["compound"]
    ends = sentence.folded[max(0, act.head_end - 1) : act.head_end]
    joined = not "\u3040" <= ends <= "\u309f" and re.match(shape, sentence.folded[act.head_end :]) is not None
    return act.noun and act.start == act.head and joined


def _unreal(act: Act, sentence: Sentence) -> bool:
    """Whether an act told as a noun is only guarded against, feared or aimed at (공격에 대비해): nobody did it."""
    shape = sentence.lexicon.grammar.settings.get("noun_unreal")
    told_as_noun = act.noun or act.end > act.head_end
    ought = sentence.lexicon.grammar.settings.get("ought")
    if ought and act.noun and re.search(ought, sentence.folded):
        return True
    return shape is not None and told_as_noun and re.match(shape, sentence.folded[act.end :]) is not None


def complement(act: Act, sentence: Sentence) -> tuple[int, int]:
    """Where the content of a complement-taking act is told: after it in svo languages, before it in sov languages."""
    first, last = sentence.clauses[sentence.clause_at(act.head)]
    if act.concept == "reaffirm" and act.head_end >= last - 1 and sentence.lexicon.grammar.settings.get("topic_chain"):
        ends = [at for at in (sentence.folded.find(stop, act.head_end) for stop in "；;") if at >= 0]
        return act.head_end, min(ends, default=len(sentence.folded))
    if sentence.lexicon.grammar.order != "svo":
        return min(first, quote_before(act, sentence)), act.head
    last = content_end(act, sentence) or last
    goes_on = tuple(sentence.lexicon.grammar.settings.get("goes_on", ()))
    for start, end in sentence.clauses[sentence.clause_at(act.head) + 1 :] if goes_on else ():
        if not sentence.folded.startswith(goes_on, start):
            break
        last = end
    return act.head_end, last


def content_end(act: Act, sentence: Sentence) -> int | None:
    """Where the content ends that follows words of blame, demand or threat behind a comma (他批評，美國 …); else None.

    In a language of topic chains, where the next clause opens with a name.
    """
    at = sentence.clause_at(act.head)
    if act.type not in _TOLD_OF or act.concept == "invite" or act.takes != "swallow" or act.noun:
        return None
    if at + 1 >= len(sentence.clauses) or act.head_end < sentence.clauses[at][1] - 1:
        return None
    first, last = sentence.clauses[at + 1]
    if not sentence.lexicon.grammar.settings.get("topic_chain"):
        return None
    if sentence.folded[first] in "「“『‘":
        return last
    opens = next((hit.start for hit in sentence.names if 0 <= hit.start - first <= _OPENS), None)
    if opens is None or any(first <= hit.start < opens for hit in sentence.words):
        return None
    return last


def _has_pivot(act: Act, sentence: Sentence, mentions: list[Mention]) -> bool:
    """Whether somebody else is named right after the word as the one who is to act: 希望美國..., not 希望擴大..."""
    if sentence.lexicon.grammar.order == "sov":
        return True
    if sentence.tokens is not None:
        return steered_by(sentence.tokens.at(act.head), sentence.tokens.at(act.head_end), sentence.tokens)
    reach = act.head_end + int(sentence.lexicon.grammar.settings.get("pivot_reach", 24))
    return any(
        act.head_end <= m.start <= reach
        and m.case not in (Case.TARGET, Case.PARTNER, Case.PLACE)
        and _may_act(m, sentence)
        for m in mentions
    )


def _may_act(mention: Mention, sentence: Sentence) -> bool:
    """Whether a group named after a word of hope is to act (希望兩韓停止…), not only owns a noun (推動兩韓對話)."""
    shape = sentence.lexicon.grammar.settings.get("pivot_group")
    if shape is None or mention.use != "group":
        return True
    return re.match(shape, sentence.folded[mention.end :]) is not None


def _has_pair(act: Act, sentence: Sentence, mentions: list[Mention]) -> bool:
    """Whether several actors decide here, or one with a partner (양국은 협력하기로 했다): then they agree."""
    first, _ = sentence.clauses[sentence.clause_at(act.head)]
    before = [m for m in mentions if m.end <= act.head]
    if any(m.case is Case.SUBJECT and len(m.actors) > 1 for m in before):
        return True
    return any(m.case is Case.PARTNER and first <= m.start for m in before)


def _in_content(other: Act, act: Act, sentence: Sentence, mentions: list[Mention]) -> bool:
    """Whether an act of an earlier clause is content too: its own subject stands behind the topic that asks or claims.

    중국은 일본이 발언을 철회하고 … 바로잡을 것을 촉구했다: it is Japan that is to take it back.
    """
    shape = sentence.lexicon.grammar.settings.get("content_end")
    if shape is None or act.head >= other.head or not re.search(shape, sentence.folded[: other.head]):
        return False
    if re.search(sentence.lexicon.grammar.settings["report_end"], sentence.folded[act.head_end : other.head]):
        return False
    topics = [m for m in mentions if m.topic and m.end <= act.head]
    doers = [m for m in mentions if m.case is Case.SUBJECT and not m.topic and topics and m.start > topics[-1].end]
    return (
        bool(topics and doers)
        and doers[0].end <= act.head
        and not any(m.topic or m.end > act.head for m in doers if m.end <= other.head)
    )


def quote_before(act: Act, sentence: Sentence) -> int:
    """Where the speech opens that the act takes up ("…"고 비난했다); the act's own place where there is none."""
    shape = sentence.lexicon.grammar.settings.get("quote_taken_up")
    match = re.search(shape, sentence.folded[: act.head]) if shape else None
    if match is None:
        return act.head
    closing = match.start()
    mark = {"”": "“", "’": "‘"}.get(sentence.folded[closing], sentence.folded[closing])
    opening = sentence.folded.rfind(mark, 0, closing)
    return opening if opening >= 0 else act.head


def _stands_apart(act: Act, sentence: Sentence) -> bool:
    """Whether an act is told on its own inside a complement: as a condition, or as what an actor named next does."""
    settings = sentence.lexicon.grammar.settings
    if act.noun and "apart_noun" in settings and sentence.folded[: act.start].endswith(settings["owner_mark"]):
        return re.compile(settings["apart_noun"]).match(sentence.folded, act.head_end) is not None
    shape = settings.get("apart")
    if shape is None or act.noun:
        return False
    match = re.match(shape, sentence.folded[act.head_end :])
    if match is None:
        return False
    return match["noun"] is None or any(hit.start == act.head_end + match.start("noun") for hit in sentence.names)


def _swallows(other: Act, act: Act, sentence: Sentence, mentions: list[Mention]) -> bool:
    if other.takes != "swallow" or other.head == act.head or _stands_apart(act, sentence):
        return False
    if sentence.tokens is not None:
        tokens = sentence.tokens
        return told_inside(tokens.at(other.head), tokens.at(act.head), tokens)
    first, last = complement(other, sentence)
    if not first <= act.head < last:
        return _in_content(other, act, sentence, mentions)
    return not _told_as_fact(act, other, sentence)


def _told_as_fact(act: Act, other: Act, sentence: Sentence) -> bool:
    """Whether an act stands before another as a fact (보낸 사실을 시인), not as what is asked or claimed."""
    settings, text = sentence.lexicon.grammar.settings, sentence.folded
    if "factive" not in settings:
        return False
    if re.search(settings["factive"], text[act.head_end : other.head]):
        return True
    if act.noun:
        owners = (text[hit.end : act.start] for hit in sentence.names if hit.end <= act.start)
        return other.type in _REACTIONS and any(re.fullmatch(settings["owned"], gap) for gap in owners)
    heads = (text[act.head_end : hit.start] for hit in sentence.names if act.head_end < hit.start <= other.head)
    return any(re.fullmatch(settings["relative"], gap) for gap in heads)


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


def _counts(hit: WordHit, sentence: Sentence, mentions: list[Mention]) -> bool:
    """A tight word counts only where an actor touches it."""
    if not all(word.tight for word in hit.words):
        return not _within_word(hit, sentence)
    reach = int(sentence.lexicon.grammar.settings.get("tight_reach", 0))
    stops, text = sentence.lexicon.grammar.stops, sentence.folded
    return any(
        (abs(m.start - hit.end) <= reach and not any(c in stops for c in text[hit.end : m.start]))
        or (abs(hit.start - m.end) <= reach and not any(c in stops for c in text[m.end : hit.start]))
        for m in mentions
    )


def _within_word(hit: WordHit, sentence: Sentence) -> bool:
    """Whether a verb is but the end of a longer word (外す in 除外する): what precedes ends no word."""
    shape = sentence.lexicon.grammar.settings.get("verb_not_after")
    if shape is None or any(word.part != "v" for word in hit.words):
        return False
    return re.search(shape, sentence.folded[max(0, hit.start - 1) : hit.start + 1]) is not None


def _combined(hits: list[WordHit], sentence: Sentence) -> tuple[list[Act], list[WordHit]]:
    """Acts that an op makes with the nearest thing of its clause, and the hits they used."""
    acts: list[Act] = []
    used: list[WordHit] = []
    verb_last = sentence.lexicon.grammar.order == "sov"
    relative = [
        hit for hit in hits if not sentence.lexicon.grammar.spaced and sentence.folded[hit.end : hit.end + 1] == "的"
    ]
    for hit in [hit for hit in hits if hit not in relative] + relative if not verb_last else hits:
        ops = [word for word in _likely(hit, sentence) if word.concept.part in ("op", "act")]
        best: tuple[int, WordHit, Word, Combination] | None = None
        for other in hits if ops else ():
            for op in ops:
                for thing in other.words:
                    found = combinations().get((op.concept.name, thing.concept.name))
                    if found is None or other is hit or _told_as_verb(other, sentence):
                        continue
                    away = _distance(hit, other, sentence)
                    if away is not None and (best is None or away < best[0]):
                        best = (away, other, op, found)
        backward = best is not None and verb_last and best[1].start > hit.start
        if best is not None and (backward or best[1] not in used):
            acts.append(_of_combination(hit, best[1], best[2], best[3], sentence))
            used += [hit] if backward else [hit, best[1]]
    return acts, used


def _told_as_verb(hit: WordHit, sentence: Sentence) -> bool:
    """Whether a verbal noun stands with its own verb endings (촉구했다): it is no thing of another verb."""
    endings = tuple(sentence.lexicon.grammar.settings.get("verb_endings", ()))
    verb = all(word.part == "v" for word in hit.words)
    return bool(endings) and (verb or sentence.folded.startswith(endings, hit.end))


def _distance(op: WordHit, thing: WordHit, sentence: Sentence) -> int | None:
    """Characters between op and thing, the unusual order counted double; None when too far or in another clause."""
    reach = int(sentence.lexicon.grammar.settings.get("combination_reach", 20))
    after = thing.start >= op.end
    gap = thing.start - op.end if after else op.start - thing.end
    apart = sentence.clause_at(op.start) != sentence.clause_at(thing.start)
    if gap < 0 or gap > reach or (apart and not (after and sentence.tokens is not None)):
        return None
    if sentence.tokens is not None:
        tokens = sentence.tokens
        return gap if governs(tokens.at(op.start), tokens.at(thing.start), tokens) else None
    usual = after == (sentence.lexicon.grammar.order == "svo")
    aside = tuple(sentence.lexicon.grammar.settings.get("not_object", ()))
    if aside and not after and sentence.folded.startswith(aside, thing.end):
        return None
    if usual and any(thing.end < at <= op.start for at in sentence.joints):
        return None
    if usual and sentence.lexicon.grammar.order == "svo":
        return _to_head(op, thing, gap, reach, sentence)
    if usual:
        return gap
    if sentence.lexicon.grammar.order == "sov" and not _modifying(op, thing, sentence):
        return None
    return gap * 2 + 4 + (reach if sentence.lexicon.grammar.order == "svo" else 0)


def _modifying(op: WordHit, thing: WordHit, sentence: Sentence) -> bool:
    """Whether an op before its thing modifies it (発動した制裁): no comma, and no particle of a noun right after it."""
    between = sentence.folded[op.end : thing.start]
    noun = sentence.lexicon.grammar.settings.get("noun_marks")
    return noun is None or not ("、" in between or between.startswith(tuple(noun)))


def _to_head(op: WordHit, thing: WordHit, gap: int, reach: int, sentence: Sentence) -> int | None:
    """Farness of a thing behind its op where the head of a noun phrase stands last: the last before verb or list."""
    wished = all(word.concept.takes == "plan" for word in op.words)
    between = [hit for hit in sentence.words if op.end <= hit.start < thing.start]
    if not wished and any(all(word.part == "v" for word in hit.words) for hit in between):
        return None
    if "、" in sentence.folded[op.end : thing.start]:
        return gap + reach
    return reach - gap


def _of_combination(hit: WordHit, other: WordHit, op: Word, found: Combination, sentence: Sentence) -> Act:
    return Act(
        start=min(hit.start, other.start),
        end=max(hit.end, other.end),
        head=hit.start,
        head_end=hit.end,
        type=found.type,
        frame=found.frame,
        takes=found.takes,
        concept=f"{found.op}+{found.thing}",
        noun=_is_noun(hit, op, sentence),
        needs="partner" if _one_sided(found, other, sentence) else "",
        strength=0.85,
        why=f"{found.op} + {found.thing}: {_written(hit, sentence)} … {_written(other, sentence)}",
        goal=next((word.goal for word in (*other.words, op) if word.goal), ()),
    )


def _one_sided(found: Combination, thing: WordHit, sentence: Sentence) -> bool:
    """Whether it takes two: for a statement that is not called joint, and a meeting, in languages that say so."""
    marks = sentence.lexicon.grammar.settings.get("joint_marks")
    if found.op == "hold" and found.thing == "channel" and sentence.lexicon.grammar.settings.get("topic_chain"):
        return True
    return found.thing == "statement" and marks is not None and not _written(thing, sentence).startswith(tuple(marks))


def _written(hit: WordHit, sentence: Sentence) -> str:
    return sentence.text[hit.start : hit.end]


def _single(hit: WordHit, sentence: Sentence) -> Act | None:
    """The act of one word: an act word, or a thing that names an event (a summit, sanctions)."""
    for word in _likely(hit, sentence):
        concept = word.concept
        if concept.name == "say" and _pleads(hit, sentence):
            return _plea(hit, sentence)
        if not concept.type or concept.part == "op":
            continue
        noun = _is_noun(hit, word, sentence)
        return Act(
            start=hit.start,
            end=hit.end,
            head=hit.start,
            head_end=hit.end,
            type=concept.type,
            frame=concept.frame,
            takes=concept.takes if not noun or concept.takes != "swallow" or _content(hit, sentence) else "",
            concept=concept.name,
            noun=noun,
            needs=concept.needs or ("own" if noun or concept.part == "thing" else ""),
            strength=0.6 if concept.part == "thing" else 0.7 if noun else 0.85,
            why=f"{concept.name}: {sentence.text[hit.start : hit.end]}",
            goal=word.goal,
        )
    return None


def _pleads(hit: WordHit, sentence: Sentence) -> bool:
    """Whether what is said right before a word of saying is that somebody must act (…すべきだ」と述べた)."""
    shape = sentence.lexicon.grammar.settings.get("pleas")
    return shape is not None and re.search(shape, sentence.folded[max(0, hit.start - 16) : hit.start]) is not None


def _plea(hit: WordHit, sentence: Sentence) -> Act:
    """The demand that a word of saying makes of what is said."""
    return Act(
        start=hit.start,
        end=hit.end,
        head=hit.start,
        head_end=hit.end,
        type="REQUEST",
        frame="toward",
        takes="swallow",
        concept="must",
        noun=False,
        needs="target",
        strength=0.7,
        why=f"must: {_written(hit, sentence)}",
    )


def _likely(hit: WordHit, sentence: Sentence) -> tuple[Word, ...]:
    """The words of a form; in verb-last languages what can be a verb before what cannot, unless a particle follows."""
    if sentence.lexicon.grammar.order == "svo" or len(hit.words) == 1:
        return hit.words
    rank = {"v": 1, "vn": 0, "n": 2} if _particle_follows(hit, sentence) else {"v": 0, "vn": 1, "n": 2}
    return tuple(sorted(hit.words, key=lambda word: rank.get(word.part, 2)))


def _particle_follows(hit: WordHit, sentence: Sentence) -> bool:
    """Whether an object or owner particle follows the form, so that it is a noun here (部隊の引き揚げを)."""
    return sentence.folded.startswith(tuple(sentence.lexicon.grammar.settings.get("noun_marks", ())), hit.end)


def _content(hit: WordHit, sentence: Sentence) -> bool:
    """Whether a noun's content is told before it, as reported speech (멈추라는 요구, 접겠다는 으름장)."""
    shape = sentence.lexicon.grammar.settings.get("content")
    first, _ = sentence.clauses[sentence.clause_at(hit.start)]
    return shape is not None and re.search(shape, sentence.folded[first : hit.start]) is not None


def _is_noun(hit: WordHit, word: Word, sentence: Sentence) -> bool:
    """Whether the word is used as a noun here."""
    grammar = sentence.lexicon.grammar
    if word.part != "vn" and grammar.order == "svo":
        return word.part == "n"
    if word.part == "v":
        return False
    if grammar.language == "en":
        return _english_noun(hit, sentence)
    after = sentence.folded[hit.end :].lstrip("」』”’\"'" if grammar.spaced else "」』")
    if grammar.order == "sov":
        if after.startswith("、") and sentence.folded[: hit.start].endswith(
            tuple(grammar.settings.get("bare_verb_after", ("\0",)))
        ):
            return False
        if word.concept.frame == "domestic" and re.match(grammar.settings.get("domestic_noun", "$^"), after):
            return True
        closing = (
            not after.strip('。．. 　」』”"へか') or after[0] == "…" or (not grammar.spaced and _ends_headline(after))
        )
        return not closing and not after.startswith(tuple(grammar.settings["verbal_after"]))
    before = sentence.folded[: hit.start]
    if before.endswith("的"):
        return True
    closes = not after[:1] or (after[0] in "的中上、" and not any(n.start == hit.end for n in sentence.names))
    return closes and not before.endswith(("不", "未"))


def _ends_headline(after: str) -> bool:
    """Whether a headline's clause ends before `after`: at a space or dash, or at a quotation that ends it."""
    after = after.removeprefix("へ") or " "
    return after[0] in " =―" or (after[0] == "「" and not after.partition("」")[2].strip("。 　"))


def _english_noun(hit: WordHit, sentence: Sentence) -> bool:
    """A form that may be either is a noun after a determiner, possessive, adjective or preposition."""
    tags = {word.tag for word in hit.words}
    if "noun" not in tags:
        return False
    if not tags & _VERBAL:
        return True
    before = sentence.folded[: hit.start].rstrip().lower()
    last = before.rpartition(" ")[2]
    settings = sentence.lexicon.grammar.settings
    if last in settings["verb_openers"]:
        return False
    if last in settings["noun_openers"] or last.endswith(("'s", "’s", "s'", "s’", "al", "ic", "an", "ese", "ish")):
        return True
    return any(cue.start == len(before) - len(last) and cue.cue.role == "case" for cue in sentence.cues)


def renamed(act: Act, *, type: str, why: str) -> Act:
    """The same act under another type, with the reason added."""
    return replace(act, type=type, why=f"{act.why}; {why}")
