"""What a reader fills in by hand: answers to choose from, and rules to sign on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ...document import DecisionLine, Node
from ...frozen import dataclass
from .boxes import Indented
from .canvas import PageCanvas
from .flow import FUZZ, Flowable, Parts
from .looks import colour
from .paragraphs import OneLine, Place, in_one_line
from .structure import Element
from .writing import Writing

INITIALS = 48.0
"""The length in points of the rule that a reader puts initials on."""

CROSS = "\u2612"
"""What is read aloud for the cross before the chosen answer."""

_GAP, _BETWEEN, _RULE, _BOX = 5.0, 22.0, 0.6, 0.72


def decision_line(node: DecisionLine, place: Place, writing: Writing) -> Iterator[Flowable]:
    """Return the answers in a line: a rule to initial on behind each, a cross before the chosen one."""
    element = place.element.add("L", attributes="/O/List/ListNumbering/None")
    answers = []
    for choice in node.choices:
        item = element.add("LI")
        cross = item.add("Lbl", alt=CROSS)
        words = in_one_line(choice, choice.inlines, place.look, item.add("LBody"), writing)
        answers.append(Answer(words, cross if choice.chosen else None))
    yield Answers(answers, writing.style.colour("ink"), node, writing.style.look("body").after)


class ToFillIn(Flowable):
    """A rule to write on, behind some words, over a height that leaves room for a hand."""

    def __init__(self, words: OneLine, height: float, digits: str) -> None:
        self.words, self.least, self.digits = words, height, digits

    def height(self, width: float) -> float:
        """Return the height of words and rule."""
        return max(self.least, self.words.text.height(self._words_width(width)))

    def draw(self, canvas: PageCanvas, left: float, top: float, width: float) -> None:
        """Draw the words at the foot, and the rule on their base line."""
        inner, text = self._words_width(width), self.words.text
        bottom = top - self.height(width)
        text.draw(canvas, left, bottom + text.height(inner), inner)
        start = left + (inner + _GAP if self.words.width else 0.0)
        base = bottom + text.look.leading - text.base_line(inner) - 1 if self.words.width else bottom
        with canvas.artifact():
            canvas.block(start, base, max(left + width - start, 0.0), _RULE, self.digits)

    def _words_width(self, width: float) -> float:
        return min(self.words.width, width / 2)


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer of a decision: its words, and the element of the cross before it where it has been chosen."""

    words: OneLine
    cross: Element | None

    def width(self, measure: float) -> float:
        """Return the width of its words, and of the box or the rule beside them."""
        return min(self.words.width + _GAP + (self._box if self.cross else INITIALS), measure)

    def height(self, measure: float) -> float:
        """Return the height of its words."""
        return self.words.text.height(self._inner(measure))

    def draw(self, canvas: PageCanvas, left: float, top: float, measure: float, digits: str) -> None:
        """Draw a rule behind the words, or before those of the chosen answer a box with a cross."""
        inner, text = self._inner(measure), self.words.text
        base = top - text.base_line(inner)
        if self.cross:
            canvas.mark(self.cross)
            side = self._box
            edge = canvas.across(left, side)
            canvas.setStrokeColor(colour(digits))
            canvas.setLineWidth(2 * _RULE)
            canvas.rect(edge, base, side, side, stroke=1, fill=0)
            canvas.line(edge, base, edge + side, base + side)
            canvas.line(edge, base + side, edge + side, base)
            text.draw(canvas, left + side + _GAP, top, inner)
            return
        text.draw(canvas, left, top, inner)
        with canvas.artifact():
            canvas.block(left + inner + _GAP, base - 1, INITIALS, _RULE, digits)

    def split(self, measure: float, height: float) -> tuple[Answer, Answer] | None:
        """Return what of an answer fits into a height and the rest, or None where nothing does."""
        parts = self.words.text.split(self._inner(measure), height, True)
        if parts is None:
            return None
        head, tail = (replace(self, words=replace(self.words, text=part)) for part in parts)
        return head, tail

    @property
    def _box(self) -> float:
        return self.words.text.look.size * _BOX

    def _inner(self, measure: float) -> float:
        return self.width(measure) - _GAP - (self._box if self.cross else INITIALS)


class Answers(Flowable):
    """The answers of a decision beside one another, in as many lines as they take."""

    def __init__(self, answers: Sequence[Answer], digits: str, node: Node | None, after: float) -> None:
        self.answers, self.digits, self.node = tuple(answers), digits, node
        self.before = self.after = after

    def height(self, width: float) -> float:
        """Return the height of all lines; 0 for no answers."""
        return max((down + answer.height(width) for answer, _, down in self._places(width)), default=0.0)

    def within(self) -> Sequence[Flowable]:
        """Return the words of the answers."""
        return [answer.words.text for answer in self.answers]

    def split(self, width: float, height: float, force: bool) -> Parts | None:
        """Return the answers that fit and the others, where they are higher than a page."""
        if not force:
            return None
        ends = [down + answer.height(width) for answer, _, down in self._places(width)]
        count = sum(1 for end in ends if end <= height + FUZZ)
        if count:
            return self._part(self.answers[:count]), self._part(self.answers[count:])
        parts = self.answers[0].split(width, height)
        return (self._part(parts[:1]), self._part((parts[1], *self.answers[1:]))) if parts else None

    def _part(self, answers: Sequence[Answer]) -> Answers:
        return Answers(answers, self.digits, self.node, self.after)

    def draw(self, canvas: PageCanvas, left: float, top: float, width: float) -> None:
        """Draw the answers."""
        for answer, right, down in self._places(width):
            answer.draw(canvas, left + right, top - down, width, self.digits)

    def _places(self, width: float) -> Iterator[tuple[Answer, float, float]]:
        """Return each answer and how far it stands to the right and down."""
        right = down = deepest = 0.0
        for answer in self.answers:
            if right and right + answer.width(width) > width:
                right, down, deepest = 0.0, down + deepest + _GAP, 0.0
            yield answer, right, down
            right += answer.width(width) + _BETWEEN
            deepest = max(deepest, answer.height(width))


class Whole(Indented):
    """A flowable that is parted only where it is higher than a page, and stands on a page with what is before it."""

    def __init__(self, content: Flowable, node: Node) -> None:
        super().__init__(content, 0.0, 0.0, node)
        self.keep_with_previous = True

    def split(self, width: float, height: float, force: bool) -> Parts | None:
        """Return the content's parts where they must be."""
        return super().split(width, height, True) if force else None
