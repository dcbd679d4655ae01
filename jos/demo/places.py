"""Places of the demo city: each organisation has one in every neighbourhood where it receives people."""

from jos.demo.areas import Areas, chance_for
from jos.demo.borders import somewhere_in
from jos.demo.names import STREETS
from organisations.models import Organisation, Place

WARM_NAMES = ("Het Nest", "De Kachel", "Thuishaven", "De Zetel", "Het Warme Huis", "De Huiskamer", "De Brede Tafel")
NAMES = (
    "Buurtzaal",
    "De Loods",
    "Sporthal",
    "Lokaal boven de bib",
    "Oude school",
    "De Kelder",
    "Paviljoen",
    "Atelier",
    "De Zolder",
    "Parochiezaal",
)
OPENING_HOURS = (
    "dinsdag tot zaterdag 13:00-19:00",
    "weekdagen 14:00-21:00",
    "woensdag tot zondag 12:00-20:00",
    "elke dag 10:00-18:00, donderdag tot 21:00",
    "woensdag, vrijdag en zaterdag 13:30-18:00",
)
ACCESSIBILITY: tuple[list[str], ...] = (
    ["wheelchair", "toilet", "bus"],
    ["bus"],
    [],
    ["wheelchair", "quiet"],
    ["toilet", "bus", "hearing"],
)


class Places:
    """Finds the place of an organisation in a neighbourhood, or opens one."""

    def __init__(self, areas: Areas) -> None:
        self.areas = areas
        self.chance = chance_for("places")
        self.places: dict[tuple[Organisation, int], Place] = {}

    def of(self, organisation: Organisation, number: int, *, warm: bool = False) -> Place:
        key = (organisation, number)
        if key not in self.places:
            self.places[key] = self._open(organisation, number, warm)
        return self.places[key]

    def _open(self, organisation: Organisation, number: int, warm: bool) -> Place:
        chance, names = self.chance, WARM_NAMES if warm else NAMES
        longitude, latitude = somewhere_in(self.areas.grounds[number], chance)
        return Place(
            organisation=organisation,
            name=names[number % len(names)],
            address=f"{chance.choice(STREETS)} {chance.randint(1, 180)}",
            latitude=latitude,
            longitude=longitude,
            neighbourhood=self.areas.neighbourhoods[number],
            warm=warm,
            opening_hours=chance.choice(OPENING_HOURS) if warm or number % 3 else "",
            accessibility=chance.choice(ACCESSIBILITY),
        )
