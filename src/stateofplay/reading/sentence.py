"""A sentence laid open: its text folded for matching, and every word, cue and name found in it, in order."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import islice, pairwise
from typing import NamedTuple

from stateofplay.knowledge.fold import fold, lowered
from stateofplay.knowledge.name import Name
from stateofplay.reading.eojeol import Rules, may_stand, name_stands, rules_of, single_stands
from stateofplay.reading.lexicon import VERB, VERBAL_NOUN, Cue, Form, Lexicon, Word, traits_of
from stateofplay.reading.stops import shortened
from stateofplay.reading.tagging import classified
from stateofplay.reading.word_class import ADVERB, PROPER, Tokens, fitting

_BLOCK = 100
"""Texts in which words are found before the first of them is read: enough to do it fast, few enough to hold."""
_OFFICES = frozenset({"title", "head"})
_COMMA = re.compile(r"(?<=[ぁ-んァ-ヶー一-龥」』)]),(?![0-9])")
_KANA = re.compile("[ァ-ヶー]")
_NUMERALS = "一二三四五六七八九十百千万数两〇零几"


@dataclass(slots=True)
class WordHit:
    """A word of the lexicon at `start`..`end`; several `words` where the form is ambiguous.

    Hits, mentions and acts are never changed once made. They are not frozen, because that makes each cost three times
    as much, and a page is thousands of them.

    `traits`: what any of the words may be, as bits (see `lexicon`).
    """

    start: int
    end: int
    words: tuple[Word, ...]
    traits: int


@dataclass(slots=True)
class CueHit:
    """A grammatical cue at `start`..`end`."""

    start: int
    end: int
    cue: Cue


@dataclass(slots=True)
class NameHit:
    """A name at `start`..`end`; several `names` where the form is ambiguous."""

    start: int
    end: int
    names: tuple[Name, ...]


@dataclass(kw_only=True)
class Sentence:
    """One passage ready for reading. Offsets are characters of the passage; `folded` has the same length as `text`.

    `opens`: where each clause starts. `tokens` has the class of each word in a language of spaced words, None in
    others; `words` then holds only what the classes leave possible.
    """

    text: str
    folded: str
    lexicon: Lexicon
    words: list[WordHit] = field(default_factory=list)
    cues: list[CueHit] = field(default_factory=list)
    names: list[NameHit] = field(default_factory=list)
    clauses: list[tuple[int, int]] = field(default_factory=list)
    opens: list[int] = field(default_factory=list)
    tokens: Tokens | None = None
    quotes: list[tuple[int, int]] = field(default_factory=list)
    joints: list[int] = field(default_factory=list)
    roles: dict[str, list[CueHit]] = field(default_factory=dict)

    def quote_at(self, offset: int) -> int:
        """Index of the quoted speech that holds `offset`; -1 outside quotes."""
        for at, (start, end) in enumerate(self.quotes):
            if start <= offset < end:
                return at
        return -1

    def open_at(self, offset: int) -> bool:
        """Whether what stands at `offset` is told: outside quoted speech, or in a language whose speech tells too."""
        return self.quote_at(offset) < 0 or "quotes_tell" in self.lexicon.grammar.settings

    def through(self, joint: int) -> bool:
        """Whether the predicate that ends at `joint` only says where something was held: what stands before acts on."""
        open_ends = tuple(self.lexicon.grammar.settings.get("joints_through", ()))
        return bool(open_ends) and self.folded[:joint].endswith(open_ends)

    def clause_at(self, offset: int) -> int:
        """Index of the clause that holds `offset`."""
        return bisect_right(self.opens, offset, 1) - 1

    def cues_of(self, role: str) -> list[CueHit]:
        """The cues of one role, in order."""
        return self.roles.get(role, [])

    def word_at(self, start: int) -> WordHit | None:
        """The word that starts at `start`; None where none does."""
        for hit in self.words:
            if hit.start == start:
                return hit
        return None


class Found(NamedTuple):
    """A text, folded, with the terms and names that stand in it, whether or not they are meant there."""

    text: str
    folded: str
    terms: list[tuple[int, int, Form]]
    names: list[tuple[int, int, tuple[Name, ...]]]


def find_in(texts: Iterable[str], lexicon: Lexicon) -> Iterator[Found]:
    """What is found in each of `texts`, block by block: all are folded, then searched for terms, then for names.

    Each of these tables is larger than a processor keeps at hand: text by text, with all else that is done to a
    sentence in between, it would be fetched from memory anew for each.
    """
    rest = iter(texts)
    while block := list(islice(rest, _BLOCK)):
        yield from _find_in(block, lexicon)


def _find_in(texts: list[str], lexicon: Lexicon) -> Iterator[Found]:
    folded = [fold(text, lexicon.language) for text in texts]
    if lexicon.grammar.settings.get("commas"):
        folded = [_COMMA.sub("、", text) for text in folded]
    lower, undated = [lowered(text) for text in folded], [_undated(text, lexicon) for text in folded]
    if lexicon.grammar.spaced and lexicon.grammar.order == "svo":
        terms = [list(lexicon.terms.scan(text, bounded=True)) for text in lower]
        names = [list(lexicon.names.scan(text, bounded=True)) for text in undated]
    else:
        terms, names = [lexicon.terms.find(text) for text in lower], [lexicon.names.find(text) for text in undated]
    return map(Found, texts, folded, terms, names)


def lay_open(text: str, lexicon: Lexicon) -> Sentence:
    """The sentence that one text is."""
    return next(laid_open([text], lexicon))


def laid_open(texts: Iterable[str], lexicon: Lexicon) -> Iterator[Sentence]:
    """A sentence for each text."""
    return (_laid_open(found, lexicon) for found in find_in(texts, lexicon))


def _laid_open(found: Found, lexicon: Lexicon) -> Sentence:
    """Sort what was found and cut it into clauses; in a language with word classes, keep what agrees with them."""
    sentence = scanned(found, lexicon)
    if "quotes" in lexicon.grammar.settings:
        sentence.quotes = list(_quotes(sentence))
    sentence.clauses = list(_clauses(sentence))
    sentence.opens = [start for start, _ in sentence.clauses]
    sentence.tokens = classified(sentence.folded, lexicon.language, [(hit.start, hit.end) for hit in sentence.names])
    if sentence.tokens is not None:
        tokens = sentence.tokens
        sentence.words = list(_fitted(sentence, tokens))
        _leave_out_names(sentence, tokens)
    if "joint" in lexicon.grammar.settings:
        sentence.joints = list(_joints(sentence))
    return sentence


def _leave_out_names(sentence: Sentence, tokens: Tokens) -> None:
    """Take out the marks of mood that are names here: May, the month, is no "may"."""
    for role in ("status", "likelihood"):
        hits = sentence.cues_of(role)
        names = [hit for hit in hits if _is_name(tokens.at(hit.start), tokens)]
        if names:
            sentence.roles[role] = [hit for hit in hits if hit not in names]
            sentence.cues = [hit for hit in sentence.cues if hit not in names]


def _is_name(at: int, tokens: Tokens) -> bool:
    """Whether the word at token `at` is part of a name, or of a date ("last May")."""
    return tokens.kinds[at] == PROPER or (tokens.kinds[at] == ADVERB and tokens.words[at] in tokens.times)


def scanned(found: Found, lexicon: Lexicon) -> Sentence:
    """A sentence with the names, words and cues that are meant, of all that was found, and no more."""
    text, folded, terms, names = found
    sentence = Sentence(text=text, folded=folded, lexicon=lexicon)
    # Where no rule of the language asks for more, a name stands that is longer than one letter.
    rules = rules_of(lexicon.language)
    free = rules is None and not lexicon.grammar.settings.get("short_kana")
    if rules is not None:
        names = [shorter for hit in names for shorter in _shortened(hit, terms, sentence)]
    standing = ((free and hit[2][0].use != "single") or _stands(hit, terms, sentence) for hit in names)
    names = [hit for hit, stands in zip(names, standing, strict=True) if stands or _joined(hit, names, sentence)]
    if rules is not None:
        terms = list(_standing(terms, names, folded, rules))
    _sort_terms(sentence, terms, names)
    sentence.names = [NameHit(start, end, meant) for start, end, meant in names if meant[0].use != "trap"]
    sentence.roles = _by_role(sentence.cues)
    if "case" in sentence.roles and "status" in sentence.roles:
        _settle(sentence)
    return sentence


def _by_role(cues: list[CueHit]) -> dict[str, list[CueHit]]:
    roles: dict[str, list[CueHit]] = {}
    for hit in cues:
        if hit.cue.role in roles:
            roles[hit.cue.role].append(hit)
        else:
            roles[hit.cue.role] = [hit]
    return roles


def _quotes(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Quoted speech, marks included: what is long or taken up by a quoting particle; a short quoted term is none."""
    settings, text = sentence.lexicon.grammar.settings, sentence.folded
    after = tuple(settings.get("quote_after", ()))
    for opening, closing in settings["quotes"]:
        start, end = text.find(opening), text.find(closing)
        goes_on = opening == closing and text.count(opening) % 2 == 1 and text.startswith(after, end + 1)
        start = 0 if goes_on or (end >= 0 and (start < 0 or end < start)) else start
        while start >= 0:
            end = text.find(closing, start + (opening == closing and text[start] == opening and not goes_on))
            goes_on = False
            end = len(text) if end < 0 else end + 1
            if (alone := sentence.lexicon.grammar.shapes["headline_quote"]) is not None:
                ends = alone.match(text, start) is not None
            else:
                ends = "said_in_headline" in settings and end == len(text) and text[:start].endswith(" ")
            if ends or end - start > int(settings.get("quote_length", 14)) or text.startswith(after, end):
                yield start, end
            start = text.find(opening, end)


def _joints(sentence: Sentence) -> Iterator[int]:
    """Where a predicate ends that modifies a noun, or that a condition or complement particle closes (verb last)."""
    settings = sentence.lexicon.grammar.settings
    none = tuple(settings.get("no_joint", ()))
    for match in sentence.lexicon.grammar.shapes["joint"].finditer(sentence.folded):
        if not none or not match.group().endswith(none):
            yield match.end()


@cache
def _any_of(characters: str) -> re.Pattern[str]:
    return re.compile(f"[{re.escape(characters)}]")


def _fitted(sentence: Sentence, tokens: Tokens) -> Iterator[WordHit]:
    """The words whose class agrees; where that of several words together does not, the parts of it that agree."""
    for hit in sentence.words:
        start, end = hit.start, hit.end
        fits = fitting(hit.words, start, end, tokens)
        if fits:
            yield WordHit(start, end, fits, traits_of(fits))
        elif (cut := sentence.folded.rfind(" ", start, end)) > 0:
            for first, last, form in sentence.lexicon.terms.scan(lowered(sentence.folded[start:cut]), bounded=True):
                if form.words and (fits := fitting(form.words, start + first, start + last, tokens)):
                    yield WordHit(start + first, start + last, fits, traits_of(fits))


def _undated(text: str, lexicon: Lexicon) -> str:
    """The text with each letter blanked that ends a date and may also open a name: 十日韓國, 同日美國."""
    shape = lexicon.grammar.shapes["date_marks"]
    return text if shape is None else str(shape.sub("\0", text))


def _shortened(
    hit: tuple[int, int, tuple[Name, ...]], terms: list[tuple[int, int, Form]], sentence: Sentence
) -> list[tuple[int, int, tuple[Name, ...]]]:
    """A name of several words, or the names in its first words where it is none here (중국 외교부 in 중국 외교부장)."""
    start, end, _ = hit
    cut = sentence.folded.rfind(" ", start, end)
    if cut < 0 or _stands(hit, terms, sentence):
        return [hit]
    inside = sentence.lexicon.names.find(sentence.folded[start:cut])
    return [(start + first, start + last, meant) for first, last, meant in inside]


def _stands(hit: tuple[int, int, tuple[Name, ...]], terms: list[tuple[int, int, Form]], sentence: Sentence) -> bool:
    """Whether a name is one here: a single character only where its neighbours say so, and not inside a longer word."""
    start, end, names = hit
    grammar, text = sentence.lexicon.grammar, sentence.folded
    rules = rules_of(grammar.language)
    if end - start <= int(grammar.settings.get("short_kana", 0)) and _in_kana(start, end, text):
        return False
    if names[0].use != "single":
        return rules is None or names[0].use == "trap" or name_stands(start, end, text, rules)
    if rules is not None and text[start] >= "\uac00":
        titled = any(at == end + 1 and any(cue.role in _OFFICES for cue in form.cues) for at, _, form in terms)
        return single_stands(start, end, text, rules, titled=titled)
    before, after = text[start - 1 : start], text[end : end + 1]
    for term_start, term_end, _ in terms:
        if term_start <= start and end <= term_end and term_end - term_start > end - start:
            return False
    if (shape := grammar.shapes["as_whom"]) is not None and shape.match(text, start) is not None:
        return False
    not_single = grammar.settings.get("not_single", ())
    if text[start - 1 : end] in not_single or text[max(0, start - 2) : end] in not_single:
        return False
    if before and before in grammar.single_before:
        return True
    if start == 0 and after == "、" and grammar.order == "sov":
        return True
    if "、" in (before, after) and _listed(start, text, grammar.shapes["single_list"]):
        return True
    if grammar.settings.get("single_script") == "han" and not "\u4e00" <= text[start] <= "\u9fff":
        return False
    if after and after in grammar.single_after:
        return True
    if text[start:end] in grammar.settings.get("single_titled", "") and any(
        term_start == end and term_end - end > 1 and any(cue.role in _OFFICES for cue in form.cues)
        for term_start, term_end, form in terms
    ):
        return True
    headed = grammar.settings.get("single_headed")
    if headed and text[start:end] in headed["letters"] and after:
        if before == "、" and after in headed["after_lead"] and grammar.shapes["lead"].fullmatch(text, 0, start):
            return True
        if after in headed["after"]:
            return not before or before in grammar.stops or before in "「『】)・"
    heads = not before or before in grammar.stops or before in "「『“\"'‘（( 　"
    if not heads or (before and text[start:end] in grammar.settings.get("purpose_letters", ())):
        return False
    return any(term_start == end and form.words for term_start, _, form in terms)


def _joined(
    hit: tuple[int, int, tuple[Name, ...]], names: list[tuple[int, int, tuple[Name, ...]]], sentence: Sentence
) -> bool:
    """Whether a letter is joined to the name of another state (日・ウズベキスタン外相会談)."""
    start, end, found = hit
    mark, text = sentence.lexicon.grammar.settings.get("single_joined"), sentence.folded
    if not mark or found[0].use != "single" or not text.startswith(mark, end):
        return False
    inside = start > 0 and "\u4e00" <= text[start - 1] <= "\u9fff" and text[start - 1] != "回"
    return not inside and any(
        other == end + 1 and meant[0].use in ("name", "organisation") for other, _, meant in names
    )


def _listed(start: int, text: str, shape: re.Pattern[str] | None) -> bool:
    """Whether the letter at `start` stands in a list of one-letter names: 美、日、韓三邊."""
    return shape is not None and any(match.start() <= start < match.end() for match in shape.finditer(text))


def _in_kana(start: int, end: int, text: str) -> bool:
    """Whether a short name in katakana is but part of a longer word in katakana (タイ in タイイップ)."""
    return _KANA.match(text, start) is not None and (
        _KANA.match(text, end) is not None or _KANA.match(text, max(0, start - 1), start) is not None
    )


def _standing(
    terms: list[tuple[int, int, Form]], names: list[tuple[int, int, tuple[Name, ...]]], text: str, rules: Rules
) -> Iterator[tuple[int, int, Form]]:
    """The terms that the borders of spaced words leave possible, in a language with rules for them."""
    name_ends = {end for _, end, found in names if found[0].use != "trap"}
    for start, end, form in terms:
        fit = [entry for entry in form if may_stand(entry, start, end, text, name_ends, rules)]
        if fit:
            yield start, end, form if len(fit) == len(form) else Form(fit)


def _sort_terms(
    sentence: Sentence,
    terms: list[tuple[int, int, Form]],
    names: list[tuple[int, int, tuple[Name, ...]]],
) -> None:
    """Put words and cues into the sentence, leaving out those that lie inside a longer name."""
    spans = iter([*names, (len(sentence.folded), len(sentence.folded) + 1, ())])
    words, cues, spaced, at = sentence.words, sentence.cues, sentence.lexicon.grammar.spaced, 0
    shared = sentence.lexicon.grammar.settings.get("shared_with_name", "")
    behind_office = sentence.lexicon.grammar.settings.get("behind_office", ())
    meanwhile = sentence.lexicon.grammar.settings.get("meanwhile")
    name_start, name_end, _ = next(spans)
    for start, end, form in terms:
        while name_end <= start:
            name_start, name_end, _ = next(spans)
            at += 1
        if name_start < end:
            # What goes on (訪問中) hides only the state that its last letter might be.
            goes_on = meanwhile is not None and start == name_start and sentence.folded[end:name_end] == meanwhile
            if name_start <= start and end <= name_end and end - start < name_end - name_start and not goes_on:
                if not (end == name_end and form.words and sentence.folded[start:end] in behind_office):
                    continue
                words.append(WordHit(start, end, form.words, form.traits))
                continue
            if start + 1 == name_end < end and form.words and sentence.folded[start] in shared:
                words.append(WordHit(start, end, form.words, form.traits))
                continue
            if not spaced and (rest := _crossed(start, end, names, at)):
                if start < name_start:
                    for inner_start, inner_end, inner in sentence.lexicon.terms.find(sentence.folded[start:name_start]):
                        cues += [CueHit(start + inner_start, start + inner_end, cue) for cue in inner.cues]
                for inner_start, inner_end, inner in sentence.lexicon.terms.find(sentence.folded[rest:end]):
                    cues += [CueHit(rest + inner_start, rest + inner_end, cue) for cue in inner.cues]
                    if inner.words and inner_end - inner_start > 1:
                        words.append(WordHit(rest + inner_start, rest + inner_end, inner.words, inner.traits))
                continue
        if form.words:
            words.append(WordHit(start, end, form.words, form.traits))
        for cue in form.cues:
            cues.append(CueHit(start, end, cue))


def _crossed(start: int, end: int, names: list[tuple[int, int, tuple[Name, ...]]], at: int) -> int:
    """Where a name ends that is as long as the term and shares only a part of it (上台 in 登上台灣), else 0."""
    for name_start, name_end, entries in names[at : at + 2]:
        crossing = name_start < start < name_end < end or start < name_start < end < name_end
        if crossing and entries[0].use not in ("trap", "single") and name_end - name_start >= end - start:
            return min(name_end, end)
    return 0


def _settle(sentence: Sentence) -> None:
    """Take a letter that may mark a case or a status (將) for a case before a noun phrase, else for a status."""
    letters = {hit.start for hit in sentence.cues_of("status") if hit.end == hit.start + 1}
    cases = (hit for hit in sentence.cues_of("case") if hit.cue.value != "partner")
    unsettled = {hit.start for hit in cases if hit.start in letters and hit.end == hit.start + 1}
    if not unsettled:
        return
    lost = {
        hit.start: "status" if _noun_phrase_at(hit.end, sentence) else "case"
        for hit in sentence.cues
        if hit.start in unsettled
    }
    sentence.cues = [hit for hit in sentence.cues if lost.get(hit.start) != hit.cue.role]
    sentence.roles = _by_role(sentence.cues)


def _noun_phrase_at(at: int, sentence: Sentence) -> bool:
    """Whether a noun phrase opens at `at`: a name, office, pronoun or thing, a number that is no date, a determiner."""
    if sentence.folded.startswith(tuple(sentence.lexicon.grammar.settings.get("determiners", ())), at):
        return True
    if any(hit.start == at for hit in sentence.names):
        return True
    if any(hit.start == at and hit.cue.role in ("title", "head", "pronoun") for hit in sentence.cues):
        return True
    thing = any(hit.start == at and not hit.traits & (VERB | VERBAL_NOUN) for hit in sentence.words)
    return thing or _amount_at(at, sentence.folded)


def _amount_at(at: int, text: str) -> bool:
    """Whether a number opens at `at` that no word for day, month or year ends."""
    end = at
    while end < len(text) and (text[end].isdigit() or text[end] in _NUMERALS):
        end += 1
    return end > at and text[end : end + 1] not in tuple("日月年号时點点")


def _clauses(sentence: Sentence) -> list[tuple[int, int]]:
    """Cut at stops and at clause cues; every character belongs to one clause."""
    stops = [match.start() for match in _any_of(sentence.lexicon.grammar.stops).finditer(sentence.folded)]
    cuts = {at + 1 for at in stops if not _in_figure(sentence.folded, at)}
    if sentence.quotes:
        cuts = {cut for cut in cuts if sentence.open_at(cut - 1)}
    shapes = sentence.lexicon.grammar.shapes
    if sentence.lexicon.grammar.settings.get("word_classes"):
        cuts = {cut for cut in cuts if not shortened(sentence.folded, cut - 1)}
    if shapes["chain"]:
        cuts |= {match.end() for match in shapes["chain"].finditer(sentence.folded) if sentence.open_at(match.start())}
        cuts |= set(_bare_verbs(sentence))
    if not cuts and shapes["headline_space"]:
        cuts = {match.end() for match in shapes["headline_space"].finditer(sentence.folded)}
    for hit in sentence.cues_of("clause"):
        if sentence.open_at(hit.start):
            cuts.add(hit.end if hit.cue.side == "after" else hit.start)
    return list(pairwise(sorted(cuts | {0, len(sentence.folded)})))


def _bare_verbs(sentence: Sentence) -> Iterator[int]:
    """Where a verbal noun with its object or complement closes a clause without する: …と非難、."""
    for hit in sentence.words if "bare_verb_after" in sentence.lexicon.grammar.settings else ():
        closes = hit.traits & VERBAL_NOUN and sentence.folded.startswith("、", hit.end)
        if closes and bare_verb_at(hit.start, sentence) and sentence.quote_at(hit.start) < 0:
            yield hit.end + 1


def bare_verb_at(at: int, sentence: Sentence) -> bool:
    """Whether what a verbal noun at `at` takes stands right before it, or an adverb between (を急きょ訪問)."""
    settings = sentence.lexicon.grammar.settings
    marks: tuple[str, ...] = settings.get("bare_verb_after", ())
    between = next(
        (adverb for adverb in settings.get("bare_adverbs", ()) if sentence.folded.endswith(adverb, 0, at)), ""
    )
    return bool(marks) and sentence.folded.endswith(tuple(marks), 0, at - len(between))


def _in_figure(text: str, at: int) -> bool:
    """Whether the stop at `at` stands inside a number (3,500 or 2.5) or between Latin words (Hon. A. Manalo)."""
    if not 0 < at < len(text) - 1:
        return False
    before, after = text[at - 1], text[at + 1]
    latin = text[at] == " " and before.isascii() and before not in ")]" and "A" <= after <= "z"
    return (before.isdigit() and after.isdigit()) or (latin and not before.isdigit())
