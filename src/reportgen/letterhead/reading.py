"""Find the letterhead that a style names, and lay its page over what the style extends."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..located import Mapping, Scalar
from ..workspace import Workspace

if TYPE_CHECKING:
    from .paper import Letterhead

KEY = "base_document"


def find_letterhead(chain: Sequence[Mapping], workspace: Workspace) -> tuple[tuple[Mapping, ...], Letterhead | None]:
    """Return a chain of style files with the letterhead's page in it, and the letterhead; none where none is named.

    The page comes right behind the file that names the letterhead: what that one says of the page holds, what those say
    that it extends does not. Raise BriefError where the letterhead lies outside the file's folder or can't be used.
    """
    place, named = next(((index, one[KEY]) for index, one in enumerate(chain) if KEY in one), (0, None))
    if not isinstance(named, Scalar):
        return tuple(chain), None
    from .paper import opened  # with the library that reads XML, which few styles need

    path = workspace.beside(named.source.file, named, named.source)
    letterhead = opened(workspace.read_bytes(path, named.source), named.source, workspace.limits)
    page = {name: Scalar(f"{length:.2f}pt", named.source) for name, length in letterhead.page.items()}
    layer = Mapping.of({"page": Mapping.of(page, named.source)} if page else {}, named.source)
    return (*chain[: place + 1], layer, *chain[place + 1 :]), letterhead
