"""The reference of section builders and checks: what each does, and its options."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

import yaml

import reportgen
from reportgen import registry
from reportgen.cli.report.explanations import explanations
from reportgen.diagnostics import NOWHERE
from reportgen.schemas.docstrings import flowing

from .keys import Keys

EDITS = ("builder", "change", "remove", "replace", "before", "after")
SHARED = ("heading", "lead_in", "new_page")
DATA = files("reportgen").joinpath("data")

SECTIONS = """\
# Section builders

A section builder makes one part of a memo out of the brief. It prints the author's texts as they are, and nothing where
the brief has nothing for it. A [template](templates.md#the-parts) names section builders in order, with options. This
page is made out of their code.

All parts can have `pages`, the [form of their pages](templates.md#the-parts). Those said to be *under a heading* also
have these options:

"""
CHECKS = """\
# Checks

A check says what a careful editor would say of a memo; it never changes one. Each finding has the check's name as its
code, which [Diagnostic codes](../codes.md) explains with examples. This page is made out of the checks' code.

How grave findings are, templates set for a document type and [settings](settings.md) for a project, under `checks`. The
settings come last, so they win:

```yaml title="templates/strict-note.yaml"
name: strict-note
summary: a policy memo without patience
extends: policy-memo
checks:
  undefined-acronym: error               # a severity, for drafts and final memos
  length-limit: {pages: 2, final: error}  # options
  mixed-date-styles: "off"               # not run
```

An author allows a finding where it stands, with a reason: `# reportgen: allow CODE: reason` behind the line or above.

Options that all checks have:

"""


def sections_page() -> str:
    """Return the page on section builders."""
    keys = Keys(reportgen.schema("template"))
    headed = keys.definitions["sections.agenda"]
    common = keys.table(headed, (*EDITS, "pages"))
    return "".join((SECTIONS, common, *_builders(keys)))


def _builders(keys: Keys) -> Iterator[str]:
    for name, module in _ours("sections"):
        model = keys.definitions[f"sections.{name}"]
        own = model["properties"]
        is_headed = all(key in own for key in SHARED)
        without = (*EDITS, "pages", *(SHARED if is_headed else ()))
        under = "Under a heading. " if is_headed else ""
        does = _done(module.build)
        told = keys.table(model, without)
        options = f"{model['description']}\n\n{told}" if told else ""
        yield f"\n## {name}\n\n{flowing(module.__doc__)}\n\n{under}{does}\n\n{options}".rstrip() + "\n"


def checks_page() -> str:
    """Return the page on checks."""
    keys = Keys(reportgen.schema("template"))
    common = keys.table(keys.definitions["checks.undefined-acronym"])
    return "".join((CHECKS, _severities(common), *_checks(keys)))


def _severities(table: str) -> str:
    """Return the rows on severities of a table of options, without the default of the one check."""
    rows = table.splitlines(keepends=True)
    kept = [row for row in rows if row.startswith(("| key", "|---", "| `severity`", "| `final`"))]
    return re.sub(r" Default: `\w+`\.", " Default: that of the check.", "".join(kept))


def _checks(keys: Keys) -> Iterator[str]:
    set_for = _set_in_templates()
    for code, module in _ours("checks"):
        model, options = keys.definitions[f"checks.{code}"], module.Options()
        final = options.level("final")
        levels = f"`{options.severity}`" + (f", and `{final}` in a final memo" if final != options.severity else "")
        allowed = "" if options.MAY_BE_ALLOWED else " It can't be allowed in a final memo."
        yield f"\n## `{code}`\n\nFinds {explanations()[code].summary} ([example](../codes.md#{code})). "
        yield f"{_done(module.check)}\n\nSeverity: {levels}.{allowed}{set_for.get(code, '')}\n"
        if table := keys.table(model, ("severity", "final")):
            yield f"\n{model['description']}\n\n{table}"
        if DATA.joinpath("checks", f"{code}.yaml").is_file():
            yield f"\nIts word lists are in [{code}.yaml](../../src/reportgen/data/checks/{code}.yaml).\n"


def _set_in_templates() -> dict[str, str]:
    """Return for each check a sentence on the built-in templates that set something else for it."""
    found: dict[str, list[str]] = {}
    for file in sorted(DATA.joinpath("templates").iterdir(), key=lambda file: file.name):
        values = yaml.safe_load(file.read_text(encoding="utf-8"))
        for code, options in values.get("checks", {}).items():
            shown = yaml.safe_dump(options, default_flow_style=True, width=1000).strip().removesuffix("...").strip()
            found.setdefault(code, []).append(f"`{values['name']}`: `{shown}`")
    return {code: f" Set otherwise in {'; '.join(where)}." for code, where in found.items()}


def _ours(folder: str) -> Iterator[tuple[str, Any]]:
    """Return our own modules of a folder by their names, whatever plug-ins are installed."""
    for name, place in registry.names(folder).items():
        if place.startswith("reportgen."):
            yield name, registry.find(folder, name, NOWHERE)


def _done(function: Any) -> str:
    """Return a function's docstring as a sentence on what it makes."""
    said = flowing(inspect.getdoc(function))
    return "Makes " + said.removeprefix("Return ") if said.startswith("Return ") else said
