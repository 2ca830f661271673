"""Which checks a memo goes through, how grave their findings are, and what they find."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from types import ModuleType
from typing import Any

from . import registry
from .checks import CheckOptions, Finding, Review
from .diagnostics import NOWHERE, BriefError, Diagnostic, Faults, Severity, choices, error, refuse
from .frozen import dataclass
from .located import Allowance, Mapping, Scalar, allowances, load, validate, without_allowed
from .workspace import BUILT_IN, Workspace

_RANKS: tuple[Severity, ...] = ("info", "warning", "error")


@dataclass(frozen=True, slots=True)
class Check:
    """A check that is to be run: its code, its module and its options."""

    code: str
    module: ModuleType
    options: CheckOptions


def find_checks(asked: Iterable[Mapping], workspace: Workspace, plug_ins: tuple[str, ...] = ()) -> tuple[Check, ...]:
    """Return all checks in the order of their codes; of what is asked for twice, the last counts.

    `plug_ins` are a project's own folders with checks.

    Raise BriefError with all faults: unknown checks, and options that a check does not have.
    """
    asked = tuple(asked)
    known = registry.names("checks", plug_ins)
    faults = Faults(
        error("unknown-check", f"there is no check '{code}'", values.key_at(code), choices(code, known))
        for values in asked
        for code in values
        if code not in known
    )
    found = []
    for code in known:
        module = faults.of(registry.find, "checks", code, NOWHERE, plug_ins)
        options = module and faults.of(_options, module, code, asked, workspace)
        found.append(Check(code, module, options))
    faults.refuse()
    return tuple(found)


def find_allowances(checks: Iterable[Check], brief: str, workspace: Workspace) -> tuple[Allowance, ...]:
    """Return what the comments of the YAML files that were read allow; raise BriefError for comments that can't be."""
    may = {check.code for check in checks if check.options.MAY_BE_ALLOWED}
    files = [path for path in workspace.paths_read if path == brief or path.endswith((".yaml", ".yml"))]
    allowed, faults = allowances(files, workspace, may, {check.code for check in checks} - may)
    if faults:
        raise BriefError(faults)
    return allowed


def without_allowances(
    found: Iterable[Diagnostic], allowed: Iterable[Allowance], checks: Iterable[Check]
) -> tuple[Diagnostic, ...]:
    """Return findings but for those allowed, and a warning for each allowance that nothing needs.

    Of one for what a check says of the finished file it can't be known yet.
    """
    kept, unused = without_allowed(found, allowed)
    later = {check.code for check in checks if hasattr(check.module, "check_pages")}
    places = {one.source for one in allowed if one.code not in later}
    return (*kept, *(one for one in unused if one.source in places))


def review(checks: Iterable[Check], memo: Review) -> Iterator[Diagnostic]:
    """Return what checks find in a memo; those that are off for its status are not run."""
    for check in checks:
        level = check.options.level(memo.document.meta.status)
        if level != "off":
            yield from _diagnostics(check.code, level, check.module.check(memo, check.options))


def review_pages(checks: Iterable[Check], status: str, pages: int) -> Iterator[Diagnostic]:
    """Return what checks say of a file of so many pages."""
    for check in checks:
        level = check.options.level(status)
        if level != "off" and hasattr(check.module, "check_pages"):
            yield from _diagnostics(check.code, level, check.module.check_pages(pages, check.options))


def _diagnostics(code: str, level: Severity, findings: Iterable[Finding]) -> Iterator[Diagnostic]:
    """Return findings as diagnostics, at most as grave as they say of themselves."""
    for finding in findings:
        severity = min(level, finding.at_most, key=_RANKS.index)
        yield Diagnostic(severity, code, finding.message, finding.source, finding.hint)


def _options(module: ModuleType, code: str, asked: Iterable[Mapping], workspace: Workspace) -> CheckOptions:
    """Return the options of a check."""
    options: CheckOptions = validate(_merged(code, asked), module.Options, workspace)
    return options


def _merged(code: str, asked: Iterable[Mapping]) -> Mapping:
    """Return the options of a check: those it brings, and over them, key by key, those asked for."""
    merged = _brought(code)
    for values in asked:
        given: Any = values.get(code)
        if isinstance(given, Scalar):
            given = Mapping.of({"severity": given}, given.source, {"severity": given.source})
        if isinstance(given, Mapping):
            merged = Mapping.of({**merged, **given}, given.source, {**merged.keys_at, **given.keys_at})
        elif given is not None:
            hint = "write off, info, warning or error, or keys with values"
            place = values.key_at(code)
            raise refuse("wrong-type", f"'{code}' must be one word, or keys with values", place, hint)
    return merged


@cache
def _brought(code: str) -> Mapping:
    """Return the options that stand in a check's own file, which does not change while we run; none without one."""
    path = f"{BUILT_IN}checks/{code}.yaml"
    workspace = Workspace(files={})
    return load(path, workspace) if workspace.exists(path) else Mapping.of({}, NOWHERE)
