"""Tagging: which class each word of a sentence has where words are set apart, from its forms and its neighbours."""

import re
from bisect import bisect_left
from collections.abc import Iterable
from functools import cache

from stateofplay.reading.asides import asides, is_year
from stateofplay.reading.stops import shortened
from stateofplay.reading.word_class import (
    ADJECTIVE,
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
    Classes,
    Tokens,
    classes_of,
)

_FLOATING = frozenset({"all", "both", "each"})
"""Words that may stand between an auxiliary and its verb ("have all faced criticism")."""
_WHICH_TIME = frozenset({"this", "last", "next", "every"})
_PARTICLES = frozenset({"down", "up", "off", "out", "back", "away"})
_SHIFTING = frozenset(
    {"which", "there", "longer", "yet", "long", "following", "next", "first", "then", "since", *_FLOATING}
)
"""Function words, and kinds of them, whose class depends on their neighbours; the others need no look around."""
_BRACKET = 7
"""Words, the brackets among them, up to which a bracket only says a name again."""
_TOKEN = re.compile(r"[^\W_]+(?:[.,'’&/-][^\W_]+)*|[^\s\w]")
_EDGES = frozenset({STOP, JOIN, WHO, THAT})
_MARKS = {
    **dict.fromkeys(",()[]", COMMA),
    **dict.fromkeys(";:.!?—–…-", STOP),
    **dict.fromkeys("\"'“”‘’«»`", QUOTE),
}
_MANY = frozenset({"police", "people", "men", "women", "fishermen", "servicemen", "guardsmen", "militia", "cavalry"})
"""Nouns of several that end in no s."""
_ALONE = frozenset({"both", "two", "three", "four", "five", "all", "some", "many", "others", "few", "most", "each"})
_OPENERS = frozenset({PREPOSITION, DETERMINER, ADJECTIVE})
_BY_CONTEXT = frozenset({TO, HAVE, DO, THAT, ADJECTIVE})


def classified(text: str, language: str, names: Iterable[tuple[int, int]]) -> Tokens | None:
    """The tokens of `text`, those inside `names` as names; None where the language has no classes."""
    classes = classes_of(language)
    if classes is None:
        return None
    spans = [match.span() for match in _TOKEN.finditer(text)]
    tokens = Tokens(
        starts=[start for start, _ in spans],
        ends=[end for _, end in spans],
        words=[text[start:end].lower().replace("’", "'") for start, end in spans],
        kinds=[""] * len(spans),
        times=classes.times,
    )
    for start, end in names:
        for at in range(bisect_left(tokens.starts, start), bisect_left(tokens.starts, end)):
            tokens.kinds[at] = NAME
    _pass_over_brackets(tokens)
    _set_asides(tokens, classes)
    _Resolver(tokens, classes, text).resolve()
    return tokens


def _pass_over_brackets(tokens: Tokens) -> None:
    """Take a short bracket for part of the name before it: "Hizbollah (Party of God) declared a truce"."""
    for at, word in enumerate(tokens.words):
        if word != "(" or not at:
            continue
        end = next((to for to in range(at + 1, min(at + _BRACKET, len(tokens.words))) if tokens.words[to] == ")"), -1)
        if end > 0:
            tokens.kinds[at : end + 1] = [QUOTE] * (end + 1 - at)


def _set_asides(tokens: Tokens, classes: Classes) -> None:
    """Take phrases of time and manner for adverbs ("last week"), but not behind what opens a noun phrase."""
    for first, end in asides(tokens.words, classes.asides):
        before = classes.fixed.get(tokens.words[first - 1]) if first else ""
        if before not in _OPENERS and not any(tokens.kinds[first:end]):
            tokens.kinds[first:end] = [ADVERB] * (end - first)
    for at, word in enumerate(tokens.words[1:-1], start=1):
        if is_year(word) and tokens.words[at - 1] == "in" and _predicates(tokens.words[at + 1], classes):
            tokens.kinds[at - 1 : at + 1] = [ADVERB, ADVERB]


def _predicates(word: str, classes: Classes) -> bool:
    """Whether a word opens a predicate: an auxiliary, or a verb in the past ("Russia in 2014 annexed")."""
    if word in classes.fixed:
        return classes.fixed[word] in (HAVE, BE, MODAL, DO)
    return "ed" in (classes.tags.get(word) or _by_ending(word))


class _Resolver:
    """Walks the tokens once from left to right, deciding each by what stands before and after it."""

    def __init__(self, tokens: Tokens, classes: Classes, text: str) -> None:
        self.tokens, self.kinds, self.words = tokens, tokens.kinds, tokens.words
        self.classes, self.text = classes, text
        self.finite = self.joined = False
        written = [text[start] for start in tokens.starts if text[start].isalpha()]
        self.headline = sum(c.isupper() for c in written) > 0.6 * len(written)

    def resolve(self) -> None:
        for at, word in enumerate(self.words):
            if not self.kinds[at]:
                self.kinds[at] = self._kind(at, word)
            kind = self.kinds[at]
            if kind == COMMA and self.joined:
                self.finite = self.joined = False
            elif kind in _EDGES or kind == AND:
                self.finite, self.joined = False, self.joined or (kind == JOIN and self._opens_sentence(at))
            elif kind in (FINITE, BE, MODAL, HAVE, DO):
                self.finite = not (kind == FINITE and word in self.classes.reports)

    def _opens_sentence(self, at: int) -> bool:
        """Whether a clause that the main one follows opens at `at` ("When Peru left, Chile consistently refused")."""
        return at == 0 or self.kinds[at - 1] in (STOP, QUOTE)

    def _kind(self, at: int, word: str) -> str:
        if not word[0].isalnum():
            return QUOTE if word == "." and shortened(self.text, self.tokens.starts[at]) else _MARKS.get(word, NOUN)
        if word.endswith("'s") and word[:-2] not in self.classes.fixed:
            return NOUN
        fixed = self.classes.fixed.get(word)
        if fixed == MODAL and self._proper(at):
            return PROPER
        tags = self.classes.tags.get(word) or _by_ending(word)
        if fixed:
            return self._function(at, word, fixed, tags)
        if not tags:
            return DETERMINER if word[0].isdigit() else ADVERB if word.endswith("ly") else NOUN
        if self._proper(at):
            return PROPER
        return NOUN if tags == {"noun"} else self._verb(at, tags)

    def _proper(self, at: int) -> bool:
        """Whether a capital letter in the middle of a sentence makes the word part of a name (7 March)."""
        if self.headline or not at or not self.text[self.tokens.starts[at]].isupper():
            return False
        return self.kinds[at - 1] not in (STOP, QUOTE) and self.words[at - 1] not in ("-", ":", ")")

    def _function(self, at: int, word: str, fixed: str, tags: frozenset[str]) -> str:
        if fixed not in _BY_CONTEXT and word not in _SHIFTING:
            return fixed
        following = self._after(at)
        if fixed == TO:
            return TO if following and "base" in self._tags(following) else PREPOSITION
        if fixed == HAVE:
            turned = at > 0 and self.words[at - 1] in ("nor", "neither", "never")
            if turned or following == "yet" or self._leads_to_participle(at):
                return HAVE
            return INFINITIVE if self._before(at) == TO else FINITE
        if fixed == DO:
            return DO if following and ("base" in self._tags(following) or following == "not") else FINITE
        if fixed == THAT:
            return self._that(at, following)
        if fixed == ADJECTIVE and tags & {"base", "s", "ing"} and self._before(at) in (TO, MODAL, DO):
            return INFINITIVE if self._before(at) == TO else FINITE
        if (
            fixed == ADJECTIVE
            and "ed" in tags
            and self._before(at) in (NAME, NOUN, PRONOUN)
            and self._completed(at + 1)
        ):
            return FINITE
        if word == "which":
            return WHO
        if word in _FLOATING and self._before(at) in (HAVE, BE, MODAL) and "ed" in self._tags(following or ""):
            return ADVERB
        if word == "there":
            return PRONOUN if self.classes.fixed.get(following) in (BE, MODAL, HAVE) else ADVERB
        if word == "longer" and at and self.words[at - 1] == "no":
            self.kinds[at - 1] = ADVERB
        if word == "yet" and (following == "to" or self._before(at) in (HAVE, BE, DO) or self.words[at - 1] == "not"):
            return ADVERB
        if word == "long" and self._before(at) in (HAVE, BE):
            return ADVERB
        if word == "following" and self._before(at) == BE:
            return FINITE
        if (
            word == "then"
            and self._before(at) in (NAME, NOUN, PRONOUN, HAVE, MODAL)
            and self._tags(following or "") - {"noun"}
        ):
            return ADVERB
        if word == "since" and self._before(at) == HAVE and "ed" in self._tags(following or ""):
            return ADVERB
        if word in ("next", "first") and self._timed(at, self._tags(following or "")):
            return ADVERB
        return fixed

    def _timed(self, at: int, following: frozenset[str]) -> bool:
        """Whether "first" or "next" at `at` tells when a verb acts ("will next visit", "Peru first refused")."""
        before = self._before(at)
        return (before == MODAL and "base" in following) or (
            before in (NAME, PRONOUN, HAVE) and "ed" in following and "noun" not in following
        )

    def _that(self, at: int, following: str) -> str:
        before = self._before(at)
        opens = self.classes.fixed.get(following, "")
        if before in (NOUN, NAME) and (opens in (MODAL, BE, HAVE, DO) or self._tags(following) & {"s", "ed"}):
            return WHO
        if before in ("", STOP) and (opens in (MODAL, BE, HAVE) or self._tags(following) & {"s", "ed"}):
            return PRONOUN
        return THAT

    def _verb(self, at: int, tags: frozenset[str]) -> str:
        before = self._before(at)
        if "ing" in tags:
            return self._ing(at, before, tags)
        if "ed" in tags and "base" not in tags:
            return self._ed(at, before)
        if before == TO:
            return INFINITIVE if "base" in tags else NOUN
        if before in (MODAL, DO):
            return FINITE
        if "ed" in tags and before in (HAVE, BE):
            return PARTICIPLE if before == BE else FINITE
        if "ed" in tags and before in (NOUN, NAME) and self._doer_follows(at):
            return PARTICIPLE
        if before == AND and tags == {"base"} and self._last_verb(at) == INFINITIVE:
            return INFINITIVE
        if "noun" not in tags:
            return NOUN if before == DETERMINER or (before == ADJECTIVE and "base" in tags) else FINITE
        return self._either(at, tags, before)

    def _leads_phrase(self, at: int) -> bool:
        """Whether the noun phrase up to `at` hangs on a preposition of place or time (at a ministers' meeting)."""
        while at > 0 and self.kinds[at] in NOMINAL:
            at -= 1
        return self.words[at] in self.classes.scenes

    def _is_thing(self, at: int) -> bool:
        """Whether what follows shows that the word in -ing is a noun (a meeting of both, the meeting was)."""
        following = self._after(at)
        if following == "of":
            return self.kinds[at + 2 : at + 3] == [NAME]
        if self._before(at) == NAME and self._hangs_on(at - 1) in ("of", "on"):
            return not self._object_follows(at)
        return following == "between" or self.classes.fixed.get(following) in (BE, MODAL)

    def _ing(self, at: int, before: str, tags: frozenset[str]) -> str:
        if before == BE:
            return FINITE
        if "noun" in tags and self._after(at) == "between":
            return NOUN
        if before in (NAME, NOUN) and "noun" in tags and (self._leads_phrase(at - 1) or self._is_thing(at)):
            return NOUN
        if before in (DETERMINER, ADJECTIVE) or (before in (NAME, NOUN) and self.words[at - 1].endswith(("'s", "s'"))):
            return ADJECTIVE if self._opens_noun(at) else NOUN
        return GERUND

    def _ed(self, at: int, before: str) -> str:
        if before == BE:
            return PARTICIPLE
        if before == HAVE:
            return FINITE
        following = self._after(at)
        if self.words[at] in self.classes.reports and before in (NOUN, NAME, PRONOUN, COMMA, AND):
            return PARTICIPLE if following == "by" else FINITE
        if (
            before == DETERMINER
            and self._stands_alone(at - 1)
            and (self._names_owner(at + 1) or not self._opens_noun(at))
        ):
            return FINITE
        if before == DETERMINER and self.words[at - 1].isdigit() and self.kinds[at - 2 if at > 1 else 0] == PROPER:
            return FINITE
        if before in (DETERMINER, ADJECTIVE) or (before == PREPOSITION and self._opens_noun(at)):
            return ADJECTIVE
        if before in VERBS and self._opens_noun(at) and following not in self.classes.fixed:
            return ADJECTIVE
        if before in (NOUN, NAME) and self._doer_follows(at):
            return PARTICIPLE
        if self.words[at] in self.classes.pasts and before in (NOUN, NAME, PRONOUN, WHO):
            return FINITE
        if following == "by" or (before in (NOUN, NAME) and self.finite and not self._object_follows(at)):
            return PARTICIPLE
        return FINITE

    def _doer_follows(self, at: int) -> bool:
        """Whether "by" follows and what may be who did it, no figure and no means (hit by raids, rose by 5%)."""
        after = self.words[at + 2] if self._after(at) == "by" and at + 2 < len(self.words) else ""
        return bool(after) and not after[0].isdigit() and not after.endswith("ing")

    def _stands_alone(self, at: int) -> bool:
        return self.words[at] in _ALONE or self.words[at][0].isdigit()

    def _completed(self, at: int) -> bool:
        """Whether what opens at `at` completes a verb: a noun with its article, "that", or a form in -ing."""
        if at >= len(self.words):
            return False
        fixed = self.classes.fixed.get(self.words[at], "")
        return fixed in (DETERMINER, THAT, TO) if fixed else "ing" in self._tags(self.words[at])

    def _names_owner(self, at: int) -> bool:
        """Whether a state stands at `at` as the owner of an object ("both condemned Peru's move")."""
        return at < len(self.words) and self.kinds[at] == NAME and self.words[at].endswith(("'s", "s'"))

    def _either(self, at: int, tags: frozenset[str], before: str) -> str:
        if before in (PRONOUN, WHO):
            return FINITE
        if before in (DETERMINER, ADJECTIVE, PREPOSITION, STOP, "", BE) or before in VERBS:
            return NOUN
        if before == AND:
            return self._like_the_last(at, tags)
        beside = at - 1
        while beside and self.kinds[beside] == ADVERB:
            beside -= 1
        fits = "s" in tags or self._plural(beside) or "ed" in tags
        if before == NAME and (link := self._hangs_on(at - 1)):
            if "s" in tags and link in self.classes.beneath and not self._object_follows(at):
                return NOUN
            if not tags & {"s", "ed"} and link != "with":
                return NOUN
        if before in (NOUN, NAME) and fits and not self.finite:
            return FINITE if self._object_follows(at) or not self._finite_follows(at) else NOUN
        if before == COMMA and not self.finite and "base" not in tags:
            return FINITE if self._object_follows(at) else NOUN
        return FINITE if before in (JOIN, THAT) and self._object_follows(at) and "s" not in tags else NOUN

    def _last_verb(self, at: int) -> str:
        """Class of the last verb before in the same clause."""
        for place in range(at - 1, -1, -1):
            if self.kinds[place] in _EDGES:
                break
            if self.kinds[place] in VERBS:
                return self.kinds[place]
        return ""

    def _hangs_on(self, at: int) -> str:
        """The preposition on which the name that ends at `at` hangs: it is hardly a subject (in the Peru war)."""
        while at >= 0 and self.kinds[at] in (NAME, QUOTE, DETERMINER):
            at -= 1
        return self.words[at] if at >= 0 and self.kinds[at] == PREPOSITION else ""

    def _like_the_last(self, at: int, tags: frozenset[str]) -> str:
        for place in range(at - 1, -1, -1):
            kind = self.kinds[place]
            if kind in _EDGES:
                break
            if kind in VERBS and self._object_follows(at):
                same = self.classes.tags.get(self.words[place], frozenset()) & tags - {"noun"}
                return kind if same else NOUN
        return NOUN

    def _before(self, at: int) -> str:
        """Class of the last word before that is no adverb or quotation mark."""
        place = at - 1
        while place >= 0 and self.kinds[place] in (ADVERB, QUOTE):
            place -= 1
            if place > 0 and self.kinds[place] == PREPOSITION and self.kinds[place + 1] == ADVERB:
                place -= 1
        if place >= 0 and self.kinds[place] in (NAME, NOUN) and self.words[place].endswith(("'s", "s'")):
            return DETERMINER
        return self.kinds[place] if place >= 0 else ""

    def _after(self, at: int) -> str:
        place = at + 1
        while place < len(self.words) and (
            self.kinds[place] == ADVERB
            or self.classes.fixed.get(self.words[place]) == ADVERB
            or self.words[place].endswith("ly")
            or self.words[place] in _FLOATING
        ):
            place += 1
        return self.words[place] if place < len(self.words) else ""

    def _tags(self, word: str) -> frozenset[str]:
        return self.classes.tags.get(word) or _by_ending(word)

    def _leads_to_participle(self, at: int) -> bool:
        following = self._after(at)
        if following == "since":
            following = self._after(at + 1)
        return following == "been" or "ed" in self._tags(following)

    def _opens_noun(self, at: int) -> bool:
        """Whether what follows can be the noun that this word describes."""
        if at + 1 >= len(self.words):
            return False
        word = self.words[at + 1]
        if word in self.classes.fixed:
            return self.classes.fixed[word] in (ADJECTIVE, NOUN)
        tags = self._tags(word)
        return word[0].isalnum() and not ("ed" in tags and not tags & {"noun", "base"})

    def _object_follows(self, at: int) -> bool:
        """Whether the next word opens an object, a complement or an adverbial that only a verb takes."""
        if at + 1 >= len(self.words):
            return False
        if self.kinds[at + 1] == NAME:
            return True
        word = self.words[at + 1]
        fixed = self.classes.fixed.get(word, "")
        if word in _WHICH_TIME and at + 2 < len(self.words) and self.words[at + 2] in self.classes.times:
            return False
        if fixed:
            return fixed in (DETERMINER, ADJECTIVE, PRONOUN, TO, THAT) or (word in _PARTICLES and self._counted(at + 2))
        if word[0].isdigit():
            return True
        tags = self._tags(word)
        if tags == {"ing"} and self.kinds[at - 1] == NAME:
            return False
        return word[0].isalpha() and not word.endswith("ly") and ("noun" in tags or not tags & {"ed", "s"})

    def _counted(self, at: int) -> bool:
        """Whether a noun with its article or number opens at `at` ("shot down 17 drones")."""
        if at >= len(self.words):
            return False
        return self.words[at][0].isdigit() or self.classes.fixed.get(self.words[at]) == DETERMINER

    def _finite_follows(self, at: int) -> bool:
        """Whether a verb that can only be finite follows in the same clause."""
        for place in range(at + 1, len(self.words)):
            word = self.words[place]
            fixed = self.classes.fixed.get(word, "")
            if fixed in (MODAL, BE, HAVE, DO):
                return True
            if fixed in (JOIN, WHO, THAT) or word in ",;:.":
                return False
            tags = self._tags(word)
            if not fixed and (tags == {"ed"} or tags == {"s"}):
                return True
        return False

    def _plural(self, at: int) -> bool:
        return self.words[at].endswith("s") or self.kinds[at] == NAME or self.words[at] in _MANY


@cache
def _by_ending(word: str) -> frozenset[str]:
    """Tags of a word that no list has, by its ending."""
    if len(word) > 4 and word.endswith("ed") and not word.endswith("eed"):
        return frozenset({"ed"})
    if len(word) > 5 and word.endswith("ing"):
        return frozenset({"ing"})
    return frozenset()
