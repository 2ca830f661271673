"""Fuzz the texts of a brief that is sound otherwise: Markdown, placeholders and characters, into all formats.

The bytes of a whole brief mostly end as faults of YAML; here they are the texts, cut at NUL, of its title, its summary,
a section and its conclusion. Arguments, and what may come out, are those of `fuzz_brief.py`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

import fuzz_brief

_TEXT = re.compile(r"^ *(?:\w+|-): +(?:[|>]-?\n((?: {4,}.*\n|\n)+)|(.{20,}))", re.M)


def run(data: bytes) -> None:
    """Make a brief with these texts in it."""
    title, summary, prose, conclusion = (data.decode(errors="replace").split("\0") + [""] * 4)[:4]
    brief = {
        "title": title or "T",
        "date": "2026-01-01",
        "summary": summary or "S",
        "sections": [{"title": conclusion or "H", "text": prose or "P"}],
        "conclusion": conclusion or "C",
    }
    fuzz_brief.run(json.dumps(brief, ensure_ascii=False).encode())


def seeds() -> Iterator[bytes]:
    """Return texts of the briefs of this repository, each at each place."""
    for pattern in ("briefs/*.yaml", "tests/golden/*/brief.yaml", "tests/full.yaml"):
        for path in sorted(fuzz_brief.ROOT.glob(pattern)):
            for found in _TEXT.finditer(path.read_text(encoding="utf-8")):
                text = re.sub(r"^ +", "", found[1] or found[2], flags=re.M)
                yield f"{text[:80]}\0{text}\0{text}\n\n- {text}\0{text[:30]}".encode()


if __name__ == "__main__":
    fuzz_brief.fuzz(run, seeds())
