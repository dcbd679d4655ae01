"""Tables to save, for professionals."""

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from jos.shared.access import require
from jos.shared.tables.reading import Columns
from jos.shared.tables.writing import TableFormat, table_response
from jos.shared.time import today
from organisations.enums import OfferStatus
from organisations.exports import offer_rows, organisation_rows
from organisations.imports import offer_rows as offers_file
from organisations.imports import organisations as organisations_file
from organisations.models import Offer, Organisation
from organisations.permissions import can_see_professional_information


@require_safe
def organisations_export(request: HttpRequest, file_format: str) -> HttpResponseBase:
    rows = organisation_rows(Organisation.objects.order_by("name", "id"))
    return _table(request, "organisations", file_format, organisations_file.COLUMNS, rows)


@require_safe
def offers_export(request: HttpRequest, file_format: str) -> HttpResponseBase:
    offers = Offer.objects.visible_to(request.user).filter(status=OfferStatus.PUBLISHED)
    rows = offer_rows(offers.order_by("organisation__name", "title", "id"))
    return _table(request, "offers", file_format, offers_file.COLUMNS, rows)


def _table(request: HttpRequest, name: str, file_format: str, columns: Columns, rows) -> HttpResponseBase:
    require(can_see_professional_information(request.user))
    if file_format not in TableFormat.values:
        raise Http404
    return table_response(f"{name}-{today()}", TableFormat(file_format), columns.all, rows)
