"""What shows where a side stands on the statements of an indicator: at the start, on the way, and nearly there."""

from organisations.enums import Function

FREE, WELFARE, BRIDGE, SIGNAL = Function

OF_PARTNER = {
    "Zich thuis voelen": (
        "Jassen blijven aan. Wie binnenkomt, zoekt eerst de uitgang.",
        "Er hangt een foto van de eigen groep aan de muur, en niemand haalde ze weg.",
        "Een jongen van zestien deed de deur open voor bezoek van de stad en zei: welkom bij ons.",
    ),
    "Mee beslissen": (
        "We vragen wat ze willen, en beslissen dan zelf. Dat zeiden ze ons ook.",
        "De groep koos de bestemming en het budget van de uitstap. De datum kozen wij.",
        "Over de openingsuren beslisten jongeren, ook tegen ons voorstel in. Het werkt.",
    ),
    "Een talent laten groeien": (
        "We weten wie goed kan voetballen. Van de rest weten we te weinig.",
        "Vier jongeren geven elk een korte les aan anderen: koken, rappen, naaien en schaken.",
        "Iemand die begon met toekijken, staat nu in het filmfestival van de stad.",
    ),
    "Elkaar ontmoeten over groepen heen": (
        "Elke groep heeft haar eigen avond, en dat is vooral rustig.",
        "Bij het toernooi werden de ploegen geloot. Na een kwartier hoorde je geen groepen meer.",
        "Een ruzie over een hoek van de zaal losten ze zelf op, met een beurtrol.",
    ),
    "Wie er nog niet bij is": (
        "Jongeren met een beperking zien we niet, en we vroegen het nog niet.",
        "We spraken met tien jongeren die niet komen. Het uur was het probleem, niet de prijs.",
        "Sinds we om vier uur ook open zijn, komen er zes jongeren met een begeleider.",
    ),
    "Durven vertellen": (
        "We horen pas iets als het al misging.",
        "Aan de keukentafel komt er wel eens iets los. Meestal tegen één collega.",
        "Jongeren brengen een vriend mee: “vertel het maar aan haar, dat heb ik ook gedaan”.",
    ),
    "Weten waar je terechtkan": (
        "Voor alles komen ze naar ons, ook voor wat wij niet kunnen.",
        "Er hangt een bord met gezichten in plaats van nummers. Dat wordt gelezen.",
        "Jongeren wijzen elkaar de weg naar het juiste loket, en gaan soms mee.",
    ),
    "Wie doet wat": (
        "Bij een moeilijke vraag bellen we rond tot iemand opneemt.",
        "Er is een afspraak op papier. De helft van de ploeg kent ze.",
        "Toen het spannend werd, wist iedereen binnen het uur wie wat deed.",
    ),
    "Het gezin is mee": (
        "Ouders kennen we van de brievenbus.",
        "Op de eetavond kwamen negen ouders. Drie bleven afwassen.",
        "Een vader stelde zelf voor om met drie anderen de zaterdag te trekken.",
    ),
    "Overeind blijven bij tegenslag": (
        "Wie zakt voor een examen, zien we een maand niet.",
        "Na het ontslag kwam hij toch. Hij zei niet veel, maar hij bleef eten.",
        "Twee meisjes haalden een derde terug die wou stoppen met school.",
    ),
    "De stad is ook van ons": (
        "Voorbij de ring komen ze alleen met de klas.",
        "De helft was voor het eerst in het museum. Eén ging een week later terug, met haar zus.",
        "Ze nemen anderen mee naar plekken die ze vorig jaar ‘niet voor ons’ noemden.",
    ),
    "School en jeugdwerk kennen elkaar": (
        "De school belt als er iets gebroken is.",
        "Er is één leerkracht die langskomt, en die kent de weg.",
        "Bij een schorsing was het overleg dezelfde dag, met de leerling erbij.",
    ),
    "De overkant komt mee": (
        "De club zegt dat iedereen welkom is. Niemand vraagt wie er niet is.",
        "De trainer kwam drie keer naar het plein, zonder ballen te tellen.",
        "De club paste haar inschrijving aan: geen mail meer nodig, en betalen in schijven.",
    ),
    "Een toekomst zien": (
        "“Later” is voor velen het weekend.",
        "Drie jongeren maakten een plan met een datum erin.",
        "Een jongen die niets wou horen over school, vroeg zelf naar de opendeurdag.",
    ),
    "Thuis in meer dan één wereld": (
        "Thuis zwijgen ze over hier, hier zwijgen ze over thuis.",
        "Ze tolken voor elkaar en lachen om de fouten van iedereen.",
        "Op het feest brachten ze alles samen op één podium, met twee talen door elkaar.",
    ),
    "Merken dat je stem telt": (
        "“Dat hebben we al gezegd” is de zin die we het meest horen.",
        "Er kwam licht aan het pad, en er hing een briefje bij wie dat gevraagd had: zij.",
        "Ze geven een signaal door zonder ons. Ze weten hoe het werkt.",
    ),
    "Zelf het woord nemen": (
        "Wij spreken voor hen, en dat klinkt ook zo.",
        "Twee meisjes lazen hun vraag voor. Op de tweede vraag antwoordden ze uit het hoofd.",
        "Zij zaten het overleg voor. De schepen stak haar hand op.",
    ),
    "Van voorval naar oorzaak": (
        "We lossen op wat vandaag brandt.",
        "Van vijf verhalen over de bus maakten we één vraag over de dienstregeling.",
        "Samen met drie partners toonden we dat het reglement zelf mensen buitensluit.",
    ),
    "De stad luistert en handelt": (
        "Er wordt vriendelijk geluisterd. Daarna blijft het stil.",
        "Het antwoord kwam, te laat maar in gewone woorden.",
        "De dienst stond er de week nadien, en vroeg of het zo goed was.",
    ),
    "Samen sterker signaleren": (
        "Elke organisatie stuurt haar eigen brief.",
        "Met de school deden we voor het eerst één gezamenlijke melding.",
        "Zeven partners brachten samen vijf verhalen. Daar kon niemand naast kijken.",
    ),
}
OF_CITY = {
    FREE: (
        "Bij ons bezoek zagen we vooral begeleiders aan het werk, en jongeren die wachtten.",
        "We waren er op een gewone dinsdag. Jongeren legden ons uit hoe het hier gaat.",
        "De vraag om langer open te zijn kwam van jongeren zelf, in een brief met veertig handtekeningen.",
    ),
    WELFARE: (
        "Onze hulpverlener kent de partner van een naamkaartje.",
        "De doorverwijzingen zijn beter voorbereid, al weten wij niet altijd wat ervoor gebeurde.",
        "Onze diensten bellen nu zelf eerst de jeugdwerker. Dat was twee jaar geleden ondenkbaar.",
    ),
    BRIDGE: (
        "Van onze twaalf stageplekken gingen er twee naar jongeren van hier.",
        "Scholen spreken ons aan over deze partner, en dat is een goed teken.",
        "De clubs vroegen ons hoe zij het ook zo kunnen doen.",
    ),
    SIGNAL: (
        "We kregen signalen, maar beantwoordden er maar de helft op tijd.",
        "Drie diensten pasten iets aan. Dat vertelden we te weinig terug.",
        "Jongeren zaten mee in de werkgroep en kregen een punt op de agenda dat wij liever uitstelden.",
    ),
}
UNSURE = "Dit kunnen wij van hieruit niet zien."
