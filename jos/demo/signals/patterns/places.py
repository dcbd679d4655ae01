"""Places in the neighbourhood: where to sit, play and hang around."""

from jos.demo.signals.pattern import Deed, Life, Pattern
from signals.enums import Cause, DossierState, Outcome

PLACES = (
    Pattern(
        "Nergens droog zitten aan de Kleine Ham",
        "places",
        "Kleine Ham",
        says=(
            "Als het regent kunnen wij nergens zitten in {wijk}. We staan dan met zes onder het afdak van de "
            "wasserette.",
            "Er is geen enkel afdak op het plein. Elke keer als het regent moet iedereen naar huis.",
            "Wij hangen altijd in de inkomhal van de blok omdat het buiten nat is. De buren worden daar boos van.",
            "Waarom staat er nergens iets om onder te zitten? Een bushokje telt niet he.",
            "In de winter kan je hier niks. Te nat, te koud, en binnen is er geen plaats.",
            "De banken aan het plein staan pal in de wind en zonder dak. Dus daar zit nooit iemand.",
        ),
        also=(
            "Thuis is er geen plaats om met vrienden af te spreken.",
            "Vorige week was ik doorweekt.",
            "We doen niks verkeerd, we willen gewoon zitten.",
        ),
        wishes=(
            "Zet een paar banken met een dak op het plein van {wijk}.",
            "Kunnen ze het oude fietsenkot niet openzetten als schuilplek? Dat staat toch leeg.",
        ),
        heard_by=(
            "Ze staan bij regen onder het afdak van de wasserette en worden daar weggestuurd.",
            "Ze zoeken een plek met een dak. Nu zitten ze in de inkomhallen van de blokken.",
        ),
        pattern="Bij slecht weer is er in Kleine Ham buiten geen plek om samen te zitten. Jongeren schuilen in "
        "inkomhallen "
        "en onder winkelluifels, en worden daar weggestuurd.",
        functions="FREE_TIME",
        life=Life(DossierState.CLOSED, 14, published=True),
        cause=Cause.SHORTAGE,
        behind="Bij de heraanleg van het plein zijn alle afdaken geschrapt om zicht te houden. Er kwam niets in de "
        "plaats.",
        strengths="De wasserette laat jongeren bij onweer wel binnen. De wijkregisseur kent de groep.",
        service="Groendienst",
        deeds=(
            Deed("Met tien jongeren een plek kiezen op het plein", "Ze kozen de hoek aan de basketring."),
            Deed("Een afdak met twee banken plaatsen", "Staat er sinds het voorjaar."),
        ),
        evidence="Foto's van het afdak; nota van het bezoek met de groep.",
        heard="Als het regent, kunnen jongeren in Kleine Ham nergens samen zitten.",
        answer="Je zei: als het regent kunnen we nergens zitten. Dat klopte. Tien jongeren kozen mee een plek. Nu "
        "staat er "
        "een afdak met twee banken, naast de basketring. Is er iets stuk? Laat het weten.",
        fuller="Het afdak kwam er binnen de termijn, uit het budget voor klein straatmeubilair. Jongeren kozen zelf de "
        "plek. De buren werden vooraf uitgenodigd; er kwam één bezwaar, over geluid, dat na een maand is ingetrokken.",
        ages="12-15 16-19",
        season="dark",
        share=16,
    ),
    Pattern(
        "Het basketveld van Weverij is stuk",
        "places",
        "Weverij",
        says=(
            "De ring op het veldje van {wijk} hangt al maanden scheef. Je kan er niet meer op spelen.",
            "Er liggen overal scherven op het basketveld, mijn knie ligt open.",
            "Het net is weg, de ring is scheef en de lijnen zie je niet meer. Zo kan je toch niet ballen.",
            "Toen ik in het water stapte bleek het een put van 10 cm te zijn. Midden op het veld!",
            "Iedereen gaat nu naar {andere_wijk} om te spelen want bij ons is het kapot.",
        ),
        also=(
            "We hebben het al tegen de man van het onderhoud gezegd.",
            "Vroeger stonden we er elke dag.",
            "De kleintjes vallen daar elke dag.",
        ),
        wishes=(
            "Nieuwe ringen en verf aub, wij willen wel helpen schilderen.",
            "Twee ringen op verschillende hoogte, dan kunnen de kleinsten ook meedoen.",
        ),
        heard_by=(
            "Het veldje ligt vol scherven en de ring hangt los. Ze spelen er met schrik.",
            "Ze stellen voor om zelf de lijnen te schilderen als de stad verf geeft.",
        ),
        pattern="Het basketveld in Weverij is al een jaar niet onderhouden: een scheve ring, scherven, een put. "
        "Jongeren "
        "wijken uit naar andere wijken of spelen niet meer.",
        functions="FREE_TIME",
        life=Life(DossierState.IN_ACTION, 4, late=6, published=True, in_round=True),
        cause=Cause.PRACTICE,
        behind="Het veld staat op geen enkele onderhoudslijst: sport denkt dat groen het doet, en omgekeerd.",
        strengths="Een groep van vijftien jongeren wil zelf schilderen. Basketbal Kouter leent materiaal uit.",
        service="Sportdienst Lindermonde",
        deeds=(
            Deed("Scherven weg en put vullen", "Gedaan in de eerste week."),
            Deed("Nieuwe ringen plaatsen"),
            Deed("Lijnen schilderen met de jongeren", by="Basketbal Kouter"),
        ),
        heard="Het basketveld in Weverij is stuk en ligt vol scherven.",
        season="warm",
        share=18,
    ),
    Pattern(
        "Weggestuurd van het plein aan Garenmarkt",
        "places",
        "Garenmarkt, Torenkwartier",
        says=(
            "We zaten gewoon te chillen op de markt en we moesten weg. Waarom? We deden niks.",
            "Ik word altijd weggestuurd als ik met meer dan vier man op het plein sta. Met mijn ouders mag ik er wel "
            "zitten.",
            "Op {wijk} mag je blijkbaar alleen zitten als je iets koopt op een terras. Wij hebben geen geld voor een "
            "cola van 3 euro.",
            "De winkels klagen over ons maar waar moeten we dan naartoe?",
            "Elke zaterdag hetzelfde. Er komt iemand en zegt dat we moeten doorlopen.",
        ),
        also=("We waren niet eens luid.", "Dat voelt echt slecht.", "Niemand zegt waar het dan wel mag."),
        wishes=("Maak een hoek op {wijk} die van ons mag zijn.", "Laat ons samen regels afspreken met de winkels."),
        heard_by=(
            "Ze worden op zaterdag van de markt gestuurd zonder dat iemand zegt waarom.",
            "Ze willen met de winkels aan tafel zitten, maar niemand vroeg het hun ooit.",
        ),
        pattern="Jongeren die in groep op de pleinen van het centrum zitten, moeten doorlopen zonder dat er een "
        "klacht is "
        "die zij kennen. Er is geen plek in het centrum waar ze wel mogen zijn zonder te betalen.",
        functions="FREE_TIME SIGNAL",
        life=Life(DossierState.PRIORITISED, 2.5),
        cause=Cause.RULE,
        behind="Het politiereglement spreekt van 'hinderlijk samenscholen' vanaf vijf personen, zonder dat er hinder "
        "moet zijn.",
        strengths="Twee winkeliers gaven stopcontact en water aan de groep die er danst.",
        heard="Jongeren worden van de pleinen in het centrum gestuurd, ook als er niets gebeurt.",
        season="warm",
        share=22,
    ),
    Pattern(
        "Speeltuin Rozenakker is alleen voor kleuters",
        "places",
        "Rozenakker",
        says=(
            "Ik ben 11 en alles in de speeltuin is voor baby's. De glijbaan komt tot aan mijn buik.",
            "Wij willen klimmen maar er is enkel een wip en een zandbak met kattenkak.",
            "Als ik met mijn broer ga spelen is er niks voor mij.",
            "Er is 1 schommel voor heel {wijk} en daar staan altijd 10 kinderen te wachten.",
        ),
        also=(
            "Mijn mama vindt dat ook.",
            "In de speeltuin van mijn neef is er wel een kabelbaan.",
            "Ik verveel me daar.",
        ),
        wishes=(
            "Een hoge klimtoren en een kabelbaan!!!",
            "Een pumptrack zou vet zijn, of een hut die we zelf mogen bouwen.",
        ),
        heard_by=("De tien- tot twaalfjarigen klimmen op het dak van het toilethuisje, want iets anders is er niet.",),
        pattern="De speeltuin van Rozenakker is gemaakt voor kinderen tot zes jaar. Wie ouder is, vindt er niets en "
        "gaat "
        "op straat of op de daken spelen.",
        functions="FREE_TIME",
        life=Life(DossierState.ASSIGNED, 2),
        cause=Cause.SHORTAGE,
        behind="Bij de aanleg in 2009 was de wijk nieuw en waren er vooral kleuters.",
        strengths="De ouders van Rozenakker organiseren elke zomer een bouwdag.",
        service="Groendienst",
        deeds=(Deed("Met de leerlingen van het vijfde en zesde een plan tekenen"),),
        ages="6-11 12-15",
        season="warm",
        share=12,
    ),
    Pattern(
        "Skateplek aan de Kanaalhaven verdwijnt",
        "places",
        "Kanaalhaven",
        says=(
            "Ze gaan de loods afbreken waar wij skaten. Waar moeten we naartoe in de winter?",
            "Er hangt een bord dat de skateplek weg moet voor appartementen. Niemand heeft ons iets gevraagd.",
            "Wij hebben zelf de hellingen gebouwd in de loods en nu moet alles weg tegen de zomer.",
            "Skaten is het enigste wat ik heb hier. Als dat weg is weet ik het ook niet meer.",
        ),
        also=(
            "Er komen elke dag wel 30 man.",
            "Ook veel meisjes trouwens.",
            "Het is de enige overdekte plek in de stad.",
        ),
        wishes=(
            "Zet een overdekt skatepark bij de nieuwe blokken, er is plaats genoeg.",
            "Laat ons de hellingen verhuizen, we doen het zelf wel.",
        ),
        heard_by=("De skaters vernamen van een bord dat hun loods afgebroken wordt.",),
        pattern="De loods waar dagelijks dertig jongeren skaten, wordt afgebroken. De vergunning houdt geen rekening "
        "met wie "
        "de plek nu gebruikt, en jongeren werden niet gehoord.",
        functions="FREE_TIME BRIDGE",
        life=Life(DossierState.REOPENED, 11, published=True, outcome=Outcome.PARTLY),
        cause=Cause.PRACTICE,
        behind="Tijdelijk gebruik van leegstand eindigt bij een vergunning, zonder dat er een vervolg wordt gezocht.",
        strengths="Skatecollectief Helling bouwde alle hellingen zelf en houdt de loods schoon.",
        service="Sportdienst Lindermonde",
        deeds=(
            Deed("Een tijdelijke plek zoeken", "De parking achter de sporthal, zonder dak."),
            Deed("De hellingen verhuizen met de skaters", "Gedaan op twee zaterdagen.", by="Skatecollectief Helling"),
            Deed("Een overdekte plek zoeken voor de winter"),
        ),
        evidence="Gebruiksovereenkomst voor de parking, foto's van de verhuis.",
        heard="De skateloods aan de Kanaalhaven moet weg, en niemand vroeg de skaters iets.",
        answer="Je zei: onze loods verdwijnt en niemand vroeg ons iets. Dat had anders gemoeten. De hellingen staan "
        "nu op "
        "de parking achter de sporthal. Een dak is er nog niet. Daar zoeken we verder naar.",
        fuller="De parking is voor drie jaar toegezegd. Een overdekte plek binnen de nieuwe wijk is niet opgenomen in "
        "de "
        "vergunning; we onderhandelen met de ontwikkelaar over de plint van blok C.",
        share=20,
    ),
    Pattern(
        "Geen toilet en geen water aan de speelplekken",
        "places",
        "",
        says=(
            "Er is nergens een wc als je buiten speelt. Jongens gaan achter een boom, maar wij meisjes moeten naar "
            "huis.",
            "Kan er een drinkfontein komen in {wijk}? Na het voetbal is er nergens water.",
            "Ik moet altijd naar huis om te plassen en dan mag ik niet meer buiten.",
            "Bij 35 graden gespeeld en geen kraan te vinden.",
        ),
        also=(
            "In de snackbar moet je iets kopen om naar de wc te mogen.",
            "Echt stom geregeld.",
            "Dat is toch niet zo moeilijk?",
        ),
        wishes=(
            "Een gratis wc en een kraantje bij elk pleintje.",
            "Laat ons naar de wc mogen in de bib of de sporthal zonder vragen.",
        ),
        heard_by=("De meisjes gaan vroeger naar huis dan ze willen, omdat er geen toilet is.",),
        pattern="Wie buiten speelt of sport, vindt in bijna geen enkele wijk een toilet of drinkwater. Meisjes gaan "
        "daardoor "
        "vroeger naar huis.",
        functions="FREE_TIME",
        life=Life(
            DossierState.PARKED,
            9,
            published=True,
            why="Het toiletplan voor de hele stad komt in het voorjaar. We wachten dat af.",
        ),
        cause=Cause.SHORTAGE,
        behind="Er is geen dienst die openbare toiletten in haar opdracht heeft.",
        strengths="Drie sporthallen laten jongeren zonder vragen binnen.",
        heard="Wie buiten speelt of sport, vindt bijna nergens een toilet of drinkwater. Meisjes gaan daardoor vroeger "
        "naar huis dan ze willen.",
        ages="6-11 12-15 16-19",
        season="warm",
        share=15,
    ),
    Pattern(
        "Het pleintje van Spoorpoort is 's avonds pikdonker",
        "safety",
        "Spoorpoort",
        says=(
            "De lampen aan het pleintje zijn al sinds september kapot. Je ziet geen hand voor je ogen.",
            "Om 17u is het al donker en dan durf ik niet meer door de tunnel onder het spoor.",
            "Mijn zus wacht op mij aan de bushalte omdat ze niet alleen over het plein wil. Ze is 20.",
            "In de spoortunnel is er altijd minstens 1 lamp kapot. Je hoort stappen en je ziet niks.",
            "'s Avonds loop ik een kwartier om, zodat ik niet door {wijk} centrum moet in het donker.",
        ),
        also=(
            "Ik bel dan altijd met iemand tot ik thuis ben.",
            "Mijn ouders laten me daarom niet meer gaan trainen.",
            "Overdag is het daar wel ok.",
        ),
        wishes=(
            "Licht dat aanspringt als je passeert.",
            "Laat een paar jongeren de tunnel schilderen en zet er goede lampen in.",
        ),
        heard_by=(
            "De meisjes van donderdagavond gaan in groep naar huis, omdat het pleintje en de tunnel donker zijn.",
            "Ze lopen liever een kwartier om dan door de tunnel.",
        ),
        pattern="Het pleintje en de tunnel onder het spoor zijn in de winter donker. Vooral meisjes lopen om of "
        "blijven "
        "thuis, en stoppen met hun hobby.",
        functions="FREE_TIME WELFARE",
        life=Life(DossierState.IN_ACTION, 5, late=33, high=True, published=True, in_round=True),
        cause=Cause.PRACTICE,
        behind="De lampen van de tunnel zijn van het spoor, die van het plein van de stad. Elk wacht op de ander.",
        strengths="Straatkracht wandelt op donderdag mee tot de bushalte.",
        service="Dienst Openbare Werken",
        deeds=(
            Deed("Kapotte lampen van het plein vervangen", "Zeven lampen vervangen."),
            Deed("Afspraak met het spoor over de tunnel"),
        ),
        heard="Het pleintje en de tunnel in Spoorpoort zijn 's avonds donker. Veel meisjes durven er niet langs.",
        ages="12-15 16-19 20-25",
        season="dark",
        share=30,
    ),
)
