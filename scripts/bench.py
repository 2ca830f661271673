"""Measure what a brief costs, after imports, on this machine: `python scripts/bench.py [BRIEF]`.

Prints the best of several runs in milliseconds for checking a brief (reading it and every check) and for writing each
format; then how validation grows with the number of recommendations, which must be linear.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

import reportgen
from reportgen import pipeline

BRIEF = "briefs/ukraine-russia-talks.yaml"
RUNS = 10
SIZES = (1_250, 2_500, 5_000, 10_000)
CHECK_LIMIT = 30.0
"""Milliseconds that checking a typical brief may cost."""

LINEAR_LIMIT = 1.5
"""The cost of one recommendation among most may be so many times that of one among few: noise, not growth."""


def best(run: Callable[[], object], runs: int = RUNS) -> float:
    """Return the milliseconds that the quickest of several runs takes."""
    took = []
    for _ in range(runs):
        began = time.perf_counter()
        run()
        took.append((time.perf_counter() - began) * 1000)
    return min(took)


def with_recommendations(number: int) -> str:
    """Return a brief with so many recommendations."""
    text = "Send the {n}th observer to the line of contact."
    actions = "".join(
        f"    - {{id: a{n}, text: '{text.format(n=n)}', owner: The mission, issues: [i]}}\n" for n in range(number)
    )
    return f"title: Talks\nissues: [{{id: i, title: I}}]\nrecommendations:\n  actions:\n{actions}"


def main() -> int:
    """Print what each step costs; return 1 where one costs more than it may."""
    brief = sys.argv[1] if len(sys.argv) > 1 else BRIEF
    reportgen.build(brief)  # imports are not what is measured
    checking = best(lambda: reportgen.build(brief))
    print(f"check  {Path(brief).name}: {checking:.1f} ms (at most {CHECK_LIMIT:.0f})")
    memo = reportgen.build(brief)
    for format in ("docx", "pdf"):
        print(f"write  {format}: {best(lambda format=format: reportgen.write(memo, format)):.1f} ms")
    each = []
    for size in SIZES:
        files = {"b.yaml": with_recommendations(size)}
        cost = best(lambda files=files: pipeline.read("b.yaml", reportgen.Workspace(files=files)), runs=3)
        each.append(cost / size)
        print(f"read   {size:>6} recommendations: {cost:7.0f} ms, {each[-1] * 1000:.0f} µs each")
    too_slow = checking > CHECK_LIMIT or each[-1] > each[0] * LINEAR_LIMIT
    print("FAILED: see the limits in scripts/bench.py" if too_slow else "within the limits")
    return int(too_slow)


if __name__ == "__main__":
    sys.exit(main())
