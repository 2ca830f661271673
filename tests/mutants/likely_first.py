"""A plug-in of pytest for `make mutants`: tests that name the module of a mutant run first, as they may kill it."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

import pytest


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    module = os.environ.get("MUTANT_UNDER_TEST", "").rpartition(".")[0].rpartition(".")[2]
    items.sort(key=lambda item: 0 if _code(module) in item.name else _distance(item.path, module))


def _code(module: str) -> str:
    return module.replace("_", "-")


@cache
def _distance(tests: Path, module: str) -> int:
    """Return 0 for tests of a module's name, 1 for those that name it, 2 for others."""
    if tests.stem == f"test_{module}":
        return 0
    text = tests.read_text(encoding="utf-8")
    return 1 if module in text or _code(module) in text else 2
