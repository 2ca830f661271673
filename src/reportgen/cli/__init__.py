"""The command line: one file a command, each imported only when it is called."""

from __future__ import annotations

import atexit
import errno
import gc
import importlib
import os
import sys
from contextlib import suppress
from io import TextIOWrapper
from typing import NoReturn

import click

from .. import __version__
from ..diagnostics import ReportgenError, choices

COMMANDS = {
    "check": "check what a brief says without writing files",
    "explain": "explain what a diagnostic code means",
    "make": "make the memo of a brief",
    "new": "write a commented brief to begin with",
    "preview": "show a memo in the browser as it is written",
    "schema": "print the JSON Schema of briefs, for editors",
    "show": "print the outline of a memo and what is open in it",
    "style": "write a style from a ministry's letterhead",
    "styles": "list the styles",
    "templates": "list the types of document",
    "watch": "make memos again whenever their files change",
}
"""The commands, each a module of this package with a click command of the same name, and what each does."""

UNHEARD = (errno.EPIPE, errno.ENOSPC, errno.EIO, errno.EBADF)
"""What is wrong where standard output can't be written; files have their own OutputError."""

INTERRUPTED, PIPE_CLOSED, UNWRITTEN = 130, 141, 3
"""Exit codes: those of a shell for a program that a signal ended, and ours for what could not be written."""


class _PipeClosed(Exception):
    """Nobody reads on."""


class _Commands(click.Group):
    """The group of all commands, which knows them without importing them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        command: click.Command = getattr(importlib.import_module(f".{name}", __name__), name)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            ctx.fail(f"there is no command '{args[0]}': {choices(args[0], COMMANDS)}")
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> object:
        """Run a command; tell `main` of a closed pipe, which the library would take for a fault in a brief: 1."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError as fault:
            raise _PipeClosed from fault

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


HELP = """Turn YAML briefs into policy memos in DOCX and PDF.

\b
reportgen new "The next round"       writes the-next-round.yaml, a brief to begin with
reportgen make briefs/talks.yaml     writes output/talks.docx and output/talks.pdf
reportgen make briefs --jobs 4       makes all briefs in a folder that changed
reportgen watch briefs/talks.yaml    makes it again whenever it is saved
reportgen preview briefs/talks.yaml  shows it in the browser as it is written
reportgen check briefs/talks.yaml    says what is wrong or still open in it
reportgen explain unknown-key        says what a finding means and what to do about it

\b
Exit codes: 0 fine, 1 faults in a brief, 2 wrong usage, 3 a file could not be written.
"""


@click.group(cls=_Commands, help=HELP, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "-V", "--version", message="%(prog)s %(version)s")
def reportgen() -> None:
    """Hold the commands."""


def process() -> NoReturn:
    """Run the command line as a process that has nothing else to do, and end it.

    The system takes its memory back at once; Python would do so object by object, for a twentieth of the time. For
    another it would look for unused cycles: only a command that goes on over many memos lets it (`collecting`).
    """
    gc.disable()
    try:
        main()
    except SystemExit as left:
        atexit._run_exitfuncs()
        for stream in (sys.stdout, sys.stderr):
            with suppress(OSError):
                stream.flush()
        os._exit(left.code if isinstance(left.code, int) else 0)


def main() -> NoReturn:
    """Run the command line and leave with its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # names in any script, on terminals that know few of them
            stream.reconfigure(errors="backslashreplace")
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # else it reads the metadata of all packages for some
    plain = bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
    try:
        code = reportgen.main(prog_name="reportgen", standalone_mode=False, color=False if plain else None)
        sys.stdout.flush()
    except click.exceptions.NoArgsIsHelpError as help_wanted:
        help_wanted.show()
        code = 2
    except click.ClickException as wrong:
        wrong.show()
        code = wrong.exit_code
    except ReportgenError as refused:
        _tell(refused)
        code = 1
    except (click.Abort, KeyboardInterrupt):
        click.echo("interrupted", err=True)
        code = INTERRUPTED
    except _PipeClosed:
        code = _unheard(BrokenPipeError())
    except OSError as fault:
        if fault.errno not in UNHEARD:
            raise
        code = _unheard(fault)
    sys.exit(code)


def _unheard(fault: OSError) -> int:
    """Return the exit code for what can't be printed, and print no more: a closed pipe ends quietly, as in a shell."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    if isinstance(fault, BrokenPipeError):
        return PIPE_CLOSED
    click.echo(f"error: standard output can't be written: {(fault.strerror or str(fault)).lower()}", err=True)
    return UNWRITTEN


def _tell(refused: ReportgenError) -> None:
    """Print faults that belong to no brief, such as two plug-ins that claim one name."""
    from ..workspace import Workspace
    from .report.text import rendered

    for diagnostic in refused.diagnostics:
        click.echo(rendered(diagnostic, Workspace()), err=True)
