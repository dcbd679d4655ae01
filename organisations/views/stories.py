"""What happened to a record: who changed what, from what to what, and when. For those who may open its inside."""

from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_safe

from jos.accounts.models import User
from jos.shared.access import require
from jos.shared.audit import story
from jos.shared.record_views import story_page
from organisations.models import (
    Contact,
    Membership,
    Offer,
    OfferFunction,
    OfferMoment,
    OfferNeighbourhood,
    Organisation,
    Partnership,
    PartnershipMember,
    Place,
)
from organisations.permissions import can_invite_for_city

PARTS_OF_AN_OFFER = (OfferFunction, OfferNeighbourhood, OfferMoment)
BELONGINGS = (Membership, Place, Contact, Offer)


@require_safe
def organisation_story(request: HttpRequest, slug: str) -> HttpResponse:
    """What happened to the organisation, its people, places and offers, and to those that were merged into it."""
    organisation = get_object_or_404(Organisation.objects.readable_by(request.user), slug=slug)
    told = Organisation.objects.continued_by(organisation).values("pk")
    entries = story(
        Organisation.history.filter(id__in=told),
        *(model.history.filter(id__in=_theirs(model, told)) for model in BELONGINGS),
        *(part.history.filter(offer_id__in=_theirs(Offer, told)) for part in PARTS_OF_AN_OFFER),
    )
    return story_page(request, organisation, entries, back=organisation.get_absolute_url())


def _theirs(model, organisations: QuerySet):
    """The keys of what is theirs, or was until it was removed; what went on elsewhere is told there alone."""
    elsewhere = model.objects.filter(pk=OuterRef("id")).exclude(organisation__in=organisations)
    return model.history.filter(~Exists(elsewhere), organisation_id__in=organisations).values("id")


@require_safe
def offer_story(request: HttpRequest, slug: str) -> HttpResponse:
    offer = get_object_or_404(Offer.objects.workable_by(request.user), slug=slug)
    entries = story(offer, *(part.history.filter(offer_id=offer.pk) for part in PARTS_OF_AN_OFFER))
    return story_page(request, offer, entries, back=offer.get_absolute_url())


@require_safe
def partnership_story(request: HttpRequest, slug: str) -> HttpResponse:
    partnership = get_object_or_404(Partnership.objects.visible_to(request.user), slug=slug)
    entries = story(partnership, PartnershipMember.history.filter(partnership_id=partnership.pk))
    return story_page(request, partnership, entries, back=partnership.get_absolute_url())


@require_safe
def place_story(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    return _story_of_belonging(request, slug, Place, pk)


@require_safe
def contact_story(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    return _story_of_belonging(request, slug, Contact, pk)


def _story_of_belonging(request: HttpRequest, slug: str, model, pk: int) -> HttpResponse:
    organisation = get_object_or_404(Organisation.objects.workable_by(request.user), slug=slug)
    record = get_object_or_404(model, organisation=organisation, pk=pk)
    return story_page(request, record, story(record), back=organisation.get_absolute_url())


@require_safe
def person_story(request: HttpRequest, pk: int) -> HttpResponse:
    """An account: its roles, and the organisations it came to and left."""
    require(can_invite_for_city(request.user))
    person = get_object_or_404(User, pk=pk)
    entries = story(person, Membership.history.filter(user_id=person.pk))
    return story_page(request, person, entries, back=reverse("people"))
