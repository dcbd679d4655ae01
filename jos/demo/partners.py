"""The partners of the demo city: sixty written by hand, and as many more as a larger city needs.

Three are there twice, spelled otherwise, as happens in every list that many people write in.
"""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass

from stdnum.be import vat

from organisations.enums import OrganisationKind as Kind
from organisations.enums import Sector, Size


@dataclass(frozen=True)
class Partner:
    """What is said about an organisation before anything is known of its offers."""

    name: str
    kind: Kind
    sector: Sector
    size: Size
    languages: str = "nl"


V, S, M, L = Size.VOLUNTEERS, Size.SMALL, Size.MEDIUM, Size.LARGE

WRITTEN = (
    # The big houses of youth work: the first carries several wholes alone.
    Partner("Jeugdhuis De Kaaihal", Kind.YOUTH_WORK, Sector.YOUTH, L, "nl en fr tr ar"),
    Partner("Speelwerking Rondom", Kind.YOUTH_WORK, Sector.YOUTH, L, "nl tr bg"),
    Partner("Jeugdwelzijn De Schakel", Kind.YOUTH_WORK, Sector.WELFARE, L, "nl en fr ar so"),
    Partner("Jongerencentrum Het Dok", Kind.YOUTH_WORK, Sector.YOUTH, M, "nl en fr"),
    Partner("Straatkracht", Kind.YOUTH_WORK, Sector.YOUTH, M, "nl en ar ps"),
    Partner("Jeugdatelier Vuurvlieg", Kind.YOUTH_WORK, Sector.CULTURE, M, "nl fr"),
    Partner("Meisjeswerking Mozaïek", Kind.YOUTH_WORK, Sector.YOUTH, S, "nl tr ar"),
    Partner("Jeugdhuis Lawaai", Kind.YOUTH_WORK, Sector.YOUTH, S),
    Partner("Kampvuur Lindermonde", Kind.YOUTH_WORK, Sector.YOUTH, V),
    Partner("Jeugdbeweging De Wulpen", Kind.YOUTH_WORK, Sector.YOUTH, V),
    Partner("Jeugdbeweging Wulpen vzw", Kind.YOUTH_WORK, Sector.YOUTH, V),
    Partner("Avontuurlijk Spelen Noord", Kind.YOUTH_WORK, Sector.YOUTH, S),
    # Self-organisations: no company number, great reach.
    Partner("Vrienden van Anatolië", Kind.SELF_ORGANISATION, Sector.CULTURE, V, "nl tr"),
    Partner("Somali Jongeren Samen", Kind.SELF_ORGANISATION, Sector.YOUTH, V, "nl so en"),
    Partner("Bulgaarse Zaterdagschool Rosa", Kind.SELF_ORGANISATION, Sector.EDUCATION, V, "nl bg"),
    Partner("Afghaanse Jeugd Lindermonde", Kind.SELF_ORGANISATION, Sector.YOUTH, V, "nl ps en"),
    Partner("Moeders aan Zet", Kind.SELF_ORGANISATION, Sector.WELFARE, V, "nl ar tr"),
    Partner("Vrienden van Anatolia", Kind.SELF_ORGANISATION, Sector.CULTURE, V, "nl tr"),
    Partner("Oekraïens Huis", Kind.SELF_ORGANISATION, Sector.CULTURE, V, "nl uk en"),
    Partner("Latino Ritmo", Kind.SELF_ORGANISATION, Sector.CULTURE, V, "nl es"),
    Partner("Regenboogjongeren", Kind.SELF_ORGANISATION, Sector.WELFARE, V, "nl en"),
    Partner("Dove Jongeren Linder", Kind.SELF_ORGANISATION, Sector.YOUTH, V, "nl vgt"),
    Partner("Woonwagenjeugd Rijdt", Kind.SELF_ORGANISATION, Sector.YOUTH, V, "nl fr ro"),
    Partner("Vaders van de Vaart", Kind.SELF_ORGANISATION, Sector.SPORT, V, "nl ar fr"),
    # City services.
    Partner("Jeugddienst Lindermonde", Kind.CITY_SERVICE, Sector.YOUTH, L, "nl en fr"),
    Partner("Sportdienst Lindermonde", Kind.CITY_SERVICE, Sector.SPORT, L),
    Partner("Bibliotheek De Leeslamp", Kind.CITY_SERVICE, Sector.CULTURE, M, "nl en fr"),
    Partner("Dienst Buurtwerk", Kind.CITY_SERVICE, Sector.WELFARE, M, "nl fr tr ar"),
    Partner("Groendienst", Kind.CITY_SERVICE, Sector.OTHER, L),
    Partner("Gemeenschapswacht", Kind.CITY_SERVICE, Sector.SAFETY, M),
    # Welfare.
    Partner("Huis van het Kind Linder", Kind.WELFARE, Sector.WELFARE, M, "nl en fr tr"),
    Partner("Jongerenadvies Open Raam", Kind.WELFARE, Sector.WELFARE, M, "nl en"),
    Partner("Welzijnsschakel Brood en Rozen", Kind.WELFARE, Sector.WELFARE, V, "nl fr"),
    Partner("Wijkgezondheidscentrum De Linde", Kind.WELFARE, Sector.HEALTH, M, "nl en fr tr ar"),
    Partner("Straathoekwerk Linderstreek", Kind.WELFARE, Sector.WELFARE, S, "nl en ar"),
    Partner("Inloophuis Tussentijd", Kind.WELFARE, Sector.WELFARE, S),
    Partner("Inloophuis Tussen Tijd", Kind.WELFARE, Sector.WELFARE, S),
    # Schools.
    Partner("Brede School Spoorpoort", Kind.EDUCATION, Sector.BROAD_SCHOOL, S),
    Partner("Basisschool De Regenton", Kind.EDUCATION, Sector.EDUCATION, L),
    Partner("Atheneum Linderkouter", Kind.EDUCATION, Sector.EDUCATION, L),
    Partner("Centrum Leren en Werken Zuid", Kind.EDUCATION, Sector.EDUCATION, M, "nl en"),
    Partner("Huiswerkbank Lindermonde", Kind.EDUCATION, Sector.EDUCATION, V, "nl fr tr"),
    # Work.
    Partner("Werkplaats Eerste Stap", Kind.WORK, Sector.WORK, M, "nl en fr"),
    Partner("Jobhuis Jong", Kind.WORK, Sector.WORK, S),
    Partner("Fietshub De Ketting", Kind.WORK, Sector.WORK, S, "nl en"),
    # Police and justice.
    Partner("Politiezone Linder", Kind.POLICE, Sector.SAFETY, L),
    Partner("Jeugdbrigade Linder", Kind.POLICE, Sector.SAFETY, S),
    Partner("Herstelbemiddeling Dwarsligger", Kind.JUSTICE, Sector.SAFETY, S),
    Partner("Justitiehuis Jong", Kind.JUSTICE, Sector.SAFETY, M),
    # Sport.
    Partner("Boksclub De Gouden Handschoen", Kind.SPORT, Sector.SPORT, V, "nl fr ar"),
    Partner("FC Linderboys", Kind.SPORT, Sector.SPORT, V),
    Partner("Basketbal Kouter", Kind.SPORT, Sector.SPORT, V, "nl en"),
    Partner("Turnkring Lenig", Kind.SPORT, Sector.SPORT, V),
    Partner("Skatecollectief Helling", Kind.SPORT, Sector.SPORT, V, "nl en"),
    # Culture.
    Partner("Circus Zonder Zaagsel", Kind.CULTURE, Sector.CULTURE, S, "nl fr"),
    Partner("Muziekplein", Kind.CULTURE, Sector.CULTURE, M),
    Partner("Kunstacademie Het Palet", Kind.CULTURE, Sector.CULTURE, M),
    Partner("Theater De Nachtvlinder", Kind.CULTURE, Sector.CULTURE, S),
    # Other.
    Partner("Sociale Huisvesting Samen Wonen", Kind.OTHER, Sector.OTHER, L),
    Partner("Stadsboerderij De Geit", Kind.OTHER, Sector.OTHER, S),
)

# How further partners are called: one of these and the name of a neighbourhood.
_PATTERNS = (
    ("Jeugdhuis {}", Kind.YOUTH_WORK, Sector.YOUTH, S),
    ("Jongeren van {}", Kind.SELF_ORGANISATION, Sector.YOUTH, V),
    ("Speelplein {}", Kind.YOUTH_WORK, Sector.YOUTH, V),
    ("Inloophuis {}", Kind.WELFARE, Sector.WELFARE, S),
    ("Basisschool {}", Kind.EDUCATION, Sector.EDUCATION, M),
    ("Buurtwerk {}", Kind.CITY_SERVICE, Sector.WELFARE, S),
    ("Jobpunt {}", Kind.WORK, Sector.WORK, S),
    ("Sporting {}", Kind.SPORT, Sector.SPORT, V),
    ("Harmonie {}", Kind.CULTURE, Sector.CULTURE, V),
    ("Ouders van {}", Kind.SELF_ORGANISATION, Sector.WELFARE, V),
    ("Wijkteam {}", Kind.POLICE, Sector.SAFETY, S),
    ("Bemiddeling {}", Kind.JUSTICE, Sector.SAFETY, S),
    ("Tuin van {}", Kind.OTHER, Sector.OTHER, V),
)


def partners(count: int, neighbourhood_names: list[str]) -> list[Partner]:
    return list(itertools.islice(_partners(neighbourhood_names), count))


def _partners(neighbourhood_names: list[str]) -> Iterator[Partner]:
    yield from WRITTEN
    for name in neighbourhood_names:
        for pattern, kind, sector, size in _PATTERNS:
            yield Partner(pattern.format(name), kind, sector, size)


def company_number(number: int) -> str:
    """With the right check digits, from a range that was never handed out: nobody's."""
    first_eight = f"0001{number:04d}"
    digits = f"{first_eight}{97 - int(first_eight) % 97:02d}"
    return vat.validate(digits)
