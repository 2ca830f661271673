"""What `import reportgen` gives, and what it does not load."""

from __future__ import annotations

import subprocess
import sys

import pytest

import reportgen


def test_public_names_are_sorted_and_exist() -> None:
    assert sorted(reportgen.__all__) == reportgen.__all__
    assert all(hasattr(reportgen, name) for name in reportgen.__all__)


def test_a_name_that_is_not_public_is_no_attribute() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        _ = reportgen.nonsense


@pytest.mark.parametrize(
    "code",
    [
        "import reportgen",
        "import reportgen; reportgen.make",
        "from reportgen import registry; registry.names('writers')",
        "import reportgen; from reportgen.workspace import Workspace; "
        "reportgen.build('b.yaml', workspace=Workspace(files={'b.yaml': 'title: A'}))",
    ],
)
def test_no_format_s_library_is_loaded_before_it_is_needed(code: str) -> None:
    loaded = f"{code}; import sys; print(*({{'docx', 'lxml', 'reportlab', 'PIL', 'uharfbuzz'}} & set(sys.modules)))"
    run = subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == ""


def test_the_version_costs_no_heavy_import() -> None:
    code = "import sys; sys.argv = ['reportgen', '--version']\nfrom reportgen.cli import main\n"
    code += "try: main()\nexcept SystemExit: pass\n"
    code += "print(*({'pydantic', 'jinja2', 'yaml', 'markdown_it', 'docx', 'reportlab'} & set(sys.modules)))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.splitlines() == [f"reportgen {reportgen.__version__}", ""]
