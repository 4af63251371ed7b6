"""Home: the state in whose press a document stands, which "the ministry" and "our country" mean without naming it.

A language that one state's press writes says so in its grammar (`home`). One that several write says by which words a
document shows where it comes from (`own_press`, by script): a byline, an agency, "our country".
"""

from stateofplay.documents.document import Document, Language
from stateofplay.reading.lexicon import Grammar
from stateofplay.reading.sentence import Sentence


def home_of(document: Document, language: Language, grammar: Grammar) -> str:
    """The actor that a document in `language` means when it names no state; "" where nothing tells."""
    presses: dict[str, dict[str, tuple[str, ...]]] = grammar.settings.get("own_press", {})
    for actor, marks in presses.get(language.value, {}).items():
        if any(mark in document.text for mark in marks):
            return actor
    return grammar.home


def at_home(start: int, end: int, sentence: Sentence) -> bool:
    """Whether an office told without its state is one that each press has of its own (外交部, 外交部發言人)."""
    own: tuple[str, ...] = sentence.lexicon.grammar.settings.get("own_offices", ())
    return bool(own) and sentence.folded.startswith(own, start, end)


def posted(start: int, end: int, sentence: Sentence) -> bool:
    """Whether a name only says where somebody of a state left unsaid is posted (駐尼日利亞大使)."""
    shape = sentence.lexicon.grammar.shapes["posted"]
    posts: tuple[str, ...] = sentence.lexicon.grammar.settings.get("posts", ())
    if shape is None or not sentence.folded.endswith(posts, 0, start):
        return False
    if sentence.lexicon.grammar.shapes["recalled_from"].search(sentence.folded, 0, start):
        return False
    return shape.search(sentence.folded[start:end]) is not None or shape.match(sentence.folded, end) is not None
