"""What is counted in the demo city: eight statistics that are published, and four that follow from them."""

from dataclasses import dataclass

from jos.demo.figures import sources
from jos.demo.figures.sources import Source
from neighbourhoods.enums import AddsUp, Category, Derivation, Direction

WORSE, BETTER, NEITHER = Direction.MORE_IS_WORSE, Direction.MORE_IS_BETTER, Direction.NEITHER


@dataclass(frozen=True)
class Definition:
    """A statistic as staff would define it; others it needs are named by their slug."""

    slug: str
    name: str
    unit: str
    category: Category
    direction: Direction
    source: Source
    explanation: str
    is_public: bool = True
    counts_people: bool = False
    adds_up: AddsUp = AddsUp.NOT
    weighted_by: str = ""
    derivation: str = ""
    part: str = ""
    whole: str = ""
    per: int | None = None
    years: int | None = None


PUBLISHED = (
    Definition(
        "inwoners",
        "Inwoners",
        "inwoners",
        Category.POPULATION,
        NEITHER,
        sources.POPULATION,
        "Hoeveel mensen er op 1 januari in de wijk wonen, van alle leeftijden.",
        adds_up=AddsUp.SUM,
    ),
    Definition(
        "jongeren-6-25",
        "Jongeren van 6 tot en met 25 jaar",
        "jongeren",
        Category.POPULATION,
        NEITHER,
        sources.POPULATION,
        "Hoeveel kinderen en jongeren er op 1 januari in de wijk wonen. Voor hen is het jeugdwerk er.",
        counts_people=True,
        adds_up=AddsUp.SUM,
    ),
    Definition(
        "tieners-12-15",
        "Tieners van 12 tot en met 15 jaar",
        "tieners",
        Category.POPULATION,
        NEITHER,
        sources.POPULATION,
        "Hoeveel tieners er op 1 januari in de wijk wonen: te groot voor de speelwerking, te jong voor de jeugdclub.",
        counts_people=True,
        adds_up=AddsUp.SUM,
    ),
    Definition(
        "jongeren-laag-inkomen",
        "Jongeren in een gezin met een laag inkomen",
        "jongeren",
        Category.INCOME,
        WORSE,
        sources.INCOME,
        "Hoeveel jongeren opgroeien in een gezin dat moeilijk rondkomt. De grens ligt op 60 procent van een doorsnee "
        "inkomen.",
        counts_people=True,
        adds_up=AddsUp.SUM,
    ),
    Definition(
        "doorsnee-inkomen",
        "Doorsnee inkomen per aangifte",
        "euro",
        Category.INCOME,
        BETTER,
        sources.INCOME,
        "De helft van de aangiften in de wijk ligt hoger, de helft lager. Enkele hoge inkomens wegen zo niet door.",
    ),
    Definition(
        "schoolse-vertraging",
        "Leerlingen met vertraging op school",
        "%",
        Category.EDUCATION,
        WORSE,
        sources.SCHOOL,
        "Van elke honderd leerlingen in het secundair: hoeveel er minstens twee jaar ouder zijn dan hun klas.",
        adds_up=AddsUp.MEAN,
        weighted_by="tieners-12-15",
    ),
    Definition(
        "wachten-op-hulp",
        "Jongeren die op hulp wachten",
        "jongeren",
        Category.HEALTH,
        WORSE,
        sources.HELP,
        "Hoeveel jongeren op het einde van het kwartaal hulp gevraagd hebben en nog nergens terechtkunnen.",
        is_public=False,
        counts_people=True,
        adds_up=AddsUp.SUM,
    ),
    Definition(
        "speelruimte",
        "Speelruimte",
        "m²",
        Category.SPACE,
        BETTER,
        sources.SPACE,
        "Hoeveel vierkante meter plein, gras en speelbos er is waar kinderen en jongeren mogen spelen.",
        adds_up=AddsUp.SUM,
    ),
)
DERIVED = (
    Definition(
        "aandeel-laag-inkomen",
        "Aandeel jongeren in een gezin met een laag inkomen",
        "%",
        Category.INCOME,
        WORSE,
        sources.INCOME,
        "Van elke honderd jongeren in de wijk: hoeveel er opgroeien in een gezin dat moeilijk rondkomt.",
        derivation=Derivation.SHARE,
        part="jongeren-laag-inkomen",
        whole="jongeren-6-25",
    ),
    Definition(
        "wachten-per-1000",
        "Wachten op hulp, naar aantal jongeren",
        "per 1\N{NO-BREAK SPACE}000",
        Category.HEALTH,
        WORSE,
        sources.HELP,
        "Van elke duizend jongeren in de wijk: hoeveel er op hulp wachten. Zo kun je een kleine wijk met een grote "
        "vergelijken.",
        is_public=False,
        derivation=Derivation.PER,
        part="wachten-op-hulp",
        whole="jongeren-6-25",
        per=1_000,
    ),
    Definition(
        "speelruimte-per-inwoner",
        "Speelruimte per inwoner",
        "m²",
        Category.SPACE,
        BETTER,
        sources.SPACE,
        "Als iedereen in de wijk tegelijk buitenkomt: hoeveel vierkante meter speelruimte elk dan heeft.",
        derivation=Derivation.PER,
        part="speelruimte",
        whole="inwoners",
        per=1,
    ),
    Definition(
        "groei-jongeren",
        "Groei van het aantal jongeren in vijf jaar",
        "%",
        Category.POPULATION,
        WORSE,
        sources.POPULATION,
        "Hoeveel procent jongeren er in vijf jaar bij kwam. Waar het snel gaat, volgt het aanbod vaak niet.",
        derivation=Derivation.GROWTH,
        part="jongeren-6-25",
        years=5,
    ),
)
