"""What the text of a covenant says, in words: all that its document is made from, as plain JSON.

Always in Dutch, whoever asks: there is one text, and both sides sign that one. Exact: nothing is rounded (R10).
The words of today are kept in it, so that a document that was signed can be made again when labels have changed.
"""

import datetime
from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from covenants.document.indicators import indicators_in_words
from covenants.document.tables import budget_table, hours_table
from covenants.document.words import LANGUAGE, paragraphs
from covenants.enums import Part, Side
from covenants.following_up.schedule import due_on, periods_of_covenant
from covenants.models import Commitment, Covenant
from jos.shared.addresses import full_address
from jos.shared.capitals import capfirst
from jos.shared.templatetags.jos import company_number
from jos.shared.time import in_words
from organisations.enums import Function
from organisations.models import PartnershipMember

FORMAT = 1  # of this content, as `covenant.typ` reads it


def content_of(covenant: Covenant) -> dict[str, Any]:
    """All that the text of a covenant says now, best of one read with its parts (`covenants.document.reading`).

    Of a signed one, its documents keep what it said then.
    """
    with translation.override(LANGUAGE):
        return {
            "format": FORMAT,
            "lang": LANGUAGE,
            "day": covenant.valid_from.isoformat(),
            "title": covenant.title,
            "reference": _("%(slug)s, version %(number)d") % {"slug": covenant.slug, "number": covenant.version},
            "headings": _headings(),
            "cover": _cover(covenant),
            "functions": [function.value for function in Function if function in covenant.functions],
            "subject": _subject(covenant),
            "articles": [
                {"heading": article.heading, "paragraphs": paragraphs(article.text)}
                for article in covenant.articles.all()
            ],
            "hours": hours_table(covenant),
            "budget": budget_table(covenant),
            "commitments": _commitments(covenant),
            "indicators": indicators_in_words(covenant),
            "following_up": _following_up(covenant),
        }


def offered(content: Mapping[str, Any], *, on: datetime.date) -> dict[str, Any]:
    """The same text as it is offered for signature on a day, with where anybody can check it. It is no draft now."""
    with translation.override(LANGUAGE):
        words = {"day": in_words(on), "address": full_address(reverse("covenant_check"))}
        sentences = [
            _("Offered for signature on %(day)s. The signatures stand in the portal, beside this text.") % words,
            _("Anybody can check at %(address)s whether a file is what both sides signed.") % words,
        ]
    return {**content, "day": on.isoformat(), "offered": sentences}


def city_in_words() -> str:
    return _("City of %(name)s") % {"name": settings.CITY_NAME} if settings.CITY_NAME else _("The city")


def _headings() -> dict[str, str]:
    """Of the parts, as the portal calls them, and of what stands inside."""
    parts = {part.value.replace("-", "_"): capfirst(part.label) for part in Part}
    return parts | {
        "commitments": _("What we promise each other"),
        "draft": pgettext("document", "Draft"),
        "demo": _("Demo: all data are fictional.") if settings.DEMO else "",
        "function": _("Function"),
        "where": pgettext("table", "Where and for whom"),
        "year": _("Year"),
        "total": _("In all"),
        "nothing": _("Nothing agreed yet."),
        "period": _("Period"),
        "due": _("Reports by"),
        "now": pgettext("place among statements", "now"),
        "aim": pgettext("place among statements", "aim"),
        "page": _("Page"),
    }


def _cover(covenant: Covenant) -> dict[str, Any]:
    sides = {"city": city_in_words(), "partner": str(covenant.partner)}
    promise = _(
        "%(city)s and %(partner)s agree on this together, as full partners. "
        "What the city promises counts as much as what the partner promises."
    )
    amends, follows = covenant.amends, covenant.follows
    chain = [
        _("This amends the covenant “%(title)s”.") % {"title": amends} if amends else "",
        _("This follows the covenant “%(title)s”.") % {"title": follows} if follows else "",
    ]
    return {
        "kind": _("Amendment of a covenant") if amends else capfirst(pgettext("document", "covenant")),
        "between": [sides["city"], sides["partner"]],
        "period": _days(covenant.valid_from, covenant.valid_until),
        "promise": promise % sides,
        "chain": [sentence for sentence in chain if sentence],
    }


def _days(first, last) -> str:
    return _("from %(first)s until %(last)s") % {"first": in_words(first), "last": in_words(last)}


def _subject(covenant: Covenant) -> list[list[str]]:
    functions = [capfirst(function.label) for function in Function if function in covenant.functions]
    facts = [
        (capfirst(Side.CITY.label), city_in_words()),
        (capfirst(Side.PARTNER.label), _partner(covenant)),
        (_("Period"), _days(covenant.valid_from, covenant.valid_until)),
        (_("Council decision"), _decisions(covenant)),
        (_("Functions"), ", ".join(functions)),
        (pgettext("facts of a covenant", "Where"), _reach(covenant)),
    ]
    return [[name, text] for name, text in facts if text]


def _decisions(covenant: Covenant) -> str:
    """An amendment has one of its own, beside the one of the covenant it amends: that one still stands."""
    before = covenant.amends.council_decision if covenant.amends else ""
    return ", ".join(dict.fromkeys(each for each in (before, covenant.council_decision) if each))


def _partner(covenant: Covenant) -> str:
    if organisation := covenant.organisation:
        return _with_number(organisation)
    partnership = covenant.partnership
    members = PartnershipMember.objects.on(covenant.valid_from).filter(partnership=partnership)
    others = {
        _with_number(each.organisation)
        for each in members.select_related("organisation")
        if each.organisation_id != partnership.lead_id
    }
    words = {"name": partnership, "lead": _with_number(partnership.lead), "others": ", ".join(sorted(others))}
    return _("%(name)s: %(lead)s as lead") % words + (_(", with %(others)s") % words if others else "")


def _with_number(organisation) -> str:
    number = organisation.company_number
    return f"{organisation} ({company_number(number)})" if number else str(organisation)


def _reach(covenant: Covenant) -> str:
    neighbourhoods = sorted(area.name for area in covenant.neighbourhoods.all())
    circles = sorted(_("the movement circle %(name)s") % {"name": circle} for circle in covenant.circles.all())
    return ", ".join([*neighbourhoods, *circles]) or capfirst(_("the whole city"))


def _commitments(covenant: Covenant) -> dict[str, list[dict]]:
    in_text = [each for each in covenant.commitments.all() if each.is_in_text]
    return {side.value.lower(): [_commitment(each) for each in in_text if each.side == side] for side in Side}


def _commitment(commitment: Commitment) -> dict[str, Any]:
    by = [_("by %(name)s") % {"name": commitment.owner}] if commitment.owner else []
    return {"what": commitment.what, "details": [*by, _("kept by %(day)s") % {"day": in_words(commitment.due_on)}]}


def _following_up(covenant: Covenant) -> dict[str, Any]:
    words = {"rhythm": covenant.get_rhythm_display(), "days": covenant.report_within_days}
    sentences = [
        _("Both sides report, in the same form: %(rhythm)s, within %(days)d days after a period.") % words,
        _("The partner is a small organisation: the reports are light.") if covenant.is_light else "",
        _("Then we talk, beginning with what we see differently, and write down together what we settle."),
        _("Each period the partner says how well the city keeps its side."),
        _("This text changes only by an amendment that both sides accept and sign."),
    ]
    return {"paragraphs": [sentence for sentence in sentences if sentence], "periods": _periods(covenant)}


def _periods(covenant: Covenant) -> list[list[str]]:
    """None while a draft has days that do not fit: what is wrong with them stands in the way of its offer."""
    try:
        periods = periods_of_covenant(covenant)
    except ValidationError:
        return []
    return [[_days(*period), in_words(due_on(period.ends_on, covenant))] for period in periods]
