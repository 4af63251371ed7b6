"""A stub of an OpenAI-compatible endpoint on the loopback, which answers as each test tells it to."""

import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from stateofplay.day import Day
from stateofplay.documents.plain import document_from_text
from stateofplay.reading.llm.client import Endpoint
from stateofplay.reading.llm.reader import Reader
from stateofplay.reading.llm.settings import Settings

TEXT = (
    "Lee met Ishiba in Tokyo on Saturday. Washington will cut its tariff to 15 per cent.\n\n"
    "이재명 대통령은 도쿄를 방문했다."
)
MET = {
    "passage": 1,
    "kind": "event",
    "quote": "Lee met Ishiba",
    "cue": "met",
    "said_by": "",
    "status": "occurred",
    "type": "CONSULT",
    "source": ["KOR"],
    "target": ["JPN"],
    "from": "2025-08-23",
    "to": "2025-08-23",
    "people": ["Ishiba"],
}


class Stub:
    """The endpoint: `answers` are given one after the other, the last one for ever; `asked` keeps what came in."""

    def __init__(self):
        self.answers, self.asked, self.keys = [], [], []
        stub = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self):
                asked = json.loads(self.rfile.read(int(self.headers["content-length"])))
                stub.keys.append(self.headers["authorization"])
                stub.asked.append(asked)
                answer = stub.answers.pop(0) if len(stub.answers) > 1 else stub.answers[0]
                status, headers, body = answer(asked) if callable(answer) else answer
                try:
                    self.send_response(status)
                    for name, value in {"content-type": "application/json", **headers}.items():
                        self.send_header(name, value)
                    self.end_headers()
                    self.wfile.write(body.encode())
                except (BrokenPipeError, ConnectionResetError):  # a client that has given up
                    pass

            def log_message(self, *_):
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._server.server_port}/v1"
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,))
        self._thread.start()

    def close(self):
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


def says(content, finish="stop", usage=(100, 50)):
    """A completion with this content: statements, or text as it is."""
    text = content if isinstance(content, str) else json.dumps({"statements": list(content)})
    choice = {"index": 0, "finish_reason": finish, "message": {"role": "assistant", "content": text}}
    whole = {"id": "c", "object": "chat.completion", "created": 1, "model": "m", "choices": [choice]}
    if usage:
        whole["usage"] = {"prompt_tokens": usage[0], "completion_tokens": usage[1], "total_tokens": sum(usage)}
    return 200, {}, json.dumps(whole)


def fails(status, message="no", **headers):
    return status, headers, json.dumps({"error": {"message": message}})


def slow(seconds, answer):
    def late(asked):
        time.sleep(seconds)
        return answer

    return late


@pytest.fixture
def stub():
    made = Stub()
    yield made
    made.close()


@pytest.fixture
def naps():
    """Seconds that the reader waited, none of them really."""
    return []


@pytest.fixture
def reader(stub, naps, tmp_path):
    """`reader(tries=2)`: a reader that asks the stub."""
    made = []

    def opened(*answers, **settings):
        stub.answers = list(answers) or stub.answers
        usual = {"model": "meta/tiny 3", "url": stub.url, "tries": 3, "cache": tmp_path / "kept"}
        given = Settings(**{**usual, **settings})
        made.append(Endpoint(given, sleep=naps.append))
        return Reader(given, "northeast_asia", made[-1])

    yield opened
    for endpoint in made:
        endpoint.close()


@pytest.fixture
def document():
    return document_from_text(TEXT, path="a.txt", published=Day.parse("2025-08-24"))
