"""The memos that are measured: the README's, two hundred like it, and one as long as one likes."""

from __future__ import annotations

from pathlib import Path

import yaml

from .measuring import MEMO


def many(folder: Path, number: int) -> Path:
    """Return a folder with so many briefs, no two alike."""
    folder.mkdir()
    text = MEMO.read_text(encoding="utf-8")
    for at in range(number):
        (folder / f"memo-{at:03}.yaml").write_text(varied(text, at), encoding="utf-8")
    return folder


def varied(text: str, at: int) -> str:
    """Return a brief's text with a number in its title and in every sentence: no tool has seen any of it before."""
    return text.replace("title: ", f"title: ({at}) ", 1).replace(". ", f" ({at}). ")


def long(path: Path, times: int) -> Path:
    """Return a brief with the README's memo and, so many times, its prose, lists and a table as sections of its own."""
    brief = yaml.safe_load(MEMO.read_text(encoding="utf-8"))
    paragraphs = [text.strip() for text in _prose(brief) if len(text) > 200]
    table = "| Actor | Position | Status |\n|---|---|---|\n" + "| Ukraine | Withdrawal of forces | open |\n" * 5
    points = "\n".join(f"- {text[:120].rsplit(' ', 1)[0]}" for text in paragraphs[:6])
    body = "\n\n".join([*paragraphs, points, table])
    brief["sections"] = [{"title": f"Round {at + 1}", "text": body} for at in range(times)]
    path.write_text(yaml.safe_dump(brief, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return path


def _prose(value: object) -> list[str]:
    """Return the texts in a value that hold no placeholder."""
    if isinstance(value, str):
        return [value] if "{" not in value else []
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [text for one in inside for text in _prose(one)]
