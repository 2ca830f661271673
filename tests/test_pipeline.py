"""From a brief to a memo, across the stages."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
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
ENGLISH = Workspace().read_text("reportgen:languages/en.yaml")


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


def test_a_hole_in_the_title_is_told_in_the_running_head(memo: Build) -> None:
    assert memo("title: 'Talks on {{ hole(\"date\") }} in Geneva'\n").document.meta.title == "Talks on [date] in Geneva"


def test_a_template_speaks_the_language_of_the_brief(memo: Build, found: Found) -> None:
    mine = {"templates/x.yaml": TEMPLATE + "  - {builder: conclusion, heading: {en: The end, uk: Кінець}}\n"}
    assert headings(memo("title: A\nlanguage: uk-UA\nconclusion: C\n", "x", **mine)) == ["Кінець"]
    french = {**mine, "languages/fr.yaml": ENGLISH.replace("tag: en", "tag: fr")}
    finding = found("title: A\nlanguage: fr\nconclusion: C\n", "x", **french)[-1]
    assert (finding.severity, finding.code, finding.source.file) == ("warning", "untranslated", "templates/x.yaml")


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("{day} {month} {year}", "{dai} {month}", "bad-pattern"),
        ("[insert {label}]", "[insert {label]", "bad-pattern"),
        ("[insert {label}]", "[insert {label:d}]", "bad-pattern"),
        ("{page} of {pages}", "{page!r} of {pages:>3}", "bad-pattern"),
        ("{page} of {pages}", "{page} of {pages} {{x}}", "bad-pattern"),
        ("{page} of {pages}", "{page}", "bad-pattern"),
        ("months: [January, ", "months: [", "bad-months"),
        ("  to: To\n", "", "missing-key"),
        ("  to: To\n", "  to: To\n  too: Too\n", "unknown-key"),
    ],
)
def test_a_language_with_faults_is_refused(found: Found, old: str, new: str, code: str) -> None:
    assert old in ENGLISH
    faulty = {"languages/fr.yaml": ENGLISH.replace(old, new)}
    assert [one.code for one in found("title: A\nlanguage: fr\n", **faulty)] == [code]


def test_sentences_of_the_built_in_template_are_filled_in(memo: Build) -> None:
    brief = "title: A\nactors: {x: Aland, y: Borduria}\ntalks: {parties: [x, y]}\n"
    brief += "issues: [{id: i, title: I, positions: {x: all}}]\n"
    lines = list(lines_of(memo(brief).document))
    assert "What Aland and Borduria want on each issue, as far as it is stated." in lines


def test_a_circle_of_links_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.png").symlink_to(tmp_path / "b.png")
    (tmp_path / "b.png").symlink_to(tmp_path / "a.png")
    (tmp_path / "b.yaml").write_text("title: A\nsummary: '![x](a.png)'\n")
    assert [one.code for one in reportgen.check(tmp_path / "b.yaml")] == ["outside-folder"]


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
            "offers",
            lambda group: [Plugin(name, module.__name__)] if group == "sections" else [],
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


def test_a_plug_in_that_is_broken_is_told(found: Found, plugin: Callable[..., None]) -> None:
    plugin("toy", ModuleType("toy_section"))
    mine = {"templates/x.yaml": TEMPLATE + "  - toy\n"}
    (fault,) = found("title: A\n", "x", **mine)
    assert (fault.code, fault.source.line) == ("broken-plug-in", 4)


def test_a_name_claimed_twice_is_an_error(found: Found, plugin: Callable[..., None]) -> None:
    plugin("talks", ModuleType("toy_talks"))
    assert [one.code for one in found("title: A\n")] == ["name-claimed-twice"]
