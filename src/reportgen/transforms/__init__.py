"""Transforms: a document in, a document out, blind to format.

A transform is a module here with `transform(document, words) -> Document`; the pipeline lists them in their order.
"""
