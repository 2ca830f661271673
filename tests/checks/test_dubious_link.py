"""Links to where readers can't follow, and links that only look so."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reportgen.diagnostics import Diagnostic

Found = Callable[..., list[Diagnostic]]

HEAD = "title: A\ndate: 2026-01-01\nto: X\nfrom: Y\n"


def told(found: list[Diagnostic]) -> list[str]:
    """Return what the findings of the check name first."""
    return [one.message.split("'")[1] for one in found if one.code == "dubious-link"]


@pytest.mark.parametrize(
    ("link", "words"),
    [
        ("[the text](https://10.0.0.7/x)", "https://10.0.0.7/x"),
        ("[the text](https://172.20.1.1)", "https://172.20.1.1"),
        ("[the text](https://wiki.local/x)", "https://wiki.local/x"),
        ("[the text](https://wiki/x)", "https://wiki/x"),
        ("[Read more.](https://un.int/x)", "Read more."),
        ("[un.int](https://un-int.org/un.int)", "un.int"),
    ],
)
def test_a_dubious_link_is_found(found: Found, link: str, words: str) -> None:
    assert told(found(f"{HEAD}conclusion: 'See {link}'\n")) == [words]


@pytest.mark.parametrize(
    "link",
    [
        "[report.pdf](https://un.int/docs/report.pdf)",
        "[the text](https://10.org/x)",
        "[the text](https://localhost.org/x)",
        "[the OSCE](mailto:pm@osce.org)",
        "[read more of it](https://un.int/x?id=7)",
    ],
)
def test_a_sound_link_is_left_alone(found: Found, link: str) -> None:
    assert told(found(f"{HEAD}conclusion: 'See {link}'\n")) == []
