"""Tables to save, for professionals."""

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from jos.shared.access import require
from jos.shared.tables.reading import Columns
from jos.shared.tables.writing import table_response
from jos.shared.time import today
from organisations.enums import OfferStatus
from organisations.exports import offer_rows, organisation_rows
from organisations.imports import offer_rows as offers_file
from organisations.imports import organisations as organisations_file
from organisations.models import Offer, Organisation
from organisations.permissions import can_see_professional_information
from organisations.staff_filters import offer_filter, organisation_filter


@require_safe
def organisations_export(request: HttpRequest, file_format: str) -> HttpResponseBase:
    """What the filters in the address ask; without any, all."""
    organisations = Organisation.objects.standing()
    found = organisation_filter(request, organisations).sorted if request.GET else organisations.order_by("name", "id")
    rows = organisation_rows(found)
    return _table(request, "organisations", file_format, organisations_file.COLUMNS, rows)


@require_safe
def offers_export(request: HttpRequest, file_format: str) -> HttpResponseBase:
    """What the filters in the address ask; without any, all that is published."""
    offers = Offer.objects.visible_to(request.user)
    published = offers.filter(status=OfferStatus.PUBLISHED).order_by("organisation__name", "title", "id")
    rows = offer_rows(offer_filter(request, offers).sorted if request.GET else published)
    return _table(request, "offers", file_format, offers_file.COLUMNS, rows)


def _table(request: HttpRequest, name: str, file_format: str, columns: Columns, rows) -> HttpResponseBase:
    require(can_see_professional_information(request.user))
    return table_response(f"{name}-{today()}", file_format, columns.all, rows)
