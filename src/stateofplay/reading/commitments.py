"""Commitments in text: acts that bind (to pledge, to sign, to cut a tariff, to offer aid), with their terms."""

from collections.abc import Iterator
from dataclasses import replace

from stateofplay.reading.act import Act
from stateofplay.reading.amount import AmountHit, find_amounts
from stateofplay.reading.complement import complement
from stateofplay.reading.confidence import share
from stateofplay.reading.scene import Scene
from stateofplay.reading.statement import (
    DENIED,
    HYPOTHETICAL,
    OCCURRED,
    ONGOING,
    PLANNED,
    CommitmentClaim,
    EventClaim,
    Status,
)
from stateofplay.reading.told import Told
from stateofplay.reading.trim import trimmed

_BINDING = frozenset(
    {"agree", "pledge", "sign", "sign+pact", "reach+pact", "reach+mechanism", "reach+ceasefire", "reach+consensus"}
)
_BINDING |= {"approve+pact", "approve+loan", "approve+arms", "approve+relief"}
_SPOKEN = frozenset({"agree", "pledge"})
_PROMISES = frozenset({"AGREE", "CONCEDE", "AID", "COOPERATE", "SANCTION"})
"""Types of acts that may bind."""
_VAGUE = frozenset({"cooperate", "agree", "pledge", "discuss", "cooperation"})
_COUNT = "items"
_CURRENCY = 3
"""Letters of a currency's code; other units are percent or the noun of what is counted."""
_TARIFF = ("tariff", "curb", "penalty")


def find_commitments(act: Act, told: Told, scene: Scene) -> Iterator[Told]:
    """The commitment that goes with the event `told`, if its act binds anybody."""
    claim = told.claim
    assert isinstance(claim, EventClaim)
    if claim.type not in _PROMISES:
        return
    amounts = find_amounts(scene.sentence.folded[told.start : told.end], scene.sentence.lexicon.language)
    state = _state(act, told, amounts, scene)
    if not state or not claim.source:
        return
    amount = amounts[-1] if act.concept.endswith("+tariff") and amounts else amounts[0] if amounts else None
    both = len({*claim.source, *claim.target}) > 1
    counted = amount is not None and amount.unit == _COUNT
    mutual = state == "agreed" and act.frame == "mutual" and (not amounts or counted) and both
    yield Told(
        start=told.start,
        end=told.end,
        status=_status(state),
        claim=CommitmentClaim(
            by=claim.source + claim.target if mutual else claim.source,
            what=_what(act, claim, amount),
            state=state,
            beneficiary=claim.source + claim.target if mutual else claim.target,
            amount=amount.value if amount else None,
            unit=amount.unit if amount else "",
            happened=claim.happened,
        ),
        sureness=told.sureness * share("commitment"),
        why=(*told.why, f"commitment {state}"),
        said_by=told.said_by,
    )


def find_terms(made: list[Told], scene: Scene) -> Iterator[Told]:
    """Further sums of a commitment already told in the sentence: "of which at least 150 billion for ships"."""
    if not made:
        return
    last = made[-1]
    assert isinstance(last.claim, CommitmentClaim)
    sentence = scene.sentence
    for amount in find_amounts(sentence.folded, sentence.lexicon.language):
        if amount.unit != last.claim.unit or len(amount.unit) != 3 or amount.start < last.end:
            continue
        first, end = sentence.clauses[sentence.clause_at(amount.start)]
        start, stop = trimmed(sentence.text, first, end)
        what = f"of this, {amount.value:,.15g} {amount.unit}"
        claim = replace(last.claim, what=what, amount=amount.value)
        why = (*last.why, f"further sum: {sentence.text[amount.start : amount.end]}")
        sureness = last.sureness * share("further sum")
        yield replace(last, start=start, end=stop, claim=claim, sureness=sureness, why=why)


def _state(act: Act, told: Told, amounts: list[AmountHit], scene: Scene) -> str:
    """State of the promise that the act makes; "" where it makes none."""
    assert isinstance(told.claim, EventClaim)
    weighed = scene.sentence.lexicon.grammar.settings.get("weighed", ())
    if told.status in (DENIED, HYPOTHETICAL) or told.why[-1].endswith(weighed):
        return ""
    kind, planned = told.claim.type, told.status is PLANNED
    if kind == "AGREE":
        terms = bool(amounts) or (act.concept not in _SPOKEN and not act.noun) or _has_content(act, scene)
        binds = (act.concept in _BINDING and terms) or (act.concept == "ready" and bool(amounts))
        return "" if not binds else "offered" if planned else "agreed"
    if kind == "CONCEDE" and act.concept.endswith(_TARIFF):
        if act.concept.endswith("+tariff") and not amounts:
            return ""
        return "offered" if planned else "in-force"
    if kind == "AID":
        return "offered" if planned else "agreed" if amounts else ""
    if kind == "COOPERATE" and amounts:
        return "agreed"
    return "reversed" if kind == "SANCTION" and act.concept in ("resume+tariff", "restore+tariff") else ""


def _has_content(act: Act, scene: Scene) -> bool:
    """Whether something definite is promised: a deed inside the complement, more than to cooperate or to do "it"."""
    if act.noun:
        return False
    first, last = complement(act, scene.sentence)
    opens = scene.sentence.lexicon.grammar.settings.get("content_before")
    begin, _ = act.bounds
    if opens and any(mark in scene.sentence.folded[begin : act.head] for mark in opens):
        first = begin
    inside = [hit for hit in scene.sentence.words if first <= hit.start < last and hit.start != act.head]
    concepts = {word.concept for hit in inside for word in hit.words}
    if any((concept.part == "op" or concept.type) and concept.name not in _VAGUE for concept in concepts):
        return True
    marks = tuple(scene.sentence.lexicon.grammar.settings.get("deed_marks", ()))
    vague = any(concept.name in _VAGUE for concept in concepts)
    return bool(marks) and not vague and scene.sentence.folded[: act.start].endswith(marks)


def _status(state: str) -> Status:
    """The guide's status of a commitment in `state`."""
    if state == "offered":
        return PLANNED
    return ONGOING if state in ("in-force", "delayed") else OCCURRED


def _what(act: Act, claim: EventClaim, amount: AmountHit | None) -> str:
    """The promise in short English: the act, the amount, and toward whom."""
    op, _, thing = act.concept.partition("+")
    counts_things = amount is not None and amount.unit not in ("percent", _COUNT) and len(amount.unit) != _CURRENCY
    words = [(op if thing and counts_things else act.concept.replace("+", " ")).replace("-", " ")]
    if amount is not None:
        words.append(f"{amount.value:,.15g} {amount.unit}")
    if claim.target:
        words.append("toward " + ", ".join(claim.target))
    return " ".join(words)
