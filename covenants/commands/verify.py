"""Whether a file is a document that both sides signed. For a script too: the exit code says it, as that of `diff`."""

import sys
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from covenants.document.checking import Checked, fingerprint, look_up
from covenants.document.pdf import pdf_of
from jos.shared.time import in_words

HELP = (
    "Says whether a PDF is, byte for byte, what city and partner signed. "
    "Exit code 0: it is. 1: it is not. 2: it could not be looked at."
)


def add_arguments(parser: CommandParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE.pdf", help="the file to check")


def run(command: BaseCommand, *, file: Path, **_options) -> None:
    found = _fingerprint(file)
    command.stdout.write(f"SHA-256: {found}")
    checked = look_up(found)
    if checked is None:
        command.stdout.write(_("We do not know this file: no covenant was ever offered for signature with this text."))
        sys.exit(1)
    command.stdout.write(f"{checked.title}: {' – '.join(checked.parties)}")
    for sentence in (*checked.sentences, *_signatures(checked), _made_again(checked)):
        command.stdout.write(sentence)
    if not checked.is_signed:
        sys.exit(1)


def _fingerprint(file: Path) -> str:
    try:
        with file.open("rb") as opened:
            return fingerprint(iter(lambda: opened.read(1024 * 1024), b""))
    except OSError as error:
        words = _("%(file)s cannot be read: %(why)s.") % {"file": file, "why": error.strerror}
        raise CommandError(words, returncode=2) from error


def _signatures(checked: Checked) -> list[str]:
    return [f"{each.party}: {each.job}, {in_words(each.on)}" for each in checked.signed_by]


def _made_again(checked: Checked) -> str:
    """Whether what it says still gives these very bytes here. Another release writes others."""
    again = fingerprint([pdf_of(checked.document.content)])
    if again == checked.document.sha256:
        return _("Made again from what it says, it gives the same bytes.")
    return _("Made again here, it gives other bytes: an earlier release made it. The hash of the file decides.")
