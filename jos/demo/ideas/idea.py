"""What somebody could think of doing."""

from dataclasses import dataclass

from organisations.enums import Audience, Season, WorkForm


@dataclass(frozen=True)
class Idea:
    """An offer in a partner's own words. In a title `{wijk}` is the neighbourhood."""

    title: str
    description: str
    schedule: str
    form: WorkForm = WorkForm.FIXED
    season: Season = Season.ALL_YEAR
    cost: str = "gratis"
    audience: Audience = Audience.PUBLIC
    ages: tuple[int, int] | None = None  # None: for all who come
    whose: str = ""  # a sector, or an organisation's name; empty: anybody's
