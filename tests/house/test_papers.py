"""The papers of the house say what is so."""

import re
import tomllib

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from jos.demo.accounts import ACCOUNTS, PASSWORD
from tests.house.sources import PROJECT

PYPROJECT = (PROJECT / "pyproject.toml").read_text()
DECLARED = tomllib.loads(PYPROJECT)["project"]
RUN, DEVELOP = DECLARED["dependencies"], DECLARED["optional-dependencies"]["dev"]
LOCKS = ("requirements.txt", "requirements-dev.txt")


def locked(name: str) -> dict[str, str]:
    """Package and version in a lock file."""
    found = re.findall(r"^([\w.-]+)(?:\[[\w,-]+\])?==([\w.+!]+)", (PROJECT / name).read_text(), re.MULTILINE)
    return {canonicalize_name(package): version for package, version in found}


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_file_records_no_address(lock):
    text = (PROJECT / lock).read_text()

    assert "://" not in text
    assert "--index" not in text
    assert "--find-links" not in text


@pytest.mark.parametrize("lock", LOCKS)
def test_everything_locked_has_its_hashes(lock):
    for requirement in re.split(r"\n(?=[a-z])", (PROJECT / lock).read_text()):
        assert "==" not in requirement or "--hash=sha256:" in requirement


@pytest.mark.parametrize(("declared", "lock"), [(RUN, "requirements.txt"), (RUN + DEVELOP, "requirements-dev.txt")])
def test_what_is_locked_is_what_is_declared(declared, lock):
    versions = locked(lock)

    for requirement in map(Requirement, declared):
        assert requirement.specifier.contains(versions[canonicalize_name(requirement.name)]), requirement


def test_both_locks_agree():
    develop = locked("requirements-dev.txt")

    assert {name: develop.get(name) for name in locked("requirements.txt")} == locked("requirements.txt")


def test_every_dependency_says_why_it_is_there():
    silent = [
        requirement for requirement in RUN + DEVELOP if not re.search(rf'"{re.escape(requirement)}",\s+# \w', PYPROJECT)
    ]

    assert not silent


def test_the_public_code_description_is_complete():
    description = yaml.safe_load((PROJECT / "publiccode.yml").read_text())

    assert {"name", "url", "platforms", "categories", "developmentStatus", "softwareType"} <= set(description)
    assert description["publiccodeYmlVersion"] == "0.4"
    assert description["softwareVersion"] == DECLARED["version"]
    assert description["legal"]["license"] == DECLARED["license"] == "MPL-2.0"
    assert set(description["description"]) == set(description["localisation"]["availableLanguages"])
    for said in description["description"].values():
        assert len(said["shortDescription"]) <= 150
        assert 150 <= len(said["longDescription"]) <= 10_000
        assert said["features"]
    assert description["maintenance"]["type"] == "internal"
    assert description["maintenance"]["contacts"]


def test_the_licence_stands_there_in_full():
    text = (PROJECT / "LICENSE").read_text()

    assert "Mozilla Public License" in text
    assert "Exhibit B" in text


def test_the_readme_names_who_signs_in_to_the_demo():
    readme = (PROJECT / "README.md").read_text()

    assert set(re.findall(r"^\| `(\S+@\S+)`", readme, re.MULTILINE)) == {account.email for account in ACCOUNTS}
    assert PASSWORD in readme


def test_what_the_papers_point_at_exists():
    for paper in ("README.md", *(path.relative_to(PROJECT).as_posix() for path in (PROJECT / "docs").rglob("*.md"))):
        text = (PROJECT / paper).read_text()
        for target in re.findall(r"\]\(([^)#:]+)\)", text):
            assert (PROJECT / paper).parent.joinpath(target).exists(), f"{paper}: {target}"
        for command in re.findall(r"\bmake ([a-z-]+)(?=[`\s]*(?:#|`|$))", text, re.MULTILINE):
            assert re.search(rf"^{command}:", (PROJECT / "Makefile").read_text(), re.MULTILINE), f"{paper}: {command}"
