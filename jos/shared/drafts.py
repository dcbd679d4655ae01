"""What somebody types is kept until it is sent: through a closed tab, a form with errors and an ended session.

A page joins with `@keeps_draft` on its view and `form_page` to render it; its template includes
`components/draft_notice.html` above the form and `components/draft.html` inside it. Why it works like this:
docs/decisions/0008-drafts.md.
"""

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from urllib.parse import urlsplit

from django.core import signing
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils import timezone

from jos.shared.models import Draft

FIELD = "draft"  # of the form: the signed name of its page and of who is typing
NEVER_KEPT = frozenset({"csrfmiddlewaretoken", FIELD})
MOST = 64 * 1024  # characters: more is no form, and is not kept
KEPT_FOR = datetime.timedelta(days=90)
UNSENT = "unsent"  # in the session of a browser that is signed out

Typed = dict[str, list[str]]


@dataclass(frozen=True)
class Page:
    """A form's page, and who was signed in when it was opened. Signed, so that nobody can name another's."""

    user: int
    path: str

    @classmethod
    def open_in(cls, request: HttpRequest) -> "Page":
        return cls(request.user.pk or 0, request.path)  # nobody is 0

    @property
    def key(self) -> str:
        return signing.dumps([self.user, self.path], salt=__name__)

    @classmethod
    def of(cls, request: HttpRequest) -> "Page | None":
        """The page that was sent along, if it is one of ours."""
        try:
            return cls(*signing.loads(request.POST.get(FIELD, ""), salt=__name__))
        except signing.BadSignature:
            return None


def keeps_draft(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Keep what is posted as long as the page comes back, and forget it when it leads elsewhere: then it was sent."""

    @wraps(view)
    def with_draft(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        take_up(request)
        response = view(request, *args, **kwargs)
        if request.method == "POST":
            page = Page.open_in(request)
            if _leads_elsewhere(response, page.path):
                forget(page)
            else:
                keep(page, typed_in(request.POST))
        return response

    with_draft.keeps_draft = True
    return with_draft


def _leads_elsewhere(response: HttpResponse, path: str) -> bool:
    return 300 <= response.status_code < 400 and urlsplit(response.headers["Location"]).path != path


def form_page(request: HttpRequest, template: str, context: dict) -> HttpResponse:
    """The page with `context["form"]`: filled with what was typed and not sent, if anything was."""
    page, form = Page.open_in(request), context["form"]
    draft = None if request.method == "POST" else of_page(page)
    if draft:
        form.show_typed(as_posted(draft.typed))
        if form.made_before():  # sent after all, in another tab
            forget(page)
            form.show_typed(None)
            draft = None
    return render(request, template, context | {"draft": draft, "draft_key": page.key})


def of_page(page: Page) -> Draft | None:
    return Draft.objects.filter(user=page.user, form=page.path).first()


def typed_in(data: QueryDict) -> Typed:
    return {name: values for name, values in data.lists() if name not in NEVER_KEPT and "password" not in name}


def as_posted(typed: Typed) -> QueryDict:
    data = QueryDict(mutable=True)
    for name, values in typed.items():
        data.setlist(name, values)
    return data


def keep(page: Page, typed: Typed) -> Draft | None:
    """None where it is too much to keep."""
    if _is_too_much(page, typed):
        return None
    return Draft.objects.update_or_create(user_id=page.user, form=page.path, defaults={"typed": typed})[0]


def forget(page: Page) -> None:
    Draft.objects.filter(user=page.user, form=page.path).delete()


def _is_too_much(page: Page, typed: Typed) -> bool:
    characters = sum(len(name) + sum(map(len, values)) for name, values in typed.items())
    return characters > MOST or len(page.path) > Draft._meta.get_field("form").max_length  # type: ignore[operator]


def keep_until_sign_in(request: HttpRequest) -> bool:
    """Somebody typed, and was signed out meanwhile. Only forms we made ourselves for somebody are kept."""
    page, typed = Page.of(request), typed_in(request.POST)
    if page is None or _is_too_much(page, typed):
        return False
    request.session[UNSENT] = {"user": page.user, "path": page.path, "typed": typed}
    return True


def take_up(request: HttpRequest) -> None:
    """After signing in again it is a draft. Of nobody else: another person in the same browser does not get it."""
    unsent = request.session.pop(UNSENT, None)
    if unsent and unsent["user"] == request.user.pk:
        keep(Page(unsent["user"], unsent["path"]), unsent["typed"])


def forgotten(at: datetime.datetime | None = None):
    """Drafts nobody came back to."""
    return Draft.objects.filter(saved_at__lt=(at or timezone.now()) - KEPT_FOR)
