"""`reportgen preview`: a page that follows its brief, in the browser."""

from __future__ import annotations

from contextlib import ExitStack

import click

from ..batch.watching import follow
from ..collecting import collect_from_now
from .options import set_option, template_option


@click.command()
@click.argument("brief", metavar="BRIEF")
@template_option
@set_option
@click.option("--port", type=click.IntRange(0, 65535), default=0, metavar="N", help="The port.  [default: a free one]")
@click.option("--open/--no-open", "opens", default=True, show_default=True, help="Open the page in the browser.")
def preview(brief: str, template: str, assignments: tuple[str, ...], port: int, opens: bool) -> None:
    """Show the memo of a BRIEF in the browser, with what was found in it, until it is interrupted.

    The page follows every file that the memo is made of; faults stand above the last version without any. A click on a
    block tells the file and line that it was written at. The DOCX and the PDF are made when they are asked for. Only
    this machine can see the page, and only under the address that is printed.
    """
    from ..preview import Preview, serving  # with all that builds a memo, which --help does without

    collect_from_now()
    shown = Preview(brief, template, assignments)
    with ExitStack() as open_until_then:
        try:
            site = open_until_then.enter_context(serving(shown, port))
        except OSError as fault:
            raise click.UsageError(f"port {port} can't be used: {(fault.strerror or str(fault)).lower()}") from None
        try:
            follow([(".", shown.renew)], lambda: _tell(brief, site.url, opens))
        except KeyboardInterrupt:
            click.get_current_context().exit(0)


def _tell(brief: str, url: str, opens: bool) -> None:
    click.echo(f"previewing {brief} at {url}\ninterrupt (Ctrl-C) to end")
    if opens:
        import webbrowser

        webbrowser.open(url)
