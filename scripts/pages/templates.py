"""The reference of templates: their keys, and the built-in ones with their parts."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from typing import Any

import yaml

import reportgen
from reportgen.diagnostics import NOWHERE
from reportgen.shelves import TEMPLATES, find_chain
from reportgen.template import FORMS, extended
from reportgen.workspace import Workspace

from .keys import Keys

DATA = files("reportgen").joinpath("data")
SOURCE = "../../src/reportgen/data"

HEAD = """\
# Templates

A template is a document type: its parts in order, what is counted, how sources are cited, the style, and how grave each
check's findings are. This page is made out of the model that templates are held against, and out of the built-in files.
[Your own document type](../own-template.md) shows how to write one; a star marks a key that must be there.

A template is looked for beside the brief, in `templates/`; then in the project's and in packages' plug-ins; then among
the built-in ones. Texts are Markdown with placeholders, and may be told apart by language: `{en: Note, uk: Довідка}`.

## The keys of a template

"""

PARTS = """
## The parts

An entry of `sections` is one of these:

| entry | what it does |
|---|---|
| `summary` | has a [section builder](sections.md) make a part |
| `{builder: issues, headings: true}` | does so with options |
| `{pages: columns, sections: [summary, issues]}` | puts parts on pages of a form: {forms} |
| `{change: issues, headings: true}` | sets other options for a part of the template that is extended |
| `{remove: positions}` | takes a part out |
| `{replace: summary, builder: findings}` | puts a part in the place of another |
| `{before: talks, builder: risks}`, `{after: talks, builder: risks}` | puts a part before or after another |

The last five are edits: they are for templates with `extends`, and stand among themselves. A list without edits takes
the place of the whole list.
"""


def page() -> str:
    """Return the page."""
    schema = reportgen.schema("template")
    keys = Keys(
        schema,
        {
            "checks": "keys: codes of [checks](checks.md), each with a severity or options",
            "Entry": "[part](#the-parts)",
        },
    )
    forms = ", ".join(f"`{form}`" for form in FORMS)
    numbering = schema["definitions"]["Numbering"]
    return "".join((
        HEAD,
        keys.table(schema),
        f"\n## Numbering\n\n{numbering['description']}\n\n{keys.table(numbering)}",
        PARTS.replace("{forms}", forms),
        "\n## Those that are built in\n\n",
        *(_row(values) for values in built_in("templates")),
        *(_told(values) for values in built_in("templates")),
    ))  # fmt: skip


def built_in(folder: str) -> Iterator[dict[str, Any]]:
    """Return the values of the built-in files of a kind, in the order of their names."""
    for file in sorted(DATA.joinpath(folder).iterdir(), key=lambda file: file.name):
        yield yaml.safe_load(file.read_text(encoding="utf-8"))


def _row(values: dict[str, Any]) -> str:
    return f"- [`{values['name']}`](#{values['name']}): {values['summary']}\n"


def _told(values: dict[str, Any]) -> str:
    name = values["name"]
    text = DATA.joinpath("templates", f"{name}.yaml").read_text(encoding="utf-8")
    parts = ", ".join(f"[{part}](sections.md#{part})" for part in _parts(name))
    summary = values["summary"]
    return f"\n### `{name}`\n\n{summary[0].upper()}{summary[1:]}. Its parts: {parts}.\n\n```yaml\n{text}```\n"


def _parts(name: str) -> Iterator[str]:
    """Return the names of a template's section builders, each once, with those of the template that it extends."""
    values, _ = extended(find_chain(TEMPLATES, name, NOWHERE, Workspace(files={}), ()))
    yield from dict.fromkeys(str(part.get("builder") if hasattr(part, "get") else part) for part in values["sections"])
