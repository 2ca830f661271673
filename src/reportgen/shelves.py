"""Find templates, styles and languages by name: the author's own beside the brief first, the built-in ones after."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from .diagnostics import Source, choices, refuse
from .located import Mapping, load
from .workspace import Workspace

SUFFIX = ".yaml"
BUILT_IN = "reportgen:"
"""What the shown path of a built-in file begins with: users know no other path of it."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """A kind of YAML file that is found by name: what one of it is called, and the folder it lies in."""

    kind: str
    folder: str


TEMPLATES = Shelf("template", "templates")
STYLES = Shelf("style", "styles")
LANGUAGES = Shelf("language", "languages")


def find_on(shelf: Shelf, name: str, source: Source, workspace: Workspace, brief: str) -> Mapping:
    """Return the values of the file of that name: beside the brief, in the workspace's folder, or built in.

    A language tag with subtags also finds its language (`en-GB`: `en`). Raise BriefError, pointing at `source`, where
    there is none, with the likeliest name that there is.
    """
    folders = dict.fromkeys(os.path.join(folder, shelf.folder) for folder in (os.path.dirname(brief), ""))
    wanted = (name, name.partition("-")[0]) if shelf is LANGUAGES else (name,)
    for plain in wanted:
        if os.path.basename(plain) != plain:
            break
        for folder in folders:
            path = os.path.join(folder, plain + SUFFIX)
            if workspace.exists(path):
                return load(path, workspace)
        if plain in _built_in(shelf):
            return _load_built_in(shelf, plain)
    known = sorted({*(known for folder in folders for known in workspace.names(folder, SUFFIX)), *_built_in(shelf)})
    raise refuse(f"unknown-{shelf.kind}", f"there is no {shelf.kind} '{name}'", source, choices(name, known))


@cache
def _built_in(shelf: Shelf) -> tuple[str, ...]:
    """Return the names of the files that come with reportgen."""
    folder = files("reportgen").joinpath("data", shelf.folder)
    return tuple(sorted(entry.name.removesuffix(SUFFIX) for entry in folder.iterdir() if entry.name.endswith(SUFFIX)))


@cache
def _load_built_in(shelf: Shelf, name: str) -> Mapping:
    """Return the values of a file that comes with reportgen, read once."""
    shown = f"{BUILT_IN}{shelf.folder}/{name}{SUFFIX}"
    return load(shown, Workspace(files={shown: _read_built_in(shown)}))


def _read_built_in(shown: str) -> str:
    folder, name = shown.removeprefix(BUILT_IN).split("/")
    return files("reportgen").joinpath("data", folder, name).read_text(encoding="utf-8")


def read_shown(path: str, workspace: Workspace) -> str:
    """Return the text of a file that a diagnostic points at, whether the author's or a built-in one."""
    return _read_built_in(path) if path.startswith(BUILT_IN) else workspace.read_text(path)
