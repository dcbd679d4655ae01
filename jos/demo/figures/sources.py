"""Who publishes the figures of the demo city. All of it is made up, and says so."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Source:
    slug: str
    name: str
    source: str
    months_ago: int  # when it was released
    licence: str
    areas: str
    quality: str


POPULATION = Source(
    "bevolking",
    "Bevolking van Lindermonde",
    "Stad Lindermonde, dienst Bevolking (verzonnen)",
    8,
    "Modellicentie Gratis Hergebruik",
    "alle wijken, met de grenzen van vandaag",
    "Geteld op 1 januari van elk jaar. Wie niet ingeschreven is, telt niet mee: studenten op kot en mensen zonder "
    "papieren ontbreken.",
)
INCOME = Source(
    "inkomen",
    "Inkomens per wijk",
    "Steunpunt Cijfers van de provincie (verzonnen)",
    5,
    "CC BY 4.0",
    "alle wijken; oudere jaren zijn omgerekend van de grenzen van toen",
    "Komt van de belastingaangiften en loopt dus altijd achter. Kleine aantallen houdt het steunpunt zelf geheim. "
    "Omgerekende jaren zijn een schatting.",
)
SCHOOL = Source(
    "onderwijs",
    "Leerlingen per wijk en schooljaar",
    "Onderwijsloket Lindermonde (verzonnen)",
    2,
    "Modellicentie Gratis Hergebruik",
    "alle wijken, naar waar de leerling woont",
    "Alleen leerlingen van scholen in de streek. In een wijk met heel weinig leerlingen zegt een percentage niets.",
)
HELP = Source(
    "hulp",
    "Wachten op hulp",
    "Hulpverleners van Lindermonde samen (verzonnen)",
    1,
    "alleen voor gebruik door de stad en haar partners",
    "alle wijken",
    "Elke dienst telt zelf. Wie bij twee diensten wacht, telt twee keer. Wie niets vraagt, telt niet mee.",
)
SPACE = Source(
    "speelruimte",
    "Speelruimte op kaart",
    "Stad Lindermonde, dienst Groen (verzonnen)",
    7,
    "Modellicentie Gratis Hergebruik",
    "alle wijken, met de grenzen van vandaag",
    "Getekend van luchtfoto’s: elk plein, grasveld en speelbos waar spelen mag. Of het er veilig is, staat er niet in.",
)
SOURCES = (POPULATION, INCOME, SCHOOL, HELP, SPACE)
