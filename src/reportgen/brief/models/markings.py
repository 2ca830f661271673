"""Who may read the memo, as its author declares: reportgen prints it, and judges nothing."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping as AnyMapping
from types import MappingProxyType
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator, model_validator

from ...diagnostics import choices
from ...located import Closed, Mapping, PlainText, PlainTexts, Scalar, fault
from .dates import Date
from .text import Line

System = Literal["eu", "nato", "us", "uk"]
Distribution = Literal["general", "limited", "restricted"]
Tlp = Literal["RED", "AMBER+STRICT", "AMBER", "GREEN", "CLEAR"]

LEVELS: AnyMapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "eu": (
            "EU UNCLASSIFIED",
            "RESTREINT UE/EU RESTRICTED",
            "CONFIDENTIEL UE/EU CONFIDENTIAL",
            "SECRET UE/EU SECRET",
            "TRES SECRET UE/EU TOP SECRET",
        ),
        "nato": (
            "NATO UNCLASSIFIED",
            "NATO RESTRICTED",
            "NATO CONFIDENTIAL",
            "NATO SECRET",
            "COSMIC TOP SECRET",
        ),
        "us": ("UNCLASSIFIED", "SBU", "CUI", "CONFIDENTIAL", "SECRET", "TOP SECRET"),
        "uk": ("OFFICIAL", "OFFICIAL-SENSITIVE", "SECRET", "TOP SECRET"),
    }
)
"""The levels of each system, in its own words, from the lowest to the highest."""

_BETWEEN: AnyMapping[str, str] = MappingProxyType({"us": "//", "uk": " – ", "eu": " – ", "nato": " – "})
"""What stands between a level and its caveats: two strokes in the United States (ICD 710), a dash elsewhere."""

_RETIRED: AnyMapping[str, str] = MappingProxyType({"WHITE": "CLEAR"})
_ZONE = re.compile(r"[A-Z]{2,5}|[A-Z][A-Za-z_]+(?:/[A-Z][A-Za-z_+-]+)+|[+-]\d{2}:\d{2}|Z")
_MOMENT = re.compile(r"(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})\s*(Z|[+-]\d{2}:\d{2}|[A-Z]\S*)?")


def _label(value: Any) -> Any:
    """Refuse a label of the Traffic Light Protocol in a form that was never valid, or is no more."""
    if isinstance(value, Scalar):
        bare = value.upper().removeprefix("TLP:").strip().replace(" ", "")
        meant = _RETIRED.get(bare, bare)
        if meant != value and meant in Tlp.__args__:  # type: ignore[attr-defined]
            said = f"'{value}' is retired" if bare in _RETIRED else f"'{value}' is not how the label is written"
            fault("bad-marking", said, value.source, f"write {meant} (TLP 2.0)")
    return value


class Classification(Closed):
    """A level of a system of classification."""

    system: System
    """Whose levels are meant."""
    level: PlainText
    """The level in the system's own words."""

    @model_validator(mode="before")
    @classmethod
    def _known(cls, value: Any) -> Any:
        """Refuse a level that the system does not have."""
        if isinstance(value, Mapping):
            level, system = value.get("level"), value.get("system")
            known = LEVELS.get(system) if isinstance(system, str) else None
            if known and isinstance(level, Scalar) and level not in known:
                hint = choices(level, known)
                if level.upper() == "LIMITE":
                    hint = "LIMITE is no level but a limit of distribution: write it under 'caveats'"
                fault("unknown-value", f"'{level}' is no level of '{system}'", level.source, hint)
        return value

    @property
    def rank(self) -> int:
        """The place of the level in its system, 0 for the lowest."""
        return LEVELS[self.system].index(str(self.level))


class Embargo(Closed):
    """Until when nothing may be published: a moment with its time zone."""

    SHORT_FORM: ClassVar[str] = "until"

    until: PlainText
    """Day and time, such as `2026-11-24 00:01`; the zone may follow."""
    zone: PlainText | None = None
    """The time zone: `UTC`, `+01:00` or `Europe/Brussels`."""

    @model_validator(mode="before")
    @classmethod
    def _whole(cls, value: Any) -> Any:
        """Refuse what is no moment, and a moment that leaves open where on earth it is meant."""
        until = value.get("until") if isinstance(value, Mapping) else None
        if not isinstance(until, Scalar):
            return value
        found = _MOMENT.fullmatch(until)
        try:
            datetime.datetime.fromisoformat(f"{found[1]} {found[2]}" if found else "")
        except ValueError:
            fault("bad-date", f"'{until}' is no day and time", until.source, "write 2026-11-24 00:01 and the zone")
        assert found
        zone = value.get("zone") or found[3]
        if not zone:
            hint = "add 'zone: UTC', '+01:00' or 'Europe/Brussels'"
            fault("embargo-without-zone", "the embargo does not say in which time zone", until.source, hint)
        if not _ZONE.fullmatch(str(zone)):
            fault("bad-marking", f"'{zone}' is no time zone", getattr(zone, "source", until.source), "such as UTC")
        return value.with_value("until", Scalar(f"{found[1]} {found[2]}", until.source)).with_value("zone", zone)


class Markings(Closed):
    """What the author declares about who may read the memo; reportgen prints it and judges nothing.

    `tlp` is a label of the Traffic Light Protocol 2.0 (FIRST, 2022).
    """

    classification: Classification | None = None
    """The level of classification."""
    caveats: PlainTexts = ()
    """Limits on handling and distribution, such as NOFORN, LIMITE or REL TO."""
    distribution: Distribution | None = None
    """How widely the memo may be handed on, as documents of the United Nations have it."""
    tlp: Annotated[Tlp, BeforeValidator(_label)] | None = None
    """The label of the Traffic Light Protocol."""
    embargo: Embargo | None = None
    release_exemption: Line | None = None
    """Why the memo is exempt from public access."""
    copy_number: PlainText | None = None
    """The number of this copy."""
    declassify_on: Date | None = None
    """The day on which the classification ends."""
    chatham_house_rule: bool = False
    """Whether the meeting that is reported on was held under the Chatham House Rule."""

    @property
    def banner(self) -> str:
        """The words at the top and foot of each page; empty without a marking. TLP 2.0 wants no space in it."""
        level = (str(self.classification.level),) if self.classification else ()
        between = _BETWEEN[self.classification.system] if self.classification else " – "
        marks = (between.join((*level, *self.caveats)), f"TLP:{self.tlp}" if self.tlp else "")
        return " · ".join(filter(None, marks))
