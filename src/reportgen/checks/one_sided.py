"""A memo that hears one side only, where there are several."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from . import CheckOptions, Finding, Review, enumerated

Options = CheckOptions
"""The check has no options but its severity."""


def check(review: Review, options: Options) -> Iterator[Finding]:
    """Return a finding where approaches, statements or the announcement are those of one party only.

    Who acts for a party counts as that party. Nothing where fewer than two parties are named.
    """
    brief, parties = review.brief, review.brief.parties
    if len(parties) < 2:
        return
    analysis, talks = brief.approach_analysis, brief.talks
    if analysis and analysis.by_actor:
        heard = _sides(review, (one.actor for one in analysis.by_actor))
        silent = [actor.name.text for party, actor in parties.items() if party not in {*heard, *analysis.not_covered}]
        if heard and silent:
            hint = "analyse it too, or name it under 'not_covered'"
            yield Finding(f"the approach of {enumerated(silent)} is not analysed", analysis.source, hint)
    if talks and len(_sides(review, (one.by for one in talks.statements))) == 1:
        message = "the statements are all of one side"
        yield Finding(message, talks.key_at("statements"), "quote the other side, or say that it is silent", "info")
    told = talks.announced if talks else None
    if told and _sides(review, (told.by,)) and len(_sides(review, (told.by, *told.confirmed_by))) < 2:
        hint = "name under 'confirmed_by' who confirmed it, and say in the text if nobody did"
        yield Finding("the announcement rests on one side's word", told.source, hint, "info")


def _sides(review: Review, actors: Iterable[str]) -> set[str]:
    """Return the parties that some actors are or act for."""
    known = {str(key): actor for key, actor in review.brief.actors.items()}
    sides = {known[actor].acts_for or actor for actor in actors}
    return {str(side) for side in sides if side in review.brief.parties}
