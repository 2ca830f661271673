"""The way from a brief to a memo. Begin reading here.

    1  load       a file's YAML           -> located values      located/load.py
    2  expand     located values          -> located values      brief/expand.py
    3  validate   located values          -> Brief               located/validate.py, brief/models/
    4  compose    Brief, Template         -> Document            sections/
    5  transform  Document                -> Document            transforms/
       check      Brief, Document         -> Diagnostics         checks/
    6  write      Document, Style         -> the bytes of a file writers/

Each stage is one function, and each reports all of its faults at once (BriefError). Nothing here writes to disk.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from . import registry
from .brief import Brief, expand
from .diagnostics import NOWHERE, BriefError, Diagnostic, Source
from .document import Block, Document, Meta
from .document.walk import text_of
from .languages import Words
from .located import Mapping, Scalar, load, validate
from .shelves import LANGUAGES, STYLES, TEMPLATES, find_on
from .style import Style
from .template import Template
from .workspace import Workspace
from .writers import Written

TRANSFORMS = ("name-holes",)
"""The transforms in the order in which they are run."""


@dataclass(frozen=True, slots=True)
class Memo:
    """A memo ready to be written: what it says, how it looks, and what was found in it."""

    document: Document
    style: Style
    diagnostics: tuple[Diagnostic, ...]


def build(path: str, workspace: Workspace, template: str = "") -> Memo:
    """Return the memo of the brief at a path, set in the template it names or in the one given.

    Raise BriefError with the faults of the first stage that finds any.
    """
    values = load(path, workspace)
    values = expand(values, values.get("vars") or {}, workspace)
    brief = validate(values, Brief, workspace)
    words = find_language(brief, workspace)
    kind = find_template(template, brief, values, workspace)
    style = find_style(kind, path, workspace)
    document = transform(compose(brief, kind, words, workspace), words)
    return Memo(document, style, check(brief, document))


def find_language(brief: Brief, workspace: Workspace) -> Words:
    """Return the words of a brief's language; those of `en` serve `en-GB`."""
    tag = brief.language
    return validate(find_on(LANGUAGES, tag, tag.source, workspace, brief.source.file), Words, workspace)


def find_template(name: str, brief: Brief, values: Mapping, workspace: Workspace) -> Template:
    """Return the template that is asked for, or else the brief's, with the brief's values filled into its sentences."""
    wanted = Scalar(name) if name else brief.template
    found = find_on(TEMPLATES, wanted, wanted.source, workspace, brief.source.file)
    return validate(expand(found, values, workspace), Template, workspace)


def find_style(template: Template, brief_path: str, workspace: Workspace) -> Style:
    """Return the style that a template names."""
    name = template.style
    return validate(find_on(STYLES, name, name.source, workspace, brief_path), Style, workspace)


def compose(brief: Brief, template: Template, words: Words, workspace: Workspace) -> Document:
    """Return the document that the template's section builders make of a brief, in the template's order."""
    faults: list[Diagnostic] = []
    parts = []
    for entry in template.sections:
        try:
            builder = registry.find("sections", entry.builder, entry.source)
            parts.append((builder, validate(entry.options, builder.Options, workspace)))
        except BriefError as refused:
            faults.extend(refused.diagnostics)
    if faults:
        raise BriefError(dict.fromkeys(faults))
    blocks: list[Block] = []
    for builder, options in parts:
        blocks.extend(builder.build(brief, options, words))
    return Document(meta=describe(brief, words), blocks=tuple(blocks), source=brief.source)


def describe(brief: Brief, words: Words) -> Meta:
    """Return what is said about the memo rather than in it."""
    draft = brief.status == "draft"
    return Meta(
        title=brief.title.text,
        language=brief.language,
        direction=words.direction,
        status=brief.status,
        author=", ".join(person.name.text for person in brief.from_),
        subject=brief.subject.text if brief.subject else "",
        date=brief.date,
        running_head=text_of(brief.title.inlines),
        draft_mark=words.draft_mark if draft else "",
        marking=brief.markings.banner if brief.markings else "",
        page_number=words.page_number,
        source=brief.title.source,
    )


def transform(document: Document, words: Words) -> Document:
    """Return the document after all transforms."""
    for name in TRANSFORMS:
        document = registry.find("transforms", name, NOWHERE).transform(document, words)
    return document


def check(brief: Brief, document: Document) -> tuple[Diagnostic, ...]:
    """Return what all checks find, in the order of the files."""
    found: list[Diagnostic] = []
    for name in registry.names("checks"):
        found.extend(registry.find("checks", name, NOWHERE).check(brief, document))
    return in_order(found)


def write(memo: Memo, format: str) -> Written:
    """Return a memo as a file of a format; raise BriefError where there is no such format or it can't hold the memo."""
    writer = registry.find("writers", format, Source())
    written: Written = writer.write(memo.document, memo.style)
    return written


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return findings, each once, in the order of the files and lines they point at."""
    found = dict.fromkeys(diagnostics)
    return tuple(sorted(found, key=lambda one: (one.source.file, one.source.line, one.source.column)))
