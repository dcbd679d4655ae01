"""The story of a covenant: every change of it, of the parts of its text, and of the talks about it."""

from covenants.models import AgreedHours, Article, BudgetLine, Commitment, Covenant, Indicator, ReportingPeriod
from jos.shared.audit import Entry, story

PARTS = (Article, AgreedHours, BudgetLine, Commitment, Indicator, ReportingPeriod)


def entries(covenant: Covenant) -> list[Entry]:
    return story(covenant, *(part.history.filter(covenant=covenant.pk) for part in PARTS))
