"""What tests of section builders share."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import reportgen
from reportgen.document import Block

Build = Callable[..., reportgen.Memo]
Make = Callable[[str, str], tuple[Block, ...]]

TEMPLATE = "name: t\nsummary: s\nsections:\n  - "


@pytest.fixture
def section(memo: Build) -> Make:
    """Return the blocks that a template of one section makes of a brief."""

    def build(entry: str, brief: str) -> tuple[Block, ...]:
        return memo("title: A\n" + brief, "t", **{"templates/t.yaml": f"{TEMPLATE}{entry}\n"}).document.blocks

    return build
