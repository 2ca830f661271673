"""Read YAML text into located values. The only module that knows the YAML library.

The YAML that is read is the plain part of YAML 1.2: mappings, sequences and scalars, where `yes`, `no`, `on` and
`2026-11-22` are text, as an author means them. Tags, and keys that are no plain text, are refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal

import yaml
from yaml.cyaml import CParser  # type: ignore[attr-defined]

from ..diagnostics import NOWHERE, BriefError, Diagnostic, Source, error, refuse
from ..frozen import dataclass
from ..limits import Limits, raising
from ..workspace import BUILT_IN, Workspace
from .syntax import syntax_fault
from .values import Mapping, Scalar, Sequence, Value, source_of

LINE = 100
"""So many characters of a text that an alias repeats count as much as a value."""

RESERVED = re.compile("[\ufdd0-\ufdef]")
"""Noncharacters (Unicode 23.7), never part of a text: kept for marks of our own, see `values.HOLE`."""

CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
"""What is no character to be read, even where the format could hold it as an escape."""

_CUT_OFF = re.compile(r" *(#(?:[^\s#]| \d)\S*)")
_WHOLE = re.compile(r"(?:true|false|[-+.\d]+)\Z")
_NUMBER = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?\Z")
_WORDS: dict[str, bool | None] = {
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
    "null": None, "Null": None, "NULL": None, "~": None, "": None,
}  # fmt: skip


class _Composer(CParser, yaml.resolver.BaseResolver):
    """PyYAML's C parser with no implicit types: scalars are resolved here, from their text."""

    def __init__(self, text: str) -> None:
        CParser.__init__(self, text)
        yaml.resolver.BaseResolver.__init__(self)


def load(path: str, workspace: Workspace, source: Source = NOWHERE) -> Mapping:
    """Return the mapping that a YAML file holds, each value located.

    Raise BriefError with every fault found: a file that can't be read (then pointing at `source`, which named it), no
    YAML, duplicate keys, tags, keys that are no text, aliases without end, nothing in the file, no mapping at the top.
    """
    value = _built_in(path) if path.startswith(BUILT_IN) else load_any(path, workspace, source)
    if not isinstance(value, Mapping):
        message = "the file must hold keys with values, such as 'title: …'"
        raise refuse("not-a-mapping", message, source_of(value, Source(path)))
    return value


@cache
def _built_in(path: str) -> Value:
    """Return what a file that comes with reportgen holds: it does not change while we run."""
    return load_any(path, Workspace(files={}))


def load_any(path: str, workspace: Workspace, source: Source = NOWHERE) -> Value:
    """Return the mapping, list or scalar that a YAML file holds; raise BriefError as `load` does."""
    text = workspace.read_text(path, source)
    _refuse_reserved(path, text)
    try:
        _check_depth(path, text, workspace.limits.depth)
        root = _Composer(text).get_single_node()
    except yaml.YAMLError as fault:
        raise BriefError([syntax_fault(path, text, fault)]) from None
    if root is None:
        raise refuse(
            "empty-file", f"'{path}' is empty", Source(path), "write its keys; a brief needs at least 'title: …'"
        )
    return _Reader(path, text, workspace.limits).read(root)


class _Reader:
    """One reading of one file, with the faults found so far."""

    def __init__(self, path: str, text: str, limits: Limits) -> None:
        self.file, self.most = path, limits.aliases
        self.lines = text.split("\n")
        self.faults: list[Diagnostic] = []
        self.seen: set[int] = set()
        self.open: set[int] = set()
        self.repeated = 0

    def read(self, root: yaml.Node) -> Value:
        value = self.value(root, "", -1)
        if self.faults:
            raise BriefError(self.faults)
        return value

    def value(self, node: yaml.Node, path: str, indent: int) -> Value:
        """Return what a node holds; `indent` is the column of the key or list that it belongs to."""
        if id(node) in self.open:
            raise refuse("too-deep", "this value stands inside itself", self.place(node, path), "write it out")
        if id(node) in self.seen:
            self.repeated += 1 + len(node.value) // LINE
            if self.repeated > self.most:
                message = f"the aliases from here on repeat more than {self.most:,} values or lines"
                raise refuse(
                    "too-many-aliases", message, self.place(node, path), f"write them out, {raising('aliases')}"
                )
        self.seen.add(id(node))
        if isinstance(node, yaml.ScalarNode):
            return self.scalar(node, path, indent)
        self.open.add(id(node))
        made = self.mapping(node, path) if isinstance(node, yaml.MappingNode) else self.sequence(node, path)
        self.open.discard(id(node))
        return made

    def sequence(self, node: yaml.Node, path: str) -> Sequence:
        self.check_tag(node, path, "seq")
        column = node.start_mark.column
        items = [self.value(item, f"{path}[{index}]", column) for index, item in enumerate(node.value)]
        return Sequence.of(items, self.place(node, path))

    def mapping(self, node: yaml.MappingNode, path: str) -> Mapping:
        self.check_tag(node, path, "map")
        values: dict[str, Value] = {}
        keys_at: dict[str, Source] = {}
        for name, key, value in self.pairs(node, path):
            below = f"{path}.{name}" if path else name
            place = self.place(key, below)
            located = Scalar(name, place)
            if name in values:
                message = f"the key '{name}' stands here a second time"
                hint = f"the first is in line {keys_at[name].line}; only one can count"
                self.faults.append(error("duplicate-key", message, place, hint))
                continue
            keys_at[name] = place
            values[located] = self.value(value, below, key.start_mark.column)
        return Mapping.of(values, self.place(node, path), keys_at)

    def pairs(self, node: yaml.MappingNode, path: str) -> Iterator[tuple[str, yaml.Node, yaml.Node]]:
        for key, value in node.value:
            if isinstance(key, yaml.ScalarNode):
                self.check_tag(key, path, "str")
                yield key.value, key, value
            else:
                hint = "put text with braces or brackets in quotes"
                self.faults.append(error("key-not-text", "a key must be plain text", self.place(key, path), hint))

    def scalar(self, node: yaml.ScalarNode, path: str, indent: int) -> Scalar | bool | None:
        self.check_tag(node, path, "str")
        place = self.place(node, path)
        control = CONTROL.search(node.value)
        if control:
            message = f"the text holds U+{ord(control.group()):04X}, which is no character to be read"
            self.faults.append(error("unprintable-character", message, place, "take it out"))
        self.check_end(node, path, indent)
        if not node.style:
            if node.value in _WORDS:
                return _WORDS[node.value]
            if _NUMBER.match(node.value):
                return Scalar(node.value, place, "number")
        return Scalar(node.value, place, lines=node.style == "|")

    def check_tag(self, node: yaml.Node, path: str, own: str) -> None:
        """Report a tag, which could ask for other types than text, lists and keys; YAML's own name for it passes."""
        if node.tag not in (None, "", "!", f"tag:yaml.org,2002:{own}", *_DEFAULT_TAGS):
            hint = "leave the tag away; put text that begins with '!' in quotes"
            self.faults.append(
                error("yaml-tag", f"the tag '{node.tag}' has no meaning here", self.place(node, path), hint)
            )

    def check_end(self, node: yaml.ScalarNode, path: str, indent: int) -> None:
        """Report text such as `issue #3`, of which YAML takes the end for a comment: it would be lost unseen."""
        cut = None if node.style else self.behind(node)
        cut = cut or self.below(node, indent)
        if cut:
            line, found = cut
            message = f"YAML takes '{found.group(1)}' for a comment: it would be lost"
            hint = "put the text in quotes, or write a blank behind '#' if it is a comment"
            at = Source(self.file, path, line + 1, found.start(1) + 1, len(found.group(1)))
            self.faults.append(error("text-cut-off", message, at, hint))

    def behind(self, node: yaml.ScalarNode) -> tuple[int, re.Match[str]] | None:
        """Return the line and what YAML cuts off behind a plain value; None behind one that can't go on as text."""
        mark = node.end_mark
        if mark.line >= len(self.lines) or _WHOLE.match(node.value):
            return None
        found = _CUT_OFF.match(self.lines[mark.line], mark.column)
        return (mark.line, found) if found else None

    def below(self, node: yaml.ScalarNode, indent: int) -> tuple[int, re.Match[str]] | None:
        """Return the line and what YAML cuts off below a text, where a line that belongs to it begins with `#`."""
        if not node.value or node.style in ("'", '"'):
            return None
        line = node.end_mark.line if node.style else node.end_mark.line + 1
        while line < len(self.lines) and not self.lines[line].strip():
            line += 1
        text = self.lines[line] if line < len(self.lines) else ""
        found = _CUT_OFF.match(text) if len(text) - len(text.lstrip()) > indent + 1 else None
        return (line, found) if found else None

    def place(self, node: yaml.Node, path: str) -> Source:
        """Return where a node's content begins: for block scalars, the line below their sign."""
        mark, end = node.start_mark, node.end_mark
        line, column = mark.line + 1, mark.column + 1
        if not isinstance(node, yaml.ScalarNode):
            return Source(self.file, path, line, column)
        if node.style in ("|", ">"):
            return Source(self.file, path, line + 1, 1, end=max(line + 1, _last_line(node)))
        if end.line == mark.line:
            return Source(self.file, path, line, column, max(1, end.column - mark.column))
        return Source(self.file, path, line, column, end=_last_line(node))


_DEFAULT_TAGS = (
    yaml.resolver.BaseResolver.DEFAULT_SCALAR_TAG,
    yaml.resolver.BaseResolver.DEFAULT_SEQUENCE_TAG,
    yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG,
)


def _check_depth(path: str, text: str, most: int) -> None:
    """Refuse values nested too deeply, before the parser that recurses meets them: it would crash, not raise."""
    depth = 0
    events = CParser(text)
    while events.check_event():
        event = events.get_event()
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > most and event is not None and event.start_mark is not None:
            place = Source(path, "", event.start_mark.line + 1, event.start_mark.column + 1)
            raise too_deep(most, place)


def too_deep(most: int, place: Source) -> BriefError:
    """Return the refusal of values that are nested more deeply than the limit."""
    hint = f"nest them less, {raising('depth')}"
    return refuse("too-deep", f"values are nested more than {most} deep here", place, hint)


def _refuse_reserved(path: str, text: str) -> None:
    """Refuse the characters that can't be text and that mark holes after expansion."""
    found = RESERVED.search(text)
    if found:
        line = text.count("\n", 0, found.start()) + 1
        column = found.start() - (text.rfind("\n", 0, found.start()) + 1) + 1
        message = f"U+{ord(found.group()):04X} is no character of any script"
        raise refuse("reserved-character", message, Source(path, "", line, column), "delete it")


def _last_line(node: yaml.Node) -> int:
    """Return the number of the last line that a text takes: the mark behind a block of lines is at the next one."""
    return int(node.end_mark.line + (node.end_mark.column > 0))


@dataclass(frozen=True, slots=True)
class Piece:
    """A text of a YAML file, or the beginning or end of a mapping or list: line and column, from 1, of what it takes.

    `end` is behind the last character. A `block` is a text below its sign; `flow` says that brackets stand around.
    """

    kind: Literal["text", "block", "mapping", "list", "end"]
    begin: tuple[int, int]
    end: tuple[int, int]
    flow: bool


def pieces(text: str) -> Iterator[Piece]:
    """Return the pieces of YAML text in its order, aliases as texts; those up to the fault where it is no YAML."""
    events = CParser(text)
    try:
        while events.check_event():
            event = events.get_event()
            kind = next((kind for known, kind in _KINDS if isinstance(event, known)), None)
            if event is None or kind is None or event.start_mark is None or event.end_mark is None:
                continue
            style = getattr(event, "style", None)
            begin, end = event.start_mark, event.end_mark
            yield Piece(
                "block" if kind == "text" and style in ("|", ">") else kind,
                (begin.line + 1, begin.column + 1),
                (end.line + 1, end.column + 1),
                bool(getattr(event, "flow_style", False)),
            )
    except yaml.YAMLError:
        return


_KINDS: tuple[tuple[type[yaml.Event], Literal["text", "mapping", "list", "end"]], ...] = (
    (yaml.ScalarEvent, "text"),
    (yaml.AliasEvent, "text"),
    (yaml.MappingStartEvent, "mapping"),
    (yaml.SequenceStartEvent, "list"),
    (yaml.CollectionEndEvent, "end"),
)
