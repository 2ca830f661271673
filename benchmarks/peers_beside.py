"""The part of the bench that sets reportgen beside its peers, on the same words: pandoc, Typst, docxtpl, WeasyPrint.

They live in an environment of their own, which the variable PEERS names. Each makes one format; reportgen makes both.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

import pypdfium2

import reportgen

from .measuring import MEMO, REPORTGEN, Cost, cost_of, cpu_of, line
from .memos import long, many
from .parts import written_anew
from .plain import put

SCRIPTS = Path(__file__).parent / "peers"
PEERS = {
    "pandoc": ("pandoc_docx.py", "docx", "md"),
    "Typst": ("typst_pdf.py", "pdf", "json"),
    "docxtpl": ("docxtpl_docx.py", "docx", "json"),
    "WeasyPrint": ("weasyprint_pdf.py", "pdf", "json"),
}
ROUNDS, WARM = 5, 15
"""Rounds in which all take their turn, so that a busy minute hits all alike; and how many a warm process makes."""

SHORT, LONG = 100, 740
SLOW = ("WeasyPrint",)
"""Peers that are not asked for a thousand pages: that takes them minutes."""


LIBRARIES = (
    "click",
    "docx",
    "jinja2",
    "lxml.etree",
    "markdown_it",
    "mdit_py_plugins.footnote",
    "pydantic",
    "reportlab.pdfgen.canvas",
    "uharfbuzz",
    "yaml",
)
"""What a memo in both formats can't be made without."""


def peers() -> None:
    """Print what each peer takes for one memo, for one more in the same process, and for a thousand pages."""
    python = Path(os.environ.get("PEERS", ""), "bin", "python")
    if not os.environ.get("PEERS") or not python.exists():
        print("\nPeers: NOT RUN. Install them: sh benchmarks/peers/setup.sh DIR; then: make bench PEERS=DIR")
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _one(python, folder)
        _warm(python, folder)
        _pages(python, folder)
        _long(python, folder)


def _command(python: Path, peer: str, folder: Path, *stems: str) -> list[str | Path]:
    script, format, source = PEERS[peer]
    return [python, SCRIPTS / script, folder / f"{peer}.{format}", *(folder / f"{stem}.{source}" for stem in stems)]


def _one(python: Path, folder: Path) -> None:
    print("\nBeside its peers: one memo, whole process (medians of rounds in turn)")
    put(folder, MEMO)
    commands = {f"{peer} ({PEERS[peer][1]})": _command(python, peer, folder, MEMO.stem) for peer in PEERS}
    commands["reportgen (docx and pdf)"] = [*REPORTGEN, "make", MEMO, "-o", folder / "out", "--force"]
    found: dict[str, list[Cost]] = {name: [] for name in commands}
    for _ in range(ROUNDS):
        for name, command in commands.items():
            found[name].append(cost_of(command, runs=1))
    for name, costs in found.items():
        line(name, Cost(*(median(getattr(cost, each) for cost in costs) for each in ("wall", "cpu", "memory"))))
    pairs = zip(found["reportgen (docx and pdf)"], found["pandoc (docx)"], found["Typst (pdf)"], strict=True)
    ratio = median(ours.cpu / (docx.cpu + pdf.cpu) for ours, docx, pdf in pairs)
    print(f"  reportgen's CPU is {ratio:.2f} times that of pandoc's DOCX and Typst's PDF together (1.00 is the aim)")
    print("  What stands in the way of the rest, before a line of reportgen's own is run:")
    line("  Python itself", cost_of([sys.executable, "-c", "pass"]))
    line("  Python and the libraries it needs", cost_of([sys.executable, "-c", f"import {', '.join(LIBRARIES)}"]))


def _warm(python: Path, folder: Path) -> None:
    print("\nBeside its peers: one more memo, unlike those before, in a process that is warm (CPU)")
    briefs = sorted(many(folder / "briefs", WARM).iterdir())
    for brief in briefs:
        put(folder, brief)
    took = {}
    for peer in PEERS:
        command = [str(word) for word in _command(python, peer, folder, *(brief.stem for brief in briefs))]
        took[peer] = float(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
        print(f"  {f'{peer} ({PEERS[peer][1]})':<34} {took[peer]:8.1f} ms")
    left = iter(briefs)
    reportgen.make(next(left), folder / "out")
    ours = cpu_of(lambda: reportgen.make(next(left), folder / "out", force=True), WARM - 1)
    print(
        f"  {'reportgen (docx and pdf)':<34} {ours:8.1f} ms, {ours / took['Typst']:.2f} times Typst's (1.00 is the aim)"
    )


def _pages(python: Path, folder: Path) -> None:
    print("\nBeside Typst, PDF alone, tagged: CPU a page, of ours the writing (reading and checking are told below)")
    for times in (SHORT, LONG):
        brief = long(folder / f"pages-{times}.yaml", times)
        put(folder, brief)
        memo = reportgen.build(brief)
        pages = reportgen.write(memo, "pdf").pages or 1
        rounds = [
            (
                cost_of(_command(python, "Typst", folder, brief.stem), runs=1),
                cpu_of(lambda memo=memo: written_anew(memo, "pdf"), 1) / pages,
            )
            for _ in range(ROUNDS)
        ]
        count = len(pypdfium2.PdfDocument(folder / "Typst.pdf"))
        theirs, memory, ours, ratio = map(
            median,
            zip(*((one.cpu / count, one.memory, own, own * count / one.cpu) for one, own in rounds), strict=True),
        )
        peak = cost_of([*REPORTGEN, "make", brief, "-f", "pdf", "-o", folder / "out", "--force"], runs=1).memory
        print(
            f"  {times:>4} sections: Typst {theirs:5.2f} ms ({count} pages, {memory:.0f} MB), "
            f"reportgen {ours:5.2f} ms ({pages} pages, {peak:.0f} MB): {ratio:.2f} times Typst's, round by round"
        )


def _long(python: Path, folder: Path) -> None:
    print("\nBeside its peers: about a thousand pages, whole process (one run each)")
    brief = long(folder / "long.yaml", LONG)
    put(folder, brief)
    for peer in PEERS:
        if peer in SLOW:
            print(f"  {peer}: not asked, it takes minutes")
            continue
        line(f"{peer} ({PEERS[peer][1]})", cost_of(_command(python, peer, folder, "long"), runs=1))
    line("reportgen (docx and pdf)", cost_of([*REPORTGEN, "make", brief, "-o", folder / "out", "--force"], runs=1))
