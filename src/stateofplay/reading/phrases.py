"""Phrases: the subject of each verb and the objects after it, read off word classes in a language of spaced words.

A subject is looked for leftwards from its verb: past auxiliaries and adverbs, over what stands between commas, to the
antecedent of "who", to the verb that shares it over "and", or to whoever steers an infinitive.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from stateofplay.reading.mention import GENITIVE, Mention
from stateofplay.reading.word_class import (
    ADVERB,
    AND,
    BE,
    COMMA,
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
    Classes,
    Tokens,
)

_GROUP = frozenset({ADVERB, BE, HAVE, DO, MODAL, TO, QUOTE})
_INSIDE = NOMINAL | {ADVERB, PREPOSITION, AND, QUOTE, PARTICIPLE, GERUND}
_CLAUSE = frozenset({FINITE, BE, MODAL, HAVE, DO})
_DOERS = ("by", "between")
_DEPTH = 5
_DASHES = frozenset("—–")


class Subject(NamedTuple):
    """Tokens `first`..`last` of a subject, and the mention that stands for it, None where its actor is unknown."""

    first: int
    last: int
    mention: Mention | None
    by_place: bool = False


class Object(NamedTuple):
    """A mention after a verb or noun, the preposition before it ("" for none), and how many verbs stand between."""

    mention: Mention
    preposition: str
    depth: int
    modifier: bool


@dataclass(kw_only=True)
class Phrases:
    """The tokens of a sentence with the mentions among them."""

    tokens: Tokens
    mentions: tuple[Mention, ...]
    classes: Classes

    def __post_init__(self) -> None:
        self.kinds = list(self.tokens.kinds)
        self.words = self.tokens.words
        self.holder: list[Mention | None] = [None] * len(self.kinds)
        for mention in self.mentions:
            for at in range(self.tokens.at(mention.start), len(self.kinds)):
                if self.tokens.starts[at] >= mention.end:
                    break
                self.kinds[at], self.holder[at] = NAME, mention

    def subject(self, at: int, depth: int = 0) -> Subject | None:
        """The subject of the verb at token `at`; None where the sentence names none."""
        if depth > _DEPTH:
            return None
        first = self.group(at)
        if self.kinds[at] == INFINITIVE:
            return self._steered(first, depth)
        if self.kinds[at] == GERUND:
            return self._of_gerund(at, depth)
        bare = self.kinds[at] == PARTICIPLE and not self.is_passive_clause(at)
        before = self._back(first - 1)
        if before < 0:
            return self._of_next(at, depth) if bare else None
        kind = self.kinds[before]
        if kind == WHO:
            return self._antecedent(before)
        if kind == AND:
            return self._shared(before, depth)
        if kind == COMMA:
            return self._of_previous(before, depth) if bare else self._over_comma(before, depth)
        if kind == PRONOUN and self.words[before] in self.classes.speakers:
            return self._speaker(at, before)
        if kind == STOP and (opens := self._dashed(before)) > 0:
            before = self._back(opens - 1)
            kind = self.kinds[before]
        return self._owned(self.phrase(before)) if kind in NOMINAL or kind == PREPOSITION else None

    def _owned(self, found: Subject) -> Subject:
        """The subject, or whose it is where it opens a relative clause: "the junta in Mali, whose troops fired"."""
        whose = next((at for at in range(found.last, found.first - 1, -1) if self.words[at] == "whose"), 0)
        owner = self._antecedent(whose) if whose else None
        if owner is None:
            return found
        return Subject(whose, found.last, owner.mention, owner.by_place)

    def _dashed(self, at: int) -> int:
        """The dash that opens what the dash at `at` closes, so that the sentence goes on behind it; else 0."""
        if self.words[at] not in _DASHES:
            return 0
        return next((place for place in range(at - 1, 0, -1) if self.words[place] == self.words[at]), 0)

    def _speaker(self, at: int, pronoun: int) -> Subject:
        """Who says "we" or "I" in quoted speech: whoever a verb of speech after it names."""
        for place in range(at + 1, len(self.kinds)):
            if self.kinds[place] != FINITE or self.words[place] not in self.classes.reports:
                continue
            before = self._back(place - 1)
            if before > 0 and self.kinds[before] in NOMINAL:
                return self.phrase(before)
            after = next((self.holder[at] for at in range(place + 1, len(self.kinds)) if self.holder[at]), None)
            return Subject(place, place, after)
        return Subject(pronoun, pronoun, None)

    def is_passive_clause(self, at: int) -> bool:
        """Whether a form of be stands in the verb group of the participle at `at`."""
        return any(self.kinds[place] == BE for place in range(self.group(at), at))

    def objects(self, at: int) -> Iterator[Object]:
        """Mentions after token `at` up to the end of its clause."""
        preposition, depth, last = "", 0, None
        for place in range(at, len(self.kinds)):
            kind = self.kinds[place]
            mention = self.holder[place]
            if mention is not None:
                if mention is not last:
                    yield Object(mention, preposition, depth, self._modifies(mention))
                    last = mention
            elif kind in (STOP, JOIN, THAT, WHO, FINITE, MODAL) or (kind in (BE, HAVE, DO) and place > at):
                return
            elif kind == COMMA:
                if not self._aside(place):
                    return
            elif kind == PREPOSITION and self.words[place] in self.classes.meanwhile:
                return
            elif kind == PREPOSITION and not (preposition in _DOERS and self.words[place] in ("of", "from", "in")):
                preposition = self.words[place]
            elif kind in (INFINITIVE, GERUND, PARTICIPLE):
                depth, preposition = depth + 1, ""

    def clause_end(self, at: int) -> int:
        """Where in the text the clause of the verb at `at` ends: at the next finite verb without a "that"."""
        for place in range(at + 1, len(self.kinds)):
            if self.kinds[place] in (THAT, WHO):
                break
            if self.kinds[place] in (FINITE, STOP, JOIN) or (self.kinds[place] == COMMA and not self._aside(place)):
                return self.tokens.starts[place]
        return self.tokens.ends[-1]

    def owner(self, at: int) -> Mention | None:
        """The mention before the noun at `at` inside the same noun phrase (China's demand, the Turkish offer)."""
        place = at - 1
        while place >= 0 and (self.kinds[place] in NOMINAL or self.kinds[place] == QUOTE):
            if self.holder[place] is not None:
                return self.holder[place]
            place -= 1
        return None

    def governor(self, at: int) -> tuple[int, str]:
        """Token and class of what the phrase around `at` hangs on: a verb, a preposition, or what opens a clause."""
        place = at - 1
        while place >= 0 and self.kinds[place] in NOMINAL | {ADVERB, QUOTE}:
            place -= 1
        return (place, self.kinds[place]) if place >= 0 else (-1, "")

    def verb_before(self, at: int, kinds: frozenset[str] = VERBS) -> int:
        """The nearest token of these classes before `at` in its sentence part; -1 for none."""
        for place in range(at - 1, -1, -1):
            if self.kinds[place] in kinds:
                return place
            if self.kinds[place] == STOP:
                return -1
        return -1

    def phrase(self, last: int) -> Subject:
        """The noun phrase that ends at token `last`."""
        first = last
        while first >= 0 and self.kinds[first] in _INSIDE:
            first -= 1
        verb = first >= 0 and self.kinds[first] in VERBS and self.words[first] not in self.classes.reports
        first += 1
        if verb:
            ands = [at for at in range(first, last) if self.kinds[at] == AND]
            first = ands[-1] + 1 if ands else first
        return self._picked(first, last)

    def _picked(self, first: int, last: int) -> Subject:
        """The mention of the head of the phrase, else the first that hangs on it."""
        while first <= last and (
            self.kinds[first] in (AND, ADVERB, QUOTE)
            or (self.kinds[first] == PREPOSITION and self.kinds[first + 1] == ADVERB)
        ):
            first += 1
        head = next((at for at in range(first, last + 1) if self.kinds[at] == PREPOSITION), last + 1)
        inside = [self.holder[at] for at in range(first, head) if self.holder[at] is not None]
        if inside:
            return Subject(first, last, inside[-1])
        rest = [self.holder[at] for at in range(head, last + 1) if self.holder[at] is not None]
        if not rest:
            return Subject(first, last, None)
        return Subject(first, last, rest[-1] if head == first else _owned_by(rest), by_place=True)

    def group(self, at: int) -> int:
        """First token of the verb group of `at`: its auxiliaries and the adverbs among them."""
        first = at
        while first > 0 and self.kinds[first - 1] in _GROUP:
            first -= 1
        while first < at and self.kinds[first] in (ADVERB, QUOTE):
            first += 1
        return first

    def _back(self, at: int) -> int:
        while at >= 0 and (
            self.kinds[at] in (ADVERB, QUOTE) or (self.kinds[at] == PREPOSITION and self.kinds[at + 1] == ADVERB)
        ):
            at -= 1
        return at

    def _antecedent(self, who: int) -> Subject | None:
        at = who - 1
        while at >= 0 and self.kinds[at] in (COMMA, PREPOSITION, ADVERB, QUOTE):
            at -= 1
        if at < 0:
            return None
        found = self.phrase(at)
        # "A sharp answer from Seoul, which ...": a clause tells of the noun beside it where the head is nobody.
        beside = self.holder[at] if found.by_place else None
        return found._replace(mention=beside, by_place=False) if beside is not None else found

    def _shared(self, and_: int, depth: int) -> Subject | None:
        verb = self.verb_before(and_, frozenset({FINITE, PARTICIPLE, BE}))
        if self.kinds[and_ - 1] == COMMA and self.kinds[and_ + 1] == FINITE:
            verb = self._teller(and_, verb)
        return self.subject(verb, depth + 1) if verb >= 0 else None

    def _teller(self, at: int, verb: int) -> int:
        """The verb that tells what another should do, where one told as done goes on over a comma; else `verb`.

        "Told Peru that it should stop, and urged", not "said that it had stopped, and left".
        """
        that = next((place for place in range(at, 0, -1) if self.kinds[place] in (THAT, STOP)), 0)
        if self.kinds[that] != THAT or MODAL not in self.kinds[that:at]:
            return verb
        teller = self.verb_before(that, frozenset({FINITE, PARTICIPLE, BE}))
        return teller if teller >= 0 else verb

    def _of_previous(self, at: int, depth: int) -> Subject | None:
        verb = self.verb_before(at, frozenset({FINITE, PARTICIPLE, BE}))
        return self.subject(verb, depth + 1) if verb >= 0 else self._of_next(at, depth)

    def subject_ahead(self, at: int) -> Subject | None:
        """The subject of the clause that goes on behind the comma after `at`: "Fresh from talks with Peru, it"."""
        return self._of_next(at, 0)

    def _of_next(self, at: int, depth: int) -> Subject | None:
        """The subject of the main clause that a participle opens: "Speaking in Kyiv, he warned"."""
        comma = next((place for place in range(at, len(self.kinds)) if self.kinds[place] == COMMA), -1)
        if comma < 0:
            return None
        verb = next((place for place in range(comma, len(self.kinds)) if self.kinds[place] in _CLAUSE), -1)
        return self.subject(verb, depth + 1) if verb >= 0 else None

    def _of_gerund(self, at: int, depth: int) -> Subject | None:
        before = self._back(at - 1)
        if before < 0:
            return self._of_next(at, depth)
        verb = self.verb_before(at, VERBS | {BE})
        if self.kinds[before] in NOMINAL:
            opens = next((place for place in range(before, max(verb, 0), -1) if self.kinds[place] == JOIN), verb)
            hangs = any(
                self.kinds[place] == PREPOSITION and not self._absolute(place, before)
                for place in range(max(opens, 0), before)
            )
            found = self.phrase(before) if not hangs or verb < 0 else None
            if found is not None and (found.mention is not None or verb < 0):
                return found
        if self.kinds[before] == COMMA:
            verb = self.verb_before(before, _CLAUSE)
            return self.subject(verb, depth + 1) if verb >= 0 else self._of_next(at, depth)
        if verb < 0:
            return self._of_next(at, depth)
        return self._steered(at, depth)

    def _absolute(self, at: int, last: int) -> bool:
        """Whether "with" opens what somebody else does meanwhile (with Peru threatening to leave)."""
        return self.words[at] == "with" and all(self.kinds[place] in NOMINAL for place in range(at + 1, last + 1))

    def _steered(self, first: int, depth: int) -> Subject | None:
        """Who does what an infinitive or gerund says: the object of a verb that steers, else the verb's own subject."""
        if first and self.words[first - 1] in self.classes.bystanders:
            return Subject(first - 1, first - 1, None)
        verb = self.verb_before(first, VERBS | {BE, HAVE})
        if verb < 0:
            return self.phrase(first - 1) if first > 0 and self.kinds[first - 1] in NOMINAL else None
        owner = self._owner_of_noun(first)
        if owner is not None:
            return Subject(first - 1, first - 1, owner)
        if self.words[verb] in self.classes.steers and self.kinds[verb] != PARTICIPLE:
            between = [self.holder[at] for at in range(verb + 1, first) if self.holder[at] is not None]
            if between:
                return Subject(verb + 1, first - 1, between[0])
            if first - verb > 2:
                return Subject(verb + 1, first - 1, None)
        return self.subject(verb, depth + 1)

    def _owner_of_noun(self, first: int) -> Mention | None:
        """Whose noun an infinitive hangs on that opens at `first`: a president's decision to leave."""
        if self.kinds[first] != TO or not first or self.kinds[first - 1] != NOUN:
            return None
        owner = self.owner(first - 1)
        return owner if owner is not None and owner.case is GENITIVE else None

    def _over_comma(self, comma: int, depth: int) -> Subject | None:
        """The subject beyond what stands between commas (an apposition, a relative clause, an aside)."""
        found: Subject | None = None
        end, who = comma, -1
        while end > 0:
            start = end
            while start > 0 and self.kinds[start - 1] not in (COMMA, STOP):
                start -= 1
            opening = self.kinds[start] if start < end else ""
            finite = any(self.kinds[at] in _CLAUSE for at in range(start, end))
            relative = WHO in self.kinds[start : min(start + 3, end)] or self.words[start] in ("whose", "where")
            if finite and not relative:
                # "It angered Peru, which left, closed its port, and ...": a list goes on in the relative clause.
                return found or (self._antecedent(who) if who >= 0 else None) or self._tail(start, end, depth)
            if finite and self.kinds[start] == WHO:
                who = start
            if not finite and (opening in NOMINAL or opening in (AND, JOIN)) and start < end:
                found = self._apposed(self._picked(start + (opening in (AND, JOIN)), end - 1), found)
            if start == 0 or self.kinds[start - 1] == STOP:
                break
            end = start - 1
        return found

    def _apposed(self, named: Subject, apposition: Subject | None) -> Subject:
        """A person of no known state, whose state an apposition tells: "Ana Diaz, a spokeswoman for Peru's army, "."""
        if named.mention is not None or apposition is None or apposition.mention is None:
            return named
        if any(self.kinds[at] != PROPER for at in range(named.first, named.last + 1)):
            return named
        return Subject(named.first, named.last, apposition.mention)

    def _tail(self, start: int, end: int, depth: int) -> Subject | None:
        """The phrase that ends a clause where a new clause opened there, else the subject of that clause's verb."""
        opener = next(
            (at for at in range(end - 1, start - 1, -1) if self.kinds[at] not in _INSIDE or self.kinds[at] == AND),
            start,
        )
        if opener < end - 1 and (
            self.kinds[opener] in (THAT, JOIN)
            or (self.kinds[opener] == FINITE and self.words[opener] in self.classes.reports)
        ):
            return self._picked(opener + 1, end - 1)
        verb = self.verb_before(end, _CLAUSE)
        return self.subject(verb, depth + 1) if verb >= start else None

    def _aside(self, comma: int) -> bool:
        """Whether a short aside of place or time opens at a comma."""
        following = comma + 1
        return following < len(self.kinds) and self.kinds[following] in (PREPOSITION, ADVERB)

    def _modifies(self, mention: Mention) -> bool:
        """Whether a mention only describes the noun after it (the Russian ambassador, China's offer)."""
        at = self.tokens.at(mention.start)
        while at < len(self.kinds) and self.holder[at] is mention:
            at += 1
        return at < len(self.kinds) and self.kinds[at] in NOMINAL and self.tokens.starts[at] - mention.end <= 2


def _owned_by(named: list[Mention | None]) -> Mention | None:
    """The first of those named, or what it owns: "the leader of Lebanon's Hezbollah" is of Hezbollah."""
    owner = named[0]
    owned = next((mention for mention in named if mention is not owner), None)
    if owner is None or owned is None or owner.case is not GENITIVE or owned.start - owner.end > len("'s "):
        return owner
    return owned


def is_unmet(at: int, phrases: Phrases) -> bool:
    """Whether an act is only what an effort, a chance or a need is for (efforts to reach a truce), or its object."""
    kinds = phrases.kinds
    while at > 0 and kinds[at] in NOMINAL:
        at -= 1
    if at < 2:
        return False
    to_do = kinds[at] == INFINITIVE and kinds[at - 1] == TO
    of_doing = kinds[at] == GERUND and phrases.words[at - 1] == "of"
    return (to_do or of_doing) and phrases.words[at - 2] in phrases.classes.unmet
