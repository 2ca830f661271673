"""The colours of charts: told apart in grey print, and by readers who are blind to red and green."""

from __future__ import annotations

from itertools import combinations, pairwise
from pathlib import Path

import pytest

import reportgen
from reportgen.diagnostics import NOWHERE
from reportgen.located import Scalar, overlaid, validate
from reportgen.shelves import STYLES, find_chain
from reportgen.style import Style
from reportgen.workspace import Workspace

NAMES = sorted(path.stem for path in (Path(str(reportgen.__file__)).parent / "data" / "styles").glob("*.yaml"))

DEUTERANOPIA = ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881))
"""What a linear colour looks like without green cones (Machado, Oliveira and Fernandes 2009, severity 1)."""

LEAST_LIGHTER = 12.0
"""How much lighter each colour is than the one before, in L* (CIE 1976)."""

LEAST_APART = 20.0
"""How far apart two colours are, in delta E*ab (CIE 1976)."""


def colours(name: str) -> list[tuple[float, float, float]]:
    """Return the colours of a style's charts as linear red, green and blue."""
    workspace = Workspace(files={})
    style = validate(overlaid(find_chain(STYLES, Scalar(name), NOWHERE, workspace, ())), Style, workspace)
    return [linear(style.colour(colour)) for colour in style.chart.colours]


def linear(digits: str) -> tuple[float, float, float]:
    parts = (int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return red, green, blue


def lab(red: float, green: float, blue: float) -> tuple[float, float, float]:
    x = 0.4124 * red + 0.3576 * green + 0.1805 * blue
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = 0.0193 * red + 0.1192 * green + 0.9505 * blue
    roots = [part ** (1 / 3) if part > 0.008856 else 7.787 * part + 16 / 116 for part in (x / 0.9505, y, z / 1.089)]
    return 116 * roots[1] - 16, 500 * (roots[0] - roots[1]), 200 * (roots[1] - roots[2])


@pytest.mark.parametrize("name", NAMES)
def test_each_colour_is_lighter_than_the_one_before(name: str) -> None:
    lightness = [lab(*colour)[0] for colour in colours(name)]
    assert min(after - before for before, after in pairwise(lightness)) >= LEAST_LIGHTER


@pytest.mark.parametrize("name", NAMES)
def test_colours_differ_for_those_who_see_no_green(name: str) -> None:
    seen = [
        lab(*(min(max(sum(part * one for part, one in zip(row, colour, strict=True)), 0), 1) for row in DEUTERANOPIA))
        for colour in colours(name)
    ]
    for one, other in combinations(seen, 2):
        assert sum((a - b) ** 2 for a, b in zip(one, other, strict=True)) ** 0.5 >= LEAST_APART
