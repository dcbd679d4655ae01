"""What JOS is, and what everybody has a right to know of it."""

import datetime

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from jos.public.roles import ROLES
from jos.shared.access import for_everybody
from jos.shared.drafts import KEPT_FOR

# When the portal was last held against the guidelines, and by which means: templates/public/accessibility.html.
ASSESSED_ON = datetime.date(2026, 11, 21)


@for_everybody
def about(request: HttpRequest) -> HttpResponse:
    return render(request, "public/about.html")


@for_everybody
def privacy(request: HttpRequest) -> HttpResponse:
    context = {"session_days": settings.SESSION_COOKIE_AGE // (24 * 60 * 60), "draft_days": KEPT_FOR.days}
    return render(request, "public/privacy.html", context)


@for_everybody
def accessibility(request: HttpRequest) -> HttpResponse:
    """The statement that the Flemish Governance Decree asks, in the form of the European model."""
    return render(request, "public/accessibility.html", {"assessed_on": ASSESSED_ON, "BASE_URL": settings.BASE_URL})


@for_everybody
def help(request: HttpRequest) -> HttpResponse:
    return render(request, "public/help.html", {"roles": ROLES})


@for_everybody
def help_role(request: HttpRequest, slug: str) -> HttpResponse:
    """Short tasks, step by step, for one role."""
    role = next((role for role in ROLES if role.slug == slug), None)
    if role is None:
        raise Http404
    return render(request, f"public/help/{role.slug}.html", {"role": role, "roles": ROLES})


@for_everybody
def robots(request: HttpRequest) -> HttpResponse:
    return render(request, "public/robots.txt", content_type="text/plain; charset=utf-8")
