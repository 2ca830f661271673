"""How likely something is, on a named scale; how sure we are of it is another matter and stands apart."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Annotated, Any, ClassVar, Literal, get_args

from pydantic import BeforeValidator, WithJsonSchema

from ...diagnostics import NOWHERE, Diagnostic, choices, error
from ...located import Closed, Number, PlainText, Scalar, Sequence, fault, load, one_or_many, validate
from ...workspace import BUILT_IN, Workspace
from .issues import ConfidenceLevel
from .text import Line

ScaleName = Literal["icd203", "phia", "nrr"]


class Band(Closed):
    """A band of a scale: the words for it, and its limits in percent."""

    words: Annotated[tuple[PlainText, ...], one_or_many]
    low: Number
    high: Number


class Scale(Closed):
    """A scale of likelihood: what it is called, and its bands from the lowest to the highest.

    Where one band ends below the next one's beginning, the gap is meant: no word is right there.
    """

    name: PlainText
    title: PlainText
    bands: tuple[Band, ...]

    def band(self, word: str) -> Band | None:
        """Return the band that a word stands for; None where the scale does not have it."""
        return next((band for band in self.bands if word.lower() in band.words), None)

    @property
    def words(self) -> tuple[str, ...]:
        """All words, from the least to the most likely."""
        return tuple(word for band in self.bands for word in band.words)


@cache
def scale(name: str) -> Scale:
    """Return the scale of that name."""
    workspace = Workspace(files={})
    return validate(load(f"{BUILT_IN}scales/{name}.yaml", workspace), Scale, workspace)


def _percent(value: Any) -> Any:
    """Return one number, or two, as a span of percent."""
    given = value if isinstance(value, Sequence) else Sequence.of((value,), getattr(value, "source", NOWHERE))
    hint = "write 65, or [60, 70] for a span, between 0 and 100"
    if not 1 <= len(given) <= 2 or not all(isinstance(one, Scalar) and one.kind == "number" for one in given):
        fault("bad-percent", "this must be one number, or two", hint=hint)
    low, high = float(given[0]), float(given[-1])
    if not 0 <= low <= high <= 100:
        fault("bad-percent", "this is no span of percent", hint=hint)
    return (low, high)


_NUMBER = {"type": "number", "minimum": 0, "maximum": 100}
_SPAN = {"type": "array", "items": _NUMBER, "minItems": 1, "maxItems": 2}
_Percent = Annotated[tuple[float, float], BeforeValidator(_percent), WithJsonSchema({"anyOf": [_NUMBER, _SPAN]})]


class Likelihood(Closed):
    """How likely something is: by a word of a scale, in percent, or both."""

    SHORT_FORM: ClassVar[str] = "word"

    scale: ScaleName | None = None
    """The scale that the word is of; the brief's `likelihood_scale` where none is named."""
    word: PlainText | None = None
    """A word of the scale, such as `likely`."""
    percent: _Percent | None = None
    """One number between 0 and 100, or two for a span."""


class Confidence(Closed):
    """How sure we are of a judgement, and on what ground."""

    SHORT_FORM: ClassVar[str] = "level"

    level: ConfidenceLevel
    """How sure we are."""
    basis: Line | None = None
    """On what ground."""


def unknown_words(default: Any, given: Iterator[Any]) -> Iterator[Diagnostic]:
    """Return a finding for each word of likelihood that its scale does not have.

    `given` are likelihoods as they are written, `default` names the scale of those that name none.
    """
    for one in given:
        word = one if isinstance(one, Scalar) else one.get("word")
        name = default if isinstance(one, Scalar) else one.get("scale", default)
        if isinstance(word, Scalar) and name in get_args(ScaleName):
            known = scale(str(name))
            if not known.band(word):
                hint = choices(word.lower(), known.words)
                yield error("unknown-value", f"'{word}' is no word of the scale '{name}'", word.source, hint)
