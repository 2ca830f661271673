"""Section builders: the parts of a memo, each made out of a brief.

A section builder is a module here, or a plug-in's in the entry-point group `reportgen.sections`, with

    Options                         a subclass of `SectionOptions`: what a template may set, and no more
    build(brief, options, words)    -> Iterator[Block]

It prints the author's prose as it is and invents nothing; where the brief has nothing for it, it yields nothing. Words
that it adds come from the template's options or from the language, never from its code. What several builders need
stands here: parts under a heading, facts behind their labels, lists and tables.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TypeAlias

from ..brief.models import Brief, Data, Likelihood, Line, Prose, Subsection, When, is_number, scale, units
from ..brief.models import Column as DataColumn
from ..diagnostics import Source
from ..document import (
    Align,
    Block,
    BulletList,
    Cell,
    Column,
    Inline,
    ListItem,
    Paragraph,
    Row,
    Section,
    Span,
    Strong,
    Table,
    Text,
)
from ..languages import Words, duration, worded
from ..located import Closed, Scalar

Inlines: TypeAlias = tuple[Inline, ...]


class SectionOptions(Closed):
    """What a template may set for a part; this one, nothing."""


class HeadedOptions(SectionOptions):
    """What a template may set for a part under a heading: the heading, and a sentence under it."""

    heading: Line | None = None
    lead_in: Line | None = None


def section(
    title: Line | None, options: HeadedOptions, word: str, blocks: Iterable[Block], source: Source
) -> Iterator[Section]:
    """Return blocks under the author's title, else the template's heading, else the language's word; nothing for none.

    The template's sentence stands first.
    """
    given = title or options.heading
    heading: Inlines = given.inlines if given else plain(word, source)
    content = tuple(blocks)
    if content or title:
        yield Section(heading=heading, blocks=(*_lead_in(options), *content), source=source)


def prose(text: Prose | None) -> tuple[Block, ...]:
    """Return the blocks of a text; none where there is no text."""
    return text.blocks if text else ()


def leading_in(text: Prose | None) -> Iterator[Block]:
    """Return the blocks of a text that leads in what follows, its last paragraph kept together with that."""
    blocks = prose(text)
    yield from blocks[:-1]
    for block in blocks[-1:]:
        yield replace(block, role="lead-in") if isinstance(block, Paragraph) and block.role == "body" else block


def _lead_in(options: HeadedOptions) -> Iterator[Block]:
    if options.lead_in:
        yield Paragraph(inlines=options.lead_in.inlines, role="lead-in", source=options.lead_in.source)


def plain(text: str, source: Source) -> Inlines:
    """Return words of the language or of a vocabulary as inlines."""
    return (Text(text=text, source=source),)


def missing(words: Words, source: Source) -> Inlines:
    """Return the words that say aloud that something is not stated."""
    return (Span(inlines=plain(words.not_stated, source), role="missing", source=source),)


def joined(parts: Iterable[Inlines], separator: str, source: Source) -> Inlines:
    """Return several pieces of text as one, a separator between them; the empty text for none."""
    inlines: list[Inline] = []
    for part in parts:
        inlines.extend(plain(separator, source) if inlines else ())
        inlines.extend(part)
    return tuple(inlines)


def fact(label: str, value: Line | Inlines | str | None, source: Source) -> Iterator[Inlines]:
    """Return a value behind its label, such as `Owner: the desk`; nothing where there is no value."""
    if value:
        inlines = (
            value.inlines if isinstance(value, Line) else plain(value, source) if isinstance(value, str) else value
        )
        yield (*plain(f"{label}: ", source), *inlines)


def in_a_line(facts: Iterable[Inlines], source: Source) -> Iterator[Paragraph]:
    """Return facts one after the other as a paragraph, parted by semicolons; nothing for none."""
    inlines = joined(facts, "; ", source)
    if inlines:
        yield Paragraph(inlines=inlines, source=source)


def run_in(title: Inlines, blocks: tuple[Block, ...], source: Source, end: str = ".") -> Iterator[Block]:
    """Return a text that begins with its title in bold, or under it where it begins with no paragraph.

    Nothing where there is no text.
    """
    if not blocks:
        return
    bold = Strong(inlines=(*title, *plain(end, source)), source=source)
    first = blocks[0]
    if isinstance(first, Paragraph) and first.role == "body":
        yield replace(first, inlines=(bold, *plain(" ", source), *first.inlines))
        yield from blocks[1:]
    else:
        yield Paragraph(inlines=(bold,), role="lead-in", source=source)
        yield from blocks


def under_label(label: str, text: Prose | Line | None, source: Source) -> Iterator[Block]:
    """Return a text that begins with its label in bold; nothing where there is no text."""
    blocks: tuple[Block, ...] = ()
    if isinstance(text, Line):
        blocks = (Paragraph(inlines=text.inlines, source=text.source),)
    yield from run_in(plain(label, source), blocks or prose(text if isinstance(text, Prose) else None), source, ":")


def bullets(items: Iterable[ListItem], source: Source) -> Iterator[BulletList]:
    """Return a list of items; nothing for none."""
    kept = tuple(items)
    if kept:
        yield BulletList(items=kept, source=source)


def item(inlines: Inlines, source: Source, *below: Block) -> ListItem:
    """Return an item of a list: a paragraph, and blocks under it."""
    return ListItem(blocks=(Paragraph(inlines=inlines, source=source), *below), source=source)


def listed(label: str, lines: tuple[Line, ...], source: Source) -> Iterator[Block]:
    """Return lines as a list under their label, one alone behind it; nothing for none."""
    if len(lines) > 1:
        bold = Strong(inlines=plain(f"{label}:", source), source=source)
        yield Paragraph(inlines=(bold,), role="lead-in", source=source)
        yield from bullets((item(line.inlines, line.source) for line in lines), source)
    else:
        yield from under_label(label, lines[0] if lines else None, source)


def names(brief: Brief, actors: Iterable[Scalar], source: Source) -> Inlines:
    """Return the names of actors, by their ids, with commas between them."""
    return joined((brief.actors[actor].name.inlines for actor in actors), ", ", source)


def titles(brief: Brief, issues: Iterable[Scalar], source: Source) -> Inlines:
    """Return the titles of issues, by their ids, with commas between them."""
    known = {issue.id: issue.title.inlines for issue in brief.issues}
    return joined((known[issue] for issue in issues), ", ", source)


def cited(brief: Brief, sources: Iterable[Scalar], words: Words, source: Source) -> Iterator[Inlines]:
    """Return where something is said, as a fact; nothing where no source is named."""
    told = (brief.sources[key].citation for key in sources)
    yield from fact(words.label("sources"), joined((line.inlines for line in told if line), "; ", source), source)


def when(date: When | None, brief: Brief, words: Words) -> Inlines:
    """Return a date, or a time after an event, in words; nothing where it is open."""
    if date is None or not (date.date or date.relative):
        return ()
    if date.date:
        return plain(worded(date.date, words), date.source)
    assert date.relative
    relative, source = date.relative, date.source
    time = duration({unit: number for unit, number in units(relative.offset).items() if number}, words)
    pattern = getattr(words.patterns, f"{relative.bound}_{'time' if time else 'event'}")
    before, _, after = str(pattern).format(time=time, event="\0").partition("\0")
    events = brief.timeline.events if brief.timeline else ()
    event = next(event.event.inlines for event in events if event.id == relative.anchor)
    return (*plain(before, source), *event, *(plain(after, source) if after else ()))


def likely(likelihood: Likelihood | None, brief: Brief, words: Words) -> str:
    """Return a likelihood as its word and percent: those given, else those of the word's band; empty without one."""
    if likelihood is None:
        return ""
    band = scale(likelihood.scale or brief.likelihood_scale).band(likelihood.word) if likelihood.word else None
    low, high = likelihood.percent or ((band.low, band.high) if band else (0.0, 0.0))
    pattern = words.patterns.percent if low == high else words.patterns.percent_span
    percent = pattern.format(percent=f"{low:g}", low=f"{low:g}", high=f"{high:g}")
    return f"{likelihood.word} ({percent})" if likelihood.word else percent


def cell(inlines: Inlines, source: Source, *below: Block, header: bool = False) -> Cell:
    """Return a cell of a table: a paragraph if there are words for it, and blocks under it."""
    first = (Paragraph(inlines=inlines, source=source),) if inlines or not below else ()
    return Cell(blocks=(*first, *below), header=header, source=source)


def table(
    heads: Iterable[str | Inlines], rows: Iterable[Row], shares: Iterable[float], source: Source
) -> Iterator[Table]:
    """Return a table with headings over its columns, whose shares of the width are given; nothing without a row."""
    body = tuple(rows)
    if body:
        named = (plain(head, source) if isinstance(head, str) else head for head in heads)
        head = Row(cells=tuple(cell(name, source, header=True) for name in named), source=source)
        yield Table(columns=tuple(Column(share=share) for share in shares), head=(head,), body=body, source=source)


def row(source: Source, *cells: Cell) -> Row:
    """Return a row of a table."""
    return Row(cells=cells, source=source)


def data_table(data: Data, brief: Brief, words: Words) -> Iterator[Block]:
    """Return a table of the author's under its title, with notes and sources below; nothing without a row."""
    heads = [_head(column) for column in data.columns]
    rows = [
        Row(cells=tuple(cell(one.inlines if one else (), data.source) for one in values), source=data.source)
        for values in data.rows
    ]
    for made in table(heads, rows, (1.0 for _ in heads), data.source):
        columns = tuple(Column(align=_align(data, at)) for at in range(len(heads)))
        yield replace(made, columns=columns, caption=data.title.inlines if data.title else ())
    below = ((data.notes.inlines,) if data.notes else (), cited(brief, data.sources, words, data.source))
    for facts in below:
        yield from in_a_line(facts, data.source)


def _head(column: DataColumn) -> Inlines:
    """Return a column's heading: its title, else its key, and what its values are counted in."""
    title = column.title.inlines if column.title else plain(column.name, column.source)
    return (
        (*title, *plain(" (", column.source), *column.unit.inlines, *plain(")", column.source))
        if column.unit
        else title
    )


def _align(data: Data, at: int) -> Align:
    """Return how a column is aligned: as the author says, else numbers at their ends, names and text on the left."""
    values = [values[at] for values in data.rows if at]
    numbers = all(value is None or is_number(value.text) for value in values)
    return data.columns[at].align or ("right" if numbers and any(values) else "left")


def own_sections(sections: Iterable[Subsection]) -> Iterator[Section]:
    """Return sections of the author's own, and those under them."""
    for free in sections:
        below = tuple(own_sections(free.sections))
        yield Section(heading=free.title.inlines, blocks=(*prose(free.text), *below), source=free.source)


def own_sections_at(brief: Brief, side: str, part: str) -> Iterator[Section]:
    """Return the author's sections that stand before or after a part of the memo; nothing where there are none."""
    yield from own_sections(free for free in brief.sections if getattr(free, side) == part)
