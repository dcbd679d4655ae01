"""The story of a covenant: every change of it and of the parts of its text."""

from covenants.models import AgreedHours, Article, BudgetLine, Commitment, Covenant, Indicator
from jos.shared.audit import Entry, story

PARTS = (Article, AgreedHours, BudgetLine, Commitment, Indicator)


def entries(covenant: Covenant) -> list[Entry]:
    return story(covenant, *(part.history.filter(covenant=covenant.pk) for part in PARTS))
