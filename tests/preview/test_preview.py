"""What a preview shows: the last page without faults, what was found, and what has gone wrong since."""

from __future__ import annotations

from pathlib import Path
from threading import Thread

import pytest

import reportgen
from reportgen.preview import Preview
from reportgen.workspace import Workspace

NOTE = "title: {title}\ndate: 2026-01-01\nto: X\nfrom: Y\nsummary: S\n"


def of(text: str, **more: str) -> Workspace:
    return Workspace(files={"note.yaml": text, **more})


@pytest.fixture
def preview() -> Preview:
    preview = Preview("note.yaml")
    preview.renew(of(NOTE.format(title="One")))
    return preview


def test_the_page_tells_where_its_blocks_were_written(preview: Preview) -> None:
    assert b'data-at="note.yaml:5"' in preview.shown.page


def test_what_was_found_stands_beside_the_page() -> None:
    preview = Preview("note.yaml")
    preview.renew(of("title: One\n"))
    assert {one.code for one in preview.shown.findings} == {"open-hole"}


def test_what_is_set_from_outside_is_shown() -> None:
    preview = Preview("note.yaml", assignments=["title=Set from outside"])
    preview.renew(of(NOTE.format(title="One")))
    assert b"Set from outside" in preview.shown.page


def test_a_fault_leaves_the_page_and_goes_when_it_is_mended(preview: Preview) -> None:
    before = preview.shown
    preview.renew(of("title: [A\n"))
    assert [one.code for one in preview.shown.faults] == ["yaml-syntax"]
    assert (preview.shown.page, preview.shown.page_number) == (before.page, before.page_number)
    preview.renew(of(NOTE.format(title="Two")))
    assert preview.shown.faults == ()
    assert b"Two" in preview.shown.page


def test_what_no_page_can_hold_is_a_fault(preview: Preview) -> None:
    preview.renew(of(NOTE.format(title='"a\\u009Fb"')))
    assert [(one.code, one.source.line) for one in preview.shown.faults] == [("unprintable-character", 1)]


def test_the_same_page_is_not_loaded_again(preview: Preview) -> None:
    before = preview.shown
    preview.renew(of(NOTE.format(title="One") + "# a remark\n"))
    assert preview.shown.page_number == before.page_number
    assert preview.shown.number > before.number


def test_who_waits_hears_of_a_change(preview: Preview) -> None:
    number = preview.shown.number
    change = Thread(target=preview.renew, args=[of("title: Two\n")])
    change.start()
    assert preview.after(number, 20).number > number
    change.join()


def test_nobody_waits_for_longer_than_asked_or_past_the_end(preview: Preview) -> None:
    number = preview.shown.number
    assert preview.after(number, 0.01).number == number
    preview.end()
    assert preview.after(number, 600).number == number


def test_a_file_is_what_make_makes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("note.yaml").write_text(NOTE.format(title="One"))
    reportgen.make("note.yaml")
    for format in ("docx", "pdf"):
        assert Preview("note.yaml").file(format, Workspace()) == Path(f"output/note.{format}").read_bytes()


def test_a_file_is_refused_where_make_would_refuse_it(preview: Preview) -> None:
    with pytest.raises(reportgen.BriefError, match="open-hole"):
        preview.file("docx", of("title: One\nstatus: final\n"))


def test_what_only_a_file_shows_is_found_when_it_is_made() -> None:
    long = NOTE.format(title="One") + "sections:\n- title: A\n  text: |\n" + "    words\n\n" * 100
    limit = {"reportgen.toml": "[checks.length-limit]\npages = 1\n"}
    preview = Preview("note.yaml")
    preview.renew(of(long, **limit))
    assert "length-limit" not in {one.code for one in preview.shown.findings}
    preview.file("pdf", of(long, **limit))
    assert "length-limit" in {one.code for one in preview.shown.findings}
