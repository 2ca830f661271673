"""Which briefs are meant by files, folders, patterns and lists.

A file that is named is a brief. In a folder, and in all below it, a brief is a YAML file that

- has the key `title` at its left margin, or an `include` there that may bring it;
- is included by no other file there;
- does not lie in a folder of templates, styles or languages, nor in a hidden one.

The rule reads lines rather than YAML, so that thousands of files are told apart in no time. A file in another form
(`{title: A}`) is made when it is named.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import PurePath

from ..disk import content_of
from ..frozen import dataclass

SUFFIXES = (".yaml", ".yml")
NOT_BRIEFS = ("templates", "styles", "languages")
"""The folders whose YAML files are found by name."""

_TITLE = re.compile(rb"^(?:\xef\xbb\xbf)?(?:title|\"title\"|'title'|include)[ \t]*:", re.M)
_INCLUDE = re.compile(
    rb"\binclude['\"]?[ \t]*:[ \t]*"
    rb"(?:\[(?P<flow>[^\]]*)\]|(?P<block>(?:\s*\n[ \t]*-[ \t]+[^\n]+)+)|(?P<one>[^\n,}#]+))"
)
_NAME = re.compile(r"[^\s,'\"\[\]-][^\n,'\"\[\]]*")


@dataclass(frozen=True, slots=True)
class Found:
    """A brief, and what its files are called: its own name, below a folder that is given its path from there."""

    brief: str
    name: str


def find_briefs(given: Iterable[str]) -> tuple[Found, ...]:
    """Return the briefs that files, folders and patterns stand for, each once, those of a folder sorted.

    A pattern that fits nothing, and a folder that holds no brief, are taken for a brief's name, whose fault is told.
    """
    found: dict[str, Found] = {}
    for word in given:
        for brief, name in _meant(word):
            found.setdefault(os.path.normpath(brief), Found(brief, name))
    return tuple(found.values())


def targets(found: Iterable[Found], output: str) -> dict[str, str]:
    """Return where the files of each brief go, by the brief's path; raise ValueError where two would be one."""
    owners: dict[str, str] = {}
    for one in found:
        first = owners.setdefault(one.name, one.brief)
        if first != one.brief:
            raise ValueError(f"'{first}' and '{one.brief}' would both be written as '{one.name}': make them one by one")
    return {one.brief: os.path.join(output, one.name) for one in found}


def listed(text: str) -> list[str]:
    """Return the paths in a list, one a line; empty lines and those that begin with `#` are passed over."""
    return [line for line in text.splitlines() if line.strip() and not line.startswith("#")]


def _meant(word: str) -> Iterator[tuple[str, str]]:
    """Return the briefs that a word stands for, each with where its files go below the folder for all."""
    if os.path.isdir(word):
        yield from _in_folder(word)
        return
    files = [word]
    if not os.path.exists(word) and any(sign in word for sign in "*?["):
        from glob import glob

        files = sorted(path for path in glob(word, recursive=True) if os.path.isfile(path)) or files
    for file in files:
        yield file, PurePath(file).stem


def _in_folder(folder: str) -> Iterator[tuple[str, str]]:
    contents = {path: _content(path) for path in _yaml_files(folder)}
    included = {path for file, content in contents.items() for path in _included(file, content)}
    briefs = [path for path, content in contents.items() if _TITLE.search(content) and path not in included]
    if not briefs:
        yield folder, PurePath(folder).stem
    for path in briefs:
        yield path, os.path.splitext(os.path.relpath(path, folder))[0]


def _content(path: str) -> bytes:
    """Return a file's content; that of a brief where it can't be read, so that it is not passed over."""
    try:
        return content_of(path)
    except OSError:
        return b"title:"


def _yaml_files(folder: str) -> Iterator[str]:
    """Return the YAML files in a folder and below, a folder's own before those of the folders in it, sorted."""
    for at, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name not in NOT_BRIEFS and not name.startswith("."))
        for name in sorted(names):
            if name.endswith(SUFFIXES) and not name.startswith("."):
                yield os.path.join(at, name)


def _included(file: str, content: bytes) -> Iterator[str]:
    """Return the paths of the files that a file includes, as far as its lines tell."""
    for include in _INCLUDE.finditer(content) if b"include" in content else ():
        written = (include["flow"] or include["block"] or include["one"]).decode(errors="replace")
        for name in _NAME.findall(re.sub(r"^[ \t]*-[ \t]+", "", written, flags=re.M)):
            yield os.path.normpath(os.path.join(os.path.dirname(file), name.strip()))
