"""The handling: how the matter is presented, what may be said in public, and what if somebody asks."""

from __future__ import annotations

from collections.abc import Iterator

from ..brief.models import Brief, Question
from ..document import Block, Paragraph, Strong
from ..languages import Words
from . import HeadedOptions, listed, plain, prose, section

Options = HeadedOptions
"""The handling has no options but heading and lead-in."""


def build(brief: Brief, options: Options, words: Words) -> Iterator[Block]:
    """Return presentation, press lines, and questions with their answers; nothing where the brief has none of them."""
    handling = brief.handling
    if handling:
        blocks = (
            *prose(handling.presentation),
            *listed(words.label("press_lines"), handling.press_lines, handling.key_at("press_lines")),
            *_questions(handling.questions, words),
            *prose(handling.closing),
        )
        yield from section(handling.title, options, words.heading("handling"), blocks, handling.source)


def _questions(questions: tuple[Question, ...], words: Words) -> Iterator[Block]:
    """Return each question in bold with its answer below, under one label; nothing for none."""
    for at, one in enumerate(questions):
        if at == 0:
            label = Strong(inlines=plain(f"{words.label('questions')}:", one.source), source=one.source)
            yield Paragraph(inlines=(label,), role="lead-in", source=one.source)
        bold = Strong(inlines=one.question.inlines, source=one.question.source)
        yield Paragraph(inlines=(bold,), role="lead-in", source=one.source)
        yield from one.answer.blocks
