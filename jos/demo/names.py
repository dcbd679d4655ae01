"""Names for a city, its streets and its people. All invented; none is meant to be anybody."""

import itertools
import random
from collections.abc import Iterator

# From the centre outwards, as `borders` draws them. The last two lie at the water in the north.
NEIGHBOURHOODS = (
    "Lakenhof", "Oude Vaart", "Torenkwartier", "Blekersmeers", "Garenmarkt",
    "Kleine Ham", "Weverij", "Spoorpoort", "Ketelbrug", "Rozenakker",
    "Linderhoek", "Zwaluwdries", "Papiermolen", "Lisbroek", "Kasseiwijk",
    "Hoge Kouter", "Meidoornwijk", "Vaartdijk", "Populierenhof", "Oosterdries",
    "Westmeers", "Vinkenveld", "Schipperskouter", "Zoutkaai", "Kanaalhaven",
)  # fmt: skip

CENTRAL_DISTRICT = "Tussen de Bruggen"
DISTRICTS = ("Waterkant", "Oosterlinde", "Zuidermeers", "Westkouter")  # clockwise from the north

_FIRST_HALVES = (
    "Vinken", "Rozen", "Linden", "Elzen", "Wilgen", "Kievit", "Reiger", "Hazen", "Mulders", "Klompen", "Vlas", "Hop",
    "Brouwers", "Leem", "Zand", "Turf", "Riet", "Braam", "Distel", "Kraaien", "Uilen", "Merel", "Schapen", "Bijen",
)  # fmt: skip
_SECOND_HALVES = (
    "hoek", "dries", "kouter", "meers", "veld", "akker", "broek", "hof", "dijk", "poort", "wijk", "laar", "ham",
    "bosje", "gaard", "weide", "plein", "heuvel", "kaai", "tuin", "vijver", "sluis",
)  # fmt: skip

FIRST_NAMES = (
    "Sara", "Jef", "Amira", "Lotte", "Mehmet", "Hanne", "Bram", "Fatima", "Wout", "Ilse", "Karim", "Nele", "Stijn",
    "Zeynep", "Tom", "Griet", "Ousmane", "Eline", "Pieter", "Samira", "Joris", "Ivana", "Dries", "Leyla", "Bart",
    "Noémie", "Anton", "Hilde", "Yusuf", "Katrijn", "Mateo", "Veerle", "Ahmed", "Julie", "Piotr", "Marleen", "Elif",
    "Koen", "Olena", "Ruben", "Naima", "Lien", "Gert", "Halima", "Thijs", "Mieke", "Dimitri", "Aster", "Rachid", "An",
)  # fmt: skip
LAST_NAMES = (
    "Vandermeersch", "Yildirim", "De Koninck", "El Khattabi", "Pauwels", "Diallo", "Lambrecht", "Petrova", "Maes",
    "Haddad", "Van Hecke", "Kaya", "Willems", "Benali", "Coppens", "Nowak", "De Smedt", "Osmani", "Verlinden",
    "Traoré", "Hermans", "Shevchenko", "Bogaert", "Aydin", "Cools", "Rahimi", "Van Acker", "Mendes", "Lievens",
)  # fmt: skip
STREETS = (
    "Kerselaarstraat", "Molenpad", "Vlasmarkt", "Weverslaan", "Kade", "Scholenstraat", "Tuinpad", "Bleekstraat",
    "Statiestraat", "Brugsteeg", "Leemput", "Koekoekstraat", "Smidsplein", "Linderkaai", "Rietveld", "Gildestraat",
)  # fmt: skip
JOBS = ("jeugdwerker", "coördinator", "straathoekwerker", "brugfiguur", "teamleider", "vrijwilliger", "opbouwwerker")


def neighbourhood_names(count: int, *, seed: int) -> list[str]:
    """The known names first; a larger city gets as many new ones as it needs."""
    return list(itertools.islice(_neighbourhood_names(seed), count))


def _neighbourhood_names(seed: int) -> Iterator[str]:
    yield from NEIGHBOURHOODS
    made = [first + second for first in _FIRST_HALVES for second in _SECOND_HALVES]
    made = [name for name in made if name not in NEIGHBOURHOODS]
    random.Random(seed).shuffle(made)  # noqa: S311
    for before in ("", "Nieuw-", "Oud-", "Klein-", "Groot-"):
        yield from (before + name for name in made)


def district(distance_rank: float, bearing: float) -> str:
    """The innermost fifth of the neighbourhoods is the centre; the others lie to one of the four sides."""
    return CENTRAL_DISTRICT if distance_rank < 0.2 else DISTRICTS[round(bearing / 90) % 4]


def person_name(number: int) -> str:
    """Another name for every number, until all combinations are used."""
    first = FIRST_NAMES[number % len(FIRST_NAMES)]
    return f"{first} {LAST_NAMES[(number * 7 + number // len(FIRST_NAMES)) % len(LAST_NAMES)]}"
