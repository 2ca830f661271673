"""Every diagnostic code in the source is explained, every explanation has its code, and the docs list them all."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from runpy import run_path

from reportgen import registry
from reportgen.cli.report.explanations import explanations

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "reportgen"
MAKERS = {"error": 0, "warning": 0, "refuse": 0, "fault": 0, "Diagnostic": 1}
"""The functions that make diagnostics, and which of their arguments is the code."""

WORKED_OUT = {
    "batch/records.py": set[str](),
    "brief/models/dates.py": {"bad-date", "bad-duration"},
    "checking.py": set[str](),
    "diagnostics.py": set[str](),
    "located/validate.py": {"missing-key", "unknown-value", "wrong-type", "wrong-value"},
    "registry.py": {"unknown-section", "unknown-writer"},
    "shelves.py": {"unknown-citation-style", "unknown-language", "unknown-style", "unknown-template"},
    "style/model.py": {"missing-font", "missing-look"},
    "workspace.py": {"missing-file", "not-a-file", "unreadable-file"},
}
"""The modules where a code is no literal in the call, and which codes come out."""

CODE = re.compile(r"[a-z]+(-[a-z0-9]+)*")


def test_every_code_is_explained() -> None:
    assert sorted(codes_in_source() - set(explanations())) == []


def test_every_explanation_has_its_code() -> None:
    assert sorted(set(explanations()) - codes_in_source()) == []


def test_every_check_is_found_among_the_codes() -> None:
    assert set(registry.names("checks")) <= codes_in_source()


def test_codes_that_are_no_literals_are_known() -> None:
    worked_out = {name for name, _, others in read_source() if others}
    assert worked_out == set(WORKED_OUT)
    for name in worked_out:
        assert tuples_in(name) <= codes_in_source(), name
        stems = {code.partition("-")[0] for code in WORKED_OUT[name]}
        assert all(f'"{stem}-' in (SOURCE / name).read_text() for stem in stems), name


def test_codes_are_kebab_case() -> None:
    assert [code for code in codes_in_source() if not CODE.fullmatch(code)] == []


def test_an_explanation_is_whole_and_fits_a_terminal() -> None:
    for code, explained in explanations().items():
        assert explained.summary[0].islower() or explained.summary[0] == "'", code
        assert not explained.summary.endswith("."), code
        assert len(explained.summary) <= 55, code
        assert "\n\nUsual cause: " in explained.meaning, code
        assert explained.wrong, code
        assert explained.right, code
        assert explained.wrong != explained.right, code
        assert set(explained.wrong) == set(explained.right), code
        lines = [*explained.meaning.splitlines(), *(line for text in explained.wrong.values() for line in text.split())]
        assert max(map(len, lines)) <= 80, code


def test_the_page_of_the_docs_is_as_the_script_writes_it() -> None:
    write_docs = run_path(str(ROOT / "scripts" / "write_docs.py"))
    for path, page in write_docs["pages"]().items():
        assert path.read_text(encoding="utf-8") == page, "run `python scripts/write_docs.py`"
    page = (ROOT / "docs" / "codes.md").read_text(encoding="utf-8")
    assert re.findall(r"^## `(.+)`$", page, re.M) == sorted(codes_in_source())


def codes_in_source() -> set[str]:
    """Return all codes: the literal ones, those worked out, and the names of the checks."""
    checks = {path.stem.replace("_", "-") for path in (SOURCE / "checks").glob("[!_]*.py")}
    return checks.union(*(literal | WORKED_OUT.get(name, set()) for name, literal, _ in read_source()))


def read_source() -> Iterator[tuple[str, set[str], bool]]:
    """Return for each module its name, the codes in it that are literal, and whether there are others."""
    for path in sorted(SOURCE.rglob("*.py")):
        given = [argument for call in _calls(path) if (argument := _code_of(call)) is not None]
        literal = {argument.value for argument in given if isinstance(argument, ast.Constant)}
        yield path.relative_to(SOURCE).as_posix(), literal, len(literal) < len({ast.dump(one) for one in given})


def tuples_in(name: str) -> set[str]:
    """Return the words that look like codes and stand first in a tuple: `return "wrong-type", message, hint`."""
    found = set()
    for node in ast.walk(ast.parse((SOURCE / name).read_text())):
        if isinstance(node, ast.Tuple) and node.elts and isinstance(node.elts[0], ast.Constant):
            word = node.elts[0].value
            if isinstance(word, str) and CODE.fullmatch(word) and "-" in word:
                found.add(word)
    return found


def _calls(path: Path) -> Iterator[ast.Call]:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Call):
            yield node


def _code_of(call: ast.Call) -> ast.expr | None:
    """Return the argument of a call that holds a code; None for other calls."""
    name = getattr(call.func, "id", "")
    if name not in MAKERS:
        return None
    named = [keyword.value for keyword in call.keywords if keyword.arg == "code"]
    return named[0] if named else call.args[MAKERS[name]] if len(call.args) > MAKERS[name] else None
