"""Dates of which only part is known: what they may mean, and how each language words them."""

from __future__ import annotations

import datetime

import pytest

from reportgen.edtf import edtf
from reportgen.languages import Words, duration, worded
from reportgen.located import load, validate
from reportgen.workspace import BUILT_IN, Workspace


def words(tag: str) -> Words:
    workspace = Workspace(files={})
    return validate(load(f"{BUILT_IN}languages/{tag}.yaml", workspace), Words, workspace)


@pytest.mark.parametrize(
    ("written", "earliest", "latest", "en", "uk"),
    [
        ("2026-11-22", "2026-11-22", "2026-11-22", "22 November 2026", "22 листопада 2026 року"),
        ("2026-11", "2026-11-01", "2026-11-30", "November 2026", "листопад 2026 року"),
        ("2024-02", "2024-02-01", "2024-02-29", "February 2024", "лютий 2024 року"),
        ("2014", "2014-01-01", "2014-12-31", "2014", "2014"),
        ("2014~", "2014-01-01", "2014-12-31", "about 2014", "приблизно 2014"),
        ("2014?", "2014-01-01", "2014-12-31", "2014 (uncertain)", "2014 (непевно)"),
        ("2014%", "2014-01-01", "2014-12-31", "about 2014 (uncertain)", "приблизно 2014 (непевно)"),
        ("2025-XX", "2025-01-01", "2025-12-31", "2025", "2025"),
        ("2025-03-XX", "2025-03-01", "2025-03-31", "March 2025", "березень 2025 року"),
        ("199X", "1990-01-01", "1999-12-31", "1990s", "1990-ті роки"),
        ("2026-21", "2026-03-01", "2026-05-31", "spring 2026", "весна 2026 року"),
        ("2026-24", "2026-12-01", "2027-02-28", "winter 2026", "зима 2026 року"),
        ("2014/2016", "2014-01-01", "2016-12-31", "2014 to 2016", "2014 – 2016"),
        ("2014~/..", "2014-01-01", "9999-12-31", "since about 2014", "від: приблизно 2014"),
        ("../2015", "0001-01-01", "2015-12-31", "until 2015", "до: 2015"),
    ],
)
def test_a_date_is_read_and_worded(written: str, earliest: str, latest: str, en: str, uk: str) -> None:
    date = edtf(written)
    assert (date.earliest, date.latest) == tuple(map(datetime.date.fromisoformat, (earliest, latest)))
    assert (worded(date, words("en")), worded(date, words("uk"))) == (en, uk)


@pytest.mark.parametrize(
    "written",
    [
        "",
        "..",
        "../..",
        "/",
        "2026-13",
        "2026-02-30",
        "2026-1",
        "26",
        "2014~~",
        "2016/2014",
        "2026-21-03",
        "20XX",
        "May",
    ],
)
def test_what_is_no_date_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        edtf(written)


@pytest.mark.parametrize(
    ("units", "en", "uk"),
    [
        ({"days": 1}, "1 day", "1 день"),
        ({"days": 3}, "3 days", "3 дні"),
        ({"days": 14}, "14 days", "14 днів"),
        ({"years": 1, "months": 6}, "1 year 6 months", "1 рік 6 місяців"),
        ({}, "", ""),
    ],
)
def test_lengths_of_time_have_the_plural_forms_of_the_language(units: dict[str, int], en: str, uk: str) -> None:
    assert (duration(units, words("en")), duration(units, words("uk"))) == (en, uk)


def test_a_language_that_nobody_knows_counts_in_english() -> None:
    assert duration({"weeks": 2}, words("en").model_copy(update={"tag": "qqq"})) == "2 weeks"
