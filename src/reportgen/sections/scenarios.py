"""The scenarios: how things may go, how likely that is, and how sure we are of it."""

from __future__ import annotations

from collections.abc import Iterator

from ..brief.models import Brief, Scenario, Scenarios
from ..document import Block, Chart, Section, Series
from ..languages import Words
from ..pieces.facets import span
from . import HeadedOptions, Inlines, fact, in_a_line, leading_in, likely, listed, plain, prose, section


class Options(HeadedOptions):
    """With `chart`, the likelihoods are drawn as well."""

    chart: bool = False
    """Whether the likelihoods are drawn as well."""


def build(brief: Brief, options: Options, words: Words) -> Iterator[Block]:
    """Return each scenario under its title; nothing where there are none."""
    given = brief.scenarios
    if given:
        alone = (plain(words.label("exclusive"), given.source),) if given.exclusive else ()
        blocks = (
            *leading_in(given.intro),
            *in_a_line(alone, given.source),
            *(_chart(given, brief, words) if options.chart else ()),
            *(_scenario(case, brief, words) for case in given.cases),
            *prose(given.closing),
        )
        yield from section(given.title, options, words.heading("scenarios"), blocks, given.source)


def _chart(given: Scenarios, brief: Brief, words: Words) -> Iterator[Chart]:
    """Return a bar for each scenario, between the bounds of its likelihood; nothing where none has a likelihood."""
    spans = [span(case.likelihood, brief) for case in given.cases]
    if not any(spans):
        return
    source, caption = given.key_at("cases"), words.caption("scenarios")
    told = ((case.title.text, likely(case.likelihood, brief, words) or words.not_stated) for case in given.cases)
    series = Series(
        name=words.label("likelihood"),
        values=tuple(one[0] if one and one[0] == one[1] else None for one in spans),
        low=tuple(one[0] if one and one[0] != one[1] else None for one in spans),
        high=tuple(one[1] if one and one[0] != one[1] else None for one in spans),
        source=source,
    )
    yield Chart(
        kind="bar",
        categories=tuple(case.title.text for case in given.cases),
        series=(series,),
        alt=f"{caption}: " + "; ".join(f"{title} – {likelihood}" for title, likelihood in told),
        unit="%",
        axis=(0.0, 100.0),
        caption=plain(caption, source),
        source=source,
    )


def _scenario(case: Scenario, brief: Brief, words: Words) -> Section:
    """Return a scenario: its likelihood, our confidence and its basis apart from it, the text, and its lists."""
    source = case.source
    likelihood = fact(words.label("likelihood"), likely(case.likelihood, brief, words), source)
    blocks = (
        *in_a_line(likelihood, source),
        *in_a_line(_confidence(case, words), source),
        *prose(case.text),
        *listed(words.label("drivers"), case.drivers, source),
        *listed(words.label("indicators"), case.indicators, source),
        *listed(words.label("consequences"), case.consequences, source),
    )
    return Section(heading=case.title.inlines, blocks=blocks, source=source)


def _confidence(case: Scenario, words: Words) -> Iterator[Inlines]:
    if case.confidence:
        source = case.confidence.source
        yield from fact(words.label("confidence"), words.value("confidence", case.confidence.level), source)
        yield from fact(words.label("basis"), case.confidence.basis, source)
