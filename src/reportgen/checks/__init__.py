"""Checks: what a careful editor would say of a memo. A check never changes anything.

A check is a module here, or a plug-in's in the entry-point group `reportgen.checks`, named as the code of its findings,
with `check(brief, document) -> Iterator[Diagnostic]`.
"""
