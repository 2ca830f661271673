"""Scripts other than Latin: text from the right, in its place on the page and told in the order in which it is read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import page as validator
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pdf_fonts import boxed
from pdf_reading import lines_copied, names_of, programs
from pdf_showcase import META, house_style, item, para, row, section, table, words
from pdf_structure import structure

from reportgen.document import BulletList, Document, Emphasis, Link, Note, Span, Strong
from reportgen.style import Style
from reportgen.writers.pdf import write
from reportgen.writers.pdf.drawing import fit
from reportgen.writers.pdf.fonts import Faces
from reportgen.writers.pdf.looks import text_look
from reportgen.writers.pdf.shaping import visible
from reportgen.writers.pdf.text import Run, text_flowable

STYLE = house_style()
JUSTIFIED = house_style(body={"align": "justify"})
FACES = Faces(STYLE, "en-GB")
MAJLIS, SPEAKER = "مجلس شورای اسلامی", "محمدباقر قالیباف"
HEBREW = "דובר משרד החוץ אמר כי סבב השיחות החמישי ייערך בז'נבה ב-12 בדצמבר 2026 (לפי Reuters), וכי שני הצדדים הסכימו."
ARABIC = (
    "قال المتحدث باسم الوزارة (السيد أحمد علي) إن الجولة الخامسة ستعقد في جنيف يوم 12 ديسمبر 2026، وإن الوفد سيشارك."
)
MIXED = st.text(
    st.sampled_from("abc אבגד بتثلا ١٢12 ()«».,-\u200f\u200e\u2067\u2069\u00a0\u0301"), min_size=1, max_size=200
)


def made(*blocks: Any, style: Any = STYLE) -> bytes:
    return write(Document(meta=META, blocks=blocks), style).data


def heard(*blocks: Any, style: Any = STYLE) -> str:
    return structure(made(*blocks, style=style)).text


def lines(text: str, width: float, align: str = "left") -> Any:
    look = replace(STYLE.look("body"), align=align)
    return text_flowable([Run(text, text_look(look, STYLE))], look, FACES), look


@settings(max_examples=80, deadline=None)
@given(MIXED)
def test_what_is_heard_is_what_the_author_wrote(text: str) -> None:
    assert visible(heard(para(f"a{text}"), style=JUSTIFIED)) == visible(f"a{text}")


@pytest.mark.parametrize("text", [HEBREW, ARABIC, f"The speaker of the {MAJLIS} said {ARABIC}", HEBREW * 9])
def test_a_text_is_heard_in_the_order_of_reading_over_all_its_lines(text: str) -> None:
    assert heard(para(text)) == text


def test_a_word_from_the_right_stands_between_those_around_it(read: Any, glyphs: Any) -> None:
    assert read(para("see مجلس now")) == ["see مجلس now"]
    assert read(para("see הכנסת now")) == ["see הכנסת now"]
    places = {character: x for character, x, _ in glyphs(para("a אב c"))}
    assert places["a"] < places["ב"] < places["א"] < places["c"]


def test_letters_join_as_their_script_wants(read: Any) -> None:
    joined = text_flowable([Run("بب", text_look(STYLE.look("body"), STYLE))], STYLE.look("body"), FACES)
    alone = text_flowable([Run("ب", text_look(STYLE.look("body"), STYLE))], STYLE.look("body"), FACES)
    (two,), (one,) = (flowable.broken.lines(400)[0].boxes for flowable in (joined, alone))
    assert one.word.pieces[0].shaped.glyphs[0].number not in [g.number for g in two.word.pieces[0].shaped.glyphs]


def test_a_joiner_parts_letters_without_parting_the_word() -> None:
    def shaped(text: str) -> Any:
        (box,) = (
            text_flowable([Run(text, text_look(STYLE.look("body"), STYLE))], STYLE.look("body"), FACES)
            .broken.lines(400)[0]
            .boxes
        )
        (piece,) = box.word.pieces
        return [glyph.number for glyph in piece.shaped.glyphs]

    assert shaped("می\u200cشود")[-2:] == shaped("می")
    assert shaped("میشود")[-2:] != shaped("می")


def test_a_paragraph_runs_as_its_first_strong_character(glyphs: Any) -> None:
    page = STYLE.page
    from_right = [x for _, x, _ in glyphs(para("שלום"))]
    assert page.width - page.right - 10 < max(from_right) < page.width - page.right
    assert min(x for _, x, _ in glyphs(para("\u200eשלום, in English"))) < page.left + 1
    first, *_ = sorted(glyphs(para("12. שלום")), key=lambda one: -one[1])
    assert first[0] == "2"


def test_brackets_are_mirrored(glyphs: Any) -> None:
    (opening,) = [x for character, x, _ in glyphs(para("(אב) ג")) if character == "("]
    letters = [x for character, x, _ in glyphs(para("(אב) ג")) if character in "אב"]
    assert opening > max(letters)


@pytest.mark.parametrize("align", ["left", "justify", "center", "right"])
@pytest.mark.parametrize("text", [HEBREW * 5, ARABIC * 5, f"It says: {HEBREW}" * 5])
def test_lines_from_the_right_stay_within_the_measure(text: str, align: str) -> None:
    flowable, look = lines(text, 300, align)
    found = flowable.broken.lines(300)
    assert len(found) > 3
    for line in found:
        fitted = fit(line, look, 300)
        assert -0.1 <= fitted.left <= fitted.right <= 300.1
    inner = [fit(line, look, 300) for line in found[:-1]]
    if align == "justify":
        assert all(one.left == pytest.approx(0, abs=0.1) for one in inner)
        assert all(one.right == pytest.approx(300, abs=0.1) for one in inner)
    if align in ("left", "right"):
        edge = "right" if align == "right" or text.startswith(("ד", "ق")) else "left"
        assert {round(getattr(one, edge)) for one in inner} == {300 if edge == "right" else 0}


def test_an_items_mark_stands_where_its_text_begins(glyphs: Any) -> None:
    page = STYLE.page
    found = {character: x for character, x, _ in glyphs(BulletList(items=(item(para("שלום")),)))}
    assert found["•"] > found["ש"] > page.width / 2


def everywhere() -> Iterator[Any]:
    yield section(f"Heading {MAJLIS}", para(ARABIC))
    yield table(row("Party", "حزب"), row(f"Likud ({'הליכוד'})", HEBREW))
    yield BulletList(items=(item(para(SPEAKER)), item(para(Emphasis(inlines=words(MAJLIS)), " and more"))))
    yield para("Words.", Note(blocks=(para(HEBREW),), number=1))
    link = Link(inlines=words(MAJLIS), target="https://example.org/")
    yield para(ARABIC, link, Span(inlines=words(SPEAKER), lang="fa"))


def test_files_with_such_text_are_valid_by_pdf_a_and_pdf_ua() -> None:
    data = made(*everywhere())
    for profile in (validator.ValidationProfile.PDF_UA_1, validator.ValidationProfile.PDF_A_2A):
        assert not validator.validate_pdf_bytes(data, profile=profile).failures


def test_all_of_it_is_heard_wherever_it_stands() -> None:
    text = heard(*everywhere())
    for words_ in (f"Heading {MAJLIS}", ARABIC, "حزب", "Likud (הליכוד)", HEBREW, SPEAKER, f"{MAJLIS} and more"):
        assert words_ in text


def test_the_same_bytes_each_time() -> None:
    assert made(*everywhere()) == made(*everywhere())


@pytest.fixture
def chinese_and_japanese(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Style:
    """Return a style whose fallbacks are two small fonts with the same characters, and one that is not installed."""
    package = f"fonts_in_{tmp_path.name.lower()}"
    (tmp_path / package).mkdir()
    (tmp_path / package / "__init__.py").touch()
    for name in ("Chinese", "Japanese", "JapaneseBold"):
        (tmp_path / package / f"{name}.otf").write_bytes(boxed("直外交部人说、。「」", name))
    monkeypatch.syspath_prepend(tmp_path)
    return house_style(
        fallback="  none: {family: None, package: no_such_package, upright: a.ttf}\n"
        f"  chinese: {{family: C, package: {package}, upright: Chinese.otf, languages: [zh]}}\n"
        f"  japanese: {{family: J, package: {package}, upright: Japanese.otf, upright_bold: JapaneseBold.otf,\n"
        "    languages: [ja, ko]}\n"
    )


def justified(style: Style) -> Style:
    """Return a style with its body text justified."""
    return style.model_copy(update={"looks": {**style.looks, "body": JUSTIFIED.looks["body"]}})


def test_a_fallback_made_for_a_language_comes_first_in_it(chinese_and_japanese: Style) -> None:
    def names(*inlines: Any) -> set[str]:
        return {name.partition("+")[2] for name in names_of(made(para(*inlines), style=chinese_and_japanese))}

    assert names("直") == {"Chinese-Regular-Identity-H"}
    assert names(Span(inlines=words("直"), lang="ja-JP")) == {"Japanese-Regular-Identity-H"}
    assert names(Span(inlines=words("直"), lang="zh-Hans")) == {"Chinese-Regular-Identity-H"}
    bold = para(Span(inlines=(Strong(inlines=words("直")),), lang="ja"))
    assert [b"JapaneseBold" in one for one in programs(made(bold, style=chinese_and_japanese))] == [True]


def test_lines_of_ideographs_end_between_them_but_not_before_closing_signs(chinese_and_japanese: Style) -> None:
    faces, look = Faces(chinese_and_japanese, "zh"), chinese_and_japanese.look("body")
    text = "外交部人说、「外交」。" * 12
    for width in range(60, 300, 7):
        found = text_flowable([Run(text, text_look(look, chinese_and_japanese))], look, faces).broken.lines(width)
        shown = ["".join(box.word.text for box in line.boxes) for line in found]
        assert "".join(shown) == text
        assert all(line[0] not in "、。」" and line[-1] != "「" for line in shown)


def test_justified_lines_of_ideographs_end_at_the_margin(chinese_and_japanese: Style) -> None:
    faces, look = Faces(chinese_and_japanese, "zh"), replace(chinese_and_japanese.look("body"), align="justify")
    text = "外交部人说、「外交」。" * 12 + "外交 said 外交部"
    flowable = text_flowable([Run(text, text_look(look, chinese_and_japanese))], look, faces)
    for width in range(150, 300, 7):
        fits = [fit(line, look, width) for line in flowable.broken.lines(width)]
        assert all(one.right == pytest.approx(width, abs=0.5) or one.right == 0 for one in fits[:-1])
    data = made(para(text), style=justified(chinese_and_japanese))
    assert "".join(lines_copied(data)) == text
