"""School: rules, costs, choices and feeling at home in class."""

from jos.demo.signals.pattern import Deed, Life, Pattern
from signals.enums import Cause, DossierState, Outcome

SCHOOL = (
    Pattern(
        "Geen hulp bij huiswerk in Spoorpoort",
        "school",
        "Spoorpoort, Kleine Ham",
        says=(
            "Mijn ouders spreken geen Nederlands en kunnen mij niet helpen met mijn huiswerk.",
            "De huiswerkklas zit vol. Ik sta al van september op de lijst.",
            "Ik snap wiskunde niet en bijles kost 30 euro per uur. Dat is toch niet normaal?",
            "Als ik iets niet versta durf ik het niet vragen in de klas want ze zuchten dan.",
        ),
        also=("Mijn punten zakken elk jaar.", "Ik wil wel hoor.", "In het lager kon ik wel mee."),
        wishes=(
            "Laat oudere leerlingen bijles geven aan de jongere, tegen een kleine vergoeding.",
            "Huiswerkhulp in het jeugdhuis na school met iets om te eten.",
        ),
        heard_by=("Ze willen hulp bij wiskunde en Frans. De wachtlijst van de huiswerkklas is veertig lang.",),
        pattern="De huiswerkbegeleiding in het stationskwartier heeft een wachtlijst van veertig. Wie thuis geen hulp "
        "krijgt, "
        "raakt achterop.",
        functions="WELFARE BRIDGE",
        life=Life(DossierState.IN_ACTION, 3.6, late=14, high=True),
        cause=Cause.SHORTAGE,
        behind="Er zijn genoeg lokalen, maar te weinig begeleiders na 16 uur.",
        strengths="De Huiswerkbank vindt elk jaar meer studenten dan ze kan opleiden.",
        service="Dienst Onderwijs",
        deeds=(
            Deed("Tien studenten opleiden", "Zeven begonnen.", by="Huiswerkbank Lindermonde"),
            Deed("Tweede lokaal openen in de Brede School", by="Brede School Spoorpoort"),
        ),
        heard="Wie thuis geen hulp krijgt bij huiswerk, vindt die ook nergens anders.",
        ages="6-11 12-15 16-19",
        share=20,
    ),
    Pattern(
        "Dure schoolreizen en laptops",
        "school",
        "",
        says=(
            "De reis naar Italië kost 650 euro. Ik heb gezegd dat ik bang ben om te vliegen.",
            "We moesten een laptop huren van school voor 8 euro per maand en dan ook nog boeken kopen.",
            "Ik krijg een brief mee dat de factuur niet betaald is. De leerkracht gaf die waar iedereen bij was.",
            "Elke week iets van geld. Uitstap, turnzak, kopies.",
        ),
        also=("Mijn mama doet haar best.", "Ik geef de brieven soms niet af.", "Ik werk op zaterdag om mee te kunnen."),
        wishes=(
            "Maak een spaarpot met de klas zodat iedereen mee kan.",
            "Geen brieven over geld meegeven aan kinderen, gewoon bellen met de ouders.",
        ),
        heard_by=("Drie van hen bleven thuis van de reis, met een smoes.",),
        pattern="Kosten van reizen en laptops zetten leerlingen aan de kant. Facturen gaan mee met het kind, waar de "
        "klas bij is.",
        functions="WELFARE",
        life=Life(DossierState.PRIORITISED, 2),
        cause=Cause.PRACTICE,
        behind="Elke school heeft een eigen kostenbeleid; er is geen afspraak over facturen.",
        strengths="Atheneum Linderkouter liet een klas zelf sparen met een ontbijtverkoop.",
        ages="12-15 16-19",
        share=20,
    ),
    Pattern(
        "Na school nergens heen in Linderhoek",
        "school",
        "Linderhoek",
        says=(
            "Om 16u moet iedereen van het terrein. Mijn bus komt pas om 17u10. Waar moet ik dan staan?",
            "De school doet de poort op slot en wij staan buiten in de regen te wachten op de bus.",
            "Er is geen opvang voor het secundair. In het lager was dat er wel.",
            "De studie kost 2 euro per uur en je mag er niet praten.",
        ),
        also=(
            "In de winter is het dan al donker.",
            "We staan daar met dertig man.",
            "De conciërge is wel vriendelijk.",
        ),
        wishes=("Laat de refter open tot 17u30.", "Zet een bus in die op tijd komt, of laat ons binnen wachten."),
        heard_by=("Dertig leerlingen wachten elke dag een uur op de bus, buiten.",),
        pattern="Tussen het einde van de school en de bus zit een uur. Er is geen plek binnen om te wachten.",
        functions="FREE_TIME BRIDGE",
        life=Life(DossierState.ASSIGNED, 1.6),
        cause=Cause.PRACTICE,
        behind="De verzekering van de school stopt om 16.15 uur, zegt ze.",
        strengths="De conciërge laat leerlingen bij onweer binnen.",
        service="Dienst Onderwijs",
        deeds=(Deed("Met school, verzekering en busbedrijf rond de tafel"),),
        heard="Na school moeten leerlingen in Linderhoek een uur buiten wachten.",
        ages="12-15 16-19",
        season="dark",
        share=14,
    ),
    Pattern(
        "Naar het beroeps gestuurd zonder dat iemand luistert",
        "school",
        "Kasseiwijk, Spoorpoort, Papiermolen",
        says=(
            "De juf zei dat ik beter iets met mijn handen doe. Ik wil ingenieur worden.",
            "Op de klassenraad besliste iedereen over mij en ik mocht er niet bij zijn.",
            "Mijn zus en ik hebben dezelfde punten als anderen, maar wij krijgen altijd het advies om lager te gaan.",
            "Ze vroegen niet eens wat ik wou. Gewoon een B-attest en dag.",
        ),
        also=(
            "Mijn vader dacht dat hij moest tekenen.",
            "Ik had 68 procent.",
            "Ik zit nu in een richting die ik niet wil.",
        ),
        wishes=(
            "Laat leerlingen zelf spreken op de klassenraad.",
            "Iemand die mee naar het oudercontact gaat en alles uitlegt.",
        ),
        heard_by=(
            "Ouders tekenen het advies omdat ze denken dat het moet.",
            "Ze voelen zich afgeschreven op hun twaalfde.",
        ),
        pattern="Leerlingen uit enkele wijken krijgen vaker het advies om lager te beginnen. Zij en hun ouders weten "
        "niet dat ze "
        "nee mogen zeggen, en worden niet gehoord.",
        functions="BRIDGE SIGNAL",
        life=Life(DossierState.DONE, 4.5, high=True, verified=False, published=True, in_round=True),
        cause=Cause.PRACTICE,
        behind="Adviezen worden mondeling gegeven, in het Nederlands, zonder tijd om na te denken.",
        strengths="Moeders aan Zet gaat al met twintig gezinnen mee.",
        service="Dienst Onderwijs",
        deeds=(
            Deed("Brief in zes talen: het advies is een advies", "Meegegeven in alle zesde leerjaren."),
            Deed("Bruggen mee naar het oudercontact", "Twintig gezinnen.", by="Moeders aan Zet"),
        ),
        evidence="De brief, en de telling van de adviezen in twaalf scholen.",
        heard="Sommige leerlingen worden naar een lagere richting gestuurd zonder dat iemand naar hen luistert.",
        ages="12-15 16-19",
        share=18,
    ),
    Pattern(
        "Alleen Nederlands op de speelplaats",
        "school",
        "Spoorpoort",
        says=(
            "Ik kreeg straf omdat ik Turks sprak op de speelplaats. Mijn nichtje verstaat nog geen Nederlands.",
            "Voor elke keer dat je een andere taal spreekt krijg je een kaart. Drie kaarten is strafstudie.",
            "In de klas snap ik dat, maar op de speelplaats is het toch pauze?",
            "Frans spreken mag wel en Arabisch niet. Leg dat maar eens uit.",
        ),
        also=("Ik zei gewoon dat ze moest wachten.", "Thuis ben ik ook gewoon ik.", "Dat is toch geen misdaad."),
        wishes=("Laat ons onze taal gebruiken om nieuwe leerlingen te helpen.", "Een dag van alle talen op school!"),
        heard_by=("Ze kregen straf om een nicht te helpen die nog geen Nederlands verstaat.",),
        pattern="In een school gelden strafkaarten voor wie op de speelplaats een andere taal spreekt. Niet elke taal "
        "wordt "
        "gelijk behandeld.",
        functions="SIGNAL",
        life=Life(DossierState.CLOSED, 15, published=True),
        cause=Cause.RULE,
        behind="Het schoolreglement, artikel 14, uit 1998.",
        strengths="Twee leerkrachten begonnen met taalmaatjes.",
        service="Dienst Onderwijs",
        deeds=(
            Deed(
                "Reglement bespreken met de leerlingenraad", "Het artikel is geschrapt en vervangen door taalmaatjes."
            ),
        ),
        evidence="Nieuw schoolreglement.",
        heard="Leerlingen kregen straf omdat ze op de speelplaats hun eigen taal spraken.",
        answer="Je zei: ik kreeg straf voor mijn taal. De school en de leerlingenraad praatten erover. De straf is "
        "weg. Wie "
        "nieuw is, krijgt nu een maatje dat dezelfde taal spreekt.",
        fuller="Artikel 14 is geschrapt op voorstel van de leerlingenraad. Drie andere scholen vroegen de nieuwe "
        "tekst op.",
        ages="6-11 12-15",
        share=12,
    ),
    Pattern(
        "Weinig stageplaatsen voor wie deeltijds leert",
        "school",
        "",
        says=(
            "Zonder werkplek mag ik niet starten in mijn opleiding. Ik heb al 34 keer gesolliciteerd.",
            "Ze kijken naar mijn naam en dan is de stageplek ineens bezet.",
            "Ik zit al twee maanden thuis omdat niemand een leerling wil.",
            "Van de stad krijg je ook geen stage, daar vragen ze een diploma voor een stage. Hallo??",
        ),
        also=("Ik wil echt werken.", "Mijn begeleider doet haar best.", "Zo leer je toch niks."),
        wishes=(
            "Laat de stad zelf twintig leerlingen per jaar nemen.",
            "Een dag waarop bazen en leerlingen elkaar gewoon leren kennen.",
        ),
        heard_by=("Zes van de tien hebben geen werkplek en zitten thuis.",),
        pattern="Wie leert en werkt, moet een werkplek vinden om te mogen beginnen. Er zijn er te weinig, en de stad "
        "biedt er zelf geen.",
        functions="BRIDGE",
        life=Life(DossierState.ANSWERED, 6, published=True, outcome=Outcome.PARTLY),
        cause=Cause.SHORTAGE,
        behind="De stad kende enkel stages voor wie een diploma haalt, niet voor wie leert en werkt.",
        strengths="Fietshub De Ketting leidt elk jaar vier leerlingen op.",
        service="Jeugddienst Lindermonde",
        deeds=(
            Deed("Acht plekken bij de stad", "Groen, sport en keuken nemen er elk twee tot drie."),
            Deed("Ontmoetingsdag met bazen", "Veertien bazen kwamen.", by="Jobhuis Jong"),
        ),
        evidence="Acht getekende overeenkomsten.",
        heard="Er zijn te weinig werkplekken voor wie leert en werkt.",
        answer="Je zei: zonder werkplek kan ik niet starten. De stad had zelf geen plekken. Nu zijn er acht. Dat is "
        "nog niet "
        "genoeg voor iedereen. Jobhuis Jong zoekt elke maand met je mee.",
        fuller="Acht van de gevraagde twintig plekken. De rest hangt af van de selectieregels, die pas in januari op "
        "de raad komen.",
        ages="16-19 20-25",
        share=14,
    ),
    Pattern(
        "Pesten op weg naar school wordt niet gezien",
        "school",
        "Zwaluwdries, Vinkenveld",
        says=(
            "Ze wachten mij op aan de brug. Op school doen ze niks want het is buiten de poort.",
            "Ik fiets elke dag een andere weg zodat ze mij niet zien.",
            "De school zegt dat het niet hun probleem is en de politie zegt dat het de school is.",
            "Ze nemen mijn fiets af en lachen. Iedereen ziet het.",
        ),
        also=("Ik heb het nog aan niemand verteld.", "Mijn rapport is slecht daardoor.", "Ik ben niet de enige."),
        wishes=(
            "Grote leerlingen die mee op de route staan.",
            "Een app of briefje waar je het kan zeggen zonder dat ze het weten.",
        ),
        heard_by=(
            "Ze worden gepest op de weg naar huis, net buiten de poort, waar niemand zich verantwoordelijk voelt.",
        ),
        pattern="Pesten gebeurt op de weg van en naar school. Scholen en wijkteam wijzen naar elkaar.",
        functions="WELFARE SIGNAL",
        life=Life(DossierState.OPEN, 0.8),
        strengths="Twee scholen hebben leerlingen die opletten op de speelplaats.",
        ages="6-11 12-15",
        share=12,
    ),
)
