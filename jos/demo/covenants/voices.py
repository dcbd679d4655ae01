"""What is said beside the reports of the demo: remarks on drafts, ratings of the city, chosen stories, mirrors."""

import datetime
from random import Random

from covenants.enums import CovenantState, MirrorAspect, Panel, RatingAspect, Side
from covenants.models import CityRating, Remark, StaffMirror, Story, StoryChoice
from jos.accounts.models import User
from jos.demo.covenants import talks
from jos.demo.covenants.change_stories import ChangeStory
from jos.demo.covenants.periods import Followed
from jos.demo.covenants.steps import A_DAY
from jos.demo.covenants.told import Told
from jos.demo.writing import made, write
from organisations.models import Organisation

ABOUT = {RatingAspect.WORD: 3, RatingAspect.REACH: 4, RatingAspect.EQUALS: 4, RatingAspect.SIGNALS: 2}
SIZES = {"VOLUNTEERS": 14, "SMALL": 6, "MEDIUM": 18, "LARGE": 42}  # people
SHARES = {
    MirrorAspect.FROM_HERE: 0.45,
    MirrorAspect.OTHER_LANGUAGE: 0.3,
    MirrorAspect.MIGRATION: 0.35,
    MirrorAspect.OWN_EXPERIENCE: 0.4,
    MirrorAspect.UNDER_30: 0.5,
    MirrorAspect.WOMEN: 0.55,
}


def write_ratings(over: list[Followed], chance: Random) -> None:
    """Of each period that the partner reported on; where the city is late, its word counts less."""
    CityRating.objects.bulk_create(
        CityRating(
            period=each.period,
            aspect=aspect,
            score=max(1, min(5, about + chance.choice((-1, 0, 0, 1)) - (each.told.pattern.pace < 0.7))),
            by=each.told.people[Side.PARTNER],
        )
        for each in over
        if Side.PARTNER in each.sent
        for aspect, about in ABOUT.items()
    )


def write_remarks(all_told: list[Told], at: datetime.date) -> None:
    """On what is still drafted, by both sides; the older ones are settled."""
    remarks = []
    for told in all_told:
        if told.covenant.state != CovenantState.DRAFTING or len(told.moves) < 3:
            continue
        for number, (part, said) in enumerate(talks.REMARKS.items()):
            if (told.number + number) % 2:
                continue
            side = (Side.PARTNER, Side.CITY)[number % 2]
            day = told.moves[-1].at - A_DAY * (1 + number)
            article = told.text.articles[1] if part == "articles" else None
            remarks.append(
                Remark(
                    covenant=told.covenant, part=part, article=article, side=side, by=told.people[side], at=day,
                    text=said[told.number % len(said)], settled_at=day + A_DAY if number > 2 else None,
                )
            )  # fmt: skip
    Remark.objects.bulk_create(remarks)


def write_choices(stories: list[tuple[Story, ChangeStory]], people: dict[Panel, User], at: datetime.date) -> None:
    """Panels choose apart: some stories are chosen by one of them only."""
    choices = []
    for number, (row, story) in enumerate(stories):
        for panel, why in (story.chosen or {}).items():
            day = at - A_DAY * (20 + number % 15)
            choices.append(StoryChoice(story=row, panel=panel, why=why, chosen_on=day, by=people[panel]))
            made(choices[-1], by=people[panel], on=day)
    write(choices)


def write_mirrors(all_told: list[Told], chance: Random, at: datetime.date) -> None:
    """Most partners held one up last year; some did the year before too. Nobody has to, nor about everything."""
    mirrors = []
    speakers = {told.covenant.speaker.pk: told for told in all_told if told.is_signed}
    for number, told in enumerate(speakers.values()):
        years = {0: (), 1: (at.year - 2, at.year - 1)}.get(number % 3, (at.year - 1,))
        for year in years:
            mirrors.append(_mirror(told.covenant.speaker, year, chance))
            made(mirrors[-1], by=told.people[Side.PARTNER], on=datetime.date(year, 1, 15) + A_DAY * number)
    write(mirrors)


def _mirror(organisation: Organisation, year: int, chance: Random) -> StaffMirror:
    people = SIZES[organisation.size] + chance.randint(-3, 5)
    counts = {
        aspect.value: min(people, round(people * share * chance.uniform(0.5, 1.4)))
        for aspect, share in SHARES.items()
        if chance.random() < 0.85
    }
    return StaffMirror(organisation=organisation, year=year, people=people, counts=counts)
