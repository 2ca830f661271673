"""The memos whose DOCX is held against all that checks such files: every example, template, style and letterhead."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path

from letterhead_papers import of_ministry, of_pandoc, of_python_docx
from PIL import Image

import reportgen

ROOT = Path(__file__).parents[1]
DATA = ROOT / "src" / "reportgen" / "data"
FULL = ROOT / "tests" / "full.yaml"
PLACED = (", before: risks", ", after: talks")
"""Where the full brief's own sections stand, at parts that not every template has."""

PAPERS = {"python-docx": of_python_docx, "pandoc": of_pandoc, "ministry": of_ministry}
ON_PAPER = "name: paper\nsummary: on a letterhead\nextends: house\nbase_document: paper.docx\n"

Make = Callable[[], reportgen.Memo]


def examples() -> Mapping[str, Make]:
    """Return what makes each memo, by a name that tells what it is an example of."""
    return dict(_examples())


def _examples() -> Iterator[tuple[str, Make]]:
    for brief in sorted((*ROOT.glob("briefs/*.yaml"), *ROOT.glob("tests/golden/*/brief.yaml"))):
        yield f"{brief.parent.name}/{brief.name}", partial(of_brief, brief)
    for template in sorted(DATA.glob("templates/*.yaml")):
        yield f"template {template.stem}", partial(full, template.stem)
    for style in sorted(DATA.glob("styles/*.yaml")):
        yield f"style {style.stem}", partial(of_brief, ROOT / "tests/golden/whole/brief.yaml", f"style={style.stem}")
    for name, paper in PAPERS.items():
        yield f"letterhead of {name}", partial(on_letterhead, paper)


def of_brief(brief: Path, *assignments: str) -> reportgen.Memo:
    """Return the memo of a brief, which may name files beside it, this project's templates, and a picture."""
    picture = io.BytesIO()
    Image.new("RGB", (96, 48), "navy").save(picture, "PNG", dpi=(96, 96))
    folder = brief.parent
    files: dict[str, str | bytes] = {
        str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }
    files |= {f"templates/{path.name}": path.read_bytes() for path in (ROOT / "templates").glob("*.yaml")}
    workspace = reportgen.Workspace(files={"field.png": picture.getvalue(), **files})
    return reportgen.build(brief.name, workspace=workspace, assignments=assignments)


def full(template: str) -> reportgen.Memo:
    """Return the brief that has everything, in a template."""
    return reportgen.build("full.yaml", template, workspace=reportgen.Workspace(files={"full.yaml": _full()}))


def on_letterhead(paper: Callable[[], bytes]) -> reportgen.Memo:
    """Return the same brief on a letterhead."""
    files = {"full.yaml": _full(), "styles/paper.yaml": ON_PAPER, "styles/paper.docx": paper()}
    return reportgen.build("full.yaml", workspace=reportgen.Workspace(files=files), assignments=("style=paper",))


def _full() -> str:
    text = FULL.read_text(encoding="utf-8")
    for words in PLACED:
        assert words in text
        text = text.replace(words, "")
    return text
