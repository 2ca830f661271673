"""Citations, in notes, in brackets, by number and in the sentence, and the list of sources."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from printed import nodes, printed

import reportgen
from reportgen.diagnostics import BriefError
from reportgen.document import (
    Bibliography,
    Citation,
    Cited,
    Document,
    Note,
    Paragraph,
    Work,
)
from reportgen.document.walk import text_of, walk
from reportgen.transforms import cite

Made = Callable[..., Document]
Build = Callable[..., reportgen.Memo]


SOURCES = """
sources:
  smith: {author: ["Smith, Jo", "Doe, Al"], title: The report, kind: report, publisher: RAND, date: 2024-03-05}
  times: {author: The Times, title: News, kind: news, date: 2023, url: "https://times.example/1"}
  own: "The *Daily*, 3 May"
  never: Not cited at all
"""
TEXT = 'summary: "A [@smith, p. 4]. B [see @times; @smith]; C [@own, p. 2]. D [@smith]."\n'


def test_notes_stand_behind_the_point_and_are_short_the_second_time(made: Made) -> None:
    document = made(SOURCES + TEXT)
    notes = [node for node in walk(document) if isinstance(node, Note)]
    assert [text_of(note.blocks) for note in notes] == [
        "Jo Smith and Al Doe, The report, RAND, 5 March 2024, p. 4.",
        "see The Times, ‘News’, 2023, https://times.example/1; Smith and Doe, The report.",
        "The Daily, 3 May, p. 2.",
        "Smith and Doe, The report.",
    ]
    assert [note.number for note in notes] == [1, 2, 3, 4]
    line = next(node for node in walk(document) if "A" in text_of(node) and hasattr(node, "role"))
    assert text_of(line) == "A. B; C. D."


def test_a_citation_on_a_line_of_its_own_stands_behind_the_word_before(made: Made) -> None:
    document = made(SOURCES + "summary: |\n  A\n  [@smith]. B\n")
    assert "A. B" in [text_of(node) for node in walk(document)]


def test_the_author_s_own_words_stand_in_a_note_beside_the_style_s(made: Made) -> None:
    document = made(SOURCES + "summary: 'A [see @own; @smith, p. 3; @never].'\n")
    (note,) = nodes(document, Note)
    assert isinstance(note, Note)
    assert text_of(note.blocks) == (
        "see The Daily, 3 May; Jo Smith and Al Doe, The report, RAND, 5 March 2024, p. 3; Not cited at all."
    )


def test_author_and_date_stand_in_brackets(made: Made) -> None:
    document = made(SOURCES + TEXT, "citations: author-date")
    assert [text_of(node) for node in nodes(document, Citation)] == [
        "(Smith and Doe 2024, p. 4)",
        "(see The Times 2023; Smith and Doe 2024)",
        "(‘The Daily, 3 May’, p. 2)",
        "(Smith and Doe 2024)",
    ]


def test_numbers_follow_the_order_of_citing_and_so_does_the_list(made: Made) -> None:
    document = made(SOURCES + TEXT, "citations: numeric")
    assert [text_of(node) for node in nodes(document, Citation)] == ["[1], p. 4", "[1], see [2]", "[3], p. 2", "[1]"]
    (bibliography,) = (node for node in walk(document) if isinstance(node, Bibliography))
    assert [(entry.mark, entry.id) for entry in bibliography.entries] == [
        ("[1]", "smith"), ("[2]", "times"), ("[3]", "own"), ("[4]", "never")
    ]  # fmt: skip


def test_sources_stand_in_the_sentence_where_there_is_no_style(made: Made) -> None:
    document = made(SOURCES + 'summary: "C [see @own, p. 2; @never]."\n', "citations: in-text")
    assert [text_of(node) for node in nodes(document, Citation)] == ["(see The Daily, 3 May, p. 2; Not cited at all)"]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("It *rains* [@smith]: and *pours*, [they](https://x.int) say.", "It rains:^1 and pours, they say."),
        ("*Rain*, in Zone X [@smith]*again*. [@own]", "Rain, in Zone X^1again.^2"),
        ("*Rain* [@smith]. “Snow” [@own].", "Rain.^1 “Snow”.^2"),
        ("It rains [@smith],*and* pours", "It rains,^1and pours"),
        ("[@smith] “It rains [@own]”, he said [@never]!", "^1 “It rains”,^2 he said!^3"),
    ],
)
def test_notes_move_behind_points_and_nothing_else_does(made: Made, text: str, shown: str) -> None:
    document = made(f"{SOURCES}summary: '{text}'\n")
    assert shown in [printed(node) for node in walk(document)]


@pytest.mark.parametrize(
    ("citations", "cited", "listed"),
    [
        ("author-date", ["(Zorn 2020)", "(Adam 2021)"], [("", "adam"), ("", "zorn")]),
        ("numeric", ["[1]", "[2]"], [("[1]", "zorn"), ("[2]", "adam")]),
    ],
)
def test_the_list_is_in_the_style_s_order(
    made: Made, citations: str, cited: list[str], listed: list[tuple[str, str]]
) -> None:
    sources = "sources: {adam: {author: Adam, title: A, date: 2021}, zorn: {author: Zorn, title: Z, date: 2020}}\n"
    document = made(f"{sources}summary: 'Z [@zorn]. A [@adam].'\n", f"citations: {citations}")
    assert [text_of(node) for node in nodes(document, Citation)] == cited
    (bibliography,) = (node for node in walk(document) if isinstance(node, Bibliography))
    assert [(entry.mark, entry.id) for entry in bibliography.entries] == listed


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "‘News’, 3 May 2023."),
        ("en-US", "“News”, 3 May 2023."),
        ("uk", "«News», 3 травня 2023."),
        ("tlh", "“News”, 3 May 2023."),
    ],
)
def test_a_citation_speaks_the_memo_s_language_or_else_english(made: Made, language: str, said: str) -> None:
    document = made(SOURCES + TEXT)
    issued = {"issued": {"date-parts": [[2023, 5, 3]]}}
    work = Work(id="w", inlines=(), data={"type": "article-newspaper", "title": "News", **issued})
    citing = Document(
        meta=replace(document.meta, language=language),
        blocks=(Paragraph(inlines=(Citation(works=(Cited(work="w"),)),)),),
        conventions=document.conventions,
        works=(work,),
    )
    (note,) = nodes(cite.transform(citing, None), Note)  # type: ignore[arg-type]
    assert isinstance(note, Note)
    assert text_of(note.blocks) == said


def test_a_citation_style_that_is_none_is_a_fault(made: Made) -> None:
    with pytest.raises(BriefError) as refused:
        made(SOURCES + TEXT, "citations: numeric", **{"citations/numeric.csl": "<style"})
    (fault,) = refused.value.diagnostics
    assert (fault.code, fault.hint) == ("bad-citation-style", "check it against CSL 1.0.1")
    assert fault.message.startswith("the citation style can't be read: ")


def test_a_source_in_own_words_stands_in_them_in_the_list(made: Made) -> None:
    (bibliography,) = (node for node in walk(made(SOURCES + TEXT)) if isinstance(node, Bibliography))
    told = {entry.id: text_of(entry.inlines) for entry in bibliography.entries}
    assert told["own"] == "The Daily, 3 May"
    assert told["never"] == "Not cited at all"
    assert told["smith"] == "Jo Smith and Al Doe, The report, RAND, 5 March 2024."


def test_a_citation_style_of_the_authors_counts_before_ours(made: Made) -> None:
    csl = (
        '<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text"><citation>'
        '<layout prefix="{" suffix="}"><text variable="title" font-style="italic"/></layout></citation>'
        '<bibliography><layout><text variable="title"/></layout></bibliography></style>'
    )
    document = made(SOURCES + TEXT, "citations: numeric", **{"citations/numeric.csl": csl})
    assert text_of(nodes(document, Citation)[0]) == "{The report, p. 4}"


def test_the_numbers_of_a_list_go_up_whatever_the_style_sorts_by(made: Made) -> None:
    csl = (
        '<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text"><citation>'
        '<layout><text variable="citation-number"/></layout></citation>'
        '<bibliography><sort><key variable="title"/></sort><layout><text variable="title"/></layout></bibliography>'
        "</style>"
    )
    sources = "sources: {a: {title: Apples}, z: {title: Zebras}}\nsummary: 'Z [@z]. A [@a].'\n"
    document = made(sources, "citations: numeric", **{"citations/numeric.csl": csl})
    (bibliography,) = (node for node in walk(document) if isinstance(node, Bibliography))
    assert [(entry.mark, text_of(entry.inlines)) for entry in bibliography.entries] == [
        ("[1]", "Zebras"), ("[2]", "Apples")
    ]  # fmt: skip


def test_nothing_that_is_cited_or_moved_is_taken_for_lost(memo: Build) -> None:
    found = memo(f"title: T\n{SOURCES}{TEXT}").diagnostics
    assert [one for one in found if one.code == "unplaced-text"] == []
