"""The HTML page: every word of the document in order, marked up as what it is, nothing that runs or is fetched."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

import reportgen
from reportgen.diagnostics import BriefError
from reportgen.document import (
    BulletList,
    Cell,
    Choice,
    Code,
    Column,
    DecisionLine,
    Document,
    Emphasis,
    Hole,
    Link,
    ListItem,
    Meta,
    Note,
    Paragraph,
    Row,
    Section,
    Span,
    Strong,
    Table,
    Text,
)
from reportgen.document.walk import lines_of
from reportgen.style import Style
from reportgen.workspace import Workspace
from reportgen.writers.html import write

BRIEFS = sorted((Path(__file__).parents[3] / "briefs").glob("*.yaml"))
VOID = {"br", "col", "hr", "img", "meta"}


@pytest.fixture(scope="module")
def style() -> Style:
    return reportgen.build("b.yaml", workspace=Workspace(files={"b.yaml": "title: T"})).style


@pytest.fixture
def page(style: Style) -> Callable[..., str]:
    """Return the page of some blocks."""

    def written(*blocks: object, **meta: object) -> str:
        about = replace(Meta(title="T & Co", language="en"), **meta)  # type: ignore[arg-type]
        return write(Document(meta=about, blocks=blocks), style).data.decode()  # type: ignore[arg-type]

    return written


Page = Callable[..., str]


class Read(HTMLParser):
    """What a page holds: its elements with their attributes, and the text of its body as it is read."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.text = ""
        self.feed(page)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)
        elif tag == "br":
            self.text += " "

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "body" in self.open:
            self.text += data


def para(*inlines: object) -> Paragraph:
    return Paragraph(inlines=tuple(Text(text=one) if isinstance(one, str) else one for one in inlines))  # type: ignore[misc]


@pytest.mark.parametrize("brief", BRIEFS, ids=lambda path: path.stem)
def test_every_line_of_a_brief_is_in_its_page_in_order(brief: Path) -> None:
    memo = reportgen.build(brief)
    read = Read(reportgen.write(memo, "html").data.decode())
    shown, notes = "".join(read.text.split()), set(_note_lines(memo.document))
    position = 0
    for line in lines_of(memo.document):
        bare = "".join(line.split())
        if line in notes:
            assert bare in shown
            continue
        bare = re.escape(bare)
        found = re.compile(bare).search(shown, position) or re.compile(_with_marks(line)).search(shown, position)
        assert found, line
        position = found.end()


def _note_lines(document: Document) -> Iterator[str]:
    from reportgen.document.walk import walk

    for node in walk(document):
        if isinstance(node, Note):
            yield from (line for block in node.blocks for line in lines_of(block))


def _with_marks(line: str) -> str:
    """Return what finds a line in which the marks of notes may stand."""
    return r"\d*".join(map(re.escape, "".join(line.split())))


@pytest.mark.parametrize("brief", BRIEFS, ids=lambda path: path.stem)
def test_a_page_is_whole_runs_nothing_and_fetches_nothing(brief: Path) -> None:
    page = reportgen.write(reportgen.build(brief), "html").data.decode()
    read = Read(page)
    names = [name for name, _ in read.elements]
    assert "script" not in names
    assert not any(key.startswith("on") or key == "style" for _, found in read.elements for key in found)
    fetched = [found.get("src") or found.get("data") for _, found in read.elements]
    assert all(address is None or address.startswith("data:image/") for address in fetched)
    assert "url(" not in page
    assert "@import" not in page
    policy = next(found["content"] for name, found in read.elements if found.get("http-equiv"))
    assert policy is not None
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    ids = [found["id"] for _, found in read.elements if "id" in found]
    assert len(ids) == len(set(ids))
    inside = {found["href"] for name, found in read.elements if name == "a" and str(found["href"]).startswith("#")}
    assert inside <= {f"#{id}" for id in ids}


def test_the_policy_names_the_style_sheet_by_its_hash(page: Page) -> None:
    from base64 import b64encode
    from hashlib import sha256

    written = page(para("a"))
    css = re.search(r"<style>(.*)</style>", written, re.DOTALL)
    assert css
    assert f"'sha256-{b64encode(sha256(css[1].encode()).digest()).decode()}'" in written


def test_small_capitals_are_in_the_style_sheet_and_never_for_code() -> None:
    memo = reportgen.build(BRIEFS[0], assignments=["style=house"])
    document, style = memo.document, memo.style
    looks = {**style.looks, "kicker": style.looks["kicker"].model_copy(update={"small_caps": True})}
    inlines = {**style.inlines, "strong": style.inlines["strong"].model_copy(update={"small_caps": True})}
    asked = style.model_copy(update={"looks": looks, "inlines": inlines})
    before, after = (
        re.findall(r"([^{}]+) \{[^{}]*font-variant-caps: small-caps", write(document, one).data.decode())
        for one in (style, asked)
    )
    assert before == []
    assert [selector.strip() for selector in after] == [".kicker", "strong"]
    assert "code { font-variant-caps: normal }" in write(document, style).data.decode()


def test_what_looks_like_markup_is_text(page: Page) -> None:
    hostile = "<script>alert(1)</script> & \" ' <!-- -->"
    read = Read(page(para(hostile, Code(text=hostile), Hole(label="x", text=hostile)), author=hostile, marking=hostile))
    assert read.text.count(hostile) == 5
    assert "script" not in [name for name, _ in read.elements]


def test_inlines_are_what_they_are(page: Page) -> None:
    link = Link(inlines=(Text(text="there"),), target="https://example.org/?a=1&b=2")
    french = Span(inlines=(Text(text="non"),), lang="fr")
    written = page(para(Strong(inlines=(Emphasis(inlines=(Text(text="so"),)),)), link, french))
    assert "<strong><em>so</em></strong>" in written
    assert '<a href="https://example.org/?a=1&amp;b=2" rel="noreferrer noopener">there</a>' in written
    assert '<span lang="fr">non</span>' in written


def test_a_note_leads_to_its_words_and_back(page: Page) -> None:
    written = page(para("a", Note(number=1, blocks=(para("why"),))))
    assert '<sup class="note-mark"><a id="mark-1" href="#note-1" role="doc-noteref">1</a></sup>' in written
    assert '<li id="note-1"><a href="#mark-1" role="doc-backlink" class="note-number">1</a>' in written


def test_headings_follow_the_nesting_and_say_their_level_below_the_sixth(page: Page) -> None:
    nested = Section(heading=(Text(text="7"),), blocks=())
    for depth in range(6, 0, -1):
        nested = Section(heading=(Text(text=str(depth)),), blocks=(nested,))
    found = [(name, at.get("aria-level")) for name, at in Read(page(nested)).elements if re.fullmatch(r"h\d", name)]
    assert found == [("h2", None), ("h3", None), ("h4", None), ("h5", None), ("h6", None), ("h6", "7"), ("h6", "8")]


def test_cells_say_what_they_name_and_how_far_they_reach(page: Page) -> None:
    def cell(text: str, **more: object) -> Cell:
        return Cell(blocks=(para(text),), **more)  # type: ignore[arg-type]

    table = Table(
        columns=(Column(), Column(align="right"), Column()),
        head=(Row(cells=(cell("a", header=True), cell("b", header=True, columns=2))),),
        body=(
            Row(cells=(cell("c", header=True, rows=2), cell("1"), cell("2", tone="bad"))),
            Row(cells=(cell("3"), cell("4"))),
        ),
    )
    cells = [(name, at) for name, at in Read(page(table)).elements if name in ("th", "td")]
    assert cells == [
        ("th", {"scope": "col"}),
        ("th", {"scope": "colgroup", "colspan": "2", "class": "right"}),
        ("th", {"scope": "row", "rowspan": "2"}),
        ("td", {"class": "right"}),
        ("td", {"class": "bad"}),
        ("td", {"class": "right"}),
        ("td", {}),
    ]


def test_an_answer_that_was_given_is_crossed(page: Page) -> None:
    line = DecisionLine(choices=(Choice(inlines=(Text(text="Yes"),), chosen=True), Choice(inlines=(Text(text="No"),))))
    assert "☒\u00a0Yes" in page(line)
    assert "☐\u00a0No" in page(line)


def test_a_character_that_no_page_holds_is_an_error(page: Page) -> None:
    with pytest.raises(BriefError) as refused:
        page(para("a\x00b"))
    assert [one.code for one in refused.value.diagnostics] == ["unprintable-character"]


def test_places_are_told_to_a_preview_alone(style: Style) -> None:
    memo = reportgen.build("b.yaml", workspace=Workspace(files={"b.yaml": "title: T\nsummary: Here.\n"}))
    assert "data-at" not in write(memo.document, style).data.decode()
    assert 'data-at="b.yaml:2"' in write(memo.document, style, located=True).data.decode()


def test_the_marking_stands_over_and_under_the_text(page: Page) -> None:
    written = page(para("a"), marking="TLP:RED", draft_mark="DRAFT")
    assert written.count("TLP:RED") == 2
    assert written.index("DRAFT") < written.index("<main>")


def test_every_look_of_a_style_reaches_the_page(style: Style) -> None:
    from reportgen.style import LOOKS
    from reportgen.writers.html.looks import SELECTORS, sheet

    assert set(LOOKS) - set(SELECTORS) == {"footer"}
    assert all(f"{selector} {{ font:" in sheet(style, ()) for selector in SELECTORS.values())


def test_paragraphs_say_in_which_direction_they_run_where_that_could_be_mistaken(page: Page) -> None:
    paragraphs = ("plain – words", "the Majlis (مجلس)", "مجلس (Majlis)", "\u200eמסמך", "12 מסמך & <a>")
    found = Read(page(*(Paragraph(inlines=(Text(text=text),)) for text in paragraphs)))
    assert [told.get("dir") for tag, told in found.elements if tag == "p"] == [None, "ltr", "rtl", "ltr", "rtl"]


def test_items_and_cells_from_the_right_do_so_too(page: Page) -> None:
    words = (Paragraph(inlines=(Span(inlines=(Text(text="مجلس"),), lang="fa"),)),)
    listed = BulletList(items=(ListItem(blocks=words),))
    table = Table(columns=(Column(),), head=(Row(cells=(Cell(blocks=words),)),), body=())
    found = [(tag, told["dir"]) for tag, told in Read(page(listed, table)).elements if told.get("dir")]
    assert found == [("html", "ltr"), ("li", "rtl"), ("p", "rtl"), ("th", "rtl"), ("p", "rtl")]


def test_a_page_from_the_right_says_so_once(page: Callable[..., str]) -> None:
    def paragraphs(*texts: str) -> str:
        blocks = (Paragraph(inlines=(Text(text=text),)) for text in texts)
        return page(*blocks, language="he", direction="rtl")

    assert '<html lang="he" dir="rtl">' in paragraphs("אב")
    assert "<p>OCHA אב.</p>" in paragraphs("OCHA אב.")
    assert '<p dir="ltr">\u200eOCHA אב.</p>' in paragraphs("\u200eOCHA אב.")
    assert '<p><bdi dir="ltr">OCHA, May.</bdi></p>' in paragraphs("OCHA, May.")
    assert '<p><bdi dir="ltr">−3</bdi></p>' in paragraphs("−3")
    assert "<bdi" not in page(Paragraph(inlines=(Text(text="OCHA, May."),)))


def test_the_style_sheet_has_no_sides_that_a_page_from_the_right_would_not_turn(page: Callable[..., str]) -> None:
    sheet = page().partition("<style>")[2].partition("</style>")[0]
    assert not re.search(r"(margin|padding|border)-(left|right)", sheet)
    around = [sides.split() for sides in re.findall(r"(?:margin|padding): ([^;}]+)", sheet) if "var(" not in sides]
    assert all(len(sides) < 4 or sides[1] == sides[3] for sides in around if "pt" not in sides[0])
