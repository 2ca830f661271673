"""Find the modules of a folder of peers (sections, transforms, checks, writers), ours and those of plug-ins.

A plug-in is a module named in the entry-point group `reportgen.<folder>`. A module is imported when it is first asked
for, so that knowing which formats exist does not load the libraries that write them.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Mapping
from functools import cache
from importlib.metadata import entry_points
from types import MappingProxyType, ModuleType

from .diagnostics import Source, choices, refuse

CONTRACTS = {
    "sections": ("Options", "build"),
    "checks": ("Options", "check"),
    "transforms": ("transform",),
    "writers": ("write",),
}
"""What a module of each folder must have."""


@cache
def names(folder: str) -> Mapping[str, str]:
    """Return the name of each module in a folder of peers and where to import it from, sorted by name.

    Raise BriefError where two modules claim one name.
    """
    package = importlib.import_module(f"reportgen.{folder}")
    found = {
        module.name.replace("_", "-"): f"{package.__name__}.{module.name}"
        for module in pkgutil.iter_modules(package.__path__)
    }
    for point in entry_points(group=f"reportgen.{folder}"):
        if point.name in found:
            message = f"'{point.name}' is claimed by '{found[point.name]}' and by '{point.value}'"
            raise refuse("name-claimed-twice", message, hint="uninstall one of the two plug-ins")
        found[point.name] = point.value
    return MappingProxyType(dict(sorted(found.items())))


def find(folder: str, name: str, source: Source) -> ModuleType:
    """Return the module of that name, imported now if it was not before.

    Raise BriefError, pointing at `source`, where there is none.
    """
    known = names(folder)
    if name not in known:
        kind = folder.removesuffix("s")
        raise refuse(f"unknown-{kind}", f"there is no {kind} '{name}'", source, choices(name, known))
    try:
        module = importlib.import_module(known[name])
    except Exception as fault:  # a plug-in's import may fail in any way; ours never does
        message = f"the plug-in '{name}' can't be imported: {fault}"
        raise refuse("broken-plug-in", message, source, f"mend or uninstall '{known[name]}'") from fault
    missing = [wanted for wanted in CONTRACTS[folder] if not hasattr(module, wanted)]
    if missing:
        message = f"the plug-in '{name}' has no '{missing[0]}'"
        raise refuse("broken-plug-in", message, source, f"mend or uninstall '{known[name]}'")
    return module
