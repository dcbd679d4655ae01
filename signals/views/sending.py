"""Saying something: every screen is sent on with what was typed before, so going back and forth loses nothing."""

import datetime
from http import HTTPStatus

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from jos.shared.time import today
from signals.actions.sending import send, sent_before
from signals.models.signals import LONGEST
from signals.sending.photos import TYPES
from signals.sending.places import places
from signals.sending.said import as_signal
from signals.sending.steps import CARRIED, SCREENS, STEPS, Screen, Step, screen, typed_in
from signals.sending.ticket import Ticket
from signals.terms import working_days_after
from signals.throttling import address_of, again_at
from signals.tracking import in_groups
from signals.views.young import for_young_people
from signals.watchful.danger import mentions_danger
from signals.watchful.personal import personal_details, without

PAGES = {
    Step.WORDS: "signals/young/send_words.html",
    Step.WHERE: "signals/young/send_where.html",
    Step.ABOUT: "signals/young/send_about.html",
    Step.CHECK: "signals/young/send_check.html",
}
NOT_FOR_PEOPLE = "website"  # a field that only programs see, which fill in everything
AN_HOUR = datetime.timedelta(hours=1)


@login_not_required
@for_young_people
@require_http_methods(["GET", "HEAD", "POST"])
def signal_send(request: HttpRequest) -> HttpResponse:
    typed = typed_in(request.POST)
    if "remove" in request.POST:
        typed["text"] = _without_detail(typed["text"], request.POST["remove"])
    asked = _asked(request)
    found = screen(asked, typed, request.FILES)
    if found.step == Step.SEND:
        return _send(request, typed, found.answers)
    return _show(request, found, typed)


def _asked(request: HttpRequest) -> Step:
    """Where the button that was pressed leads: in another language one stays where one is."""
    sent = request.POST
    at = Step(sent["at"]) if sent.get("at") in STEPS else Step.WORDS
    if "remove" in sent:
        return Step.CHECK
    if sent.get("to") in STEPS:
        return Step(sent["to"])
    if not sent or "switch_to" in sent or at == Step.SEND:
        return at
    return STEPS[STEPS.index(at) + 1]


def _without_detail(text: str, number: str) -> str:
    """What was pressed is the place of the detail in the row of those that were found."""
    found = personal_details(text[:LONGEST])
    return without(text, [one for place, one in enumerate(found) if str(place) == number])


def _send(request: HttpRequest, typed: dict, answers: dict) -> HttpResponse:
    ticket = Ticket.read(request.POST.get("ticket", ""))
    if ticket is None or ticket.is_too_fresh or request.POST.get(NOT_FOR_PEOPLE):
        return _show(request, screen(Step.CHECK, typed), typed, notice="once_more")
    signal = as_signal(answers, ticket)
    until = again_at("send", address_of(request), times=settings.SIGNALS_PER_HOUR, per=AN_HOUR)
    if until and not sent_before(signal):
        return _show_refusal(request, typed, until)
    signal = send(signal=signal, photo=answers["photo"])
    return render(
        request,
        "signals/young/sent.html",
        {
            "reference": in_groups(signal.reference),
            "code": in_groups(ticket.code),
            "answer_by": working_days_after(today(), settings.SIGNAL_ANSWER_DAYS),
            "mentions_danger": signal.mentions_danger,
        },
    )


def _show(request: HttpRequest, found: Screen, typed: dict, **more) -> HttpResponse:
    ticket = Ticket.read(request.POST.get("ticket", "")) or Ticket.new()
    own = () if found.step == Step.WHERE else found.form.fields  # its buttons come after what was chosen before
    context = {
        "screen": found,
        "form": found.form,
        "screens": len(SCREENS),
        "ticket": ticket.signed,
        "carried": [(name, typed[name]) for name in CARRIED if name not in own],
        "typed": typed,
        "photo_types": TYPES,
        "beside": True,  # links open beside the form: what was typed stays
        "photo_again": bool(request.FILES) and not found.form.errors,
        "mentions_danger": mentions_danger(typed["text"][:LONGEST]),
        "details": personal_details(typed["text"]) if found.step == Step.CHECK else [],
        "places": places() if found.step == Step.WHERE else None,
    }
    return render(request, PAGES[found.step], context | {"notice": "", "until": None} | more)


def _show_refusal(request: HttpRequest, typed: dict, until: datetime.datetime) -> HttpResponse:
    response = _show(request, screen(Step.CHECK, typed), typed, notice="too_many", until=until)
    response.status_code = HTTPStatus.TOO_MANY_REQUESTS
    response["Retry-After"] = str(max(1, round((until - timezone.now()).total_seconds())))
    return response
