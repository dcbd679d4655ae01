"""Which texts the portal shows, and how the files with their translations stay in step. Needs no gettext.

Only developers need this (it uses babel); the portal itself reads what `compile_translations` writes.
"""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import polib
from babel.messages.extract import DEFAULT_KEYWORDS, extract
from django.utils.translation.template import templatize

LANGUAGES = ("nl",)  # English is what the code itself says
SOURCES = ("jos", "neighbourhoods", "organisations", "signals", "templates")
KEYWORDS = DEFAULT_KEYWORDS | {
    "gettext_lazy": None,
    "ngettext_lazy": (1, 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
HEADER = {
    "Project-Id-Version": "JOS",
    "Language": "nl",
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
    "Plural-Forms": "nplurals=2; plural=(n != 1);",
}
PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|%[sd]|\{\w*\}")

Key = tuple[str | None, str]  # context and text


@dataclass
class Text:
    """A text in the code, with where it stands and what its writer says to translators."""

    context: str | None
    singular: str
    plural: str = ""
    files: list[str] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)

    @property
    def key(self) -> Key:
        return self.context, self.singular


def texts(project: Path) -> dict[Key, Text]:
    """Every text of the portal, in the order of files and of places in them."""
    found: dict[Key, Text] = {}
    for path in _files(project):
        name = path.relative_to(project).as_posix()
        for text in _texts_in(path):
            known = found.setdefault(text.key, text)
            known.plural = known.plural or text.plural
            known.files += [name] if name not in known.files else []
            known.comments += [comment for comment in text.comments if comment not in known.comments]
    return found


def _files(project: Path) -> list[Path]:
    files = (
        path for folder in SOURCES for path in (project / folder).rglob("*") if path.suffix in (".py", ".html", ".txt")
    )
    return sorted(path for path in files if not {"migrations", "locale"} & set(path.parts))


def _texts_in(path: Path) -> Iterator[Text]:
    source = path.read_text(encoding="utf-8")
    if path.suffix != ".py":
        # Django turns a template into calls between blanked-out text; without indents that reads as Python.
        source = "\n".join(line.strip() for line in templatize(source, origin=str(path)).splitlines())
    lines = io.BytesIO(source.encode())
    for _line, message, comments, context in extract(
        "python", lines, KEYWORDS, ["Translators:"], {"encoding": "utf-8"}
    ):
        singular, plural = message if isinstance(message, tuple) else (message, "")
        if singular:
            yield Text(context, singular, plural, comments=list(comments))


def faults(project: Path, catalogue: polib.POFile) -> list[str]:
    """What is missing, half done or left over in a translation; nothing when it is complete."""
    wanted, present = texts(project), {(entry.msgctxt, entry.msgid): entry for entry in catalogue}
    found = [
        f"missing ({', '.join(text.files)}): {text.singular}" for key, text in wanted.items() if key not in present
    ]
    for key, entry in present.items():
        if key not in wanted:
            found.append(f"no longer used: {entry.msgid}")
        elif fault := _fault(entry, wanted[key]):
            found.append(f"{fault} ({', '.join(wanted[key].files)}): {entry.msgid}")
    return found


def _fault(entry: polib.POEntry, text: Text) -> str:
    answers = list(entry.msgstr_plural.values()) if text.plural else [entry.msgstr]
    if "fuzzy" in entry.flags:
        return "not sure"
    if not answers or not all(answers):
        return "not translated"
    known = set(PLACEHOLDER.findall(text.singular + text.plural))
    if any(not set(PLACEHOLDER.findall(answer)) <= known for answer in answers):
        return "other placeholders"
    if not text.plural and set(PLACEHOLDER.findall(entry.msgstr)) != known:
        return "placeholders left out"
    return ""


def updated(project: Path, catalogue: polib.POFile) -> polib.POFile:
    """The catalogue in step with the code: new texts empty, unused ones gone, translations kept."""
    present: dict[Key, polib.POEntry] = {(entry.msgctxt, entry.msgid): entry for entry in catalogue}
    result = polib.POFile(wrapwidth=110, check_for_duplicates=True)
    result.metadata = dict(HEADER)
    for text in sorted(texts(project).values(), key=lambda text: text.files[0]):
        result.append(_entry(text, present.get(text.key)))
    return result


def _entry(text: Text, old: polib.POEntry | None) -> polib.POEntry:
    entry = polib.POEntry(
        msgctxt=text.context,
        msgid=text.singular,
        msgid_plural=text.plural,
        comment="\n".join(text.comments),
        occurrences=[(file, "") for file in text.files],
        flags=["python-format"] if "%(" in text.singular + text.plural else [],
    )
    if text.plural:
        entry.msgstr_plural = {0: "", 1: ""} | (old.msgstr_plural if old else {})
    else:
        entry.msgstr = old.msgstr if old else ""
    if old and "fuzzy" in old.flags:
        entry.flags.append("fuzzy")
    return entry
