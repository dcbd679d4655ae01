"""Free time and sport: what there is to do, for whom, and what it costs."""

from jos.demo.signals.pattern import Deed, Life, Pattern
from signals.enums import Cause, DossierState, Outcome

FREE_TIME = (
    Pattern(
        "Op zondag is alles dicht in Meidoornwijk",
        "free-time",
        "Meidoornwijk",
        says=(
            "Zondag is hier de saaiste dag van de week. Echt alles is toe.",
            "Het jeugdhuis is enkel open op dagen dat ik school heb, en zondag als ik tijd heb is het dicht.",
            "Op zondag zit ik van 's morgens tot 's avonds op mijn kamer want er is niks open.",
            "Waarom is alles dicht op de enige dag dat iedereen vrij is?",
        ),
        also=("Mijn ouders werken dan ook.", "Dus ja, dan maar gamen.", "Ik verveel mij kapot."),
        wishes=(
            "Doe de zaal één zondag per maand open, wij houden die zelf proper.",
            "Zondagvoetbal in de sporthal met muziek erbij.",
        ),
        heard_by=("Ze vragen al een jaar om één zondag in de maand, en willen zelf mee openhouden.",),
        pattern="Op zondag is er in Meidoornwijk geen enkele plek voor jongeren open. Net dan hebben ze tijd en zijn "
        "ze alleen.",
        functions="FREE_TIME WELFARE",
        life=Life(DossierState.CLOSED, 12, published=True),
        cause=Cause.PRACTICE,
        behind="Alle organisaties kiezen voor woensdag en vrijdag, omdat de begeleiding op zondag duurder is.",
        strengths="Acht jongeren volgden een cursus om zelf een zaal open te houden.",
        service="Jeugddienst Lindermonde",
        deeds=(
            Deed(
                "Met drie huizen een beurtrol voor de zondag afspreken",
                "Elk huis neemt één zondag, de vierde is er een wandeling.",
            ),
            Deed("Jongeren een sleutel geven", "Acht sleuteldragers, met een afspraak op papier."),
        ),
        evidence="Kalender met de zondagen tot juni; lijst van de sleuteldragers bij de jeugddienst.",
        heard="Op zondag is er voor jongeren in Meidoornwijk niets open.",
        answer="Je zei: op zondag is alles dicht. Dat was zo. Nu is er elke zondag iets van 14 tot 18 uur. Drie huizen "
        "wisselen af. Acht jongeren hebben zelf een sleutel.",
        fuller="De beurtrol kost geen extra personeel: jongeren houden mee open en een beroepskracht is bereikbaar. We "
        "bekijken na een jaar of het blijft lopen zonder de jeugddienst.",
        ages="12-15 16-19",
        share=18,
    ),
    Pattern(
        "Sportclubs zijn te duur voor grote gezinnen",
        "free-time",
        "Kleine Ham, Spoorpoort, Kasseiwijk",
        says=(
            "Ik wil op voetbal maar het kost 260 euro en we zijn met vier kinderen thuis.",
            "Turnen is 180 euro en dan nog een pakje van 60. Dat kan mama niet betalen.",
            "Ik mocht meedoen op proef en toen kwam de rekening. Ik ben dan maar gestopt.",
            "Er is korting maar dan moet je met een papier naar het loket en iedereen in de club weet het dan.",
            "Mijn vrienden zitten allemaal in een club. Ik kijk vanachter de draad.",
        ),
        also=(
            "Mijn broer wil ook.",
            "Ik zeg altijd dat ik geen zin heb maar dat is niet waar.",
            "Sport mag toch niet voor rijke mensen zijn?",
        ),
        wishes=(
            "Laat ons betalen per maand in plaats van alles ineens.",
            "Een kast met schoenen en kleren die je kan lenen van de club.",
        ),
        heard_by=(
            "Ze zeggen dat ze geen zin hebben in sport, maar als je doorvraagt is het de prijs.",
            "De korting bestaat, maar niemand durft er in de club naar te vragen.",
        ),
        pattern="Lidgeld dat ineens betaald moet worden, houdt kinderen uit grote gezinnen weg uit de clubs. De "
        "korting bestaat, maar moet in de club zelf gevraagd worden, waar iedereen bij staat.",
        functions="FREE_TIME BRIDGE",
        life=Life(DossierState.IN_ACTION, 1.9),
        cause=Cause.RULE,
        behind="Het reglement betaalt de korting pas terug nadat de ouders alles hebben voorgeschoten.",
        strengths="Boksclub De Gouden Handschoen vraagt alleen wat je kan betalen.",
        service="Sportdienst Lindermonde",
        deeds=(
            Deed("Uitzoeken hoe de korting vooraf betaald kan worden", "Het kan, met een wijziging van artikel 6."),
            Deed("Reglement aanpassen en naar de gemeenteraad brengen"),
            Deed("Kast met sportkleren in drie clubs", by="Boksclub De Gouden Handschoen"),
        ),
        heard="Sportclubs zijn te duur als je met veel bent thuis, en om korting vragen is gênant.",
        ages="6-11 12-15 16-19",
        share=26,
    ),
    Pattern(
        "Geen meisjesuren in de sporthal van Torenkwartier",
        "free-time",
        "Torenkwartier, Lakenhof",
        says=(
            "In de sporthal zijn altijd jongens aan het voetballen. Wij mogen nooit eens.",
            "Als wij willen basketten lachen ze ons uit dus we gaan niet meer.",
            "Er is geen enkel uur in de week voor alleen meisjes. Ik mag van thuis enkel sporten met meisjes.",
            "Wij wilden volleyballen en ze zeiden dat de zaal voor het hele jaar volzet is. Door wie dan?",
        ),
        also=(
            "Wij betalen toch ook belastingen, of ja mijn ouders.",
            "We zijn met twaalf.",
            "De juf van turnen wil ons helpen.",
        ),
        wishes=(
            "Eén avond per week enkel voor meisjes, met een vrouwelijke trainer.",
            "Zumba of boksen voor meiden op vrijdag!",
        ),
        heard_by=("Twaalf meisjes zoeken een vast uur in de zaal. Ze vroegen het drie keer en kregen geen antwoord.",),
        pattern="De uren in de sporthal gaan naar wie ze vorig jaar had. Nieuwe groepen, vooral van meisjes, komen er "
        "niet tussen.",
        functions="FREE_TIME",
        life=Life(DossierState.ANSWERED, 7, published=True),
        cause=Cause.RULE,
        behind="Het huurreglement geeft voorrang aan wie al een uur heeft. Die uren komen nooit vrij.",
        strengths="Meisjeswerking Mozaïek heeft twee trainers die kunnen beginnen.",
        service="Sportdienst Lindermonde",
        deeds=(
            Deed("Nagaan welke uren gehuurd zijn en leeg blijven", "Elf uren per week bleven leeg."),
            Deed(
                "Dinsdag van 18 tot 20 uur voor meisjes", "Begonnen na de herfstvakantie.", by="Meisjeswerking Mozaïek"
            ),
        ),
        evidence="Telling van vier weken; nieuw rooster.",
        heard="In de sporthal is er geen plaats en geen uur voor meisjes.",
        answer="Je zei: wij krijgen nooit de zaal. We telden hoeveel uren leeg bleven. Dat waren er elf in een week! "
        "Op "
        "dinsdag van 18 tot 20 uur is de zaal nu voor meisjes. Kom gerust, je moet niet inschrijven.",
        fuller="Wie drie keer niet komt, verliest voortaan het uur. Die regel geldt voor alle zalen van de stad, en "
        "maakte "
        "al zeven uren vrij. De evaluatie is in juni, samen met Meisjeswerking Mozaïek.",
        ages="12-15 16-19",
        share=20,
    ),
    Pattern(
        "Zwembad: te weinig uren om gewoon te zwemmen",
        "free-time",
        "",
        says=(
            "Het zwembad is bijna altijd voor scholen en clubs. Gewoon zwemmen kan alleen op zaterdagmiddag.",
            "Wij stonden een uur in de rij bij het zwembad en dan was het vol.",
            "In de vakantie is er maar 1 baan open voor gewone mensen.",
            "Zwemmen kost nu 4,50. Vorig jaar was het nog 3.",
        ),
        also=(
            "Met de hitte wil iedereen gaan.",
            "Ik kan nog niet goed zwemmen en wil leren.",
            "Er is niks anders met water in de stad.",
        ),
        wishes=("Open het zwembad in de vakantie tot 22 uur.", "Goedkope zwemlessen voor wie al ouder is dan 10."),
        heard_by=(
            "Van de tien tieners in de groep kunnen er vier niet zwemmen. Ze schamen zich om met kleintjes les te "
            "volgen.",
        ),
        pattern="Vrij zwemmen kan maar zes uur per week. Lessen voor tieners die niet leerden zwemmen, bestaan niet.",
        functions="FREE_TIME",
        life=Life(
            DossierState.ANSWERED,
            8,
            published=True,
            outcome=Outcome.NOT_DONE,
            why="De uren zijn voor tien jaar vastgelegd in het contract met de uitbater.",
        ),
        cause=Cause.SHORTAGE,
        behind="Er is één zwembad voor de hele stad, met een contract dat de uren voor tien jaar vastlegt.",
        strengths="Redders in opleiding willen gratis lesgeven.",
        service="Sportdienst Lindermonde",
        heard="Er zijn te weinig uren om gewoon te zwemmen.",
        answer="Je zei: er zijn te weinig uren om gewoon te zwemmen. Dat klopt. Wij wilden meer uren, maar het lukt "
        "niet. In "
        "het contract met het zwembad liggen de uren vast tot over vier jaar. We zetten het al op de lijst voor dan.",
        fuller="Een wijziging van het contract zou 140.000 euro per jaar kosten. Het college koos ervoor om dat nu "
        "niet te "
        "doen. De sportdienst zoekt wel redders voor een lessenreeks voor tieners.",
        ages="6-11 12-15 16-19",
        season="warm",
        share=18,
    ),
    Pattern(
        "Niets voor wie ouder is dan zestien in Hoge Kouter",
        "free-time",
        "Hoge Kouter, Westmeers",
        says=(
            "Alles stopt als je 16 wordt. Voor ons is er enkel nog de frituur.",
            "Ik ben 19 en te oud voor het jeugdhuis en te jong voor de rest blijkbaar.",
            "Wij willen een studio om muziek te maken maar overal is het tot 15 jaar.",
            "Er is veel voor kinderen in {wijk} en dat is goed, maar vanaf 17 besta je niet meer.",
        ),
        also=(
            "We gaan dan maar naar {andere_wijk}.",
            "Wij drinken dan gewoon een pintje op straat.",
            "En nee ik wil niet naar een fitness van 40 euro.",
        ),
        wishes=(
            "Een lokaal met sleutel voor 16 plus, met een paar afspraken.",
            "Een muziekstudio waar je per uur in mag.",
        ),
        heard_by=("De zestien-plussers komen enkel nog om hun broer of zus af te zetten.",),
        pattern="Na zestien jaar valt het aanbod weg in het westen van de stad. Jongvolwassenen vinden geen plek en "
        "verliezen "
        "het contact met mensen die hen kennen.",
        functions="FREE_TIME BRIDGE",
        life=Life(DossierState.OPEN, 1.2),
        strengths="Muziekplein heeft 's avonds lege lokalen.",
        ages="16-19 20-25",
        share=14,
    ),
    Pattern(
        "De bib sluit te vroeg om te studeren",
        "free-time",
        "Lakenhof, Torenkwartier",
        says=(
            "De bib sluit om 18u en thuis kan ik niet leren met drie kleine broertjes.",
            "In de examens zat elke stoel in de bib vol. We zaten op de trap met onze laptop.",
            "Waarom is de bib dicht in het weekend van de examens???",
            "Er zijn maar acht stopcontacten in de bib en iedereen vecht ervoor.",
        ),
        also=(
            "Op kot is het ook te lawaaierig.",
            "Ik heb thuis geen eigen kamer.",
            "Anders is het een fijne plek hoor.",
        ),
        wishes=("Doe de bib open tot 22u in juni en januari.", "Open een school in het weekend om te studeren."),
        heard_by=("Ze leren in de keuken of op de trap, want de bib is dicht als zij tijd hebben.",),
        pattern="In de examens zoeken honderden jongeren een stille plek. De bib sluit om 18 uur, en thuis is er geen "
        "plaats.",
        functions="FREE_TIME WELFARE",
        life=Life(DossierState.CLOSED, 17, published=True),
        cause=Cause.PRACTICE,
        behind="De openingsuren volgen de uren van het personeel.",
        strengths="Studenten hielden in januari zelf toezicht in een leeg lokaal.",
        service="Bibliotheek De Leeslamp",
        deeds=(Deed("Bib open tot 22 uur in januari en juni", "Met jobstudenten als toezicht."),),
        evidence="Teller aan de deur: gemiddeld 84 jongeren na 18 uur.",
        heard="De bib sluit te vroeg om te kunnen studeren.",
        answer="Je zei: de bib sluit te vroeg. In januari en juni blijft ze nu open tot 22 uur, ook in het weekend. "
        "Er zijn "
        "twintig stopcontacten bij. Er kwamen elke avond 84 jongeren.",
        fuller="Vijf jobstudenten houden toezicht. De kost is 6.200 euro per blok en komt uit het budget van de bib.",
        ages="16-19 20-25",
        season="dark",
        share=18,
    ),
    Pattern(
        "Kampen zijn volzet voor je kan inschrijven",
        "free-time",
        "",
        says=(
            "De kampen van de stad waren na 4 minuten volzet. Mijn mama zat op haar werk.",
            "Je moet om 7u 's morgens op de computer zitten om een kamp te krijgen. Wij hebben geen computer.",
            "Altijd dezelfde kinderen mogen mee op kamp.",
            "Ik sta nummer 63 op de wachtlijst, lol.",
        ),
        also=(
            "Nu zit ik heel juli thuis.",
            "Vorig jaar ook al.",
            "Mijn vriendin mocht wel want haar papa werkt thuis.",
        ),
        wishes=("Trek lootjes in plaats van wie het snelste is.", "Hou plaatsen vrij voor wie nog nooit mee mocht."),
        heard_by=("Geen enkel kind uit onze groep raakte binnen. De inschrijving duurde vier minuten, online.",),
        pattern="Kampen worden online ingeschreven en zijn in minuten vol. Wie geen computer heeft of werkt, valt af.",
        functions="FREE_TIME BRIDGE",
        life=Life(DossierState.REOPENED, 13, published=True, outcome=Outcome.PARTLY, late=4),
        cause=Cause.PRACTICE,
        behind="Het systeem kent één regel: wie eerst komt. Brugfiguren kunnen niet voor iemand inschrijven.",
        strengths="Huis van het Kind Linder hielp vorig jaar dertig gezinnen inschrijven.",
        service="Jeugddienst Lindermonde",
        deeds=(
            Deed("Eén plaats op vijf vrijhouden voor wie via een brugfiguur komt", "Zestig plaatsen, alle ingevuld."),
            Deed("Loten in plaats van snelheid"),
        ),
        evidence="Lijst van de inschrijvingen per wijk.",
        heard="Kampen zijn volzet voor je kan inschrijven.",
        answer="Je zei: de kampen zijn vol voor ik kan inschrijven. Nu houden we één plaats op vijf vrij voor wie nog "
        "nooit "
        "mee mocht. Vraag het aan iemand van je jeugdhuis of school. Loten doen we nog niet.",
        fuller="Zestig van de driehonderd plaatsen gingen naar kinderen die via een brugfiguur kwamen. Loten vraagt "
        "een "
        "nieuw systeem; dat is gevraagd voor het volgende seizoen.",
        ages="6-11 12-15",
        season="warm",
        share=18,
    ),
)
