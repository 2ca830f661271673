"""From a brief to a memo, across the stages."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from types import ModuleType

import pytest

import reportgen
from reportgen import registry
from reportgen.diagnostics import Diagnostic
from reportgen.document import Paragraph, Section, Text
from reportgen.document.walk import lines_of, text_of
from reportgen.workspace import Workspace

Build = Callable[..., reportgen.Memo]
Found = Callable[..., list[Diagnostic]]

TEMPLATE = "name: t\nsummary: s\nsections:\n"


def headings(memo: reportgen.Memo) -> list[str]:
    return [text_of(block.heading) for block in memo.document.blocks if isinstance(block, Section)]


def test_what_is_not_in_the_brief_makes_no_section(memo: Build) -> None:
    assert headings(memo("title: A\nconclusion: C\n")) == ["Conclusion"]


def test_an_author_s_template_comes_before_the_built_in_one(memo: Build) -> None:
    mine = {"templates/policy-memo.yaml": TEMPLATE + "  - conclusion\n"}
    document = memo("title: A\nconclusion: C\n", **mine).document
    assert [type(block).__name__ for block in document.blocks] == ["Section"]


def test_a_template_can_be_asked_for_by_name(memo: Build) -> None:
    mine = {"templates/x.yaml": TEMPLATE + "  - {builder: conclusion, heading: The end}\n"}
    assert headings(memo("title: A\nconclusion: C\n", "x", **mine)) == ["The end"]


def test_a_template_s_sentences_speak_of_the_brief(memo: Build) -> None:
    mine = {"templates/x.yaml": TEMPLATE + "  - {builder: conclusion, lead_in: 'On *{{ title }}*.'}\n"}
    assert "On Talks." in list(lines_of(memo("title: Talks\nconclusion: C\n", "x", **mine).document))


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ("  - conclusio\n", ("unknown-section", 4, 5, "did you mean 'conclusion'?")),
        ("  - builder: conclusio\n", ("unknown-section", 4, 14, "did you mean 'conclusion'?")),
        ("  - {builder: conclusion, headng: X}\n", ("unknown-key", 4, 27, "did you mean 'heading'?")),
        ("  - {heading: X}\n", ("missing-key", 4, 5, "add 'builder: …' with a section builder's name")),
        ("  - {builder: header, fields: [dat]}\n", ("unknown-value", 4, 32, "did you mean 'date'?")),
        ("  - {builder: talks, lead_in: 'On {{ titel }}'}\n", ("undefined-name", 4, 38, "did you mean 'title'?")),
        ("  - [x]\n", ("wrong-type", 4, 5, "")),
    ],
)
def test_a_fault_of_a_template_is_told_in_the_template(
    found: Found, entry: str, expected: tuple[str, int, int, str]
) -> None:
    (fault,) = found("title: A\ntemplate: x\n", **{"templates/x.yaml": TEMPLATE + entry})
    place = fault.source
    assert (fault.code, place.line, place.column, fault.hint) == expected
    assert place.file == "templates/x.yaml"


def test_all_faults_of_a_template_s_entries_are_told_at_once(found: Found) -> None:
    mine = {"templates/x.yaml": TEMPLATE + "  - conclusio\n  - {builder: talks, x: 1}\n"}
    assert [one.source.line for one in found("title: A\ntemplate: x\n", **mine)] == [4, 5]


def test_an_unknown_style_is_told_in_the_template(found: Found) -> None:
    (fault,) = found(
        "title: A\ntemplate: x\n",
        **{"templates/x.yaml": TEMPLATE.replace("s\n", "s\nstyle: hous\n", 1) + "  - talks\n"},
    )
    assert (fault.code, fault.source.file, fault.source.line, fault.hint) == (
        "unknown-style",
        "templates/x.yaml",
        3,
        "did you mean 'house'?",
    )


def test_a_language_with_a_region_speaks_its_language(memo: Build) -> None:
    built = memo("title: A\nlanguage: uk-UA\nconclusion: C\n")
    assert built.document.meta.language == "uk-UA"
    assert headings(built) == ["Висновок"]


def test_the_author_s_marks_reach_the_running_lines(memo: Build) -> None:
    meta = memo("title: A *b*\nmarkings: {tlp: AMBER+STRICT}\n").document.meta
    assert (meta.title, meta.running_head, meta.marking, meta.draft_mark) == ("A b", "A b", "TLP:AMBER+STRICT", "DRAFT")
    assert memo("title: A\nstatus: final\ndate: 2026-01-01\nto: X\nfrom: Y\n").document.meta.draft_mark == ""


def test_what_a_memo_read_is_listed() -> None:
    files = {"b.yaml": "title: A\ntemplate: x\n", "templates/x.yaml": TEMPLATE + "  - header\n"}
    workspace = Workspace(files=files)
    reportgen.build("b.yaml", workspace=workspace)
    assert workspace.paths_read == ("b.yaml", "templates/x.yaml")


def test_an_unknown_format_is_refused(memo: Build) -> None:
    with pytest.raises(reportgen.BriefError, match="there is no writer 'odt'"):
        reportgen.write(memo("title: A\n"), "odt")


@pytest.mark.parametrize("format", ["docx", "pdf"])
def test_the_same_brief_gives_the_same_bytes(memo: Build, format: str) -> None:
    text = "title: A\nsummary: S\nsections: [{title: T, text: '1. one'}]\n"
    assert reportgen.write(memo(text), format).data == reportgen.write(memo(text), format).data


class Plugin:
    """An entry point as packages declare it."""

    def __init__(self, name: str, value: str) -> None:
        self.name, self.value = name, value


@pytest.fixture
def plugin(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str, ModuleType], None]]:
    """Install a module as a plug-in section."""

    def install(name: str, module: ModuleType) -> None:
        monkeypatch.setitem(__import__("sys").modules, module.__name__, module)
        monkeypatch.setattr(
            registry,
            "entry_points",
            lambda group: [Plugin(name, module.__name__)] if group == "reportgen.sections" else [],
        )
        registry.names.cache_clear()

    yield install
    registry.names.cache_clear()


def test_a_plug_in_s_section_is_found_by_its_entry_point(memo: Build, plugin: Callable[..., None]) -> None:
    from reportgen.sections import SectionOptions

    module = ModuleType("toy_section")
    module.Options = SectionOptions  # type: ignore[attr-defined]
    module.build = lambda brief, options, words: [Paragraph(inlines=(Text(text="toy"),))]  # type: ignore[attr-defined]
    plugin("toy", module)
    built = memo("title: A\n", "x", **{"templates/x.yaml": TEMPLATE + "  - toy\n"})
    assert text_of(built.document.blocks) == "toy"


def test_a_name_claimed_twice_is_an_error(found: Found, plugin: Callable[..., None]) -> None:
    plugin("talks", ModuleType("toy_talks"))
    assert [one.code for one in found("title: A\n")] == ["name-claimed-twice"]
