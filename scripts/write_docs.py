"""Write the pages of `docs/` that are made out of the program itself; a test holds that they are as written here.

They are committed, so that they can be read where the repository is, without building the site, and so that a change of
the program shows in a review what it changes for users.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "scripts"))

from pages import brief, codes, commands, python, sections, settings, styles, templates, vocabularies  # noqa: E402

DOCS = ROOT / "docs"

PAGES: Mapping[str, Callable[[], str]] = MappingProxyType(
    {
        "codes.md": codes.page,
        "reference/brief.md": brief.page,
        "reference/checks.md": sections.checks_page,
        "reference/commands.md": commands.page,
        "reference/languages.md": styles.languages_page,
        "reference/python.md": python.page,
        "reference/sections.md": sections.sections_page,
        "reference/settings.md": settings.page,
        "reference/styles.md": styles.styles_page,
        "reference/templates.md": templates.page,
        "reference/vocabularies.md": vocabularies.page,
    }
)


def pages() -> dict[Path, str]:
    """Return each page by its path."""
    return {DOCS / name: make() for name, make in PAGES.items()}


def main() -> None:
    """Write the pages that are not as they should be."""
    for path, page in pages().items():
        if not path.is_file() or path.read_text(encoding="utf-8") != page:
            path.write_text(page, encoding="utf-8")
            print(path.relative_to(ROOT))


if __name__ == "__main__":
    main()
