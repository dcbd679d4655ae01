"""On the road: bus, bike, crossings."""

from jos.demo.signals.pattern import Deed, Life, Pattern
from signals.enums import Cause, DossierState

TRANSPORT = (
    Pattern(
        "Na acht uur rijdt er geen bus naar de Zoutkaai",
        "transport",
        "Zoutkaai, Kanaalhaven",
        says=(
            "De laatste bus naar {wijk} is om 20u05. Training stopt om 20u30.",
            "Wij moeten elke vrijdag een uur stappen langs de grote baan, zonder voetpad.",
            "Zonder auto kan je hier na 8 uur niks doen.",
            "De bus reed gisteren gewoon voorbij. Vol. En de volgende is een uur later.",
        ),
        also=(
            "Mijn vader werkt in ploegen en kan mij niet halen.",
            "In de stad rijdt er elke 10 minuten een.",
            "In de regen is dat echt niet te doen.",
        ),
        wishes=("Eén bus om 22u zou al genoeg zijn.", "Een busje dat je kan bestellen, zoals in andere steden."),
        heard_by=(
            "Ze stoppen met hun club omdat ze niet meer thuis raken.",
            "Op vrijdag stappen ze in het donker langs de grote baan.",
        ),
        pattern="Na 20 uur zijn de wijken aan het water niet bereikbaar zonder auto. Jongeren stoppen met hun hobby "
        "of stappen "
        "langs een baan zonder voetpad.",
        functions="FREE_TIME BRIDGE",
        life=Life(DossierState.IN_ACTION, 4.5, late=22),
        cause=Cause.RULE,
        behind="De lijn is geschrapt omdat er te weinig reizigers waren, geteld op een dinsdag in augustus.",
        strengths="Vaders van de Vaart rijden op vrijdag om beurt.",
        service="Dienst Mobiliteit",
        deeds=(
            Deed("Nieuwe telling vragen op vrijdag", "Gemiddeld 34 jongeren."),
            Deed("Met de busmaatschappij een rit om 22 uur afspreken"),
        ),
        heard="Na acht uur 's avonds rijdt er geen bus meer naar de wijken aan het water.",
        season="dark",
        share=24,
    ),
    Pattern(
        "Gevaarlijk kruispunt aan Papiermolen",
        "transport",
        "Papiermolen",
        says=(
            "Aan de molen is er geen zebrapad. Ik moet elke dag lopen tussen de camions.",
            "Mijn vriend is aangereden met zijn fiets. Hij had een gebroken arm.",
            "Het fietspad stopt gewoon midden op het kruispunt. Stopt. Gewoon.",
            "Camions zien ons niet. Een keer was het echt op een haar na.",
        ),
        also=(
            "Mama brengt mij nu met de auto en zo wordt het nog drukker.",
            "Er gaan 200 kinderen langs daar.",
            "De gemachtigd opzichter is met pensioen.",
        ),
        wishes=("Groen licht enkel voor fietsers.", "Schilder het fietspad rood en trek het gewoon door!"),
        heard_by=("De kinderen steken in groep over omdat ze schrik hebben van de vrachtwagens.",),
        pattern="Tweehonderd kinderen steken elke dag een kruispunt over zonder zebrapad, tussen werfverkeer van de "
        "nieuwe buurt.",
        functions="FREE_TIME",
        life=Life(DossierState.CLOSED, 13, high=True, published=True),
        cause=Cause.SHORTAGE,
        behind="De nieuwe buurt kwam er vóór de nieuwe weg.",
        strengths="Ouders stonden een halfjaar elke ochtend zelf aan het kruispunt.",
        service="Dienst Mobiliteit",
        deeds=(
            Deed("Zebrapad en lichten voor fietsers", "Klaar voor het nieuwe schooljaar."),
            Deed("Geen vrachtwagens tijdens schooluren", "Bord en afspraak met de werf."),
        ),
        evidence="Oplevering; telling van bijna-ongevallen: van elf naar één in een maand.",
        heard="Aan Papiermolen moeten kinderen een gevaarlijk kruispunt over.",
        answer="Je zei: ik moet lopen tussen de camions. Dat was te gevaarlijk. Er is nu een zebrapad en een licht "
        "alleen voor "
        "fietsers. Tijdens de schooluren mogen er geen vrachtwagens meer rijden.",
        fuller="Een ander teamlid van Mobiliteit heeft de oplevering nagekeken. De definitieve weg volgt over twee "
        "jaar.",
        ages="6-11 12-15",
        share=18,
    ),
    Pattern(
        "Fietsen worden gestolen aan het station",
        "transport",
        "Spoorpoort",
        says=(
            "Derde fiets gestolen dit jaar. Aan het station. Met twee sloten.",
            "De bewaakte stalling kost 2 euro per dag, dat is 40 per maand. Hallo?",
            "Alle camera's hangen daar maar niemand kijkt ernaar precies.",
            "Er is geen plaats in de rekken, dus zet iedereen zijn fiets tegen het hek.",
        ),
        also=("Nu kom ik te voet en te laat.", "De politie zei: jammer.", "Een nieuwe kan ik niet betalen."),
        wishes=(
            "Gratis bewaakte stalling voor scholieren.",
            "Een plek waar je zelf je fiets kan maken met oude stukken.",
        ),
        heard_by=("De helft van de groep is een fiets kwijt aan het station.",),
        pattern="Aan het station worden fietsen van scholieren gestolen. De bewaakte stalling kost meer dan ze kunnen "
        "betalen.",
        functions="BRIDGE",
        life=Life(DossierState.DONE, 4, high=True, published=True, in_round=True),
        cause=Cause.RULE,
        behind="Het tarief maakt geen verschil tussen reizigers en scholieren.",
        strengths="Fietshub De Ketting maakt fietsen samen met jongeren.",
        service="Dienst Mobiliteit",
        deeds=(
            Deed("Stalling gratis met een schoolkaart", "Sinds deze maand."),
            Deed("Tachtig plaatsen bij", "Geplaatst aan de zuidkant."),
        ),
        evidence="Nieuw tarief op de site; foto's van de rekken.",
        heard="Aan het station worden veel fietsen van scholieren gestolen.",
        ages="12-15 16-19 20-25",
        share=16,
    ),
    Pattern(
        "Bus naar school te vol en te laat",
        "transport",
        "Vinkenveld, Oosterdries, Linderhoek",
        says=(
            "De bus van 7u40 rijdt elke dag voorbij want hij zit al vol.",
            "Ik kreeg een nota voor te laat komen en het was de bus. Elke week.",
            "We staan met 100 man in een bus voor 60. Vorige week is er iemand flauwgevallen.",
            "De app zegt 2 minuten en dan verdwijnt de bus gewoon.",
        ),
        also=("Ik sta nu om 6u op.", "De chauffeur kan er ook niet aan doen.", "School wil daar niks van horen."),
        wishes=("Twee bussen achter elkaar om 7u40.", "Geen nota als de bus te laat is."),
        heard_by=("Ze komen elke week te laat en krijgen er straf voor.",),
        pattern="De schoolbus rijdt op drie plaatsen door omdat hij vol is. Leerlingen krijgen daar straf voor.",
        functions="SIGNAL",
        life=Life(DossierState.PRIORITISED, 1.5),
        cause=Cause.SHORTAGE,
        behind="Er is één bus minder sinds vorig schooljaar.",
        strengths="De leerlingenraad hield drie weken een telling bij.",
        ages="12-15 16-19",
        share=18,
    ),
)
