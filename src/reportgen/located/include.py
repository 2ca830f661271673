"""Put together what is written in several files: `include:` stands for the content of another one.

    issues: {include: parts/issues.yaml}     the file's list or keys are the value
    issues:
      - include: parts/border.yaml           the file's keys are an item; the items of its list are items here
    include: [parts/actors.yaml]             the file's keys are keys here

Every value keeps its place in the file that it was written in.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from ..diagnostics import BriefError, Diagnostic, Source, error
from ..limits import raising
from ..workspace import MEGABYTE, Workspace
from .load import load_any
from .values import Mapping, Scalar, Sequence

KEY = "include"


def include(values: Mapping, workspace: Workspace) -> Mapping:
    """Return the values with every included file in place of its `include:`; themselves where there is none.

    Files are looked for in the folder of the file that includes them, or below it. Raise BriefError with all faults:
    files that can't be read, files that include one another in a circle, keys that two files give.
    """
    joining = _Joining(workspace, (values.source.file,))
    joined: Any = values
    with suppress(_Enough):
        joined = joining.mapping(values)
    if joining.faults:
        raise BriefError(joining.faults)
    assert isinstance(joined, Mapping)
    return joined


class _Enough(Exception):
    """So much is included that no other file is looked at."""


class _Joining:
    """One chain of files that include one another; the faults and the sizes of the files of all chains so far."""

    def __init__(self, workspace: Workspace, chain: tuple[str, ...], outer: _Joining | None = None) -> None:
        self.workspace, self.chain = workspace, chain
        self.faults: list[Diagnostic] = outer.faults if outer else []
        self.sizes: list[int] = outer.sizes if outer else []

    def value(self, value: Any) -> Any:
        if isinstance(value, Mapping):
            return self.mapping(value)
        if isinstance(value, Sequence):
            return Sequence.of([item for one in value for item in self.items(one)], value.source)
        return value

    def mapping(self, values: Mapping) -> Any:
        """Return keys with those of included files, or what the one file stands for that is included alone."""
        if KEY not in values:
            return Mapping.of({key: self.value(value) for key, value in values.items()}, values.source, values.keys_at)
        included = [content for name in self.names(values) for content in self.files(name)]
        if len(values) == 1 and len(included) == 1 and values.source.path:
            return included[0]
        return self.merged(values, included)

    def items(self, value: Any) -> Iterator[Any]:
        """Return an item of a list; the items of a list for a file that holds one."""
        joined = self.value(value)
        alone = isinstance(value, Mapping) and tuple(value) == (KEY,)
        yield from joined if alone and isinstance(joined, Sequence) else (joined,)

    def merged(self, values: Mapping, included: list[Any]) -> Mapping:
        pairs: dict[Any, Any] = {}
        places: dict[str, Source] = {}
        own = Mapping.of(
            {key: self.value(value) for key, value in values.items() if key != KEY}, values.source, values.keys_at
        )
        for content in (*included, own):
            if not isinstance(content, Mapping):
                hint = "a file that is included among keys must hold keys itself"
                self.faults.append(error("not-a-mapping", "this file holds a list", content.source, hint))
                continue
            for key, value in content.items():
                if key in pairs:
                    hint = f"'{places[key]}' has it already; only one can count"
                    message = f"the key '{key}' is given by two files"
                    self.faults.append(error("duplicate-key", message, content.key_at(key), hint))
                pairs[key], places[key] = value, content.key_at(key)
        return Mapping.of(pairs, values.source, places)

    def names(self, values: Mapping) -> Iterator[Scalar]:
        """Return the names of the files that a mapping includes."""
        wanted = values[KEY]
        for name in wanted if isinstance(wanted, Sequence) else (wanted,):
            if isinstance(name, Scalar):
                yield name
            else:
                place = values.key_at(KEY)
                self.faults.append(error("wrong-type", "'include' must be a file's name, or a list of them", place))

    def files(self, name: Scalar) -> Iterator[Any]:
        """Return the content of a file, with what it includes itself; nothing, and a fault, where there is none."""
        try:
            path = self.workspace.beside(self.chain[-1], name, name.source)
            if path in self.chain:
                message = f"'{name}' includes this file itself"
                self.faults.append(error("circular-include", message, name.source, " -> ".join((*self.chain, path))))
                return
            self.count(path, name.source)
            content = load_any(path, self.workspace, name.source)
            yield _Joining(self.workspace, (*self.chain, path), self).value(content)
        except BriefError as refused:
            self.faults.extend(refused.diagnostics)

    def count(self, path: str, place: Source) -> None:
        """Count a file in; raise _Enough, with a fault, where that is more than one brief may include."""
        limits = self.workspace.limits
        self.sizes.append(len(self.workspace.read_text(path, place)))
        counts = (("files", len(self.sizes)), ("megabytes", sum(self.sizes) / MEGABYTE))
        for limit, count in counts:
            if count > getattr(limits, limit):
                message = f"all that is included comes to more than {getattr(limits, limit):,} {limit}"
                self.faults.append(error("too-large", message, place, f"include less, {raising(limit)}"))
                raise _Enough
