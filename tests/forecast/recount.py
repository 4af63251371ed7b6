"""Why an act is as probable as it is said to be, counted once more by loops over facts, as docs/forecast.md says.

Nothing here is shared with the code that it checks but the learned tables (`Rates`): they have no other source.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from math import exp, log

from stateofplay.forecast.rates import Rates

EVERY = ("AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST")
EVERY += ("ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT")
MUTUAL = {"CONSULT", "AGREE", "COOPERATE"}
LAGS, HORIZONS, REACH, PSEUDO = (1, 2, 4, 7, 14, 30, 60), (7, 30, 90), 365, 0.5
OWN_ACTS, OWN_SHARE, OWN_DAYS, BASE_ACTS, TYPE_ACTS, RULE_CASES = 10, (0.5, 1.0, 1.0), 300, 5, 2, 20
MOST = 15.0  # log-odds of a probability at most
SWAPPED = {"habit": "drawn", "source": "target", "own_act": "answer"}
SWAPPED |= {there: here for here, there in SWAPPED.items()}
RECURRENCE, RETURNED, PAIR, PAIR_BACK, HABIT, DRAWN, SOURCE, TARGET = 0, 5, 7, 12, 17, 19, 21, 24
OWN_SUM, OWN_MOST, ANSWER_SUM, ANSWER_MOST, TREND, LEVEL = 27, 28, 29, 30, 31, 32
"""Where the weights of each kind begin in a row of the learned weights."""


@dataclass(frozen=True)
class Fact:
    """One act, `ago` days before the last day that counts."""

    ago: int
    source: str
    type: str
    target: str
    event: str = ""


Key = tuple[str, str, str]


def ratio(observed: float, expected: float) -> float:
    """Logarithm of observed over expected acts."""
    return log((observed + PSEUDO) / (expected + PSEUDO))


def odds(share: float) -> float:
    """Natural logarithm of the odds."""
    return log(share / (1 - share))


def class_of(a: str, b: str) -> str:
    """Class of a pair of the actors of the tests."""
    roles = ["society" if len(actor) > 3 else "state" for actor in (a, b)]
    region = {"USA": "north-america", "RUS": "europe"}
    where = [region.get(actor[:3], "northeast-asia") for actor in (a, b)]
    near = "own" if a[:3] == b[:3] else "near" if where[0] == where[1] else "far"
    return f"{roles[0]}-{roles[1]}:{near}"


@dataclass(frozen=True)
class Recount:
    """What `told` says of any act within a window of one of the HORIZONS."""

    told: list[Fact]
    within: int
    rates: Rates
    kept: dict[Key, dict[str, float]] = field(default_factory=dict)

    @cached_property
    def facts(self) -> list[Fact]:
        """Those that count: none of later days, none too long ago."""
        return [fact for fact in self.told if 0 <= fact.ago < REACH]

    @cached_property
    def span(self) -> int:
        """Days told of."""
        return max(fact.ago for fact in self.facts) + 1

    @property
    def horizon(self) -> int:
        """Place of the window in HORIZONS."""
        return HORIZONS.index(self.within)

    @cached_property
    def coverage(self) -> float:
        """Acts told over those that the shipped rates expect of as many pairs in as many days."""
        return (len(self.facts) + 1) / (sum(sum(row.values()) for row in self._expected.values()) + 1)

    @cached_property
    def weights(self) -> list[float]:
        """Learned weights at this coverage."""
        return list(self.rates.weights_at(self.coverage)[self.horizon])

    def probability(self, act: Key) -> float:
        """Of an act within the window."""
        total = odds(self.base_rate(act)) + sum(self.parts(act).values())
        return 1 / (1 + exp(-min(max(total, -MOST), MOST)))

    def base_rate(self, act: Key) -> float:
        """Of an act within the window, between two of their class; of a mutual type the mean of both sides."""
        there = odds(self._share(class_of(act[0], act[2]), act[1]))
        back = odds(self._share(class_of(act[2], act[0]), act[1]))
        return 1 / (1 + exp(-(there + back) / 2 if act[1] in MUTUAL else -there))

    def recurrence(self, act: Key, base: float) -> float:
        """The act's own frequency, with `OWN_DAYS` of the base rate added."""
        rate = (len(self._acts(*act)) - OWN_DAYS / self.within * log(1 - base)) / (self.span + OWN_DAYS)
        return 1 - exp(-self.within * rate)

    def parts(self, act: Key) -> dict[str, float]:
        """Log-odds by kind of evidence; of a mutual type the mean of both sides'."""
        there = self._one_way(act)
        if act[1] not in MUTUAL:
            return there
        back = self._one_way(act[::-1])
        return {kind: (part + back[SWAPPED.get(kind, kind)]) / 2 for kind, part in there.items()}

    def rules(self, act: Key) -> dict[tuple[str, str], float]:
        """Log-odds by (own_act or answer, type of the latest earlier act)."""
        there = self._rules_one_way(act)
        if act[1] in MUTUAL:
            back = self._rules_one_way(act[::-1])
            there = {key: (part + back[SWAPPED[key[0]], key[1]]) / 2 for key, part in there.items()}
        for type in MUTUAL:  # both did it: one act, so one rule
            there["own_act", type] += there.pop(("answer", type))
        return there

    def _one_way(self, act: Key) -> dict[str, float]:
        if act not in self.kept:
            found = self._signs(act)
            base = self._share(class_of(act[0], act[2]), act[1])
            total = odds(base) + sum(found.values())
            expected = log(1 + exp(total)) / self.within * self.span
            share = OWN_SHARE[self.horizon] * expected / (expected + OWN_ACTS)
            found["recurrence"] += share * (odds(self.recurrence(act, base)) - total)
            self.kept[act] = found
        return self.kept[act]

    def _signs(self, act: Key) -> dict[str, float]:
        source, type, target = act
        own, back = self._acts(*act), self._acts(target, type, source)
        doing, done_to = self._by(lambda f: (f.source, f.type)), self._by(lambda f: (f.target, f.type))
        sources, targets = self._by(lambda f: f.source), self._by(lambda f: f.target)
        share = (sum(f.type == type for f in self.facts) + 1) / (len(self.facts) + len(EVERY))
        rules = self._rules_one_way(act)
        by = {of: sum(part for (kind, _), part in rules.items() if kind == of) for of in ("own_act", "answer")}
        lately = sum(f.type == type and f.ago < 30 for f in self.facts)
        every = sum(f.type == type for f in self.facts)
        return by | {
            "recurrence": self._sum(RECURRENCE, self._history(own, self._per_day(source, target, type))),
            "returned": self._sum(
                RETURNED, [ratio(len(back), self._per_day(target, source, type) * self.span), self._pace(back, 30)]
            ),
            "pair": self._pair(PAIR, source, target) + self._pair(PAIR_BACK, target, source),
            "habit": self._sum(HABIT, self._usual(doing[source, type], len(sources[source]) * share)),
            "drawn": self._sum(DRAWN, self._usual(done_to[target, type], len(targets[target]) * share)),
            "source": self._sum(SOURCE, self._volume(sources[source], len(self.facts) / len(sources))),
            "target": self._sum(TARGET, self._volume(targets[target], len(self.facts) / len(targets))),
            "trend": self._sum(TREND, [ratio(lately, every * min(30, self.span) / self.span)]),
            "level": self.weights[LEVEL],
        }

    def _sum(self, first: int, signs: list[float]) -> float:
        return sum(weight * sign for weight, sign in zip(self.weights[first:], signs, strict=False))

    def _pair(self, first: int, a: str, b: str) -> float:
        ages = [f.ago for f in self.facts if (f.source, f.target) == (a, b)]
        return self._sum(first, self._history(ages, sum(self._per_day(a, b, type) for type in EVERY)))

    def _history(self, ages: list[int], per_day: float) -> list[float]:
        quiet = log(1 + (min(ages) + 1) * len(ages) / self.span) if ages else 0.0
        return [ratio(len(ages), per_day * self.span), *(self._pace(ages, days) for days in (7, 30, 90)), quiet]

    def _usual(self, ages: list[int], expected: float) -> list[float]:
        return [ratio(len(ages), expected), self._pace(ages, 30)]

    def _volume(self, ages: list[int], usual: float) -> list[float]:
        return [ratio(len(ages), usual), self._pace(ages, 7), self._pace(ages, 30)]

    def _pace(self, ages: list[int], days: int) -> float:
        return ratio(sum(ago < days for ago in ages), len(ages) * min(days, self.span) / self.span)

    def _rules_one_way(self, act: Key) -> dict[tuple[str, str], float]:
        source, type, target = act
        ends = {"own_act": (source, target), "answer": (target, source)}
        found = {}
        for direction, (kind, (a, b)) in enumerate(ends.items()):
            lifts = {before: self._lift(direction, a, before, b, type) for before in EVERY}
            most = max(lifts.values())
            strongest = next(before for before, lift in lifts.items() if lift == most) if most > 0 else ""
            both = (OWN_SUM, OWN_MOST) if kind == "own_act" else (ANSWER_SUM, ANSWER_MOST)
            for before, lift in lifts.items():
                weight = self.weights[both[0]] + (self.weights[both[1]] if before == strongest else 0.0)
                found[kind, before] = weight * lift
        return found

    def _lift(self, direction: int, a: str, before: str, b: str, type: str) -> float:
        """Log-odds that the latest `before` of a toward b, of its age, adds to an act of `type`; 0 if too old."""
        ages = self._acts(a, before, b)
        lag = next((place for place, end in enumerate(LAGS) if min(ages) + 1 <= end), None) if ages else None
        if lag is None:
            return 0.0
        cases, followed = self.rates.cases[self.horizon, direction], self.rates.followed[self.horizon, direction]
        code = EVERY.index(type)
        usual = (followed[:, lag, code].sum() + 0.5) / (cases[:, lag].sum() + 1)
        here = EVERY.index(before)
        seen = (followed[here, lag, code] + RULE_CASES * usual) / (cases[here, lag] + RULE_CASES)
        return float(odds(seen) - odds(usual))

    def _acts(self, source: str, type: str, target: str) -> list[int]:
        return [f.ago for f in self.facts if (f.source, f.type, f.target) == (source, type, target)]

    def _by(self, key: Callable[[Fact], object]) -> "Groups":
        groups = Groups()
        for fact in self.facts:
            groups.setdefault(key(fact), []).append(fact.ago)
        return groups

    @cached_property
    def _pairs(self) -> dict[str, set[tuple[str, str]]]:
        pairs: dict[str, set[tuple[str, str]]] = {}
        for f in self.facts:
            pairs.setdefault(class_of(f.source, f.target), set()).add((f.source, f.target))
        return pairs

    @cached_property
    def _expected(self) -> dict[str, dict[str, float]]:
        """Acts by class and type that the shipped rates expect."""
        found = {}
        for name, pairs in self._pairs.items():
            row = self.rates.per_day.get(name, self.rates.per_day[""])
            found[name] = {type: row[code] * len(pairs) * self.span for code, type in enumerate(EVERY)}
        return found

    def _mix(self, type: str) -> float:
        told = sum(f.type == type for f in self.facts)
        expected = sum(row[type] for row in self._expected.values())
        return (told + TYPE_ACTS) / (self.coverage * expected + TYPE_ACTS)

    def _per_day(self, a: str, b: str, type: str) -> float:
        """Acts a day of a pair of that class: the shipped rate, moved by what is told."""
        name, counts = class_of(a, b), Counter((class_of(f.source, f.target), f.type) for f in self.facts)
        shipped = self.rates.per_day.get(name, self.rates.per_day[""])[EVERY.index(type)] * self._mix(type)
        days = len(self._pairs.get(name, ())) * self.span
        return (counts[name, type] + BASE_ACTS) / (days + BASE_ACTS / (self.coverage * shipped))

    def _share(self, name: str, type: str) -> float:
        """Share of days with such an act within the window; no window has less than a shorter one."""
        return max(self._share_within(place, name, type) for place in range(self.horizon + 1))

    def _share_within(self, place: int, name: str, type: str) -> float:
        days, code = HORIZONS[place], EVERY.index(type)
        hazard = self.rates.hazard.get(name, self.rates.hazard[""])[place][code] * self._mix(type)
        hits, waits, added = 0, 0, BASE_ACTS * days
        for a, b in self._pairs.get(name, ()):
            first = max(f.ago for f in self.facts if (f.source, f.target) == (a, b))
            ages = self._acts(a, type, b)
            asked = range(days - 1, first)  # days ago on which one asked, the window wholly told
            waits += len(asked)
            hits += sum(any(ago - days < age <= ago for age in ages) for ago in asked)
        return (hits + added) / (waits + added / (1 - exp(-self.coverage * hazard)))


class Groups(dict[object, list[int]]):
    """Ages of acts by key; none of a key that has no acts."""

    def __missing__(self, key: object) -> list[int]:
        return []
