"""HTTP for a preview, on the loopback address alone."""

from __future__ import annotations

import os
import secrets
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler
from socketserver import TCPServer, ThreadingMixIn
from threading import Thread

from .answers import ALWAYS, Request, Site
from .shown import Preview

LOOPBACK = "127.0.0.1"


@contextmanager
def serving(preview: Preview, port: int = 0) -> Iterator[Site]:
    """Give a preview that is served for as long as the context lasts, on a free port where none is asked for.

    Raise OSError where the port can't be had.
    """
    with _Server((LOOPBACK, port), _Handler) as server:
        server.site = Site(preview, secrets.token_urlsafe(24), server.server_address[1])
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        try:
            yield server.site
        finally:
            preview.end()
            server.shutdown()


class _Server(ThreadingMixIn, TCPServer):
    """A server that looks up no names, and whose threads keep no process alive."""

    site: Site
    daemon_threads = True
    allow_reuse_address = os.name == "posix"  # elsewhere that would let another program take the port as well

    def handle_error(self, request: object, client_address: object) -> None:
        """Print what went wrong, unless it is that the browser has left, as it does on every reload."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


class _Handler(BaseHTTPRequestHandler):
    """One request: GET and nothing else."""

    server: _Server
    server_version, sys_version = "reportgen", ""
    error_message_format, error_content_type = "%(code)d %(message)s\n", "text/plain; charset=utf-8"
    timeout = 30  # seconds for a request to come in

    def do_GET(self) -> None:
        headers = self.headers
        request = Request(self.path, tuple(headers.get_all("Host", ())), tuple(headers.get_all("Origin", ())))
        answer = self.server.site.answer(request)
        self.send_response(answer.status)
        for name, value in answer.headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(answer.body)

    def refuse(self) -> None:
        """Answer any other method (RFC 9110, 15.5.6)."""
        self.send_response(405)
        for name, value in {**ALWAYS, "Allow": "GET", "Content-Length": "0"}.items():
            self.send_header(name, value)
        self.end_headers()

    do_HEAD = do_POST = do_PUT = do_PATCH = do_DELETE = do_OPTIONS = do_TRACE = do_CONNECT = refuse

    def log_message(self, format: str, *words: object) -> None:
        """Say nothing: the token is in every path, and the page tells what there is to tell."""
