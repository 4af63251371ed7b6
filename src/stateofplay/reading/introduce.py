"""Persons that a document introduces itself: an unknown name next to an office is that office's holder from then on."""

import re

from stateofplay.reading.home import at_home
from stateofplay.reading.memory import Memory
from stateofplay.reading.sentence import Sentence

_KANA = re.compile("(?:[ァ-ヶー]+・)*([ァ-ヶー]{2,})")
_WINDOW = 64
_HAN = re.compile("[一-龥々]+")
_APPOSED = 90
"""Characters within which an apposition tells the office and the state of a name."""


_LONG_NAME = 5
Introduced = dict[str, tuple[tuple[str, ...], str]]


def introductions(sentence: Sentence, memory: Memory) -> Introduced:
    """New aliases: the name shape of the language right before or after an office whose actor stands beside it."""
    shapes = sentence.lexicon.grammar.shapes["name_shapes"]
    found: Introduced = {}
    if not shapes:
        return found
    known = {sentence.folded[hit.start : hit.end] for hit in sentence.names}
    for hit in sentence.cues_of("title"):
        start, end = hit.start, hit.end
        for side, pattern in shapes.items():
            if side == "apposed":
                found |= _apposed(pattern, sentence, start)
                continue
            if side == "before_state":
                found |= _before_state(pattern, sentence, start)
                continue
            match = pattern.match(sentence.folded, end) if side == "after" else _before(pattern, sentence.folded, start)
            if not match or match["name"] in known or match["name"] in memory.aliases:
                continue
            actors = _owner(sentence, start if side == "after" else match.start("name"))
            if not actors and memory.home and at_home(start, end, sentence):
                actors = (memory.home,)
            if actors and not _holds_word(sentence, *match.span("name")):
                found[match["name"]] = (actors, "")
                if "·" in match["name"] and len(last := match["name"].rpartition("·")[2]) > 1:
                    found[last] = (actors, "")
                if "family_first" in sentence.lexicon.grammar.settings:
                    found[match["name"].rpartition(" ")[2]] = (actors, "")
                if len(last := match["name"].rpartition("・")[2]) > 1:
                    found[last] = (actors, "")
                break
    return found


def family_offices(sentence: Sentence, memory: Memory) -> Introduced:
    """The family name with an office, of a person named in full before in a script without spaces: 河野大臣, 習氏."""
    longest = int(sentence.lexicon.grammar.settings.get("family_length", 0))
    text = sentence.folded
    found: Introduced = {}
    for hit in sentence.names if longest else ():
        start, end, names = hit.start, hit.end, hit.names
        if names[0].person and names[0].actors and _HAN.fullmatch(text, start, end):
            memory.people[text[start:end]] = (names[0].actors, names[0].person)
        elif names[0].person and names[0].actors and (run := _KANA.match(text, start, end)) is not None:
            found[run[1]] = (names[0].actors, names[0].person)
    for title in sentence.cues_of("title") if memory.people and longest else ():
        start, end = title.start, title.end
        for length in range(1, longest + 1):
            family = text[max(0, start - length) : start]
            whole = start == length or not _HAN.fullmatch(text, start - length - 1, start - length)
            if len(family) == length and whole and _HAN.fullmatch(family):
                found |= {
                    text[start - length : end]: who
                    for full, who in memory.people.items()
                    if full != family and full.startswith(family)
                }
    return found


def surnames(sentence: Sentence) -> Introduced:
    """The family name alone of each person named in full, for the rest of the document (Lee Jae Myung: Lee)."""
    settings = sentence.lexicon.grammar.settings
    if "family_first" not in settings:
        return {}
    found: Introduced = {}
    for hit in sentence.names:
        start, end, names = hit.start, hit.end, hit.names
        parts = sentence.folded[start:end].split(" ")
        if names[0].person and len(parts) > 1 and names[0].actors:
            family = parts[0] if names[0].actors[0] in settings["family_first"] else parts[-1]
            if len(family) > 1 and family[0].isupper():
                found[family] = (names[0].actors, names[0].person)
    return found


def _apposed(pattern: re.Pattern[str], sentence: Sentence, title: int) -> Introduced:
    """A name before its office and state (Ana Diaz, a spokeswoman for Peru's army): the full name, and its last."""
    match = pattern.search(sentence.folded, max(0, title - _APPOSED), title)
    if not match or _holds_word(sentence, *match.span("name")):
        return {}
    comma = sentence.folded.find(",", title)
    last = comma if 0 < comma - title < _APPOSED else title + _APPOSED
    told = {hit.names[0].actors for hit in sentence.names if match.end("name") <= hit.start < last}
    if len(told) != 1:
        return {}
    full = match["name"]
    return {form: (next(iter(told)), "") for form in (full, full.rpartition(" ")[2])}


def _before_state(pattern: re.Pattern[str], sentence: Sentence, title: int) -> Introduced:
    """A name before the state that the title follows (X Y 말레이시아 총리): the full name, and its last part alone."""
    state = next((hit for hit in reversed(sentence.names) if hit.end <= title), None)
    if state is None or sentence.folded[state.end : title].strip() or state.names[0].use == "person":
        return {}
    match = _before(pattern, sentence.folded, state.start)
    if not match or _holds_word(sentence, *match.span("name")):
        return {}
    parts = re.split("[ ・]", match["name"])
    return {form: (state.names[0].actors, "") for form in {match["name"], parts[0], parts[-1]} if len(form) > 1}


def family_titles(sentence: Sentence, memory: Memory) -> Introduced:
    """The family name with the title of each person named in full: 김정은 국무위원장 is then 김 위원장."""
    found: Introduced = {}
    prefixes: tuple[str, ...] = tuple(sentence.lexicon.grammar.settings.get("family_titles", ()))
    for title in sentence.cues_of("title") if prefixes else ():
        start, end = title.start, title.end
        for hit in sentence.names:
            name = hit.names[0]
            if name.use == "person" and hit.end <= start and _leads_to(hit.end, start, sentence):
                office = sentence.folded[start:end].split(" ")[-1]
                for form in {office, *(office.removeprefix(prefix) for prefix in prefixes)}:
                    found[f"{sentence.folded[hit.start]} {form}"] = (name.actors, name.person)
        found |= _family_of_new(sentence, memory, start, end) if prefixes else {}
    return found


def _family_of_new(sentence: Sentence, memory: Memory, start: int, end: int) -> Introduced:
    """The same for a person whom the document introduced itself (류진쑹 중국 외교부 아시아 국장: 류 국장)."""
    text = sentence.folded
    found: Introduced = {}
    shape, home_name = sentence.lexicon.grammar.shapes["office_path"], sentence.lexicon.grammar.shapes["home_name"]
    office = text[start:end].rpartition(" ")[2]
    for alias, (actors, person) in memory.aliases.items():
        at = text.rfind(alias, 0, start)
        if at < 0 or shape is None or shape.fullmatch(text[at + len(alias) : start]) is None:
            continue
        short = alias[:1] if " " not in alias and len(alias) < _LONG_NAME else alias.rpartition(" ")[2]
        found[f"{short} {office}"] = found[f"{alias} {office}"] = (actors, person)
    at_home = any(hit.start == start and hit.cue.value == "home" for hit in sentence.cues_of("pronoun"))
    named = home_name.search(text[:start]) if at_home and home_name is not None else None
    if named is not None and memory.home:
        found[f"{named['name'][0]} {office.lstrip('제12')}"] = ((memory.home,), "")
    return found


def _leads_to(end: int, start: int, sentence: Sentence) -> bool:
    """Whether the title is that of the person whose name ends at `end`: beside it, or behind his state and office."""
    if _beside(end, start, sentence):
        return True
    shape = sentence.lexicon.grammar.shapes["office_path"]
    return shape is not None and shape.fullmatch(sentence.folded[end:start]) is not None


def _beside(end: int, start: int, sentence: Sentence) -> bool:
    """Whether nothing, or only the name of a state, stands between a name and a title."""
    between = sentence.folded[end:start].strip()
    return not between or any(
        end <= hit.start and hit.end <= start and sentence.folded[hit.start : hit.end] == between
        for hit in sentence.names
    )


def _holds_word(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a known word or name lies in the stretch: then it is no unknown name."""
    word = any(hit.start < end and start < hit.end for hit in sentence.words)
    # A single letter within a name of several parts is no name (希 in 阿卜杜拉希安).
    least = 2 if "·" in sentence.folded[start:end] else 1
    return word or any(hit.start < end and start < hit.end and hit.end - hit.start >= least for hit in sentence.names)


def _before(pattern: re.Pattern[str], text: str, end: int) -> re.Match[str] | None:
    return pattern.search(text, max(0, end - _WINDOW), end)


def _owner(sentence: Sentence, title: int) -> tuple[str, ...]:
    """Actors of the name that ends just before the title."""
    joiners = sentence.lexicon.grammar.settings.get("joiners", ("",))
    posts: tuple[str, ...] = sentence.lexicon.grammar.settings.get("posts", ())
    at = title
    for hit in reversed(sentence.names):
        if hit.end <= at and sentence.folded[hit.end : at] in joiners:
            if not posts or not sentence.folded.endswith(posts, 0, hit.start):
                return hit.names[0].actors
            # Where he is posted is not whose he is (德國駐菲大使).
            at = hit.start - 1
    return ()
