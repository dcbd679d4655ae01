"""Signals that belong to no dossier: what is for somebody else, and what cannot be taken up."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Loose:
    theme: str
    text: str
    to: str = ""  # the organisation it was passed on to
    reply: str = ""


REFERRED = (
    Loose(
        "wellbeing",
        "Ik voel me al weken leeg en weet niet met wie ik kan praten.",
        "Jongerenadvies Open Raam",
        "Dank je om dit te vertellen. Bij Open Raam is er elke dag iemand die luistert, zonder afspraak. We lieten "
        "weten dat iemand kan komen.",
    ),
    Loose(
        "wellbeing",
        "Sinds mijn oma dood is kan ik niet slapen.",
        "Jongerenadvies Open Raam",
        "Dat is heel verdrietig. Bij Open Raam kan je erover praten, alleen of met een vriend. Ze weten dat je "
        "misschien komt.",
    ),
    Loose(
        "wellbeing",
        "Ik eet bijna niks meer en niemand ziet het.",
        "Wijkgezondheidscentrum De Linde",
        "Goed dat je het zegt. In De Linde kan je gratis bij een dokter. Die stelt eerst vragen, meer niet.",
    ),
    Loose(
        "school",
        "Ik ben van school gestuurd en weet niet hoe het nu verder moet.",
        "Centrum Leren en Werken Zuid",
        "Het centrum belt niet naar je ouders. Je mag er elke middag binnen om te praten over wat je wel wilt.",
    ),
    Loose(
        "school",
        "Mijn stagebegeleider doet rare dingen en de school gelooft mij niet.",
        "Jongerenadvies Open Raam",
        "Wij geloven dat dit moeilijk is om te zeggen. Open Raam kijkt samen met jou wat je kan doen.",
    ),
    Loose(
        "papers",
        "Wij moeten binnen twee weken uit ons huis en mijn ouders begrijpen de brief niet.",
        "Sociaal Huis Linder",
        "Kom met de brief naar het Sociaal Huis, ook zonder afspraak op woensdag. Er is een tolk.",
    ),
    Loose(
        "papers",
        "Mijn kids-ID is kwijt en de reis met school is maandag.",
        "Sociaal Huis Linder",
        "Dat kan met spoed. Vraag het aan het loket, dan heb je een nieuwe in twee dagen.",
    ),
    Loose(
        "work",
        "Mijn baas betaalt mijn uren niet en ik ben 17.",
        "Jobhuis Jong",
        "Bij Jobhuis Jong zit iemand die je rechten kent. Die belt pas naar je baas als jij dat wilt.",
    ),
    Loose(
        "work",
        "Ik wil werken maar weet niet wat ik kan.",
        "Werkplaats Eerste Stap",
        "Bij Eerste Stap mag je vier weken proberen. Je beslist daarna zelf.",
    ),
    Loose(
        "home",
        "Mijn ouders nemen al mijn geld van het weekendwerk.",
        "Jongerenadvies Open Raam",
        "Dat mag niet zomaar. Open Raam legt uit wat mag en wat niet, en wat je kan zeggen.",
    ),
    Loose(
        "discrimination",
        "De vrouw van de winkel noemde mij een vuile vluchteling. Kan ik daar iets mee doen?",
        "Dienst Gelijke Kansen",
        "Ja, dat kan. De dienst luistert en helpt je kiezen: een gesprek, een melding of niets. Jij beslist.",
    ),
    Loose(
        "free-time",
        "Is er ergens basketbal voor meisjes van 10? Ik vind niks.",
        "Basketbal Kouter",
        "Ja, op woensdag om 14 uur. De eerste drie keren zijn gratis.",
    ),
    Loose(
        "safety",
        "Mijn buurman maakt elke nacht ruzie met zijn vrouw. Ik hoor alles.",
        "Politiezone Linder",
        "Dat is zwaar om te horen. De wijkagent kan langsgaan zonder te zeggen wie iets zei. Is er nu gevaar? Bel 112.",
    ),
)
NOT_TAKEN_UP = (
    Loose(
        "other",
        "Kunnen jullie de leerkracht wiskunde ontslaan. Hij heeft een rare stem.",
        reply="Daar gaan wij niet over, en een rare stem is geen reden 😉 Is er iets anders aan de hand in de les? "
        "Schrijf gerust opnieuw.",
    ),
    Loose("other", "test test 123", reply="Dit leek een test. Wil je echt iets zeggen? Dat kan altijd opnieuw."),
    Loose(
        "free-time",
        "Er moet een pretpark komen met 10 achtbanen.",
        reply="Leuk bedacht! Een pretpark bouwen kan de stad niet. We geven je vraag naar iets spannends wel door aan "
        "het speelplein.",
    ),
    Loose(
        "transport",
        "Maak de snelweg naar zee korter.",
        reply="Over de snelweg beslist de stad niet. Gaat het over een straat hier? Vertel dan welke.",
    ),
    Loose(
        "free-time",
        "De pizza van de zaak op de hoek is te duur geworden.",
        reply="De prijzen van een winkel bepalen wij niet. Wist je dat je op dinsdag in het jeugdhuis voor 2 euro mee "
        "kan eten?",
    ),
    Loose(
        "online",
        "Kunnen jullie mijn account terugkrijgen dat ik kwijt ben",
        reply="Dat kan alleen het bedrijf achter de app. Bij de bib helpt iemand je op woensdag met zo'n aanvraag.",
    ),
    Loose(
        "places",
        "In de stad van mijn neef moet er een beter zwembad komen.",
        reply="Die stad heeft een eigen jeugddienst. We kunnen dit hier niet oplossen.",
    ),
    Loose(
        "school",
        "Afschaffen die school.",
        reply="Naar school gaan is een wet, die veranderen wij niet. Wat zou er op jouw school anders mogen? Vertel "
        "het ons.",
    ),
    Loose(
        "police",
        "Ik wil dat jullie zeggen wie mij verklikt heeft.",
        reply="Dat mogen en willen we niet doen. Zit je ergens mee? Bij Open Raam kan je er rustig over praten.",
    ),
    Loose(
        "places",
        "Zet overal camera's, ook in de kleedkamers.",
        reply="Camera's in kleedkamers mogen niet, en maar goed ook. Voel je je ergens niet veilig? Zeg dan waar.",
    ),
    Loose(
        "other",
        "jullie doen toch niks",
        reply="We snappen dat je dat denkt. Kijk eens bij 'Jij zei, wij deden'. En zeg ons wat er voor jou moet "
        "veranderen, dan zoeken we mee.",
    ),
    Loose(
        "housing",
        "Mijn kleine zus moet uit mijn kamer.",
        reply="Dat kunnen wij niet regelen, al snappen we je wel. In het buurthuis is er een stille kamer als je even "
        "alleen wilt zijn.",
    ),
    Loose(
        "transport",
        "Er moeten vliegende bussen komen 🚀",
        reply="Dat zouden wij ook willen! Voorlopig rijden ze op de grond. Mist er een bus bij jou? Zeg dan welke.",
    ),
    Loose(
        "free-time",
        "Waarom is er geen sneeuw.",
        reply="Dat hebben we niet in de hand. Bij vorst opent de ijsbaan op de markt wel.",
    ),
)
# Words of danger. Somebody of the youth service reads these first.
DANGER = (
    Loose(
        "wellbeing",
        "Soms wil ik niet meer leven. Ik zeg het tegen niemand.",
        "Jongerenadvies Open Raam",
        "We zijn blij dat je dit zegt. Je moet hier niet alleen mee zitten. Bel of chat nu met iemand van de "
        "hulplijnen op deze pagina, dag en nacht. Bij Open Raam kan je elke dag binnenstappen.",
    ),
    Loose(
        "violence",
        "Hij slaat mij als hij gedronken heeft. Ik durf niks zeggen want dan wordt het erger.",
        "Jongerenadvies Open Raam",
        "Wat er gebeurt is niet jouw schuld. Is het nu onveilig? Bel 112. Op 1712 luistert iemand die niets doet "
        "zonder jou. Open Raam verwacht je.",
    ),
    Loose(
        "home",
        "Ik ben van huis weggelopen en slaap bij een vriend. Ik wil niet terug, thuis slaan ze.",
        "Inloophuis Tussentijd",
        "Goed dat je een plek hebt. In Tussentijd is er vanavond een bed en iemand om mee te praten. Je moet niet "
        "zeggen wie je bent.",
    ),
    Loose(
        "violence",
        "Iemand dwong mij om dingen te doen die ik niet wou. Ik kan er niet over praten.",
        "Jongerenadvies Open Raam",
        "Het is moedig dat je dit schrijft. Je hebt niets fout gedaan. In een zorgcentrum kan je dag en nacht "
        "terecht, ook zonder politie. Open Raam gaat mee als je wilt.",
    ),
    Loose(
        "wellbeing",
        "Mijn vriendin snijdt zichzelf en ik heb beloofd om te zwijgen.",
        "Jongerenadvies Open Raam",
        "Je bent een goede vriendin. Dit is te zwaar om alleen te dragen. Praat met iemand van Open Raam: zij "
        "vertellen niets verder zonder jou.",
    ),
    Loose(
        "wellbeing",
        "Ik heb gisteren bijna iets doms gedaan. Zelfmoord bedoel ik. Vandaag gaat het beter maar ik ben bang voor "
        "morgen.",
        "Jongerenadvies Open Raam",
        "Dank je dat je dit vertelt. Bel nu 1813 of chat, ook als het even beter gaat. Morgen om 10 uur is er iemand "
        "vrij bij Open Raam.",
    ),
)
QUESTIONS = (
    (
        "Dank je wel! Op welke plek is dat juist? Dan gaan we kijken.",
        "aan de achterkant van de kerk, bij de fietsenrekken",
    ),
    ("Goed dat je dit zegt. Gebeurt dit elke dag, of op vaste uren?", "vooral vrijdag en zaterdag na 20u"),
    ("Bedankt! Zijn er nog anderen die dit vinden?", "ja zeker 8 van mijn klas"),
    ("Wat zou voor jou het meeste helpen?", "dat iemand gewoon komt kijken en luistert"),
    (
        "Dank je. Heb je dit al aan iemand gezegd, op school of in een jeugdhuis?",
        "aan de conciërge, maar die kan er niks aan doen",
    ),
    ("Mogen we dit in jouw woorden doorgeven aan de dienst?", "ja als mijn naam er niet bij staat"),
    ("Sinds wanneer is het zo?", "denk ik al van voor de grote vakantie"),
    ("Hoe oud is de groep waarover je schrijft, ongeveer?", "tussen 13 en 16, ook een paar broertjes"),
)
