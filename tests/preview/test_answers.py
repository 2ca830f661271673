"""Who gets an answer from a preview, to what, and what a browser may do with it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reportgen.preview.answers import Answer, Request, Site
from reportgen.preview.shown import Preview
from reportgen.workspace import Workspace

PORT = 8123
HOST = f"127.0.0.1:{PORT}"
TOKEN = "a-token"
NOTE = "title: One\ndate: 2026-01-01\nto: X\n"


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Site:
    monkeypatch.chdir(tmp_path)
    Path("a <note>.yaml").write_text(NOTE)
    preview = Preview("a <note>.yaml")
    preview.renew(Workspace())
    return Site(preview, TOKEN, PORT)


def get(site: Site, path: str, *origins: str, host: str = HOST) -> Answer:
    return site.answer(Request(path, (host,), origins))


@pytest.mark.parametrize(
    ("name", "type"),
    [
        ("", "text/html; charset=utf-8"),
        ("frame.css", "text/css; charset=utf-8"),
        ("frame.js", "text/javascript; charset=utf-8"),
        ("memo", "text/html; charset=utf-8"),
        ("memo?7", "text/html; charset=utf-8"),
        ("state", "application/json"),
        ("a%20%3Cnote%3E.pdf", "application/pdf"),
        ("a%20%3Cnote%3E.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ],
)
def test_each_path_has_its_media_type(site: Site, name: str, type: str) -> None:
    answer = get(site, f"/{TOKEN}/{name}")
    assert (answer.status, answer.headers["Content-Type"]) == (200, type)
    assert answer.headers["Content-Length"] == str(len(answer.body))


@pytest.mark.parametrize(
    "path",
    [
        "", "/", "/memo", "//memo", f"/{TOKEN}", f"{TOKEN}/", f"/{TOKEN}x/", f"/{TOKEN[:-1]}/",
        f"/{TOKEN.upper()}/memo", "/é/memo", f"/?{TOKEN}/memo", f"http://{HOST}/{TOKEN}/memo",
    ],
)  # fmt: skip
def test_without_the_token_there_is_nothing(site: Site, path: str) -> None:
    answer = get(site, path)
    assert (answer.status, answer.body) == (404, b"there is nothing here\n")


@pytest.mark.parametrize(
    "name",
    [
        "nonsense", "memo/", "/memo", "frame.html", "note.pdf", "a%20%3Cnote%3E.yaml", "../a%20%3Cnote%3E.yaml",
        "..%2F..%2Fetc%2Fpasswd", "%2Fetc%2Fpasswd", "....//etc/passwd", "frame.css/../../page.css", "..\\page.css",
        "a%20%3Cnote%3E.pdf%00.docx", "a%20%3Cnote%3E.html",
    ],
)  # fmt: skip
def test_no_other_path_leads_anywhere(site: Site, name: str) -> None:
    assert get(site, f"/{TOKEN}/{name}").status == 404


@pytest.mark.parametrize(
    "host", ["", "127.0.0.1", "localhost", f"127.0.0.1:{PORT + 1}", f"evil.example:{PORT}", f"127.0.0.1.example:{PORT}"]
)
def test_a_host_of_another_name_is_refused(site: Site, host: str) -> None:
    assert get(site, f"/{TOKEN}/", host=host).status == 403


def test_there_is_one_host_and_no_more(site: Site) -> None:
    assert site.answer(Request(f"/{TOKEN}/", ())).status == 403
    assert site.answer(Request(f"/{TOKEN}/", (HOST, HOST))).status == 403
    assert get(site, f"/{TOKEN}/", host=f"LOCALHOST:{PORT}").status == 200


@pytest.mark.parametrize(
    "origin", ["null", "https://evil.example", f"https://{HOST}", f"http://{HOST}0", "http://127.0.0.1"]
)
def test_another_origin_is_refused(site: Site, origin: str) -> None:
    assert get(site, f"/{TOKEN}/state", origin).status == 403
    assert get(site, f"/{TOKEN}/state", f"http://{HOST}", origin).status == 403


def test_its_own_origin_is_answered(site: Site) -> None:
    assert get(site, f"/{TOKEN}/state", f"http://{HOST}").status == 200


def test_the_frame_runs_its_own_script_and_nothing_else(site: Site) -> None:
    answer = get(site, f"/{TOKEN}/")
    policy = dict(part.split(" ", 1) for part in answer.headers["Content-Security-Policy"].split("; "))
    assert policy["default-src"] == policy["frame-ancestors"] == "'none'"
    assert policy["script-src"] == policy["style-src"] == "'self'"
    page = answer.body.decode()
    assert page.count("<script") == page.count('<script src="frame.js" defer></script>') == 1
    assert " style=" not in page
    assert " on" not in page.partition("<body>")[2].replace(" on a ", "")


def test_a_name_with_markup_in_it_stays_text(site: Site) -> None:
    page = get(site, f"/{TOKEN}/").body.decode()
    assert "<h1>a &lt;note&gt;.yaml</h1>" in page
    assert 'href="a%20%3Cnote%3E.docx"' in page


def test_the_memo_runs_no_script(site: Site) -> None:
    answer = get(site, f"/{TOKEN}/memo")
    assert "script-src 'none'" in answer.headers["Content-Security-Policy"]
    assert "sandbox allow-same-origin" in answer.headers["Content-Security-Policy"]
    assert b'http-equiv="Content-Security-Policy" content="default-src \'none\'' in answer.body


def test_nothing_is_kept_guessed_or_passed_on(site: Site) -> None:
    for path in (f"/{TOKEN}/", f"/{TOKEN}/state", "/nonsense"):
        headers = get(site, path).headers
        assert headers["Cache-Control"] == "no-store"
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Referrer-Policy"] == "no-referrer"
        assert headers["Cross-Origin-Resource-Policy"] == "same-origin"


def test_the_state_tells_findings_and_faults(site: Site) -> None:
    site.preview.renew(Workspace(files={"a <note>.yaml": "title: [A\n"}))
    state = json.loads(get(site, f"/{TOKEN}/state?after=0").body)
    assert (state["number"], state["page"]) == (2, 1)
    assert {one["code"] for one in state["findings"]} == {"open-hole"}
    assert [(one["severity"], one["code"], one["file"]) for one in state["faults"]] == [
        ("error", "yaml-syntax", "a <note>.yaml")
    ]


@pytest.mark.parametrize("query", ["", "?after=", "?after=-1", "?after=x", "?after=²", "?after=0&after=1", "?"])
def test_a_state_that_is_asked_for_strangely_is_told_at_once(site: Site, query: str) -> None:
    assert get(site, f"/{TOKEN}/state{query}").status == 200


def test_before_the_first_page_there_is_none() -> None:
    site = Site(Preview("none.yaml"), TOKEN, PORT)
    site.preview.renew(Workspace(files={}))
    assert get(site, f"/{TOKEN}/memo").status == 404
    assert [one.code for one in site.preview.shown.faults] == ["missing-file"]


def test_a_file_that_can_t_be_made_tells_why(site: Site) -> None:
    Path("a <note>.yaml").write_text("title: [A\n")
    answer = get(site, f"/{TOKEN}/a%20%3Cnote%3E.pdf")
    assert answer.status == 409
    assert "yaml-syntax" in answer.body.decode()


def test_the_token_is_not_told_by_accident(site: Site) -> None:
    assert TOKEN not in repr(site)
    assert site.url == f"http://127.0.0.1:{PORT}/{TOKEN}/"
