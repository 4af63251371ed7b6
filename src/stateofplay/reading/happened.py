"""When an act happened: the date told with it, else the day its first telling had, else that of the story so far.

A change of leader told without a date is dated by the office itself: who took it did so when his term began.
"""

from datetime import date, timedelta

from stateofplay.day import Day
from stateofplay.knowledge.region import Region
from stateofplay.knowledge.term import Term
from stateofplay.reading.act import Act
from stateofplay.reading.dated import told_days
from stateofplay.reading.governed import is_news
from stateofplay.reading.memory import Memory, sides_of
from stateofplay.reading.mention import SUBJECT, Mention
from stateofplay.reading.resolve import next_month
from stateofplay.reading.role import Roles
from stateofplay.reading.scene import Scene
from stateofplay.reading.statement import DENIED, OCCURRED, ONGOING, PLANNED, Status
from stateofplay.reading.when import DayHit

_REAL = (OCCURRED, ONGOING)
_SPOKEN = frozenset({"ACCUSE", "REQUEST", "REJECT", "SUPPORT", "THREATEN"})
_OWN_NOUN = 5
_JUST = 10
_PAST = 62
"""Days after which a story is over: what is told of such a day holds for nothing told beside it."""
_YEAR = 365
_SETTLED = frozenset({"ceasefire", "cease-fire", "truce", "pact"})
_TAKES = ("take-office", "take+leader-office", "return+leader-office")
_CHANGES = (*_TAKES, "resign")
_TELLING = 62
"""Days that a first telling may span to date a later one."""
_BRACKET = 12
"""Characters that may stand between an act and the bracketed date behind it."""


def find_day(act: Act, status: Status, roles: Roles, scene: Scene, region: Region) -> Day | None:
    """The days of `act`; None where neither text nor document tells. What occurred is capped at publication."""
    near = _near(act, status, scene)
    if status is PLANNED:
        scene.memory.ahead |= {hit.start for hit in near}
    sides = (act.type, sides_of(act.type, roles.source, roles.target))
    day = _own(near, act, status, scene)
    if day is not None and _long_since(act, scene) and not _beside(near, act, scene):
        day = None
    if day is None or not _beside(near, act, scene):
        day = _term_day(act, roles, region, scene) or day
    day = day or _reign(act, scene, region) or _right_after(act, scene)
    if status in _REAL and roles.source and roles.target:
        day = day or scene.memory.told.get(sides) or _told_of_one(act, roles, scene.memory)
        if day is not None and day.length <= _TELLING and not all(hit.loose for hit in near):
            scene.memory.told[sides] = day
    if day is None and status is OCCURRED:
        day = _story_day(act, scene) or _just_now(act, scene)
    if day is None and status is DENIED:
        day = _story_day(act, scene)
    if day is None and status is ONGOING and _still_said(act, scene):
        day = scene.memory.published
    published = scene.memory.published
    if day is None or published is None or status is not OCCURRED:
        return day
    return day.capped(published.last)


def _still_said(act: Act, scene: Scene) -> bool:
    """Whether the act is words that are being said on the day of publication, not what had long been."""
    return act.type in _SPOKEN and not act.noun and not _long_since(act, scene)


def _right_after(act: Act, scene: Scene) -> Day | None:
    """The day of the talks or truce told before, right after which the act is told to have been done (회담 직후)."""
    shape = scene.sentence.lexicon.grammar.shapes["right_after"]
    if shape is None:
        return None
    first, _ = act.bounds
    ends = [match.start() for match in shape.finditer(scene.sentence.folded[first : act.head])]
    types = {
        kind
        for hit in scene.sentence.words
        for word in hit.words
        if hit.end - first in ends
        for kind in (word.concept.type, *(("AGREE",) if word.concept.name in _SETTLED else ()))
    }
    days = (day for (type, _), day in reversed(scene.memory.told.items()) if type in types)
    return next(days, None)


def _ahead(hit: DayHit, act: Act, scene: Scene) -> bool:
    """Whether a day to come stands by an act told in the past: it is what was spoken of (7월 9일로 미뤘다)."""
    sentence = scene.sentence
    past = sentence.lexicon.grammar.shapes["past"]
    if past is None or not _to_come(hit, scene):
        return False
    return past.match(sentence.folded[act.head_end - 1 :]) is not None


def _just_now(act: Act, scene: Scene) -> Day | None:
    """The days of the news, for what a story that names no day yet tells as news (has agreed)."""
    tokens = scene.sentence.tokens
    if _only_named(act) or _long_since(act, scene):
        return None
    if tokens is None:
        return news_days(scene.memory.published) if scene.memory.opening else None
    told = act.noun or is_news(tokens.at(act.head), tokens)
    return news_days(scene.memory.published) if told else None


def news_days(published: Day | None) -> Day | None:
    """The day of publication and the one before."""
    if published is None or published.length > 1:
        return None
    return Day.span(published.first - timedelta(days=1), published.last)


def _story_day(act: Act, scene: Scene) -> Day | None:
    """The day to which the story has come, where that is not long past and the act is told as part of it.

    What is said without a date after a look back, to a day before the one told first, is said on the day of the news.
    """
    day, now, lead = scene.memory.day, scene.memory.reference, scene.memory.lead
    if day and lead and day.first < lead.first and act.type in _SPOKEN:
        day = lead if scene.sentence.lexicon.grammar.settings.get("date_first") else day
    if (
        day is None
        or _only_named(act)
        or _tells_which(act, scene)
        or _long_since(act, scene)
        or (now and (now.last - day.last).days > _PAST)
    ):
        return None
    return day


def _tells_which(act: Act, scene: Scene) -> bool:
    """Whether the act only tells which thing is meant, in a language of topic chains (簽署的同盟條約)."""
    chained = scene.sentence.lexicon.grammar.settings.get("topic_chain")
    return bool(chained) and scene.sentence.folded.startswith("的", act.head_end)


def _only_named(act: Act) -> bool:
    """Whether the act is told as a noun, of a day of its own; a word of blame is a noun that somebody says now."""
    return act.noun and act.concept != "verdict"


def _long_since(act: Act, scene: Scene) -> bool:
    """Whether the act is told as what had been before the story, or time and again (had agreed, 曾, これまで)."""
    marks = scene.sentence.lexicon.grammar.shapes["long_since"]
    if marks is None:
        return False
    text = scene.sentence.folded
    first, last = act.bounds
    if "before" in marks and marks["before"].search(text[first : act.head]):
        return True
    if "whole" in marks and marks["whole"].search(text[first : act.head_end]):
        return True
    return "after" in marks and marks["after"].match(text[act.head_end : last]) is not None


def in_time(status: Status, day: Day | None, scene: Scene) -> Status:
    """The status in the light of the calendar: what is dated after publication has not occurred but is planned."""
    published = scene.memory.published
    if status is OCCURRED and day is not None and published is not None and day.first > published.last:
        return PLANNED
    return status


def _told_of_one(act: Act, roles: Roles, memory: Memory) -> Day | None:
    """The day on which the same was told of one of several targets: a tour of two capitals."""
    days = (memory.told.get((act.type, sides_of(act.type, roles.source, (target,)))) for target in roles.target)
    return next((day for day in days if day is not None), None)


def _own(near: list[DayHit], act: Act, status: Status, scene: Scene) -> Day | None:
    """The nearest date, in a language whose verb comes last the nearest before it; a year only where no other is."""
    if not near:
        return None
    verb_last = scene.sentence.lexicon.grammar.order == "sov"
    hit = min(
        near,
        key=lambda hit: (verb_last and hit.start > act.head, hit.day.length >= _YEAR, abs(hit.start - act.head)),
    )
    today = scene.memory.published
    if status is PLANNED and today is not None and hit.day.last < today.first:
        return _planned(hit, act, scene, today)
    return hit.day


def _planned(hit: DayHit, act: Act, scene: Scene, today: Day) -> Day | None:
    """The day of a plan that stands beside a day just past: where month or week is unsaid, the next such day.

    In a verb-last language a day just past that a comma follows is the day on which the plan was told: it stays. In
    English one of another clause is the day on which somebody spoke of the plan, whose own day is not told.
    """
    sentence = scene.sentence
    if sentence.tokens is not None and not _beside([hit], act, scene):
        return None
    if hit.weekly:
        return Day.on(hit.day.first + timedelta(weeks=1))
    told = sentence.lexicon.grammar.order == "sov" and sentence.folded[hit.end : hit.end + 1] == "、"
    told = told and (today.first - hit.day.last).days <= _JUST
    if hit.bare and not told:
        return next_month(hit.day)
    return _next_year(hit, scene, today) if not told else hit.day


def _next_year(hit: DayHit, scene: Scene, today: Day) -> Day:
    """The same month of the next year, of a month told without its year that was reckoned as past."""
    shape = scene.sentence.lexicon.grammar.shapes["month_alone"]
    first, last = hit.day.first, hit.day.last
    if shape is None or not shape.fullmatch(scene.sentence.folded[hit.start : hit.end]) or last.year != today.last.year:
        return hit.day
    return Day.span(first.replace(year=first.year + 1), last.replace(year=last.year + 1, day=min(last.day, 28)))


def _beside(near: list[DayHit], act: Act, scene: Scene) -> bool:
    """Whether one of the dates stands in the clause of the act."""
    clause = act.clause
    return any(scene.sentence.clause_at(hit.start) == clause for hit in near)


def _acting(act: Act, scene: Scene) -> bool:
    """Whether somebody only acts in the office: no term of a leader begins."""
    shape = scene.sentence.lexicon.grammar.shapes["acts_for"]
    return shape is not None and shape.search(scene.sentence.folded[act.start : act.end + 2]) is not None


def _term_day(act: Act, roles: Roles, region: Region, scene: Scene) -> Day | None:
    """When the term began that somebody took up, or when the end of the one that he gave up was told."""
    if act.concept not in _CHANGES or not roles.source or _acting(act, scene):
        return None
    until = scene.memory.published or scene.memory.reference
    term = _latest(roles, region, until.last if until else date.max)
    if term is None or act.concept in _TAKES:
        return term.begins if term else None
    if not roles.people:
        return None
    return term.announced or term.ends


def _latest(roles: Roles, region: Region, until: date) -> Term | None:
    """The latest term as leader, begun by then, of the person named, else of whoever leads the source."""
    terms = [
        term
        for office in region.leading
        if office.actor in roles.source
        for term in office.terms
        if not term.acting and term.first <= until and (not roles.people or term.person in roles.people)
    ]
    return max(terms, key=lambda term: term.first, default=None)


def _near(act: Act, status: Status, scene: Scene) -> list[DayHit]:
    """The dates that may be those of the act, by where its language puts them."""
    if scene.sentence.tokens is not None:
        return told_days(act, scene, real=status in _REAL)
    if scene.sentence.lexicon.grammar.settings.get("date_first"):
        return _before_verb(act, status, scene)
    return _verb_last(act, scene)


def _before_verb(act: Act, status: Status, scene: Scene) -> list[DayHit]:
    """A date in brackets or set for the act behind it, else those before it in its clause, else the last before."""
    behind = [hit for hit in scene.days if _bracketed(hit, act, scene) or _set_for(hit, act, scene)]
    if behind:
        return behind[:1]
    first, _ = act.bounds
    told = [hit for hit in scene.days if hit.start < act.head and not _since(hit, act, scene)]
    own = [hit for hit in told if first <= hit.start]
    if own:
        return own
    if status is OCCURRED and any(first <= m.start < act.head for m in scene.mentions):
        told = [hit for hit in told if not _to_come(hit, scene)]
    return _last(told) or [hit for hit in scene.days[:1] if not _story(scene) and not _to_come(hit, scene)]


def _to_come(hit: DayHit, scene: Scene) -> bool:
    published = scene.memory.published
    return published is not None and hit.day.first > published.last


def _verb_last(act: Act, scene: Scene) -> list[DayHit]:
    """Dates of the act's clause that are of no other verb in it, else the last before it."""
    settings = scene.sentence.lexicon.grammar.settings
    first, last = act.bounds
    days = [hit for hit in scene.days if not of_noun(hit, scene, act) and not _ahead(hit, act, scene)]
    level = scene.sentence.quote_at(act.head)
    days = [hit for hit in days if scene.sentence.quote_at(hit.start) in (-1, level)]
    before = [hit for hit in days if hit.start < first and not _in_clause(hit, scene)][-1:]
    inside = [hit for hit in days if first <= hit.start < last]
    free = [hit for hit in inside if not embedded(hit, act, scene)]
    if settings.get("closed_clauses"):
        inside = [hit for hit in inside if not _in_clause(hit, scene)]
    own = free or ([] if before else inside[:1])
    if not own and (along := _along(act, scene, days)):
        return along
    if before and _carries(before[0], first, scene):
        return own or before
    if settings.get("clause_dates") and any(first <= m.start < act.head and m.case is SUBJECT for m in scene.mentions):
        return own
    return own or before


def _carries(hit: DayHit, first: int, scene: Scene) -> bool:
    """Whether the clause that ends at `first` hands its date on to what answers it (요구했으나 … 거절했다)."""
    shape = scene.sentence.lexicon.grammar.shapes["carries_date"]
    if shape is None or not shape.search(scene.sentence.folded[:first]):
        return False
    return scene.sentence.clause_at(hit.start) == scene.sentence.clause_at(first) - 1


def _along(act: Act, scene: Scene, days: list[DayHit]) -> list[DayHit]:
    """The date of the next clause, of the same subject, along with which the act is done (비난하며 9일 소환했다)."""
    sentence = scene.sentence
    shape, at = sentence.lexicon.grammar.shapes["along"], act.clause
    if shape is None or at + 1 >= len(sentence.clauses) or act.noun:
        return []
    if not shape.search(sentence.folded[act.head_end : sentence.clauses[at][1]]):
        return []
    first, last = sentence.clauses[at + 1]
    hits = [hit for hit in days if first <= hit.start < last]
    named = any(first <= m.start < last and m.case is SUBJECT for m in scene.mentions)
    return hits[:1] if not named else []


def _set_for(hit: DayHit, act: Act, scene: Scene) -> bool:
    """Whether the date is that for which the act is set: 選舉訂於6月3日."""
    shape = scene.sentence.lexicon.grammar.shapes["set_for"]
    if shape is None or hit.start < act.head_end or hit.start - act.head_end > 2 * _BRACKET:
        return False
    return shape.search(scene.sentence.folded[act.head_end : hit.start]) is not None


def _bracketed(hit: DayHit, act: Act, scene: Scene) -> bool:
    """Whether the date stands in brackets of its own just behind the act: 罷免通過當日(4月4日)."""
    text = scene.sentence.folded
    if hit.start < act.head_end or text[hit.start - 1] not in "(（" or text[hit.end : hit.end + 1] not in (")", "）"):
        return False
    between = text[act.head_end : hit.start - 1]
    return len(between) <= _BRACKET and not any(mark in between for mark in scene.sentence.lexicon.grammar.stops)


def _last(told: list[DayHit]) -> list[DayHit]:
    """The last date, but a year (2020年年會) only where nothing more narrow is told."""
    return [hit for hit in told if hit.day.length < _YEAR][-1:] or told[-1:]


def embedded(hit: DayHit, act: Act, scene: Scene) -> bool:
    """Whether the date belongs to another predicate that ends between it and the act (verb-last languages)."""
    sentence = scene.sentence
    own = sentence.folded[hit.end : hit.end + 3].find("、") >= 0
    return not own and any(hit.end < at <= act.head and not sentence.through(at) for at in sentence.joints)


def _in_clause(hit: DayHit, scene: Scene) -> bool:
    """Whether the date belongs to a predicate that modifies a noun of its own clause (昨年起きた事件を受け).

    A noun that says where all happened keeps the date for all (3日に訪れたフィリピンでは).
    """
    sentence = scene.sentence
    _, last = sentence.clauses[sentence.clause_at(hit.start)]
    if sentence.folded[hit.end : hit.end + 3].find("、") >= 0:
        return False
    ends = [at for at in sentence.joints if hit.end < at < last - 1 and not sentence.through(at)]
    shape = sentence.lexicon.grammar.shapes["scene_noun"]
    return bool(ends) and not (shape and shape.search(sentence.folded[ends[0] - 3 : last]))


def of_noun(hit: DayHit, scene: Scene, act: Act | None = None) -> bool:
    """Whether the date only tells which thing is meant (昨年の合意を), not when the predicate's act happened."""
    shape = scene.sentence.lexicon.grammar.shapes["date_of_noun"]
    if shape is None or (act is not None and hit.end < act.start <= hit.end + _OWN_NOUN):
        return False
    return shape.match(scene.sentence.folded, hit.end) is not None


def _story(scene: Scene) -> bool:
    """Whether the story has come to a day already, so that a date that follows the act need not be its own."""
    return scene.memory.day is not None


def _since(hit: DayHit, act: Act, scene: Scene) -> bool:
    """Whether the date only opens a stretch that ends before the act (自1965年建交以來): it does not date the act."""
    opener, closer = scene.sentence.lexicon.grammar.settings["since"]
    text = scene.sentence.folded
    return text[: hit.start].endswith(opener) and closer in text[hit.end : act.head]


def _reign(act: Act, scene: Scene, region: Region) -> Day | None:
    """The term of a leader in whose time the sentence sets the act (在...總統任內); the first one where it says so."""
    words = scene.sentence.lexicon.grammar.shapes["reign"]
    if not words:
        return None
    spaced, text = scene.sentence.tokens is not None, scene.sentence.folded
    opens = tuple(scene.sentence.lexicon.grammar.settings.get("first_reign", ()))
    for mention in scene.mentions:
        if not spaced and (not mention.person or mention.end > act.head):
            continue
        shape = words.match(text, mention.end)
        if shape is None and spaced:
            shape = words.search(text, mention.start, mention.end)
        person = shape and (mention.person or (_named_after(mention, scene) if spaced else ""))
        if not person:
            continue
        terms = [t for office in region.leading for t in office.terms if t.person == person and t.ends]
        first = shape["first"] or (bool(opens) and text.endswith(opens, 0, mention.start))
        if terms and (first or not spaced):
            term = min(terms, key=lambda t: t.first) if first else max(terms, key=lambda t: t.first)
            return Day.span(term.first, term.ends.last) if term.ends else None
    return None


def _named_after(mention: Mention, scene: Scene) -> str:
    """The person of the sentence after whom a government is named (the Trump administration)."""
    written = scene.sentence.folded[mention.start : mention.end]
    for other in scene.mentions:
        if other.person and scene.sentence.folded[other.start : other.end].split(" ")[-1] in written:
            return other.person
    return ""
