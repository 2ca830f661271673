"""The structure tree: the type of each element, what is told about it, and one element however many pages it is on."""

from __future__ import annotations

import dataclasses
import io
from collections.abc import Callable
from typing import Any

import page
import pytest
from pdf_showcase import SENTENCE, cell, item, para, picture, row, section, showcase, table, words
from pdf_structure import Heard, outline_of, structure
from PIL import Image

from reportgen.document import (
    Block,
    BulletList,
    Callout,
    Code,
    Column,
    Contents,
    ContentsEntry,
    Divider,
    Field,
    FieldList,
    Figure,
    Link,
    Note,
    NumberedList,
    Quote,
    Reference,
    Span,
    Table,
)
from reportgen.writers.pdf import write
from reportgen.writers.pdf.structure import Element, Tree, text_string

Hear = Callable[..., Heard]
PROFILES = (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A)


@pytest.fixture
def heard(document: Any, style: Any) -> Hear:
    """Write blocks, hold the file against a validator, and return its structure."""

    def hear(*blocks: Block, style: Any = style, **meta: Any) -> Heard:
        data = write(document(*blocks, **meta), style).data
        reports = [page.validate_pdf_bytes(data, profile=profile) for profile in PROFILES]
        assert [failure.message for report in reports for failure in report.failures] == []
        return structure(data)

    return hear


def kinds(element: Heard) -> list[str]:
    """Return the types of all elements, each behind as many dots as others hold it."""
    lines = (line.replace("  ", ".").split()[0] for line in outline_of(element))
    return [line for line in lines if line.strip(".")[0].isupper()]


def test_sections_nest_and_their_headings_have_their_level(heard: Hear) -> None:
    found = heard(para("T", role="title"), section("A", section("B", para("x")), section("C")), section("D"))
    assert kinds(found) == [
        *("Document", ".Title", ".Sect", "..H1", "..Sect", "...H2", "...P", "..Sect", "...H2", ".Sect", "..H1")
    ]


def test_a_seventh_level_is_a_heading_by_name_and_a_paragraph_by_role(heard: Hear) -> None:
    nested: Block = para("deep")
    for level in range(8, 0, -1):
        nested = section(f"Level {level}", nested)
    found = heard(nested)
    assert [one.kind for one in found.find("H6", "H7", "H8")] == ["H6", "H7", "H8"]


def test_lists_tell_how_they_are_counted(heard: Hear) -> None:
    inner = NumberedList(items=(item("b"),), start=7)
    found = heard(BulletList(items=(item("a", inner), item("c"))))
    outer, nested = found.find("L")
    assert (outer.told["A"], nested.told["A"]) == ("<ListNumbering Disc>", "<ListNumbering LowerAlpha>")
    assert [one.text for one in found.find("Lbl")][1:2] == ["g."]
    assert kinds(found)[1:7] == [".L", "..LI", "...Lbl", "...LBody", "....P", "....L"]


def test_fields_are_a_list_of_labels_and_values(heard: Hear) -> None:
    found = heard(FieldList(fields=(Field(label=words("To"), blocks=(para("A"), para("B"))),)))
    assert kinds(found) == ["Document", ".L", "..LI", "...Lbl", "...LBody", "....P", "....P"]


def test_a_plain_table_has_scopes_and_a_cell_for_each_place(heard: Hear) -> None:
    found = heard(table(row(cell("r", header=True), "x"), row("only one"), caption="Who"))
    assert [one.text for one in found.find("Caption")] == ["Who"]
    assert [(one.text, one.told["A"]) for one in found.find("TH")] == [
        ("Head0", "<Scope Column>"),
        ("Head1", "<Scope Column>"),
        ("r", "<Scope Row>"),
    ]
    assert [len([*one.find("TD", "TH")]) for one in found.find("TR")] == [2, 2, 2]


def test_cells_that_reach_over_others_name_their_headers(heard: Hear) -> None:
    head = (row(cell("Party", rows=2), cell("Wants", columns=2)), row("now", "later"))
    body = (row(cell("A", header=True, rows=2), "x", "y"), row(cell("z", columns=2)))
    found = heard(Table(columns=(Column(),) * 3, head=head, body=body))
    told = {one.text: one.told for one in found.find("TH", "TD")}
    wants, now, later, a = (told[name]["ID"] for name in ("Wants", "now", "later", "A"))
    assert told["Wants"]["A"] == "<ColSpan 2, Scope Column>"
    assert told["now"]["A"] == f"<Headers {wants}, Scope Column>"
    assert told["y"]["A"] == f"<Headers {wants} {later} {a}>"
    assert told["z"]["A"] == f"<ColSpan 2, Headers {wants} {now} {later} {a}>"


def test_a_table_over_pages_is_one_and_its_head_is_heard_once(heard: Hear) -> None:
    found = heard(table(*(row(f"cell {number}", SENTENCE) for number in range(90))))
    assert len([*found.find("Table")]) == len([*found.find("THead")]) == 1
    assert [one.text for one in found.find("TD")][::2] == [f"cell {number}" for number in range(90)]
    assert [one.text for one in found.find("TH")] == ["Head0", "Head1"]


def test_a_row_higher_than_a_page_is_one(heard: Hear) -> None:
    found = heard(table(row("left", SENTENCE * 150), row("next", "row")))
    assert ["".join(one.text.split()) for one in found.find("TD")] == [
        "left",
        "".join((SENTENCE * 150).split()),
        "next",
        "row",
    ]
    assert [one.text for one in found.find("TH")] == ["Head0", "Head1"]


@pytest.mark.parametrize("around", [lambda *held: Quote(blocks=held), lambda *held: Callout(heading=(), blocks=held)])
def test_what_is_split_over_pages_stays_one_element(heard: Hear, around: Any) -> None:
    found = heard(around(para(SENTENCE * 120), BulletList(items=(item(SENTENCE * 80),))), para("after"))
    assert len([*found.find("P")]) == 3
    assert len([*found.find("BlockQuote", "Aside")]) == 1


def test_a_picture_has_its_words_and_its_caption_beside_it(heard: Hear) -> None:
    found = heard(picture(caption="A field"), picture())
    first, second = found.find("Figure")
    assert first.told["Alt"] == second.told["Alt"] == "Blue"
    assert kinds(found) == ["Document", ".Div", "..Figure", "..Caption", ".Figure"]


@pytest.mark.parametrize("mode", ["CMYK", "L", "RGB", "LA", "RGBA", "P", "1"])
def test_pictures_of_every_kind_conform(heard: Hear, mode: str) -> None:
    for kind in ("JPEG",) if mode == "CMYK" else ("PNG", "JPEG") if mode in ("L", "RGB") else ("PNG",):
        file = io.BytesIO()
        Image.new(mode, (40, 20)).save(file, kind)
        found = heard(Figure(data=file.getvalue(), width=40, height=20, resolution=72, alt="Nothing"))
        assert [one.told["Alt"] for one in found.find("Figure")] == ["Nothing"]


def test_rules_and_breaks_say_nothing(heard: Hear) -> None:
    assert kinds(heard(para("a"), Divider(), para("b"))) == ["Document", ".P", ".P"]


def test_empty_paragraphs_and_sections_leave_no_element(heard: Hear) -> None:
    assert kinds(heard(para(""), para("a"), Quote(blocks=()))) == ["Document", ".P"]


def test_links_code_and_other_languages_stand_between_the_words(heard: Hear) -> None:
    found = heard(
        para(
            "See ",
            Link(inlines=words("the act"), target="https://example.org"),
            ", ",
            Span(inlines=words("la loi"), lang="fr-FR"),
            " and ",
            Code(text="x = 1"),
            ".",
        )
    )
    (paragraph,) = found.find("P")
    told = [kid if isinstance(kid, str) else (kid.kind, kid.text) for kid in paragraph.kids]
    assert told == ["See ", ("Link", "the act"), ", ", ("Span", "la loi"), " and ", ("Code", "x = 1"), "."]
    assert [one.told["Lang"] for one in found.find("Span")] == ["fr-FR"]


def test_a_note_follows_the_paragraph_that_its_mark_is_in(heard: Hear) -> None:
    note = Note(blocks=(para("Article 5."),), number=1)
    found = heard(para(SENTENCE, note, SENTENCE * 70), para("After."))
    assert kinds(found) == [
        *("Document", ".P", "..Reference", "...Link", ".Note", "..Lbl", "...Link", "..P", ".P"),
    ]
    assert [one.text for one in found.find("Note")] == ["1Article 5."]
    (reference,), (its,) = found.find("Reference"), found.find("Note")
    assert reference.told["Ref"] == its.told["ID"]


def test_a_note_of_a_caption_or_a_label_stays_in_it(heard: Hear) -> None:
    note = Note(blocks=(para("x"),), number=1)
    captioned = dataclasses.replace(table(row("a", "b")), caption=(*words("Caption"), note))
    found = heard(captioned, FieldList(fields=(Field(label=(*words("To"), note), blocks=(para("A"),)),)))
    assert [len([*one.find("Note")]) for one in found.find("Caption", "Lbl") if one.text.strip("1")] == [1, 1]


def test_a_reference_leads_to_what_it_names(heard: Hear) -> None:
    named = dataclasses.replace(section("Part", para("x")), id="part")
    found = heard(named, para("See ", Reference(target="part", inlines=words("the part")), "."))
    assert kinds(found)[-3:] == [".P", "..Reference", "...Link"]
    assert [one.text for one in found.find("Reference")] == ["the part"]


def test_a_contents_list_has_a_list_for_each_level_and_leads_to_its_sections(heard: Hear) -> None:
    levels = {"One": 1, "Two": 2, "Three": 3, "Four": 1}
    entries = [ContentsEntry(target=name, inlines=words(name), level=level) for name, level in levels.items()]
    parts = [dataclasses.replace(section(name, para("x")), id=name) for name in levels]
    found = heard(Contents(heading=words("Contents"), entries=tuple(entries)), *parts)
    told = [kind for kind in kinds(found) if kind.strip(".") in ("TOC", "TOCI")]
    assert told == ["..TOC", "...TOCI", "...TOC", "....TOCI", "....TOC", ".....TOCI", "...TOCI"]
    assert [one.text for one in found.find("Link")] == ["One 1", "Two 1", "Three 1", "Four 1"]


def test_an_empty_document_conforms(heard: Hear) -> None:
    assert kinds(heard()) == ["Document"]


@pytest.mark.parametrize("meta", [{"marking": "TLP:AMBER", "draft_mark": "DRAFT"}, {"title": "Грін & <x>"}])
def test_running_matter_is_no_part_of_the_structure(heard: Hear, meta: Any) -> None:
    found = heard(para(SENTENCE * 200), page_number="{page} / {pages}", running_head="Running", **meta)
    assert "".join(found.text.split()) == "".join((SENTENCE * 200).split())


def test_the_showcase_of_nodes_conforms(heard: Hear) -> None:
    assert len(kinds(heard(*showcase()))) > 40


def test_a_type_of_pdf_2_stands_for_one_of_pdf_1_7() -> None:
    root = Element("Document")
    for kind in ("Title", "H9", "P"):
        root.add(kind).add("TD")
    assert b"/RoleMap<</H9/P/Title/P>>" in next(Tree(root, 1, []).bodies([]))


@pytest.mark.parametrize(
    ("text", "written"), [("plain (x) \\", "(plain \\(x\\) \\\\)"), ("é", "<FEFF00E9>"), ("a\nb", "<FEFF0061000A0062>")]
)
def test_text_strings_keep_every_character(text: str, written: str) -> None:
    assert text_string(text) == written
