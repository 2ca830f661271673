"""Findings as a log of the Static Analysis Results Interchange Format (OASIS SARIF 2.1.0, errata 01)."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any
from urllib.parse import quote

from ... import __version__
from ...diagnostics import Diagnostic, Source
from .explanations import explanations
from .places import is_on_disk, spoken

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}

# What SARIF gives a meaning inside messages: braces frame arguments (3.11.5), `](` stands inside a link (3.11.6).
_IN_MESSAGES = (("{", "{{"), ("}", "}}"), ("](", "\\]("))


def as_log(diagnostics: Iterable[Diagnostic]) -> str:
    """Return a log of one run with all findings, in their order; a log without results for none."""
    found = list(diagnostics)
    codes = sorted({diagnostic.code for diagnostic in found})
    driver = {"name": "reportgen", "version": __version__, "rules": [_rule(code) for code in codes]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(diagnostic, codes.index(diagnostic.code)) for diagnostic in found],
    }
    return json.dumps({"version": "2.1.0", "$schema": SCHEMA, "runs": [run]}, indent=2)


def _rule(code: str) -> dict[str, Any]:
    """Return what a code means (3.49); the code alone where a plug-in explains it nowhere."""
    explained = explanations().get(code)
    return {"id": code} | ({"shortDescription": _message(explained.summary)} if explained else {})


def _result(diagnostic: Diagnostic, rule: int) -> dict[str, Any]:
    """Return a finding as a result (3.27)."""
    said = spoken(diagnostic.message, diagnostic.source)
    result = {
        "ruleId": diagnostic.code,
        "ruleIndex": rule,
        "level": _LEVELS[diagnostic.severity],
        "message": _message(f"{said}; {diagnostic.hint}" if diagnostic.hint else said),
    }
    location = _location(diagnostic.source)
    return result | ({"locations": [location]} if location else {})


def _message(text: str) -> dict[str, str]:
    for character, escape in _IN_MESSAGES:
        text = text.replace(character, escape)
    return {"text": text}


def _location(source: Source) -> dict[str, Any]:
    """Return a place (3.28); nothing for no place."""
    location: dict[str, Any] = {}
    if is_on_disk(source):
        physical: dict[str, Any] = {"artifactLocation": {"uri": _uri(source.file)}}
        location["physicalLocation"] = physical | ({"region": _region(source)} if source.line else {})
    if source.path:
        location["logicalLocations"] = [{"fullyQualifiedName": source.path}]
    return location


def _uri(file: str) -> str:
    """Return a file's address relative to the working folder; its absolute one where it lies outside of that."""
    absolute, here = Path(os.path.abspath(file)), Path.cwd()
    if absolute.is_relative_to(here):
        return quote(os.fsencode(absolute.relative_to(here).as_posix()))
    return absolute.as_uri()


def _region(source: Source) -> dict[str, int]:
    """Return a part of a file (3.30): lines and columns from 1, its end behind the last character."""
    region = {"startLine": source.line}
    if source.column:
        region |= {"startColumn": source.column, "endColumn": source.column + source.length}
    return region
