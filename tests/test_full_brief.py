"""A brief with every entity and key: all of it is printed, and any value at any place gives a memo or diagnostics."""

from __future__ import annotations

import copy
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import docx
import pypdfium2
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

import reportgen
from reportgen import registry
from reportgen.brief.models import Brief, Line, Prose, texts
from reportgen.document import Chart, Diagram, Document, words_of
from reportgen.document.walk import lines_of, text_of, walk
from reportgen.pipeline import read
from reportgen.workspace import Workspace

PATH = Path(__file__).with_name("full.yaml")
TEXT = PATH.read_text(encoding="utf-8")
VALUES = yaml.load(TEXT, yaml.BaseLoader)

NOT_PRINTED = {"extra", "vars"}
"""What a brief may hold that is not for the memo."""


def paths(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Return the path of every value in the brief but the whole."""
    below = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in below:
        yield (*path, key)
        yield from paths(item, (*path, key))


PATHS = sorted(paths(VALUES), key=str)
LEAVES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(allow_nan=False),
    st.text(max_size=8),
    st.sampled_from(["{{ hole('x') }}", "{{ x }}", "2026-13", "2014~", "P", "a", "signing", "*", "[^1]", "=1", "../x"]),
)
GIVEN = st.recursive(
    LEAVES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(PATHS), GIVEN)
def test_any_value_at_any_place_gives_a_memo_or_diagnostics(path: tuple[Any, ...], value: Any) -> None:
    brief = copy.deepcopy(VALUES)
    at: Any = brief
    for key in path[:-1]:
        at = at[key]
    at[path[-1]] = value
    text = yaml.safe_dump(brief, allow_unicode=True, sort_keys=False, width=10_000)
    found = reportgen.check("b.yaml", workspace=Workspace(files={"b.yaml": text}))
    assert all(one.code and one.message for one in found)


LAID_OUT = {
    "about": "{builder: about, heading: About, text: For tests., new_page: true}",
    "actors": "{builder: actors, form: table}",
    "annexes": "{builder: annexes, new_page: true, marked: true}",
    "header": "{builder: header, layout: grid, fields: [to, through, from, cc, attention, title, handling]}",
    "implementation": "{builder: implementation, actions: true}",
    "issues": "{builder: issues, headings: true, sticking_points: false}",
    "options": "{builder: options, form: table, facets: [text, pros, cons, risks, cost, legal, feasibility]}",
    "proposals": "{builder: proposals, compared: true}",
    "recommendations": "{builder: recommendations, actions: decisions}",
    "positions": "{builder: positions, scale: true}",
    "risks": "{builder: risks, grid: true}",
    "scenarios": "{builder: scenarios, chart: true}",
    "timeline": "{builder: timeline, show: diagram}",
    "summary": "{builder: summary, boxed: false}",
}
"""Builders in another layout than that of the policy memo."""


def every_part() -> str:
    """Return a template with every section builder."""
    parts = [LAID_OUT.get(name, name) for name in registry.names("sections")]
    return "name: every\nsummary: every part\nsections:\n" + "".join(f"  - {part}\n" for part in parts)


@pytest.fixture(scope="module", params=["policy-memo", "every"])
def full(request: pytest.FixtureRequest) -> reportgen.Memo:
    files = {"full.yaml": TEXT, "templates/every.yaml": every_part()}
    return reportgen.build("full.yaml", request.param, workspace=Workspace(files=files))


def test_every_key_of_every_entity_is_given() -> None:
    assert sorted(missing(read("full.yaml", Workspace(files={"full.yaml": TEXT})))) == []


def missing(brief: Brief) -> set[str]:
    """Return the keys that no entity of its class is given."""
    known: dict[type, set[str]] = {}
    used: dict[type, set[str]] = {}
    for model in models(brief):
        known.setdefault(type(model), set(type(model).model_fields))
        used.setdefault(type(model), set()).update(model.model_fields_set)
    left = {f"{kind.__name__}.{key}" for kind in known for key in known[kind] - used[kind]}
    return {one for one in left if one.partition(".")[2] not in NOT_PRINTED} - ELSEWHERE


ELSEWHERE = {
    "Brief.figures", "Annex.figures", "FreeSection.figures", "Subsection.figures", "Brief.template", "Brief.style",
    "Brief.language", "Brief.spelling", "Brief.status", "Brief.likelihood_scale",
    "Brief.summary", "Brief.subject", "Brief.agenda", "Brief.title", "DataTable.data", "DataChart.data",
}  # fmt: skip
"""Keys that other tests are about, or that would need a file."""


def models(value: Any) -> Iterator[BaseModel]:
    if isinstance(value, BaseModel):
        yield value
        for name in type(value).model_fields:
            yield from models(getattr(value, name))
    elif isinstance(value, tuple | list):
        for item in value:
            yield from models(item)
    elif isinstance(value, dict):
        for item in value.values():
            yield from models(item)


def test_every_text_is_printed(full: reportgen.Memo) -> None:
    assert [one for one in full.diagnostics if one.code == "unplaced-text"] == []
    printed = " ".join((*lines_of(full.document), *in_visuals(full.document)))
    brief = read("full.yaml", Workspace(files={"full.yaml": TEXT}))
    assert [words(one) for one in texts(brief) if words(one) not in printed and words(one) != "Special Envoy"] == []


def in_visuals(document: Document) -> Iterator[str]:
    """Return the words in charts and diagrams, and what they show for those who can't see it."""
    for node in walk(document):
        if isinstance(node, Chart | Diagram):
            yield node.alt
            yield from (text for text, _ in words_of(node))


def words(text: Line | Prose) -> str:
    return text.text if isinstance(text, Line) else text_of(text.blocks)


@pytest.mark.parametrize("format", ["docx", "pdf"])
def test_both_files_have_every_line_in_order(full: reportgen.Memo, format: str) -> None:
    data = reportgen.write(full, format).data
    found = solid((of_docx if format == "docx" else of_pdf)(data))
    at = 0
    for line in lines_of(full.document):
        wanted = solid(line)
        place = found.find(wanted, at)
        assert place >= 0 or wanted in found, line
        at = max(at, place)


def solid(text: str) -> str:
    """Return a text without blanks and hyphens: PDFium tells those of the author's at a line's end like any others."""
    return "".join(text.split()).translate({ord("-"): None, 0xFFFE: None})


def of_docx(data: bytes) -> str:
    body = docx.Document(io.BytesIO(data)).element.body
    return "\n".join("".join(p.itertext()) for p in body.iter(docx.oxml.ns.qn("w:p")))


def of_pdf(data: bytes) -> str:
    return "\n".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data))
