"""What a report still needs before it can be sent. The light one of a small organisation needs less (R11)."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from covenants.enums import STILL_PROMISED
from covenants.following_up.asked import Asked
from covenants.models import Indicator, Report
from jos.shared.time import in_words, today


def in_the_way_of_sending(report: Report) -> Iterator[str]:
    """Whatever is filled in: nobody can tell of days that are still to come."""
    if today() < report.period.ends_on:
        day = {"day": in_words(report.period.ends_on)}
        yield _("The period runs until %(day)s. Send the report from that day on; what you write is kept.") % day


def what_goes_along(report: Report) -> str:
    """The stories and files of a report as they are now: whoever sends it, sends what was read."""
    stories = report.stories.order_by("pk").values_list("pk", "version") if report.pk else ()
    files = report.attachments.order_by("pk").values_list("pk", flat=True) if report.pk else ()
    return " ".join([*(f"{story}.{version}" for story, version in stories), *map(str, files)])


def still_to_say(report: Report) -> list[str]:
    """What is to be filled in first, a sentence each. Nothing: it can be sent."""
    asked = Asked(report)
    if asked.covenant.is_light:
        return [] if _says_something(report, asked) else [_("Tell how it went: a few words are enough.")]
    return [*_without_a_number(asked), *_without_a_place(asked), *_without_a_state(asked), *_words(report)]


def _says_something(report: Report, asked: Asked) -> bool:
    return bool(report.how_it_went.strip() or asked.measured or asked.placed)


def _without_a_number(asked: Asked) -> Iterator[str]:
    said = {cell.indicator for cell in asked.measured}
    for indicator in _missing(asked.numbers, said):
        yield _("“%(indicator)s”: give the number, or say that it is not known.") % {"indicator": indicator}


def _without_a_place(asked: Asked) -> Iterator[str]:
    for indicator in _missing(asked.scales, asked.placed):
        yield _("“%(indicator)s”: choose the statement that holds, or say that you do not know.") % {
            "indicator": indicator
        }


def _without_a_state(asked: Asked) -> Iterator[str]:
    """A promise whose term ran out within the period, and of which nobody said how it goes."""
    last = asked.report.period.ends_on
    for each in asked.commitments:
        if each.state in STILL_PROMISED and each.due_on <= last and not each.explanation.strip():
            yield _("“%(what)s” was promised by %(day)s: say how it goes.") % {
                "what": each.what,
                "day": in_words(each.due_on),
            }


def _words(report: Report) -> Iterator[str]:
    if not report.how_it_went.strip():
        yield _("Tell how it went.")


def _missing(indicators: list[Indicator], said) -> list[Indicator]:
    return [each for each in indicators if each.pk not in said]
