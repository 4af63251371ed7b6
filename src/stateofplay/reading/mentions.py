"""Finding mentions: names, offices and pronouns that stand next to each other are one mention of one actor."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from stateofplay.knowledge.name import Name
from stateofplay.reading.bystander import beside_strangers, but_bystanders, within_term
from stateofplay.reading.eojeol import Rules, phrase_case, rules_of, syllables_before
from stateofplay.reading.home import at_home, posted
from stateofplay.reading.lexicon import EVENT, VERB
from stateofplay.reading.memory import Memory
from stateofplay.reading.mention import (
    AGENT,
    FREE,
    GENITIVE,
    INNER,
    MODIFIER,
    OBJECT,
    PARTNER,
    PLACE,
    SUBJECT,
    TARGET,
    TOPIC,
    TOWNS,
    Case,
    Mention,
)
from stateofplay.reading.office import office_of
from stateofplay.reading.pronouns import abroad, find_pronouns
from stateofplay.reading.sentence import NameHit, Sentence

_CASES = {case.value: case for case in Case}
_PERSON = "person"
_PHRASE = 6
"""Characters of plain words that may stand between two names of one phrase."""
_NOBODY = frozenset({"", "institution", "government"})
_HOME_OFFICES = frozenset({"head-of-state", "head-of-government", "foreign-minister", "defence-minister"})
_COVERBS = frozenset({PARTNER, TARGET, AGENT})
_INSTITUTIONS = frozenset({"ministry", "seat", "military"})
_SHORT = frozenset({"single", "side"})


@dataclass(slots=True)
class _Piece:
    """A part of a mention before merging: a name, a title, or a head word such as 政府."""

    start: int
    end: int
    kind: str
    actors: tuple[str, ...] = ()
    use: str = ""
    person: str = ""
    role: str = ""


def find_mentions(sentence: Sentence, memory: Memory) -> list[Mention]:
    """Mentions of actors in order, each with its case; places without an actor are left out."""
    pieces = sorted(_pieces(sentence, memory), key=lambda piece: (piece.start, -piece.end))
    topics: tuple[str, ...] = sentence.lexicon.grammar.settings.get("topic_nouns", ())
    found: list[Mention] = []
    for piece in list(_merge(pieces, sentence)):
        mention = _mention(piece, memory, found, sentence)
        if mention is not None and not (topics and _names_topic(mention, topics, sentence)):
            found.append(_laid(mention, found, sentence, memory))
    found += [
        m for m in find_pronouns(sentence, memory, found) if not any(m.start < f.end and f.start < m.end for f in found)
    ]
    found.sort(key=lambda mention: mention.start)
    return _coordinated(but_bystanders(_cased(found, sentence), sentence), sentence)


def _names_topic(mention: Mention, topics: tuple[str, ...], sentence: Sentence) -> bool:
    """Whether the name only says which matter is meant (烏克蘭情勢): a matter does not act."""
    return len(mention.actors) == 1 and sentence.folded.startswith(topics, mention.end)


def _pieces(sentence: Sentence, memory: Memory) -> Iterator[_Piece]:
    rules = rules_of(sentence.lexicon.language)
    for hit in sentence.names:
        name = _meant(hit, sentence, memory)
        if name is not None:
            actors = memory.posts.get(name.person, name.actors)
            yield _Piece(hit.start, hit.end, "name", actors=actors, use=name.use, person=name.person)
    titled = "title" in sentence.roles or "head" in sentence.roles
    for title in sentence.cues if titled else ():
        if title.cue.role in ("title", "head"):
            yield _Piece(title.start, title.end, title.cue.role, role=title.cue.value)
    for alias, (actors, person) in memory.aliases.items():
        at = sentence.folded.find(alias)
        while at >= 0:
            if rules is not None and syllables_before(sentence.folded, at):
                break
            if sentence.tokens is None or _whole(sentence.folded, at, at + len(alias)):
                yield _Piece(start=at, end=at + len(alias), kind="name", actors=actors, use=_PERSON, person=person)
            at = sentence.folded.find(alias, at + len(alias))


def _meant(hit: NameHit, sentence: Sentence, memory: Memory) -> Name | None:
    """Whom a short form means that several states share, or that counts only once its state was named (巴方, 叙方)."""
    name = hit.names[0]
    if name.use == "group" and len(hit.names) > 1:
        return _pair_meant(hit, sentence, memory)
    if name.use not in _SHORT:
        return name
    named_before: str | None = sentence.lexicon.grammar.settings.get("named_before")
    if named_before is None:
        return name
    late = sentence.folded[hit.start] in named_before
    if not late and len(hit.names) == 1:
        return name
    known = _named_so_far(hit.start, sentence, memory)
    fitting = [each for each in hit.names if each.actors[0] in known]
    if not fitting:
        return None if late else name
    order = list(known)
    return max(fitting, key=lambda each: order.index(each.actors[0]))


def _named_so_far(start: int, sentence: Sentence, memory: Memory) -> dict[str, None]:
    """The states named in full up to `start`, the latest last."""
    full = [other.names[0] for other in sentence.names if other.start < start]
    return {**memory.known, **dict.fromkeys(n.actors[0] for n in full if n.actors and n.use not in _SHORT)}


def _pair_meant(hit: NameHit, sentence: Sentence, memory: Memory) -> Name:
    """Which pair a short form means that several share (中巴): that of the state named last, else the usual one."""
    order = list(_named_so_far(hit.start, sentence, memory))
    common = set.intersection(*(set(each.actors) for each in hit.names))
    last = [max((order.index(x) for x in {*each.actors} - common if x in order), default=-1) for each in hit.names]
    return hit.names[last.index(max(last))]


def _merge(pieces: Iterable[_Piece], sentence: Sentence) -> Iterator[_Piece]:
    """Join pieces that touch, or that only a joiner (の, 的, 's, a space) keeps apart, where they can be one actor."""
    settings, text = sentence.lexicon.grammar.settings, sentence.folded
    joiners, posts = settings.get("joiners", ("",)), settings.get("posts", ())
    given_name = sentence.lexicon.grammar.shapes["given_name"]
    held: _Piece | None = None
    for piece in pieces:
        if held is None:
            held = piece
            continue
        gap = text[held.end : piece.start]
        if piece.start < held.end:
            held = _covering(held, piece)
        elif gap in ("(", "(=") and _alias(held, piece, text):
            held = replace(held, end=piece.end + 1)
        elif gap in posts and held.kind == piece.kind == "name":
            # The second name only says where somebody of the first state is posted (中国驻美大使).
            held = replace(held, end=piece.end, role=held.role or piece.role)
        elif (
            (
                gap in joiners
                or _rest_of_name(held, piece, gap, given_name)
                or _noted(held, piece, gap)
                or (gap.endswith("·") and _given_before(held, piece, gap, sentence))
            )
            and _one(held, piece)
            and not _opens_clause_anew(held, piece, sentence)
        ):
            held = _Piece(
                start=held.start,
                end=piece.end,
                kind="name" if "name" in (held.kind, piece.kind) else held.kind,
                actors=held.actors or piece.actors,
                use=_PERSON if _PERSON in (held.use, piece.use) else held.use or piece.use,
                person=held.person or piece.person,
                role=held.role or piece.role,
            )
        else:
            yield held
            held = piece
    if held is not None:
        yield held


def _opens_clause_anew(left: _Piece, right: _Piece, sentence: Sentence) -> bool:
    """Whether a state after a comma, without a genitive, is no part of what stands before ("under Lee, Korea has").

    Nor is another state's ministry ("in Peru, the Chilean foreign ministry said").
    """
    if sentence.tokens is None or right.kind != "name" or right.use == "adjective":
        return False
    if right.use in _INSTITUTIONS and left.actors and left.actors != right.actors:
        return True
    apart = sentence.folded[left.end : right.start] == ", " and left.use == _PERSON and right.use != _PERSON
    return apart and not sentence.folded.startswith(("'", "’"), right.end)


def _covering(held: _Piece, piece: _Piece) -> _Piece:
    """Which of two pieces that overlap is read: the longer one, but a name keeps the office that begins inside it."""
    if held.kind == "name" and piece.kind != "name" and held.start < piece.start:
        return replace(held, end=max(held.end, piece.end), role=held.role or piece.role)
    return held if held.end - held.start >= piece.end - piece.start else piece


def _alias(held: _Piece, piece: _Piece, text: str) -> bool:
    """Whether a piece, behind a bracket, is another name of the same actor: 東南アジア諸国連合(ASEAN)."""
    return bool(held.actors) and held.actors == piece.actors and text[piece.end : piece.end + 1] == ")"


def _noted(left: _Piece, right: _Piece, gap: str) -> bool:
    """Whether only a note in brackets parts a person's name from the office: チセケディ(Felix Tshisekedi)大統領."""
    return left.use == _PERSON and right.kind == "title" and gap[:1] == "(" and gap.find(")") == len(gap) - 1


def _rest_of_name(left: _Piece, right: _Piece, gap: str, given_name: re.Pattern[str] | None) -> bool:
    """Whether only the given name of a person stands between the family name and the state: 이시바 시게루 일본."""
    if given_name is None or left.use != _PERSON or right.kind != "name":
        return False
    return given_name.fullmatch(gap) is not None


def _given_before(left: _Piece, right: _Piece, gap: str, sentence: Sentence) -> bool:
    """Whether only a given name stands between an office and its holder's family name (秘书长安东尼奥·古特雷斯)."""
    shape = sentence.lexicon.grammar.shapes["given_before"]
    alike = not left.actors or left.actors == right.actors
    return shape is not None and right.use == _PERSON and alike and shape.fullmatch(gap) is not None


def _whole(text: str, start: int, end: int) -> bool:
    """Whether no letter touches the stretch on either side."""
    return not (start and text[start - 1].isalnum()) and not text[end : end + 1].isalnum()


def _one(left: _Piece, right: _Piece) -> bool:
    """Whether two neighbouring pieces speak of one actor."""
    if left.kind == "name" and right.kind == "name":
        if right.use in _INSTITUTIONS:
            return left.use not in _INSTITUTIONS and len(left.actors) == 1
        both_states = _PERSON not in (left.use, right.use)
        return left.actors == right.actors and (not both_states or right.use in TOWNS)
    return left.kind != "head" or right.kind == "head"


def _mention(piece: _Piece, memory: Memory, found: list[Mention], sentence: Sentence) -> Mention | None:
    """The mention of a merged piece; an office without a name is that of the last holder, else of the home state."""
    if piece.kind == "name":
        if not piece.person and posted(piece.start, piece.end, sentence):
            memory.known.update(dict.fromkeys(piece.actors))
            return _office(piece, (memory.home,) if memory.home else ())
        if not piece.actors or (
            (len(piece.actors) > 1 or piece.use in TOWNS) and within_term(piece.start, piece.end, sentence)
        ):
            return None
        return Mention(
            start=piece.start,
            end=piece.end,
            actors=piece.actors,
            use=piece.use,
            person=piece.person,
            role=piece.role,
        )
    if memory.home and at_home(piece.start, piece.end, sentence):
        return _office(piece, (memory.home,))
    if piece.kind == "head" and piece.role != "government":
        return None
    if sentence.lexicon.grammar.settings.get("bare_heads", True):
        written = sentence.folded[piece.start : piece.end]
        actors = memory.holders.get(written) or memory.holders.get(piece.role, ())
    else:
        leads = piece.kind == "title" and piece.role in _HOME_OFFICES
        return _office(piece, office_of(piece.start, piece.role, found, sentence, memory)) if leads else None
    if not actors and piece.role in _HOME_OFFICES and memory.home:
        actors = (memory.home,)
    return _office(piece, actors)


def _office(piece: _Piece, actors: tuple[str, ...]) -> Mention | None:
    if not actors:
        return None
    return Mention(start=piece.start, end=piece.end, actors=actors, use="title", role=piece.role)


def _laid(mention: Mention, found: list[Mention], sentence: Sentence, memory: Memory) -> Mention:
    """A bare institution (国会, 外務省) is that of the state in which the sentence is laid."""
    if mention.actors != (memory.home,):
        return mention
    bare = sentence.lexicon.grammar.settings.get("bare_institutions", ())
    if sentence.folded[mention.start : mention.end] not in bare:
        return mention
    foreign = abroad(found, sentence, memory)
    return replace(mention, actors=foreign) if foreign else mention


def _cased(mentions: list[Mention], sentence: Sentence) -> list[Mention]:
    """Give each mention the case that the cues beside it mark."""
    cases = sentence.cues_of("case")
    after = {hit.start: _CASES[hit.cue.value] for hit in cases if hit.cue.side == "after"}
    before = {hit.end: _CASES[hit.cue.value] for hit in cases if hit.cue.side == "before"}
    cased: list[Mention] = []
    settings, shapes = sentence.lexicon.grammar.settings, sentence.lexicon.grammar.shapes
    agent_head, beside, leads = shapes["agent_head"], "beside_only" in settings, settings.get("headline_lead")
    rules = rules_of(sentence.lexicon.language)
    spans = {hit.start: (hit.end, after[hit.start]) for hit in cases if hit.cue.side == "after"} if rules else {}
    for at, mention in enumerate(mentions):
        case = after.get(mention.end)
        if rules is not None:
            limit = mentions[at + 1].start if at + 1 < len(mentions) else len(sentence.folded)
            case = _eojeol_case(mention, limit, spans, sentence, rules)
        elif agent_head is not None:
            limit = mentions[at + 1].start if at + 1 < len(mentions) else len(sentence.folded)
            case = before.get(mention.start) or _head_case(mention, limit, after, sentence, agent_head)
        elif case is GENITIVE and before.get(mention.start) in _COVERBS:
            case = before[mention.start]
        elif case is GENITIVE and beside and mention.use in TOWNS and before.get(mention.start) is PLACE:
            case = PLACE
        elif case is GENITIVE:
            floor = mentions[at - 1].end if at else 0
            case = _phrase_case(mention, mentions, after, sentence)
            if case is GENITIVE and beside and _case_before(mention.start, floor, before, sentence) is TARGET:
                case = TARGET
        if case is None:
            floor = mentions[at - 1].end if at else 0
            case = _case_before(mention.start, floor, before, sentence)
        if case in _COVERBS and at + 1 < len(mentions) and _describes_next(mention, mentions[at + 1], sentence):
            case = INNER
        if case is None and leads and _leads_headline(mention, sentence):
            case = TOPIC
        if case is None and (mention.use == "adjective" or _possessive(mention, sentence)):
            case = GENITIVE if mention.use == "pronoun" else MODIFIER
        if case is PARTNER and beside_strangers(mention, sentence):
            case = None
        if case is None and cased and _same_phrase(cased[-1], mention, sentence):
            case = cased[-1].case
        cased.append(mention.with_case(case) if case else mention)
    return _not_also(cased, sentence)


def _not_also(mentions: list[Mention], sentence: Sentence) -> list[Mention]:
    """The mentions, where one that "also" marks behind the subject of its clause is an object: XはYも非難した."""
    also = sentence.lexicon.grammar.settings.get("also", ())
    if not also or len(mentions) < 2:
        return mentions
    marks = [hit for hit in sentence.cues_of("case") if hit.cue.side == "after"]
    found: list[Mention] = []
    for mention in mentions:
        mark = next((hit for hit in marks if hit.start >= mention.end), None)
        if mention.case is SUBJECT and mark is not None and mark.cue.form in also:
            first, _ = sentence.clauses[sentence.clause_at(mention.start)]
            if any(m.case is SUBJECT and m.start >= first for m in found):
                mention = replace(mention, case=OBJECT, topic=False)
        found.append(mention)
    return found


def _same_phrase(last: Mention, mention: Mention, sentence: Sentence) -> bool:
    """Whether a mention goes on with the phrase that a coverb opened: 對黎巴嫩南部真主黨."""
    if last.case not in _COVERBS or last.case is AGENT or "object_after" not in sentence.lexicon.grammar.settings:
        return False
    gap = sentence.folded[last.end : mention.start]
    if not len(gap) <= _PHRASE or any(character in sentence.lexicon.grammar.stops for character in gap):
        return False
    starts = (*(hit.start for hit in sentence.words), *(hit.start for hit in sentence.cues))
    return not any(last.end <= start < mention.start for start in starts)


def _describes_next(mention: Mention, following: Mention, sentence: Sentence) -> bool:
    """Whether a coverb's name stands in a clause that describes the next: 與俄羅斯親近的中國; it tells no act."""
    if "beside_only" not in sentence.lexicon.grammar.settings:
        return False
    gap = sentence.folded[mention.end : following.start]
    if not 2 < len(gap) <= 10 or not gap.endswith("的") or any(stop in gap for stop in sentence.lexicon.grammar.stops):
        return False
    return not any(mention.end <= hit.start < following.start and hit.traits & EVENT for hit in sentence.words)


def _leads_headline(mention: Mention, sentence: Sentence) -> bool:
    """Whether a mention stands alone at the head of a headline: what follows the space tells of it."""
    text = sentence.folded
    opens = mention.start == 0 or text[mention.start - 1] in "】"
    return opens and text[mention.end : mention.end + 1] in (" ", "\u3000") and not text.rstrip().endswith("。")


def _possessive(mention: Mention, sentence: Sentence) -> bool:
    """Whether a pronoun is a possessive of the language (his, its)."""
    if mention.use != "pronoun":
        return False
    written = sentence.folded[mention.start : mention.end].lower()
    return written in sentence.lexicon.grammar.settings.get("possessives", ())


def _eojeol_case(
    mention: Mention, limit: int, after: dict[int, tuple[int, Case]], sentence: Sentence, rules: Rules
) -> Case | None:
    """The case in a language of eojeols: a syllable that means "to" before the name, else the phrase's particle."""
    text = sentence.folded
    last = text[mention.end - 1]
    if mention.use == "pronoun" and last in rules.pronoun_cases:
        return rules.pronoun_cases[last]
    if text.startswith(rules.topics, mention.end):
        return TOPIC
    prefix = text[mention.start - 1 : mention.start]
    if prefix in rules.toward and syllables_before(text, mention.start) == 1:
        return TARGET
    acts = [(hit.start, hit.end) for hit in sentence.words if hit.traits & EVENT]
    return phrase_case(mention, limit, after, acts, text, rules)


_PLAIN = re.compile(
    r"(?:延べ|[一-龥々ァ-ヶー0-9A-Za-z・%()<>「」『』])*(?:ら(?=[一-龥はがをにとの])|たち|など[一-龥0-9]{0,8})?"
)


def _head_case(
    mention: Mention, limit: int, after: dict[int, Case], sentence: Sentence, agent_head: re.Pattern[str]
) -> Case | None:
    """The case of the noun phrase that a mention opens, where its last noun can act (中国の船に); else it is an owner.

    A word for an act that touches the mention is its own head: what stands before it is its modifier (訪問, 侵攻).
    """
    at, owned = _past_note(mention.end, limit, sentence.folded), False
    place_head = sentence.lexicon.grammar.shapes["place_head"]
    for _ in range(3):
        tail = _PLAIN.match(sentence.folded, at)
        end = min(tail.end() if tail else at, limit)
        if end > at:
            if any(at <= hit.start and end - 1 <= hit.end <= end and hit.traits & EVENT for hit in sentence.words):
                return GENITIVE if owned else MODIFIER
            acts = agent_head.search(sentence.folded[at:end].rstrip("らたちなど」』)")) is not None
        else:
            acts = not owned
        case = after.get(end)
        if case in (PLACE, TARGET) and place_head.search(sentence.folded, at, end):
            return PLACE
        if case is GENITIVE and end + 1 < limit:
            at, owned = end + 1, True
            continue
        if case in (SUBJECT, TOPIC):
            return case
        if case is None and not owned:
            return None if end in (mention.end, at) or acts else MODIFIER
        return case if acts else GENITIVE if owned else MODIFIER
    return GENITIVE


def _past_note(at: int, limit: int, text: str) -> int:
    """Where a note in brackets right after a name ends (習近平(シー・チンピン)氏は), or the note that a name ends."""
    if text[at : at + 1] == ")":
        return at + 1
    closing = text.find(")", at, limit) if text[at : at + 1] == "(" else -1
    return closing + 1 or at


def _phrase_case(mention: Mention, mentions: list[Mention], after: dict[int, Case], sentence: Sentence) -> Case:
    """The case of the noun phrase that an owner opens: 中国の船に is a target, 中国の主張を stays an owner."""
    limit = min([len(sentence.folded), *(m.start for m in mentions if m.start > mention.end)])
    reach = min(limit, mention.end + int(sentence.lexicon.grammar.settings.get("np_reach", 0)))
    for at in range(mention.end + 1, reach):
        found = after.get(at)
        if found is not None and found is not GENITIVE:
            return found if found in (SUBJECT, AGENT) else GENITIVE
        if sentence.folded[at] in sentence.lexicon.grammar.stops:
            break
    return GENITIVE


def _case_before(start: int, floor: int, before: dict[int, Case], sentence: Sentence) -> Case | None:
    """The case of the coverb or preposition that ends at `start`, or a few plain words before it."""
    if start in before:
        return before[start]
    limit = max(floor, start - int(sentence.lexicon.grammar.settings.get("case_reach", 0)))
    if not any(limit <= at < start for at in before):
        return None
    spaced = sentence.lexicon.grammar.spaced
    for at in range(start - 1, limit - 1, -1):
        character = sentence.folded[at]
        if character in sentence.lexicon.grammar.stops or (spaced and (character.isdigit() or character.isupper())):
            return None
        if at in before and not sentence.folded.endswith(_phrase_ends(sentence), at, start):
            if sentence.folded[:at].endswith(tuple(sentence.lexicon.grammar.settings.get("beside_only", ("\0",)))):
                return None
            verb = any(at <= hit.start < start and hit.traits & VERB for hit in sentence.words)
            return None if verb else before[at]
    return None


def _phrase_ends(sentence: Sentence) -> tuple[str, ...]:
    """Nouns of place and time that end a coverb's phrase, so that a name after them is free (在印太地區美軍)."""
    return tuple(sentence.lexicon.grammar.settings.get("phrase_ends", ())) or ("\0",)


def _list_goes_on(last: Mention, mention: Mention, sentence: Sentence) -> bool:
    """Whether two mentions may be parts of one list: no pronoun, and after a comma an "and" still to come."""
    gap = sentence.folded[last.end : mention.start].strip()
    if "pronoun" in (last.use, mention.use) or (last.use == "group" and gap == "-"):
        return False
    if gap != ",":
        return True
    tail = sentence.folded[mention.end : mention.end + 60]
    headline = last.start == 0 and sentence.folded[-1:].isalnum()
    goes_on = tail.startswith((" and ", ", and ")) or (tail.startswith(", ") and " and " in tail)
    return headline or (goes_on and bool(last.person) == bool(mention.person))


def _headline_topic(following: Mention, sentence: Sentence) -> bool:
    """Whether what a headline opens with and sets off by a comma is its topic, not the first of a list."""
    rest = sentence.folded[following.end :]
    return following.case is not SUBJECT and not rest.startswith(", ") and not rest.rstrip().endswith(".")


def _coordinated(mentions: list[Mention], sentence: Sentence) -> list[Mention]:
    """Join mentions between which only a coordinator stands: "A and B", A、B, A與B."""
    coordinators, joined = sentence.lexicon.grammar.settings.get("coordinators", ()), mentions[:1]
    for mention in mentions[1:]:
        last = joined[-1]
        if _coordinates(last, mention, coordinators, sentence):
            head = mention if sentence.lexicon.grammar.order == "sov" else last
            joined[-1] = replace(
                last,
                end=mention.end,
                actors=last.actors + mention.actors,
                case=head.case,
                use="group",
                topic=head.topic,
            )
        else:
            joined.append(mention)
    return joined


def _coordinates(last: Mention, mention: Mention, coordinators: tuple[str, ...], sentence: Sentence) -> bool:
    """Whether a coordinator makes one of two mentions, and is not what sets a list or a place beside them."""
    text, sov = sentence.folded, sentence.lexicon.grammar.order == "sov"
    gap = text[last.end : mention.start].lower()
    if gap[:1] in (")", "）") and text.endswith(("(", "（"), 0, last.start):
        gap = gap[1:]  # 中（中國大陸）、日: the bracket only says the name again
    at_place = last.case is PLACE and mention.case is PARTNER
    if at_place and (mention.person or mention.role):
        gap = ""
    if gap not in coordinators or set(last.actors) & set(mention.actors):
        return False
    if last.case is PARTNER and mention.case is PLACE and mention.use in TOWNS and last.use not in TOWNS:
        return False
    ends = text[mention.end : mention.end + 1] in sentence.lexicon.grammar.stops
    if at_place and not ends and gap in sentence.lexicon.grammar.settings.get("never_lists_places", ()):
        return False
    if gap == "、" and last.use == "military" and mention.use == "group":
        return False
    if sov and _sets_apart(gap, last, mention, sentence):
        return False
    return sentence.tokens is None or _list_goes_on(last, mention, sentence)


def _sets_apart(gap: str, last: Mention, mention: Mention, sentence: Sentence) -> bool:
    """Whether a comma lists no actors where the verb comes last: before a partner, or behind a headline's topic."""
    if gap.strip() in ("、", ",") and mention.case in (PARTNER, TARGET):
        return True
    if last.start > 0:
        return False
    if gap == "、" and mention.case is not SUBJECT:
        return mention.case is not FREE or sentence.folded[mention.end : mention.end + 1] not in ("、", "と")
    return gap == ", " and _headline_topic(mention, sentence)
