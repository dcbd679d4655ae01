"""What works well, and for whom it was meant."""

from jos.demo.signals.loose import Loose

WORKS_WELL = (
    Loose(
        "free-time",
        "De vrijdagavond in De Kaaihal is altijd top. Iedereen mag zijn eigen muziek opzetten.",
        "Jeugdhuis De Kaaihal",
    ),
    Loose(
        "free-time",
        "De begeleiders van Straatkracht kennen mijn naam en vragen hoe het gaat. Dat doet niemand anders.",
        "Straatkracht",
    ),
    Loose(
        "free-time",
        "Het boksen in de club is gratis als je het niet kan betalen en niemand die raar doet.",
        "Boksclub De Gouden Handschoen",
    ),
    Loose("free-time", "Speelplein was super deze zomer!!! Vooral de waterglijbaan.", "Speelwerking Rondom"),
    Loose("free-time", "Ik heb leren skaten van een meisje van 22. Ze is mega geduldig.", "Skatecollectief Helling"),
    Loose(
        "free-time",
        "Kookavond op dinsdag: beste van mijn week. Vorige keer maakten we dumplings.",
        "Jongerencentrum Het Dok",
    ),
    Loose("free-time", "Circus op woensdag. Ik kan nu met vier ballen jongleren!", "Circus Zonder Zaagsel"),
    Loose(
        "free-time",
        "De meidenavond is de enige plek waar ik mijn hoofddoek durf afdoen en dansen.",
        "Meisjeswerking Mozaïek",
    ),
    Loose(
        "free-time",
        "Het kamp was zo leuk dat ik huilde toen het gedaan was. Ik wil volgend jaar leiding worden.",
        "Jeugdbeweging De Wulpen",
    ),
    Loose(
        "free-time",
        "De bib heeft nu ook games en je mag er gewoon zitten zonder iets te moeten kopen.",
        "Bibliotheek De Leeslamp",
    ),
    Loose("free-time", "Muziek maken in het plein was nieuw voor mij en nu heb ik een eigen nummer.", "Muziekplein"),
    Loose("free-time", "Op de boerderij mag ik de geiten melken. Daar ben ik rustig.", "Stadsboerderij De Geit"),
    Loose("places", "Het nieuwe grasveld in {wijk} is echt mooi. Iedereen zit daar nu.", "Groendienst"),
    Loose("places", "De bankjes met tafel aan het water zijn top om te studeren.", "Groendienst"),
    Loose("places", "Het afdak met de banken: eindelijk! Wij zitten er elke dag en houden het proper.", "Groendienst"),
    Loose("places", "Ik hou van de fruitbomen in {wijk} waar je gewoon mag plukken.", "Groendienst"),
    Loose(
        "places",
        "De speelstraat in {wijk} was de max. Iedereen kwam buiten, ook mensen die ik niet kende.",
        "Dienst Buurtwerk",
    ),
    Loose("places", "In ons buurthuis mag je ook gewoon komen opwarmen. Ze vragen niks.", "Dienst Buurtwerk"),
    Loose("school", "De huiswerkbank redde mijn jaar. Ik ben geslaagd met 71!", "Huiswerkbank Lindermonde"),
    Loose(
        "school",
        "Onze school doet ontbijt voor iedereen op maandag. Niet alleen voor wie arm is, gewoon iedereen.",
        "Brede School Spoorpoort",
    ),
    Loose("school", "Mijn leerkracht Frans laat ons rappen. Nu kan ik het eindelijk.", "Atheneum Linderkouter"),
    Loose(
        "school",
        "De leerlingenraad mocht echt mee beslissen over het reglement. Dat had ik niet verwacht.",
        "Atheneum Linderkouter",
    ),
    Loose(
        "school", "Het centrum leren en werken gaf mij een tweede kans. Ik ga nu graag.", "Centrum Leren en Werken Zuid"
    ),
    Loose("work", "Via Jobhuis heb ik mijn eerste vakantiejob. Ze oefenden zelfs het gesprek met mij.", "Jobhuis Jong"),
    Loose("work", "Ik herstel nu fietsen en krijg er een certificaat voor.", "Fietshub De Ketting"),
    Loose("work", "Ze hielpen mij met de belastingbrief. Ik kreeg 212 euro terug, lol.", "Jobhuis Jong"),
    Loose("wellbeing", "De mensen van Open Raam luisteren zonder alles op te schrijven.", "Jongerenadvies Open Raam"),
    Loose(
        "wellbeing",
        "Ik mocht blijven slapen toen het thuis niet ging. Ze deden niet moeilijk.",
        "Inloophuis Tussentijd",
    ),
    Loose(
        "wellbeing", "Na de training vraagt onze trainer altijd hoe je week was. Klein maar het helpt.", "FC Linderboys"
    ),
    Loose("wellbeing", "Bij de regenboogjongeren voelde ik mij voor het eerst normaal.", "Regenboogjongeren"),
    Loose(
        "safety",
        "Straathoekwerkers zijn er ook om 23u. Dan voel ik me veilig op het plein.",
        "Straathoekwerk Linderstreek",
    ),
    Loose("safety", "Sinds er licht is in {wijk} fiets ik weer naar de training.", "Dienst Openbare Werken"),
    Loose("safety", "De gemachtigde opzichter aan onze school geeft iedereen een high five ✋", "Gemeenschapswacht"),
    Loose(
        "police",
        "De agent van de jeugdbrigade kwam voetballen met ons. Zonder uniform. Respect.",
        "Jeugdbrigade Linder",
    ),
    Loose("police", "Mijn fiets was gestolen en de wijkagent heeft hem echt gevonden!", "Politiezone Linder"),
    Loose("transport", "De rode fietsstrook in {wijk} is veel beter dan vroeger.", "Dienst Mobiliteit"),
    Loose("transport", "Gratis fietsles op zondag. Mijn mama kan nu ook fietsen ❤️", "Fietshub De Ketting"),
    Loose("papers", "Aan het loket was er iemand die Turks sprak. Mijn papa was zo blij.", "Sociaal Huis Linder"),
    Loose(
        "papers",
        "De mevrouw van het Huis van het Kind vulde alles samen met ons in. Geen stress.",
        "Huis van het Kind Linder",
    ),
    Loose(
        "online", "De laptop van de bib mocht ik drie weken houden voor mijn examens. Merci!", "Bibliotheek De Leeslamp"
    ),
    Loose(
        "housing",
        "Ze hebben ons geholpen om een appartement te vinden met een kamer voor mij alleen.",
        "Woonwinkel Lindermonde",
    ),
    Loose(
        "discrimination",
        "Bij Somali Jongeren Samen is iedereen welkom, ook als je niet Somalisch bent.",
        "Somali Jongeren Samen",
    ),
    Loose("other", "Dat je hier gewoon mag zeggen wat je denkt vind ik goed.", "Jeugddienst Lindermonde"),
    Loose(
        "other", "De moeders van Moeders aan Zet maakten soep voor iedereen in de regen. Legends.", "Moeders aan Zet"
    ),
)
