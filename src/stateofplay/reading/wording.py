"""Wording: which act a word tells, or an op with the nearest thing of its clause (raise + tariff)."""

from stateofplay.reading.act import Act
from stateofplay.reading.governed import governs, taken_up
from stateofplay.reading.lexicon import EVENT, MAKER, NOUN, SAYING, THING, VERBAL_NOUN, Combination, Word
from stateofplay.reading.noun_content import content_of
from stateofplay.reading.sentence import Sentence, WordHit, bare_verb_at
from stateofplay.reading.word_class import ADVERB, MODAL

_VERBAL = frozenset({"base", "s", "ed", "ing", "stem"})
_MOVES = frozenset({"sail", "visit", "travel"})
"""What a thing does itself: it is their subject ("two destroyers sailed into the gulf")."""
_LAID = frozenset({"raise", "impose"})
_GIVEN = frozenset({"give", "send", "donate"})
_CLOSING = " \"“”‘’'…."
_SAID = 24
"""How far before a word of saying the end of what is said is looked for."""


def acts_of_words(hits: list[WordHit], sentence: Sentence) -> list[Act]:
    """The acts that the words tell: ops with their things first, then words by themselves; in order."""
    combined, used = _combined(hits, sentence)
    single = [act for hit in hits if hit.start not in used and (act := _single(hit, sentence)) is not None]
    return sorted(combined + single, key=lambda act: (act.head, -act.end))


def _combined(hits: list[WordHit], sentence: Sentence) -> tuple[list[Act], set[int]]:
    """Acts that an op makes with the nearest thing of its clause, and where the hits start that they used."""
    acts: list[Act] = []
    used: set[int] = set()
    verb_last = sentence.lexicon.grammar.order == "sov"
    things = [hit for hit in hits if hit.traits & THING]
    makers = [hit for hit in hits if hit.traits & MAKER] if things else []
    if not verb_last and not sentence.lexicon.grammar.spaced:
        makers.sort(key=lambda hit: sentence.folded.startswith("的", hit.end))
    for hit in makers:
        ops = [(word, word.concept.things) for word in _likely(hit, sentence) if word.concept.things]
        best: tuple[int, WordHit, Word, Combination] | None = None
        for other in things:
            if other is hit:
                continue
            for op, made in ops:
                for thing in other.words:
                    found = made.get(thing.concept.name)
                    if found is None or _told_as_verb(other, sentence):
                        continue
                    away = _distance(hit, other, sentence)
                    if away is not None and (best is None or away < best[0]):
                        best = (away, other, op, found)
        backward = best is not None and verb_last and best[1].start > hit.start
        told_of = best is not None and sentence.tokens is not None and best[1].end <= hit.start
        if best is not None and (backward or told_of or best[1].start not in used):
            acts.append(_of_combination(hit, best[1], best[2], best[3], sentence))
            used |= {hit.start} if backward else {hit.start, best[1].start}
    return acts, used


def _told_as_verb(hit: WordHit, sentence: Sentence) -> bool:
    """Whether a verbal noun stands with its own verb endings (촉구했다): it is no thing of another verb."""
    endings: tuple[str, ...] = sentence.lexicon.grammar.settings.get("verb_endings", ())
    return bool(endings) and (not hit.traits & (NOUN | VERBAL_NOUN) or sentence.folded.startswith(endings, hit.end))


def _distance(op: WordHit, thing: WordHit, sentence: Sentence) -> int | None:
    """Characters between op and thing, the unusual order counted double; None when too far or in another clause."""
    reach = int(sentence.lexicon.grammar.settings.get("combination_reach", 20))
    after = thing.start >= op.end
    gap = thing.start - op.end if after else op.start - thing.end
    apart = sentence.clause_at(op.start) != sentence.clause_at(thing.start)
    moves = any(word.concept.name in _MOVES for word in op.words)
    tokens = sentence.tokens
    if gap < 0 or gap > (reach if after or tokens is None else 2 * reach) or (apart and tokens is None):
        return None
    if tokens is not None:
        verb = tokens.at(op.start)
        if moves:
            return gap if not after and gap <= reach else None
        if not after and taken_up(verb, tokens.before(thing.end), tokens):
            return gap
        governed = gap <= reach and governs(verb, tokens.at(thing.start), tokens, end=tokens.before(op.end))
        return gap if governed else None
    usual = after == (sentence.lexicon.grammar.order == "svo")
    aside = tuple(sentence.lexicon.grammar.settings.get("not_object", ()))
    if aside and not after and not moves and sentence.folded.startswith(aside, thing.end):
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
    """Whether an op before its thing modifies it (発動した制裁): no comma, and no particle of a noun right after it.

    Nor another predicate, which then is the one that does (約束した国に科した制裁).
    """
    between = sentence.folded[op.end : thing.start]
    if sum(op.end < at <= thing.start for at in sentence.joints) > 1:
        return False
    noun = sentence.lexicon.grammar.settings.get("noun_marks")
    return noun is None or not ("、" in between or between.startswith(tuple(noun)))


def _to_head(op: WordHit, thing: WordHit, gap: int, reach: int, sentence: Sentence) -> int | None:
    """Farness of a thing behind its op where the head of a noun phrase stands last: the last before verb or list."""
    wished = all(word.concept.takes == "plan" for word in op.words)
    between = [hit for hit in sentence.words if op.end <= hit.start < thing.start]
    # What goes before the thing and describes it is no verb of its own (取消对商品加征的关税).
    between = [hit for hit in between if not _describing(hit, thing, sentence)]
    if not wished and any(not hit.traits & (NOUN | VERBAL_NOUN) for hit in between):
        return None
    if "、" in sentence.folded[op.end : thing.start]:
        return gap + reach
    return reach - gap


def _describing(hit: WordHit, thing: WordHit, sentence: Sentence) -> bool:
    """Whether a verb stands before the thing and describes it as laid on, or given to, somebody (加征的关税)."""
    if not sentence.folded.startswith("的", hit.end):
        return False
    names = {word.concept.name for word in hit.words}
    return bool(names & _GIVEN) or (hit.end + 1 == thing.start and bool(names & _LAID))


def _of_combination(hit: WordHit, other: WordHit, op: Word, found: Combination, sentence: Sentence) -> Act:
    clause = sentence.clause_at(hit.start)
    return Act(
        start=min(hit.start, other.start),
        end=max(hit.end, other.end),
        head=hit.start,
        head_end=hit.end,
        clause=clause,
        bounds=sentence.clauses[clause],
        type=found.type,
        frame=found.frame,
        takes=found.takes,
        concept=f"{found.op}+{found.thing}",
        noun=_is_noun(hit, op, sentence),
        needs="partner" if _one_sided(found, other, sentence) else "",
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
    if not hit.traits & (EVENT | SAYING):
        return None
    for word in _likely(hit, sentence):
        concept = word.concept
        if concept.name == "say" and (type_ := _said(hit, sentence)):
            return _saying(hit, type_, sentence)
        if not concept.type or concept.part == "op":
            continue
        noun, clause = _is_noun(hit, word, sentence), sentence.clause_at(hit.start)
        return Act(
            start=hit.start,
            end=hit.end,
            head=hit.start,
            head_end=hit.end,
            clause=clause,
            bounds=sentence.clauses[clause],
            type=concept.type,
            frame=concept.frame,
            takes=concept.takes if not noun or concept.takes != "swallow" or _content(hit, sentence) else "",
            concept=concept.name,
            noun=noun,
            needs=concept.needs or ("own" if noun or concept.part == "thing" else ""),
            why=f"{concept.name}: {sentence.text[hit.start : hit.end]}",
            goal=word.goal,
        )
    return None


def _said(hit: WordHit, sentence: Sentence) -> str:
    """The type of what is done by what is said right before a word of saying (…すべきだ」と述べた); else ""."""
    shape = sentence.lexicon.grammar.shapes["said"]
    found = shape.search(sentence.folded[max(0, hit.start - _SAID) : hit.start]) if shape is not None else None
    return found.lastgroup or "" if found else ""


def _saying(hit: WordHit, type_: str, sentence: Sentence) -> Act:
    """The act that a word of saying makes of what is said."""
    return speech(hit.start, hit.end, type_, _written(hit, sentence), sentence)


def headline_speech(sentence: Sentence) -> Act | None:
    """The act that a headline tells by the quote with which it ends, without a word of saying (중국 "일본, 멈춰라")."""
    shape = sentence.lexicon.grammar.shapes["said_in_headline"]
    if shape is None or not sentence.quotes or not sentence.lexicon.grammar.spaced:
        return None
    (start, end), text = sentence.quotes[-1], sentence.folded
    if start == 0 or text[end:].strip(_CLOSING) or text[start - 1] != " ":
        return None
    said = text[start:end].strip(_CLOSING)
    found = shape.search(said)
    last = len(text)
    return speech(last, last, found.lastgroup or "", said[found.start() :], sentence) if found else None


def speech(start: int, end: int, type_: str, written: str, sentence: Sentence) -> Act:
    """The act of `type_` that somebody does by what he says, as `written`."""
    clause = sentence.clause_at(min(start, len(sentence.folded) - 1))
    return Act(
        start=start,
        end=end,
        head=start,
        head_end=end,
        clause=clause,
        bounds=sentence.clauses[clause],
        type=type_,
        frame="toward",
        takes="swallow",
        concept="must" if type_ == "REQUEST" else "said",
        noun=False,
        needs="target",
        why=f"said so: {written}",
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
    """Whether a noun's content is told beside it, as reported speech (멈추라는 요구, the demand that Chile stop)."""
    if sentence.tokens is not None:
        return content_of(sentence.tokens.before(hit.end), sentence.tokens) is not None
    shape = sentence.lexicon.grammar.shapes["content"]
    first, _ = sentence.clauses[sentence.clause_at(hit.start)]
    return shape is not None and shape.search(sentence.folded[first : hit.start]) is not None


def _is_noun(hit: WordHit, word: Word, sentence: Sentence) -> bool:
    """Whether the word is used as a noun here."""
    grammar = sentence.lexicon.grammar
    if word.part != "vn" and grammar.order == "svo":
        return word.part == "n" or (not grammar.spaced and sentence.folded[: hit.start].endswith("的"))
    if word.part == "v":
        return False
    if grammar.language == "en":
        return _english_noun(hit, sentence)
    after = sentence.folded[hit.end :].lstrip("」』”’\"'" if grammar.spaced else "」』")
    if grammar.order == "sov":
        meanwhile = tuple(grammar.settings.get("meanwhile", ()))
        if after.startswith(("、", *meanwhile)) and bare_verb_at(hit.start, sentence):
            return False
        shape = grammar.shapes["domestic_noun"]
        if word.concept.frame == "domestic" and shape is not None and shape.match(after):
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
    after = after.removeprefix("へ").removeprefix("か") or " "
    return after[0] in " =―─—–/／" or (after[0] == "「" and not after.partition("」")[2].strip("。 　"))


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
    if last in settings["verb_openers"] or _after_modal(hit, sentence):
        return False
    if last in settings["noun_openers"] or last.endswith(("'s", "’s", "s'", "s’", "al", "ic", "an", "ese", "ish")):
        return True
    return any(cue.start == len(before) - len(last) and cue.cue.role == "case" for cue in sentence.cues)


def _after_modal(hit: WordHit, sentence: Sentence) -> bool:
    """Whether only an adverb parts a form from its modal ("will next visit Peru"): it is a verb."""
    tokens = sentence.tokens
    if tokens is None:
        return False
    at = tokens.at(hit.start)
    return at > 1 and tokens.kinds[at - 2] == MODAL and tokens.kinds[at - 1] == ADVERB
