"""Government: which verb a word hangs on in a language of spaced words: whose content it is, whose mood it shares."""

from stateofplay.reading.word_class import (
    ADVERB,
    AND,
    BE,
    COMMA,
    DETERMINER,
    DO,
    FINITE,
    GERUND,
    HAVE,
    INFINITIVE,
    JOIN,
    MODAL,
    NAME,
    NOMINAL,
    NOUN,
    PARTICIPLE,
    PREPOSITION,
    PRONOUN,
    PROPER,
    QUOTE,
    STOP,
    THAT,
    TO,
    VERBS,
    WHO,
    Tokens,
)

_GROUP = frozenset({ADVERB, BE, HAVE, DO, MODAL, TO, QUOTE})
_THROUGH = frozenset({"of", "to", "with", "on", "up", "down", "off", "out", "back", "away", "about", "over"})
_BESIDE = frozenset({"amid", "amidst", "after", "despite", "following", "during", "since", "before", "until", "over"})
"""Prepositions behind which a noun tells what is so, whatever becomes of the verb before them."""
_TIMES = ("before", "after", "until", "since")
"""Words that join a clause, but before a noun tell only when ("a ban before the summit is likely")."""
_WHEN = frozenset({"next", "last", "this"})
_SCALES = frozenset({"million", "billion", "trillion", "bn", "dollars", "euros", "worth"})
_SHORT = 6
"""Letters of an amount with its scale (50m, 2.5bn)."""
_FINITE = frozenset({FINITE, BE, MODAL, HAVE, DO})


def told_inside(other: int, at: int, tokens: Tokens) -> bool:
    """Whether the word at token `at` belongs to what the verb at token `other` demands, promises or claims."""
    kinds = tokens.kinds
    if at <= other or STOP in kinds[other:at]:
        return False
    opened = False
    for place in range(other + 1, at):
        kind = kinds[place]
        if kind in (WHO, JOIN) and not opened:
            return False
        if kind == THAT or (kind == MODAL and place <= other + 6):
            opened = True
        if kind == AND and (not opened or kinds[place - 1] == COMMA) and _finite_next(place, tokens):
            return False
        if kind == GERUND and kinds[place - 1] == COMMA and kinds[place + 1] == THAT:
            return False
        if kind == COMMA and not opened and kinds[place + 1] in (GERUND, AND) and place + 1 >= at - 1:
            return False
    if kinds[at] in _FINITE or (kinds[at] == PARTICIPLE and kinds[at - 1] == BE):
        return opened
    return True


def _finite_next(place: int, tokens: Tokens) -> bool:
    """Whether a verb that tells the main story on comes right after the "and" at `place`."""
    after = place + 1
    while after < len(tokens.kinds) and tokens.kinds[after] in (ADVERB, QUOTE):
        after += 1
    if after >= len(tokens.kinds):
        return False
    if tokens.kinds[after] in _FINITE:
        return True
    passing = NOMINAL | {ADVERB, QUOTE}
    if place and tokens.kinds[place - 1] == COMMA:
        passing |= {PREPOSITION, THAT}
    while after < len(tokens.kinds) and tokens.kinds[after] in passing:
        after += 1
    return after < len(tokens.kinds) and tokens.kinds[after] in _FINITE


def governs(op: int, thing: int, tokens: Tokens, *, end: int = -1) -> bool:
    """Whether the noun at token `thing` is what the verb or noun at `op` does something to.

    It follows without another verb or a relation of place or aim between, or is the subject of the passive, or stands
    right before a noun (tariff hike, troop withdrawal). `end`: the last token of a verb of several words (call in).
    """
    kinds = tokens.kinds
    if thing > op:
        for place in range(max(op, end) + 1, thing):
            kind = kinds[place]
            if kind in VERBS or kind in _FINITE or kind in (STOP, WHO, JOIN, THAT):
                return False
            if kind == COMMA and not _listed(place, tokens):
                return False
            if kind == PREPOSITION and tokens.words[place] not in _THROUGH and kinds[place + 1] != ADVERB:
                if tokens.words[place] == "in" and (kinds[op] not in VERBS or _amount(tokens.words[place - 1])):
                    continue
                return False
        return True
    if kinds[op] not in VERBS:
        return all(kinds[place] in NOMINAL for place in range(thing, op))
    if kinds[op] == PARTICIPLE and kinds[op - 1] == NOUN and "of" in tokens.words[thing:op]:
        # "An exchange of captives held by Peru": the participle tells of the noun right before it.
        return False
    if kinds[op] == PARTICIPLE or (kinds[op] == INFINITIVE and kinds[op - 1] == BE):
        return not any(kinds[place] in (STOP, FINITE, WHO) for place in range(thing, op))
    return kinds[op] == FINITE and _antecedent(op, thing, tokens)


def _antecedent(op: int, thing: int, tokens: Tokens) -> bool:
    """Whether the noun at `thing` is the object of the relative clause behind it (the deal he struck with Seoul)."""
    kinds, place = tokens.kinds, thing + 1
    if kinds[place] in (THAT, WHO):
        place += 1
    subject = [kind for kind in kinds[place:op] if kind not in (ADVERB, HAVE)]
    if not subject or kinds[thing] != NOUN or not all(kind in NOMINAL for kind in subject):
        return False
    return op + 1 == len(kinds) or kinds[op + 1] not in NOMINAL


def taken_up(op: int, thing: int, tokens: Tokens) -> bool:
    """Whether a relative clause with a subject of its own does something to the noun at `thing` before it.

    "Tariffs on Peru, which ministers are to approve", "the sanctions that it lifted": the verb has no other object.
    """
    kinds = tokens.kinds
    first = op
    while first > 0 and kinds[first - 1] in _GROUP:
        first -= 1
    opens = first
    while opens > 0 and kinds[opens - 1] in NOMINAL:
        opens -= 1
    relative = opens > 0 and opens < first and (kinds[opens - 1] == THAT or tokens.words[opens - 1] == "which")
    if not relative or kinds[op] not in VERBS or kinds[op] == PARTICIPLE:
        return False
    if op + 1 < len(kinds) and kinds[op + 1] in NOMINAL and tokens.words[op + 1] not in tokens.times | _WHEN:
        return False
    last = opens - 2 if kinds[opens - 2] == COMMA else opens - 1
    between = kinds[thing + 1 : last + 1]
    return (
        thing < last + 1
        and all(kind in NOMINAL | {PREPOSITION, THAT, WHO, COMMA, AND} for kind in between)
        and VERBS.isdisjoint(between)
    )


def _listed(comma: int, tokens: Tokens) -> bool:
    """Whether only names stand around a comma: it parts those of a list."""
    return tokens.kinds[comma - 1] == NAME and tokens.kinds[comma + 1] in (NAME, AND, DETERMINER)


def _amount(word: str) -> bool:
    """Whether a word tells how much: $50m in aid, 2 billion in loans."""
    return word in _SCALES or word[-1:].isdigit() or (word[:1].isdigit() and len(word) <= _SHORT)


def describes(end: int, tokens: Tokens) -> bool:
    """Whether the noun that ends at `end` stands right before another noun that it describes."""
    at = tokens.at(end)
    return tokens.starts[at] == end + 1 and tokens.kinds[at] == NOUN and tokens.words[at][0].isalpha()


def verb_of(noun: int, tokens: Tokens) -> int:
    """The verb before the noun at token `noun` in its clause; the noun itself where there is none."""
    for place in range(noun - 1, -1, -1):
        if tokens.kinds[place] in VERBS:
            return place
        if tokens.kinds[place] in (STOP, WHO, JOIN, THAT):
            break
    return noun


def steered_by(verb: int, after: int, tokens: Tokens) -> bool:
    """Whether the verb at token `verb` makes somebody named from `after` on the one who is to act ("wants Iran to").

    Not where it only hangs on another verb ("bought planes, hoping that ..."): that tells an aim, not a request.
    """
    if tokens.kinds[verb] == GERUND and tokens.words[verb - 1] != "by":
        return False
    named = False
    for place in range(after, len(tokens.kinds)):
        kind = tokens.kinds[place]
        if kind in (TO, MODAL):
            return named
        if kind in VERBS or kind in (STOP, WHO, JOIN) or (kind == COMMA and not named):
            return False
        named = named or kind in (NAME, PRONOUN, PROPER)
    return False


def noun_opens(at: int, tokens: Tokens) -> int:
    """First token of the noun phrase whose head stands at `at`."""
    while at > 0 and tokens.kinds[at - 1] in NOMINAL:
        at -= 1
    return at


def purpose_of(at: int, tokens: Tokens) -> int:
    """The verb whose purpose the infinitive at `at` tells ("flew to Kyiv to discuss"); -1 where it is none."""
    if tokens.kinds[at] != INFINITIVE:
        return -1
    for place in range(at - 1, -1, -1):
        kind = tokens.kinds[place]
        if kind in (STOP, WHO, JOIN, THAT):
            return -1
        if kind in VERBS:
            return place
    return -1


def is_news(at: int, tokens: Tokens) -> bool:
    """Whether the verb at `at` is told as news (agrees, agreed, has agreed), not as what had been before."""
    kinds = tokens.kinds
    if kinds[at] != FINITE:
        return False
    before = at - 1
    while before >= 0 and kinds[before] in (ADVERB, QUOTE):
        before -= 1
    if before >= 0 and kinds[before] == HAVE:
        return tokens.words[before] != "had"
    return True


def predicate_of(noun: int, tokens: Tokens) -> tuple[int, int]:
    """First and last token of the verb group whose subject the noun at token `noun` heads; (-1, -1) where none does."""
    kinds = tokens.kinds
    first = noun
    while first > 0 and kinds[first - 1] in NOMINAL | {ADVERB, QUOTE}:
        first -= 1
    if first and kinds[first - 1] not in (STOP, COMMA, JOIN, THAT, AND):
        return -1, -1
    last = noun
    while last < len(kinds) and (
        kinds[last] in NOMINAL | {PREPOSITION, AND, ADVERB, QUOTE} or tokens.words[last] in _TIMES
    ):
        last += 1
    if last >= len(kinds) or kinds[last] not in _FINITE | {PARTICIPLE}:
        return -1, -1
    end = last
    while end + 1 < len(kinds) and kinds[end + 1] in _GROUP | VERBS:
        end += 1
    return last, end


def to_come(at: int, tokens: Tokens) -> bool:
    """Whether a headline tells the act at `at` as to come: by an infinitive that no verb governs (X to visit Y)."""
    kinds = tokens.kinds
    verb = at
    while verb > 0 and kinds[verb] in NOMINAL | {PREPOSITION, ADVERB}:
        verb -= 1
    if kinds[verb] != INFINITIVE or verb < 2 or kinds[verb - 1] != TO or kinds[verb - 2] not in NOMINAL:
        return False
    return not any(kind in _FINITE | {PARTICIPLE, GERUND} for kind in kinds[:verb])


def in_time_clause(at: int, tokens: Tokens) -> bool:
    """Whether the verb at `at` stands in the present after "when": it is still to come (when he meets Putin)."""
    for place in range(at - 1, -1, -1):
        if tokens.kinds[place] == JOIN:
            return tokens.words[place] in ("when", "once") and tokens.words[at].endswith("s")
        if tokens.kinds[place] in _FINITE | {STOP, WHO, THAT}:
            return False
    return False


def company_of(at: int, tokens: Tokens) -> int:
    """The verb on which the gerund at `at` hangs by "in" ("joined Peru in blaming"); -1 where there is none."""
    if tokens.kinds[at] != GERUND or at < 2 or tokens.words[at - 1] != "in":
        return -1
    for place in range(at - 2, -1, -1):
        if tokens.kinds[place] in VERBS:
            return place
        if tokens.kinds[place] in (STOP, WHO, JOIN, THAT, COMMA):
            break
    return -1


def mood_opens(at: int, tokens: Tokens) -> int:
    """First token of all that colours the verb at `at`: auxiliaries, adverbs, and the words its infinitive hangs on.

    For a noun: its describers, the preposition before it, and the verb that has it as object.
    """
    kinds = tokens.kinds
    joined = company_of(at, tokens)
    at = joined if joined >= 0 else at
    first = at
    if kinds[at] == GERUND and at > 1 and tokens.words[at - 1] == "of" and kinds[at - 2] in NOMINAL:
        return at - 2
    if kinds[at] not in VERBS:
        while first > 0 and kinds[first - 1] in NOMINAL | {ADVERB, QUOTE, PREPOSITION}:
            first -= 1
            if tokens.words[first] in _BESIDE:
                return first + 1
        if first == 0 or kinds[first - 1] not in VERBS:
            return first
        first -= 1
    if kinds[first] == GERUND and tokens.words[max(0, first - 2) : first] == ["forward", "to"]:
        return max(0, first - 3)
    for _ in range(6):
        while first > 0 and kinds[first - 1] in _GROUP:
            first -= 1
        if first > 1 and kinds[first - 1] in (PRONOUN, NAME) and kinds[first - 2] in (HAVE, BE, DO, MODAL):
            first -= 2
            if first and tokens.words[first - 1] in ("nor", "neither", "never"):
                first -= 1
            break
        if kinds[first] != TO or first == 0:
            break
        first -= 1
        while first > 0 and kinds[first] in NOMINAL and kinds[first - 1] in NOMINAL | VERBS | {BE}:
            first -= 1
    return first
