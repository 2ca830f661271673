"""The DOCX of every example is sound where validators don't look, and each fault that they pass over is found."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from docx_lint import lint
from openxml_audit import OpenXmlValidator
from PIL import Image

import reportgen

ROOT = Path(__file__).parents[1]
STYLES = sorted(path.stem for path in (ROOT / "src" / "reportgen" / "data" / "styles").glob("*.yaml"))
EXAMPLES = sorted((*ROOT.glob("briefs/*.yaml"), *ROOT.glob("tests/golden/*/brief.yaml")))


@pytest.fixture(scope="module")
def sound() -> bytes:
    """Return the file of the largest example."""
    return written(ROOT / "tests/golden/showcase/brief.yaml")


def written(brief: Path, *assignments: str) -> bytes:
    picture = io.BytesIO()
    Image.new("RGB", (96, 48), "navy").save(picture, "PNG", dpi=(96, 96))
    folder = brief.parent
    files: dict[str, str | bytes] = {
        str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }
    files |= {f"templates/{path.name}": path.read_bytes() for path in (ROOT / "templates").glob("*.yaml")}
    workspace = reportgen.Workspace(files={"field.png": picture.getvalue(), **files})
    memo = reportgen.build(brief.name, workspace=workspace, assignments=assignments)
    return reportgen.write(memo, "docx").data


def broken(data: bytes, part: str, old: str, new: str) -> bytes:
    """Return a file with a part changed at the first place where some words stand."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as package, zipfile.ZipFile(out, "w") as changed:
        for name in package.namelist():
            text = package.read(name)
            if name == part:
                assert old.encode() in text
                text = text.replace(old.encode(), new.encode(), 1)
            changed.writestr(name, text)
    return out.getvalue()


@pytest.mark.parametrize("brief", EXAMPLES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_every_example_is_sound(brief: Path, tmp_path: Path) -> None:
    data = written(brief)
    assert lint(data) == []
    assert audited(data, tmp_path) == []


@pytest.mark.parametrize("style", STYLES)
def test_every_style_makes_a_sound_file(style: str, tmp_path: Path) -> None:
    data = written(ROOT / "tests/golden/whole/brief.yaml", f"style={style}")
    assert lint(data) == []
    assert audited(data, tmp_path) == []


def audited(data: bytes, folder: Path) -> list[str]:
    """Return what a validator of Open XML finds in a file."""
    (folder / "memo.docx").write_bytes(data)
    return [str(fault) for fault in OpenXmlValidator().validate(str(folder / "memo.docx")).errors]


@pytest.mark.parametrize(
    ("part", "old", "new", "told"),
    [
        ("document", '<w:bookmarkEnd w:id="1"/>', "", "begun or ended alone"),
        ("document", 'w:name="_', 'w:name="1', "is no name"),
        ("document", 'w:pStyle w:val="Title"', 'w:pStyle w:val="Nothing"', "there is no style 'Nothing'"),
        ("document", '<w:numId w:val="', '<w:numId w:val="9999', "there is no list"),
        ("document", "<w:tblHeader/>", "", "no header row"),
        ("document", ' descr="', ' title="', "no alternative text"),
        ("document", 'r:id="link1"', 'r:id="gone"', "there is no relationship 'gone'"),
        ("footer", 'w:fldCharType="end"', 'w:fldCharType="begin"', "not ended"),
        ("footer", 'w:fldCharType="begin"', 'w:fldCharType="begin" w:dirty="true"', "out of date"),
        ("document", "<w:body>", '<w:body><w:p><w:hyperlink w:anchor="gone"/></w:p>', "nothing is named 'gone'"),
    ],
)
def test_each_fault_is_found(sound: bytes, part: str, old: str, new: str, told: str) -> None:
    assert told in "\n".join(lint(broken(sound, f"word/{part}.xml", old, new)))
