"""`reportgen new`: a commented brief to begin with."""

from __future__ import annotations

import json
import re
from importlib.resources import files
from pathlib import Path

import click

from ..batch import write_files
from ..diagnostics import OutputError, Source
from ..schemas import MODELINE, OF_BRIEFS
from ..settings import find_settings
from ..shelves import TEMPLATES, bases, find_on
from ..workspace import Workspace
from .report.told import TEXT, Report


@click.command()
@click.argument("title")
@click.option("-t", "--template", default="policy-memo", show_default=True, metavar="NAME", help="The memo's template.")
def new(title: str, template: str) -> None:
    """Write a commented brief under a TITLE, which builds at once, and print what to do next.

    Its file is named after the title; one that is there already is left as it is. Where 'brief.schema.json' lies
    beside it ('reportgen schema -o brief.schema.json'), its first line tells editors so.
    """
    find_on(TEMPLATES, template, Source(), Workspace(), bases("", find_settings("", Workspace()).folders))
    path = Path(f"{slug(title)}.yaml")
    if path.exists():
        raise click.UsageError(f"'{path}' is there already; give another title, or move it away")
    skeleton = files("reportgen").joinpath("data", "new.yaml").read_text(encoding="utf-8")
    modeline = f"{MODELINE}{OF_BRIEFS}\n" if Path(OF_BRIEFS).is_file() else ""
    quoted = json.dumps(f"{{% raw %}}{title}{{% endraw %}}" if "{" in title else title, ensure_ascii=False)
    try:
        write_files({path: (modeline + skeleton.format(file=path, template=template, title=quoted)).encode()})
    except OutputError as refused:
        Report(TEXT).tell(refused.diagnostics, Workspace())
        click.get_current_context().exit(3)
    click.echo(f"{path} written; fill it in, and then:\n\n    reportgen make {path}")


def slug(title: str) -> str:
    """Return a title as a file name: its letters and digits, in lower case, between hyphens; `brief` for none."""
    return re.sub(r"[\W_]+", "-", title.casefold()).strip("-") or "brief"
