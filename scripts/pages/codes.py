"""The page on the diagnostic codes, out of their explanations."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.resources import files

from reportgen.cli.report.explanations import SUFFIX, explanations

FOLDER = files("reportgen").joinpath("data", "codes")

CODES = """\
# Diagnostic codes

Every finding ends in its code in brackets. `reportgen explain CODE` prints what stands here. The examples of briefs,
templates, styles and languages are run by the tests: each wrong one gives its code, each right one gives no error. One
of a style or language shows some of its keys; the others are those of the built-in `house` and `en`.

| code | what it stands for |
|---|---|
"""


def page() -> str:
    """Return the page."""
    return "".join((CODES, *_rows(), *_sections()))


def _rows() -> Iterator[str]:
    for code in _codes():
        yield f"| [`{code}`](#{code}) | {explanations()[code].summary} |\n"


def _sections() -> Iterator[str]:
    """Return each explanation as it is written, under its code, with the names of files above their snippets."""
    for code in _codes():
        text = FOLDER.joinpath(code + SUFFIX).read_text(encoding="utf-8")
        summary, _, rest = text.removeprefix("# ").partition("\n")
        rest = re.sub(r"^## (Wrong|Right)$", r"**\1**", rest, flags=re.M)
        rest = re.sub(r"^(`{3,}\w+) (.+)$", r"In `\2`:\n\n\1", rest, flags=re.M)
        yield f"\n## `{code}`\n\n{summary[0].upper()}{summary[1:]}.\n{rest}"


def _codes() -> list[str]:
    """Return our own codes, whatever plug-ins are installed."""
    return sorted(file.name.removesuffix(SUFFIX) for file in FOLDER.iterdir())
