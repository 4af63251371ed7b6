"""Settings for asking a language model: given, never guessed; a key is never shown and goes to one place."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, Final

from stateofplay.errors import YourInput

PREFIX: Final = "STATEOFPLAY_LLM_"
"""What the names of settings in the environment begin with."""

_CACHE: Final = "stateofplay/llm"
_NUMBERS: Final[dict[str, Callable[[str], Any]]] = {
    **dict.fromkeys(("tries", "requests", "tokens"), int),
    **dict.fromkeys(("timeout", "cost", "price_in", "price_out"), float),
}


@dataclass(frozen=True, kw_only=True)
class Settings:
    """`model` at the endpoint `url` ("" for the client's own default), with a `key` where it asks for one.

    `timeout` is in seconds per request; `tries` is how often one is sent in all. `requests`, `tokens` and `cost` end
    the reading when they are used up, 0 for no limit; cost follows from the prices of a million tokens in and out.
    Answers are kept in the folder `cache`, None to keep none.
    """

    model: str
    url: str = ""
    key: str = field(default="", repr=False)
    timeout: float = 120.0
    tries: int = 5
    requests: int = 0
    tokens: int = 0
    cost: float = 0.0
    price_in: float = 0.0
    price_out: float = 0.0
    cache: Path | None = None

    def __post_init__(self) -> None:
        if not self.model:
            raise YourInput("no model is named", mend=f"set {PREFIX}MODEL, or give --set model=NAME")
        if self.cost and not (self.price_in or self.price_out):
            raise YourInput(
                "a limit on cost needs prices", mend="set price_in and price_out, for a million tokens each"
            )
        if self.timeout <= 0 or self.tries < 1 or min(self.requests, self.tokens, self.cost) < 0:
            raise YourInput("a limit of the language model is below zero", mend="use 0 for no limit")


def settings_of(environment: Mapping[str, str], given: Mapping[str, str] | None = None) -> Settings:
    """Settings out of the environment, those `given` before them. YourInput names a setting that there is not.

    OPENAI_API_KEY counts only where no other endpoint is named, so that it is never sent anywhere else.
    """
    known = [f.name for f in fields(Settings)]
    named = {name: environment[PREFIX + name.upper()] for name in known if environment.get(PREFIX + name.upper())}
    values = {**named, **(given or {})}
    if "key" in (given or {}):
        raise YourInput("a key in a command stays in the shell's history", mend=f"set {PREFIX}KEY instead")
    if wrong := sorted(values.keys() - known):
        raise YourInput(f"no setting {wrong[0]!r}", mend=f"there are {', '.join(known)}")
    if not values.get("url"):
        values.setdefault("key", environment.get("OPENAI_API_KEY", ""))
    cache = values.pop("cache", None) or _folder(environment)
    return Settings(**_typed(values), cache=None if cache == "none" else Path(cache))


def _folder(environment: Mapping[str, str]) -> str:
    home = environment.get("XDG_CACHE_HOME") or str(Path(environment.get("HOME", ".")) / ".cache")
    return str(Path(home) / _CACHE)


def _typed(values: Mapping[str, str]) -> dict[str, Any]:
    typed: dict[str, Any] = {"model": ""}
    for name, text in values.items():
        try:
            typed[name] = _NUMBERS.get(name, str)(text)
        except ValueError as error:
            raise YourInput(f"setting {name} is no number: {text!r}", mend=f"write {name}=30") from error
    return typed
