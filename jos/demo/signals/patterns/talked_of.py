"""What is said here and there, and was put in no dossier yet."""

from jos.demo.signals.pattern import Pattern

TALKED_OF = (
    Pattern(
        "Hondenpoep op het grasveld van Oosterdries",
        "places",
        "Oosterdries",
        says=(
            "Het hele grasveld ligt vol hondenpoep. Voetballen is daar echt vies.",
            "Ik viel er vol in met mijn handen. Bah.",
            "Mensen laten hun hond los en die bijt in onze bal.",
        ),
        also=("Er staat een bord maar niemand leest dat.", "En wij krijgen thuis onder onze voeten."),
        wishes=("Een apart stuk voor honden met een hekje.",),
        heard_by=("De kleintjes mogen van hun ouders niet meer op het gras.",),
        ages="6-11 12-15",
        season="warm",
    ),
    Pattern(
        "Deelsteps liggen overal op de stoep",
        "transport",
        "Lakenhof, Garenmarkt",
        says=(
            "Ik rij in een rolstoel en elke dag lig er een step in mijn weg.",
            "De steps liggen overal en de kleintjes struikelen erover.",
            "Mijn buddy is blind en liep er vol tegen.",
        ),
        also=("Ik moet dan op de weg rijden.", "Ik gebruik ze zelf ook, maar zet ze goed."),
        wishes=("Vaste plekken voor steps, met strepen op de grond.",),
        heard_by=("Een jongen in een rolstoel raakt niet meer tot aan het plein.",),
    ),
    Pattern(
        "Busabonnement te duur voor jongvolwassenen",
        "transport",
        "",
        says=(
            "Vanaf 20 is de bus ineens dubbel zo duur terwijl ik nog studeer.",
            "Ik ga te voet naar mijn werk, 50 minuten, om geld te sparen.",
            "Voor een sollicitatie betaal je 5 euro heen en terug. En dan is het toch nee.",
        ),
        also=("Een fiets heb ik niet.", "Vroeger was het gratis."),
        wishes=("Gratis bus voor wie werk zoekt.", "Zelfde prijs tot 25 jaar."),
        heard_by=("Ze gaan niet naar een sollicitatie omdat de bus te duur is.",),
        ages="20-25 16-19",
    ),
    Pattern(
        "Te klein wonen om te leren of te slapen",
        "housing",
        "Kleine Ham, Weverij",
        says=(
            "Wij slapen met vijf op een kamer. Ik leer in de badkamer.",
            "Er is thuis nergens stil. Ik doe mijn huiswerk op de trap.",
            "We staan al negen jaar op de lijst voor een groter appartement.",
        ),
        also=("Mijn broer werkt 's nachts en slaapt overdag.", "Ik wil gewoon een deur die dicht kan."),
        wishes=("Een stille kamer in het buurthuis waar je elke dag mag zitten.",),
        heard_by=("Ze blijven tot sluitingstijd omdat het thuis te vol is.",),
        ages="6-11 12-15 16-19",
    ),
    Pattern(
        "Te weinig vuilbakken in het park van Zwaluwdries",
        "places",
        "Zwaluwdries",
        says=(
            "In het park is er 1 vuilbak en die zit altijd vol. En dan zeggen ze dat jongeren alles op de grond "
            "smijten.",
            "Het ligt vol blikjes in het park van {wijk}, echt vies.",
            "Na het weekend stinkt het aan de vijver. Er zijn geen vuilbakken waar iedereen zit.",
            "Ratten gezien bij de picknicktafel!!! Ja echt.",
        ),
        also=("Wij rapen soms zelf op.", "Niemand wil daar nog zitten.", "Vooral op maandag."),
        wishes=(
            "Meer vuilbakken waar mensen zitten en niet aan de ingang.",
            "Vuilbakken met een basketring erop, dan gooit iedereen erin 😂",
        ),
        heard_by=("Ze krijgen de schuld van het afval, maar er staat één vuilbak voor heel het park.",),
        ages="6-11 12-15 16-19 20-25",
        season="warm",
    ),
    Pattern(
        "Alleen op kot en niemand kennen",
        "wellbeing",
        "Lakenhof, Blekersmeers",
        says=(
            "Ik zit sinds september op kot en ken nog altijd niemand.",
            "In het weekend is de gang leeg en spreek ik twee dagen met niemand.",
            "Al de groepjes zijn al gemaakt. Ik eet elke avond voor mijn scherm.",
        ),
        also=("Ik durf nergens alleen binnen te gaan.", "Mijn ouders denken dat het geweldig is."),
        wishes=(
            "Een tafel waar je alleen mag komen eten, bv op zondag.",
            "Een wandelgroepje voor wie nieuw is in de stad.",
        ),
        heard_by=("Op zondag komen er studenten die heel het weekend met niemand praatten.",),
        ages="16-19 20-25",
        season="dark",
    ),
)
