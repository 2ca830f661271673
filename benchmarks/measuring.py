"""Run a command, or a function, several times, and say what it took."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[1]
MEMO = ROOT / "briefs" / "ukraine-russia-talks.yaml"
REPORTGEN = (sys.executable, "-m", "reportgen")


@dataclass(frozen=True)
class Cost:
    """What a process took: milliseconds by the clock and of the processors, those of its children too; megabytes."""

    wall: float
    cpu: float
    memory: float


def cost_of(command: Sequence[str | Path], runs: int = 7, folder: Path = ROOT) -> Cost:
    """Return the medians of a command's runs; leave with what it says where it fails."""
    costs = [_run([str(word) for word in command], folder) for _ in range(runs)]
    return Cost(*(median(getattr(cost, name) for cost in costs) for name in ("wall", "cpu", "memory")))


def _run(command: list[str], folder: Path) -> Cost:
    # With it set, whatever was installed without compiled files is compiled on every start: that is not what we ask.
    env = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    launched = [sys.executable, "-I", "-S", str(Path(__file__).with_name("launch.py")), *command]
    run = subprocess.run(launched, cwd=folder, env=env, capture_output=True, text=True, check=False)
    if run.returncode:
        sys.exit(f"{' '.join(command)}\n{run.stdout}{run.stderr}")
    return Cost(**json.loads(run.stdout.splitlines()[-1]))


def cpu_of(work: Callable[[], object], runs: int = 15) -> float:
    """Return the median of the milliseconds of the processor that a piece of work takes here."""
    took = []
    for _ in range(runs):
        began = time.process_time()
        work()
        took.append((time.process_time() - began) * 1000)
    return median(took)


def line(name: str, cost: Cost, note: str = "") -> None:
    """Print what a process took."""
    print(f"  {name:<34} {cost.wall:8.0f} ms {cost.cpu:8.0f} ms CPU {cost.memory:6.0f} MB  {note}".rstrip())
