"""What surrounds an act: the mentions of its clause on either side of it, and those of the clauses before."""

from dataclasses import dataclass

from stateofplay.reading.act import Act
from stateofplay.reading.complement import content_end
from stateofplay.reading.mention import ABOUT, FREE, INNER, PARTNER, PLACE, SUBJECT, TARGET, Mention
from stateofplay.reading.scene import Scene
from stateofplay.reading.sentence import Sentence

_SAID = frozenset({"ACCUSE", "REQUEST", "THREATEN", "SUPPORT", "REJECT", "CONSULT", "AGREE", "CONCEDE"})
_BY_COVERB = frozenset({TARGET, PARTNER, PLACE, INNER})
_OPENING = 16
"""Characters between an act and the verb of a clause about its object, if any."""
_REACTS = frozenset({"ACCUSE", "SUPPORT", "REJECT"})


@dataclass(slots=True, kw_only=True)
class Around:
    """What surrounds an act: mentions of its clause before and after it, and those of earlier clauses."""

    before: tuple[Mention, ...]
    after: tuple[Mention, ...]
    earlier: tuple[Mention, ...]
    inside: tuple[Mention, ...]
    following: Mention | None = None
    """Who is named as subject in the clause after the act's."""
    described: Mention | None = None
    """Whom the act describes, which stands between another act and its object."""


def around_of(act: Act, scene: Scene) -> Around:
    """What surrounds `act`; on its far side up to the next act of the clause."""
    sentence, mentions = scene.sentence, scene.mentions
    clause = act.clause
    first, last = sentence.clauses[clause]
    later = [other for other in scene.acts if act.head < other.head < last]
    next_head = min([other.head for other in later], default=last)
    limit = next_head if sentence.lexicon.grammar.order == "sov" else max(next_head, act.end)
    earlier, inside, told, after = [], [], [], []
    for mention in mentions:
        if mention.end <= first:
            earlier.append(mention)
        elif mention.end <= act.head and first <= mention.start:
            told.append(mention)
        if act.start <= mention.start and mention.end <= act.end:
            inside.append(mention)
        if act.head_end <= mention.start < limit:
            after.append(mention)
    if later and all(m.case in _BY_COVERB for m in after):
        described = _described_by(later[0], act, scene)
        after = [described] if described is not None else after
    before = _not_under(tuple(told), first, act, sentence)
    if sentence.lexicon.grammar.settings.get("topic_chain"):
        before = _about(before, act, later)
    return Around(
        before=before,
        after=tuple(after) or _of_content(act, scene),
        earlier=tuple(earlier),
        inside=tuple(inside),
        described=next((m for other in scene.acts if (m := _described_by(act, other, scene)) is not None), None),
        following=next((m for m in mentions if m.start >= last and m.case in (FREE, SUBJECT)), None),
    )


def _described_by(act: Act, other: Act, scene: Scene) -> Mention | None:
    """Whom an act describes that stands right behind another: 制裁支持俄罗斯的朝鲜, 會見參加論壇的德國代表團."""
    opens = max(other.head_end, other.end)
    if not 0 <= act.start - opens <= _OPENING or other.clause != act.clause or other.noun or act.noun or other.takes:
        return None
    sentence = scene.sentence
    shape = sentence.lexicon.grammar.shapes["modifies"]
    if shape is None:
        return None
    if act.start - opens > 1:
        between = sentence.lexicon.grammar.shapes["relative_opens"]
        if between is None or between.fullmatch(sentence.folded, opens, act.start) is None:
            return None
    _, last = sentence.clauses[act.clause]
    named = (m for m in scene.mentions if act.head_end <= m.start < last)
    return next((m for m in named if shape.search(sentence.folded, act.head_end, m.start)), None)


def _about(before: tuple[Mention, ...], act: Act, later: list[Act]) -> tuple[Mention, ...]:
    """Whom the clause is about is the target of its last act; of a deed told before that, the one who did it.

    針對中國軍演表達關切, 對美國宣布關稅表示不滿: the exercise is China's, the concern is aimed at China.
    """
    deed = ("+" not in act.concept or act.start < act.head) and act.type not in _SAID
    told = SUBJECT if later or deed else TARGET
    before = tuple([m.with_case(told) if m.case is ABOUT else m for m in before])
    closes = act.head_end >= act.bounds[1] - 1 and act.type in _REACTS
    if closes and len(before) > 2 and before[-1].case is FREE and before[-2].case in (TARGET, ABOUT):
        before = before[:-1]
    beside = bool(before) and act.type == "REJECT" and act.start == before[-1].end
    if before and before[-1].case is TARGET and (deed or beside) and any(other.type in _REACTS for other in later):
        return (*before[:-1], before[-1].with_case(SUBJECT))
    return before


def _of_content(act: Act, scene: Scene) -> tuple[Mention, ...]:
    """Whom the words speak of that follow the act behind a comma: the first named there (他批評，美國 …)."""
    sentence = scene.sentence
    last = content_end(act, sentence)
    if last is None:
        return ()
    first = sentence.clauses[act.clause + 1][0]
    named = next((m for m in scene.mentions if first <= m.start < last), None)
    return (named,) if named is not None else ()


def _not_under(before: tuple[Mention, ...], first: int, act: Act, sentence: Sentence) -> tuple[Mention, ...]:
    """The mentions but those under whose brokerage or pressure the act happens (在美國斡旋下停火)."""
    shape = sentence.lexicon.grammar.shapes["under"]
    if shape is None or not before or "下" not in sentence.folded[first : act.head]:
        return before
    found = shape.search(sentence.folded, first, act.head)
    if found is None:
        return before
    return tuple(m for m in before if not found.start() <= m.start < found.end())
