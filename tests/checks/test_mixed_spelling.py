"""Two spellings of the author's own, and words that section builders add."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reportgen.diagnostics import Diagnostic

Found = Callable[..., list[Diagnostic]]

HEAD = "title: A\ndate: 2026-01-01\nto: X\nfrom: Y\n"


def told(found: list[Diagnostic]) -> list[str]:
    """Return what the findings of the check name first."""
    return [one.message.split("'")[1] for one in found if one.code == "mixed-spelling"]


@pytest.mark.parametrize("spelling", ["", "spelling: us\n"])
def test_words_that_builders_add_are_not_the_author_s(found: Found, memo: Callable[..., object], spelling: str) -> None:
    brief = f"{HEAD}{spelling}timeline: [{{event: Talks, status: cancelled}}]\nconclusion: They labor.\n"
    files = {"templates/t.yaml": "name: t\nsummary: s\nsections: [header, timeline, conclusion]\n"}
    assert "cancelled" in str(memo(brief, "t", **files))
    assert told(found(brief, "t", **files)) == []


def test_lists_tables_and_headings_are_the_author_s(found: Found) -> None:
    text = "They favor it.\n\n  - a center\n\n  | A colour |\n  |---|\n  | A favorite |"
    [one] = [one for one in found(f"{HEAD}conclusion: |\n  {text}\n") if one.code == "mixed-spelling"]
    assert one.message == "two spellings in one memo: 'colour' beside 'favor', 'center', 'favorite'"


def test_only_words_at_odds_are_named(found: Found) -> None:
    text = "They recognize it, favour it and harbor it; a catalogue."
    [one] = [one for one in found(f"{HEAD}conclusion: {text}\n") if one.code == "mixed-spelling"]
    assert one.message == "two spellings in one memo: 'harbor' beside 'favour'"
