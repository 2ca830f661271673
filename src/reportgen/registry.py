"""Find the modules of a folder of peers (sections, transforms, checks, writers), ours and those of plug-ins.

A plug-in is a module named in the entry-point group `reportgen.<folder>`, or a file `<folder>/<name>.py` in a folder
that a project's settings name. A module is imported when it is first asked for, so that knowing which formats exist
does not load the libraries that write them.
"""

from __future__ import annotations

import importlib
import pkgutil
import sys
from collections.abc import Mapping
from functools import cache
from importlib.util import find_spec, module_from_spec, spec_from_file_location
from pathlib import Path
from types import MappingProxyType, ModuleType

from .diagnostics import Source, choices, refuse
from .offers import offers
from .workspace import PLUG_IN

CONTRACTS = {
    "sections": ("Options", "build"),
    "checks": ("Options", "check"),
    "transforms": ("transform",),
    "writers": ("write",),
}
"""What a module of each folder must have."""

_TOPS: set[str] = set()
"""The packages, or modules that are in none, whose plug-ins were asked for."""


@cache
def names(folder: str, plug_ins: tuple[str, ...] = ()) -> Mapping[str, str]:
    """Return the name of each module in a folder of peers and where to import it from, sorted by name.

    `plug_ins` are a project's own folders of plug-ins. Raise BriefError where two modules claim one name.
    """
    package = importlib.import_module(f"reportgen.{folder}")
    found = {
        module.name.replace("_", "-"): f"{package.__name__}.{module.name}"
        for module in pkgutil.iter_modules(package.__path__)
    }
    claimed = [(point.name, point.value) for point in offers(folder)]
    for plug_in in plug_ins:
        files = sorted(Path(plug_in, folder).glob("[!_]*.py"))
        claimed += [(file.stem.replace("_", "-"), str(file)) for file in files]
    for name, value in claimed:
        if name in found:
            message = f"'{name}' is claimed by '{found[name]}' and by '{value}'"
            raise refuse("name-claimed-twice", message, hint="uninstall one of the two plug-ins, or rename it")
        found[name] = value
    return MappingProxyType(dict(sorted(found.items())))


def find(folder: str, name: str, source: Source, plug_ins: tuple[str, ...] = ()) -> ModuleType:
    """Return the module of that name, imported now if it was not before.

    Raise BriefError, pointing at `source`, where there is none.
    """
    known = names(folder, plug_ins)
    if name not in known:
        kind = folder.removesuffix("s")
        raise refuse(f"unknown-{kind}", f"there is no {kind} '{name}'", source, choices(name, known))
    try:
        module = _from_file(known[name]) if known[name].endswith(".py") else importlib.import_module(known[name])
        _TOPS.add(module.__name__.partition(".")[0])
    except Exception as fault:  # a plug-in's import may fail in any way; ours never does
        message = f"the plug-in '{name}' can't be imported: {fault}"
        raise refuse("broken-plug-in", message, source, f"mend or uninstall '{known[name]}'") from fault
    missing = [wanted for wanted in CONTRACTS[folder] if not hasattr(module, wanted)]
    if missing:
        message = f"the plug-in '{name}' has no '{missing[0]}'"
        raise refuse("broken-plug-in", message, source, f"mend or uninstall '{known[name]}'")
    return module


def foreign_files() -> tuple[str, ...]:
    """Return the Python files that plug-ins brought into this process, sorted; none where none was asked for."""
    tops = _TOPS - {"reportgen"}
    modules = [module for name, module in list(sys.modules.items()) if name.partition(".")[0] in tops]
    return tuple(sorted({file for module in modules if (file := getattr(module, "__file__", None))}))


@cache
def packaged(folder: str, suffix: str) -> Mapping[str, str]:
    """Return the files that packages offer in the entry-point group `reportgen.<folder>`: their paths by their names.

    An entry point's value is the package that the file lies in; nothing is imported.
    """
    found = {}
    for point in offers(folder):
        spec = find_spec(point.value)
        for place in spec.submodule_search_locations or () if spec else ():
            found[point.name] = f"{PLUG_IN}{place}/{point.name}{suffix}"
    return MappingProxyType(found)


@cache
def _from_file(path: str) -> ModuleType:
    """Return the module in a file of a project's own, which no package holds."""
    name = f"reportgen_plug_in_{Path(path).stem}"
    spec = spec_from_file_location(name, path)
    assert spec is not None
    assert spec.loader is not None
    module = sys.modules[name] = module_from_spec(spec)  # pydantic looks a model's module up by its name
    spec.loader.exec_module(module)
    return module
