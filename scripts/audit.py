"""Audit what reportgen stands on: `python scripts/audit.py`.

Prints the licence of every package that reportgen needs, those of its extras too as far as they are installed, and
returns 1 where one is not among `LICENCES`: somebody must read it first. Then asks pip-audit, where it is installed and
the network answers, for known faults; where it can't be asked, that is said aloud.
"""

from __future__ import annotations

import importlib.util
import re
import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution

LICENCES = ("MIT", "BSD", "Apache", "ISC", "MPL", "HPND", "OFL", "PSF", "Python Software Foundation", "CC0")
"""Licences under which a program of any licence may use a package."""

WEAK_COPYLEFT = {"pyphen", "python-bidi"}
"""Packages under licences of which one binds changes to themselves alone (MPL, LGPL): they may be used as they are."""


def needed(name: str, seen: dict[str, Distribution]) -> Iterator[Distribution]:
    """Return an installed package and all that it needs, each once; what is not installed is passed over."""
    key = re.sub(r"[-_.]+", "-", name).lower()
    if key in seen:
        return
    try:
        found = seen[key] = distribution(name)
    except PackageNotFoundError:
        return
    yield found
    for requirement in found.requires or ():
        if "extra ==" not in requirement or key == "reportgen":
            yield from needed(re.split(r"[\s;<>=!~\[(]", requirement, maxsplit=1)[0], seen)


def licence_of(package: Distribution) -> str:
    """Return what a package says its licence is; the empty text where it says nothing."""
    about = package.metadata
    told = [about.get("License-Expression") or "", *(about.get_all("Classifier") or ())]
    named = [one.rpartition(" :: ")[2] for one in told if one and ("License ::" in one or one == told[0])]
    return "; ".join(named) or (about.get("License") or "").partition("\n")[0]


def main() -> int:
    """Print and judge; return 1 where a licence is not known to be fine, or a fault is known."""
    unknown = []
    for package in sorted(needed("reportgen", {}), key=lambda one: one.metadata["Name"].lower()):
        name, licence = package.metadata["Name"], licence_of(package)
        is_fine = name.lower() in WEAK_COPYLEFT or any(one.lower() in licence.lower() for one in LICENCES)
        print(f"  {name:<28} {package.version:<14} {licence or 'says nothing'}{'' if is_fine else '   <- read it'}")
        unknown += [] if is_fine else [name]
    print(f"licences to be read: {', '.join(unknown) or 'none'}")
    return int(bool(unknown)) | known_faults()


def known_faults() -> int:
    """Ask pip-audit for known faults of what is pinned; return 1 where there are some."""
    if importlib.util.find_spec("pip_audit") is None:
        print("known faults: NOT RUN, pip-audit is not installed (pip install pip-audit)")
        return 0
    command = [sys.executable, "-m", "pip_audit", "--requirement", "constraints.txt", "--no-deps", "--disable-pip"]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    unasked = run.stdout.count("could not be audited")
    if unasked:
        print(f"known faults: NOT RUN for {unasked} packages, of which the index that answers here knows nothing")
    if run.returncode and "vulnerabilit" not in run.stdout + run.stderr:
        print(f"known faults: NOT RUN, {(run.stderr.strip().splitlines() or ['pip-audit said nothing'])[-1]}")
        return 0
    print(run.stdout if not unasked else "")
    return int(bool(run.returncode))


if __name__ == "__main__":
    sys.exit(main())
