"""What a style file may say: every fault at its place, and none that a writer would stumble over."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

import reportgen
from reportgen.diagnostics import BriefError, Diagnostic
from reportgen.document import BulletList, Callout, Document, ListItem, Meta, Paragraph, Quote, Section, Text
from reportgen.located import load, validate
from reportgen.style import Style, face_bytes
from reportgen.style.columns import LEAST_WIDTH, column_widths
from reportgen.workspace import Workspace
from reportgen.writers import docx, pdf

HOUSE = Path(str(reportgen.__file__)).parent / "data" / "styles" / "house.yaml"
WORDS = (Text(text="Words "),)
BODY = (Paragraph(inlines=WORDS * 90),)
LIST = BulletList(items=(ListItem(blocks=BODY),))
BLOCKS = (Section(heading=WORDS, blocks=(*BODY, LIST, Quote(blocks=BODY), Callout(heading=WORDS, blocks=BODY))),)
DOCUMENT = Document(meta=Meta(title="Title", language="en-GB", running_head="Title"), blocks=BLOCKS)


def read(path: str = "", value: Any = None) -> Style:
    """Return the house style with one value changed, or taken out where it is `...`, at a path such as `page/top`."""
    written = yaml.safe_load(HOUSE.read_text(encoding="utf-8"))
    *above, last = path.split("/")
    inside = written
    for key in above:
        inside = inside[key]
    if value is ...:
        del inside[last]
    elif path:
        inside[last] = value
    workspace = Workspace(files={"my.yaml": yaml.safe_dump(written, sort_keys=False, allow_unicode=True)})
    return validate(load("my.yaml", workspace), Style, workspace)


def fault(path: str, value: Any) -> Diagnostic:
    with pytest.raises(BriefError) as caught:
        read(path, value)
    (found,) = caught.value.diagnostics
    return found


def test_the_house_style_is_sound() -> None:
    assert read().name == "house"


@pytest.mark.parametrize(
    ("path", "value", "code", "place"),
    [
        ("fonts/mono", ..., "missing-font", "fonts"),
        ("looks/quote", ..., "missing-look", "looks"),
        ("inlines/hole", ..., "missing-look", "inlines"),
        ("looks/body/font", ..., "missing-key", "looks.body"),
        ("looks/body/size", ..., "missing-key", "looks.body"),
        ("looks/body/colour", ..., "missing-key", "looks.body"),
        ("looks/body/size", "0pt", "bad-length", "looks.body.size"),
        ("looks/body/size", "-3pt", "bad-length", "looks.body.size"),
        ("looks/title/leading", "0mm", "bad-length", "looks.title.leading"),
        ("looks/title/leading", "300pt", "no-room", "looks.title.leading"),
        ("looks/title/after", "-1pt", "bad-length", "looks.title.after"),
        ("looks/title/before", f"{'9' * 400}pt", "bad-length", "looks.title.before"),
        ("looks/quote/left", "120mm", "no-room", "looks.quote.left"),
        ("page/width", "0mm", "no-room", "page"),
        ("page/height", "-297mm", "bad-length", "page.height"),
        ("page/height", "100in", "bad-length", "page.height"),
        ("page/left", "136mm", "no-room", "page"),
        ("page/bottom", "222mm", "no-room", "page"),
        ("list/bullets", [], "empty-list", "list.bullets"),
        ("list/numbers", [], "empty-list", "list.numbers"),
        ("list/bullets", ["\x01"], "unprintable-character", "list.bullets[0]"),
        ("list/indent", "100mm", "no-room", "list.indent"),
        ("callout/padding", "80mm", "no-room", "callout.padding"),
        ("table/padding_y", "-1pt", "bad-length", "table.padding_y"),
        ("field_list/label_width", "155mm", "no-room", "field_list.label_width"),
        ("figure_share", 0, "bad-number", "figure_share"),
        ("figure_share", -1, "bad-number", "figure_share"),
        ("fonts/sans/bold", 0, "bad-number", "fonts.sans.bold"),
        ("fonts/sans/family", "a\x07", "unprintable-character", "fonts.sans.family"),
        ("fonts/sans/family", "a\nb", "bad-name", "fonts.sans.family"),
        ("fonts/sans/stand_in", " ", "bad-name", "fonts.sans.stand_in"),
        ("fonts/sans/package", "os.path", "bad-font", "fonts.sans.package"),
        ("fonts/sans/package", "../fonts", "bad-font", "fonts.sans.package"),
        ("fonts/sans/package", "", "bad-name", "fonts.sans.package"),
        ("fonts/sans/upright", "/etc/passwd", "bad-font", "fonts.sans.upright"),
        ("fonts/sans/upright", "files/../../x.ttf", "bad-font", "fonts.sans.upright"),
        ("fonts/sans/italic", "C:\\fonts\\x.ttf", "bad-font", "fonts.sans.italic"),
        ("fonts/sans/italic", "a\0b.ttf", "unprintable-character", "fonts.sans.italic"),
    ],
)
def test_a_style_that_no_writer_can_use_is_refused_at_its_place(path: str, value: Any, code: str, place: str) -> None:
    found = fault(path, value)
    assert (found.code, found.source.path, found.source.file) == (code, place, "my.yaml")
    assert found.message
    assert found.hint


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("page/width", "110mm"),
        ("page/height", "100mm"),
        ("page/left", "109mm"),
        ("looks/body/leading", ...),
        ("looks/body/size", "1pt"),
        ("looks/body/first", "-12pt"),
        ("looks/title/leading", "170pt"),
        ("looks/quote/left", "60mm"),
        ("list/indent", "39mm"),
        ("list/distance", "39mm"),
        ("callout/padding", "39mm"),
        ("callout/bar_width", "39mm"),
        ("table/rule_width", "0pt"),
        ("divider/length", "500mm"),
        ("figure_share", 0.1),
        ("fonts/serif/bold", 1000),
        ("fonts/serif/axes", {"opsz": 99999, "nope": 1}),
        ("fonts/serif/family", 'A & <B> "C"'),
        ("fonts/mono/family", 'A & <B> "C"'),
        ("fonts/sans/stand_in", "日本"),
        ("name", "<&>"),
    ],
)
def test_what_a_style_may_say_both_writers_can_write(path: str, value: Any) -> None:
    style = read(path, value)
    assert docx.write(DOCUMENT, style).data
    assert pdf.write(DOCUMENT, style).pages


def test_a_look_without_a_leading_has_one_of_its_size() -> None:
    style = read("looks/body/leading", ...)
    assert style.look("body").leading == pytest.approx(10.5 * 1.35)
    assert style.look("lead-in").leading == style.look("body").leading
    assert read("looks/title/leading", ...).look("title").leading == pytest.approx(22 * 1.35)


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of a package that carries files and fails when it is imported."""
    folder = tmp_path / f"fonts_of_{tmp_path.name.lower()}"
    (folder / "folder.ttf").mkdir(parents=True)
    (folder / "__init__.py").write_text("raise SystemExit('a style has run code')")
    (folder / "text.ttf").write_text("no font")
    (folder / "open.otf").write_bytes(b"OTTO" + b"\0" * 200)
    (folder / "broken.ttf").write_bytes(b"\0\1\0\0" + b"\0" * 200)
    (folder / "cut.ttf").write_bytes(face_bytes(read().fonts["sans"], False)[:9000])
    (tmp_path / "outside.ttf").write_bytes(face_bytes(read().fonts["sans"], False))
    (folder / "link.ttf").symlink_to(tmp_path / "outside.ttf")
    (folder / "good.ttf").write_bytes(face_bytes(read().fonts["sans"], False))
    monkeypatch.syspath_prepend(tmp_path)
    return folder


def family_of(package: str, file: str) -> dict[str, str]:
    names = {"family": "Mine", "stand_in": "Arial", "generic": "serif"}
    return {**names, "package": package, "upright": file, "italic": file}


def refusal(family: Mapping[str, str]) -> Diagnostic:
    """Return why a PDF can't be made with a family, whose place must be said."""
    with pytest.raises(BriefError) as caught:
        pdf.write(DOCUMENT, read("fonts/serif", family))
    (found,) = caught.value.diagnostics
    assert found.source.path in ("fonts.serif.package", "fonts.serif.upright")
    assert found.source.line
    assert found.hint
    return found


def test_a_font_is_read_without_running_its_package(package: Path) -> None:
    style = read("fonts/serif", family_of(package.name, "good.ttf"))
    assert face_bytes(style.fonts["serif"], False) == (package / "good.ttf").read_bytes()
    assert package.name not in sys.modules
    assert pdf.write(DOCUMENT, style).pages


@pytest.mark.parametrize("name", ["no_such_package", "this", "__main__", "sys", "itertools"])
def test_a_package_that_is_none_is_missing(name: str) -> None:
    assert refusal(family_of(name, "font.ttf")).code == "missing-font"


@pytest.mark.parametrize(
    ("file", "code"),
    [
        ("none.ttf", "missing-font"),
        ("folder.ttf", "bad-font"),
        ("text.ttf", "bad-font"),
        ("open.otf", "bad-font"),
        ("broken.ttf", "bad-font"),
        ("cut.ttf", "bad-font"),
        ("link.ttf", "bad-font"),
        ("__init__.py", "bad-font"),
    ],
)
def test_a_file_that_is_no_font_of_its_package_is_refused(package: Path, file: str, code: str) -> None:
    assert refusal(family_of(package.name, file)).code == code


def test_columns_share_a_width_and_none_is_too_narrow_for_a_word() -> None:
    assert column_widths((), 100) == ()
    assert column_widths((1, 3), 400) == (100, 300)
    assert column_widths((0, 1), 400) == (LEAST_WIDTH, 400 - LEAST_WIDTH)
    assert column_widths((0, 0), 400) == (LEAST_WIDTH, LEAST_WIDTH)
    assert column_widths((1,) * 100, 400) == pytest.approx((4,) * 100)
