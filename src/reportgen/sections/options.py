"""The options: what can be done, what speaks for and against each, and how they compare."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from ..brief.models import Brief, Course, Criterion, Line, OptionRisk, Prose
from ..brief.models import Options as Given
from ..document import Block, Cell, ListItem, Paragraph, Section
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

Facet = Literal["text", "pros", "cons", "risks", "cost", "legal", "feasibility"]


class Options(HeadedOptions):
    """How options are told: at length or in a table by facets; a table of scores by the criteria follows."""

    form: Literal["sections", "table"] = "sections"
    """At length, or in a table."""
    facets: tuple[Facet, ...] = ("text", "pros", "cons", "risks", "cost")
    """What has a column in the table, where some option has it."""


def build(brief: Brief, options: Options, words: Words) -> Iterator[Block]:
    """Return the options and a table that compares them; nothing where there are none."""
    given = brief.options
    if given:
        at_length = given.courses if options.form == "sections" else ()
        told = (made for course in at_length for made in _course(course, given, words))
        blocks = (*leading_in(given.intro), *told, *_compared(given, options, words), *prose(given.closing))
        yield from section(given.title, options, words.heading("options"), blocks, given.source)


def _course(course: Course, given: Given, words: Words) -> Iterator[Section]:
    """Return what is told of an option under its title; nothing where the table alone says something of it."""
    source = course.source
    blocks = (
        *_marks(course, words),
        *prose(course.text),
        *listed(words.label("pros"), course.pros, source),
        *listed(words.label("cons"), course.cons, source),
        *bullets((_risk(risk, words, f"{words.label('risk')}: ") for risk in course.risks), source),
        *(block for key in ("cost", "legal", "feasibility") for block in _point(course, key, words)),
    )
    if blocks or not _is_scored(given):
        yield Section(heading=course.title.inlines, blocks=blocks, id=course.id or "", source=source)


def _is_scored(given: Given) -> bool:
    return bool(given.criteria) and any(course.scores for course in given.courses)


def _marks(course: Course, words: Words) -> Iterator[Paragraph]:
    """Return in words that an option is the preferred one, or is to do nothing; nothing for others."""
    marks = [key for key in ("recommended", "do_nothing") if getattr(course, key)]
    yield from in_a_line((plain(words.label(mark), course.source) for mark in marks), course.source)


def _point(course: Course, key: str, words: Words) -> Iterator[Block]:
    yield from under_label(words.label(key), getattr(course, key), course.source)


def _risk(risk: OptionRisk, words: Words, label: str = "") -> ListItem:
    """Return a risk with how likely and how grave it is, and what is done about it."""
    source = risk.source
    facts = (
        *fact(words.label("likelihood"), words.value("rating", risk.likelihood), source),
        *fact(words.label("impact"), words.value("rating", risk.impact), source),
        *fact(words.label("mitigation"), risk.mitigation, source),
    )
    return item((*(plain(label, source) if label else ()), *risk.text.inlines), source, *in_a_line(facts, source))


def _compared(given: Given, options: Options, words: Words) -> Iterator[Block]:
    """Return a table of facets, if options are told so, and one of scores, if there are any: a row for each option."""
    facets = [one for one in options.facets if any(getattr(course, one) for course in given.courses)]
    if options.form == "table" and (facets or not _is_scored(given)):
        rows = (
            row(course.source, _title(course, words), *(_facet(course, facet, words) for facet in facets))
            for course in given.courses
        )
        heads = (words.label("option"), *map(words.label, facets))
        yield from table(heads, rows, (1.3, *(1.4 for _ in facets)), given.source)
    if _is_scored(given):
        titles: tuple[str | Inlines, ...] = (words.label("option"), *(_criterion(one, words) for one in given.criteria))
        scores = (row(course.source, _title(course, words), *_scores(course, given, words)) for course in given.courses)
        yield from table(titles, scores, (1.6, *(1.0 for _ in given.criteria)), given.source)


def _criterion(criterion: Criterion, words: Words) -> Inlines:
    if criterion.weight is None:
        return criterion.title.inlines
    weight = f" ({words.label('weight').lower()}: {criterion.weight:g})"
    return (*criterion.title.inlines, *plain(weight, criterion.source))


def _title(course: Course, words: Words) -> Cell:
    """Return the cell that names an option: the preferred one, and to do nothing, said in words."""
    named = cell(course.title.inlines, course.source, *_marks(course, words), header=True)
    return replace(named, tone="good" if course.recommended else "plain")


def _scores(course: Course, given: Given, words: Words) -> Iterator[Cell]:
    for criterion in given.criteria:
        score = course.scores.get(criterion.id) if criterion.id else None
        yield cell(score.inlines if score else missing(words, course.source), course.source)


def _facet(course: Course, facet: Facet, words: Words) -> Cell:
    """Return what an option has of a facet: a line as it is, several as a list, nothing said aloud."""
    value: Line | Prose | tuple[Line, ...] | tuple[OptionRisk, ...] | None = getattr(course, facet)
    source = course.source
    if isinstance(value, Line):
        return cell(value.inlines, value.source)
    if isinstance(value, Prose):
        return cell((), value.source, *value.blocks)
    items = [_risk(one, words) if isinstance(one, OptionRisk) else item(one.inlines, one.source) for one in value or ()]
    if len(items) == 1:
        return Cell(blocks=items[0].blocks, source=source)
    return cell((), source, *bullets(items, source)) if items else cell(missing(words, source), source)
