"""What a preview answers: to whom, to which paths, and what the browser may do with it.

The server stands on the loopback address alone, but any page in the user's browser can send requests there. So each
must know a token, name this very server as its host (against names that are turned towards this machine), and come
from no page but ours. No path leads to the disk: what can be had is listed here.
"""

from __future__ import annotations

import hmac
import json
from collections.abc import Callable, Mapping
from dataclasses import field
from html import escape
from importlib.resources import files
from string import Template
from types import MappingProxyType
from urllib.parse import parse_qs, quote, unquote

from ..batch import FORMATS
from ..diagnostics import BriefError, Diagnostic
from ..frozen import dataclass
from ..workspace import Workspace
from .shown import Preview

PATIENCE = 20.0
"""Seconds for which a browser waits for a change before it asks again."""

FRAME_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; frame-src 'self'; img-src data:; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
MEMO_POLICY = (
    "script-src 'none'; connect-src 'none'; object-src 'none'; frame-src 'none'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'self'; sandbox allow-same-origin"
)
"""What comes on top of the memo's own policy, which allows its style sheet and its pictures and nothing else."""

FILE_POLICY = "frame-ancestors 'none'"
"""Of a file, which some browsers show in a page of their own that a stricter policy would break."""

CLOSED_POLICY = "default-src 'none'; frame-ancestors 'none'"

ALWAYS: Mapping[str, str] = MappingProxyType(
    {
        "Cache-Control": "no-store",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
    }
)
"""The headers of every answer: the token leaves with no link, and nothing can be read from elsewhere."""

TYPES: Mapping[str, str] = MappingProxyType(
    {
        "html": "text/html; charset=utf-8",
        "css": "text/css; charset=utf-8",
        "js": "text/javascript; charset=utf-8",
        "json": "application/json",
        "txt": "text/plain; charset=utf-8",
        "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "pdf": "application/pdf",
    }
)
"""The media type of each kind of answer."""


@dataclass(frozen=True, slots=True)
class Request:
    """What a browser asks for: the path with its query, and the headers that tell where the question comes from."""

    path: str
    hosts: tuple[str, ...]
    origins: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """What is sent back: a status (RFC 9110), what kind of content, the content, and what it may do."""

    status: int
    kind: str
    body: bytes
    policy: str = CLOSED_POLICY

    @property
    def headers(self) -> dict[str, str]:
        """The header fields of the answer."""
        length = str(len(self.body))
        return {
            **ALWAYS,
            "Content-Security-Policy": self.policy,
            "Content-Type": TYPES[self.kind],
            "Content-Length": length,
        }


@dataclass(frozen=True, slots=True)
class Site:
    """A preview as it is served: under which token, and on which port."""

    preview: Preview
    token: str = field(repr=False)
    port: int

    @property
    def url(self) -> str:
        """The address to open; the only way in."""
        return f"http://127.0.0.1:{self.port}/{self.token}/"

    @property
    def hosts(self) -> frozenset[str]:
        """What the browser may call this server."""
        names = ("127.0.0.1", "localhost")
        return frozenset(f"{name}:{self.port}" for name in names) | frozenset(names if self.port == 80 else ())

    def answer(self, request: Request) -> Answer:
        """Return the answer to a request: 403 where it comes from elsewhere, 404 where it leads nowhere."""
        if len(request.hosts) != 1 or request.hosts[0].lower() not in self.hosts:
            return _told(403, "this server has another name")
        if not {origin.lower() for origin in request.origins} <= {f"http://{host}" for host in self.hosts}:
            return _told(403, "another site has no business here")
        path, _, query = request.path.partition("?")
        token, slash, name = path.removeprefix("/").partition("/")
        known = hmac.compare_digest(token.encode(errors="replace"), self.token.encode())
        if not (known and slash and path.startswith("/")):
            return _told(404, "there is nothing here")
        name = unquote(name)
        format = next((one for one in FORMATS if name == f"{self.preview.name}.{one}"), None)
        if format:
            return _file(self.preview, format)
        return ROUTES[name](self.preview, query) if name in ROUTES else _told(404, "there is nothing here")


def _frame(preview: Preview, query: str) -> Answer:
    text = Template(_own("frame.html").decode()).substitute(
        brief=escape(preview.brief), docx=quote(f"{preview.name}.docx"), pdf=quote(f"{preview.name}.pdf")
    )
    return Answer(200, "html", text.encode(errors="replace"), FRAME_POLICY)


def _style(preview: Preview, query: str) -> Answer:
    return Answer(200, "css", _own("frame.css"))


def _script(preview: Preview, query: str) -> Answer:
    return Answer(200, "js", _own("frame.js"))


def _memo(preview: Preview, query: str) -> Answer:
    page = preview.shown.page
    return Answer(200, "html", page, MEMO_POLICY) if page else _told(404, "there is no page without faults yet")


def _state(preview: Preview, query: str) -> Answer:
    """Return what is to be seen, once it is no longer what the browser has: `?after=` its number."""
    given = parse_qs(query).get("after", [""])[0]
    shown = preview.after(int(given), PATIENCE) if given.isascii() and given.isdigit() else preview.shown
    state = {
        "number": shown.number,
        "page": shown.page_number,
        "findings": [_as_object(one) for one in shown.findings],
        "faults": [_as_object(one) for one in shown.faults],
    }
    return Answer(200, "json", json.dumps(state).encode())


ROUTES: Mapping[str, Callable[[Preview, str], Answer]] = MappingProxyType(
    {"": _frame, "frame.css": _style, "frame.js": _script, "memo": _memo, "state": _state}
)
"""What can be asked for under the token, besides the memo's files."""


def _file(preview: Preview, format: str) -> Answer:
    """Return the memo's file, made of the brief as it is saved; 409 and the faults where `make` would refuse it."""
    try:
        return Answer(200, format, preview.file(format, Workspace()), FILE_POLICY)
    except BriefError as refused:
        return _told(409, "\n".join(f"{one}\n    {one.hint}".rstrip() for one in refused.diagnostics))


def _told(status: int, message: str) -> Answer:
    return Answer(status, "txt", f"{message}\n".encode(errors="replace"))


def _as_object(one: Diagnostic) -> dict[str, str | int]:
    return {
        "severity": one.severity,
        "code": one.code,
        "message": one.message,
        "hint": one.hint,
        "file": one.source.file,
        "line": one.source.line,
        "place": str(one.source),
    }


def _own(name: str) -> bytes:
    return files("reportgen").joinpath("data", "preview", name).read_bytes()
