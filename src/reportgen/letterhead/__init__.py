"""Letterheads: Word documents and templates of a ministry, whose page, running lines and styles a memo is set in.

They come from anywhere, so `package` opens them within limits and `cleaning` leaves out what could run or fetch
something, before anything else reads them. `reading` finds the one that a style names; what opens one is not loaded
where there is none.
"""

from __future__ import annotations
