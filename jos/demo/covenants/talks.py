"""What both sides settled after laying their reports beside each other, and what they agreed on top."""

from covenants.enums import Side

CITY, PARTNER = Side

PRESENT = (
    "de coördinator en twee jeugdwerkers voor de partner, de jeugddienst en de dienst buurtwerk voor de stad",
    "de coördinator, een vrijwilliger en twee jongeren voor de partner, de jeugddienst voor de stad",
    "de coördinator en de voorzitter voor de partner, de jeugddienst en iemand van het sociaal huis voor de stad",
)
SETTLED = (
    "We begonnen bij wat we anders zien. De partner vindt dat jongeren al mee beslissen, de stad zag vooral "
    "begeleiders aan het woord. Na twee voorbeelden zijn we het eens: het begint, en het hangt nog aan één persoon.\n\n"
    "De cijfers lopen zoals verwacht. Waar niet geteld is, laten we het op onbekend staan.",
    "Over het bereik zijn we het eens. Over de warme overdrachten niet: voor de partner telt ook wie na een jaar "
    "terugkomt, voor de stad alleen wie vertrok. We zetten beide zinnen in het volgende verslag.\n\n"
    "De stad erkent dat ze haar eigen termijn niet haalde.",
    "De stad plaatste zichzelf lager dan de partner dat deed. Dat was een verrassing, en een goed begin. We legden "
    "naast elkaar wie wanneer gebeld had, en zagen dat de vertraging telkens op dezelfde plek ontstaat.\n\n"
    "Wat minder goed liep, lag grotendeels buiten beider macht. Toch spreken we af wat elk anders doet.",
    "Een kort gesprek: de verslagen zeggen bijna hetzelfde. We bleven langer stilstaan bij een verhaal dan bij de "
    "cijfers, en namen daaruit één afspraak mee.",
    "We blijven van mening verschillen over de openingsuren in de zomer. Dat staat hier, zodat niemand denkt dat het "
    "opgelost is. Over al het andere zijn we het eens.",
)
LIGHT_SETTLED = (
    "Aan de keukentafel overlopen, met thee. De stad hielp met schrijven. Wat er staat, is wat er gezegd werd.",
    "We zijn tevreden over elkaar. De zaal blijft te klein; dat nemen we mee naar volgend jaar.",
)
AGREED = {
    CITY: (
        "Eén naam en één nummer doorgeven voor dringende vragen",
        "De openstaande vergunning uitleggen aan de jongeren, ter plaatse",
        "Nagaan of de sportzaal in de kerstvakantie open kan",
        "De resterende signalen beantwoorden, ook waar het antwoord nee is",
    ),
    PARTNER: (
        "Twee keer meegaan met de straatploeg, om te weten wie we niet bereiken",
        "De streepjeslijst per leeftijd opnieuw invoeren",
        "Een bezoek aan de huizen die het anders doen, met twee jongeren erbij",
        "Een avond over de cijfers, voor en door jongeren",
    ),
}
REMARKS = {
    "articles": (
        "Kan dit korter? Onze vrijwilligers moeten het ook kunnen voorlezen.",
        "“Niets kunnen, niets bewijzen”: zo willen we het laten staan.",
    ),
    "hours": (
        "In de winter is dit haalbaar, in de zomer niet. Graag een zin over vakanties.",
        "Deze uren kloppen met wat er nu op het portaal staat.",
    ),
    "budget": ("Het tweede jaar ligt lager dan het eerste. Is dat de bedoeling?",),
    "city-commitments": ("Wie bij de stad neemt dit op? Zonder naam gebeurt het niet.",),
    "indicators": ("Graag iets erbij dat niet in cijfers te vatten is.",),
}
