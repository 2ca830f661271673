"""What makes a file archival: its metadata, its colours, its objects, and a source that it may hold."""

from __future__ import annotations

import datetime
import io
import re
from collections.abc import Callable
from typing import Any

import page
import pikepdf
import pytest
from pdf_showcase import SENTENCE, para, section, showcase
from PIL import ImageCms

from reportgen.document import Attachment, Document, Link, Text
from reportgen.writers.pdf import srgb, write
from reportgen.writers.pdf.objects import PACKED, file_bytes

Make = Callable[..., Document]
BRIEF = b"title: Reopening the crossing\n" * 40


def test_the_properties_and_the_metadata_say_the_same(document: Make, style: Any) -> None:
    said = {"title": "Мир <&> (x)", "author": "A. Drafter", "subject": "Talks", "date": datetime.date(2026, 11, 24)}
    opened = pikepdf.open(io.BytesIO(write(document(para("x"), **said), style).data))
    properties = {name: str(value) for name, value in opened.docinfo.items()}
    with opened.open_metadata() as metadata:
        assert metadata["dc:title"] == properties["/Title"] == said["title"]
        assert metadata["dc:creator"] == [properties["/Author"]] == [said["author"]]
        assert metadata["dc:description"] == properties["/Subject"] == said["subject"]
        assert metadata["xmp:CreateDate"] == "2026-11-24T00:00:00Z"
        assert (metadata["pdfuaid:part"], metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("1", "2", "A")
    assert properties["/CreationDate"] == properties["/ModDate"] == "D:20261124000000Z"


def test_a_document_without_a_date_has_none_in_its_properties(document: Make, style: Any) -> None:
    opened = pikepdf.open(io.BytesIO(write(document(para("x")), style).data))
    assert sorted(opened.docinfo.keys()) == ["/Creator", "/Producer", "/Title"]


def test_the_output_intent_is_srgb(document: Make, style: Any) -> None:
    opened = pikepdf.open(io.BytesIO(write(document(para("x")), style).data))
    held = opened.Root.OutputIntents[0].DestOutputProfile.read_bytes()
    assert held == srgb.profile()
    ours, theirs = ImageCms.ImageCmsProfile(io.BytesIO(held)), ImageCms.createProfile("sRGB")
    for name in ("red_colorant", "green_colorant", "blue_colorant"):
        one, other = getattr(ours.profile, name)[0], getattr(theirs, name)[0]
        assert one == pytest.approx(other, abs=1e-4)


def test_links_are_tagged_described_and_printed(document: Make, style: Any) -> None:
    link = Link(inlines=(Text(text="the act"),), target="https://example.org/é?a=(1)")
    opened = pikepdf.open(io.BytesIO(write(document(para("See ", link, ".")), style).data))
    (annotation,) = opened.pages[0].Annots
    assert str(annotation.A.URI) == "https://example.org/%C3%A9?a=(1)"
    assert annotation.F == 4
    assert str(annotation.Contents)
    owner = opened.Root.StructTreeRoot.ParentTree.Nums[2 * int(annotation.StructParent) + 1]
    assert owner.S == "/Link"


def test_every_page_is_read_in_the_order_of_its_structure(document: Make, style: Any) -> None:
    opened = pikepdf.open(io.BytesIO(write(document(*[para(SENTENCE * 60)] * 4), style).data))
    owners = opened.Root.StructTreeRoot.ParentTree.Nums
    assert len(opened.pages) > 2
    for sheet in opened.pages:
        assert sheet.Tabs == "/S"
        assert all(one.S == "/P" for one in owners[2 * int(sheet.StructParents) + 1])


def test_an_attached_source_can_be_taken_out_again(document: Make, style: Any) -> None:
    brief = Attachment(name="talks é.yaml", media_type="application/yaml", data=BRIEF)
    made = document(*showcase())
    data = write(Document(meta=made.meta, blocks=made.blocks, attachment=brief), style).data
    for profile in (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_3A):
        assert [one.message for one in page.validate_pdf_bytes(data, profile=profile).failures] == []
    opened = pikepdf.open(io.BytesIO(data))
    held = opened.attachments["talks é.yaml"]
    assert held.get_file().read_bytes() == BRIEF
    assert held.get_file().mime_type == "application/yaml"
    assert opened.Root.AF[0].AFRelationship == "/Source"


def test_objects_are_packed_and_found(document: Make, style: Any) -> None:
    blocks = [section(f"Section {number}", para("x")) for number in range(PACKED)]
    data = write(document(*blocks), style).data
    assert len(re.findall(rb"/Type/ObjStm/N \d+", data)) == len(re.findall(rb"/Type/ObjStm", data)) > 2
    opened = pikepdf.open(io.BytesIO(data))
    assert opened.check_pdf_syntax() == []
    assert len(opened.Root.StructTreeRoot.K.K) == PACKED


def test_the_identifier_tells_files_apart() -> None:
    one, two = (file_bytes([(1, b"<</Type/Catalog>>"), (2, body)], 1, 2) for body in (b"<<>>", b"<</Title(x)>>"))
    assert re.search(rb"/ID\[<(\w+)><\1>\]", one) is not None
    assert re.search(rb"/ID\[<\w+>", one).group() != re.search(rb"/ID\[<\w+>", two).group()  # type: ignore[union-attr]


def test_data_of_a_stream_that_end_in_a_carriage_return_keep_it() -> None:
    data = file_bytes([(1, b"<</Type/Catalog/X 2 0 R>>"), (2, b"<</Length 2>>\nstream\na\rendstream\n")], 1, 1)
    assert b"stream\na\r\r\nendstream" in data
