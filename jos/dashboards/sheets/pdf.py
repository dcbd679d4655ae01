"""The sheet of an area as one printed page: a PDF that screen readers can read too (PDF/UA), set by typst.

All words are put here, in the language of the page; `sheet.typ` lays them out. Only fonts that typst brings
itself are used, and the time in the file is that of the day asked: the same sheet gives the same bytes everywhere.
A sheet with letters those fonts do not have is written without that promise: better a page with a box than none.
"""

import datetime
import json
from pathlib import Path
from typing import Any

import typst
from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.utils.html import strip_tags
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from jos.dashboards.colours import by_daylight
from jos.dashboards.coverage.forms import MomentFilter
from jos.dashboards.flower import has_heart, petal, ring
from jos.dashboards.sheets.sheet import BandHere, OfferHere, Sheet
from jos.dashboards.sheets.voices import Voices
from jos.shared.addresses import full_address
from jos.shared.capitals import capfirst
from jos.shared.charts import LineChart
from jos.shared.templatetags.jos import ages, hours
from jos.shared.time import in_words
from organisations.coverage import AreaCoverage
from organisations.coverage.enums import Rule
from organisations.models import Offer, Place
from organisations.templatetags.moments import when

DOCUMENT = Path(__file__).with_name("sheet.typ")
MISSING = "–"


def sheet_pdf(sheet: Sheet, moment: MomentFilter, address: str, *, voices: Voices | None = None) -> bytes:
    """`address`: of the same sheet in the portal. `voices`: as far as the reader may know of them."""
    noon = datetime.datetime.combine(sheet.at, datetime.time(12), tzinfo=datetime.UTC)
    timestamp = max(noon, datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC))
    words = {"sheet": json.dumps(in_plain_words(sheet, moment, address, voices), cls=DjangoJSONEncoder)}

    def written(**how) -> bytes:
        return typst.compile(DOCUMENT, format="pdf", timestamp=timestamp, sys_inputs=words, **how)

    try:
        return written(pdf_standards=["ua-1"], ignore_system_fonts=True)
    except typst.TypstError:  # somebody wrote an emoji, or Amharic: with a font of this machine, or else a box
        return written()


def in_plain_words(sheet: Sheet, moment: MomentFilter, address: str, voices: Voices | None = None) -> dict[str, Any]:
    area = sheet.area
    more = len(sheet.offers) - len(sheet.shown_offers)
    found = [*area.gaps, *area.warnings]
    return {
        "lang": get_language(),
        "colours": by_daylight(),
        "title": area.name,
        "kind": " · ".join(filter(None, [_kind(area), area.district, moment.band_name, in_words(sheet.at)])),
        "state": capfirst(area.state_words) + ".",
        "met": area.norm_met,
        "whole": _("All four together: %(names)s.") % {"names": ", ".join(area.whole_by)} if area.whole_by else "",
        "flower": _flower(area),
        "headings": _headings(),
        "gaps": [{"rule": finding.rule, "text": finding.text} for finding in area.gaps],
        "warnings": [{"rule": finding.rule, "text": finding.text} for finding in area.warnings],
        "nothing_missing": _("All that is asked is here."),
        "strengths": list(sheet.strengths),
        "functions": [capfirst(function.label) for function in area.functions],
        "bands": [_band(band) for band in sheet.bands],
        "offers": [_offer(here) for here in sheet.shown_offers],
        "more": _("and %(number)s more") % {"number": more} if more else "",
        "voices": voices.sentences if voices else [],
        "trend": _trend(sheet.trend),
        "crowding_out": list(sheet.crowding_out),
        "warm_places": [_place(place) for place in sheet.warm_places],
        "street": [_route(offer) for offer in sheet.on_the_move],
        "nobody": _("nobody"),
        "rules": [f"{rule.value}: {rule.label}" for rule in Rule if rule.value in {finding.rule for finding in found}],
        "address": full_address(address),
        "demo": _("Demo: all data are fictional.") if settings.DEMO else "",
    }


def _kind(area: AreaCoverage) -> str:
    if area.kind == "circle":
        return _("Movement circle")
    return _("Priority neighbourhood") if area.priority else _("Neighbourhood")


def _headings() -> dict[str, str]:
    return {
        "missing": _("What is missing"),
        "warnings": _("What may go wrong"),
        "strengths": _("What works"),
        "bands": _("What is there, for every age"),
        "offers": _("Who does what, when and where"),
        "voices": _("What young people say"),
        "where": _("Where young people find it"),
        "warm": _("Warm places"),
        "street": _("Out on the street"),
        "ages": _("Ages"),
        "state": _("State"),
        "offer": _("Offer"),
        "details": _("For whom, when and where"),
        "hours": _("hours a week"),
    }


def _flower(area: AreaCoverage) -> dict[str, Any]:
    return {
        "petals": [petal(covered) for covered in area.functions.values()],
        "heart": has_heart(area),
        "ring": ring(area),
        "words": area.sentence,
    }


def _band(band: BandHere) -> dict[str, Any]:
    cells = [
        strip_tags(hours(covered.hours, covered.some_hours_unknown)) if covered.covered else MISSING
        for covered in band.area.functions.values()
    ]
    return {"name": band.name, "cells": cells, "state": band.area.state_words, "met": band.area.norm_met}


def _offer(here: OfferHere) -> dict[str, Any]:
    offer = here.offer
    place = str(offer.place) if offer.place else capfirst(offer.get_work_form_display())
    details = [capfirst(ages(offer)), when(offer), f"{place}: {offer.route}" if offer.route else place]
    return {
        "title": offer.title,
        "who": " · ".join(filter(None, [offer.organisation.name, str(offer.partnership or "")])),
        "cells": [strip_tags(hours(number)) if has_it else "" for _function, has_it, number in here.by_function],
        "details": " · ".join(filter(None, details)),
        "unconfirmed": _("not confirmed") if here.unconfirmed else "",
    }


def _place(place: Place) -> str:
    return ", ".join(filter(None, [place.name, place.address, place.opening_hours]))


def _route(offer: Offer) -> str:
    return ", ".join(filter(None, [offer.title, offer.route, when(offer)]))


def _trend(chart: LineChart) -> dict[str, Any]:
    return {
        "title": chart.title,
        "unit": chart.unit,
        "words": chart.description,
        "grid": [{"y": float(tick.at.rstrip("%")), "text": tick.text} for tick in chart.y_ticks],
        "labels": [{"x": float(tick.at.rstrip("%")), "text": tick.text} for tick in chart.x_ticks],
        "shades": [{"x": float(s.x.rstrip("%")), "width": float(s.width.rstrip("%"))} for s in chart.shades],
        "lines": [
            {"name": line.series.name, "value": line.last_value, "runs": chart.runs(line.series)}
            for line in chart.lines
        ],
    }
