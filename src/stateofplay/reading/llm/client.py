"""The one file that knows the client: any OpenAI-compatible endpoint, asked as strictly as it allows, and patiently."""

import time
from collections.abc import Callable, Iterator
from typing import Any, Final

from stateofplay.errors import Unanswered, YourInput
from stateofplay.reading.llm.prompt import Message, Schema, way
from stateofplay.reading.llm.settings import PREFIX, Settings
from stateofplay.reading.llm.shelf import Answer

_NO_KEY: Final = "none"
_REFUSED: Final = (401, 403, 404)
_BUSY: Final = (408, 409, 429)
_FORM: Final = (400, 415, 422, 501)

Sleep = Callable[[float], None]


class Endpoint:
    """Where a model answers. Remembers in which form it takes requests: strict schema, any JSON, plain text."""

    def __init__(self, settings: Settings, *, sleep: Sleep = time.sleep) -> None:
        self._settings = settings
        self._sleep = sleep
        self._form = 0
        self._client = _client(settings)

    def ask(self, asked: list[Message], schema: Schema) -> Answer:
        """The model's answer.

        Unanswered when it does not come after all tries; YourInput when the endpoint refuses key or model.
        """
        import openai

        waits, form = self._waits(), self._form
        while True:
            try:
                answer = _answer(self._send(asked, schema, form))
            except openai.APIStatusError as error:
                if error.status_code in _FORM and form < len(_FORMS) - 1:
                    form += 1
                    continue
                self._settle(error, next(waits, None))
            except openai.APIConnectionError as error:  # a time-out is one
                self._pause(next(waits, None), error)
            else:
                self._form = form
                return answer

    def close(self) -> None:
        """Close the connections."""
        self._client.close()

    def _send(self, asked: list[Message], schema: Schema, form: int) -> Any:
        return self._client.chat.completions.create(
            model=self._settings.model,
            messages=asked,
            **_FORMS[form](schema),
        )

    def _settle(self, error: Any, wait: float | None) -> None:
        """Wait for an endpoint that is busy or ill; raise where waiting is no use."""
        if error.status_code in _REFUSED:
            raise YourInput(
                f"the endpoint refuses: {_told(error)}",
                where=str(self._client.base_url),
                mend=f"see to {PREFIX}URL, {PREFIX}KEY and the model's name",
            ) from error
        if error.status_code < 500 and error.status_code not in _BUSY:
            raise Unanswered(f"the endpoint refuses this text: {_told(error)}") from error
        self._pause(wait, error, _asked_to_wait(error))

    def _pause(self, wait: float | None, error: Exception, asked: float = 0.0) -> None:
        if wait is None:
            raise Unanswered(
                f"no answer after {self._settings.tries} tries: {_told(error)}",
                where=str(self._client.base_url),
                mend="read again later: what was answered is kept",
            ) from error
        self._sleep(min(max(wait, asked), way().waits[1]))

    def _waits(self) -> Iterator[float]:
        return (way().waits[0] * 2**number for number in range(self._settings.tries - 1))


def _client(settings: Settings) -> Any:
    try:
        import openai
    except ImportError as error:
        raise YourInput(
            "the reader llm needs the package openai", mend="install it with: pip install 'stateofplay[llm]'"
        ) from error
    # Waiting is done here, by one rule; a local server asks for no key, but the client wants to be given one.
    return openai.OpenAI(
        base_url=settings.url or None, api_key=settings.key or _NO_KEY, timeout=settings.timeout, max_retries=0
    )


def _strict(schema: Schema) -> dict[str, Any]:
    named = {"name": "statements", "strict": True, "schema": schema}
    return {**_plain(schema), "response_format": {"type": "json_schema", "json_schema": named}}


def _json(schema: Schema) -> dict[str, Any]:
    return {**_plain(schema), "response_format": {"type": "json_object"}}


def _plain(schema: Schema) -> dict[str, Any]:
    del schema
    return {"temperature": 0, "max_tokens": way().answer}


def _reasoning(schema: Schema) -> dict[str, Any]:
    """For models that think first: they take no temperature, and count their thoughts as tokens."""
    return {"response_format": _strict(schema)["response_format"], "max_completion_tokens": 4 * way().answer}


_FORMS: Final[tuple[Callable[[Schema], dict[str, Any]], ...]] = (_strict, _json, _plain, _reasoning)


def _answer(completion: Any) -> Answer:
    choice = completion.choices[0] if completion.choices else None
    usage = completion.usage
    return Answer(
        text=(choice.message.content or "") if choice else "",
        whole=choice is None or choice.finish_reason != "length",
        tokens_in=usage.prompt_tokens if usage else 0,
        tokens_out=usage.completion_tokens if usage else 0,
    )


def _asked_to_wait(error: Any) -> float:
    try:
        return float(error.response.headers.get("retry-after", 0))
    except ValueError:
        return 0.0


def _told(error: Exception) -> str:
    return " ".join(str(error).split())[:200]
