"""A headline takes day and other side from the body's first telling of the same act, and nothing else."""

from stateofplay.day import Day
from stateofplay.documents.document import Language, Passage, PassageKind
from stateofplay.reading.headline import Line, informed
from stateofplay.reading.statement import EventClaim, Status
from stateofplay.reading.told import Told


def line(claim: EventClaim, kind: PassageKind = PassageKind.BODY, status: Status = Status.OCCURRED) -> Line:
    passage = Passage(start=0, end=4, text="text", language=Language.EN, kind=kind)
    return passage, Told(start=0, end=4, status=status, claim=claim, sureness=0.5, why=("said",))


HEADING = line(EventClaim(type="CONSULT", source=("KOR",)), PassageKind.HEADING)
DAY = Day.parse("2025-08-23")


def lent(*body: Line, heading: Line = HEADING) -> EventClaim:
    claim = informed([heading, *body])[0][1].claim
    assert isinstance(claim, EventClaim)
    return claim


def test_day_and_target_come_from_the_body() -> None:
    found = lent(line(EventClaim(type="CONSULT", source=("KOR",), target=("JPN",), happened=DAY)))
    assert (found.target, found.happened) == (("JPN",), DAY)


def test_of_a_mutual_act_the_direction_does_not_matter() -> None:
    found = lent(line(EventClaim(type="CONSULT", source=("JPN",), target=("KOR",), happened=DAY)))
    assert (found.source, found.target) == (("KOR",), ("JPN",))


def test_another_act_actor_or_status_lends_nothing() -> None:
    body = [
        line(EventClaim(type="AGREE", source=("KOR",), target=("JPN",), happened=DAY)),
        line(EventClaim(type="CONSULT", source=("CHN",), target=("JPN",), happened=DAY)),
        line(EventClaim(type="CONSULT", source=("KOR",), target=("JPN",), happened=DAY), status=Status.PLANNED),
    ]
    assert lent(*body) == HEADING[1].claim


def test_a_target_that_the_heading_names_must_agree() -> None:
    heading = line(EventClaim(type="ACCUSE", source=("KOR",), target=("PRK",)), PassageKind.HEADING)
    assert (
        lent(line(EventClaim(type="ACCUSE", source=("KOR",), target=("JPN",), happened=DAY)), heading=heading).happened
        is None
    )


def test_the_body_itself_is_left_as_it_was() -> None:
    body = line(EventClaim(type="CONSULT", source=("KOR",)))
    assert informed([HEADING, body])[1] == body


def test_of_several_tellings_the_heading_tells_the_news() -> None:
    past = line(EventClaim(type="CONSULT", source=("KOR",), target=("JPN",), happened=Day.parse("2025-08-02")))
    news = line(EventClaim(type="CONSULT", source=("KOR",), target=("JPN",), happened=DAY))
    claim = informed([HEADING, past, news], Day.parse("2025-08-24"))[0][1].claim
    assert isinstance(claim, EventClaim)
    assert claim.happened == DAY


def test_an_undated_deed_is_dated_by_its_next_telling() -> None:
    lead = line(EventClaim(type="ACCUSE", source=("KOR",), target=("JPN",)))
    again = line(EventClaim(type="ACCUSE", source=("KOR",), target=("JPN",), happened=DAY))
    other = line(EventClaim(type="ACCUSE", source=("KOR",), target=("CHN",), happened=DAY))
    for following, expected in (((other, again), DAY), ((other,), None)):
        claim = informed([lead, *following], Day.parse("2025-08-24"))[0][1].claim
        assert isinstance(claim, EventClaim)
        assert claim.happened == expected
