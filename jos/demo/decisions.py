"""What people of the demo city proposed, discussed and decided about priority, in every state there is."""

import datetime

from jos.accounts.models import User
from jos.demo import words_of_decisions as words
from jos.demo.accounts import DOMAIN
from jos.demo.areas import Areas
from jos.demo.situations import SITUATIONS, Decision, situation_of
from jos.demo.weighings import OPPORTUNITIES, Versions
from jos.demo.writing import made, moment, write
from jos.shared.time import months_later
from neighbourhoods.decisions.frozen import freeze
from neighbourhoods.enums import DecisionStage
from neighbourhoods.models import DecisionComment, Neighbourhood, PriorityDecision

REVIEWED_AFTER = 36  # months


def write_decisions(areas: Areas, versions: Versions, accounts: dict[str, User], *, at: datetime.date, by) -> None:
    near = areas.neighbourhoods[: len(SITUATIONS)]  # of a larger city the rest is like these, without their stories
    decided = {
        number: _decided(number, neighbourhood, at, by)
        for number, neighbourhood in enumerate(areas.neighbourhoods)
        if situation_of(number).priority
    }
    if (later := decided.get(words.REPLACED)) is not None:
        write([earlier := _earlier(later, at, by)])
        later.replaces = earlier
    ideas = {idea.number: _idea(idea, near[idea.number], at, by) for idea in words.IDEAS if idea.number < len(near)}
    about_circles = [_about_circle(circle, at, by) for circle in areas.circles[:1]]
    told = [decision for number, decision in decided.items() if number < len(near)]
    for decision in (*told, *ideas.values(), *about_circles):
        _weigh(decision, versions)
    write([*decided.values(), *ideas.values(), *about_circles])
    _write_comments(ideas, accounts, at)


def _decided(number: int, neighbourhood: Neighbourhood, at: datetime.date, by) -> PriorityDecision:
    plan = situation_of(number).priority or Decision(since=0)
    valid_from = months_later(at, plan.since).replace(day=1)
    is_told = number < len(SITUATIONS)
    plain_words = words.PLAIN_WORDS.get(number, "") if is_told else ""
    decision = PriorityDecision(
        neighbourhood=neighbourhood,
        valid_from=valid_from,
        valid_until=months_later(at, plan.until) if plan.until else None,
        review_on=None if plan.until else months_later(valid_from, REVIEWED_AFTER),
        reasons=_reasons(number),
        why_against=words.AGAINST.get(number, "") if is_told else "",
        dissent=words.DISSENT.get(number, "") if is_told else "",
        plain_words=plain_words,
        recorded_by=by,
    )
    _decide(decision, number, min(at, valid_from - _some_days(number)), by)
    decision.published_on = decision.decided_on if plain_words else None
    return decision


def _reasons(number: int) -> str:
    return words.OWN_REASONS.get(number) or words.REASONS[number % len(words.REASONS)]


def _some_days(number: int) -> datetime.timedelta:
    """Between when something is decided and when it holds."""
    return datetime.timedelta(days=12 + number % 9)


def _decide(decision: PriorityDecision, number: int, day: datetime.date, by) -> None:
    """By one of those who may."""
    decision.stage = DecisionStage.DECIDED
    decision.decided_on = day
    decision.decided_by = words.DECIDERS[number % len(words.DECIDERS)]
    decision.council_number = f"{day.year}/{day.month:02d}/{100 + number * 37 % 800}"
    made(decision, by=by, on=day)


def _earlier(later: PriorityDecision, at: datetime.date, by) -> PriorityDecision:
    """The one that held until the day before."""
    until = (later.valid_from or at) - datetime.timedelta(days=1)
    begin = months_later(until, -30)
    decision = PriorityDecision(
        neighbourhood=later.neighbourhood,
        valid_from=begin,
        valid_until=until,
        reasons=words.EARLIER_REASONS,
        recorded_by=by,
    )
    _decide(decision, 3, begin - _some_days(3), by)
    return decision


def _about_circle(circle, at: datetime.date, by) -> PriorityDecision:
    begin = months_later(at, -10).replace(day=1)
    decision = PriorityDecision(
        circle=circle,
        valid_from=begin,
        review_on=months_later(at, 14),
        reasons=words.CIRCLE_REASONS,
        recorded_by=by,
    )
    _decide(decision, 0, begin - _some_days(0), by)
    return decision


def _idea(idea: words.Idea, neighbourhood: Neighbourhood, at: datetime.date, by) -> PriorityDecision:
    until = None if idea.comments_until is None else at + datetime.timedelta(days=idea.comments_until)
    decision = PriorityDecision(
        stage=idea.stage,
        neighbourhood=neighbourhood,
        valid_from=months_later(at, 3).replace(day=1),
        review_on=months_later(at, 3 + REVIEWED_AFTER),
        reasons=idea.reasons,
        comments_until=until,
        why=idea.why,
        recorded_by=by,
    )
    made(decision, by=by, on=months_later(at, -idea.months_ago))
    return decision


def _weigh(decision: PriorityDecision, versions: Versions) -> None:
    """It rests on the weighing as it was then. Before there was one, people decided without."""
    day = decision._history_date.date()  # type: ignore[attr-defined]
    known = [version for (slug, _number), version in versions.items() if slug == OPPORTUNITIES]
    then = [version for version in known if version.saved_at.date() <= day]
    if then:
        decision.weighing_version = then[-1]
        decision.figures = freeze(decision.area, then[-1], at=day, period=str(day.year - 1))


def _write_comments(ideas: dict[int, PriorityDecision], accounts: dict[str, User], at: datetime.date) -> None:
    comments, days = [], []
    for told in words.COMMENTS:
        if told.number not in ideas:
            continue
        comment = DecisionComment(
            decision=ideas[told.number],
            by=(author := accounts[f"{told.mailbox}@{DOMAIN}"]),
            on_behalf_of=told.on_behalf_of,
            stance=told.stance,
            text=told.text,
        )
        days.append(at - datetime.timedelta(days=told.days_ago))
        made(comment, by=author, on=days[-1])
        comments.append(comment)
    write(comments)
    for comment, day in zip(comments, days, strict=True):
        comment.created_at = moment(day)  # it sets itself to now
    DecisionComment.objects.bulk_update(comments, ["created_at"])
