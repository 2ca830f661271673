"""What is said about a memo rather than in it: its facts for heads, feet and properties, and the works it may cite."""

from __future__ import annotations

from collections.abc import Iterator

from .brief import Brief
from .document import Meta, Work
from .languages import Words
from .sections import described


def describe(brief: Brief, words: Words) -> Meta:
    """Return what is said about the memo rather than in it."""
    title = brief.title.text
    return Meta(
        title=title,
        language=brief.language,
        direction=words.direction,
        status=brief.status,
        author=", ".join(person.name.text for person in brief.from_),
        subject=brief.subject.text if brief.subject else "",
        date=brief.date,
        date_text=words.on(brief.date) if brief.date else "",
        status_text=words.value("memo_status", brief.status),
        running_head=title,
        draft_mark=words.draft_mark if brief.status == "draft" else "",
        marking=brief.markings.banner if brief.markings else "",
        reference=brief.reference or "",
        version=brief.version.number if brief.version else "",
        page_number=words.patterns.page_number,
        decimal_mark=words.patterns.decimal_mark,
        group_mark=words.patterns.group_mark,
        source=brief.title.source,
    )


def works(brief: Brief, words: Words) -> Iterator[Work]:
    """Return the sources of a brief as works that can be cited."""
    for key, source in brief.sources.items():
        own, told = source.citation is not None, described(source, words)
        yield Work(id=str(key), inlines=told, own=own, data=source.data, source=source.source)
