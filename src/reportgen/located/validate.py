"""Hold located values against a model and report every fault in them, at its place and in an author's words.

The only module that knows how the validation library words its faults.
"""

from __future__ import annotations

from collections.abc import Mapping as AnyMapping
from functools import cache
from typing import Any, TypeVar, cast

from pydantic import ValidationError

from ..diagnostics import BriefError, Diagnostic, Source, choices, error
from ..workspace import BUILT_IN, Workspace
from .load import load
from .models import Closed, Context, described
from .overlay import overlaid
from .values import Mapping, Scalar, Sequence, Value, source_of

Model = TypeVar("Model", bound=Closed)


def validate(values: Mapping, model: type[Model], workspace: Workspace) -> Model:
    """Return the model that the values make; raise BriefError with all of their faults, in the order of the file."""
    if not values and model.may_be_empty():
        return _of_nothing(model, values)
    context = Context(workspace)
    try:
        made = model.model_validate(values, context=context)
    except ValidationError as faults:
        _raise_own(faults)
        found = context.faults + [_diagnostic(fault, values) for fault in faults.errors(include_url=False)]
        raise BriefError(_sorted(found)) from None
    if context.faults:
        raise BriefError(_sorted(context.faults))
    return made


def validate_chain(chain: tuple[Mapping, ...], model: type[Model], workspace: Workspace) -> Model:
    """Return the model that a file makes, laid over those that it extends, the nearest first; raise as `validate` does.

    What comes with reportgen is validated once: it does not change while we run.
    """
    files = tuple(values.source.file for values in chain)
    if all(file.startswith(BUILT_IN) for file in files):
        return cast("Model", _built_in(files, model))
    return validate(overlaid(chain), model, workspace)


@cache
def _built_in(files: tuple[str, ...], model: type[Closed]) -> Closed:
    workspace = Workspace(files={})
    return validate(overlaid([load(file, workspace) for file in files]), model, workspace)


def _of_nothing(model: type[Model], values: Mapping) -> Model:
    """Return the model of a mapping without keys, all as it is by default: no validator has to be made for that."""
    made = cast("Model", model.model_construct())
    made._source, made._keys_at = values.source, values.keys_at
    return made


def _raise_own(faults: ValidationError) -> None:
    """Raise what one of our validators raised by mistake: pydantic would show a bug of ours as an author's fault."""
    for fault in faults.errors(include_url=False):
        if fault["type"] in ("value_error", "assertion_error"):
            raise fault["ctx"]["error"]


def _sorted(found: list[Diagnostic]) -> list[Diagnostic]:
    """Return faults, each once, in the order of the files; a key that is only misspelt is not also missing."""
    meant = {(one.source.path.rpartition(".")[0], one.hint) for one in found if one.code == "unknown-key"}
    kept = [one for one in dict.fromkeys(found) if one.code != "missing-key" or not meant & _misspelt(one)]
    return sorted(kept, key=lambda one: (one.source.file, one.source.line, one.source.column))


def _misspelt(missing: Diagnostic) -> set[tuple[str, str]]:
    """Return what is said of a key in the same mapping that may be the missing one; nothing for none."""
    _, named, rest = missing.message.partition("'")
    return {(missing.source.path, f"did you mean '{rest.partition(named)[0]}'?")} if named else set()


def _diagnostic(fault: Any, values: Mapping) -> Diagnostic:
    """Return one of pydantic's faults as ours."""
    written, place, key = _find(fault["loc"], values)
    context = fault.get("ctx", {})
    if "message" in context:
        return error(
            fault["type"], context["message"], context["source"] if context["source"].file else place, context["hint"]
        )
    code, message, hint = _said(fault["type"], key, written, context)
    return error(code, message, place, hint)


def _find(steps: tuple[int | str, ...], values: Value) -> tuple[Value, Source, str]:
    """Return the value that a fault is about, its place, and its key; the nearest above it where it is missing."""
    value, place, key = values, source_of(values, Source()), ""
    place_of_key = place
    for step in steps:
        if step == "[key]":  # pydantic's mark for a fault in the key itself
            return Scalar(key), place_of_key, key
        if isinstance(value, Mapping):
            if isinstance(step, int):
                continue  # one value where a list of them may stand
            key = str(step)
            place = place_of_key = value.key_at(key)
            if key not in value:
                return None, value.source, key
            value = value[key]
        elif isinstance(value, Sequence) and isinstance(step, int) and step < len(value):
            value, key = value[step], f"{key}[{step}]"
        place = source_of(value, place)
    return value, place, key


_EXPECTED = {
    "model_type": "keys with values",
    "model_attributes_type": "keys with values",
    "dict_type": "keys with values",
    "tuple_type": "a list",
    "bool_type": "true or false",
    "string_type": "text",
}
"""What a value of a wrong type should have been, by pydantic's name of the fault."""


def _said(kind: str, key: str, written: Value, context: AnyMapping[str, Any]) -> tuple[str, str, str]:
    """Return the code, the message and the hint of a fault by pydantic's name of it."""
    if kind == "missing":
        return "missing-key", f"the key '{key}' is missing", f"add '{key}: …'"
    if kind == "literal_error":
        return _said_of_a_choice(key, written, context)
    if kind in _EXPECTED:
        return "wrong-type", f"'{key}' must be {_EXPECTED[kind]}, not {described(written)}", ""
    return "wrong-value", f"'{key}' has a value that can't be used here", ""


def _said_of_a_choice(key: str, written: Value, context: AnyMapping[str, Any]) -> tuple[str, str, str]:
    known = [word.strip("'") for word in context["expected"].replace(" or ", ", ").split(", ")]
    if not isinstance(written, Scalar):
        return "wrong-type", f"'{key}' must be one word, not {described(written)}", choices("", known)
    if written == key:
        return "unknown-key", f"unknown key '{key}'", choices(written, known)
    return "unknown-value", f"'{written}' is no value of '{key}'", choices(written, known)
