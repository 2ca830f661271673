"""The options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

import click


def template_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Return a command that can be told another template."""
    help = "Set the memo in this template, not the brief's own."
    return click.option("-t", "--template", default="", metavar="NAME", help=help)(command)


def set_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Return a command in which single values of the brief can be set; they come as `assignments`, `--final` too."""

    @wraps(command)
    def with_final(*given: Any, final: bool, assignments: tuple[str, ...], **others: Any) -> Any:
        more = ("status=final",) if final else ()
        return command(*given, assignments=(*assignments, *more), **others)

    flag = click.option("--final", is_flag=True, help="Take the memo for a final one: refuse it while a hole is open.")
    help = "Set one value: status=final, recommendations.actions[0].owner='Economic Desk'. Can be given several times."
    return flag(click.option("--set", "assignments", multiple=True, metavar="PATH=VALUE", help=help)(with_final))
