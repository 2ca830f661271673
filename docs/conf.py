"""The site of the docs: Sphinx, with pages in Markdown (MyST) and the theme Furo, which fetches nothing.

Built by `make docs`. A link that leads nowhere, within the site or into the repository, is a warning, and a warning
fails the build. Links into the repository become downloads.
"""

from __future__ import annotations

import re
from typing import Any

import reportgen

project = "reportgen"
author = "The reportgen developers"
version = release = reportgen.__version__
language = "en"

extensions = ["myst_parser"]
myst_heading_anchors = 3  # links to headings as they are made on forges: lower case, with hyphens
myst_enable_extensions = ["colon_fence"]
suppress_warnings = ["misc.highlighting_failure"]  # some examples are wrong on purpose

smartquotes = False  # options of commands begin with two hyphens

html_theme = "furo"
html_title = f"reportgen {version}"
html_static_path = ["site"]
html_css_files = ["site.css"]
html_copy_source = False
html_show_sourcelink = False
html_show_copyright = False
html_last_updated_fmt = None  # no clock: the same pages, the same bytes
pygments_style = "friendly"
pygments_dark_style = "monokai"

TITLED = re.compile(r'^(?P<fence>`{3,})(?P<language>\w+) title="(?P<title>[^"]+)"$', re.MULTILINE)
OUTSIDE = re.compile(r"\]\((?P<path>(?:\.\./)+[A-Z]+\.md)\)")
NOT_RUN = re.compile(r"^<!-- .* -->\n", re.MULTILINE)


def _for_sphinx(app: Any, name: str, source: list[str]) -> None:
    """Put a file's name above its text, take Markdown outside the site for a file, and leave the tests' marks out."""
    text = NOT_RUN.sub("", source[0])
    text = TITLED.sub(r"\g<fence>{code-block} \g<language>\n:caption: \g<title>\n", text)
    source[0] = OUTSIDE.sub(r"](path:\g<path>)", text)


def setup(app: Any) -> None:
    """Take part in the build."""
    app.connect("source-read", _for_sphinx)
