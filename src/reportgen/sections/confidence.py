"""Likelihood and confidence: what the words of likelihood in the memo mean, and on what ground its judgements stand."""

from __future__ import annotations

from collections.abc import Iterator

from ..brief.models import Brief, Scale, scale
from ..document import Block, ListItem, Paragraph, Row
from ..languages import Words
from ..pieces.facets import spanned
from . import HeadedOptions, bullets, cell, item, plain, row, section, table


class Options(HeadedOptions):
    """Whether our confidence in each scenario follows the key, with its basis."""

    basis: bool = True
    """Whether our confidence in each scenario follows the key."""


def build(brief: Brief, options: Options, words: Words) -> Iterator[Block]:
    """Return a key for the words used of each scale, then how sure we are of what; nothing where there is neither."""
    source = brief.key_at("scenarios" if brief.scenarios else "outcomes")
    bases = _bases(brief, words) if options.basis else ()
    blocks = (*_keys(brief, words), *bullets(bases, source))
    yield from section(None, options, words.heading("confidence"), blocks, source)


def _keys(brief: Brief, words: Words) -> Iterator[Block]:
    """Return a table for each scale of which a word is used, under the scale's own name."""
    used: dict[str, list[str]] = {}
    for one in brief.likelihoods:
        if one.word:
            used.setdefault(one.scale or brief.likelihood_scale, []).append(one.word.lower())
    source = brief.key_at("likelihood_scale")
    for name, found in used.items():
        of = scale(name)
        yield Paragraph(inlines=plain(of.title, source), role="lead-in", source=source)
        heads = (words.label("likelihood"), words.label("percent"))
        yield from table(heads, _rows(of, found, brief, words), (2.0, 1.0), source)


def _rows(of: Scale, used: list[str], brief: Brief, words: Words) -> Iterator[Row]:
    """Return a row for each band with a word that is used, from the least likely to the most."""
    source = brief.key_at("likelihood_scale")
    for band in of.bands:
        said = [word for word in band.words if word in used]
        if said:
            percent = plain(spanned(band.low, band.high, words), source)
            yield row(source, cell(plain(", ".join(said), source), source, header=True), cell(percent, source))


def _bases(brief: Brief, words: Words) -> Iterator[ListItem]:
    """Return how sure we are of each scenario, and why, as far as that is said."""
    for case in brief.scenarios.cases if brief.scenarios else ():
        if case.confidence:
            source = case.confidence.source
            level = words.value("confidence", case.confidence.level)
            basis = case.confidence.basis
            said = (*plain(" – ", source), *basis.inlines) if basis else ()
            yield item((*case.title.inlines, *plain(f": {level}", source), *said), source)
