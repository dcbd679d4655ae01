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

SOURCES = ("covenants", "jos", "neighbourhoods", "organisations", "signals", "templates")
# Where everything stands that young people read who say something: that much is in more languages.
YOUNG_SOURCES = (
    "signals/following",
    "signals/help_lines.py",
    "signals/sending",
    "signals/watchful",
    "templates/signals/young",
)
KEYWORDS = DEFAULT_KEYWORDS | {
    "gettext_lazy": None,
    "ngettext_lazy": (1, 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext_lazy": ((1, "c"), 2, 3),
}


@dataclass(frozen=True)
class Language:
    """A language the portal is translated into, and how much of it. English is what the code itself says."""

    code: str
    plurals: str  # as gettext counts them
    sources: tuple[str, ...] = YOUNG_SOURCES

    @property
    def number_of_plurals(self) -> int:
        return int(self.plurals.partition(";")[0].removeprefix("nplurals="))

    @property
    def header(self) -> dict[str, str]:
        return {
            "Project-Id-Version": "JOS",
            "Language": self.code,
            "MIME-Version": "1.0",
            "Content-Type": "text/plain; charset=UTF-8",
            "Content-Transfer-Encoding": "8bit",
            "Plural-Forms": self.plurals,
        }


DUTCH = Language("nl", "nplurals=2; plural=(n != 1);", SOURCES)
LANGUAGES = (
    DUTCH,
    Language("fr", "nplurals=2; plural=(n > 1);"),
    Language("tr", "nplurals=2; plural=(n > 1);"),
    Language("bg", "nplurals=2; plural=(n != 1);"),
    Language(
        "uk",
        "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);",
    ),
    Language(
        "ar",
        "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);",
    ),
)
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


def texts(project: Path, sources: tuple[str, ...] = SOURCES) -> dict[Key, Text]:
    """Every text of the portal, in the order of files and of places in them."""
    found: dict[Key, Text] = {}
    for path in _files(project, sources):
        name = path.relative_to(project).as_posix()
        for text in _texts_in(path):
            known = found.setdefault(text.key, text)
            known.plural = known.plural or text.plural
            known.files += [name] if name not in known.files else []
            known.comments += [comment for comment in text.comments if comment not in known.comments]
    return found


def _files(project: Path, sources: tuple[str, ...]) -> list[Path]:
    files = (path for source in sources for path in ((project / source), *(project / source).rglob("*")))
    texts = (path for path in files if path.is_file() and path.suffix in (".py", ".html", ".txt"))
    return sorted(path for path in texts if not {"migrations", "locale"} & set(path.parts))


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


def faults(project: Path, catalogue: polib.POFile, language: Language = DUTCH) -> list[str]:
    """What is missing, half done or left over in a translation; nothing when it is complete."""
    wanted = texts(project, language.sources)
    present = {(entry.msgctxt, entry.msgid): entry for entry in catalogue}
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


def updated(project: Path, catalogue: polib.POFile, language: Language = DUTCH) -> polib.POFile:
    """The catalogue in step with the code: new texts empty, unused ones gone, translations kept."""
    present: dict[Key, polib.POEntry] = {(entry.msgctxt, entry.msgid): entry for entry in catalogue}
    result = polib.POFile(wrapwidth=110, check_for_duplicates=True)
    result.metadata = language.header
    for text in sorted(texts(project, language.sources).values(), key=lambda text: text.files[0]):
        result.append(_entry(text, present.get(text.key), language.number_of_plurals))
    return result


def _entry(text: Text, old: polib.POEntry | None, number_of_plurals: int) -> polib.POEntry:
    entry = polib.POEntry(
        msgctxt=text.context,
        msgid=text.singular,
        msgid_plural=text.plural,
        comment="\n".join(text.comments),
        occurrences=[(file, "") for file in text.files],
        flags=["python-format"] if "%(" in text.singular + text.plural else [],
    )
    if text.plural:
        entry.msgstr_plural = dict.fromkeys(range(number_of_plurals), "") | (old.msgstr_plural if old else {})
    else:
        entry.msgstr = old.msgstr if old else ""
    if old and "fuzzy" in old.flags:
        entry.flags.append("fuzzy")
    return entry
