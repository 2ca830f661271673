"""What the tests of checks share."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import reportgen
from reportgen.diagnostics import Diagnostic


@pytest.fixture
def found(memo: Callable[..., reportgen.Memo]) -> Callable[..., list[Diagnostic]]:
    """Return what is found in a brief given as text before its files are made, which takes half of the time."""

    def check(text: str | bytes, template: str = "", **files: str | bytes) -> list[Diagnostic]:
        try:
            return list(memo(text, template, **files).diagnostics)
        except reportgen.BriefError as refused:
            return list(refused.diagnostics)

    return check
