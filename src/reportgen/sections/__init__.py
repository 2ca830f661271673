"""Section builders: the parts of a memo, each made out of a brief.

A section builder is a module here, or a plug-in's in the entry-point group `reportgen.sections`, with

    Options                         a subclass of `SectionOptions`: what a template may set, and no more
    build(brief, options, words)    -> Iterator[Block]

It prints the author's prose as it is and invents nothing; where the brief has nothing for it, it yields nothing. Words
that it adds come from the template's options or from the language, never from its code. What several builders are made
of stands in `pieces/`, and can be had from here.
"""

from __future__ import annotations

from ..pieces.charts import chart
from ..pieces.exhibits import exhibits, figure, unshown
from ..pieces.facets import likely, when
from ..pieces.headed import HeadedOptions, SectionOptions, section
from ..pieces.inlines import Inlines, capital, fact, filled, hole, joined, missing, named, names, plain, titles
from ..pieces.own_sections import own_sections, own_sections_at
from ..pieces.paragraphs import bullets, in_a_line, item, leading_in, listed, prose, run_in, under_label
from ..pieces.sources import addressed, cited, described
from ..pieces.tables import cell, data_table, row, table

__all__ = [
    "HeadedOptions",
    "Inlines",
    "SectionOptions",
    "addressed",
    "bullets",
    "capital",
    "cell",
    "chart",
    "cited",
    "data_table",
    "described",
    "exhibits",
    "fact",
    "figure",
    "filled",
    "hole",
    "in_a_line",
    "item",
    "joined",
    "leading_in",
    "likely",
    "listed",
    "missing",
    "named",
    "names",
    "own_sections",
    "own_sections_at",
    "plain",
    "prose",
    "row",
    "run_in",
    "section",
    "table",
    "titles",
    "under_label",
    "unshown",
    "when",
]
