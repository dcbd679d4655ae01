"""Two rounds: one that is decided and published, and one that is open, in which not everybody spread points yet."""

import datetime
from dataclasses import dataclass
from random import Random

from jos.demo.people import Colleagues
from jos.demo.signals.dossiers import Told
from jos.demo.signals.steps import DECIDED_AGO, ROUND
from jos.demo.writing import made, made_with, write
from organisations.enums import OrganisationKind
from organisations.models import Organisation
from signals.enums import DossierState
from signals.models import Candidate, Dossier, Round, Spread
from signals.rounds.choosing import CAN_COME_FIRST

A_DAY = datetime.timedelta(days=1)
POINTS = 10
STILL_TO_SPREAD = "Jeugdhuis De Kaaihal"  # in the open round: who signs in as huis@ can still do so
OPEN_TITLE = "Wat eerst, winter"
EXPLANATION = (
    "Elke organisatie verdeelt tien punten over de knelpunten die volgens haar voorgaan. De stadsdiensten gaan "
    "aan de slag met wat gekozen wordt, elk binnen de termijn van het thema."
)
MINORITY_VIEW = (
    "Vier zelforganisaties gaven al hun punten aan de toiletten bij speelplekken. Zij zeggen: wie dit niet als eerste "
    "kiest, ziet niet hoeveel meisjes daardoor vroeger naar huis gaan. De anderen begrijpen dat, maar willen het "
    "toiletplan van de stad afwachten. De vier vragen om dit knelpunt in de volgende ronde bovenaan te zetten."
)
WHY = {
    "Naar het beroeps gestuurd zonder dat iemand luistert": "Minder punten dan de toiletten, maar de adviezen van dit "
    "schooljaar worden al in januari gegeven. Wachten kan niet.",
    "Geen toilet en geen water aan de speelplekken": "Veel punten, maar eerst moet het toiletplan van de stad er zijn.",
}
REASONS = (
    "Dit horen wij elke week opnieuw.",
    "Hier kan met weinig geld veel veranderen.",
    "Meisjes uit onze werking blijven hierdoor thuis.",
    "Wie dit oplost, lost meteen iets anders op.",
    "Onze jongeren vroegen om hier punten aan te geven.",
    "Dit duurt al te lang.",
    "Wij willen hier zelf mee aan de slag.",
    "Voor kinderen is dit het dringendst.",
    "Het gaat om jongeren die anders nooit iets vragen.",
    "Dit is een kwestie van veiligheid.",
    "Zonder dit werkt de rest niet.",
    "Wij zien het in drie wijken tegelijk.",
)
UNCHOSEN = (
    "Geen toilet en geen water aan de speelplekken",
    "Zwemmen in de vaart mag niet, maar iedereen doet het",
    "Stadspark gaat op slot als het donker wordt",
)


@dataclass(frozen=True)
class Rounds:
    """Who spreads points: partners with somebody who can, no city services."""

    told: list[Told]
    colleagues: Colleagues
    chance: Random
    at: datetime.date
    by: object

    def write(self) -> None:
        self._decided()
        self._open()

    def _decided(self) -> None:
        decided = self.at - A_DAY * DECIDED_AGO
        told = [
            told for told in self.told if told.dossier.title == told.pattern.title
        ]  # once each, however large a city
        chosen = [each.dossier for each in told if each.pattern.life.in_round]
        others = [each.dossier for each in told if each.pattern.title in UNCHOSEN]
        prioritising = Round(
            title=ROUND,
            slug="wat-eerst-najaar",
            explanation=EXPLANATION,
            opens_on=decided - A_DAY * 20,
            closes_on=decided - A_DAY * 5,
            points=POINTS,
            decided_on=decided,
            minority_view=MINORITY_VIEW,
            published_on=decided + A_DAY * 3,
            version=3,
        )
        made(prioritising, by=self.by, on=decided - A_DAY * 26)
        write([prioritising])
        partners = self._partners()[:26]
        candidates = self._candidates(prioritising, [*chosen, *others], {dossier.title for dossier in chosen})
        for_toilets = [each for each in partners if each.kind == OrganisationKind.SELF_ORGANISATION][:4]
        self._spread(candidates, partners, prioritising, alone=dict.fromkeys(for_toilets, UNCHOSEN[0]))

    def _open(self) -> None:
        prioritising = Round(
            title=OPEN_TITLE,
            slug="wat-eerst-winter",
            explanation=EXPLANATION,
            opens_on=self.at - A_DAY * 6,
            closes_on=self.at + A_DAY * 9,
            points=POINTS,
        )
        made(prioritising, by=self.by, on=self.at - A_DAY * 12)
        write([prioritising])
        dossiers = [told.dossier for told in self.told if _can_come_first(told.dossier)][:9]
        candidates = self._candidates(prioritising, dossiers, set())
        partners = [each for each in self._partners()[:18] if each.name != STILL_TO_SPREAD]
        self._spread(candidates, partners, prioritising, alone={})

    def _partners(self) -> list[Organisation]:
        return [
            organisation
            for organisation, people in self.colleagues.items()
            if people and organisation.kind != OrganisationKind.CITY_SERVICE and organisation.holds_on(self.at)
        ]

    def _candidates(self, prioritising: Round, dossiers: list[Dossier], chosen: set[str]) -> list[Candidate]:
        candidates = [
            Candidate(
                round=prioritising,
                dossier=dossier,
                is_chosen=dossier.title in chosen,
                why=WHY.get(dossier.title, "") if chosen else "",
            )
            for dossier in dossiers
        ]
        for candidate in candidates:
            made_with(candidate, prioritising)
        write(candidates)
        return candidates

    def _spread(
        self,
        candidates: list[Candidate],
        partners: list[Organisation],
        prioritising: Round,
        *,
        alone: dict[Organisation, str],
    ) -> None:
        """Each organisation gives its points to two to four dossiers, or all of them to one."""
        spreads = []
        for organisation in partners:
            mine = [c for c in candidates if c.dossier.title == alone.get(organisation)]
            mine = mine or self.chance.sample(candidates, min(len(candidates), self.chance.randint(2, 4)))
            shares = {1: (10,), 2: (6, 4), 3: (5, 3, 2), 4: (4, 3, 2, 1)}[len(mine)]
            day = min(prioritising.opens_on + A_DAY * self.chance.randint(0, 12), self.at - A_DAY)
            for number, (candidate, points) in enumerate(zip(mine, shares, strict=True)):
                reason = self.chance.choice(REASONS) if number == 0 and self.chance.random() < 0.8 else ""
                by = self.colleagues[organisation][0]
                spread = Spread(candidate=candidate, organisation=organisation, points=points, reason=reason, by=by)
                made(spread, by=by, on=max(day, prioritising.opens_on))
                spreads.append(spread)
        write(spreads)


def _can_come_first(dossier: Dossier) -> bool:
    is_free = dossier.state in CAN_COME_FIRST and dossier.state != DossierState.PRIORITISED
    return is_free and not dossier.merged_into_id and not dossier.theme.is_sensitive
