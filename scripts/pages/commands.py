"""The reference of the command line, out of the commands themselves."""

from __future__ import annotations

from collections.abc import Iterator

import click

from reportgen.cli import COMMANDS, reportgen

from .keys import in_cell

HEAD = """\
# The command line

This page is made out of the commands; `reportgen COMMAND --help` prints the same.

Exit codes: 0 fine, 1 faults in a brief, 2 wrong usage, 3 a file could not be written, 130 interrupted. Findings go to
standard error, what was asked for to standard output. `NO_COLOR=1` turns colours off.

| command | what it does |
|---|---|
"""


def page() -> str:
    """Return the page."""
    rows = (f"| [`{name}`](#reportgen-{name}) | {does} |\n" for name, does in COMMANDS.items())
    return "".join((HEAD, *rows, *_commands()))


def _commands() -> Iterator[str]:
    whole = click.Context(reportgen, info_name="reportgen", **reportgen.context_settings)
    for name in COMMANDS:
        command = reportgen.get_command(whole, name)
        assert command is not None
        yield from _command(command, click.Context(command, info_name=name, parent=whole), "##")


def _command(command: click.Command, context: click.Context, level: str) -> Iterator[str]:
    usage = " ".join(command.get_usage(context).removeprefix("Usage: ").split())
    yield f"\n{level} {context.command_path}\n\n```text\n{usage}\n```\n\n{_help(command)}\n"
    records = [record for param in command.params if (record := param.get_help_record(context)) and record[1]]
    if records:
        yield "\n| option | what it does |\n|---|---|\n"
    for names, does in records:
        yield f"| `{in_cell(names)}` | {in_cell(does)} |\n"
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            below = command.get_command(context, name)
            assert below is not None
            yield from _command(below, click.Context(below, info_name=name, parent=context), level + "#")


def _help(command: click.Command) -> str:
    """Return a command's help as paragraphs; blocks that are not to be filled as they are."""
    paragraphs = (command.help or "").split("\n\n")
    shown = []
    for paragraph in paragraphs:
        if paragraph.startswith("\b"):
            lines = paragraph.removeprefix("\b").strip("\n")
            shown.append(f"```text\n{lines}\n```")
        else:
            shown.append(" ".join(paragraph.split()))
    return "\n\n".join(shown)
