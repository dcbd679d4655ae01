"""Writes covenants of the demo and their parts at once, each version with who made it and when."""

from collections import defaultdict

from django.db import models
from django.utils.timezone import localtime

from covenants.models import Covenant, CovenantMove
from jos.demo.covenants.told import Told
from jos.demo.past import Past
from jos.demo.writing import BATCH, made, write


def write_covenant_rows(all_told: list[Told], past: Past) -> None:
    """The covenants, where they are, their trail and their past. What one follows comes after all of them are there."""
    covenants = [told.covenant for told in all_told]
    following = [(covenant, covenant.follows) for covenant in covenants if covenant.follows]
    for covenant, _before in following:
        covenant.follows = None
    Covenant.objects.bulk_create(covenants, batch_size=BATCH)
    for covenant, before in following:
        covenant.follows = before
    Covenant.objects.bulk_update([covenant for covenant, _before in following], ["follows"])
    areas = _write_areas(all_told)
    CovenantMove.objects.bulk_create([move for told in all_told for move in told.moves], batch_size=BATCH)
    _remember_where(past.write(), areas)


def write_text(all_told: list[Told]) -> None:
    """All parts, made on the first day by whoever opened it."""
    by_kind: dict[type[models.Model], list] = defaultdict(list)
    for told in all_told:
        first = told.moves[0]
        for rows in told.text.rows:
            for row in rows:
                made(row, by=first.by, on=localtime(first.at).date())
                by_kind[type(row)].append(row)
    for rows in by_kind.values():
        write(rows)


def _write_areas(all_told: list[Told]) -> dict[str, list]:
    """Neighbourhoods and circles, by the name of the field."""
    named, around = Covenant.neighbourhoods.through, Covenant.circles.through
    return {
        "neighbourhoods": named.objects.bulk_create(
            named(covenant=told.covenant, neighbourhood=each) for told in all_told for each in told.neighbourhoods
        ),
        "circles": around.objects.bulk_create(
            around(covenant=told.covenant, movementcircle=each) for told in all_told for each in told.circles
        ),
    }


def _remember_where(versions: list[models.Model], areas: dict[str, list]) -> None:
    """Each version of a covenant was about the same neighbourhoods and circles."""
    history = Covenant.history.model
    for name, rows in areas.items():
        kept = history._meta.get_field(f"historicalcovenant_{name}").related_model
        ours = defaultdict(list)
        for row in rows:
            ours[row.covenant_id].append({f.attname: getattr(row, f.attname) for f in row._meta.concrete_fields})
        kept.objects.bulk_create(
            [kept(history=version, **values) for version in versions for values in ours[version.id]], batch_size=BATCH
        )
