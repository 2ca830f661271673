"""Print what reportgen costs, and what its peers cost beside it: `python -m benchmarks [PART]...`."""

from __future__ import annotations

import sys

from . import parts, peers_beside

PARTS = {
    "cold": parts.cold,
    "stages": parts.stages,
    "batch": parts.batch,
    "watch": parts.watch,
    "growth": parts.growth,
    "docx": parts.docx,
    "peers": peers_beside.peers,
}


def main() -> int:
    """Run the parts that are named, or all; return 2 where one is not known."""
    asked = sys.argv[1:] or list(PARTS)
    unknown = [name for name in asked if name not in PARTS]
    if unknown:
        print(f"there is no part '{unknown[0]}'; known: {', '.join(PARTS)}")
        return 2
    for name in asked:
        PARTS[name]()
    return 0


if __name__ == "__main__":
    sys.exit(main())
