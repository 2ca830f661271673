"""The objects of a file written out, those that are no streams packed together (ISO 32000-1, 7.5.7 and 7.5.8).

ReportLab writes each object on its own: a tagged report is more than twice as long so.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence
from hashlib import sha256

THOROUGHNESS = 4
"""How hard zlib tries: its own default, 6, takes twice as long for files that are a twentieth smaller."""

PACKED = 200
"""How many objects are packed into one stream: a reader unpacks the whole of it to get at one."""

_HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"  # bytes above 127: no text file (ISO 19005-2, 6.1.2)
_STREAM_END = b"endstream"
_FREE, _PLAIN, _IN_STREAM = 0, 1, 2


def file_bytes(objects: Iterable[tuple[int, bytes]], root: int, info: int) -> bytes:
    """Return a file of numbered objects, of which one is the catalog and one the document's information.

    The file's identifier is a digest of its bytes.
    """
    places: dict[int, tuple[int, int, int]] = {0: (_FREE, 0, 65535)}
    parts, size = [_HEADER], len(_HEADER)
    packable: list[tuple[int, bytes]] = []

    def write(number: int, body: bytes) -> None:
        nonlocal size
        places[number] = (_PLAIN, size, 0)
        parts.append(_object(number, body))
        size += len(parts[-1])

    for number, body in objects:
        stripped = body.rstrip(b"\n")
        if stripped.endswith(_STREAM_END):
            write(number, stripped)
        else:
            packable.append((number, stripped))
    after = max([*places, *(number for number, _ in packable)]) + 1
    for start in range(0, len(packable), PACKED):
        pack = packable[start : start + PACKED]
        places.update({number: (_IN_STREAM, after, index) for index, (number, _) in enumerate(pack)})
        write(after, _object_stream(pack))
        after += 1
    places[after] = (_PLAIN, size, 0)
    digest = sha256(b"".join(parts)).hexdigest()[:32]
    trailer = f"/Root {root} 0 R/Info {info} 0 R/ID[<{digest}><{digest}>]"
    rows = [places.get(number, places[0]) for number in range(after + 1)]
    parts.append(_object(after, _cross_references(rows, trailer)) + b"startxref\n%d\n%%%%EOF\n" % size)
    return b"".join(parts)


def stream(entries: str, data: bytes) -> bytes:
    """Return the body of a stream with the entries of its dictionary, its data packed (ISO 32000-1, 7.4.4)."""
    data = zlib.compress(data, THOROUGHNESS)
    return b"<<%b/Filter/FlateDecode/Length %d>>\nstream\n%b%b" % (entries.encode(), len(data), data, _STREAM_END)


def _object(number: int, body: bytes) -> bytes:
    """Return the object of a stream, with the line end before `endstream` that PDF/A wants (ISO 19005-2, 6.1.7.1).

    CR and LF: data that end in a CR would take a lone LF for the second half of theirs.
    """
    return b"%d 0 obj\n%b\r\n%b\nendobj\n" % (number, body[: -len(_STREAM_END)], _STREAM_END)


def _object_stream(pack: Sequence[tuple[int, bytes]]) -> bytes:
    heads, offset = [], 0
    for number, body in pack:
        heads.append(f"{number} {offset}")
        offset += len(body) + 1
    head = " ".join(heads).encode() + b"\n"
    bodies = b"\n".join(body for _, body in pack)
    return stream(f"/Type/ObjStm/N {len(pack)}/First {len(head)}", head + bodies)


def _cross_references(rows: Sequence[tuple[int, int, int]], trailer: str) -> bytes:
    data = b"".join(
        kind.to_bytes(1, "big") + place.to_bytes(4, "big") + index.to_bytes(2, "big") for kind, place, index in rows
    )
    return stream(f"/Type/XRef/Size {len(rows)}/W[1 4 2]{trailer}", data)
