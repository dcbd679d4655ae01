"""The thirty covenants of the demo: in every state, with houses, self-organisations, schools and partnerships."""

from covenants.enums import Rhythm
from jos.demo.covenants.amended import AVONDEN, BUITEN, LANGER, PLEIN, WEEKEND
from jos.demo.covenants.pattern import TAKEN_BACK_ONCE, TALKED_LONG, Last, Pattern

ALL_FOUR = "FREE_TIME WELFARE BRIDGE SIGNAL"
QUARTER, SCHOOL_YEAR, OWN = Rhythm.QUARTER, Rhythm.SCHOOL_YEAR, Rhythm.OWN

SIGNED_ONES = (
    # Houses of youth work: the first is where huis@ signs in.
    Pattern(
        "De Kaaihal, een huis met vier deuren", "Jeugdhuis De Kaaihal", ALL_FOUR, 20, rhythm=OWN, size=1.6, pace=0.9,
        aim="een huis waar elke jongere zomaar binnen kan, en met een plan, een vriend of een antwoord weer buitengaat",
        last=Last.LATE_PARTNER, steps=TALKED_LONG, amendments=(AVONDEN, WEEKEND),
    ),
    Pattern(
        "Spelen voorbij het spoor", "Speelwerking Rondom", "FREE_TIME BRIDGE SIGNAL", 20, rhythm=QUARTER, size=1.3,
        aim="spelen op straat, op het plein en in de vakantie, voor kinderen die nergens ingeschreven zijn",
        last=Last.ASKED, pace=1.1,
    ),
    Pattern(
        "Schakels tussen thuis en straat", "Jeugdwelzijn De Schakel", "WELFARE BRIDGE SIGNAL", 14, months=24, size=1.2,
        aim="jongeren met veel zorgen en weinig vrienden, en wat hen daarin houdt",
        last=Last.LATE_CITY, pace=0.6, amendments=(LANGER,),
    ),
    Pattern(
        "Het Dok, oever voor tieners", "Jongerencentrum Het Dok", "FREE_TIME WELFARE SIGNAL", 26, rhythm=QUARTER,
        aim="tieners uit zeven buurten die op eigen kracht iets willen opzetten", last=Last.SUBMITTED, pace=1.0,
    ),
    Pattern(
        "Straatkracht blijft buiten", "Straatkracht", ALL_FOUR, 14, size=1.2, rhythm=OWN,
        aim="werk op pleinen en aan haltes, ook op de uren dat niemand anders er is",
        last=Last.LATE_CITY, pace=0.8, amendments=(PLEIN,),
    ),
    Pattern(
        "Vuurvlieg: maken en tonen", "Jeugdatelier Vuurvlieg", "FREE_TIME BRIDGE", 32, where="here",
        aim="jongeren die met hun handen vertellen wat ze met woorden niet kwijt kunnen", last=Last.SETTLED, pace=1.2,
    ),
    Pattern(
        "Meisjes nemen plaats", "Meisjeswerking Mozaïek", "FREE_TIME WELFARE SIGNAL", 14, rhythm=QUARTER, size=0.7,
        aim="meisjes en jonge vrouwen die elders niet mogen, niet durven of niet gezien worden", last=Last.WRITTEN,
    ),
    Pattern(
        "Avontuur in het noorden", "Avontuurlijk Spelen Noord", "FREE_TIME", 8, months=24, size=0.6,
        aim="kinderen die buiten willen spelen met vuur, water en planken", steps=TAKEN_BACK_ONCE,
        why="Het speelterrein staat er met een oud adres in. Graag verbeteren voor we tekenen.",
        amendments=(BUITEN,),
    ),
    # Small and self-organisations report lightly (R11).
    Pattern(
        "Moeders aan Zet, eerste jaren", "Moeders aan Zet", "WELFARE SIGNAL", 42, months=24, light=True, size=0.35,
        aim="moeders die elkaar en elkaars kinderen de weg wijzen", rhythm=SCHOOL_YEAR,
    ),
    Pattern(
        "Moeders aan Zet", "Moeders aan Zet", "WELFARE BRIDGE SIGNAL", 20, months=24, light=True, size=0.4,
        aim="moeders die elkaar en elkaars kinderen de weg wijzen, van kleuterklas tot eerste job",
        follows="Moeders aan Zet, eerste jaren", last=Last.SUBMITTED,
    ),
    Pattern(
        "Samen jong, samen Somalisch", "Somali Jongeren Samen", "FREE_TIME SIGNAL", 14, light=True, size=0.3,
        aim="jongeren met wortels in Somalië, en al wie met hen wil voetballen", last=Last.LATE_PARTNER, pace=0.5,
    ),
    Pattern(
        "Zaterdag is voor iedereen", "Bulgaarse Zaterdagschool Rosa", "BRIDGE SIGNAL", 20, light=True, size=0.3,
        aim="kinderen die op zaterdag hun eigen taal leren, en op maandag sterker in de klas zitten",
    ),
    Pattern(
        "Gebaren die tellen", "Dove Jongeren Linder", "FREE_TIME BRIDGE", 8, months=24, light=True, size=0.25,
        aim="dove en slechthorende jongeren die ergens willen zijn waar iedereen hen verstaat",
    ),
    Pattern(
        "Een huis uit Oekraïne", "Oekraïens Huis", "FREE_TIME WELFARE BRIDGE", 16, months=24, light=True, size=0.4,
        aim="kinderen en jongeren die alles achterlieten, en hier opnieuw beginnen", last=Last.SETTLED, pace=1.1,
    ),
    # Partners of other worlds.
    Pattern(
        "De brede school na de bel", "Brede School Spoorpoort", "FREE_TIME BRIDGE", 26, rhythm=SCHOOL_YEAR,
        aim="wat er tussen vier en zeven gebeurt, als de school uit is en thuis nog niemand is",
    ),
    Pattern(
        "Straathoekwerk op elk uur", "Straathoekwerk Linderstreek", "WELFARE", 26, months=24, where="city",
        aim="jongeren die op straat leven of er veel zijn, en zelden ergens binnengaan",
    ),
    Pattern(
        "Eerste stap, tweede kans", "Werkplaats Eerste Stap", "BRIDGE", 42, months=24, size=0.8,
        aim="jongeren die noch naar school gaan noch werken", pace=0.7,
    ),
    Pattern(
        "Eerste stap, en dan de volgende", "Werkplaats Eerste Stap", "BRIDGE WELFARE", 20, size=0.9, rhythm=QUARTER,
        aim="jongeren die noch naar school gaan noch werken, en wat hen daarvan weghoudt",
        follows="Eerste stap, tweede kans", last=Last.LATE_BOTH, pace=0.6,
    ),
    # Partnerships.
    Pattern(
        "Samen rond de vaart", "Samen rond de vaart", ALL_FOUR, 26, rhythm=QUARTER, where="Rond de vaart", size=1.8,
        aim="één ploeg van zes organisaties in alle buurten langs het water", last=Last.ASKED, pace=0.9,
    ),
    Pattern(
        "Spoorverbond", "Spoorverbond", ALL_FOUR, 14, where="Spoor en markt", size=1.5, pace=1.0,
        aim="beide kanten van het spoor, waar kinderen elkaar zien zonder elkaar te kennen", last=Last.SETTLED,
    ),
    Pattern(
        "Kaaikracht werkt", "Kaaikracht", "WELFARE BRIDGE", 38, where="De dokken", size=1.2,
        aim="werk, school en vrije tijd op de kaaien", pace=0.8,
    ),
    # Signed, and still to begin.
    Pattern(
        "Regenboogjongeren, zichtbaar thuis", "Regenboogjongeren", "FREE_TIME WELFARE", -1, light=True, size=0.3,
        aim="jongeren die zichzelf mogen zijn, ook op weg naar huis", months=24, where="city",
    ),
)  # fmt: skip

OPEN_ONES = (
    Pattern(
        "Moeders aan Zet, en nu de vaders", "Moeders aan Zet", "WELFARE BRIDGE SIGNAL", -1, months=24, light=True,
        size=0.4, aim="moeders en vaders die elkaars kinderen de weg wijzen", follows="Moeders aan Zet",
        steps="open change hand-over",
    ),
    Pattern(
        "Boksen en meer", "Boksclub De Gouden Handschoen", "FREE_TIME WELFARE", -1, size=0.4, light=True,
        aim="boksers die elkaar overeind houden, ook naast de ring", steps="open change", ago=2,
    ),
    Pattern(
        "Vaders van de Vaart", "Vaders van de Vaart", "FREE_TIME BRIDGE", -1, size=0.3, light=True, months=24,
        aim="vaders die met hun zonen en dochters buiten komen", steps="open change hand-over change hand-over", ago=9,
    ),
    Pattern(
        "Huiswerk met een hart", "Huiswerkbank Lindermonde", "BRIDGE WELFARE", -1, size=0.5, lacks="WELFARE",
        aim="leerlingen die thuis geen stille plek hebben", steps="open change hand-over change accept accept", ago=4,
    ),
    Pattern(
        "Ketting in beweging", "Fietshub De Ketting", "BRIDGE", -1, size=0.5,
        aim="jongeren die een fiets en een vak leren herstellen", steps="open change accept", ago=12,
    ),
    Pattern(
        "Tussentijd, een deur die openblijft", "Inloophuis Tussentijd", "WELFARE SIGNAL", -1, size=0.6, rhythm=QUARTER,
        aim="jongeren die nergens anders terechtkunnen als de school dicht is",
        steps="open change hand-over change accept accept offer sign:city", ago=3,
    ),
    Pattern(
        "Circus op elk plein", "Circus Zonder Zaagsel", "FREE_TIME BRIDGE", -1, size=0.6,
        aim="kinderen die leren vallen en weer opstaan",
        steps="open change hand-over change accept accept offer take-back:partner", ago=5,
        why="De uren in de zomer staan er dubbel in. Graag eerst rechtzetten, dan tekenen wij meteen.",
    ),
    Pattern(
        "Skaten onder de brug", "Skatecollectief Helling", "FREE_TIME", -1, size=0.3, light=True,
        aim="skaters die hun plek zelf bouwen en beheren", steps="open change hand-over withdraw", ago=34,
        why="Het collectief wil eerst een jaar op proef, met een gebruiksovereenkomst. Een convenant komt daarna.",
    ),
)  # fmt: skip
PATTERNS = SIGNED_ONES + OPEN_ONES
