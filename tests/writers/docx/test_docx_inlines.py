"""Inlines in the file: characters as they are, character styles, languages, links."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from docx_showcase import mixed, words

from reportgen.document import (
    INLINES,
    BulletList,
    Cell,
    Code,
    Column,
    Emphasis,
    Hole,
    Link,
    ListItem,
    Paragraph,
    Row,
    Span,
    Strong,
    Table,
    Text,
)
from reportgen.writers.docx.inlines import INLINES as WRITTEN

Made = Callable[..., Any]
Parts = Callable[..., dict[str, str]]


def test_every_inline_has_its_function_in_the_models_order() -> None:
    assert tuple(WRITTEN) == INLINES


@pytest.mark.parametrize(
    "text",
    [
        "a & b < c > d \" e ' f",
        "{{ x }} {% y %} 100 % \\ back",
        "  two  spaces  ",
        " ",
        "&amp; <w:p/> ]]> <!--",
        "ünïcödé – 日本語 עברית 🕊 \u00a0\u2011",
        "tab\there",
    ],
)
def test_text_appears_as_itself(made: Made, text: str) -> None:
    assert made(Paragraph(inlines=(Text(text=text),))).paragraphs[0].text == text


def test_a_soft_hyphen_is_words_own(parts: Parts) -> None:
    body = parts(Paragraph(inlines=(Text(text="hy\u00adphen"),)))["word/document.xml"]
    assert "hy</w:t><w:softHyphen/><w:t" in body


def test_looks_are_character_styles(made: Made) -> None:
    (found,) = made(mixed()).paragraphs
    runs = {run.text.strip(" ,"): run.style.name for run in found.runs if run.text.strip()}
    assert runs["stressed"] == "Emphasis"
    assert runs["important"] == runs["and stressed"] == "Strong"
    assert runs["key: {{ value }} % \\"] == "Code Char"
    assert runs["not stated"] == "Missing"
    assert runs["[date to come]"] == "Hole"
    assert found.hyperlinks[0].runs[0].style.name == "Hyperlink"


def test_a_second_look_on_the_same_words_is_written_out(parts: Parts) -> None:
    both = Strong(inlines=(Emphasis(inlines=words("both")),))
    body = parts(Paragraph(inlines=(both,)))["word/document.xml"]
    assert '<w:rStyle w:val="Strong"/><w:i/><w:iCs/></w:rPr>' in body


def test_a_hole_prints_what_stands_in_its_place_never_its_label(made: Made) -> None:
    docx = made(Paragraph(inlines=(Hole(label="secret-label", expects="text", text="[to come]"),)))
    assert docx.paragraphs[0].text == "[to come]"
    assert "secret-label" not in docx.element.xml


def test_the_same_address_has_one_relationship(made: Made) -> None:
    link = Link(inlines=words("x"), target="https://example.org/?a=1&b=2")
    docx = made(Paragraph(inlines=(link, link)))
    assert [one.address for one in docx.paragraphs[0].hyperlinks] == ["https://example.org/?a=1&b=2"] * 2
    assert sum(one.is_external for one in docx.part.rels.values()) == 1


def test_an_address_is_always_a_uri(made: Made) -> None:
    link = Link(inlines=words("x"), target='https://example.org/a b"<é>%20')
    (found,) = made(Paragraph(inlines=(link,))).paragraphs[0].hyperlinks
    assert found.address == "https://example.org/a%20b%22%3C%C3%A9%3E%20"


def test_words_in_another_language_say_so(parts: Parts) -> None:
    span = Span(inlines=words("dépêche"), lang="fr-FR")
    body = parts(Paragraph(inlines=(Text(text="a "), span)))["word/document.xml"]
    assert re.findall(r'<w:lang w:val="([\w-]+)"', body) == ["fr-FR"]


def test_the_documents_language_is_the_styles_default(parts: Parts) -> None:
    assert '<w:lang w:val="de-AT"' in parts(language="de-AT")["word/styles.xml"]


def test_words_from_the_right_are_marked(parts: Parts) -> None:
    body = parts(Paragraph(inlines=(Text(text="مذكرة"), Text(text="memo"))))["word/document.xml"]
    assert body.count("<w:rtl/>") == 1


def runs_of(body: str) -> list[tuple[str, bool]]:
    found = re.findall(r"<w:r>(?:<w:rPr>(.*?)</w:rPr>)?<w:t[^>]*>(.*?)</w:t></w:r>", body)
    return [(text, "<w:rtl/>" in properties) for properties, text in found]


def test_only_the_words_from_the_right_are_marked(parts: Parts) -> None:
    text = "the Majlis (مجلس شورا), of 12 May, and 3 حزب 5 more"
    body = parts(Paragraph(inlines=(Text(text=text),)))["word/document.xml"]
    assert runs_of(body)[-5:] == [
        ("the Majlis (", False),
        ("مجلس شورا", True),
        ("), of 12 May, and 3 ", False),
        ("حزب 5", True),
        (" more", False),
    ]


@pytest.mark.parametrize(
    ("text", "language"), [("הכנסת", "he-IL"), ("حزب", "ar-SA"), ("گفتگو", "fa-IR"), ("\u200f", "ar-SA")]
)
def test_words_from_the_right_are_in_a_language_that_is_written_so(parts: Parts, text: str, language: str) -> None:
    body = parts(Paragraph(inlines=(Text(text=text),)))["word/document.xml"]
    assert f'<w:rtl/><w:lang w:bidi="{language}"/>' in body
    said = parts(Paragraph(inlines=(Span(inlines=(Text(text=text),), lang="ur"),)))["word/document.xml"]
    assert '<w:rtl/><w:lang w:val="ur" w:eastAsia="ur" w:bidi="ur"/>' in said


@pytest.mark.parametrize(
    ("text", "from_right"),
    [("قال State Department", True), ("12 אב", True), ("State אב", False), ("\u200eאב a", False), ("plain", False)],
)
def test_a_paragraph_runs_as_its_first_strong_character(parts: Parts, text: str, from_right: bool) -> None:
    plain = Paragraph(inlines=(Emphasis(inlines=(Text(text=text),)),))
    assert ("<w:bidi/>" in parts(plain)["word/document.xml"]) == from_right
    table = Table(columns=(Column(align="right"),), head=(Row(cells=(Cell(blocks=(plain,)),)),), body=())
    assert ('<w:bidi/><w:jc w:val="left"/>' in parts(table)["word/document.xml"]) == from_right
    listed = parts(BulletList(items=(ListItem(blocks=(plain,)),)))["word/document.xml"]
    assert ("<w:bidi/>" in listed) == from_right


def test_a_document_from_the_right_runs_from_the_right(parts: Parts) -> None:
    found = parts(Paragraph(inlines=(Code(text="x"),)), direction="rtl", language="ar")
    assert "<w:pPrDefault><w:pPr><w:bidi/>" in found["word/styles.xml"]
    assert "bidiVisual" not in found["word/styles.xml"]  # there Word's schema has no place for it
    assert "<w:bidi/>" in found["word/document.xml"]
    assert "<w:bidi/>" not in parts()["word/document.xml"]


def test_in_a_document_from_the_right_all_paragraphs_and_tables_do(parts: Parts) -> None:
    def body(*texts: str) -> str:
        cells = tuple(Cell(blocks=(Paragraph(inlines=(Text(text=text),)),)) for text in texts)
        table = Table(columns=(Column(),) * len(cells), head=(Row(cells=cells),), body=())
        return parts(table, direction="rtl", language="he")["word/document.xml"]

    assert '<w:tblStyle w:val="MemoTable"/><w:bidiVisual/>' in body("OCHA אב")
    assert '<w:bidi w:val="0"/>' not in body("OCHA אב", "12")
    assert '<w:bidi w:val="0"/>' in body("\u200eOCHA")
    assert runs_of(body("OCHA (אב)", ", ", "12")) == [("OCHA", False), (" (אב)", True), (", ", True), ("12", False)]
    assert '<w:rtl/><w:lang w:bidi="he"/>' in body(", ")


@pytest.mark.parametrize(("direction", "side"), [("ltr", "right"), ("rtl", "left")])
def test_numbers_stand_at_the_right_of_their_columns(parts: Parts, direction: str, side: str) -> None:
    styles = parts(direction=direction)["word/styles.xml"]
    (jc,) = re.findall(r'w:styleId="TableTextRight".*?<w:jc w:val="(\w+)"/>', styles)
    assert jc == side  # left is where a paragraph from the right begins
