"""What stands along the edges of pages, in both formats alike: the style's words, their fields filled in."""

from __future__ import annotations

import io
from collections.abc import Callable

import docx
import pypdfium2
import pytest

import reportgen
from reportgen.diagnostics import BriefError

Memo = Callable[..., reportgen.Memo]

BRIEF = (
    "title: A title\nto: X\nfrom: {name: The desk}\ndate: 2026-11-22\nstyle: mine\nstatus: final\n"
    'summary: S.\nsections: [{title: One, text: \'{{ 40 * "Words upon words. " }}\n\n  {{ 900 * "More. " }}\'}]\n'
)


def edges(memo: Memo, lines: str, brief: str = BRIEF) -> tuple[list[str], list[str]]:
    """Return the foot of the second page in each format, the tabs of the one as the blanks of the other."""
    made = memo(brief, **{"styles/mine.yaml": f"extends: house\n{lines}\n"})
    section = docx.Document(io.BytesIO(reportgen.write(made, "docx").data)).sections[0]
    page = pypdfium2.PdfDocument(reportgen.write(made, "pdf").data)[1]
    shown = page.get_textpage().get_text_bounded(0, 0, 1000, 60)
    return section.footer.paragraphs[0].text.split(), shown.split()


@pytest.mark.parametrize(
    ("others", "words"),
    [
        ("{center: '{page_number}'}", "Page {page} of"),
        ("{left: '{author}, {date}', center: []}", "The desk, 22 November 2026"),
        ("{left: ['{reference}', '{title}'], center: '{page}'}", "A title {page}"),
        ("{left: 'No. {reference}', center: '{status}'}", "Final"),
        ("{right: '{{x}}', center: []}", "{{x}}"),
    ],
)
def test_fields_are_filled_in_and_empty_texts_left_away(memo: Memo, others: str, words: str) -> None:
    in_docx, in_pdf = edges(memo, f"footer: {{others: {others}}}")
    told = words.replace("{{", "{").replace("}}", "}")
    assert " ".join(in_docx).startswith(told.replace("{page}", "1"))
    assert " ".join(in_pdf).startswith(told.replace("{page}", "2"))


@pytest.mark.parametrize("style", ["footer: {others: {center: []}}", "footer: {others: {right: 'R', left: 'L'}}"])
def test_the_marking_stands_at_the_right_whatever_the_style_says(memo: Memo, style: str) -> None:
    in_docx, in_pdf = edges(memo, style, BRIEF + "markings: {tlp: GREEN}\n")
    assert (in_docx[-1], in_pdf[-1]) == ("TLP:GREEN", "TLP:GREEN")


@pytest.mark.parametrize(
    ("text", "code", "hint"),
    [
        ("{titel}", "unknown-value", "did you mean 'title'?"),
        ("{title", "bad-pattern", "write {{ and }} for braces that are printed"),
        ("{title!r:>4}", "unknown-value", ""),
    ],
)
def test_a_field_that_there_is_not_is_refused(memo: Memo, text: str, code: str, hint: str) -> None:
    with pytest.raises(BriefError) as refused:
        memo(BRIEF, **{"styles/mine.yaml": f"extends: house\nfooter: {{others: {{left: '{text}'}}}}\n"})
    found = refused.value.diagnostics[0]
    assert (found.code, found.source.file, found.source.line) == (code, "styles/mine.yaml", 2)
    assert hint in found.hint
