"""The settings of a project: what holds for all of its briefs.

    reportgen.toml                          pyproject.toml
        [checks]                                [tool.reportgen.checks]
        open-hole = "info"                      open-hole = "info"
        [checks.length-limit]                   [tool.reportgen.checks.length-limit]
        pages = 2                               pages = 2
        [limits]                                [tool.reportgen.limits]
        megabytes = 64                          megabytes = 64

`plug_ins` names folders beside that file with templates, styles, languages, section builders and checks of the
project's own, in `templates/`, `sections/` and so on. Their Python files are run: name only folders that you trust.

They are looked for in the brief's folder, then in each folder above it up to the root of the disk, wherever the command
is run: the same brief gives the same findings from every folder. The nearest file counts alone; in one folder
`reportgen.toml` comes before `pyproject.toml`, and a `pyproject.toml` without `[tool.reportgen]` is passed over. A
workspace in memory has the folders that its files lie in.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from dataclasses import fields
from typing import Annotated, Any

from pydantic import PlainValidator, WithJsonSchema

from .diagnostics import NOWHERE, BriefError, choices, error, refuse
from .limits import NORMAL, Limits
from .located import Closed, Mapping, References, Scalar, fault, load_toml, source_of, validate
from .workspace import Workspace

OWN, SHARED = "reportgen.toml", "pyproject.toml"
SECTION = ("tool", "reportgen")
"""The way to our settings in a file that several programs share."""


def _checks(value: Any) -> Any:
    if not isinstance(value, Mapping):
        fault("wrong-type", "this must be codes of checks with what is set for them", hint='open-hole = "info"')
    return value


def _limits(value: Any) -> Limits:
    """Return the limits that are set, each a whole number above 0, and the others as they are."""
    known = {field.name: field.metadata.get("most", sys.maxsize) for field in fields(Limits)}
    if not isinstance(value, Mapping):
        fault("wrong-type", "this must be limits with their numbers", hint="megabytes = 64")
    for name, given in value.items():
        if name not in known:
            fault("unknown-key", f"unknown key '{name}'", value.key_at(name), choices(name, known))
        if not (isinstance(given, Scalar) and given.kind == "number" and given.isdigit() and int(given)):
            fault("wrong-type", f"'{name}' must be a whole number above 0", value.key_at(name))
        if int(given) > known[name]:
            fault("wrong-value", f"'{name}' can be {known[name]} at the most", value.key_at(name))
    return Limits(**{name: int(given) for name, given in value.items()})


_LIMITS = {
    "type": "object",
    "additionalProperties": False,
    "properties": {
        one.name: {"type": "integer", "minimum": 1, "default": one.default}
        | ({"maximum": one.metadata["most"]} if one.metadata else {})
        for one in fields(Limits)
    },
}


class Settings(Closed):
    """What a project sets; nothing where it has no file of settings.

    `checks` holds, by code, a severity or a table of options. Each is held against the check's own options where the
    checks are found: settings can't know them.
    """

    checks: Annotated[Mapping, PlainValidator(_checks)] = Mapping.of({}, NOWHERE)
    """How grave each check's findings are in this project, and what else is set for it."""
    limits: Annotated[Limits, PlainValidator(_limits), WithJsonSchema(_LIMITS)] = NORMAL
    """How much a brief and its files may ask of the machine."""
    plug_ins: References = ()
    """Folders with templates, section builders and so on of the project's own, beside the file of settings."""

    @property
    def folders(self) -> tuple[str, ...]:
        """The folders of plug-ins as paths from the workspace's root."""
        beside = os.path.dirname(self.source.file)
        return tuple(os.path.normpath(os.path.join(beside, folder)) for folder in self.plug_ins)


def find_settings(brief: str, workspace: Workspace) -> Settings:
    """Return the settings for the brief at a path; those of no project where no file is found.

    Raise BriefError with the faults of the nearest file of settings: one that can't be read, is no TOML, or sets what
    there is not.
    """
    for folder in _folders(brief, workspace):
        for values in _written(folder, workspace):
            settings = validate(values, Settings, workspace)
            _refuse_missing(settings, workspace)
            return settings
    return Settings()


def _folders(brief: str, workspace: Workspace) -> Iterator[str]:
    """Return a brief's folder and all above it, from the nearest on, as paths from the workspace's root."""
    folder = os.path.normpath(os.path.dirname(brief) or ".")
    yield folder
    at = os.path.abspath(workspace.root / folder)
    while at != os.path.dirname(at):
        at, folder = os.path.dirname(at), os.path.normpath(os.path.join(folder, os.pardir))
        yield folder


def _refuse_missing(settings: Settings, workspace: Workspace) -> None:
    """Refuse folders of plug-ins that are not there."""
    pairs = zip(settings.plug_ins, settings.folders, strict=True)
    faults = [
        error("missing-file", f"there is no folder '{name}'", name.source, "check the name, from this file on")
        for name, folder in pairs
        if not workspace.is_folder(folder)
    ]
    if faults:
        raise BriefError(faults)


def _written(folder: str, workspace: Workspace) -> Iterator[Mapping]:
    """Return the settings that a folder's files hold, the first to count first; none where it has no such file."""
    own, shared = (os.path.normpath(os.path.join(folder, name)) for name in (OWN, SHARED))
    if workspace.exists(own):
        yield load_toml(own, workspace)
    # A file of other programs that never names ours is not even read as TOML: its faults are not for us to tell.
    if workspace.exists(shared) and SECTION[-1] in workspace.read_text(shared):
        values: Any = load_toml(shared, workspace, SECTION)
        for key in SECTION:
            place = source_of(values, NOWHERE)
            values = values.get(key) if isinstance(values, Mapping) else None
        if isinstance(values, Mapping):
            yield values
        elif values is not None:
            raise refuse("wrong-type", "'tool.reportgen' must be a table of settings", source_of(values, place))
