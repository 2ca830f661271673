"""Where words may be divided: as pyphen has it, from the same dictionaries, but for spellings that would change."""

from __future__ import annotations

import re
from pathlib import Path

import pyphen
import pytest

from reportgen.languages.hyphens import LEAST, LEFT, MOST, RIGHT, Hyphenator, hyphenator

WORDS = sorted(set(re.findall(r"[^\W\d_]{6,48}", (Path(__file__).parents[2] / "CONTRIBUTING.md").read_text())))
FOREIGN = {
    "uk": ["переговори", "зернового", "представники", "підписання"],
    "ru": ["переговоры", "соглашение", "представители"],
    "de": ["Verhandlungen", "Schifffahrt", "zusammengefasst"],
    "fr": ["négociations", "recommandation"],
    "el": ["διαπραγματεύσεις", "συμφωνία"],
}


def divisions(tag: str, word: str) -> tuple[int, ...]:
    patterns = hyphenator(tag)
    assert patterns
    return patterns.divisions(word)


@pytest.mark.parametrize(("tag", "words"), [("en-GB", WORDS), ("en-US", WORDS), *FOREIGN.items()])
def test_words_are_divided_as_pyphen_divides_them(tag: str, words: list[str]) -> None:
    theirs = pyphen.Pyphen(lang=tag.replace("-", "_"), left=LEFT, right=RIGHT)
    found = {word: divisions(tag, word) for word in words}
    assert found == {word: tuple(theirs.positions(word)) for word in words}
    assert any(found.values())


def test_a_division_that_would_change_letters_is_none() -> None:
    changing = Hyphenator("schif1fahrt/ff=f,5,2\nrei1se\n")
    assert changing.divisions("schiffahrt") == ()
    assert changing.divisions("abreisen") == (5,)


def test_regions_have_their_own_patterns_or_those_of_their_language() -> None:
    assert divisions("en-US", "negotiations") != divisions("en-GB", "negotiations")
    assert divisions("uk-UA", "переговори") == divisions("uk", "переговори")


@pytest.mark.parametrize("tag", ["xx", "", "zz-ZZ", "../en"])
def test_a_language_without_patterns_has_none(tag: str) -> None:
    assert hyphenator(tag) is None


@pytest.mark.parametrize("word", ["", "short", "a" * (LEAST - 1), "negotiations" * MOST])
def test_short_words_and_what_is_no_word_are_not_divided(word: str) -> None:
    assert divisions("en", word) == ()
