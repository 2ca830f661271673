"""Make every example in both formats, draw all of their pages, and write docs/gallery.md with the first page of each.

The pages of both formats stand side by side in output/gallery; the small pictures in docs/gallery are those of the PDF.
The pictures of docs/index.md and docs/tutorial.md are drawn too: one memo in both formats, and the tutorial's own.
"""

from __future__ import annotations

import re
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import yaml
from office_fonts import OfficeFonts
from PIL import Image

import reportgen

ROOT = Path(__file__).parents[1]
PAGES = ROOT / "output" / "gallery"
PICTURES = ROOT / "docs" / "gallery"
PAGE_RESOLUTION, PICTURE_RESOLUTION = "80", "40"

HEAD = """# Gallery

Each document type with its example, and the first page of its PDF. [Templates](reference/templates.md) has their parts,
[Styles](reference/styles.md) their looks; any memo can be set in any style. The offices in the examples are invented,
the facts are public. `make gallery` draws them anew; all pages of both formats are then in `output/gallery/`.
"""


def main() -> None:
    """Write files, pages and the gallery."""
    PAGES.mkdir(parents=True, exist_ok=True)
    PICTURES.mkdir(parents=True, exist_ok=True)
    fonts = OfficeFonts(Path(tempfile.mkdtemp()) / "fonts")
    shown = [shown_brief(brief, fonts) for brief in sorted((ROOT / "briefs").glob("*.yaml"), key=type_of)]
    (ROOT / "docs" / "gallery.md").write_text("\n".join([HEAD, *shown]), encoding="utf-8")
    side_by_side(PAGES / "hodeidah-observers", ROOT / "docs" / "both-formats.png")
    of_the_tutorial()


def side_by_side(start: Path, picture: Path) -> None:
    """Draw the first page of a memo's PDF and that of its DOCX beside each other."""
    pages = [Image.open(next(start.parent.glob(f"{start.name}-{kind}-*1.png"))) for kind in ("pdf", "docx")]
    width, height = pages[0].size
    both = Image.new("RGB", (2 * width + 20, height), "#B9C4CF")
    for at, page in enumerate(pages):
        both.paste(page, (at * (width + 20), 0))
    both.resize((both.width * 2 // 3, both.height * 2 // 3), Image.Resampling.LANCZOS).quantize(64).save(picture)


def of_the_tutorial() -> None:
    """Draw the first page of the memo that the tutorial makes."""
    text = (ROOT / "docs" / "tutorial.md").read_text(encoding="utf-8")
    (brief,) = re.findall(r'^```yaml title="the-harvest-corridor.yaml"\n(.*?)^```', text, re.MULTILINE | re.DOTALL)
    memo = reportgen.build("brief.yaml", workspace=reportgen.Workspace(files={"brief.yaml": brief}))
    pdf = PAGES / "tutorial.pdf"
    pdf.write_bytes(reportgen.write(memo, "pdf").data)
    drawn(pdf, ROOT / "docs" / "tutorial", "60", "-f", "1", "-l", "1", "-singlefile")


def type_of(brief: Path) -> tuple[str, str]:
    """Return the document type of a brief, and its name."""
    return str(yaml.safe_load(brief.read_text(encoding="utf-8"))["template"]), brief.stem


def shown_brief(brief: Path, fonts: OfficeFonts) -> str:
    """Return the lines of the gallery on a brief, its files and pages made."""
    memo = reportgen.build(brief.relative_to(ROOT), workspace=reportgen.Workspace(ROOT))
    pdf, docx = PAGES / f"{brief.stem}.pdf", PAGES / f"{brief.stem}.docx"
    pdf.write_bytes(reportgen.write(memo, "pdf").data)
    docx.write_bytes(reportgen.write(memo, "docx").data)
    drawn(pdf, PAGES / f"{brief.stem}-pdf", PAGE_RESOLUTION)
    fonts.add(memo.style)
    drawn(as_pdf(docx, fonts), PAGES / f"{brief.stem}-docx", PAGE_RESOLUTION)
    drawn(pdf, PICTURES / brief.stem, PICTURE_RESOLUTION, "-f", "1", "-l", "1", "-singlefile")
    return "\n".join(told(brief, memo))


def told(brief: Path, memo: reportgen.Memo) -> Iterator[str]:
    """Return the entry of a brief in the gallery."""
    title = memo.document.meta.title
    template = type_of(brief)[0]
    yield f"## {template}\n"
    yield f"{said_of(template)}\n"
    yield f"[{title}](../briefs/{brief.name}), in the style `{memo.style.name}`\n"
    yield f"![The first page of “{title}”](gallery/{brief.stem}.png)\n"


def said_of(template: str) -> str:
    """Return what a template says of itself, as a sentence."""
    places = (folder / f"{template}.yaml" for folder in (ROOT / "templates", ROOT / "src/reportgen/data/templates"))
    text = next(place for place in places if place.is_file()).read_text(encoding="utf-8")
    summary = str(yaml.safe_load(text)["summary"])
    return f"{summary[0].upper()}{summary[1:]}."


def drawn(pdf: Path, start: Path, resolution: str, *more: str) -> None:
    """Draw the pages of a PDF into PNG files whose names begin alike."""
    subprocess.run(["pdftoppm", "-r", resolution, *more, "-png", str(pdf), str(start)], check=True, timeout=300)


def as_pdf(docx: Path, fonts: OfficeFonts) -> Path:
    """Return the PDF that LibreOffice makes of a DOCX in our fonts."""
    folder = PAGES / "libreoffice"
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(docx)]
    subprocess.run(command, check=True, capture_output=True, timeout=300, env=fonts.environment)
    return folder / docx.with_suffix(".pdf").name


if __name__ == "__main__":
    main()
