"""Making one dossier of two, and two of one. Nothing is lost: both keep the trail, and point at each other."""

from collections.abc import Iterable
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils.translation import gettext as _
from simple_history.utils import bulk_update_with_history

from jos.shared.saving import save_new, save_with
from signals.actions.dossiers import move_on, write_move
from signals.dossiers.needs import cannot_take_in
from signals.enums import DossierStep
from signals.models import Dossier, DossierAction, Signal

ABOUT = ("pattern", "theme", "functions", "cause", "cause_explained", "strengths", "is_high_priority")


@transaction.atomic
def merge(*, dossier: Dossier, into: Dossier, by) -> Dossier:
    """Move what is in `dossier` to the other one. It stays readable, points on, and moves no more."""
    held = _hold(dossier, into)
    dossier, into = held[dossier.pk], held[into.pk]
    move_on(dossier, dossier, DossierStep.MERGE, by)
    if dossier == into:
        raise ValidationError(_("Choose another dossier."))
    if refusal := cannot_take_in(into):
        raise ValidationError(refusal)
    _move_all(Signal, dossier.signals.all(), into, by)
    _move_all(DossierAction, dossier.actions.all(), into, by)
    _join_neighbourhoods(dossier, into, by)
    save_with(into, by=by, functions=[*into.functions, *(set(dossier.functions) - set(into.functions))])
    save_with(dossier, by=by, merged_into=into)
    write_move(dossier, DossierStep.MERGE, source=dossier.state, by=by, other=into)
    write_move(into, DossierStep.MERGE, source=into.state, by=by, other=dossier)
    return into


@transaction.atomic
def split(*, dossier: Dossier, signals: Iterable[Signal], title: str, by, token: UUID | None = None) -> Dossier:
    """Begin another dossier, about the same for now, with some of its signals."""
    dossier = _hold(dossier)[dossier.pk]
    move_on(dossier, dossier, DossierStep.SPLIT, by)
    chosen = dossier.signals.filter(pk__in=[signal.pk for signal in signals])
    if not chosen.exists():
        raise ValidationError({"signals": _("Choose the signals that go along.")})
    about = {name: getattr(dossier, name) for name in ABOUT}
    other, _is_new = save_new(Dossier(title=title, split_from=dossier, created_with=token, **about), by=by, named=title)
    other._history_user = by
    other.neighbourhoods.set(dossier.neighbourhoods.all())
    _move_all(Signal, chosen, other, by)
    save_with(dossier, by=by)
    write_move(dossier, DossierStep.SPLIT, source=dossier.state, by=by, other=other)
    write_move(other, DossierStep.SPLIT, source="", by=by, other=dossier)
    return other


def _hold(*dossiers: Dossier) -> dict[int, Dossier]:
    """As they are stored. Always in the same order, so that two who merge at once do not wait for each other."""
    keys = [dossier.pk for dossier in dossiers]
    found = Dossier.objects.held().filter(pk__in=keys).order_by("pk")
    return {dossier.pk: dossier for dossier in found}


def _move_all(model: type[models.Model], found: models.QuerySet, into: Dossier, by) -> None:
    """At once, each with its row of history and its next version."""
    moving = list(found.select_for_update())
    for record in moving:
        record.dossier = into
        record.version += 1
    bulk_update_with_history(moving, model, ["dossier", "version"], batch_size=500, default_user=by)


def _join_neighbourhoods(dossier: Dossier, into: Dossier, by) -> None:
    """A dossier without neighbourhoods is about the whole city, and stays so."""
    into._history_user = by
    areas, others = set(into.neighbourhoods.all()), set(dossier.neighbourhoods.all())
    into.neighbourhoods.set(areas | others if areas and others else ())
