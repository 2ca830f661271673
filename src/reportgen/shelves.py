"""Find templates, styles and languages by name.

The author's own beside the brief come first, then those in the workspace's folder, in a project's own folders of
plug-ins and in packages, and the built-in ones last. A package offers one by an entry point in the group
`reportgen.templates`, `.styles` or `.languages`: its name is that of the file, its value the package that the file
lies in.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

from .diagnostics import NOWHERE, Source, choices, refuse
from .frozen import dataclass
from .located import Mapping, Scalar, load
from .registry import packaged
from .workspace import BUILT_IN, Workspace


@dataclass(frozen=True, slots=True)
class Shelf:
    """A kind of file that is found by name: what one of it is called, the folder it lies in, and how its name ends."""

    kind: str
    folder: str
    suffix: str = ".yaml"


TEMPLATES = Shelf("template", "templates")
STYLES = Shelf("style", "styles")
LANGUAGES = Shelf("language", "languages")
CITATIONS = Shelf("citation style", "citations", ".csl")


def bases(brief: str, plug_ins: Iterable[str] = ()) -> tuple[str, ...]:
    """Return the folders that have shelves for a brief: its own, the workspace's, and a project's plug-ins."""
    return tuple(dict.fromkeys((os.path.dirname(brief), "", *plug_ins)))


def find_on(shelf: Shelf, name: str, source: Source, workspace: Workspace, bases: Iterable[str]) -> Mapping:
    """Return the values of the file of that name, found in one of the folders, in a package, or built in.

    A language tag with subtags also finds its language (`en-GB`: `en`). Raise BriefError, pointing at `source`, where
    there is none, with the likeliest name that there is.
    """
    return load(place_on(shelf, name, source, workspace, bases), workspace)


def place_on(shelf: Shelf, name: str, source: Source, workspace: Workspace, bases: Iterable[str]) -> str:
    """Return the path of the file of that name, as `find_on` looks for it; raise BriefError as it does."""
    bases = tuple(bases)
    path = path_of(shelf, name, workspace, bases, source)
    if not path:
        known = names_on(shelf, workspace, bases)
        hint = f"write the name without '{shelf.suffix}'" if name.endswith(shelf.suffix) else choices(name, known)
        code = f"unknown-{shelf.kind.replace(' ', '-')}"
        raise refuse(code, f"there is no {shelf.kind} '{name}'", source, hint)
    return path


def find_chain(
    shelf: Shelf, name: str, source: Source, workspace: Workspace, bases: Iterable[str]
) -> tuple[Mapping, ...]:
    """Return the values of the file of that name and of those that it extends, the nearest first.

    A file may extend one of its own name that comes after it: the author's `house` the built-in one. Raise BriefError,
    pointing at the name that can't be followed, for a file that there is not and for a circle.
    """
    bases = tuple(bases)
    chain = [find_on(shelf, name, source, workspace, bases)]
    while isinstance(wanted := chain[-1].get("extends"), Scalar):
        taken = {values.source.file for values in chain}
        there = list(_there(shelf, wanted, workspace, bases, wanted.source))
        further = [path for path in there if path not in taken]
        if there and not further:
            hint = "one of the files must extend none"
            raise refuse(
                "circular-extends", f"this {shelf.kind} extends itself by way of '{wanted}'", wanted.source, hint
            )
        found = load(further[0], workspace) if further else find_on(shelf, wanted, wanted.source, workspace, bases)
        chain.append(found)
    return tuple(chain)


def path_of(shelf: Shelf, name: str, workspace: Workspace, bases: Iterable[str], source: Source = NOWHERE) -> str:
    """Return the path of the file of that name, the first that counts; the empty text where there is none.

    Raise BriefError, pointing at `source`, where it is a link that leads out of the folder with the shelf.
    """
    return next(_there(shelf, name, workspace, tuple(bases), source), "")


def names_on(shelf: Shelf, workspace: Workspace, bases: Iterable[str]) -> tuple[str, ...]:
    """Return the names that can be found, sorted."""
    folders = (*(os.path.join(base, shelf.folder) for base in bases), BUILT_IN + shelf.folder)
    found = {name for folder in folders for name in workspace.names(folder, shelf.suffix)}
    return tuple(sorted(found | set(packaged(shelf.folder, shelf.suffix))))


def _there(shelf: Shelf, name: str, workspace: Workspace, bases: tuple[str, ...], source: Source) -> Iterator[str]:
    """Return the paths of the files of that name that there are, in the order in which they count."""
    wanted = (name, name.partition("-")[0]) if shelf is LANGUAGES else (name,)
    for plain in wanted:
        if os.path.basename(plain) == plain:
            yield from _beside(bases, os.path.join(shelf.folder, plain + shelf.suffix), workspace, source)
            yield from filter(workspace.exists, _elsewhere(shelf, plain))


def _beside(bases: tuple[str, ...], path: str, workspace: Workspace, source: Source) -> Iterator[str]:
    """Return the paths of the files at a path in several folders, each in its own; others may be a stranger's."""
    for base in bases:
        if workspace.exists(found := os.path.join(base, path)):
            yield workspace.confine(base, found, source)


def _elsewhere(shelf: Shelf, name: str) -> Iterator[str]:
    """Return where the file of a name may be besides: in a package, and among the built-in ones."""
    yield from filter(None, (packaged(shelf.folder, shelf.suffix).get(name),))
    yield f"{BUILT_IN}{shelf.folder}/{name}{shelf.suffix}"
