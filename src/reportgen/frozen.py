"""Frozen dataclasses with slots, as the standard library has them, declared in a third of the time.

For each class the library writes and compiles six functions; with Python 3.11 that was an eighth of the time of a whole
run. Here only the constructor is compiled: the functions by which objects are compared, hashed, shown and kept from
change are the same for all. `fields`, `replace`, `match` and `copy` work as ever.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from dataclasses import MISSING, Field, FrozenInstanceError, fields
from operator import attrgetter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:

    def dataclass(*, frozen: bool = False, slots: bool = False, **options: bool) -> Callable[[type], type]:
        """Return the decorator of the standard library of that name; for others than these, the library's own."""
        if not (frozen and slots):
            return dataclasses.dataclass(frozen=frozen, slots=slots, **options)
        return lambda cls: _made(cls, **options)


def _made(cls: type, kw_only: bool = False, eq: bool = True) -> type:
    """Return a class as a dataclass; what it defines itself is left as it is."""
    own = set(cls.__dict__)
    made: Any = dataclasses.dataclass(init=False, repr=False, eq=False, slots=True, kw_only=kw_only)(cls)
    functions = {"__init__": _constructor(made), **_SHARED, **(_comparing(made) if eq else {})}
    for name in functions.keys() - own:
        setattr(made, name, functions[name])
    return made  # type: ignore[no-any-return]


def _constructor(cls: Any) -> Callable[..., None]:
    """Return the constructor: it writes into the slots themselves, past what keeps them from change."""
    known: dict[str, Any] = {"given": MISSING}
    lines: list[str] = []
    for one in fields(cls):
        known[f"set_{one.name}"] = getattr(cls, one.name).__set__
        known[f"default_{one.name}"] = one.default if one.default_factory is MISSING else one.default_factory
        lines.extend(_written(one))
    lines.extend(["self.__post_init__()"] if hasattr(cls, "__post_init__") else [])
    exec(f"def __init__({', '.join(_parameters(cls))}):\n  " + "\n  ".join(lines or ["pass"]), known)
    constructor: Callable[..., None] = known["__init__"]
    constructor.__qualname__ = f"{cls.__qualname__}.__init__"
    constructor.__annotations__ = {one.name: one.type for one in fields(cls) if one.init} | {"return": "None"}
    return constructor


def _parameters(cls: Any) -> Iterator[str]:
    """Return the parameters of a constructor as they are written, those that need their names last."""
    yield "self"
    taken = [one for one in fields(cls) if one.init]
    yield from (_parameter(one) for one in taken if not one.kw_only)
    named = [_parameter(one) for one in taken if one.kw_only]
    yield from ("*", *named) if named else ()


def _parameter(field: Field[Any]) -> str:
    if field.default_factory is not MISSING:
        return f"{field.name}=given"
    return field.name if field.default is MISSING else f"{field.name}=default_{field.name}"


def _written(field: Field[Any]) -> Iterator[str]:
    """Return the lines that write a field's value; none for one that the class writes itself."""
    name = field.name
    if not field.init:
        if field.default_factory is not MISSING or field.default is not MISSING:
            call = "()" if field.default_factory is not MISSING else ""
            yield f"set_{name}(self, default_{name}{call})"
        return
    if field.default_factory is not MISSING:
        yield f"if {name} is given: {name} = default_{name}()"
    yield f"set_{name}(self, {name})"


def _comparing(cls: Any) -> dict[str, Any]:
    """Return how objects of a class are compared and hashed: by the values of its fields."""
    names = [one.name for one in fields(cls) if one.compare]
    values: Callable[[Any], Any] = attrgetter(*names) if names else lambda self: ()

    def __eq__(self: Any, other: Any) -> Any:
        return values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented

    def __hash__(self: Any) -> int:
        return hash(values(self))

    return {"__eq__": __eq__, "__hash__": __hash__}


def _shown(self: Any) -> str:
    values = (f"{one.name}={getattr(self, one.name)!r}" for one in fields(self) if one.repr)
    return f"{type(self).__qualname__}({', '.join(values)})"


def _refuse(self: Any, name: str, value: Any = None) -> None:
    raise FrozenInstanceError(f"'{name}' of a {type(self).__name__} can't be changed; use dataclasses.replace")


def _state(self: Any) -> list[Any]:
    return [getattr(self, one.name) for one in fields(self)]


def _restore(self: Any, state: list[Any]) -> None:
    for one, value in zip(fields(self), state, strict=True):
        object.__setattr__(self, one.name, value)


_SHARED: dict[str, Any] = {
    "__repr__": _shown,
    "__setattr__": _refuse,
    "__delattr__": _refuse,
    "__getstate__": _state,
    "__setstate__": _restore,
}
"""The functions that are the same for all classes: `copy` and `pickle` take an object's state and give it back."""
