"""Amendments of covenants of the demo: what both sides changed on the way, or want to."""

from jos.demo.covenants.pattern import SIGNED, Amendment

AVONDEN = Amendment(
    steps=SIGNED,
    ago=250,
    heading="Twee avonden meer, en wat dat kost",
    because="Sinds de bushalte verdween, hangen tieners op vrijdag- en zaterdagavond rond zonder plek. Het huis blijft "
    "die avonden open. Omdat er geen extra ploeg is, gaat de brug naar clubs dit jaar op een lager pitje. In de eerste "
    "talk van volgend jaar bekijken we samen of dat kan blijven.".replace("talk", "bespreking"),
    more="FREE_TIME",
    less="BRIDGE",
    city_reason="De stad vindt dit alleen aanvaardbaar omdat de sportdienst de begeleiding naar clubs intussen zelf "
    "opneemt, tot de brugwerker er opnieuw is.",
    partner_reason="Wij kiezen niet graag tussen twee functies. Onze jongeren zelf vroegen de avonden eerst, en wij "
    "houden één brugmoment per week over, zodat de draad niet breekt.",
)
WEEKEND = Amendment(
    steps="open change hand-over",
    ago=4,
    heading="Ook op zondag open",
    because="Op zondag is in vijf buurten niets open. De stad stelt voor dat het huis er vier uur bij neemt, met uren "
    "die nu naar signalen gaan.",
    more="FREE_TIME",
    less="SIGNAL",
    city_reason="Signalen komen ook binnen tijdens de open uren op zondag. We volgen samen op of dat klopt.",
)
LANGER = Amendment(
    steps=SIGNED,
    ago=70,
    heading="Een jaar langer",
    because="De helft van de afspraken met hulpverlening kwam pas in het tweede jaar op gang. Een jaar extra geeft de "
    "samenwerking de tijd die ze nodig heeft.",
    months=12,
)
PLEIN = Amendment(
    steps="open change hand-over change accept accept offer sign:city",
    ago=3,
    heading="Een plein erbij",
    because="Na de vechtpartij van de zomer vroegen buurtbewoners en jongeren samen om vaste gezichten op het plein. "
    "Er komen uren bij, en geen enkele functie levert in.",
    more="WELFARE",
)
BUITEN = Amendment(
    steps="open:partner change hand-over withdraw",
    ago=20,
    heading="Een tweede speelterrein",
    because="De kinderen uit de wijk over het kanaal geraken niet tot hier. Een tweede terrein zou dat oplossen.",
    more="FREE_TIME",
    why="Het terrein bleek vervuild. De stad zoekt een andere plek; daarna komt er een nieuwe aanpassing.",
)
