"""What covenants of the demo say in words of their own, beside hours, euros, promises and indicators."""

from organisations.enums import Function

FREE, WELFARE, BRIDGE, SIGNAL = Function

FIRST = "Waarover dit gaat"
FIRST_TEXT = (
    "{partner} en de stad werken samen aan {aim}.\n\n"
    "Geen van beide kan dat alleen. Wat de stad belooft, weegt daarom even zwaar als wat {partner} belooft: we volgen "
    "het samen op, met dezelfde vragen en op dezelfde dagen."
)
OF_FUNCTION = {
    FREE: (
        (
            "Vrije tijd is de deur",
            "Plezier is geen middel maar een recht. Wie binnenkomt, moet niets kunnen, niets bewijzen en niets "
            "betalen. Jongeren beslissen mee over uren, muziek en huisregels.\n\n"
            "Wie wegblijft, wordt niet geschrapt maar opgezocht.",
        ),
        (
            "Open, ook als het moeilijk is",
            "De deur staat open op de uren waarop jongeren vrij hebben: na school, 's avonds, in het weekend en in "
            "elke schoolvakantie. Sluiten kan alleen na overleg met de jongeren en met de stad.\n\n"
            "Wie een avond verstoort, mag de volgende keer terugkomen en hoort dan ook waarom het misging.",
        ),
        (
            "Naar buiten",
            "Wie niet tot bij ons komt, komen wij tegen: op pleinen, aan haltes en onder afdaken. We komen er om te "
            "doen wat jongeren graag doen, en niet om hen weg te krijgen.",
        ),
    ),
    WELFARE: (
        (
            "Luisteren zonder dossier",
            "Een jeugdwerker luistert, blijft nabij en stapt mee. Behandelen doet hij niet. Van gesprekken houden we "
            "niets bij over wie ze voerde: alleen hoeveel het er waren.\n\n"
            "Wie meer hulp nodig heeft, gaan we samen halen. We laten niet los voor iemand anders echt vast heeft.",
        ),
        (
            "Wie doet wat bij grote zorgen",
            "Is er gevaar, dan bellen we eerst de hulpdiensten en daarna elkaar. Voor alle andere zorgen spreken stad "
            "en partner een vaste persoon af, die binnen twee werkdagen terugbelt.\n\n"
            "Vertrouwen van jongeren staat voorop: we vertellen niets door zonder dat ze het weten.",
        ),
    ),
    BRIDGE: (
        (
            "Bruggen, in twee richtingen",
            "Een brug slaan is meer dan doorverwijzen. We gaan de eerste keren mee naar school, club, werk of loket, "
            "en we vragen ook aan die overkant om iets te veranderen.\n\n"
            "De stad opent haar eigen deuren: voor stages, vakantiewerk en zalen.",
        ),
        (
            "School, werk en buurt kennen elkaar",
            "Minstens twee keer per jaar zitten scholen, werkpartners en jeugdwerk samen, met jongeren erbij. Daar "
            "spreken we af wie wie belt als iemand dreigt af te haken.",
        ),
    ),
    SIGNAL: (
        (
            "Wat jongeren zeggen, komt aan",
            "Signalen van jongeren geven we door via het portaal, zonder namen. De stad antwoordt binnen de "
            "afgesproken termijn, in woorden die jongeren begrijpen, ook als het antwoord nee is.\n\n"
            "Komt een signaal drie keer terug, dan zoeken we samen naar de oorzaak.",
        ),
        (
            "Samen aan tafel",
            "Jongeren zitten zelf mee aan tafel als het over hun buurt gaat, op een uur dat hun past en met iemand "
            "die ze vertrouwen. Wie komt, krijgt vooraf te horen wat er beslist kan worden en wat niet.",
        ),
    ),
}
LAST = (
    (
        "Soepel waar het kan",
        "Loopt het anders dan gedacht, dan wachten we niet tot het einde. Elke kant kan een aanpassing voorstellen. "
        "Minder halen dan beoogd is geen fout; niet vertellen waarom wel.",
    ),
    (
        "Delen wat we weten",
        "Vormingen, lokalen en materiaal delen we met andere partners. Wie iets uitprobeert, vertelt ook wat er niet "
        "lukte, zodat anderen daar niet opnieuw over struikelen.",
    ),
    (
        "Een ploeg die op de jongeren lijkt",
        "Bij aanwerving en bij vrijwilligers zoeken we mensen in wie jongeren zich herkennen. Een diploma weegt "
        "minder dan ervaring in de buurt.",
    ),
)
LIGHT = (
    "Licht waar het licht kan",
    "{partner} draait op vrijwilligers. Verslagen zijn daarom kort, en vertellen mag ook mondeling: de jeugddienst "
    "schrijft dan mee. Zaal, kopieën en verzekering regelt de stad.",
)
