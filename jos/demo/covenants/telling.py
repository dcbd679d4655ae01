"""What both sides tell in their reports: how it went, what stood in the way, what they need."""

from covenants.enums import Side
from organisations.enums import Function

FREE, WELFARE, BRIDGE, SIGNAL = Function
CITY, PARTNER = Side

WENT: dict[Side, dict[str, tuple[str, ...]]] = {
    PARTNER: {
        "well": (
            "Een goede periode. De ploeg is voltallig en jongeren nemen meer over dan we durfden hopen.",
            "Het liep vlot. Wat we in de vorige periode uitprobeerden, is nu gewoon geworden.",
            "Drukker dan ooit, en toch rustiger: wie nieuw is, wordt door anderen wegwijs gemaakt.",
        ),
        "so-so": (
            "Wisselend. Tot aan de vakantie ging alles goed, daarna viel een collega uit en moesten we kiezen.",
            "Meer jongeren, minder rust. We haalden niet alles wat we wilden, maar lieten niemand vallen.",
            "De helft van de plannen ging door. De andere helft schuiven we op, in overleg met de jongeren.",
        ),
        "hard": (
            "Moeilijk. We draaiden vier maanden met één kracht minder, en dat zie je in alle cijfers.",
            "Het bleef bij overleven. Jongeren kwamen, maar we hadden te weinig handen om ook buiten te gaan.",
            "We bereikten minder dan gehoopt. Liever eerlijk: zo lukt het niet, en dat ligt niet aan de jongeren.",
        ),
    },
    CITY: {
        "well": (
            "De stad kwam haar afspraken na, en leerde bij op het plein: wat op papier klopte, moest twee keer anders.",
            "De diensten vinden de weg naar de partner nu zelf. Het overleg duurt korter en levert meer op.",
        ),
        "so-so": (
            "De meeste afspraken zijn rond. Twee hangen vast bij een andere dienst; daar dringen we op aan.",
            "We waren bereikbaar, maar niet altijd snel. Dat hoorden we ook van de jongeren zelf.",
        ),
        "hard": (
            "De stad bleef onder wat ze beloofde. De vacatures raakten niet ingevuld en de vergunning liet op zich "
            "wachten. We nemen dat op ons, en niet op de partner.",
            "Er ging te veel tijd naar regels en te weinig naar jongeren. Met twee diensten maakten we nieuwe "
            "afspraken.",
        ),
    },
}
OF_FUNCTION = {
    FREE: (
        "Op vrijdag is de vloer te klein; op dinsdag zijn er tien die er altijd zijn.",
        "Het kamp werd voor het eerst door jongeren gepland, tot en met de kookploeg.",
        "Er komen meer meisjes sinds een groep hen zelf uitnodigde.",
        "Buiten werken loont: wie we op het plein leerden kennen, staat nu binnen.",
    ),
    WELFARE: (
        "Gesprekken beginnen aan de afwas, zelden aan een tafel met vier stoelen.",
        "Samen eten bracht meer op dan elke vorming: wie eet, praat.",
        "Zes keer stapten we mee naar een eerste afspraak. Vijf keer bleef het niet bij die ene keer.",
    ),
    BRIDGE: (
        "Met de scholen gaat het beter dan met de stageplekken.",
        "De eerste drie keren meegaan is het verschil: daarna gaan ze alleen, of met elkaar.",
        "Twee jongeren die vorig jaar nergens stonden, leiden nu anderen rond.",
    ),
    SIGNAL: (
        "Over de bus en het licht kregen jongeren een antwoord. Over het wonen nog niet.",
        "Er zaten voor het eerst jongeren mee aan tafel die nooit eerder iets vroegen.",
        "Wat jongeren zeggen over het plein, klopt met wat de cijfers tonen. Nu nog iets doen.",
    ),
}
HINDERED = {
    PARTNER: (
        "De zaal was zes weken dicht door een lek.",
        "Een ervaren begeleider vertrok naar het onderwijs. De vacature stond twee maanden open.",
        "De laatste bus rijdt om half negen. Wie verder woont, vertrekt om acht uur.",
        "Elke dienst vraagt een ander formulier. Dat kost een dag per week.",
        "Het werd onrustig na een ruzie op sociale media die niets met ons te maken had.",
        "",
        "Vrijwilligers zijn moe. Twee stopten, één kwam erbij.",
    ),
    CITY: (
        "De aanwerving duurde langer dan gepland.",
        "Drie diensten zijn bevoegd voor hetzelfde plein, en geen ervan beslist alleen.",
        "",
        "De begroting werd pas in maart goedgekeurd.",
        "We vonden geen dag waarop school, zorg en jeugdwerk alle drie konden.",
    ),
}
NEEDS = {
    PARTNER: (
        "Een tweede lokaal voor de jongsten, al is het twee avonden per week.",
        "Iemand die meekijkt als een jongere nergens terechtkan, ook na vijf uur.",
        "Zekerheid over volgend jaar, vóór de zomer. Dan durven we mensen in dienst te houden.",
        "",
        "Een vast gezicht bij de woonwinkel.",
        "Vorming over gamen en gokken, liefst samen met andere huizen.",
        "Dat signalen over de politie even snel een antwoord krijgen als die over het licht.",
    ),
    CITY: (
        "Dat de partner ons vroeger zegt wanneer iets niet lukt.",
        "",
        "Twee jongeren die meedenken over het nieuwe plein.",
        "Een dag meelopen, zodat onze diensten zien waarover het gaat.",
    ),
}
UNKNOWN_WHY = (
    "Niet geteld: de streepjeslijst ging verloren bij de verhuis.",
    "Niet gekend. We vragen het na, en vullen aan in het volgende verslag.",
    "Te weinig weken geteld om er iets over te zeggen.",
)
LIGHT = (
    "We waren er elke week, met koffie en kinderen. Meer vertellen we graag aan tafel.",
    "Veel volk, weinig plaats, goede moed. De jeugddienst schreef mee.",
    "Twaalf keer samengekomen. Er zijn vier nieuwe gezinnen, en één vrijwilliger is even weg.",
    "Het draait. We deden wat we zeiden, en nog een uitstap erbij.",
)
