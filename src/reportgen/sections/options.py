"""The options: what speaks for and against each, and how they compare by the criteria."""

from __future__ import annotations

from collections.abc import Iterator

from ..brief.models import Brief, Course, Criterion, OptionRisk
from ..brief.models import Options as Given
from ..document import Block, ListItem, Row, Section
from ..languages import Words
from . import (
    HeadedOptions,
    Inlines,
    bullets,
    cell,
    fact,
    in_a_line,
    item,
    leading_in,
    listed,
    missing,
    plain,
    prose,
    row,
    section,
    table,
    under_label,
)


class Options(HeadedOptions):
    """The options have no options but heading and lead-in."""


def build(brief: Brief, options: Options, words: Words) -> Iterator[Block]:
    """Return each option under its title, then a table that compares them; nothing where there are none."""
    given = brief.options
    if given:
        blocks = (
            *leading_in(given.intro),
            *(_course(course, words) for course in given.courses),
            *_compared(given, words),
            *prose(given.closing),
        )
        yield from section(given.title, options, words.heading("options"), blocks, given.source)


def _course(course: Course, words: Words) -> Section:
    source = course.source
    marks = [key for key in ("recommended", "do_nothing") if getattr(course, key)]
    blocks = (
        *in_a_line((plain(words.label(mark), source) for mark in marks), source),
        *prose(course.text),
        *listed(words.label("pros"), course.pros, source),
        *listed(words.label("cons"), course.cons, source),
        *bullets((_risk(risk, words) for risk in course.risks), source),
        *(block for key in ("cost", "legal", "feasibility") for block in _point(course, key, words)),
    )
    return Section(heading=course.title.inlines, blocks=blocks, id=course.id or "", source=source)


def _point(course: Course, key: str, words: Words) -> Iterator[Block]:
    yield from under_label(words.label(key), getattr(course, key), course.source)


def _risk(risk: OptionRisk, words: Words) -> ListItem:
    """Return a risk with how likely and how grave it is, and what is done about it."""
    source = risk.source
    facts = (
        *fact(words.label("likelihood"), words.value("rating", risk.likelihood), source),
        *fact(words.label("impact"), words.value("rating", risk.impact), source),
        *fact(words.label("mitigation"), risk.mitigation, source),
    )
    label = plain(f"{words.label('risk')}: ", source)
    return item((*label, *risk.text.inlines), source, *in_a_line(facts, source))


def _compared(given: Given, words: Words) -> Iterator[Block]:
    """Return a row for each criterion and a column for each option; nothing where no option is scored."""
    courses = [course for course in given.courses if course.scores]
    if courses:
        heads: tuple[str | Inlines, ...] = (words.label("option"), *(course.title.inlines for course in courses))
        rows = (_row(criterion, courses, words) for criterion in given.criteria)
        yield from table(heads, rows, (1.2, *(1.0 for _ in courses)), given.source)


def _row(criterion: Criterion, courses: list[Course], words: Words) -> Row:
    source, title = criterion.source, criterion.title.inlines
    if criterion.weight is not None:
        title = (*title, *plain(f" ({words.label('weight').lower()}: {criterion.weight:g})", source))
    scores = (course.scores.get(criterion.id) if criterion.id else None for course in courses)
    cells = (cell(score.inlines if score else missing(words, source), source) for score in scores)
    return row(source, cell(title, source, header=True), *cells)
