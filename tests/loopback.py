"""An OpenAI-compatible server on loopback that answers as a test plans it."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from briefing.translate.endpoint import Endpoint

KEY = "sk-nobody-may-see-this"


class Handler(BaseHTTPRequestHandler):
    """Answers with what the server's `plan` says, one step for each request, the last one again and again."""

    server: Server

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.asked.append({"path": self.path, "key": self.headers.get("Authorization"), "body": body})
        step = self.server.plan[min(len(self.server.asked), len(self.server.plan)) - 1]
        step(self)

    def asked_for(self) -> str:
        """The line that is to be translated."""
        return str(self.server.asked[-1]["body"]["messages"][1]["content"])

    def send(self, status: int, body: bytes, **headers: str) -> None:
        self.send_response(status)
        for name, value in ({"Content-Length": str(len(body))} | headers).items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        return None


Answer = Callable[[Handler], None]


class Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.plan: list[Answer] = []
        self.asked: list[dict[str, Any]] = []
        self.url = f"http://127.0.0.1:{self.server_address[1]}/v1"

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that has gone away is part of the tests."""

    def endpoint(self, *plan: Answer, seconds: float = 2.0, key: str = KEY) -> Endpoint:
        self.plan = list(plan)
        return Endpoint(url=self.url, model="tiny", key=key, seconds=seconds, retries=2, backoff=0.01)


@contextmanager
def listening() -> Iterator[Server]:
    server = Server()
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


def says(words: object) -> Answer:
    return lambda handler: handler.send(200, json.dumps({"choices": [{"message": {"content": words}}]}).encode())


def status(code: int, **headers: str) -> Answer:
    return lambda handler: handler.send(code, b'{"error": "no"}', **headers)
