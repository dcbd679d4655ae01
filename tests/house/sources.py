"""The project's own files, for the tests that read them."""

import ast
from collections.abc import Iterator
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent.parent
CODE = ("covenants", "jos", "neighbourhoods", "organisations", "signals")


def python_files(*folders: str) -> Iterator[tuple[str, str]]:
    """Name and text of every Python file in these folders, migrations left out."""
    for folder in folders:
        for path in sorted((PROJECT / folder).rglob("*.py")):
            if "migrations" not in path.parts:
                yield path.relative_to(PROJECT).as_posix(), path.read_text(encoding="utf-8")


def trees(*folders: str) -> Iterator[tuple[str, ast.Module]]:
    for name, text in python_files(*folders):
        yield name, ast.parse(text)


def templates() -> Iterator[tuple[str, str]]:
    """Name (as templates call each other) and text of every template of our own."""
    root = PROJECT / "templates"
    for path in sorted(root.rglob("*.*")):
        if path.is_file():
            yield path.relative_to(root).as_posix(), path.read_text(encoding="utf-8")
