"""The reference of briefs: every key of every model, with an example out of the brief that has all of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from textwrap import dedent

import yaml
from pydantic import BaseModel

import reportgen
from reportgen.pipeline import read

from .keys import Keys

ROOT = Path(__file__).parents[2]
FULL = "tests/full.yaml"
LONGEST = 32
"""How many lines an example may have."""

HEAD = """\
# What may be written in a brief

A brief is a YAML file. This page lists its keys; it is made out of the models that briefs are held against, so it has
all of them. Only the title is required of a brief. In the tables, a star marks a key that its own mapping must have.
A key that is not listed is an error, with the likeliest key that there is.

- A *line* is Markdown of one paragraph. *Prose* is Markdown of any length. See [Writing](../writing.md).
- *Plain text* is data, such as an id or a name of a file: it is not read as Markdown.
- A *date* is written `2026-11-22`. *A date, as far as it is known* may also be `2026`, `2026-11`, `2026-11-XX`, `2014~`
  (about 2014) or `2025/2026`, after the Extended Date/Time Format (ISO 8601-2).
- `null` says of any key that its value is open, as leaving it away does.
- Any text can hold placeholders, `{{ name }}`, filled from `vars`, and holes, `{{ hole("announcement date") }}`.
- In the place of any value, `include: other.yaml` brings what that file holds. Several mappings, or lists, are joined:
  `include: [actors.yaml, more.yaml]`.
- Ids are of your choice. A key that takes an id is checked: an id that leads nowhere is an error.

## The brief itself

"""


def page() -> str:
    """Return the page."""
    schema = reportgen.schema("brief")
    keys = Keys(schema)
    examples = read_examples()
    return "".join((HEAD, keys.table(schema), *_models(keys, examples)))


def _models(keys: Keys, examples: dict[str, str]) -> Iterator[str]:
    for name in keys.models(keys.schema["properties"]):
        model = keys.definitions[name]
        yield f"\n## {name}\n\n{model['description']} {keys.place(name)}\n\n"
        if shorter := keys.shorter(model):
            yield f"{shorter}\n"
        yield keys.table(model)
        if name in examples:
            yield f"\n```yaml\n{examples[name]}```\n"


def read_examples() -> dict[str, str]:
    """Return for each model its piece of the full brief with the most keys, as it is written there."""
    text = (ROOT / FULL).read_text(encoding="utf-8")
    brief = read(FULL, reportgen.Workspace(ROOT))
    pieces = {node.start_mark.line * 10_000 + node.start_mark.column: node for node in _nodes(yaml.compose(text))}
    best: dict[str, tuple[int, str]] = {}
    for model in _below(brief):
        node = pieces.get((model.source.line - 1) * 10_000 + model.source.column - 1)
        if not isinstance(node, yaml.MappingNode):
            continue
        name, piece = type(model).__name__, _written(text, node)
        if piece.count("\n") <= LONGEST and len(node.value) > best.get(name, (0, ""))[0]:
            best[name] = len(node.value), piece
    return {name: piece for name, (_, piece) in best.items()}


def _written(text: str, node: yaml.Node) -> str:
    """Return a piece of YAML as it is written, its lines moved to the margin; a long one in braces, key by key."""
    start, end = node.start_mark, node.end_mark
    piece = text[start.index : end.index]
    if node.flow_style and isinstance(node, yaml.MappingNode):
        pairs = ((text[k.start_mark.index : k.end_mark.index], text[v.start_mark.index : v.end_mark.index])
                 for k, v in node.value)  # fmt: skip
        return "".join(f"{key}: {value}\n" for key, value in pairs)
    return dedent(" " * start.column + piece).rstrip() + "\n"


def _nodes(node: yaml.Node) -> Iterator[yaml.Node]:
    yield node
    for part in node.value if isinstance(node.value, list) else ():
        for one in part if isinstance(part, tuple) else (part,):
            yield from _nodes(one)


def _below(value: object) -> Iterator[BaseModel]:
    """Return the models inside a value, below the brief itself."""
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            inner = getattr(value, name)
            yield from (inner,) if isinstance(inner, BaseModel) else ()
            yield from _below(inner)
    elif isinstance(value, dict | tuple):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from (inner,) if isinstance(inner, BaseModel) else ()
            yield from _below(inner)
