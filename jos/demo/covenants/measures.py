"""Which indicators of the library covenants of the demo apply, and about how large their numbers are."""

from dataclasses import dataclass

from organisations.enums import Function

FREE, WELFARE, BRIDGE, SIGNAL = Function


@dataclass(frozen=True)
class Range:
    """Where a partner of ordinary size stands at the start, and where it wants to get. What adds up: in a year."""

    baseline: int
    target: int
    grows: bool = True  # with the size of the partner


NUMBERS = {
    FREE: {
        "Jongeren die we bereiken": Range(120, 180),
        "Jongeren die blijven komen": Range(36, 60),
        "Uren dat de deur openstaat": Range(14, 20),
        "Momenten op de plekken waar jongeren zelf zijn": Range(18, 36),
        "Activiteiten die jongeren zelf trekken": Range(3, 10, grows=False),
    },
    WELFARE: {
        "Jongeren met wie je een echt gesprek had": Range(22, 45),
        "Warme overdrachten naar hulp": Range(6, 15),
        "Maaltijden samen aan tafel": Range(70, 150),
        "Dagen tot een eerste gesprek bij hulp": Range(45, 20, grows=False),
        "Uren dat er een hulpverlener in huis is": Range(4, 12, grows=False),
    },
    BRIDGE: {
        "Jongeren die opnieuw leren of werken": Range(6, 16),
        "Jongeren die aansluiten bij een club of academie": Range(8, 20),
        "Rechten die jongeren en gezinnen opnemen": Range(14, 30),
        "Scholen en diensten met wie je vast samenwerkt": Range(3, 8, grows=False),
        "Plekken voor stage en vakantiewerk bij de stad": Range(2, 8, grows=False),
    },
    SIGNAL: {
        "Signalen die jongeren via jullie geven": Range(14, 35),
        "Werkdagen tot een eerste antwoord": Range(16, 8, grows=False),
        "Knelpunten waar iets aan veranderde": Range(1, 4, grows=False),
        "Jongeren die mee aan tafel zaten": Range(8, 24),
        "Knelpunten zonder eigenaar": Range(7, 1, grows=False),
    },
}
SCALES = {
    FREE: (
        "Zich thuis voelen",
        "Mee beslissen",
        "Een talent laten groeien",
        "Elkaar ontmoeten over groepen heen",
        "Wie er nog niet bij is",
    ),
    WELFARE: (
        "Durven vertellen",
        "Weten waar je terechtkan",
        "Wie doet wat",
        "Het gezin is mee",
        "Overeind blijven bij tegenslag",
    ),
    BRIDGE: (
        "De stad is ook van ons",
        "School en jeugdwerk kennen elkaar",
        "De overkant komt mee",
        "Een toekomst zien",
        "Thuis in meer dan één wereld",
    ),
    SIGNAL: (
        "Merken dat je stem telt",
        "Zelf het woord nemen",
        "Van voorval naar oorzaak",
        "De stad luistert en handelt",
        "Samen sterker signaleren",
    ),
}
