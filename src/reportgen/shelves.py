"""Find templates, styles and languages by name: the author's own beside the brief first, the built-in ones after."""

from __future__ import annotations

import os
from dataclasses import dataclass

from .diagnostics import Source, choices, refuse
from .located import Mapping, load
from .workspace import BUILT_IN, Workspace

SUFFIX = ".yaml"


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
    wanted = (name, name.partition("-")[0]) if shelf is LANGUAGES else (name,)
    for plain in wanted:
        for folder in _folders(shelf, brief):
            path = f"{folder}/{plain}{SUFFIX}"
            if os.path.basename(plain) == plain and workspace.exists(path):
                return load(path, workspace)
    known = names_on(shelf, workspace, brief)
    hint = f"write the name without '{SUFFIX}'" if name.endswith(SUFFIX) else choices(name, known)
    raise refuse(f"unknown-{shelf.kind}", f"there is no {shelf.kind} '{name}'", source, hint)


def names_on(shelf: Shelf, workspace: Workspace, brief: str) -> tuple[str, ...]:
    """Return the names that can be found for a brief, sorted."""
    return tuple(sorted({name for folder in _folders(shelf, brief) for name in workspace.names(folder, SUFFIX)}))


def _folders(shelf: Shelf, brief: str) -> tuple[str, ...]:
    beside = os.path.join(os.path.dirname(brief), shelf.folder)
    return tuple(dict.fromkeys((beside, shelf.folder, BUILT_IN + shelf.folder)))
