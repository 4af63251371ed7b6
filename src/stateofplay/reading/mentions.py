"""Finding mentions: names, offices and pronouns that stand next to each other are one mention of one actor."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from stateofplay.knowledge.actor import actors as known_actors
from stateofplay.knowledge.name import Name
from stateofplay.reading.bystander import but_bystanders, within_term
from stateofplay.reading.casing import cased_mentions
from stateofplay.reading.coordination import coordinated
from stateofplay.reading.eojeol import rules_of, syllables_before
from stateofplay.reading.home import at_home, own_minister, posted
from stateofplay.reading.memory import Memory
from stateofplay.reading.mention import (
    TOWNS,
    Mention,
)
from stateofplay.reading.office import office_of
from stateofplay.reading.pronouns import abroad, find_pronouns
from stateofplay.reading.sentence import NameHit, Sentence

_PERSON = "person"
_HOME_OFFICES = frozenset({"head-of-state", "head-of-government", "foreign-minister", "defence-minister"})
_INSTITUTIONS = frozenset({"ministry", "seat", "military"})
_SHORT = frozenset({"single", "side"})
_NOTE = re.compile(r"(?:[・·][ァ-ヶー]{1,12})?\([^()]+\)|[・·][ァ-ヶー]{1,12}")
_OWNER = 8
"""Characters before an office in which it is told whose it is."""


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
    leaning = sentence.lexicon.grammar.shapes["leaning"]
    topics: tuple[str, ...] = sentence.lexicon.grammar.settings.get("topic_nouns", ())
    found: list[Mention] = []
    for piece in list(_merge(pieces, sentence)):
        mention = _mention(piece, memory, found, sentence)
        if (
            mention is not None
            and not _names_topic(mention, topics, sentence)
            and not (leaning and _only_leans(mention, leaning, sentence))
        ):
            found.append(_laid(mention, found, sentence, memory))
    found += [
        m for m in find_pronouns(sentence, memory, found) if not any(m.start < f.end and f.start < m.end for f in found)
    ]
    found.sort(key=lambda mention: mention.start)
    return coordinated(but_bystanders(cased_mentions(found, sentence), sentence), sentence)


def _names_topic(mention: Mention, topics: tuple[str, ...], sentence: Sentence) -> bool:
    """Whether the name only says which matter is meant (烏克蘭情勢): a matter does not act."""
    if len(mention.actors) > 1:
        return False
    matter = sentence.lexicon.grammar.shapes["name_of_matter"]
    if matter is not None and matter.match(sentence.folded, mention.end):
        return True
    if not topics or not sentence.folded.startswith(topics, mention.end):
        return False
    sides = sentence.lexicon.grammar.shapes["sides_of_matter"]
    return sides is None or sides.match(sentence.folded, mention.end) is None


def _only_leans(mention: Mention, shape: re.Pattern[str], sentence: Sentence) -> bool:
    """Whether a name only tells to whom others lean (親ロシア派, 反イスラエル団体): it does not act."""
    if mention.use == "single":
        return False
    return shape.search(sentence.folded, max(0, mention.start - 2), mention.start) is not None


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
    offices = settings.get("offices_of", ())
    given_name = sentence.lexicon.grammar.shapes["given_name"]
    sent_to = sentence.lexicon.grammar.shapes["sent_to"]
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
        elif held.kind == piece.kind == "name" and (gap in posts or (sent_to and sent_to.fullmatch(gap))):
            # The second name only says where somebody of the first state is posted (中国驻美大使).
            held = replace(held, end=piece.end, role=held.role or piece.role)
        elif (
            (
                gap in joiners
                or (gap.lower() in offices and held.kind == "title" and _is_state(piece))
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


def _is_state(piece: _Piece) -> bool:
    """Whether a piece is the name of a state: of an organisation there are many ministers."""
    return piece.use == "name" and [known_actors()[id].kind for id in piece.actors] == ["state"]


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
    """Whether a note in brackets or the rest of the name parts a person from the office: チセケディ(Felix)大統領."""
    if left.use != _PERSON or right.kind != "title":
        return False
    return _NOTE.fullmatch(gap) is not None


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
        if piece.person and not memory.home:
            memory.home = own_minister(piece.start, piece.end, piece.actors, sentence, memory.known)
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
    if _of_others(piece, sentence):
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


def _of_others(piece: _Piece, sentence: Sentence) -> bool:
    """Whether an office is that of states left unnamed, or of several (加盟国の国防相, 外相ら): not at home."""
    shapes = sentence.lexicon.grammar.shapes["offices_of_others"]
    if shapes is None:
        return False
    text = sentence.folded
    owned = shapes["before"].search(text, max(0, piece.start - _OWNER), piece.start)
    return owned is not None or shapes["after"].match(text, piece.end) is not None


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
