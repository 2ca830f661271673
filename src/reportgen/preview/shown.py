"""What a preview shows: the last page that could be made, what was found in it, and the faults since then."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import PurePath
from threading import Condition, Lock

from .. import pipeline
from ..batch import is_grave
from ..diagnostics import BriefError, Diagnostic, in_order
from ..frozen import dataclass
from ..workspace import Workspace
from ..writers import html


@dataclass(frozen=True, slots=True)
class Shown:
    """What is to be seen at a moment; `number` counts the changes of any of it, `page_number` those of the page.

    `findings` are those of the page, which is empty while there has been none without faults.
    """

    number: int = 0
    page_number: int = 0
    page: bytes = b""
    findings: tuple[Diagnostic, ...] = ()
    faults: tuple[Diagnostic, ...] = ()


class Preview:
    """A brief that is shown while it is written: renewed by one thread, read by others."""

    def __init__(self, brief: str, template: str = "", assignments: Iterable[str] = ()) -> None:
        self.brief, self.template, self.assignments = brief, template, tuple(assignments)
        self._shown = Shown()
        self._ended = False
        self._changed = Condition()
        self._building = Lock()  # the libraries that write files are not made for two at a time

    @property
    def name(self) -> str:
        """What the memo's files are called, without their suffixes."""
        return PurePath(self.brief).stem

    @property
    def shown(self) -> Shown:
        """What is to be seen now."""
        return self._shown

    def renew(self, workspace: Workspace) -> None:
        """Make the page of the brief as it stands in a workspace; where it has faults, keep the page and show those."""
        try:
            with self._building:
                memo = self._built(workspace)
                page = html.write(memo.document, memo.style, located=True)
        except BriefError as refused:
            self._show(faults=pipeline.placed(refused.diagnostics, workspace))
            return
        number = self._shown.page_number + (page.data != self._shown.page)
        findings = in_order((*memo.diagnostics, *pipeline.placed(page.diagnostics, workspace)))
        self._show(page=page.data, page_number=number, findings=findings, faults=())

    def file(self, format: str, workspace: Workspace) -> bytes:
        """Return the memo as a file of a format, made now, as `make` would make it; raise BriefError as that does.

        What only this format shows, such as its pages being too many, is among the findings from then on.
        """
        with self._building:
            memo = self._built(workspace)
            written = pipeline.write(memo, format)
        found = in_order((*memo.diagnostics, *written.diagnostics))
        if set(found) - set(self._shown.findings):
            self._show(findings=in_order((*self._shown.findings, *found)))
        if is_grave(found, strict=False):
            raise BriefError(found)
        return written.data

    def after(self, number: int, seconds: float) -> Shown:
        """Return what is to be seen as soon as it is no longer what had a number, or after some seconds the same."""
        with self._changed:
            self._changed.wait_for(lambda: self._ended or self._shown.number != number, seconds)
            return self._shown

    def end(self) -> None:
        """Let nobody wait any longer."""
        with self._changed:
            self._ended = True
            self._changed.notify_all()

    def _built(self, workspace: Workspace) -> pipeline.Memo:
        return pipeline.build(self.brief, workspace, self.template, self.assignments)

    def _show(self, **changed: object) -> None:
        with self._changed:
            self._shown = replace(self._shown, number=self._shown.number + 1, **changed)  # type: ignore[arg-type]
            self._changed.notify_all()
