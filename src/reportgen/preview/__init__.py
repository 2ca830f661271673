"""A page on this machine that shows a memo as it is written, with what was found in it.

`shown` keeps what is to be seen, `answers` says what may be asked for and what is given, `server` speaks HTTP. The page
around the memo stands in `data/preview`; the memo in it is the HTML twin, in a frame in which no script runs.
"""

from __future__ import annotations

from .server import serving
from .shown import Preview

__all__ = ["Preview", "serving"]
