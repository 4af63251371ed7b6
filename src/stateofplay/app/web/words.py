"""The words of the web app: every text on a page comes from the file of its language, none from code or template."""

from dataclasses import dataclass, field
from functools import cache
from typing import Any, Final

from stateofplay.errors import OurFault
from stateofplay.knowledge.table import structure

DEFAULT: Final = "en"
_FOLDER: Final = ("app", "web", "texts")
_FORMS: Final = {"one", "other"}


@dataclass(frozen=True, kw_only=True)
class Words:
    """The texts of one language, by dotted key.

    `tag` is its BCP 47 tag. A text may hold `{names}` to fill in; one that depends on a number `n` may have the forms
    `one` and `other`, which stand in `texts` as `key#one` and `key#other`.
    """

    tag: str
    texts: dict[str, str] = field(repr=False, hash=False)

    def __call__(self, key: str, **values: object) -> str:
        """The text under `key` with `values` filled in; OurFault for a key that the file lacks."""
        text = self._form(key, values.get("n"))
        return text.format(**values) if values else text

    def _form(self, key: str, n: object) -> str:
        for name in (f"{key}#one" if n == 1 else "", key, f"{key}#other"):
            if name in self.texts:
                return self.texts[name]
        raise OurFault(
            f"no text {key!r} in {self.tag}", where=f"app/web/texts/{self.tag}.yaml", mend="please report it"
        )

    def has(self, key: str) -> bool:
        """Whether there is a text under exactly this key."""
        return key in self.texts


@cache
def languages() -> dict[str, tuple[str, ...]]:
    """Tags of the app's languages → the browser tags that each serves."""
    return {tag: tuple(served) for tag, served in structure(*_FOLDER, "languages.yaml").items()}


@cache
def words_of(tag: str) -> Words:
    """The words of a language of `languages()`."""
    return Words(tag=tag, texts=dict(_flat("", structure(*_FOLDER, f"{tag}.yaml"))))


def choose(*, asked: str = "", kept: str = "", accept: str = "") -> str:
    """Tag of the language to answer in: as `asked` in the address, `kept` in the cookie, or listed by the browser.

    >>> choose(accept="zh-CN,zh;q=0.9,zh-TW;q=0.8,en;q=0.7")
    'zh-Hant'
    >>> choose(accept="zh-CN,ko;q=0.5")
    'en'
    """
    for wish in (asked, kept, *_in_order(accept)):
        found = served(wish)
        if found:
            return found
    return DEFAULT


def served(wish: str) -> str:
    """The app's language for a browser's tag, "" where there is none. Never from one script to the other."""
    parts = wish.strip().lower().split("-")
    while parts:
        for tag, served in languages().items():
            if "-".join(parts) in (name.lower() for name in served):
                return tag
        parts.pop()
    return ""


def _in_order(accept: str) -> list[str]:
    wishes = []
    for item in accept.split(","):
        tag, _, weight = item.partition(";")
        quality = weight.strip().removeprefix("q=")
        wishes.append((-_quality(quality), tag.strip()))
    return [tag for quality, tag in sorted(wishes, key=lambda wish: wish[0]) if quality < 0 and tag != "*"]


def _quality(text: str) -> float:
    try:
        return float(text) if text else 1.0
    except ValueError:
        return 0.0


def _flat(prefix: str, value: Any) -> list[tuple[str, str]]:
    if not isinstance(value, dict):
        return [(prefix, str(value))]
    joint = "#" if value.keys() <= _FORMS else "."
    return [pair for key, part in value.items() for pair in _flat(f"{prefix}{joint}{key}".lstrip("."), part)]


def problems() -> list[str]:
    """What is wrong with the files of words: keys that one language has and the default lacks, or the other way."""
    expected = {_stem(key) for key in words_of(DEFAULT).texts}
    found = []
    for tag in languages():
        keys = {_stem(key) for key in words_of(tag).texts}
        found += [f"{tag}: {key} is missing" for key in sorted(expected - keys)]
        found += [f"{tag}: {key} is unknown" for key in sorted(keys - expected)]
    return found


def _stem(key: str) -> str:
    return key.partition("#")[0]
