"""Pictures as image objects of a PDF file (ISO 32000-1, 8.9.5).

ReportLab's own way would unpack a JPEG to plain pixels and wrap everything in Base85: a file many times as long.
"""

from __future__ import annotations

import zlib
from io import BytesIO

from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfdoc import PDFImageXObject

_SPACES = {"L": "DeviceGray", "RGB": "DeviceRGB"}
_JPEG = b"\xff\xd8"


def image_objects(name: str, data: bytes) -> tuple[PDFImageXObject, PDFImageXObject | None]:
    """Return the object of a PNG or JPEG, and that of its mask where parts of it are transparent."""
    reader = ImageReader(BytesIO(data))
    pixels = reader._image
    if data.startswith(_JPEG) and pixels.mode in _SPACES:
        return _image(name, pixels.size, pixels.mode, data, "DCTDecode"), None
    if pixels.mode == "CMYK":  # the file's one output intent is sRGB: it can hold no inks (ISO 19005-2, 6.2.4.3)
        reader = ImageReader(pixels.convert("RGB"))
    unpacked = reader.getRGBData()
    image = _image(name, pixels.size, reader.mode, zlib.compress(unpacked), "FlateDecode")
    if reader._dataA is None:
        return image, None
    mask = zlib.compress(reader._dataA.getRGBData())
    return image, _image(f"{name}-mask", pixels.size, "L", mask, "FlateDecode")


def _image(name: str, size: tuple[int, int], mode: str, content: bytes, packing: str) -> PDFImageXObject:
    image = PDFImageXObject(name)
    image.width, image.height = size
    image.bitsPerComponent = 8
    image.colorSpace = _SPACES[mode]
    image._filters = (packing,)
    image.streamContent = content
    return image
