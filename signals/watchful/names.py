"""How people say their name, in the languages a city hears."""

import re

MY_NAME_IS = (
    # Dutch, English, French, Turkish
    r"(?:mijn|m'n|me) (?:voor|achter)?naam is|ik heet|(?:noem|ken) (?:mij|me)",
    r"(?:my|the) name(?: is|'s)|i am called|i'm called|call me",
    r"je m'appelle|moi,? c'est|mon (?:pré)?nom(?: est|,? c'est)|je me nomme|on m'appelle|appel(?:le|ez)[- ]moi",
    r"(?:benim )?(?:ad|isim|ism)[ıi]m",
    # Arabic, Bulgarian, Ukrainian, Russian
    r"[اإ]سمي(?: هو)?|يُ?نادونني",
    r"казвам се|името ми е|моето име е|викат ми",
    r"мене (?:звати|звуть)|мо[єе] ім'я|звати мене|кличуть мене",
    r"меня зовут|мо[её] имя",
    # German, Spanish, Polish, Romanian
    r"ich hei(?:ß|ss)e|mein name ist",
    r"me llamo|mi nombre es",
    r"nazywam się|mam na imię",
    r"mă (?:numesc|cheamă)|numele meu este",
)
NO_NAME = r"(?:niet|not|pas|geen|zo|so|is|was|değil)\b"
WORD = r"[^\W\d_][\w'-]*+"
CAPITALS = "".join(filter(str.isupper, map(chr, range(0x0530))))  # Latin, Greek and Cyrillic
SURNAME = rf"(?-i:(?:(?:van|de|der|den|el|al|ben|bin|ter|te) ){{0,2}}[{CAPITALS}][\w'-]*+)"

NAME = re.compile(
    rf"(?<!\w)(?:{'|'.join(MY_NAME_IS)})\s*[:,]?\s+(?!{NO_NAME})(?P<name>{WORD}(?: (?!{NO_NAME}){SURNAME}){{0,3}})",
    re.IGNORECASE,
)
