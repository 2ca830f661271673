"""What a memo says first, besides its bottom line: findings, or what is put before the addressee."""

from __future__ import annotations

from ...located import Closed
from .text import Line, Prose


class Findings(Closed):
    """The principal findings, as three answers."""

    title: Line | None = None
    whats_new: Prose | None = None
    """What has happened."""
    why_it_matters: Prose | None = None
    """What follows from it."""
    what_should_be_done: Prose | None = None
    """What somebody should do about it."""


class Submission(Closed):
    """What is put before the addressee: the matter, what is asked for, and by when that is needed."""

    issue: Prose | None = None
    """The matter in a sentence or two."""
    recommendation: Prose | None = None
    """What the addressee is asked to agree to or to note."""
    timing: Prose | None = None
    """By when an answer is needed, and why."""
