"""Whatever an author writes: a memo that says it, or diagnostics; never an exception."""

from __future__ import annotations

import io
import re
import string

import docx
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

import reportgen
from reportgen.brief.models import Brief
from reportgen.workspace import Workspace

# Any character but controls, surrogates, those unassigned or private, blanks, and the soft hyphen (an element in DOCX).
CHARACTERS = st.characters(exclude_categories=("Cc", "Cs", "Cn", "Co", "Zl", "Zp", "Zs"), exclude_characters="\xad")
TEXT = st.text(CHARACTERS, min_size=1, max_size=30)

KEYS = st.sampled_from([*Brief.keys(), "id", "text", "title", "positions", "actions", "milestones", "by_actor", "x"])
LEAVES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.dates(),
    st.text(max_size=20),
    st.sampled_from(
        ["{{ hole('x') }}", "{{ x }}", "{% if %}", "# a", "- b", "![](x.png)", "|a|b|\n|-|-|\n|1|", "a: b"]
    ),
)
VALUES = st.recursive(LEAVES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4))


def escaped(text: str) -> str:
    """Return text with each sign that could be Markdown or a template's behind a backslash or in raw braces."""
    marked = "".join(f"\\{one}" if one in string.punctuation else one for one in text)
    return f"{{% raw %}}{marked}{{% endraw %}}"


@settings(max_examples=60, deadline=None)
@given(TEXT)
def test_any_text_comes_out_of_the_docx_as_itself(text: str) -> None:
    brief = yaml.safe_dump({"title": escaped(text)}, allow_unicode=True, width=10_000)
    memo = reportgen.build("b.yaml", workspace=Workspace(files={"b.yaml": brief}))
    written = docx.Document(io.BytesIO(reportgen.write(memo, "docx").data))
    assert written.paragraphs[1].text == text
    assert written.core_properties.title == text


@settings(max_examples=60, deadline=None)
@given(TEXT)
def test_any_text_is_in_the_pdf_or_its_character_is_named(text: str) -> None:
    brief = yaml.safe_dump({"title": escaped(text)}, allow_unicode=True, width=10_000)
    memo = reportgen.build("b.yaml", workspace=Workspace(files={"b.yaml": brief}))
    try:
        assert (reportgen.write(memo, "pdf").pages or 0) >= 1
    except reportgen.BriefError as refused:
        for fault in refused.diagnostics:
            assert fault.source.line == 1
            named = re.search(r"U\+([0-9A-F]{4,6})", fault.message)
            assert named
            assert chr(int(named[1], 16)) in text


@settings(max_examples=200, deadline=None)
@given(st.dictionaries(KEYS, VALUES, max_size=5))
def test_any_value_anywhere_gives_a_memo_or_diagnostics(values: dict[str, object]) -> None:
    text = yaml.safe_dump({"title": "A", **values}, allow_unicode=True)
    for fault in reportgen.check("b.yaml", workspace=Workspace(files={"b.yaml": text})):
        assert fault.message
        assert fault.source.file


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=60) | st.binary(max_size=60))
def test_any_file_gives_a_memo_or_diagnostics(content: str | bytes) -> None:
    data = content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content
    reportgen.check("b.yaml", workspace=Workspace(files={"b.yaml": data}))
