"""The explanations of diagnostic codes: one Markdown file a code, ours in `data/codes/`, a plug-in's in its package.

Such a file has the form

    # What the code stands for, in one line
    Paragraphs: what it means, and a last one that begins with `Usual cause:`.
    ## Wrong
    Fenced snippets that give the code, each with its file's name where it is not a brief.
    ## Right
    The same without it.

A snippet of a style or language shows some of its keys; the others are those of the built-in `house` and `en`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from types import MappingProxyType

from ...frozen import dataclass
from ...offers import offers

SUFFIX = ".md"
BRIEF = "brief.yaml"
"""The name of a snippet that gives none: most are briefs."""

_PART = re.compile(r"^## ", re.M)
_FENCE = re.compile(r"^(?P<fence>`{3,})\w+ ?(?P<file>.*)\n(?P<text>(?s:.*?))^(?P=fence)$", re.M)


@dataclass(frozen=True, slots=True)
class Explanation:
    """What a code means, and what gives it: the files of a wrong example and of a right one, by their names."""

    code: str
    summary: str
    meaning: str
    wrong: Mapping[str, str]
    right: Mapping[str, str]


@cache
def explanations() -> Mapping[str, Explanation]:
    """Return the explanations of all codes, sorted by code."""
    ours = files("reportgen").joinpath("data", "codes")
    found = [*ours.iterdir(), *_of_plug_ins()]
    read = (explained(file.name.removesuffix(SUFFIX), file.read_text(encoding="utf-8")) for file in found)
    return MappingProxyType({one.code: one for one in sorted(read, key=lambda one: one.code)})


def explained(code: str, text: str) -> Explanation:
    """Return the explanation that a Markdown text holds; what it leaves out is empty."""
    head, *parts = _PART.split(text)
    summary, _, meaning = head.partition("\n")
    examples = {name: _snippets(snippets) for name, _, snippets in (part.partition("\n") for part in parts)}
    nothing: Mapping[str, str] = MappingProxyType({})
    return Explanation(
        code,
        summary.removeprefix("# "),
        meaning.strip(),
        wrong=examples.get("Wrong", nothing),
        right=examples.get("Right", nothing),
    )


def _snippets(text: str) -> Mapping[str, str]:
    return MappingProxyType({found["file"] or BRIEF: found["text"] for found in _FENCE.finditer(text)})


def _of_plug_ins() -> Iterator[Path]:
    """Return the explanations beside the modules of plug-in checks; a check without one is left out."""
    for point in offers("checks"):
        folder = _folder(point.module)
        if folder and (folder / (point.name + SUFFIX)).is_file():
            yield folder / (point.name + SUFFIX)


def _folder(module: str) -> Path | None:
    """Return the folder of a module, or of the package that it is; None for one that is in no package.

    Nothing is imported: a plug-in that fails at that must not keep others from being explained.
    """
    top, *below = module.split(".")
    package = find_spec(top)
    if package is None or not package.submodule_search_locations:
        return None
    path = Path(package.submodule_search_locations[0], *below)
    return path if path.is_dir() else path.parent
