"""Sentences of a template in several languages: `lead_in: {en: Positions, uk: Позиції}`."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from ..diagnostics import Diagnostic, Source, warning
from ..located import Mapping, Sequence


def localized(values: Mapping, tag: str, languages: Collection[str]) -> tuple[Mapping, tuple[Diagnostic, ...]]:
    """Return a template's values in one language, and a warning for each sentence that it does not have in it.

    What is told apart by language is a mapping whose keys are all tags of known `languages`; where the wanted one is
    missing, its first stands in. What is set for checks is left as it is: they have words of several languages.
    """
    missing: list[Diagnostic] = []
    chosen: Mapping = _chosen(values, (tag, tag.partition("-")[0]), set(languages), missing)
    return chosen.with_value("checks", values["checks"]) if "checks" in values else chosen, tuple(missing)


def _chosen(value: Any, tags: tuple[str, str], languages: set[str], missing: list[Diagnostic]) -> Any:
    if isinstance(value, Sequence):
        return Sequence.of([_chosen(item, tags, languages, missing) for item in value], value.source)
    if not isinstance(value, Mapping):
        return value
    if value and languages.issuperset(value):
        found = next((tag for tag in tags if tag in value), "")
        if not found:
            found = next(iter(value))
            missing.append(_untranslated(tags[0], found, value.key_at(found)))
        return value[found]
    pairs = {key: _chosen(item, tags, languages, missing) for key, item in value.items()}
    return Mapping.of(pairs, value.source, value.keys_at)


def _untranslated(wanted: str, found: str, place: Source) -> Diagnostic:
    message = f"the template has this in '{found}' only, not in '{wanted}'"
    return warning("untranslated", message, place, f"add '{wanted}: …' beside it")
