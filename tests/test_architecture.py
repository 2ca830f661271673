"""The shape of the code, read off its import statements and syntax trees: who may import whom, sizes, twins."""

from __future__ import annotations

import ast
import importlib
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import pytest

from reportgen import document

SOURCE = Path(__file__).parents[1] / "src" / "reportgen"
MODULES = sorted(SOURCE.rglob("*.py"))
NAMES = {
    ".".join(["reportgen", *path.relative_to(SOURCE).with_suffix("").parts]).removesuffix(".__init__"): path
    for path in MODULES
}
MAX_LINES, MEDIAN_LINES, MAX_FUNCTION, MEDIAN_BODY = 400, 120, 40, 8

# Folder or module at the top -> what of ours it may import besides itself. A folder's modules never import siblings
# of the folder that are not listed; peers in a folder of plug-ins never import one another.
ALLOWED = {
    "diagnostics": set(),
    "collecting": set(),
    "limits": set(),
    "offers": set(),
    "registry": {"diagnostics", "offers", "workspace"},
    "disk": set(),
    "frozen": set(),
    "traces": {"disk"},
    "workspace": {"diagnostics", "disk", "limits", "traces"},
    "located": {"diagnostics", "limits", "workspace"},
    "document": {"diagnostics"},
    "edtf": set(),
    "brief": {"diagnostics", "limits", "workspace", "located", "document", "edtf"},
    "template": {"diagnostics", "workspace", "located", "document"},
    "letterhead": {"diagnostics", "limits", "workspace", "located"},
    "style": {"diagnostics", "workspace", "located", "document", "letterhead"},
    "languages": {"diagnostics", "workspace", "located", "document", "edtf"},
    "shelves": {"diagnostics", "workspace", "located", "registry"},
    "settings": {"diagnostics", "limits", "workspace", "located"},
    "pieces": {"document", "brief", "located", "diagnostics", "languages"},
    "sections": {"pieces", "document", "brief", "located", "registry", "diagnostics", "languages"},
    "transforms": {"document", "brief", "registry", "diagnostics", "languages"},
    "checks": {"document", "brief", "located", "registry", "diagnostics", "languages"},
    "checking": {"registry", "checks", "diagnostics", "located", "workspace"},
    "visuals": {"document", "style", "diagnostics"},
    "writers": {"document", "letterhead", "style", "languages", "limits", "diagnostics", "registry", "visuals"},
    "about": {"brief", "document", "languages", "sections"},
    "on_letterhead": {"brief", "diagnostics", "document", "letterhead", "style"},
    "logo": {"brief", "document", "style", "workspace"},
    "pipeline": {
        "about", "brief", "checking", "checks", "collecting", "diagnostics", "document", "languages", "letterhead",
        "located", "logo", "on_letterhead", "registry", "sections", "settings", "shelves", "style", "template",
        "workspace", "writers",
    },
    "schemas": {"registry", "brief", "diagnostics", "languages", "located", "style", "template"},
    "batch": {"pipeline", "diagnostics", "disk", "located", "registry", "traces", "workspace", "writers"},
    "preview": {"batch", "diagnostics", "pipeline", "workspace", "writers"},
    "api": {"pipeline", "batch", "diagnostics", "schemas", "workspace", "writers"},
    "cli": {
        "api", "document", "batch", "preview", "checking", "collecting", "diagnostics", "registry", "schemas",
        "letterhead", "located", "offers", "settings", "shelves", "style", "template", "workspace", "reportgen",
    },
    "__init__": {"api", "diagnostics"},
    "__main__": {"cli"},
}  # fmt: skip
EVERYWHERE = {"frozen"}
"""What any module may import: it stands on nothing."""

PEERS = ("sections", "transforms", "checks", "cli")

# A third-party library -> the only modules or folders that import it.
HOMES = {
    "yaml": {"located/load.py"},
    "jinja2": {"brief/expand.py", "brief/sandbox.py"},
    "markdown_it": {"brief/markup"},
    "mdit_py_plugins": {"brief/markup"},
    "PIL": {"brief/images.py"},
    "pydantic": {"located", "brief/models", "style", "template", "languages", "schemas", "settings.py"},
    "pydantic_core": {"located", "brief/models"},
    "babel": {"languages/dates.py"},
    "citeproc": {"transforms/cite.py"},
    "click": {"cli"},
    "distributed": {"batch/pools.py"},
    "openpyxl": {"located/sheets.py"},
    "rich": {"cli/report/outcomes.py"},
    "watchfiles": {"batch/watching.py"},
    "docx": {"writers/docx"},
    "lxml": {"letterhead", "writers/docx"},
    "reportlab": {"writers/pdf"},
    "xlsxwriter": {"writers/docx"},
    "uharfbuzz": {"writers/pdf"},
}


def name_of(path: Path) -> str:
    return path.relative_to(SOURCE).as_posix()


def room_of(path: Path) -> str:
    """Return the folder or module at the top that a file belongs to."""
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


def imports(path: Path) -> Iterator[str]:
    """Return the absolute names that a module imports, those for type checkers only left out."""
    package = ["reportgen", *path.relative_to(SOURCE).parent.parts]
    tree = ast.parse(path.read_text())
    only_types = {
        (inner.lineno, inner.col_offset)
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test)
        for inner in ast.walk(node)
        if hasattr(inner, "lineno")
    }
    for node in ast.walk(tree):
        if hasattr(node, "lineno") and (node.lineno, node.col_offset) in only_types:
            continue
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            stem = ".".join([*base, *([node.module] if node.module else [])])
            named = {alias.name for alias in node.names}
            submodules = {name for name in named if f"{stem}.{name}" in NAMES}
            yield from sorted(f"{stem}.{name}" for name in submodules)
            if named - submodules:
                yield stem


def ours(path: Path) -> set[str]:
    """Return the top folders and modules of ours that a module imports."""
    found = set()
    for name in imports(path):
        first, _, rest = name.partition(".")
        if first == "reportgen":
            found.add(rest.partition(".")[0] or "reportgen")
    rooms = {room_of(module) for module in MODULES}
    return {name for name in found if name in rooms | {"reportgen"}}


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_imports_only_what_its_room_may(path: Path) -> None:
    room = room_of(path)
    from_package = {"reportgen"} if any(name == "reportgen" for name in imports(path)) else set()
    assert ours(path) - from_package - {room} <= ALLOWED[room] | EVERYWHERE


@pytest.mark.parametrize("path", [path for path in MODULES if room_of(path) in PEERS], ids=name_of)
def test_peers_do_not_import_one_another(path: Path) -> None:
    if path.name == "__init__.py":
        return
    room = room_of(path)
    shared = {"options", "report"}  # what the commands stand on
    peers = {f"reportgen.{room}.{module.stem}" for module in (SOURCE / room).glob("*.py") if module.stem not in shared}
    assert not peers & set(imports(path))


@pytest.mark.parametrize("library", HOMES)
def test_a_library_has_one_home(library: str) -> None:
    users = {name_of(path) for path in MODULES if library in {name.partition(".")[0] for name in imports(path)}}
    assert users, f"nothing imports {library}: take it out of the dependencies"
    homes = HOMES[library]
    assert {user for user in users if not any(user == home or user.startswith(f"{home}/") for home in homes)} == set()


def test_every_library_that_is_imported_has_a_home() -> None:
    found = {name.partition(".")[0] for path in MODULES for name in imports(path)}
    assert found - set(sys.stdlib_module_names) - {"reportgen", "__future__"} == set(HOMES)


def test_nothing_asks_the_clock_chance_or_the_network() -> None:
    """The same brief must give the same bytes, without leaving a trace.

    But batch says how long a file took, and a preview is served to the browser, under a token that nobody guesses.
    """
    outside = ("time", "random", "secrets", "socket", "socketserver", "urllib.request", "http", "subprocess")
    found = {
        f"{name_of(path)}: {module}"
        for path in MODULES
        for name in every_import(path)
        for module in outside
        if f"{name}.".startswith(f"{module}.")
    }
    assert found == {
        "batch/making.py: time",
        *(f"preview/server.py: {module}" for module in ("http", "secrets", "socketserver")),
    }


def every_import(path: Path) -> Iterator[str]:
    """Return all that a module imports, names of things in modules among them."""
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def test_there_are_no_import_cycles() -> None:
    edges = {name: set(imports(path)) & set(NAMES) for name, path in NAMES.items()}
    edges["reportgen"] = set()  # imports nothing until it is asked for a name
    done: set[str] = set()

    def visit(name: str, above: tuple[str, ...]) -> None:
        assert name not in above, " -> ".join([*above[above.index(name) :], name])
        if name not in done:
            for target in sorted(edges[name]):
                visit(target, (*above, name))
            done.add(name)

    for name in sorted(edges):
        visit(name, ())


def test_files_are_small() -> None:
    lines = {name_of(path): path.read_text().count("\n") for path in MODULES}
    assert {name: count for name, count in lines.items() if count > MAX_LINES} == {}
    assert median(lines.values()) <= MEDIAN_LINES


def test_functions_are_small() -> None:
    bodies, long = [], []
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                length = (node.end_lineno or 0) - node.lineno + 1
                spoken = ast.get_docstring(node)
                bodies.append((node.end_lineno or 0) - node.body[1 if spoken and len(node.body) > 1 else 0].lineno + 1)
                if length > MAX_FUNCTION:
                    long.append(f"{name_of(path)}: {node.name} has {length} lines")
    assert long == []
    assert median(bodies) <= MEDIAN_BODY


def test_no_file_has_a_name_that_says_nothing() -> None:
    vague = {"utils", "util", "helpers", "helper", "common", "base", "core", "manager", "misc", "shared"}
    assert {path.stem for path in MODULES} & vague == set()


WRITERS = sorted(path.parent.name for path in (SOURCE / "writers").glob("*/__init__.py"))
TWIN_FILES = {"__init__.py", "blocks.py", "file.py", "inlines.py", "looks.py", "page.py", "tables.py"}


@pytest.mark.parametrize("writer", WRITERS)
def test_writers_do_not_import_one_another(writer: str) -> None:
    others = {f"reportgen.writers.{other}" for other in WRITERS} - {f"reportgen.writers.{writer}"}
    for path in (SOURCE / "writers" / writer).rglob("*.py"):
        assert {name for name in imports(path) if ".".join(name.split(".")[:3]) in others} == set(), name_of(path)


@pytest.mark.parametrize("writer", WRITERS)
def test_writers_are_twins(writer: str) -> None:
    files = {path.name for path in (SOURCE / "writers" / writer).glob("*.py")}
    assert files >= TWIN_FILES
    blocks = importlib.import_module(f"reportgen.writers.{writer}.blocks")
    inlines = importlib.import_module(f"reportgen.writers.{writer}.inlines")
    assert tuple(blocks.BLOCKS) == document.BLOCKS
    assert tuple(inlines.INLINES) == document.INLINES


@pytest.mark.parametrize("folder", ["sections", "checks", "transforms"])
def test_every_peer_keeps_its_contract(folder: str) -> None:
    wanted = {"sections": ("Options", "build"), "checks": ("Options", "check"), "transforms": ("transform",)}[folder]
    for path in (SOURCE / folder).glob("*.py"):
        if path.name != "__init__.py":
            module = importlib.import_module(f"reportgen.{folder}.{path.stem}")
            assert all(hasattr(module, name) for name in wanted), path.name
