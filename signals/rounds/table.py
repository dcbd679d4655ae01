"""The result of a round as a table to save: a row for each organisation and each dossier it gave something to."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from jos.shared.tables.writing import Cell
from signals.rounds.result import Result


def columns() -> list[str]:
    return [_("dossier"), _("theme"), _("neighbourhoods"), _("chosen"), _("organisation"), _("points"), _("why")]


def rows(result: Result) -> Iterator[list[Cell]]:
    """A dossier that got nothing has one row, without an organisation."""
    for line in result.lines:
        dossier = line.candidate.dossier
        areas = ", ".join(str(area) for area in dossier.neighbourhoods.all())
        about: list[Cell] = [dossier.title, str(dossier.theme), areas, line.candidate.is_chosen]
        for voice in line.voices:
            yield [*about, voice.organisation, voice.gift.points, voice.gift.reason]
        if not line.voices:
            yield [*about, "", 0, ""]
