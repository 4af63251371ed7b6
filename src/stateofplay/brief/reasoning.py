"""Reasoning: a move and the reasons for it in the words of one language, every figure as the reason has it."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from stateofplay.brief.act import done, noun
from stateofplay.brief.phrasing import Phrasing
from stateofplay.day import Day
from stateofplay.forecast.move import Move
from stateofplay.forecast.reason import Figure, Reason
from stateofplay.knowledge.region import available, merged
from stateofplay.knowledge.table import structure

_FILE: Final = ("vocabulary", "forecast", "reasons.yaml")
_FEW: Final = 0.05
_SHARE: Final = "share"
_ACTORS: Final = ("source", "target", "actor")


def act(move: Move, phrasing: Phrasing) -> str:
    """What a move is, as a noun: `criticism of Japan by China`."""
    return noun(move.type, (move.source,), (move.target,), phrasing)


def told(reason: Reason, move: Move, phrasing: Phrasing) -> str:
    """One reason for or against a move as a sentence; KeyError for a kind without a template."""
    kind = structure(*_FILE)["kinds"][reason.kind]
    figures = dict(_figures(reason.numbers, phrasing)) | dict(_acts(reason, move, kind, phrasing))
    sentence = str(kind[_form(reason, kind)][phrasing.tag]).format(**figures)
    return sentence[0].upper() + sentence[1:]


def share(probability: float, phrasing: Phrasing) -> str:
    """A probability in whole per cent, below 5 % with one in how many: `34 %`, `3 % (1 in 38)`.

    >>> from stateofplay.brief.phrasing import phrasing
    >>> share(0.344, phrasing("en")), share(0.026, phrasing("en")), share(0.0004, phrasing("en"))
    ('34 %', '3 % (1 in 38)', 'under 1 % (1 in 2500)')
    """
    percent, odds = percent_of(probability, phrasing), odds_of(probability, phrasing)
    return str(_words("share", phrasing)["both"]).format(percent=percent, odds=odds) if odds else percent


def percent_of(probability: float, phrasing: Phrasing) -> str:
    """A probability in whole per cent: `34 %`, `under 1 %`."""
    words = _words("share", phrasing)
    form = "least" if 0 < probability < _FEW / 10 else "whole"
    return str(words[form]).format(percent=f"{100 * probability:.0f}")


def odds_of(probability: float, phrasing: Phrasing) -> str:
    """A probability below 5 % as one in how many: `1 in 38`; "" for any other."""
    if not 0 < probability < _FEW:
        return ""
    return str(_words("share", phrasing)["odds"]).format(many=f"{1 / probability:.0f}")


def band(move: Move, phrasing: Phrasing) -> str:
    """The 80 % band of a move: `12–57 %`."""
    low, high = (f"{100 * end:.0f}" for end in (move.low, move.high))
    return str(_words("share", phrasing)["band"]).format(low=low, high=high)


def likelihood(probability: float, phrasing: Phrasing) -> str:
    """The word of the scale for a probability, such as `unlikely`; the scale stands beside the words."""
    scale = structure(*_FILE)["likelihood"]
    row = next((row for row in scale if probability < row["below"]), scale[-1])
    return str(row[phrasing.tag])


def _form(reason: Reason, kind: Mapping[str, Any]) -> str:
    """Which form of a template fits a reason."""
    total = reason.numbers.get("total")
    if isinstance(total, int | float):
        if total == 0 and "none" in kind:
            return "none"
        if 0 < total <= 1 and "one" in kind:
            return "one"
    return "against" if reason.weight < 0 and "against" in kind else "plain"


def _figures(numbers: Mapping[str, Figure], phrasing: Phrasing) -> Iterator[tuple[str, str]]:
    """Every number of a reason as text, and what is made of several."""
    for name, value in numbers.items():
        yield name, _figure(name, value, phrasing)
    for name in numbers.keys() & {"n", "total"}:
        yield f"{name}_times", _figure(f"{name}_times", numbers[name], phrasing)
    if "occasion" in numbers:
        yield "title", _title(str(numbers["occasion"]), phrasing.tag)
        yield "when", phrasing.day(Day.parse(f"{numbers['first']}..{numbers['last']}"))
    if "answered" in numbers:
        yield "age", _age(numbers, phrasing)
        rate = 100 * _ratio(numbers["answered"], numbers["total"])
        yield (
            "rate",
            str(_words("share", phrasing)["whole"]).format(percent=f"{rate:.0f}" if rate >= 1 else f"{rate:.1f}"),
        )


def _figure(name: str, value: Figure, phrasing: Phrasing) -> str:
    if isinstance(value, str):
        return _word(name, value, phrasing)
    if name == _SHARE:
        return share(value, phrasing)
    forms = _words("figures", phrasing).get(name, {"other": "{n}"})
    # By what is shown: 0.998 is written as 1, and is "once".
    shown = _number(value)
    key = {"0": "zero", "1": "one"}.get(shown, "other" if value == int(value) else "part")
    return str(forms.get(key, forms["other"])).format(n=shown)


def _word(name: str, value: str, phrasing: Phrasing) -> str:
    """A word that a number is: where rates come from, a class of pairs, a type, an actor, a day."""
    if name == "class":
        return _class(value, phrasing.tag)
    known = structure(*_FILE).get(name, {})
    if value in known:
        return str(known[value][phrasing.tag])
    return phrasing.names([value]) if name in _ACTORS else value


def _class(value: str, tag: str) -> str:
    """A class of pairs in words; as it is where a word is lacking.

    >>> _class("state-state:near", "en")
    'a state toward a state in the same part of the world'
    """
    words = structure(*_FILE)["class"]
    roles, _, where = value.partition(":")
    ends = [words["roles"].get(role, {}).get(tag, role) for role in roles.split("-")]
    near = words["where"].get(where, {}).get(tag, where)
    return str(words["form"][tag]).format(a=ends[0], b=ends[-1], where=near)


def _number(value: float) -> str:
    """A count as such, anything else with two digits that tell it from 0."""
    if value == int(value):
        return f"{int(value):,}"
    return f"{value:,.1f}" if abs(value) >= 1 else f"{value:.2g}"


def _age(numbers: Mapping[str, Figure], phrasing: Phrasing) -> str:
    first, last = numbers["age_from"], numbers["age_to"]
    form = {0: "zero", 1: "one"}.get(int(last), "same") if first == last else "other"
    return str(_words("age", phrasing)[form]).format(first=first, last=last)


def _ratio(part: Figure, whole: Figure) -> float:
    return float(part) / float(whole) if float(whole) else 0.0


def _acts(reason: Reason, move: Move, kind: Mapping[str, Any], phrasing: Phrasing) -> Iterator[tuple[str, str]]:
    """The acts that a sentence speaks of: what is forecast, what others do of the kind, and what went before."""
    sides = ((move.source,), (move.target,))
    yield "act", noun(move.type, *sides, phrasing)
    yield "kind", str(structure(*_FILE)["kind"][move.type][phrasing.tag])
    yield "did", done(move.type, *sides, phrasing)
    yield "turned", done(move.type, *sides[::-1], phrasing)
    yield "did_to_others", _with_others(move.type, move.source, phrasing, by_others=False)
    yield "others_did", _with_others(move.type, move.target, phrasing, by_others=True)
    if "before_type" in reason.numbers:
        by, toward = (str(reason.numbers[name]) for name in kind["before"])
        yield "before", done(str(reason.numbers["before_type"]), (by,), (toward,), phrasing)


def _with_others(type: str, actor: str, phrasing: Phrasing, *, by_others: bool) -> str:
    """An act as done by an actor to anybody, or by anybody to it: `China criticised others`."""
    name, others = phrasing.names([actor]), _words("others", phrasing)
    source, target = (others, name) if by_others else (name, others)
    parties = str(_words("and_others", phrasing)).format(actor=name)
    return phrasing.label(f"done.{type}", source=source, target=target, parties=parties)


def _title(id: str, tag: str) -> str:
    calendar = {occasion.id: occasion for occasion in merged(*available()).calendar}
    return calendar[id].title(tag) if id in calendar else id


def _words(name: str, phrasing: Phrasing) -> Any:
    return structure(*_FILE)[name][phrasing.tag]
