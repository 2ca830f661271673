"""`python -m reportgen`."""

from __future__ import annotations

from .cli import process

if __name__ == "__main__":
    process()
