"""The way from a brief to a memo. Begin reading here.

    1  load       a file's YAML           -> located values      located/load.py, include.py, assign.py
    2  expand     located values          -> located values      brief/expand.py
    3  validate   located values          -> Brief               located/validate.py, brief/models/
    4  compose    Brief, Template         -> Document            sections/
    5  transform  Document                -> Document            transforms/
       check      Brief, Document         -> Diagnostics         checking.py, checks/
    6  write      Document, Style         -> the bytes of a file writers/

Each stage is one function, and each reports all of its faults at once (BriefError). Nothing here writes to disk.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator
from dataclasses import field, replace
from itertools import groupby
from pathlib import PurePath
from types import ModuleType

from . import registry
from .about import describe, works
from .brief import Brief, expand, variables, with_row
from .checking import Check, find_allowances, find_checks, review, review_pages, without_allowances
from .checks import Review
from .collecting import without_collector
from .diagnostics import NOWHERE, BriefError, Diagnostic, Faults, Source, choices, error, in_order
from .document import (
    Attachment,
    Block,
    Contents,
    ContentsEntry,
    Conventions,
    Document,
    Node,
    Pages,
    PagesForm,
    Section,
)
from .document.walk import rewrite
from .frozen import dataclass
from .languages import Words
from .letterhead.reading import find_letterhead
from .located import (
    Allowance,
    Closed,
    Mapping,
    Scalar,
    assign,
    include,
    load,
    pinpointed,
    validate,
    validate_chain,
    without_allowed,
)
from .logo import find_logo, under_logo
from .on_letterhead import at_odds
from .sections import own_sections_at
from .settings import Settings, find_settings
from .shelves import CITATIONS, LANGUAGES, STYLES, TEMPLATES, bases, find_chain, find_on, names_on, place_on
from .style import Style
from .template import Template, extended, localized
from .workspace import Workspace
from .writers import Written

TRANSFORMS = (
    "name-holes",
    "write-out-acronyms",
    "number-paragraphs",
    "number-headings",
    "number-captions",
    "cite",
    "number-notes",
    "resolve-references",
    "fill-contents",
)
"""The transforms in the order in which they are run: what is counted and worded before what points at it."""


EDITED = ("docx",)
"""The formats that people go on writing in: they hold the brief, into which that may go back, and since they have no
fixed pages of their own, they are told those of ours."""

COUNTED_APART: tuple[PagesForm, ...] = ("cover", "front")
"""The forms of pages that the number of the last page leaves out."""

LAID_OUT = "pdf"
"""The format of fixed pages, which tells what stands on which."""

IN_TEXT = "in-text"
"""The name that stands for no citation style: a source's own words in the sentence."""


@dataclass(frozen=True, slots=True)
class Memo:
    """A memo ready to be written: what it says, how it looks, what was found in it, and by which checks.

    `is_bare` says that its brief may be in none of its files; `laid_out` keeps it in the format of fixed pages, with
    floats and without, once that has been asked for.
    """

    document: Document
    style: Style
    diagnostics: tuple[Diagnostic, ...]
    checks: tuple[Check, ...] = ()
    allowed: tuple[Allowance, ...] = ()
    workspace: Workspace = field(default_factory=lambda: Workspace(files={}), compare=False, repr=False)
    is_bare: bool = False
    laid_out: dict[bool, Written] = field(default_factory=dict, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Builder:
    """A section builder with its options: its name, the module that builds, and the form of the pages it builds on."""

    name: str
    module: ModuleType
    options: Closed
    pages: PagesForm | None = None


@without_collector()
def build(
    path: str, workspace: Workspace, template: str = "", assignments: Iterable[str] = (), row: Mapping | None = None
) -> Memo:
    """Return the memo of the brief at a path, set in the template it names or in the one given.

    `assignments` set single values: `status=final`; `row` holds variables that come before the brief's own. Raise
    BriefError with the faults of the brief; where it has none, with those of all that it is made with.
    """
    try:
        return _built(path, workspace, template, assignments, row)
    except BriefError as refused:
        raise BriefError(placed(refused.diagnostics, workspace)) from None


def _built(path: str, workspace: Workspace, template: str, assignments: Iterable[str], row: Mapping | None) -> Memo:
    faults = Faults()
    settings = faults.of(find_settings, path, workspace) or Settings()
    workspace.limits = settings.limits
    shelves = bases(path, settings.folders)
    plug_ins = tuple(str((workspace.root / folder).resolve()) for folder in settings.folders)
    brief = faults.of(read, path, workspace, assignments, shelves, row)
    if brief is None:
        faults.refuse()
    words = faults.of(find_language, brief, workspace, shelves)
    kind, untranslated = faults.of(find_template, template, brief, workspace, shelves) or (None, ())
    if kind:
        style = faults.of(find_style, brief.style or kind.style, workspace, shelves)
        builders = faults.of(find_builders, kind, brief, workspace, plug_ins)
        conventions = faults.of(find_conventions, kind, workspace, shelves)
        logo = faults.of(find_logo, style, workspace) if style else None
    checks = faults.of(find_checks, [one.checks for one in (kind, settings) if one], workspace, plug_ins)
    allowed = faults.of(find_allowances, checks, path, workspace) if checks else ()
    faults.refuse()
    document = under_logo(transform(compose(brief, builders, words, conventions), words), logo)
    found = placed(review(checks, Review(brief, document)), workspace)
    told = in_order((*untranslated, *without_allowances(found, allowed, checks)))
    return Memo(document, style, told, checks, allowed, workspace)


def read(
    path: str,
    workspace: Workspace,
    assignments: Iterable[str] = (),
    shelves: Iterable[str] = (),
    row: Mapping | None = None,
) -> Brief:
    """Return the brief at a path: stages 1 to 3, the faults of the last two told together.

    `shelves` are the folders where a template and a language are looked for, to tell those that there are none of.
    `row` holds the values of a row of data.
    """
    own = load(workspace.confine(os.path.dirname(path), path), workspace)
    values = with_row(assign(include(own, workspace), assignments), row)
    faults = Faults()
    names, found = variables(values, workspace)
    values, more = expand(values.with_value("vars", names) if names else values, names, workspace)
    faults.extend((*found, *more))
    brief: Brief = faults.of(validate, values, Brief, workspace)
    if faults:
        for key, shelf in (("language", LANGUAGES), ("template", TEMPLATES), ("style", STYLES)):
            name = values.get(key)
            if isinstance(name, Scalar) and name.source not in {fault.source for fault in faults}:
                faults.of(find_on, shelf, name, name.source, workspace, tuple(shelves) or bases(path))
    faults.refuse()
    return brief


def find_language(brief: Brief, workspace: Workspace, shelves: Iterable[str]) -> Words:
    """Return the words of a brief's language; those of `en` serve `en-GB`."""
    tag = brief.language
    return validate_chain((find_on(LANGUAGES, tag, tag.source, workspace, shelves),), Words, workspace)


def find_template(
    name: str, brief: Brief, workspace: Workspace, shelves: Iterable[str]
) -> tuple[Template, tuple[Diagnostic, ...]]:
    """Return the template asked for, or else the brief's, its sentences in the brief's language and filled in.

    With it, a warning for each sentence that it does not have in that language.
    """
    wanted = Scalar(name) if name else brief.template
    found, faults = extended(find_chain(TEMPLATES, wanted, wanted.source, workspace, shelves))
    if faults:
        raise BriefError(faults)
    languages = names_on(LANGUAGES, workspace, shelves)
    chosen, untranslated = localized(found, brief.language, (*languages, brief.language))
    values, faults = expand(chosen, facts(brief), workspace)
    if faults:
        raise BriefError(faults)
    return validate(values, Template, workspace), untranslated


def facts(brief: Brief) -> dict[str, object]:
    """Return what a template's sentences may speak of: a few words of the brief, and the author's own variables."""
    return {
        **brief.vars,
        "title": brief.title.text,
        "status": brief.status,
        "parties": [party.name.text for party in brief.parties.values()],
        "issues": [issue.title.text for issue in brief.issues],
    }


def find_style(name: Scalar, workspace: Workspace, shelves: Iterable[str]) -> Style:
    """Return the style of a name, laid over those that it extends, on its letterhead where it has one."""
    chain, letterhead = find_letterhead(find_chain(STYLES, name, name.source, workspace, shelves), workspace)
    style = validate_chain(chain, Style, workspace)
    return style.on(letterhead) if letterhead else style


def find_conventions(template: Template, workspace: Workspace, shelves: Iterable[str]) -> Conventions:
    """Return how documents of a template count and cite."""
    name = template.citations
    if name == IN_TEXT:
        return template.conventions("")
    return template.conventions(workspace.read_text(place_on(CITATIONS, name, name.source, workspace, shelves)))


def find_builders(
    template: Template, brief: Brief, workspace: Workspace, plug_ins: tuple[str, ...] = ()
) -> tuple[Builder, ...]:
    """Return the template's section builders, each with its options, in the template's order.

    `plug_ins` are a project's own folders with section builders.

    Raise BriefError with all faults: builders and options that do not exist, and parts that the author wants sections
    to stand at and that the template does not have.
    """
    faults = Faults(misplaced(brief, [entry.builder for entry in template.sections]))
    found = []
    for entry in template.sections:
        module = faults.of(registry.find, "sections", entry.builder, entry.source, plug_ins)
        options = module and faults.of(validate, entry.options, module.Options, workspace)
        found.append(Builder(entry.builder, module, options, entry.pages))
    faults.refuse()
    return tuple(found)


def misplaced(brief: Brief, parts: Collection[str]) -> Iterator[Diagnostic]:
    """Return a fault for each section of the author's that is to stand at a part that the memo does not have."""
    for free in brief.sections:
        for part in (free.before, free.after):
            if part is not None and part not in parts:
                message = f"this template has no part '{part}'"
                yield error("unknown-section", message, part.source, choices(part, parts))


def compose(brief: Brief, builders: Iterable[Builder], words: Words, conventions: Conventions) -> Document:
    """Return the document that section builders make of a brief, in their order, the author's sections among them.

    What neighbours on pages of one form build stands on the same pages; there are none for nothing.
    """
    blocks: list[Block] = []
    for form, group in groupby(builders, lambda one: one.pages):
        built = tuple(block for one in group for block in _parts(brief, one, words))
        blocks.extend((Pages(form=form, blocks=built, source=brief.source),) if form and built else built)
    return Document(
        meta=describe(brief, words),
        blocks=tuple(blocks),
        works=tuple(works(brief, words)),
        terms={str(term): meaning.text for term, meaning in brief.glossary.items()},
        conventions=conventions,
        source=brief.source,
    )


def _parts(brief: Brief, builder: Builder, words: Words) -> Iterator[Block]:
    """Return what a section builder makes of a brief, between the author's sections that stand at it."""
    yield from own_sections_at(brief, "before", builder.name, words)
    yield from builder.module.build(brief, builder.options, words)
    yield from own_sections_at(brief, "after", builder.name, words)


def transform(document: Document, words: Words) -> Document:
    """Return the document after all transforms; raise BriefError with the faults of all."""
    faults = Faults()
    for name in TRANSFORMS:
        document = faults.of(registry.find("transforms", name, NOWHERE).transform, document, words) or document
    faults.refuse()
    return document


def with_source(memo: Memo) -> Memo:
    """Return a memo with its brief attached, as the author wrote it, for the formats that can hold a file."""
    path = memo.document.source.file
    name = PurePath(path).name.encode("utf-8", "replace").decode()  # a disk takes names that no text can hold
    attachment = Attachment(name=name, media_type="application/yaml", data=memo.workspace.read_bytes(path))
    return replace(memo, document=replace(memo.document, attachment=attachment), laid_out={})


def with_remarks(memo: Memo) -> Memo:
    """Return a memo with what was found in it to stand at its places, in the formats that can show remarks."""
    return replace(memo, document=replace(memo.document, remarks=memo.diagnostics), laid_out={})


def without_origin(memo: Memo) -> Memo:
    """Return a memo that leaves the house: nothing in its files says whose it is, or out of which registry."""
    meta = replace(memo.document.meta, author="", subject="", reference="", version="", date=None)
    return replace(memo, document=replace(memo.document, meta=meta), is_bare=True, laid_out={})


@without_collector()
def write(memo: Memo, format: str) -> Written:
    """Return a memo as a file of a format; raise BriefError where there is no such format or it can't hold the memo."""
    writer = registry.find("writers", format, Source())
    memo, unknown = with_pages(memo) if format in EDITED else (memo, ())
    if format in EDITED and not memo.is_bare and memo.document.source.file in memo.workspace.paths_read:
        memo = with_source(memo)
    try:
        written: Written = layout(memo) if format == LAID_OUT else writer.write(memo.document, memo.style)
    except BriefError as refused:
        raise BriefError(placed(refused.diagnostics, memo.workspace)) from None
    found = [] if written.pages is None else review_pages(memo.checks, memo.document.meta.status, written.pages)
    kept, _ = without_allowed(found, memo.allowed)
    beside = at_odds(memo.document, memo.style) if format in EDITED else ()
    return replace(written, diagnostics=placed((*written.diagnostics, *kept, *unknown, *beside), memo.workspace))


def with_pages(memo: Memo) -> tuple[Memo, tuple[Diagnostic, ...]]:
    """Return a memo that tells pages, those of our own layout: in contents lists, and where not all count as one.

    In that layout nothing floats, as nothing does in the formats that are told. Itself where it does neither. With it,
    as warnings, the faults because of which that layout can't be made: then no pages are told.
    """
    if not tells_pages(memo.document.blocks):
        return memo, ()
    try:
        laid_out = layout(memo)
        if laid_out.floated:
            laid_out = layout(memo, floats=False)
    except BriefError as refused:
        hint = "until this is mended, the contents list tells no pages"
        return memo, tuple(replace(fault, severity="warning", hint=hint) for fault in refused.diagnostics)

    def told(node: Node) -> Node:
        return replace(node, page=laid_out.page_of.get(node.target, "")) if isinstance(node, ContentsEntry) else node

    document = replace(rewrite(memo.document, told), last_pages=laid_out.last_pages)
    return replace(memo, document=document), ()


def layout(memo: Memo, floats: bool = True) -> Written:
    """Return a memo in the format of fixed pages, written once, perhaps without floats; raise BriefError as `write`."""
    if floats not in memo.laid_out:
        style = memo.style if floats else memo.style.model_copy(update={"floats": False})
        writer, most = registry.find("writers", LAID_OUT, NOWHERE), memo.workspace.limits.pages
        memo.laid_out[floats] = writer.write(memo.document, style, most)
    return memo.laid_out[floats]


def tells_pages(blocks: Iterable[Block]) -> bool:
    """Return whether there are contents lists, or pages that are counted apart, among blocks and in their sections."""
    return any(
        isinstance(block, Contents)
        or (isinstance(block, Pages) and block.form in COUNTED_APART)
        or (isinstance(block, Pages | Section) and tells_pages(block.blocks))
        for block in blocks
    )


def placed(diagnostics: Iterable[Diagnostic], workspace: Workspace) -> tuple[Diagnostic, ...]:
    """Return findings, each once, at the very words they are about, in the order of the files and lines."""
    return in_order(pinpointed(diagnostics, workspace))
