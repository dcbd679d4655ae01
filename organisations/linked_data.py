"""What search engines and other programs read of an offer and an organisation: schema.org, as JSON-LD.

Nothing stands here that the page itself does not show to everybody.
"""

from django.conf import settings
from django.utils.translation import gettext as _

from jos.shared.addresses import full_address
from organisations.dates import next_meetings
from organisations.enums import Weekday
from organisations.models import Offer, OfferMoment, Organisation, Place

SCHEMA = "https://schema.org"


def organisation_data(organisation: Organisation) -> dict:
    return {"@context": SCHEMA, **_organisation(organisation), "description": organisation.description}


def offer_data(offer: Offer) -> dict:
    """A series of events where its days are known; else a service."""
    moments = list(offer.moments.all())
    return {
        "@context": SCHEMA,
        "name": offer.title,
        "url": full_address(offer.get_absolute_url()),
        "description": offer.description,
        **(_series(offer, moments) if moments else _service(offer)),
        **({"isAccessibleForFree": True} if offer.is_free else {}),
        **({"inLanguage": offer.languages} if offer.languages else {}),
    }


def _series(offer: Offer, moments: list[OfferMoment]) -> dict:
    coming = next_meetings(offer, number=1)
    return {
        "@type": "EventSeries",
        "organizer": _organisation(offer.organisation),
        "location": _place(offer.place) if offer.place else _areas(offer),
        "eventSchedule": [_schedule(offer, moment) for moment in moments],
        **({"startDate": coming[0].starts.isoformat(), "endDate": coming[0].ends.isoformat()} if coming else {}),
        **_ages(offer),
    }


def _service(offer: Offer) -> dict:
    return {
        "@type": "Service",
        "serviceType": _("Youth work"),
        "provider": _organisation(offer.organisation),
        "areaServed": _areas(offer),
        **({"audience": {"@type": "PeopleAudience", **_suggested_ages(offer)}} if _ages(offer) else {}),
    }


def _schedule(offer: Offer, moment: OfferMoment) -> dict:
    return {
        "@type": "Schedule",
        "repeatFrequency": "P1W",
        "byDay": f"{SCHEMA}/{Weekday(moment.weekday).name.capitalize()}",
        "startTime": f"{moment.starts_at:%H:%M}",
        "endTime": f"{moment.ends_at:%H:%M}",
        "scheduleTimezone": settings.TIME_ZONE,
        **({"startDate": offer.valid_from.isoformat()} if offer.valid_from else {}),
        **({"endDate": offer.valid_until.isoformat()} if offer.valid_until else {}),
    }


def _ages(offer: Offer) -> dict:
    if offer.age_min is None and offer.age_max is None:
        return {}
    return {"typicalAgeRange": f"{offer.age_min or 0}-{'' if offer.age_max is None else offer.age_max}"}


def _suggested_ages(offer: Offer) -> dict:
    ages = {"suggestedMinAge": offer.age_min, "suggestedMaxAge": offer.age_max}
    return {name: age for name, age in ages.items() if age is not None}


def _organisation(organisation: Organisation) -> dict:
    return {
        "@type": "Organization",
        "name": organisation.name,
        "url": full_address(organisation.get_absolute_url()),
        **({"sameAs": organisation.website} if organisation.website else {}),
    }


def _place(place: Place) -> dict:
    return {"@type": "Place", "name": place.name, **({"address": place.address} if place.address else {})}


def _areas(offer: Offer) -> list[dict]:
    return [{"@type": "Place", "name": area.name} for area in offer.neighbourhoods.all()]
