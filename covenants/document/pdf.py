"""The text of a covenant as a PDF that screen readers can read too (PDF/UA), set by typst: the same bytes each time.

Only fonts that typst brings itself are used, and the time in the file is the day the text was offered. So what was
signed can be made again from its content, on another machine too, with the release of typst that made it.
"""

import datetime
import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import typst
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

LAYOUT = Path(__file__).with_name("covenant.typ")
UNSEEN = "\ufeff"  # comes along when one copies a text, has no shape and no width, and PDF/UA forbids it
NOT_SHOWN = re.compile(r'the text `"(.+)"` could not be displayed')


class CannotBeShown(ValidationError):
    """There is a sign in the text that the letters of the document do not have."""


def pdf_of(content: Mapping[str, Any]) -> bytes:
    """Of what `content_of` says. Where it was not offered for signature yet, each page says that it is a draft."""
    day = datetime.date.fromisoformat(content["day"])
    noon = datetime.datetime.combine(day, datetime.time(12), tzinfo=datetime.UTC)
    try:
        return typst.compile(
            LAYOUT,
            format="pdf",
            pdf_standards=["ua-1"],
            ignore_system_fonts=True,
            timestamp=max(noon, datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)),
            sys_inputs={"content": _as_json(content)},
        )
    except typst.TypstError as error:
        if found := NOT_SHOWN.search(str(error)):
            words = _("The document cannot show “%(sign)s”. Write it in letters, and offer it again.")
            raise CannotBeShown(words % {"sign": found[1]}) from error
        raise


def _as_json(content: Mapping[str, Any]) -> str:
    return json.dumps(content, ensure_ascii=False).replace(UNSEEN, "")
