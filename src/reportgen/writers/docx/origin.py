"""Where a document comes from: a hidden bookmark at each block, and the brief in a part of its own (22.5).

With both, a reader finds again what in the brief each paragraph of an edited file came from.
"""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass, field

from ...diagnostics import Source
from ...document import Attachment
from .wml import XML, escape

NAMESPACE = "urn:reportgen:origin"
ITEM = "{8F1E5C5A-52E4-4F67-9D5B-0C7A2F6B1D34}"
"""The id of the part, by which Word's data binding would name it (22.5.2.1)."""

DATA_STORE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"


@dataclass(slots=True)
class Origins:
    """The places in the brief that blocks of a document come from, by the names of their bookmarks.

    `brief` is the file of the brief; empty where no places are to be kept. Other files count for nothing: their paths
    would say where a machine keeps them, and differ from one to the next.
    """

    brief: str = ""
    found: dict[str, Source] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)

    def name(self, source: Source) -> str:
        """Return the name of a new bookmark for a block from a place in the brief; empty where it comes from elsewhere.

        Of several from one place the first has the plain name. A low line at the beginning hides it from Word's lists.
        """
        if not self.brief or source.file != self.brief or not source.path:
            return ""
        digest = hashlib.sha256(source.path.encode()).hexdigest()[:16]
        count = self.counts[digest] = self.counts.get(digest, 0) + 1
        name = f"_rg_{digest}" if count == 1 else f"_rg_{digest}_{count}"
        self.found[name] = source
        return name


def origin_parts(origins: Origins, attachment: Attachment | None) -> dict[str, str]:
    """Return the parts that hold a brief and where each bookmark's block stands in it; none without a brief."""
    if attachment is None:
        return {}
    text = base64.b64encode(attachment.data).decode()
    blocks = "".join(
        f'<block bookmark="{name}" path="{escape(source.path)}"/>' for name, source in origins.found.items()
    )
    said = f'name="{escape(attachment.name)}" type="{escape(attachment.media_type)}"'
    schemas = f'<ds:schemaRefs><ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs>'
    return {
        "item1": f'{XML}<origin xmlns="{NAMESPACE}"><file {said} encoding="base64">{text}</file>{blocks}</origin>',
        "itemProps1": f'{XML}<ds:datastoreItem ds:itemID="{ITEM}" xmlns:ds="{DATA_STORE}">{schemas}</ds:datastoreItem>',
    }
