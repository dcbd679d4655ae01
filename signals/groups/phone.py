"""The page that keeps drafts on a phone: what a browser keeps of it, and how a draft that comes from it is read.

Why it works like this: docs/decisions/0014-offline-page.md.
"""

import hashlib
import uuid
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import gettext as _

from jos.shared.record_views import made, unless_refused
from organisations.models import Organisation
from signals.actions.groups import pass_on
from signals.forms.groups import GroupForm, without_personal_details

MOST_DRAFTS = 20  # in one request; the page sends the rest in the next
MOST_VALUES = 20  # of one question, and questions of one draft
ASSETS = ("css/jos.css", "js/group/drafts.js", "js/group/details.js", "js/group/page.js", "img/group.svg")


@dataclass(frozen=True)
class Answer:
    """What became of one draft. It leaves the phone once it is saved, and not before."""

    id: str
    reference: str = ""  # empty: refused
    mentions_danger: bool = False
    errors: tuple[str, ...] = ()
    names_somebody: bool = False

    def as_json(self) -> dict[str, Any]:
        return {
            "id": self.id,
            "reference": self.reference,
            "danger": self.mentions_danger,
            "errors": self.errors,
            "names_somebody": self.names_somebody,
        }


def shell() -> list[str]:
    """All that the page needs to open without internet: the page itself, and its files."""
    return [reverse("group_phone"), reverse("group_manifest"), *map(static, ASSETS)]


def version_of(page: bytes) -> str:
    """Another one as soon as anything on the page differs, the names of its files included."""
    return hashlib.sha256(page).hexdigest()[:16]


def receive(draft: Any, *, organisations: list[Organisation], organisation: str, by) -> Answer:
    """Pass on one draft, once: a draft that came before gives the reference it got then."""
    data = _read(draft)
    if data is None:
        return Answer(_name_of(draft), errors=(_("This draft cannot be read. Write it again."),))
    key, data["organisation"] = str(data["token"]), organisation
    if data.get("remove"):
        data = without_personal_details(data)
    form = GroupForm(data, organisations=organisations)
    signal = made(form, lambda: unless_refused(form, lambda: pass_on(signal=form.instance, voice=form.voice, by=by)))
    if signal is None:
        return Answer(key, errors=tuple(_errors(form)), names_somebody=form.names_somebody)
    return Answer(key, reference=signal.reference, mentions_danger=signal.mentions_danger)


def _name_of(draft: Any) -> str:
    key = draft.get("id") if isinstance(draft, dict) else None
    return key if isinstance(key, str) and _is_short_text([key]) else ""


def _read(draft: Any) -> QueryDict | None:
    """A draft as a form posts it: the values by name, under the number the phone gave it."""
    match draft:
        case {"id": str(key), "values": dict(values)} if _is_number(key) and _is_short_text([*values]):
            data = QueryDict(mutable=True)
            for name, texts in values.items():
                if not (isinstance(texts, list) and _is_short_text(texts)):
                    return None
                data.setlist(name, texts)
            data["token"] = key
            return data
    return None


def _is_number(key: str) -> bool:
    """The number the phone gave it, by which it is known when it comes again."""
    try:
        return bool(uuid.UUID(key))
    except ValueError:
        return False


def _is_short_text(values: list) -> bool:
    """A short list of text that can be stored: JSON can hold half a character, and no database can."""
    try:
        return len(values) <= MOST_VALUES and all(value.encode() is not None for value in values)
    except (AttributeError, UnicodeEncodeError):
        return False


def _errors(form: GroupForm) -> list[str]:
    return [
        str(error) if name == "__all__" else f"{form[name].label}: {error}"
        for name, errors in form.errors.items()
        for error in errors
    ]
