"""The sticking points: why talks are stuck, apart from what is told of each issue."""

from __future__ import annotations

from collections.abc import Iterator

from ..brief.models import Brief, StickingPoints
from ..document import Block
from ..languages import Words
from ..pieces.sticking import sticking_points
from . import HeadedOptions, prose, section

Options = HeadedOptions
"""The sticking points have no options but heading and lead-in."""


def build(brief: Brief, options: Options, words: Words) -> Iterator[Block]:
    """Return the sticking points and what frames them; nothing where there are none.

    A template that has this part sets `sticking_points: false` for the issues.
    """
    frame = brief.sticking_points or StickingPoints()
    source = frame.source if brief.sticking_points else brief.key_at("issues")
    blocks = (*prose(frame.intro), *sticking_points(brief, words), *prose(frame.closing))
    yield from section(frame.title, options, words.heading("sticking-points"), blocks, source)
