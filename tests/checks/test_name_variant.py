"""One name in two spellings, and names that are explained."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reportgen.diagnostics import Diagnostic

Found = Callable[..., list[Diagnostic]]

HEAD = "title: A\ndate: 2026-01-01\nto: X\nfrom: Y\n"


def told(found: list[Diagnostic]) -> list[str]:
    """Return what the findings of the check name first."""
    return [one.message.split("'")[1] for one in found if one.code == "name-variant"]


@pytest.mark.parametrize(
    "text",
    [
        "Myanmar (Burma) and Türkiye (formerly Turkey) agree.",
        "They met in Kiev (now Kyiv).",
        "Dnipro stands on the Dnieper; Stepanakert is Khankendi to Azerbaijan.",
        "Türkiye exports turkey.",
    ],
)
def test_a_name_that_is_explained_or_another_is_left_alone(found: Found, text: str) -> None:
    assert told(found(f"{HEAD}conclusion: {text}\n")) == []


def test_a_gloss_does_not_excuse_the_other_name_elsewhere(found: Found) -> None:
    [one] = [one for one in found(f"{HEAD}conclusion: Myanmar (Burma) and Burma.\n") if one.code == "name-variant"]
    assert (one.source.column, one.message) == (33, "'Burma' and 'Myanmar' stand for one name")


def test_of_two_names_that_may_be_used_none_is_prescribed(found: Found) -> None:
    [pair] = [one for one in found(f"{HEAD}conclusion: Kyiv and Kiev.\n") if one.code == "name-variant"]
    assert pair.hint == "keep to 'Kyiv' or to 'Kiev'"
    actors = "actors: {k: {name: Kyiv, variants_forbidden: Kiev}}\n"
    [ours] = [one for one in found(f"{HEAD}{actors}conclusion: Kyiv (Kiev).\n") if one.code == "name-variant"]
    assert ours.hint == "write 'Kyiv'"
