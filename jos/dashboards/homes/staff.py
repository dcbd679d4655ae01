"""What asks for attention at the youth service: which questions the home asks, all in one query."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from django.conf import settings
from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from jos.accounts.models import User
from jos.accounts.permissions import is_administrator
from jos.dashboards.homes import covenant_sentences, covenants, decisions, signal_sentences, signals
from jos.dashboards.homes import staff_sentences as sentences
from jos.dashboards.homes.city import CityToday
from jos.dashboards.homes.duplicates import LikelyTwice
from jos.dashboards.homes.item import Item, Topic
from jos.dashboards.homes.unfinished import drafts_of, unfinished
from jos.dashboards.homes.waiting import Waiting, ask, each, together
from jos.shared.models import FileImport
from jos.shared.time import today
from neighbourhoods.models import Statistic
from organisations.confirmation import UNCONFIRMED_AFTER
from organisations.models import Invitation, Membership, Offer, Organisation
from organisations.models.offer import rhythm_passed
from organisations.permissions import city_roles_to_invite

Found = Mapping[str, list[Waiting]]


@dataclass(frozen=True)
class StaffHome:
    """What cannot wait, and what is to be done besides, by what it is about."""

    urgent: tuple[Item, ...]
    topics: tuple[Topic, ...]

    @property
    def calm(self) -> int:
        return sum(len(topic.items) for topic in self.topics)


def staff_home(user, city: CityToday) -> StaffHome:
    """In one query."""
    twice = LikelyTwice()
    waiting = ask(**_questions(user), **twice.questions())
    topics = [Topic(name, tuple(items)) for name, items in _topics(waiting, twice.number(waiting), city)]
    calm = [Topic(topic.name, tuple(item for item in topic.items if not item.urgent)) for topic in topics]
    return StaffHome(
        urgent=tuple(item for topic in topics for item in topic.items if item.urgent),
        topics=tuple(topic for topic in calm if topic.items),
    )


def _topics(waiting: Found, twice: int, city: CityToday) -> Iterator[tuple[str, Iterator[Item]]]:
    yield _("Signals"), signal_sentences.for_staff(waiting)
    yield _("Covenants"), covenant_sentences.for_staff(waiting)
    yield _("Priority"), _about_priority(waiting, city)
    yield _("Network"), _about_the_network(waiting, twice)
    yield _("Not finished yet"), chain(map(sentences.imports, waiting["imports"]), unfinished(waiting["drafts"]))


def _about_priority(waiting: Found, city: CityToday) -> Iterator[Item]:
    yield from decisions.answered(waiting["answered"])
    yield from map(decisions.proposals, waiting["proposals"])
    yield from map(sentences.to_review, waiting["to_review"])
    yield from map(sentences.figures_to_complete, waiting["figures_to_complete"])
    yield from sentences.lacking(len(city.with_gaps))


def _about_the_network(waiting: Found, twice: int) -> Iterator[Item]:
    yield from map(sentences.silent, waiting["silent"])
    yield from map(sentences.late, waiting["late"])
    yield from sentences.leaderless(waiting["leaderless"])
    yield from sentences.twice(twice)
    yield from sentences.unanswered(waiting["unanswered"])
    yield from map(sentences.without_second_factor, waiting["without_second_factor"])


def _questions(user) -> dict[str, QuerySet]:
    late = Offer.objects.past_confirmation()
    silent = late.filter(rhythm_passed(today() - UNCONFIRMED_AFTER)).values("organisation")
    coordinators = Membership.objects.coordinators().filter(organisation=OuterRef("pk"))
    questions = {
        "silent": together(Organisation.objects.filter(pk__in=silent), F("name")),
        "late": together(Organisation.objects.filter(pk__in=late.values("organisation")).exclude(pk__in=silent)),
        "imports": together(FileImport.objects.open(), F("name"), F("pk")),
        "unanswered": each(_unanswered(user), F("email"), F("organisation__slug")),
        "drafts": drafts_of(user),
        "leaderless": each(Organisation.objects.on(today()).filter(~Exists(coordinators)), F("name"), F("slug")),
        "figures_to_complete": together(Statistic.objects.incomplete(), F("name"), F("slug")),
    }
    questions |= decisions.for_staff() | signals.for_staff() | covenants.for_staff()
    if is_administrator(user) and settings.SECOND_FACTOR:
        questions["without_second_factor"] = together(_without_second_factor(), F("name"))
    return questions


def _without_second_factor() -> QuerySet[User]:
    """They are led to setting one up as soon as they sign in: those who have not for a while."""
    return User.objects.of_the_city().with_second_step().filter(has_second_step=False)


def _unanswered(user) -> QuerySet[Invitation]:
    """Those the city sent: coordinators look after their own."""
    for_the_city = Q(organisation=None, invited_as__in=city_roles_to_invite(user))
    to_an_organisation = Q(organisation__isnull=False) & ~Q(invited_by__role="")
    return Invitation.objects.expired().filter(for_the_city | to_an_organisation)
