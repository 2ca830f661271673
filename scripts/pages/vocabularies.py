"""The reference of vocabularies: scales, markings, ways to cite, and the words that stand for each word of a brief."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args
from xml.etree import ElementTree

from reportgen.brief.models.markings import LEVELS, Tlp

from .templates import DATA, SOURCE, built_in

HEAD = """\
# Vocabularies

Some keys of a [brief](brief.md) take words of a closed list. This page has the lists that need explaining, and how the
words are printed. It is made out of the program's data.

## Markings

`markings.tlp` is a label of the Traffic Light Protocol 2.0: {tlp}.

`markings.classification` names a system and a level in the system's own words:

| system | levels, from the lowest |
|---|---|
"""
CITATIONS = """
## Ways to cite

`citations` of a template names a citation style, or `in-text` for the source's own words in the sentence. A style of
your own is a CSL 1.0.1 file in `citations/` beside the brief.

| name | what it is |
|---|---|
"""
SCALES = """
## Scales of likelihood

`likelihood_scale` of a brief, or `scale` of a likelihood, names one. A word is checked against its scale, and a number
beside it against the word's band.
"""
WORDS = """
## How words are printed

What stands in the brief, and what stands in the memo. "Word" is what you write.
"""


def page() -> str:
    """Return the page."""
    tlp = ", ".join(f"`{label}`" for label in get_args(Tlp))
    levels = (f"| `{system}` | {', '.join(map(_code, names))} |\n" for system, names in LEVELS.items())
    head = HEAD.replace("{tlp}", tlp)
    return "".join((head, *levels, SCALES, *_scales(), CITATIONS, *_citations(), WORDS, *_words()))


def _scales() -> Iterator[str]:
    for scale in built_in("scales"):
        yield f"\n### `{scale['name']}`: {scale['title']}\n\n| words | percent |\n|---|---|\n"
        for band in scale["bands"]:
            yield f"| {', '.join(map(_code, band['words']))} | {band['low']:g}–{band['high']:g} |\n"


def _citations() -> Iterator[str]:
    for file in sorted(DATA.joinpath("citations").iterdir(), key=lambda file: file.name):
        name = file.name.removesuffix(".csl")
        root = ElementTree.fromstring(file.read_text(encoding="utf-8"))
        title = root.findtext("{*}info/{*}title") or name
        yield f"| [`{name}`]({SOURCE}/citations/{file.name}) | {title} |\n"


def _words() -> Iterator[str]:
    languages: list[dict[str, Any]] = list(built_in("languages"))
    tags = [one["tag"] for one in languages]
    english = next(one for one in languages if one["tag"] == "en")
    for vocabulary, words in english["values"].items():
        yield f"\n### {vocabulary}\n\n| word | {' | '.join(map(_code, tags))} |\n|---|{'---|' * len(tags)}\n"
        for word in words:
            yield f"| `{word}` | {' | '.join(str(one['values'][vocabulary][word]) for one in languages)} |\n"


def _code(word: str) -> str:
    return f"`{word}`"
