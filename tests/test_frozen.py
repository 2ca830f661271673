"""Our dataclasses do what those of the standard library do, in the same way."""

from __future__ import annotations

import copy
import dataclasses
import inspect
import pickle
from dataclasses import FrozenInstanceError, field
from typing import Any

import pytest

from reportgen.frozen import dataclass as ours


def classes(dataclass: Any) -> tuple[type, ...]:
    """Return classes that a decorator makes: with defaults, factories, names needed, a base, and what they define."""

    @dataclass(frozen=True, slots=True)
    class Point:
        """One of them."""

        x: int
        y: int = 2
        tags: list[str] = field(default_factory=list, compare=False)
        note: str = field(default="", repr=False)

    @dataclass(frozen=True, slots=True, kw_only=True)
    class Base:
        """One of them."""

        source: str = field(default="s", compare=False)

    @dataclass(frozen=True, slots=True, kw_only=True)
    class Derived(Base):
        """One of them."""

        text: str

        def __repr__(self) -> str:
            return "mine"

    @dataclass(frozen=True, slots=True, eq=False)
    class Once:
        """One of them."""

        whole: int
        half: float = field(init=False)

        def __post_init__(self) -> None:
            object.__setattr__(self, "half", self.whole / 2)

    @dataclass(frozen=True, slots=True)
    class Nothing:
        """No field."""

    return Point, Derived, Once, Nothing


PAIRS = list(zip(classes(ours), classes(dataclasses.dataclass), strict=True))
GIVEN = [((1,), {}), ((1, 3), {"tags": ["a"]}), ((1,), {"note": "n"}), ((), {"text": "t"}), ((4,), {}), ((), {})]


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair[0].__name__)
@pytest.mark.parametrize(("values", "named"), GIVEN)
def test_objects_are_made_shown_compared_and_hashed_alike(pair: Any, values: Any, named: Any) -> None:
    def told(cls: Any) -> Any:
        try:
            one, other = cls(*values, **named), cls(*values, **named)
        except TypeError:
            return "refused"
        is_equal = one == other
        return repr(one), is_equal, one == object(), is_equal and hash(one) == hash(other), one != other

    assert told(pair[0]) == told(pair[1])


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair[0].__name__)
def test_classes_tell_the_same_of_themselves(pair: Any) -> None:
    def told(cls: Any) -> Any:
        names = [(one.name, one.init, one.kw_only, one.type) for one in dataclasses.fields(cls)]
        return names, str(inspect.signature(cls)), cls.__match_args__, cls.__slots__, cls.__doc__

    assert told(pair[0])[0] == told(pair[1])[0]
    assert told(pair[0])[2:] == told(pair[1])[2:]
    parameters = [list(inspect.signature(cls).parameters) for cls in pair]
    assert parameters[0] == parameters[1]


def test_an_object_can_not_be_changed_and_is_replaced_by_another() -> None:
    point = PAIRS[0][0](1)
    for change in (lambda: setattr(point, "x", 2), lambda: delattr(point, "x"), lambda: setattr(point, "z", 2)):
        with pytest.raises(FrozenInstanceError):
            change()
    assert dataclasses.replace(point, x=5) == PAIRS[0][0](5)
    assert point.x == 1


def test_each_object_has_a_list_of_its_own() -> None:
    point, other = PAIRS[0][0](1), PAIRS[0][0](1)
    point.tags.append("a")
    assert other.tags == []


@ours(frozen=True, slots=True)
class Kept:
    """A class that pickle finds by its name."""

    x: int
    tags: tuple[str, ...] = ()


def test_objects_are_copied_and_pickled() -> None:
    kept = Kept(1, ("a",))
    assert copy.copy(kept) == copy.deepcopy(kept) == pickle.loads(pickle.dumps(kept)) == kept
    match kept:
        case Kept(x, tags):
            assert (x, tags) == (1, ("a",))


def test_a_class_that_may_change_is_the_library_s_own() -> None:
    @ours(slots=True)
    class Counter:
        count: int = 0

    counter = Counter()
    counter.count += 1
    assert counter == Counter(1)
