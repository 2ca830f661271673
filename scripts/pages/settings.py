"""The reference of a project's settings, out of their model."""

from __future__ import annotations

from dataclasses import fields

from reportgen.limits import Limits
from reportgen.schemas.docstrings import docs_below_fields
from reportgen.schemas.reading import Kind, read
from reportgen.settings import Settings

from .keys import Keys

HEAD = """\
# Settings

What holds for all briefs of a project stands in `reportgen.toml`, beside the briefs or in a folder above them. It may
stand in `pyproject.toml` as well, under `[tool.reportgen]`. The nearest file counts alone; in one folder
`reportgen.toml` comes first. Where no file is found, nothing is set. The same brief gives the same findings from every
folder in which the command is run.

"""
REST = """
```toml title="reportgen.toml"
plug_ins = ["house"]              # house/templates, house/styles, house/sections, …

[checks]
open-hole = "info"                # a severity: info, warning, error, or off
uncited-claim = "off"

[checks.length-limit]             # options
pages = 2
summary_words = 120
```

The same in a file that other programs share:

```toml title="pyproject.toml"
[tool.reportgen.checks]
uncited-claim = "off"
```

A folder under `plug_ins` must be there. Python files in it are run: name only folders that you trust. See
[Write a plug-in](../plug-ins.md).

## Limits

A brief, and whatever it is made with, may come from anybody, so there is a limit to what it may ask of the machine: see
the [threat model](../threat-model.md). Each is a whole number. What asks for more is refused, and the message names the
limit.

```toml title="reportgen.toml"
[limits]
megabytes = 64
```

"""
TYPES = {
    "checks": "keys: codes of [checks](checks.md), each with a severity or options",
    "limits": "[limits](#limits), each with a whole number",
    "plug_ins": "names of folders, from this file on",
}


def page() -> str:
    """Return the page."""
    schema = read(Kind(Settings))
    return "".join((HEAD, Keys(schema, TYPES).table(schema), REST, _limits()))


def _limits() -> str:
    """Return the table of the limits, with what each is unless it is set."""
    said = dict(docs_below_fields(Limits))
    rows = (
        f"| `{one.name}` | {said[one.name]} | {one.default:,} | {one.metadata.get('most', '')} |"
        for one in fields(Limits)
    )
    return "\n".join(("| limit | of what | unless set | at the most |", "|---|---|---|---|", *rows, ""))
