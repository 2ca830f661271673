"""The options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click


def template_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Return a command that can be told another template."""
    help = "Set the memo in this template, not the brief's own."
    return click.option("-t", "--template", default="", metavar="NAME", help=help)(command)


def set_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Return a command in which single values of the brief can be set; they come as `assignments`."""
    help = "Set one value: status=final, recommendations.actions[0].owner='Economic Desk'. Can be given several times."
    return click.option("--set", "assignments", multiple=True, metavar="PATH=VALUE", help=help)(command)
