"""The languages that come along: whole, in their own letters, and known to every template."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

import reportgen
from reportgen.edtf import edtf
from reportgen.languages import Words
from reportgen.languages.dates import duration, worded
from reportgen.located import load, validate
from reportgen.workspace import Workspace

DATA = Path(reportgen.__file__).parent / "data"
LANGUAGES = sorted(path.stem for path in (DATA / "languages").glob("*.yaml"))
TEMPLATES = sorted(path.stem for path in (DATA / "templates").glob("*.yaml"))


def words_of(language: str) -> Words:
    workspace = Workspace()
    return validate(load(f"reportgen:languages/{language}.yaml", workspace), Words, workspace)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("template", TEMPLATES)
def test_every_template_has_its_sentences_in_every_language(
    language: str, template: str, found: Callable[..., list[reportgen.diagnostics.Diagnostic]]
) -> None:
    codes = {one.code for one in found(f"title: T\nlanguage: {language}\n", template)}
    assert codes <= {"open-hole", "length-limit"}


@pytest.mark.parametrize("language", [one for one in LANGUAGES if one != "en"])
def test_nothing_is_left_in_english(language: str) -> None:
    words = words_of(language)
    printed = [*words.headings.values(), *words.captions.values(), *words.labels.values(), words.draft_mark]
    printed += [word for vocabulary in words.values.values() for word in vocabulary.values()]
    printed += [re.sub(r"\{\w+\}", "", pattern) for _, pattern in words.patterns]
    assert [text for text in printed if re.search("[A-Za-z]", text)] == []


@pytest.mark.parametrize(
    ("language", "direction", "date", "month", "weeks"),
    [
        ("en", "ltr", "12 May 2026", "May 2026", "3 weeks"),
        ("he", "rtl", "12 במאי 2026", "מאי 2026", "3 שבועות"),
        ("fa", "rtl", "12 مه 2026", "مه 2026", "3 هفته"),
        ("ar", "rtl", "12 مايو 2026", "مايو 2026", "3 أسابيع"),
    ],
)
def test_dates_and_directions(language: str, direction: str, date: str, month: str, weeks: str) -> None:
    words = words_of(language)
    assert words.direction == direction
    assert worded(edtf("2026-05-12"), words) == date
    assert worded(edtf("2026-05"), words) == month
    assert re.sub("[\u200e\u200f]", "", duration({"weeks": 3}, words)) == weeks
