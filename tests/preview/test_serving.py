"""`reportgen preview`, as a process of its own, spoken to over HTTP."""

from __future__ import annotations

import http.client
import json
import os
import re
import signal
import socket
import struct
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from reportgen.preview import Preview, serving

WAIT = 20.0
"""Seconds that anything may take at the most, on a machine that is busy."""

NOTE = "title: {title}\ndate: 2026-01-01\nto: X\nfrom: Y\n"


class Running:
    """A preview that runs in a folder with `note.yaml`."""

    def __init__(self, folder: Path) -> None:
        self.brief = folder / "note.yaml"
        self.brief.write_text(NOTE.format(title="One"))
        command = [sys.executable, "-u", "-m", "reportgen", "preview", "note.yaml", "--no-open"]
        self.run = subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        assert self.run.stdout is not None
        first = self.run.stdout.readline()
        found = re.fullmatch(r"previewing note\.yaml at http://127\.0\.0\.1:(\d+)(/[\w-]{32}/)\n", first)
        assert found, first
        self.port, self.root = int(found[1]), found[2]

    def ask(self, path: str, method: str = "GET", **headers: str) -> tuple[int, bytes]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=WAIT + 10)
        try:
            connection.request(method, path, headers=headers)
            answer = connection.getresponse()
            return answer.status, answer.read()
        finally:
            connection.close()

    def state(self, after: int) -> dict[str, Any]:
        status, body = self.ask(f"{self.root}state?after={after}")
        assert status == 200
        return json.loads(body)


@pytest.fixture
def running(tmp_path: Path) -> Iterator[Running]:
    running = Running(tmp_path)
    try:
        yield running
    finally:
        running.run.kill()
        running.run.communicate(timeout=WAIT)


def test_a_change_a_fault_and_the_end_of_it_are_seen(running: Running) -> None:
    first = running.state(after=0)
    running.brief.write_text(NOTE.format(title="Two"))
    second = running.state(after=first["number"])
    assert second["page"] == first["page"] + 1
    assert b"Two" in running.ask(f"{running.root}memo")[1]
    running.brief.write_text("title: [A\n")
    third = running.state(after=second["number"])
    assert [one["code"] for one in third["faults"]] == ["yaml-syntax"]
    assert b"Two" in running.ask(f"{running.root}memo")[1]
    running.brief.write_text(NOTE.format(title="Three"))
    assert running.state(after=third["number"])["faults"] == []


def test_files_are_made_when_asked_for_and_none_is_left_behind(running: Running) -> None:
    assert running.ask(f"{running.root}note.pdf")[1].startswith(b"%PDF-")
    assert running.ask(f"{running.root}note.docx")[1].startswith(b"PK")
    assert [path.name for path in running.brief.parent.iterdir()] == ["note.yaml"]


@pytest.mark.parametrize("method", ["HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"])
def test_no_other_method_is_allowed(running: Running, method: str) -> None:
    assert running.ask(running.root, method) == (405, b"")


def test_strangers_are_refused(running: Running) -> None:
    assert running.ask("/")[0] == 404
    assert running.ask(running.root, Host="evil.example")[0] == 403
    assert running.ask(running.root, Origin="https://evil.example")[0] == 403


def test_a_browser_that_leaves_is_no_fault(running: Running) -> None:
    number = running.state(after=0)["number"]
    question = f"GET {running.root}state?after={number} HTTP/1.1\r\nHost: 127.0.0.1:{running.port}\r\n\r\n"
    with socket.create_connection(("127.0.0.1", running.port), timeout=WAIT) as browser:
        browser.sendall(question.encode())
        browser.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))  # leave without a word
    running.brief.write_text(NOTE.format(title="Two"))
    assert running.state(after=number)["page"] == 2
    running.run.send_signal(signal.SIGINT)
    assert running.run.wait(timeout=WAIT) == 0
    assert running.run.stdout is not None
    assert running.run.stdout.read() == "interrupt (Ctrl-C) to end\n"


def test_an_interruption_is_the_way_to_end_it(running: Running) -> None:
    running.run.send_signal(signal.SIGINT)
    assert running.run.wait(timeout=WAIT) == 0
    assert running.run.stdout is not None
    assert running.run.stdout.read() == "interrupt (Ctrl-C) to end\n"


def test_only_this_machine_is_served() -> None:
    with serving(Preview("note.yaml")) as site, pytest.raises(OSError, match="refused"):
        socket.create_connection(("127.0.0.2", site.port), timeout=WAIT).close()


def test_two_previews_have_two_tokens() -> None:
    with serving(Preview("a.yaml")) as one, serving(Preview("a.yaml")) as other:
        assert one.token != other.token
        assert one.port != other.port


def test_a_port_in_use_is_wrong_usage(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        command = [sys.executable, "-m", "reportgen", "preview", "note.yaml", "--no-open", "--port", port]
        run = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=WAIT, env=dict(os.environ))
    assert run.returncode == 2
    assert f"port {port} can't be used: address already in use" in run.stderr
