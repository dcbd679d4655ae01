"""House rules for code: floors, sizes, no hidden calls."""

import ast

from django.core.management import call_command
from importlinter.cli import lint_imports

from tests.house.sources import CODE, PROJECT, python_files, templates, trees

CODE_FILE, TEST_FILE, FUNCTION, TEMPLATE = 300, 600, 50, 120
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


def test_each_floor_knows_only_the_floors_below(capsys):
    broken = lint_imports(config_filename=str(PROJECT / "pyproject.toml"), no_cache=True)

    assert not broken, capsys.readouterr().out


def test_a_file_fits_in_a_head():
    assert not _longer_than(CODE_FILE, *CODE)
    assert not _longer_than(TEST_FILE, "tests")  # sentences about one thing may stand together


def _longer_than(most: int, *folders: str) -> list[str]:
    return [name for name, text in python_files(*folders) if len(text.splitlines()) > most]


def test_a_function_fits_on_a_screen():
    long = [
        f"{name}: {node.name}"
        for name, tree in trees(*CODE, "tests")
        for node in ast.walk(tree)
        if isinstance(node, FUNCTIONS) and node.end_lineno - node.lineno + 1 > FUNCTION
    ]

    assert not long


def test_a_template_fits_on_a_screen_or_two():
    assert not [name for name, text in templates() if len(text.splitlines()) > TEMPLATE]


def test_nothing_is_called_behind_the_readers_back():
    """No signal receivers: an action that has something to say calls an action."""
    hidden = [
        name
        for name, tree in trees(*CODE)
        for node in ast.walk(tree)
        if (isinstance(node, ast.ImportFrom) and (node.module or "").startswith("django.dispatch"))
        or (isinstance(node, ast.Attribute) and node.attr == "connect" and "signal" in ast.dump(node.value).lower())
    ]

    assert not hidden


def test_imports_say_where_things_live():
    relative = [
        name
        for name, tree in trees(*CODE)
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.level
    ]

    assert not relative


def test_the_migrations_are_in_step_with_the_models(db):
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)  # exits where something is missing
