"""Stories of change that partners tell in their reports, with consent and without names."""

from dataclasses import dataclass

from covenants.enums import Panel
from organisations.enums import Function

FREE, WELFARE, BRIDGE, SIGNAL = Function
YOUNG, WORKERS, CITY = Panel


@dataclass(frozen=True)
class ChangeStory:
    function: Function
    title: str
    text: str
    chosen: dict[Panel, str] | None = None  # by which panels, and why


STORIES = (
    ChangeStory(
        FREE, "De jongen die de muziek koos",
        "Een half jaar zat hij op dezelfde stoel, met zijn kap op. Op een avond was de muziekbox stuk en hij had er "
        "een bij. Nu maakt hij elke vrijdag de lijst, en vraagt hij aan wie nieuw is wat die graag hoort. Zijn kap "
        "hangt aan de kapstok.",
        {YOUNG: "Omdat niemand hem duwde. Zo gaat dat echt.",
         WORKERS: "Het toont dat wachten ook werken is."},
    ),
    ChangeStory(
        FREE, "Meisjes op het middenveld",
        "Het pleintje was van de jongens. Drie meisjes vroegen één avond per week. Er kwamen er twintig. Na de zomer "
        "vroegen ze geen aparte avond meer: ze staan nu gewoon opgesteld, en zij maken de ploegen.",
        {YOUNG: "Omdat zij het zelf vroegen en zelf stopten.", CITY: "Een vraag van drie veranderde een heel plein."},
    ),
    ChangeStory(
        FREE, "Een kamp zonder gsm, en toch bereikbaar",
        "Een moeder wou haar kind niet laten gaan zonder dat ze elk uur kon bellen. Een begeleider belde haar elke "
        "avond om acht uur, in haar taal. Op dag vier zei ze dat het niet meer hoefde. Dit jaar gaan haar twee andere "
        "kinderen ook mee.",
        {WORKERS: "Vertrouwen van thuis is de helft van ons werk, en niemand telt dat."},
    ),
    ChangeStory(
        FREE, "De skaters en de buurvrouw",
        "Elke avond belde een buurvrouw de politie. De skaters gingen koekjes brengen en vroegen tot wanneer het "
        "mocht. Nu zit ze op het bankje, en roept ze als het donker wordt. Ze heeft geen enkele keer meer gebeld.",
        {CITY: "Geen regel lost dit beter op.", YOUNG: "Omdat koekjes werken.",
         WORKERS: "Zij losten het op, wij stonden erbij."},
    ),
    ChangeStory(
        FREE, "Wie de sleutel heeft",
        "We gaven een groepje van zeventien de sleutel, met buikpijn. Er is één keer iets gebroken, en het was betaald "
        "voor wij het wisten. Twee van hen begeleiden nu zelf.",
    ),
    ChangeStory(
        FREE, "Rolstoel in de doos",
        "De klimmuur was niet voor haar, dacht iedereen. Ze vroeg een touw. De groep bouwde met planken een tweede weg "
        "naar boven. Sindsdien klimmen ook de kleinsten langs die weg.",
        {YOUNG: "Omdat het voor iedereen beter werd.", WORKERS: "Aanpassen is uitvinden."},
    ),
    ChangeStory(
        WELFARE, "Soep om vijf uur",
        "Hij kwam altijd om vijf uur, net voor het eten, en vertrok net erna. Niemand vroeg iets. Na twee maanden "
        "bleef hij afwassen en vertelde hij dat er thuis niet gekookt werd. Samen belden we iemand. Hij eet hier nog "
        "altijd, maar nu omdat hij het gezellig vindt.",
        {WORKERS: "Dit is nabijheid: eerst soep, dan vragen.", CITY: "Wij hadden eerst een formulier gevraagd."},
    ),
    ChangeStory(
        WELFARE, "De wachtkamer",
        "Ze was al twee keer weggelopen uit de wachtkamer. De derde keer zat er een jeugdwerker naast haar, met een "
        "spel kaarten. Ze won, en ging naar binnen. De vierde keer ging ze alleen.",
        {YOUNG: "Omdat wachten het ergste is.", WORKERS: "Drie kwartier kaarten: zet dat maar eens in een cijfer."},
    ),
    ChangeStory(
        WELFARE, "Een vriend die mocht meekomen",
        "Praten met een volwassene wou hij niet. Zijn vriend wel, want die deed dat al een jaar. Met twee op de bank "
        "ging het. Nu brengt hij op zijn beurt iemand mee.",
    ),
    ChangeStory(
        WELFARE, "Slapen zonder dat iemand belt",
        "Na een ruzie sliep hij bij verschillende vrienden. Hij wou niet dat iemand belde. Dat deden we niet: we "
        "zochten samen wie hij zelf wou bellen. Het werd een tante. Na drie weken was er weer een kamer.",
        {WORKERS: "Beroepsgeheim is hier geen regel maar een belofte."},
    ),
    ChangeStory(
        WELFARE, "Vaders op vrijdag",
        "Er kwam nooit een vader. Tot de vraag was of iemand een bank kon herstellen. Nu zijn er zes, elke vrijdag, en "
        "praten ze boven de zaagmachine over wat ze thuis niet zeggen.",
        {CITY: "We bereikten met één kapotte bank meer dan met drie folders."},
    ),
    ChangeStory(
        BRIDGE, "Eerste loon",
        "Hij had veertien brieven gestuurd en nul antwoorden. Bij de groendienst mocht hij een week meelopen. Nu "
        "snoeit hij, kent hij de bomen bij hun naam, en stuurde hij zijn neef.",
        {CITY: "Eén week meelopen was genoeg. Waarom deden we dat niet eerder?",
         YOUNG: "Omdat veertien keer niets gewoon pijn doet."},
    ),
    ChangeStory(
        BRIDGE, "De brug over het schoolplein",
        "De school kende haar als een naam op een lijst van afwezigen. Wij kenden haar als wie de kleinsten leert "
        "lezen. Toen de leerkracht kwam kijken, stond ze voor de klas, op zaterdag. Op maandag stond ze weer in de "
        "klas.",
        {WORKERS: "Eén kind, twee blikken. Dat is de brug.", YOUNG: "Omdat ze meer is dan afwezig."},
    ),
    ChangeStory(
        BRIDGE, "Lidgeld zonder schaamte",
        "Het kansentarief bestond, maar je moest het aan de balie vragen, met de rij achter je. De club zet het nu "
        "vanzelf juist. Elf kinderen schreven zich in van wie we dachten dat ze niet wilden.",
        {CITY: "Niet de prijs hield hen tegen, maar de vraag.", WORKERS: "Een regel die zwijgt, helpt meer."},
    ),
    ChangeStory(
        BRIDGE, "Een brief in gewone woorden",
        "Met de brief van de studietoelage kwamen ze met negen tegelijk. We vulden hem samen in op een groot scherm. "
        "Een meisje vond een fout in het formulier zelf. De dienst paste het aan, voor iedereen.",
        {CITY: "Zij zag wat wij in vier jaar niet zagen."},
    ),
    ChangeStory(
        BRIDGE, "Twee talen op het podium",
        "Zijn Nederlands was ‘niet goed genoeg’ voor het toneel. Ze speelden het stuk in twee talen. In de zaal "
        "lachten mensen om grappen die hun buren eerst moesten uitleggen.",
        {YOUNG: "Omdat fout praten ook praten is."},
    ),
    ChangeStory(
        SIGNAL, "Licht op het jaagpad",
        "Zeven meisjes tekenden waar ze sneller fietsten dan ze wilden. Het was één stuk van tweehonderd meter. Nu "
        "hangt er licht, en onder de eerste lamp een bordje: gevraagd door de vaart zelf.",
        {YOUNG: "Omdat het er nu echt hangt.", CITY: "Een tekening zei meer dan drie vergaderingen.",
         WORKERS: "Zeven meisjes, en hun naam hangt er niet bij maar hun woorden wel."},
    ),
    ChangeStory(
        SIGNAL, "De bus die bleef",
        "De laatste bus zou verdwijnen. Jongeren hielden een maand bij wie er opzat: nachtverpleegkundigen, koks en "
        "zij. Met die lijst gingen ze naar het overleg. De bus blijft, een kwartier later.",
        {WORKERS: "Ze telden mee voor anderen, niet alleen voor zichzelf."},
    ),
    ChangeStory(
        SIGNAL, "Niet op de stoep",
        "Elke week werden ze gevraagd door te gaan, ook op hun eigen stoep. Ze schreven op waar en wanneer. De "
        "jeugdbrigade las het met hen, en erkende twee keer een fout. Sindsdien zeggen ze elkaar goedenavond.",
        {YOUNG: "Omdat sorry zeggen nooit gebeurt.", WORKERS: "Erkenning was het keerpunt, niet de regel."},
    ),
    ChangeStory(
        SIGNAL, "Wie er aan tafel zit",
        "Het overleg was om twee uur. Wij zeiden dat er dan niemand kan. Het werd zeven uur, met broodjes. Er zat een "
        "meisje van veertien, en haar punt kwam als eerste.",
        {CITY: "Het uur was de drempel, en die lag bij ons."},
    ),
)  # fmt: skip
