"""Pronouns: whom he, it, they, both and the like mean, by who is named before them and what the reader remembers."""

from collections.abc import Iterator
from itertools import pairwise

from stateofplay.reading.bystander import is_armed
from stateofplay.reading.eojeol import rules_of
from stateofplay.reading.lexicon import EVENT
from stateofplay.reading.memory import Memory
from stateofplay.reading.mention import Mention
from stateofplay.reading.sentence import Sentence
from stateofplay.reading.word_class import (
    ADJECTIVE,
    ADVERB,
    AND,
    COMMA,
    DETERMINER,
    JOIN,
    NOUN,
    PROPER,
    QUOTE,
    STOP,
    THAT,
    Tokens,
)

_NOBODY = frozenset({"", "institution", "government"})
_LATELY = 3
"""Sentences for which "they" may be those who met, where the last sentence was about one person."""
_OPENING = 30
"""Characters from the start of a sentence within which a possessive stands in its opening phrase."""
_LISTED = 5
"""Characters after "both" within which a name is one of the two that it counts ("both the US and China")."""


def find_pronouns(sentence: Sentence, memory: Memory, found: list[Mention]) -> Iterator[Mention]:
    """A mention for each pronoun that stands for somebody, of those `found` in the sentence or told of before."""
    same: Mention | None = None
    for hit in sentence.cues_of("pronoun"):
        start, end, cue = hit.start, hit.end, hit.cue
        earlier = _but_for_antecedent(start, [m for m in found if m.end <= start], sentence)
        several = _several(earlier, sentence, memory) if cue.value == "they" else ()
        if cue.value == "it" and same is not None and not _other_since(same, earlier, sentence.tokens):
            actors = same.actors
        elif several or (cue.value == "both" and (several := _two_persons(earlier, sentence))):
            actors = several
        elif cue.value in ("person", "it") and (subject := _acts_on(start, earlier, sentence)) is not None:
            actors = _another(cue.value, subject, earlier, sentence)
        elif sentence.tokens is not None and not earlier and (ahead := _named_next(end, found, sentence)):
            actors = ahead
        elif sentence.tokens is not None and cue.value in ("person", "it", "they"):
            actors = _told_of(cue.value, earlier, sentence.tokens) or memory.resolve(cue.value, ())
        elif cue.value == "person" and any(m.person or m.role for m in earlier):
            actors = _last_person(earlier, sentence)
        elif not memory.met and sentence.folded[start:end] in sentence.lexicon.grammar.settings.get("two_persons", ()):
            actors = ()
        elif cue.value == "both" and (group := _named_as_two(start, earlier, sentence)):
            actors = group
        elif cue.value == "both" and (pair := _only_two(earlier, sentence, memory)):
            actors = pair
        elif cue.value == "armed":
            actors = _armed_group(earlier, memory)
        elif cue.value == "latter" and earlier:
            actors = earlier[-1].actors
        elif cue.value == "it" and earlier:
            actors = earlier[0].actors
        elif cue.value == "home" and (laid := abroad(earlier, sentence, memory) or _own(end, earlier, sentence)):
            actors = laid
        elif cue.value == "home" and not memory.home and sentence.lexicon.grammar.home:
            actors = _alone(memory)
        elif cue.value == "we":
            actors = _speaking(start, earlier, sentence, memory)
        else:
            dealt = memory.partners() if sentence.lexicon.grammar.settings.get("both_dealt") else ()
            actors = memory.resolve(cue.value, _last_pair(_acting(earlier, sentence)) or dealt)
        listed = cue.value == "both" and any(0 < m.start - end <= _LISTED for m in found)
        if actors and not (listed and sentence.tokens is not None):
            yield (
                found_one := Mention(
                    start=start, end=end, actors=actors, use="home" if cue.value == "home" else "pronoun"
                )
            )
            if cue.value == "it" and sentence.tokens is not None:
                same = found_one


def _other_since(same: Mention, earlier: list[Mention], tokens: Tokens | None) -> bool:
    """Whether somebody else acts since an "it" before in the sentence, who may be meant by the next."""
    return tokens is None or any(m.start > same.end and _opens_clause(m, tokens) for m in earlier)


def _armed_group(earlier: list[Mention], memory: Memory) -> tuple[str, ...]:
    """The armed group named last ("the group", "the militia"); nobody where none was."""
    named = (*memory.known, *(actor for mention in earlier for actor in mention.actors))
    return next(((id,) for id in reversed(named) if is_armed((id,))), ())


def _but_for_antecedent(at: int, earlier: list[Mention], sentence: Sentence) -> list[Mention]:
    """Those named before, less the one to whom a relative clause has the pronoun do something ("Sisi, whom he met")."""
    opens = tuple(sentence.lexicon.grammar.settings.get("object_relatives", ()))
    if not opens or not earlier or not sentence.folded[:at].rstrip().lower().endswith(opens):
        return earlier
    others = [m for m in earlier if not set(m.actors) & set(earlier[-1].actors)]
    return others or earlier


def _named_as_two(at: int, earlier: list[Mention], sentence: Sentence) -> tuple[str, ...]:
    """The two named as one already (泰柬 … 兩國), or together in the clause (印度和巴基斯坦…彼此)."""
    if not sentence.lexicon.grammar.settings.get("topic_chain"):
        return ()
    joined = tuple(sentence.lexicon.grammar.settings.get("coordinators", ()))
    first, _ = sentence.clauses[sentence.clause_at(at)]
    for one, other in pairwise(m for m in earlier if m.start >= first and len(m.actors) == 1):
        if sentence.folded[one.end : other.start] in joined and one.actors != other.actors:
            return (*one.actors, *other.actors)
    return next((m.actors for m in reversed(earlier) if len(m.actors) == 2 and m.use == "group"), ())


def _only_two(earlier: list[Mention], sentence: Sentence, memory: Memory) -> tuple[str, ...]:
    """The only two states that the sentence has named, where topics chain and none of those who met last is named."""
    if not sentence.lexicon.grammar.settings.get("topic_chain") or not memory.met:
        return ()
    named = dict.fromkeys(actor for mention in earlier for actor in mention.actors)
    return tuple(named) if len(named) == 2 and not set(named) & set(memory.met) else ()


def _last_person(earlier: list[Mention], sentence: Sentence) -> tuple[str, ...]:
    """The person named last; not the one beside whom another acts in the same clause (川普和李在明會談時說，他…)."""
    persons = [m for m in earlier if m.person or m.role]
    last = persons[-1]
    beside = tuple(sentence.lexicon.grammar.settings.get("beside", ()))
    if not beside or not sentence.folded.endswith(beside, 0, last.start):
        return last.actors
    clause = sentence.clause_at(last.start)
    return next(m.actors for m in persons if sentence.clause_at(m.start) == clause)


def _acts_on(at: int, earlier: list[Mention], sentence: Sentence) -> Mention | None:
    """Who does the act whose verb ends at `at`, in a language that tells the object right after: 要求其…, 邀他…."""
    if not earlier or "object_after" not in sentence.lexicon.grammar.settings:
        return None
    verb = next((hit for hit in sentence.words if hit.end == at and hit.traits & EVENT), None)
    if verb is None:
        return None
    first, _ = sentence.clauses[sentence.clause_at(verb.start)]
    return next((m for m in reversed(earlier) if first <= m.start and m.end <= verb.start), earlier[0])


def _another(value: str, subject: Mention, earlier: list[Mention], sentence: Sentence) -> tuple[str, ...]:
    """Whom a pronoun told as object means: not the subject, but the last person or whom the act before struck."""
    others = [m for m in earlier if not set(m.actors) & set(subject.actors)]
    if value == "person":
        return next((m.actors for m in reversed(others) if m.person or m.role), ())
    clauses = [sentence.clause_at(m.start) for m in others]
    return others[clauses.index(clauses[-1])].actors if others else ()


def _two_persons(earlier: list[Mention], sentence: Sentence) -> tuple[str, ...]:
    """The states of the last two persons named before, where a sentence that chains its topics names two."""
    if not sentence.lexicon.grammar.settings.get("topic_chain"):
        return ()
    states = list(dict.fromkeys(mention.actors for mention in earlier if mention.person and len(mention.actors) == 1))
    return (*states[-2], *states[-1]) if len(states) > 1 else ()


def _speaking(start: int, earlier: list[Mention], sentence: Sentence, memory: Memory) -> tuple[str, ...]:
    """Whom "we" means: in a quote who speaks it, named in the sentence or the last one; else the home state."""
    if sentence.quote_at(start) < 0:
        return (memory.home,) if memory.home else ()
    outside = [m for m in earlier if sentence.quote_at(m.start) < 0]
    return outside[0].actors if outside else memory.resolve("it", ())


def _own(end: int, earlier: list[Mention], sentence: Sentence) -> tuple[str, ...]:
    """The state of a foreign leader whose own ministry is told of next (트럼프 대통령이 국방부에 …)."""
    marks = tuple(sentence.lexicon.grammar.settings.get("own_ministry", ()))
    leader = earlier[-1] if earlier else None
    leads = leader is not None and bool(leader.person or leader.role not in _NOBODY)
    return leader.actors if marks and leader and leads and sentence.folded.startswith(marks, end) else ()


def _alone(memory: Memory) -> tuple[str, ...]:
    """The only state that a story has named that is not about the home state: "the government" is its own."""
    return tuple(memory.known) if len(memory.known) == 1 else ()


def _several(earlier: list[Mention], sentence: Sentence, memory: Memory) -> tuple[str, ...]:
    """Whom "they" means where it is several: two named as one before it, else those who met in the sentence before."""
    coordinators = sentence.lexicon.grammar.settings.get("coordinators", ())
    for one, other in reversed(list(pairwise(earlier))):
        if sentence.folded[one.end : other.start].lower() in coordinators and one.actors != other.actors:
            return (*one.actors, *other.actors)
    if earlier and len(earlier[-1].actors) > 1:
        return earlier[-1].actors
    alone = memory.subject is not None and bool(memory.subject.person or memory.subject.role not in _NOBODY)
    return memory.met if not earlier and memory.since <= (_LATELY if alone else 1) else ()


def _named_next(end: int, found: list[Mention], sentence: Sentence) -> tuple[str, ...]:
    """Whom a possessive in an opening phrase means: the person behind its comma ("On his visit, Lee ...")."""
    comma = sentence.folded.find(", ", end)
    if end > _OPENING or comma < 0 or not sentence.folded[:end].endswith(("his", "her")):
        return ()
    person = next((m for m in found if m.start >= comma), None)
    return (
        person.actors
        if person is not None and (person.person or person.role) and person.start - comma <= _OPENING
        else ()
    )


def _told_of(value: str, earlier: list[Mention], tokens: Tokens) -> tuple[str, ...]:
    """The actors of the mention before that a pronoun means: "he" the first person, "it" the last one, that acts."""
    fitting = [m for m in earlier if bool(m.person or m.role not in _NOBODY) == (value == "person")]
    acting = [m for m in fitting if _opens_clause(m, tokens)]
    if value == "person":
        chosen = acting[:1] or fitting[-1:]
    else:
        chosen = acting[-1:] or fitting[-1:] or [m for m in earlier if _opens_clause(m, tokens)][-1:] or earlier[:1]
    return chosen[0].actors if chosen else ()


def _opens_clause(mention: Mention, tokens: Tokens) -> bool:
    """Whether nothing but describing words stands between a mention and the start of its clause."""
    at = tokens.at(mention.start) - 1
    while at >= 0 and tokens.kinds[at] in (DETERMINER, ADJECTIVE, ADVERB, NOUN, PROPER, QUOTE):
        at -= 1
    return at < 0 or tokens.kinds[at] in (COMMA, STOP, JOIN, THAT, AND)


def abroad(earlier: list[Mention], sentence: Sentence, memory: Memory) -> tuple[str, ...]:
    """The foreign state in which a sentence of a language with bare institutions is laid (スリナムでは国会が…)."""
    laid = tuple(sentence.lexicon.grammar.settings.get("laid", ()))
    if not laid or not earlier or earlier[0].actors == (memory.home,) or len(earlier[0].actors) > 1:
        return ()
    same = (m for m in earlier[:2] if m.actors == earlier[0].actors)
    return earlier[0].actors if any(sentence.folded.startswith(laid, m.end) for m in same) else ()


def _acting(mentions: list[Mention], sentence: Sentence) -> list[Mention]:
    """The mentions without those that only say towards whom (대북 정책): they are no side of what follows."""
    rules = rules_of(sentence.lexicon.language)
    if rules is None:
        return mentions
    return [m for m in mentions if m.use != "single" or sentence.folded[m.start - 1 : m.start] not in rules.toward]


def _last_pair(mentions: list[Mention]) -> tuple[str, ...]:
    """The two actors named last: a group of two, else the last two that differ, persons first; never three."""
    persons = [mention for mention in mentions if mention.person]
    if len({mention.actors for mention in persons}) > 1:
        mentions = persons
    seen: tuple[str, ...] = ()
    pairs = [mention.actors for mention in mentions if len(mention.actors) == 2]
    if pairs:
        return pairs[-1]
    for mention in reversed(mentions):
        if len(mention.actors) == 2:
            return mention.actors
        if len(mention.actors) > 2:
            continue
        seen = tuple(dict.fromkeys((*mention.actors, *seen)))
        if len(seen) > 1:
            return seen
    return ()
