"""Home: the state in whose press a document stands, which "the ministry" means without naming it.

A language that one state's press writes says so in its grammar (`home`). One that several write says by which marks a
document shows where it comes from (`own_press`): a byline, an agency. They are looked for in both scripts alike.
"""

from collections.abc import Collection

from stateofplay.documents.document import Document
from stateofplay.reading.lexicon import Grammar
from stateofplay.reading.sentence import Sentence

_STORY = 200
"""Characters of a document in which the home state would be named if it were spoken of."""


def home_of(document: Document, grammar: Grammar) -> str:
    """The actor that a document means when it names no state, by the first mark in it; "" where nothing tells."""
    presses = grammar.shapes["own_press"]
    shown = grammar.shapes["home_shown"]
    if shown is not None and len(document.text) > _STORY and shown.search(document.text) is None:
        return ""
    if presses is None:
        return grammar.home
    marks = ((mark.start(), actor) for actor, shape in presses.items() if (mark := shape.search(document.text)))
    return min(marks, default=(0, grammar.home))[1]


def at_home(start: int, end: int, sentence: Sentence) -> bool:
    """Whether an office told without its state is one that each press has of its own (外交部, 外交部發言人)."""
    own: tuple[str, ...] = sentence.lexicon.grammar.settings.get("own_offices", ())
    return bool(own) and sentence.folded.startswith(own, start, end)


def own_minister(start: int, end: int, actors: tuple[str, ...], sentence: Sentence, known: Collection[str]) -> str:
    """The state of a person first told with an office that each press has of its own, where no state was named before.

    Only that state's press names its minister so (外交部長吳釗燮).
    """
    new = sentence.lexicon.grammar.shapes["own_press"] is not None and len(actors) == 1 and not set(actors) & set(known)
    return actors[0] if new and at_home(start, end, sentence) else ""


def posted(start: int, end: int, sentence: Sentence) -> bool:
    """Whether a name only says where somebody of a state left unsaid is posted (駐尼日利亞大使)."""
    shape = sentence.lexicon.grammar.shapes["posted"]
    posts: tuple[str, ...] = sentence.lexicon.grammar.settings.get("posts", ())
    if shape is None or not sentence.folded.endswith(posts, 0, start):
        return False
    if sentence.lexicon.grammar.shapes["recalled_from"].search(sentence.folded, 0, start):
        return False
    return shape.search(sentence.folded[start:end]) is not None or shape.match(sentence.folded, end) is not None
