"""What both sides of a covenant of the demo promise, each with a day, and who does it for the city."""

from dataclasses import dataclass

from covenants.enums import Side
from organisations.enums import Function

FREE, WELFARE, BRIDGE, SIGNAL = Function
CITY, PARTNER = Side


@dataclass(frozen=True)
class Promise:
    what: str
    owner: str = ""  # a service of the city; none: the youth service, or the partner itself
    kept: str = "Gelukt, zoals afgesproken."
    late: str = ""  # why it takes longer
    not_kept: str = "Dit lukte niet. We spraken samen een nieuwe dag af."


OF = {
    (FREE, PARTNER): (
        Promise(
            "In elke schoolvakantie minstens vier dagen open", kept="Ook in de krokusvakantie stond de deur open.",
            late="Voor de paasvakantie zoeken we nog twee begeleiders.",
        ),
        Promise(
            "Samen met jongeren een jaarplanning maken, en die ophangen waar iedereen ze ziet",
            kept="Veertien jongeren maakten de planning, ze hangt naast de deur.",
        ),
        Promise(
            "Elk kwartaal een avond waarop jongeren alles zelf trekken",
            late="Twee avonden gingen door, de derde niet.",
            not_kept="Na het vertrek van een begeleider durfden we dit niet aan.",
        ),
        Promise("Minstens één keer per maand op straat, op het uur dat jongeren er zijn", kept="Elke derde vrijdag."),
    ),
    (FREE, CITY): (
        Promise(
            "Een vaste plek in de buurt, die verwarmd is en een toilet heeft", "Dienst Openbare Werken",
            kept="De sleutels werden op tijd gegeven.", late="De verwarming wacht op een wisselstuk.",
            not_kept="Het gebouw bleek niet brandveilig. Er komt een ander voorstel.",
        ),
        Promise(
            "De sportzaal gratis op vrijdagavond", "Sportdienst Lindermonde", kept="Ook in de vakanties.",
            late="De zaal is nog aan een club verhuurd.",
        ),
        Promise(
            "Verlichting op het plein, en banken die tegen een stoot kunnen", "Dienst Openbare Werken",
            late="De banken staan er, de lampen zijn besteld.", kept="Jongeren kozen zelf waar de lampen kwamen.",
        ),
        Promise("Het spelmateriaal keuren en herstellen, elk voorjaar", "Groendienst", kept="Alles is nagekeken."),
    ),
    (WELFARE, PARTNER): (
        Promise(
            "Elke medewerker volgt een vorming over moeilijke gesprekken", kept="Iedereen volgde twee dagen.",
            late="Twee nieuwe collega's volgen ze in het voorjaar.",
        ),
        Promise("Twee keer per week samen eten, met wie er is", kept="Op dinsdag en donderdag, met twintig aan tafel."),
        Promise(
            "Een vaste persoon die bereikbaar is als het misgaat, ook na acht uur",
            not_kept="Met onze ploeg lukt dat maar drie avonden van de zeven.",
        ),
    ),
    (WELFARE, CITY): (
        Promise(
            "Een hulpverlener die elke week langskomt, zonder afspraak", "Sociaal Huis Linder",
            kept="Elke woensdag, en jongeren kennen haar bij naam.", late="De vacature staat voor de derde keer open.",
            not_kept="De plaats raakte niet ingevuld.",
        ),
        Promise(
            "Eén telefoonnummer voor jeugdwerkers met een dringende vraag", "Sociaal Huis Linder",
            kept="Het nummer werkt op weekdagen.", late="Het nummer bestaat, maar na vijf uur neemt niemand op.",
        ),
        Promise(
            "Woonvragen van jongeren krijgen binnen tien dagen een antwoord", "Woonwinkel Lindermonde",
            late="Het duurt nu gemiddeld drie weken.", kept="Gemiddeld zes dagen.",
        ),
    ),
    (BRIDGE, PARTNER): (
        Promise(
            "Met elke school in de buurt een vaste contactpersoon afspreken", kept="Drie scholen, drie namen.",
            late="Met één school lukt het nog niet.",
        ),
        Promise("Jongeren de eerste drie keren meenemen naar een club of academie", kept="En ook de vierde keer."),
        Promise(
            "Een avond per maand waarop we papieren en sollicitaties samen invullen",
            late="De avond is er, maar de computers zijn stuk.",
        ),
    ),
    (BRIDGE, CITY): (
        Promise(
            "Zes vakantiejobs bij de stad, voor jongeren zonder netwerk", kept="Zeven jongeren werkten in juli.",
            late="Drie diensten bieden een plek aan, drie nog niet.",
            not_kept="De diensten vulden de plekken in met wie al ingeschreven was.",
        ),
        Promise(
            "Twee keer per jaar alle scholen en jeugdwerkers samenroepen", "Dienst Onderwijs",
            kept="Met elf scholen en negen partners.", late="De eerste keer is uitgesteld tot na de toetsen.",
        ),
        Promise(
            "Kansentarief voor lidgeld, dat niemand aan de balie moet vragen", "Sportdienst Lindermonde",
            kept="De club ziet het nu zelf op haar scherm.", late="De helft van de clubs doet mee.",
        ),
    ),
    (SIGNAL, PARTNER): (
        Promise("Elke maand met jongeren bekijken wat er in de buurt niet klopt", kept="Tien keer, met wafels."),
        Promise(
            "Signalen doorgeven binnen de week, en vertellen wat ermee gebeurde",
            late="Doorgeven lukt, terugvertellen vergeten we soms.",
        ),
        Promise("Twee jongeren meenemen naar elk overleg over hun buurt", not_kept="Overleg om twee uur, op school."),
    ),
    (SIGNAL, CITY): (
        Promise(
            "Elk signaal krijgt binnen tien werkdagen een antwoord in gewone taal", kept="Gemiddeld zeven werkdagen.",
            late="De helft haalt de termijn, de andere helft niet.", not_kept="Gemiddeld negentien werkdagen.",
        ),
        Promise(
            "Overleg over de buurt begint na vijf uur, en nooit op het stadhuis alleen", "Dienst Buurtwerk",
            kept="Het laatste overleg was in de sporthal, om zeven uur.",
        ),
        Promise(
            "Eén keer per jaar een schepen op bezoek, met de jongeren als gastheer", "",
            late="De dag is al twee keer verzet.", kept="De schepen bleef drie uur, en kwam terug.",
        ),
    ),
}  # fmt: skip
TOGETHER = {
    PARTNER: (
        Promise("Lokaal en materiaal uitlenen aan wie minder heeft", kept="Vier keer uitgeleend."),
        Promise("Elk jaar vertellen waarin onze ploeg op de jongeren lijkt, als wie er werkt dat wil"),
    ),
    CITY: (
        Promise("Het voorschot betalen in januari, de rest binnen dertig dagen na het gesprek",
                kept="Betaald op 21 januari.", late="Het voorschot kwam in maart."),
        Promise("Eén vaste gesprekspartner bij de jeugddienst, met een vervanger die het verhaal kent",
                late="Wegens ziekte zijn er sinds september drie verschillende mensen geweest."),
    ),
}  # fmt: skip
ALL = {promise.what: promise for some in (*OF.values(), *TOGETHER.values()) for promise in some}
