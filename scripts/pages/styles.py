"""The reference of styles and languages: their keys, and the built-in ones."""

from __future__ import annotations

from collections.abc import Iterator

import reportgen

from .keys import Keys
from .templates import SOURCE, built_in

STYLES = """\
# Styles

A style is a look: page, palette, type families, and how each kind of paragraph is set. This page is made out of the
model that styles are held against. [Your own look](../house-style.md) shows how to write one; a star marks a key that
its own mapping must have. A style that extends another needs only what is to be different.

A style is looked for beside the brief, in `styles/`; then in the project's and in packages' plug-ins; then among the
built-in ones. Lengths have a unit: `10.5pt`, `25mm`, `2cm`, `1in`. Colours are written `"#1F3A5F"`, in quotes, and only
in the palette; everywhere else stands the name of a colour of the palette.

## Those that are built in

| style | how it looks | extends | page |
|---|---|---|---|
"""
LANGUAGES = """\
# Languages

A language file holds the words that reportgen adds to a memo: headings, labels, months, how dates and references are
written. `language: uk` in a brief chooses one. Built in are: BUILT_IN.

For another language, copy [en.yaml]({source}/languages/en.yaml) to `languages/` beside the briefs, name it by its tag
(`pl.yaml`; BCP 47), and translate the values. All keys must be there; what is missing is reported with its place. The
hyphenation patterns of many languages are built in. A tag with subtags, such as `en-GB`, finds its language (`en`).

## The keys of a language file

"""


def styles_page() -> str:
    """Return the page on styles."""
    schema = reportgen.schema("style")
    keys = Keys(schema)
    return "".join((STYLES, *_rows(), "\n## The keys of a style\n\n", keys.table(schema), *_models(keys)))


def _rows() -> Iterator[str]:
    for values in built_in("styles"):
        name = values["name"]
        page = values.get("page", {})
        size = f"{page['width']} × {page['height']}" if "width" in page else "as that"
        extends = f"`{values['extends']}`" if "extends" in values else ""
        yield f"| [`{name}`]({SOURCE}/styles/{name}.yaml) | {values['summary']} | {extends} | {size} |\n"


def languages_page() -> str:
    """Return the page on languages."""
    schema = reportgen.schema("language")
    keys = Keys(schema)
    known = ", ".join(f"[`{one['tag']}`]({SOURCE}/languages/{one['tag']}.yaml)" for one in built_in("languages"))
    head = LANGUAGES.replace("BUILT_IN", known).replace("{source}", SOURCE)
    return "".join((head, keys.table(schema), *_models(keys)))


def _models(keys: Keys) -> Iterator[str]:
    for name in keys.models(keys.schema["properties"]):
        model = keys.definitions[name]
        shorter = keys.shorter(model)
        told = keys.table(model)
        if told:
            yield f"\n## {name}\n\n{model['description']} {keys.place(name)}\n\n{shorter and shorter + chr(10)}{told}"
