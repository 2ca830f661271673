"""Typst through its Python binding: the memo's content as JSON in, a tagged PDF out; fonts are found once."""

import os

import times
import typst

COMPILER = typst.Compiler(os.path.join(os.path.dirname(os.path.abspath(__file__)), "memo.typ"), root="/")


def make(source, target):
    """Make one file."""
    COMPILER.compile(output=target, sys_inputs={"content": os.path.abspath(source)})


if __name__ == "__main__":
    times.run(make)
