"""See the preview in a real browser: the memo, a change, a fault and its end, findings, blocks that tell their place.

Needs chromium (or the browser that CHROMIUM names) and Playwright; PICTURES=DIR keeps a picture of each stage.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import FrameLocator, Page, Request, expect, sync_playwright

ROOT = Path(__file__).parents[1]
BRIEF = ROOT / "briefs" / "ukraine-russia-talks.yaml"
TITLE = "Resumed Ukraine–Russia peace talks"
WAIT = 20_000
"""Milliseconds that anything may take at the most."""


def main() -> int:
    """Return 0 if all goes as it should, 1 if there is no browser; raise AssertionError where something does not."""
    browser = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    if not browser:
        print("nothing was checked: there is no chromium here; name a browser in CHROMIUM")
        return 1
    expect.set_options(timeout=WAIT)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        brief = Path(folder) / "talks.yaml"
        brief.write_bytes(BRIEF.read_bytes())
        with previewed(brief) as url, playwright.chromium.launch(executable_path=browser) as chromium:
            page = chromium.new_page(viewport={"width": 1280, "height": 800})
            complaints = listen(page, url)
            page.goto(url)
            for check in (sees_the_memo, finds_its_way, clicks_a_block, gets_files, sees_a_change, sees_a_fault):
                check(page, page.frame_locator("#memo"), brief)
                keep_picture(page, check.__name__)
                print(f"{check.__name__.replace('_', ' ')}: yes")
            assert complaints == [], complaints
            print("runs no strange script, asks nobody else, says nothing against itself: yes")
    return 0


@contextmanager
def previewed(brief: Path) -> Iterator[str]:
    """Give the address of a running preview, which must end well when it is interrupted."""
    command = [sys.executable, "-u", "-m", "reportgen", "preview", brief.name, "--no-open"]
    with subprocess.Popen(command, cwd=brief.parent, stdout=subprocess.PIPE, text=True) as run:
        try:
            assert run.stdout is not None
            yield run.stdout.readline().split()[-1]
        finally:
            run.send_signal(signal.SIGINT)
            code = run.wait(timeout=WAIT / 1000)
    assert code == 0, code


def listen(page: Page, url: str) -> list[str]:
    """Return a list that fills with what goes wrong on a page: errors, breaches of policy, questions to others."""
    complaints: list[str] = []

    def asked(request: Request) -> None:
        if not request.url.startswith((url, "data:")):
            complaints.append(f"asked for {request.url}")

    page.on("request", asked)
    page.on("pageerror", lambda fault: complaints.append(str(fault)))
    page.on("console", lambda said: complaints.append(said.text) if said.type in ("error", "warning") else None)
    return complaints


def sees_the_memo(page: Page, memo: FrameLocator, brief: Path) -> None:
    """See the title in the frame, and the findings beside it by how grave they are."""
    expect(memo.get_by_role("heading", level=1)).to_have_text(TITLE)
    expect(page.get_by_role("complementary", name="Findings").get_by_role("heading", level=3).first).to_contain_text(
        "Warnings"
    )
    expect(page.get_by_role("alert")).to_be_hidden()
    expect(page.get_by_role("status").first).to_contain_text("Up to date")


def finds_its_way(page: Page, memo: FrameLocator, brief: Path) -> None:
    """Be led from the last finding with a place to its block, by the keyboard."""
    last = page.get_by_role("complementary").get_by_role("button").last
    place = str(last.locator(".place").text_content()).split()[0]
    last.press("Enter")
    expect(page.locator("#place")).to_have_text(place)
    marked = memo.locator('[style*="outline"]')
    expect(marked).to_have_count(1)
    expect(marked).to_be_in_viewport()


def clicks_a_block(page: Page, memo: FrameLocator, brief: Path) -> None:
    """Click on the title and read its file and line."""
    line = next(n for n, text in enumerate(brief.read_text().splitlines(), 1) if text.startswith("title:"))
    memo.get_by_role("heading", level=1).click()
    expect(page.locator("#place")).to_have_text(f"{brief.name}:{line}")


def gets_files(page: Page, memo: FrameLocator, brief: Path) -> None:
    """Download the DOCX, and find the PDF behind its link."""
    with page.expect_download() as download:
        page.get_by_role("link", name="DOCX").click()
    assert download.value.suggested_filename == "talks.docx"
    assert download.value.path().read_bytes().startswith(b"PK")
    pdf = page.request.get(page.get_by_role("link", name="PDF").evaluate("link => link.href"))
    assert pdf.ok
    assert pdf.body().startswith(b"%PDF-")


def sees_a_change(page: Page, memo: FrameLocator, brief: Path) -> None:
    """Save another title and see it, at the place that was scrolled to."""
    memo.locator("html").evaluate("page => page.ownerDocument.defaultView.scrollTo(0, 300)")
    brief.write_text(brief.read_text().replace(TITLE, "Another title"))
    expect(memo.get_by_role("heading", level=1)).to_have_text("Another title")
    page.wait_for_function("document.getElementById('memo').contentWindow.scrollY === 300", timeout=WAIT)


def sees_a_fault(page: Page, memo: FrameLocator, brief: Path) -> None:
    """Save a fault, see it above the memo, mend it and see it go."""
    sound = brief.read_text()
    brief.write_text(sound + "nonsense: 1\n")
    expect(page.get_by_role("alert")).to_contain_text("unknown-key")
    expect(memo.get_by_role("heading", level=1)).to_have_text("Another title")
    keep_picture(page, "a_fault")
    brief.write_text(sound)
    expect(page.get_by_role("alert")).to_be_hidden()


def keep_picture(page: Page, name: str) -> None:
    """Keep what a page looks like, where pictures are asked for."""
    if os.environ.get("PICTURES"):
        page.screenshot(path=Path(os.environ["PICTURES"]) / f"{name}.png")


if __name__ == "__main__":
    sys.exit(main())
