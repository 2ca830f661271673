"""Measure how often each check fires on papers that professionals published: `python scripts/check_corpus.py FOLDER`.

Each Markdown file of the folder becomes the text of one section of a memo. Prints, rule by rule and level by level,
how many findings there are, how many for a thousand words, and the paper with most of them. `--show CODE` prints each
finding of a rule, `--final` reads the papers as final memos, and `--level LEVEL` gives that level to every check that
an author may allow, even to those that are off.

A rule that fires on these often is a bad rule, not a bad paper: see LIMITS.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import reportgen
from reportgen import registry
from reportgen.diagnostics import BriefError, Diagnostic
from reportgen.document.passages import passages

LIMITS = {"error": 1.0, "warning": 1.0}
"""At most so many findings: errors of all rules in all papers, and warnings of one rule for a thousand words."""

# The programs of charts, what a brief refuses (pictures from the web, titles of links), what would be a placeholder.
CLEANED = (
    (re.compile(r"^\$\(function \(\) \{.*?^\}\);", re.MULTILINE | re.DOTALL), ""),
    (re.compile(r"!\[([^\[\]]*)\]\([^()]*(?:\([^()]*\)[^()]*)*\)"), r"\1"),
    (re.compile(r"(\]\([^\s()]*) +\"[^\"\n]*\"\)"), r"\1)"),
    (re.compile(r"^(\s*)(`{3,}|~{3,}).*$", re.MULTILINE), r"\1"),
    (re.compile(r"^( {0,3}\[[^\[\]\n]+\]):", re.MULTILINE), r"\1\\:"),
    (re.compile(r"\]\((?!https?:|mailto:)[^()\s]*\)"), "]"),
    (re.compile(r"[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufdd0-\ufdef\ufffe\uffff]"), " "),
    (re.compile(r"(\{\{|\{%|\{#)"), r"{{ '\1' }}"),
)


def brief_of(path: Path, final: bool, level: str) -> dict[str, str]:
    """Return the files of a memo whose one section holds a paper."""
    text = path.read_text(encoding="utf-8")
    for pattern, instead in CLEANED:
        text = pattern.sub(instead, text)
    head = f"date: 2026-04-01\nfrom: A\nto: B\nstatus: {'final' if final else 'draft'}\n"
    section = json.dumps([{"title": "Paper", "text": text}], ensure_ascii=False)
    files = {"paper.yaml": f"title: Paper\n{head}sections: {section}\n"}
    if level:
        checks = "".join(f"{name} = {{severity = '{level}'}}\n" for name in registry.names("checks") if _may(name))
        files["reportgen.toml"] = f"[checks]\n{checks}"
    return files


def _may(name: str) -> bool:
    return bool(registry.find("checks", name, reportgen.Source()).Options.MAY_BE_ALLOWED)


def words_of(memo: reportgen.Memo) -> int:
    """Return the number of words that a memo has."""
    return sum(len(passage.text.split()) for passage in passages(memo.document))


def read(folder: Path, final: bool, level: str) -> Iterator[tuple[str, int, tuple[Diagnostic, ...]]]:
    """Return each paper's name, its words, and what is found in it; say which can't be read."""
    for path in sorted(folder.glob("*.md")):
        if path.name == "README.md":
            continue
        try:
            memo = reportgen.build("paper.yaml", "", reportgen.Workspace(files=brief_of(path, final, level)))
        except BriefError as refused:
            first = refused.diagnostics[0]
            print(f"can't be read: {path.name}: {first.message} [{first.code}] {first.source.quote}", file=sys.stderr)
            continue
        yield path.stem, words_of(memo), memo.diagnostics


def main() -> int:
    """Measure and print; return 1 where a limit is passed."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--show", default="", metavar="CODE")
    parser.add_argument("--final", action="store_true")
    parser.add_argument("--level", default="", choices=("info", "warning", "error"))
    asked = parser.parse_args()
    hits: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    words = 0
    for name, length, found in read(asked.folder, asked.final, asked.level):
        words += length
        for one in found:
            hits[one.code, one.severity][name] += 1
            if one.code == asked.show:
                print(f"{name[:28]:28}  {one.severity:7}  {one.message}")
    return report(hits, words)


def report(hits: dict[tuple[str, str], Counter[str]], words: int) -> int:
    """Print the table; return 1 where a limit is passed."""
    print(f"{words} words\n{'rule':28} {'level':8} {'hits':>6} {'per 1,000':>10}  worst paper")
    too_many = sum(sum(papers.values()) for (_, level), papers in hits.items() if level == "error") > LIMITS["error"]
    for (code, level), papers in sorted(hits.items()):
        rate = 1000 * sum(papers.values()) / words
        too_many = too_many or (level == "warning" and rate > LIMITS["warning"])
        [(worst, most)] = papers.most_common(1)
        print(f"{code:28} {level:8} {sum(papers.values()):6} {rate:10.2f}  {worst[:40]} ({most})")
    print("FAILED: see the limits in scripts/check_corpus.py" if too_many else "within the limits")
    return int(too_many)


if __name__ == "__main__":
    sys.exit(main())
