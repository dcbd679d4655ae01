"""Online, and papers and services."""

from jos.demo.signals.pattern import Deed, Life, Pattern
from signals.enums import Cause, DossierState

ONLINE = (
    Pattern(
        "Geen wifi waar jongeren zijn",
        "online",
        "Kasseiwijk, Populierenhof, Lisbroek",
        says=(
            "Thuis hebben we geen wifi. Ik doe mijn taken op mijn gsm voor het raam van de bib.",
            "Alles van school staat online en mijn data is na een week op.",
            "De wifi in het buurthuis van {wijk} werkt nooit.",
            "Ik kon mijn examen niet indienen omdat mijn internet wegviel. Nul.",
        ),
        also=(
            "We delen 1 gsm met drie.",
            "De leerkracht zei: zoek een oplossing.",
            "In het centrum is er wel gratis wifi.",
        ),
        wishes=("Wifi op elk pleintje, zoals in het centrum.", "Laptops die je een weekend mag lenen."),
        heard_by=("Ze zitten 's avonds op de stoep van het buurthuis om het signaal op te vangen.",),
        pattern="In drie wijken is er geen gratis wifi en hebben veel gezinnen thuis geen verbinding. Leerlingen "
        "krijgen hun "
        "taken niet ingediend.",
        functions="BRIDGE",
        life=Life(DossierState.CLOSED, 20, published=True),
        cause=Cause.SHORTAGE,
        behind="De wifi van de stad is enkel voor het winkelgebied bedoeld.",
        strengths="De bib leent al twaalf laptops uit.",
        service="Bibliotheek De Leeslamp",
        deeds=(
            Deed("Wifi in zes buurthuizen", "Allemaal aangesloten."),
            Deed("Veertig laptops om te lenen", "Gekregen van bedrijven en opgeknapt."),
        ),
        evidence="Meting van het gebruik: 1.200 toestellen per maand.",
        heard="In sommige wijken is er geen wifi om je schoolwerk te doen.",
        answer="Je zei: ik doe mijn taken voor het raam van de bib. Nu is er wifi in zes buurthuizen, ook buiten aan "
        "de deur. En "
        "je kan een laptop lenen, gratis, voor twee weken.",
        fuller="De aansluitingen kosten 310 euro per maand. De laptops zijn van twee bedrijven die hun toestellen "
        "vervingen.",
        ages="12-15 16-19",
        share=14,
    ),
    Pattern(
        "Foto's doorgestuurd in de klasgroep",
        "online",
        "",
        says=(
            "Iemand stuurde een foto van mij door in de klasgroep. Heel de school heeft ze nu.",
            "Er is een account waar ze meisjes van onze school uitlachen. Niemand weet van wie het is.",
            "Ik werd uit de groep gezet en nu weet ik nooit meer wat er is.",
            "De school zegt: dat is online, daar kunnen we niks aan doen.",
        ),
        also=(
            "Ik ga met een bang hart naar school.",
            "Het staat er nog altijd op.",
            "Ik heb mijn account verwijderd maar dat helpt niet.",
        ),
        wishes=(
            "Iemand die weet hoe je zo'n foto weg krijgt.",
            "Leerlingen die opgeleid zijn om te helpen, niet nog een leerkracht.",
        ),
        heard_by=("Een account lacht meisjes uit. Ze weten niet wie hen kan helpen om het weg te krijgen.",),
        pattern="Foto's worden in klasgroepen doorgestuurd. Scholen voelen zich niet bevoegd, en niemand helpt om ze "
        "weg te krijgen.",
        functions="WELFARE",
        life=Life(DossierState.PRIORITISED, 1.4, high=True),
        cause=Cause.PRACTICE,
        behind="Scholen denken dat ze niet mogen optreden buiten de schooluren.",
        strengths="In één school zijn er tien leerlingen die helpen.",
        ages="12-15 16-19",
        share=14,
    ),
    Pattern(
        "Afspraak maken kan alleen online",
        "papers",
        "",
        says=(
            "Voor mijn kids-ID moest mama een afspraak maken op het internet. Ze kan niet goed lezen. Ik deed het "
            "voor haar.",
            "De eerste vrije dag bij het stadhuis is over 7 weken.",
            "Ik moet altijd mee als tolk naar het loket. Ik ben 12 en mis daardoor school.",
            "Op de site staat alles in moeilijke woorden.",
        ),
        also=(
            "Bellen lukt ook niet.",
            "Ze vroegen waarom mijn ouders niet zelf kwamen.",
            "Mijn neef doet het nu voor heel de straat.",
        ),
        wishes=("Een dag zonder afspraak, waar je gewoon mag komen.", "Iemand in de wijk die met de papieren helpt."),
        heard_by=("Kinderen missen school om voor hun ouders te tolken aan het loket.",),
        pattern="Wie een afspraak wil, moet online zijn en goed lezen. Kinderen doen de papieren van het gezin en "
        "missen daarvoor school.",
        functions="BRIDGE",
        life=Life(DossierState.ANSWERED, 6, published=True),
        cause=Cause.PRACTICE,
        behind="Sinds de verbouwing werkt het loket enkel op afspraak, en dat is zo gebleven.",
        strengths="Huis van het Kind Linder helpt op dinsdag met papieren.",
        service="Sociaal Huis Linder",
        deeds=(
            Deed("Woensdag zonder afspraak", "Van 9 tot 19 uur."),
            Deed("Tolk aan de telefoon in elf talen", "Voor alle loketten."),
        ),
        evidence="Telling van drie woensdagen; contract met de tolkdienst.",
        heard="Een afspraak maken bij de stad kan alleen online, en in moeilijke woorden.",
        answer="Je zei: ik moet altijd mee als tolk. Dat is niet jouw werk. Op woensdag mag iedereen nu zonder "
        "afspraak komen. Aan "
        "elk loket kan een tolk meeluisteren aan de telefoon.",
        fuller="Een derde van de bezoekers komt nu op woensdag. De wachttijd voor een afspraak zakte van zeven naar "
        "drie weken.",
        ages="12-15 16-19 20-25",
        share=14,
    ),
    Pattern(
        "Achttien en geen verblijfspapieren",
        "papers",
        "",
        says=(
            "Ik woon hier al van mijn 6 en word binnenkort 18. Ik heb nog altijd geen papieren.",
            "Ik mag niet werken, niet mee op reis, geen rijbewijs. Mijn vrienden snappen het niet.",
            "Ik had een werkplek gevonden en mocht niet starten.",
        ),
        also=(
            "Ik spreek beter Nederlands dan Frans.",
            "Elke brief is stress.",
            "Mijn juf schreef een brief voor mij, dat was mooi.",
        ),
        wishes=("Iemand die vanaf 16 al mee nadenkt.",),
        heard_by=("Op hun achttiende vallen ze uit alles: school mag nog, werken niet.",),
        pattern="Jongeren die hier opgroeiden zonder papieren, weten pas op hun achttiende wat niet meer mag.",
        functions="BRIDGE WELFARE",
        life=Life(DossierState.ASSIGNED, 1.7, high=True),
        cause=Cause.RULE,
        behind="De regel is federaal; begeleiding begint vaak te laat.",
        strengths="Afghaanse Jeugd Lindermonde gaat mee naar de advocaat.",
        service="Sociaal Huis Linder",
        deeds=(Deed("Juridisch spreekuur voor zestien- en zeventienjarigen"),),
        ages="16-19 20-25",
        share=8,
    ),
    Pattern(
        "Gokken op de gsm vanaf vijftien",
        "online",
        "Weverij, Westmeers",
        says=(
            "Heel mijn klas wedt op voetbal. Sommigen zijn al 200 euro kwijt en zijn 15.",
            "Je kan gewoon een account maken met de kaart van je grote broer.",
            "Mijn vriend leent geld van iedereen om te gokken en liegt erover.",
        ),
        also=("Hij zegt dat hij het terug gaat winnen.", "Reclame ervan zie je overal."),
        wishes=("Iemand die het zelf meemaakte in de klas laten vertellen.",),
        heard_by=("Jongens van vijftien wedden met geleend geld.",),
        pattern="Jongens van vijftien wedden online met geleende kaarten en maken schulden bij elkaar.",
        functions="WELFARE SIGNAL",
        life=Life(DossierState.OPEN, 0.5),
        ages="12-15 16-19",
        share=8,
    ),
    Pattern(
        "Brieven van de stad zijn niet te begrijpen",
        "papers",
        "Weverij, Spoorpoort",
        says=(
            "Wij kregen een brief van drie bladzijden over het afval. Niemand snapt wat we moeten doen.",
            "Ik vertaal alle brieven thuis maar dit Nederlands ken ik zelf niet.",
            "Wat is een 'aangetekend schrijven inzake retributie'? Gewoon geld vragen dus.",
        ),
        also=("Mijn papa gooit ze weg nu.", "Daardoor kwam er een boete bij."),
        wishes=("Laat een jongere elke brief eerst lezen voor hij weggaat.",),
        heard_by=("Ze lezen de brieven voor hun ouders en begrijpen ze zelf niet.",),
        pattern="Brieven van de stad zijn te moeilijk. Kinderen vertalen ze, en boetes volgen.",
        functions="BRIDGE",
        life=Life(DossierState.OPEN, 5, merged_into="Afspraak maken kan alleen online"),
        ages="12-15 16-19",
        share=6,
    ),
)
