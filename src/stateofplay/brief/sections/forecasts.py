"""What was forecast: others' forecasts of acts between the two that can be checked, and what became of each."""

from collections.abc import Iterator

from stateofplay.board.foretelling import forecasts_of
from stateofplay.board.foretold import Foretold, Rule
from stateofplay.brief.act import noun
from stateofplay.brief.scope import Scope, sizes
from stateofplay.brief.section import Block
from stateofplay.brief.sentence import Sentence
from stateofplay.brief.source import speaker


def blocks(scope: Scope) -> Iterator[Block]:
    """One block with the latest; what cannot be checked names no act between the two and is left out."""
    found = forecasts_of(scope.record, scope.on, scope.known, region=scope.region)
    both = [(one, one.rule) for one in found if one.rule and {*scope.pair} <= {*one.rule.source, *one.rule.target}]
    shown = both[: sizes().forecasts]
    if shown:
        yield Block(sentences=tuple(sentence for one, rule in shown for sentence in _sentences(scope, one, rule)))


def _sentences(scope: Scope, one: Foretold, rule: Rule) -> Iterator[Sentence]:
    words = scope.phrasing
    yield words.sentence(
        "forecast",
        [one.statement],
        day=words.day(one.published),
        by=speaker(one.by or one.outlet, words.tag) or words.label("forecast.nobody"),
        act=noun(rule.types[0], rule.source, rule.target, words),
        likelihood=words.label(f"forecast.likelihood.{one.likelihood}"),
        low=f"{one.low * 100:.0f}",
        high=f"{one.high * 100:.0f}",
        premise=words.label("forecast.premise") if one.premise else "",
        first=rule.first.isoformat(),
        last=rule.last.isoformat(),
        quote=words.quote(one.quote, one.language),
    )
    cited = (*one.evidence, one.statement)[: sizes().most_tellings]
    fate = words.label(f"forecast.fate.{one.status}", day=words.day(one.resolved))
    yield words.sentence("fate", cited, fate=fate)
