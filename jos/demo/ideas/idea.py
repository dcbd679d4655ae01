"""What somebody could think of doing."""

from dataclasses import dataclass

from organisations.enums import Audience, Season, WorkForm


@dataclass(frozen=True)
class Idea:
    """An offer in a partner's own words. In a title `{wijk}` is the neighbourhood."""

    title: str
    description: str
    when: str = ""  # days and hours, as `when.moments` reads them
    form: WorkForm = WorkForm.FIXED
    season: Season = Season.ALL_YEAR
    cost: str = ""  # empty: free of charge
    audience: Audience = Audience.PUBLIC
    ages: tuple[int, int] | None = None  # None: for all who come
    words: str = ""  # what days and hours do not say
    whose: str = ""  # a sector, or an organisation's name; empty: anybody's
