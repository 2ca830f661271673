"""Facets in words: dates that may hang on an event, and how likely something is."""

from __future__ import annotations

from ..brief.models import Brief, Likelihood, When, scale, units
from ..languages import Words, duration, worded
from .inlines import Inlines, filled, plain


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
    events = brief.timeline.events if brief.timeline else ()
    event = next(event.event.inlines for event in events if event.id == relative.anchor)
    return filled(pattern, source, time=plain(time, source), event=event)


def likely(likelihood: Likelihood | None, brief: Brief, words: Words) -> str:
    """Return a likelihood as its word and percent: those given, else those of the word's band; empty without one."""
    bounds = span(likelihood, brief)
    if likelihood is None or bounds is None:
        return ""
    percent = spanned(*bounds, words)
    return f"{likelihood.word} ({percent})" if likelihood.word else percent


def span(likelihood: Likelihood | None, brief: Brief) -> tuple[float, float] | None:
    """Return the bounds of a likelihood in percent: those given, else those of its word's band; None without one."""
    if likelihood is None:
        return None
    band = scale(likelihood.scale or brief.likelihood_scale).band(likelihood.word) if likelihood.word else None
    return likelihood.percent or ((band.low, band.high) if band else None)


def spanned(low: float, high: float, words: Words) -> str:
    """Return a span of percent, or one number where both ends are the same."""
    pattern = words.patterns.percent if low == high else words.patterns.percent_span
    return str(pattern).format(percent=f"{low:g}", low=f"{low:g}", high=f"{high:g}")
