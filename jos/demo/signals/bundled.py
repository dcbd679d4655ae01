"""Signals that belong to a dossier: about its pattern, in its neighbourhoods, before it was opened and while it ran."""

import datetime
from random import Random

from django.utils import timezone

from jos.demo.areas import Areas
from jos.demo.people import Colleagues
from jos.demo.signals.dossiers import Told
from jos.demo.signals.saying import Sayings
from jos.demo.signals.signals import Signals
from neighbourhoods.models import Neighbourhood
from organisations.enums import OrganisationKind
from signals.dossiers.reopening import needed
from signals.enums import DidItChange, DossierState, DossierStep, HeardAt, SignalKind, SignalSource
from signals.models import GroupVoice, Signal

A_DAY = datetime.timedelta(days=1)
SPEAK_FOR_GROUPS = {
    OrganisationKind.YOUTH_WORK,
    OrganisationKind.SELF_ORGANISATION,
    OrganisationKind.WELFARE,
    OrganisationKind.EDUCATION,
}
FINAL_ANSWERS = {DossierStep.ANSWER, DossierStep.DECLINE}


def bundle_signals(signals: Signals, sayings: Sayings, told: list[Told], areas: Areas, colleagues: Colleagues) -> None:
    workers = [
        (person, organisation)
        for organisation, people in colleagues.items()
        if organisation.kind in SPEAK_FOR_GROUPS
        for person in people
    ]
    for each in told:
        for _one in range(each.voices):
            _bundled(signals, sayings, each, areas, workers)


def _bundled(signals: Signals, sayings: Sayings, told: Told, areas: Areas, workers) -> Signal:
    chance, pattern = signals.chance, told.pattern
    where = _where(told, areas, chance)
    received = _received(told, signals)
    kind = SignalKind.IDEA if chance.random() < 0.3 else SignalKind.CONCERN
    name = where.name if where else ""
    voice = None
    if chance.random() < 0.14:
        voice = _voice(sayings, told, name, workers, chance)
        text = sayings.of_a_group(pattern, name)
    else:
        text = sayings.about(pattern, kind, name)
    signal = signals.receive(
        text,
        kind,
        received,
        theme=told.dossier.theme,
        neighbourhood=where if chance.random() < 0.93 else None,
        voice=voice,
        source=_source(voice, chance),
        age_band="" if voice or chance.random() < 0.25 else chance.choice(pattern.ages.split()),
    )
    put_in(signals, signal, told)
    return signal


def put_in(signals: Signals, signal: Signal, told: Told) -> None:
    """Some days after it came, or when there was a dossier. Merged: it went along."""
    at = signals.later(max(signal.received_at, told.moves[0].at), signals.chance.uniform(0.1, 6))
    if told.into is None or told.merged_at is None:
        signals.bundle(signal, told.dossier, at)
        told.signals.append(signal)
        return
    if at < told.merged_at:
        signals.bundle(signal, told.dossier, at)
    signals.bundle(signal, told.into.dossier, max(at, told.merged_at))
    told.into.signals.append(signal)


def _where(told: Told, areas: Areas, chance: Random) -> Neighbourhood | None:
    if told.neighbourhoods:
        return chance.choice(told.neighbourhoods)
    # The first neighbourhoods lie in the centre, where most young people are.
    return areas.neighbourhoods[int(len(areas.neighbourhoods) * chance.random() ** 1.7)]


def _received(told: Told, signals: Signals) -> datetime.datetime:
    """Most before the dossier was opened; as long as it runs, some more."""
    chance, opened = signals.chance, told.opened
    day = opened - A_DAY * round(100 * chance.random() ** 1.3)
    if chance.random() < 0.3:
        end = told.days.get(DossierStep.ANSWER) or timezone.localdate(signals.at)
        day = opened + A_DAY * round((end - opened).days * chance.random())
    return signals.later(moment_of_a_young_person(day, chance), 0)


def moment_of_a_young_person(day: datetime.date, chance: Random) -> datetime.datetime:
    """After school, in the evening, in bed."""
    hour = chance.choices(range(7, 24), (2, 3, 2, 4, 3, 5, 4, 3, 5, 9, 9, 8, 7, 8, 8, 7, 5))[0]
    return timezone.make_aware(datetime.datetime.combine(day, datetime.time(hour, chance.randrange(60))))


def _voice(sayings: Sayings, told: Told, where: str, workers, chance: Random) -> GroupVoice:
    by, organisation = chance.choice(workers)
    quote = ""
    if chance.random() < 0.6:
        quote = sayings.alone(chance.choice(told.pattern.says), where)
    return GroupVoice(
        by=by,
        organisation=organisation,
        people=chance.choice((3, 4, 5, 5, 6, 7, 8, 8, 9, 11, 12, 14, 20)),
        age_bands=told.pattern.ages.split()[: chance.choice((1, 2))],
        heard_at=chance.choice([*HeardAt]),
        quote=quote,
        quote_consent=bool(quote),
    )


def _source(voice: GroupVoice | None, chance: Random) -> SignalSource:
    if voice is None:
        return SignalSource.YOUNG_PERSON
    return SignalSource.GROUP if chance.random() < 0.85 else SignalSource.WORKER


def answer_signals(signals: Signals, told: list[Told]) -> None:
    """Who sent a signal reads the answer of its dossier. One in two says whether it changed."""
    for each in told:
        answered = next((move.at for move in each.moves if move.step in FINAL_ANSWERS), None)
        if answered is None or answered > signals.at:
            continue
        before = [signal for signal in each.signals if signal.received_at < answered]
        _say_whether_it_changed(signals, each, before, answered)


def _say_whether_it_changed(signals: Signals, told: Told, among: list[Signal], answered: datetime.datetime) -> None:
    """Enough say "not yet" where the dossier was reopened, and nowhere else."""
    chance, is_reopened = signals.chance, told.dossier.state == DossierState.REOPENED
    saying = chance.sample(among, round(len(among) * 0.55))
    enough = needed(len(told.signals))
    not_yet = enough if is_reopened else chance.randint(0, enough - 1)
    until = next((move.at for move in told.moves if move.step == DossierStep.REOPEN), signals.at)
    for number, signal in enumerate(saying):
        said = chance.choices((DidItChange.YES, DidItChange.A_BIT), (3, 2))[0]
        if number < not_yet:
            said = DidItChange.NOT_YET
        at = answered + (min(until, signals.at) - answered) * chance.uniform(0.05, 0.95)
        signals.say_whether_it_changed(signal, said, at)
