"""The options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

import click

from ..batch import FORMATS


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


def files_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Return a command that can be told which `formats` to make, and into which folder, `output`."""
    formats = click.option(
        "-f",
        "--format",
        "formats",
        default=(",".join(FORMATS),),
        multiple=True,
        show_default=True,
        callback=_formats,
        metavar="LIST",
        help="The formats to make, separated by commas.",
    )
    help = "The folder for the files."
    return formats(
        click.option("-o", "--output", default="output", show_default=True, metavar="DIR", help=help)(command)
    )


def _formats(ctx: click.Context, option: click.Parameter, value: tuple[str, ...]) -> tuple[str, ...]:
    """Return the formats named in lists with commas; wrong usage where one does not exist."""
    wanted = tuple(dict.fromkeys(word.strip() for word in ",".join(value).split(",") if word.strip()))
    if wanted and all(format in FORMATS for format in wanted):  # the usual ones, known without looking for plug-ins
        return wanted
    from ..registry import names

    known = names("writers")
    for format in wanted:
        if format not in known:
            raise click.BadParameter(f"there is no format '{format}'; known: {', '.join(known)}", ctx, option)
    if not wanted:
        raise click.BadParameter(f"name at least one of {', '.join(known)}", ctx, option)
    return wanted
