"""What is filled in by hand: decisions and signatures."""

from __future__ import annotations

from typing import Any

from pdf_showcase import SENTENCE, para, words

from reportgen.document import Choice, DecisionLine, Field, SignatureBlock


def decision(*choices: str, chosen: str = "") -> DecisionLine:
    return DecisionLine(choices=tuple(Choice(inlines=words(one), chosen=one == chosen) for one in choices))


def signatures(*names: str) -> SignatureBlock:
    fields = tuple(Field(label=words("Approved by"), blocks=(para(name),)) for name in names)
    return SignatureBlock(fields=fields, date=words("Date"))


def test_answers_stand_in_a_line_while_they_fit(glyphs: Any) -> None:
    found = glyphs(decision("Approve", "Disapprove", "Discuss"))
    assert len({y for _, _, y in found}) == 1
    found = glyphs(decision(*["Approve with conditions"] * 5))
    assert len({y for _, _, y in found}) > 1


def test_the_words_of_each_answer_are_read(read: Any) -> None:
    assert read(decision("Approve", "Discuss", chosen="Approve")) == ["Approve Discuss"]
    assert read(decision(SENTENCE * 2)) == [(SENTENCE * 2).strip()]
    assert read(DecisionLine(choices=())) == [""]


def test_a_signature_block_has_names_and_dates_two_beside_one_another(glyphs: Any, read: Any) -> None:
    text = read(signatures("Anna", "Boris", "Clara"))[0]
    assert [text.count(one) for one in ("Anna", "Boris", "Clara", "Approved by", "Date")] == [1, 1, 1, 3, 3]
    heights = {character: y for character, _, y in glyphs(signatures("X", "Y", "Z")) if character in "XYZ"}
    assert heights["X"] == heights["Y"] > heights["Z"]


def test_a_signature_block_is_never_parted_nor_alone(read: Any) -> None:
    for lines in range(36, 50):
        pages = read(*[para(f"Line {number}") for number in range(lines)], signatures("Anna", "Boris"))
        ending = pages[-1]
        assert "Anna" in ending
        assert ending.count("Date") == 2
        assert "Line" in ending


def test_more_signatures_than_a_page_holds_are_all_there(read: Any) -> None:
    names = [f"Name{number}" for number in range(60)]
    text = " ".join(read(para("x"), signatures(*names)))
    assert all(name in text for name in names)
