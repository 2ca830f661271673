"""The parts of the bench that measure reportgen alone, each a function that prints what it finds."""

from __future__ import annotations

import gc
import os
import subprocess
import tempfile
import time
from pathlib import Path
from statistics import median

import reportgen
from reportgen import pipeline
from reportgen.collecting import without_collector

from .measuring import MEMO, REPORTGEN, cost_of, cpu_of, line
from .memos import long, many, varied

NUMBER = 200
TIMES = (0, 10, 100, 740)
"""How often the prose of the memo is repeated: 3 pages to about 1,000."""

DOCX_LIMITS = {0: 15, 74: 100, 748: 1000}
"""What a DOCX may cost in milliseconds of the processor, by how often the prose is repeated: 3, 100 and 1,000 pages."""

SIZES = (1_250, 10_000)
LINEAR_LIMIT = 1.5
"""The cost of one recommendation among most may be so many times that of one among few: noise, not growth."""


def cold() -> None:
    """Measure whole processes, from nothing to their end."""
    load = os.getloadavg()[0]
    print(f"{os.cpu_count()} cores, of which {load:.1f} were busy when this began: figures by the clock hold at 0.0")
    print("\nOne memo of three pages, whole process (medians)")
    with tempfile.TemporaryDirectory() as name:
        line("--version", cost_of([*REPORTGEN, "--version"]))
        line("check", cost_of([*REPORTGEN, "check", MEMO]))
        for formats in ("docx", "pdf", "docx,pdf"):
            command = [*REPORTGEN, "make", MEMO, "-f", formats, "-o", f"{name}/{formats}", "--force"]
            line(f"make {formats}", cost_of(command))
        line("make, unchanged", cost_of([*REPORTGEN, "make", MEMO, "-o", f"{name}/docx,pdf"]))


def stages() -> None:
    """Measure the stages of one memo in a process that has made it before."""
    print("\nStages of one memo, warm (CPU)")
    workspace = reportgen.Workspace
    memo = reportgen.build(MEMO)
    print(f"  read (load, expand, validate)      {cpu_of(lambda: pipeline.read(str(MEMO), workspace())):8.1f} ms")
    print(f"  build (read, compose, check)       {cpu_of(lambda: reportgen.build(MEMO)):8.1f} ms")
    for format in ("docx", "pdf"):
        print(f"  write {format:<28} {cpu_of(lambda format=format: written_anew(memo, format)):8.1f} ms")
    each = []
    for size in SIZES:
        files = {"b.yaml": _with_recommendations(size)}
        with without_collector():  # as `build` reads
            cost = cpu_of(lambda files=files: pipeline.read("b.yaml", workspace(files=files)), runs=3)
        each.append(cost / size)
        print(f"  read {size:>6,} recommendations      {cost:8.0f} ms, {each[-1] * 1000:.0f} µs each")
    print(f"  validation is {'linear' if each[-1] < each[0] * LINEAR_LIMIT else 'NOT LINEAR'}")


def written_anew(memo: reportgen.Memo, format: str) -> None:
    """Write a memo as if for the first time: it keeps its pages once they are laid out."""
    memo.laid_out.clear()
    reportgen.write(memo, format)


def _with_recommendations(number: int) -> str:
    text = "Send the {n}th observer to the line of contact."
    actions = "".join(
        f"    - {{id: a{n}, text: '{text.format(n=n)}', owner: The mission, issues: [i]}}\n" for n in range(number)
    )
    return f"title: Talks\nissues: [{{id: i, title: I}}]\nrecommendations:\n  actions:\n{actions}"


def batch() -> None:
    """Measure many memos: on one process, on two, and once more when nothing changed."""
    print(f"\n{NUMBER} memos, both formats (one run each; memory is that of the largest process)")
    with tempfile.TemporaryDirectory() as name:
        briefs = many(Path(name, "briefs"), NUMBER)
        costs = {}
        for jobs in (1, 2):
            command = [*REPORTGEN, "make", briefs, "-o", f"{name}/{jobs}", "--jobs", str(jobs)]
            costs[jobs] = cost_of(command, runs=1)
            line(f"--jobs {jobs}", costs[jobs], f"{costs[jobs].cpu / NUMBER:.1f} ms CPU a memo")
        print(f"  two jobs are {costs[1].wall / costs[2].wall:.2f} times as fast as one, on {os.cpu_count()} cores")
        line("unchanged", cost_of([*REPORTGEN, "make", briefs, "-o", f"{name}/2"], runs=5), "0.4 s is the limit")


def growth() -> None:
    """Measure one memo that grows to a thousand pages."""
    print("\nOne memo that grows (one run each; whole process)")
    with tempfile.TemporaryDirectory() as name:
        for times in TIMES:
            brief = long(Path(name, f"long-{times}.yaml"), times)
            made = reportgen.make(brief, name, "pdf", force=True)
            for format in ("docx", "pdf"):
                cost = cost_of([*REPORTGEN, "make", brief, "-f", format, "-o", name, "--force"], runs=1)
                line(f"{format}, {made.files[0].pages} pages", cost)


def docx() -> None:
    """Measure what it costs to write a DOCX, in a process that has written one before."""
    print("\nWriting one DOCX, warm (CPU; medians)")
    with tempfile.TemporaryDirectory() as name:
        for times, limit in DOCX_LIMITS.items():
            memo = reportgen.build(long(Path(name, "long.yaml"), times))
            pages = reportgen.write(memo, "pdf").pages or 0
            gc.collect()
            took = cpu_of(lambda memo=memo: reportgen.write(memo, "docx"), runs=5 if times else 15)
            print(f"  {pages:>5,} pages {took:27.1f} ms, {took / pages:.2f} ms a page ({limit} ms is the limit)")


def watch() -> None:
    """Measure how long it takes from saving a brief until its last file is there."""
    print("\nWatching a memo of three pages")
    with tempfile.TemporaryDirectory() as name:
        brief, output = Path(name, "memo.yaml"), Path(name, "output", "memo.pdf")
        text = MEMO.read_text(encoding="utf-8")
        brief.write_text(text, encoding="utf-8")
        command = [*REPORTGEN, "watch", brief.name]
        pipe = {"stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL, "text": True, "bufsize": 1}
        env = {**os.environ, "PYTHONUNBUFFERED": "1", "PYTHONPATH": os.pathsep.join(_ways())}
        with subprocess.Popen(command, cwd=name, env=env, **pipe) as run:  # type: ignore[call-overload]
            while "watching" not in run.stdout.readline():
                pass
            time.sleep(1)
            took = [_saved(brief, output, varied(text, at)) for at in range(9)]
            run.kill()
    print(f"  from save to DOCX and PDF          {median(took):8.0f} ms (150 is the limit)")


def _ways() -> list[str]:
    return [str(Path(reportgen.__file__).parents[1]), *filter(None, [os.environ.get("PYTHONPATH")])]


def _saved(brief: Path, output: Path, text: str) -> float:
    """Return the milliseconds until a saved brief's file has been written anew."""
    before = output.stat().st_mtime_ns
    aside = brief.with_suffix(".new")
    aside.write_text(text, encoding="utf-8")
    began = time.perf_counter()
    aside.replace(brief)
    while output.stat().st_mtime_ns == before:
        time.sleep(0.001)
    took = (time.perf_counter() - began) * 1000
    time.sleep(0.4)
    return took
