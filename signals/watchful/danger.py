"""Words that say somebody may be in danger. They only bring help lines to the front, and tell staff to look first."""

import re

from jos.shared.letters import without_accents

# As said by somebody it happens to. A star stands for any letters, a space for up to one word in between.
WORDS = (
    # Dutch
    *("zelfmoord*", "zelfdoding*", "wil dood", "dood wil", "wil sterven", "wil niet leven", "niet meer leven"),
    *("mezelf pijn", "mezelf iets aandoen", "mijzelf pijn", "snij* mezelf", "mezelf snij*", "krassen in arm*"),
    *("verkracht*", "misbruik*", "aangerand*", "aanranding*", "mishandel*"),
    *(f"{hit} {me}" for hit in ("slaat", "slaan", "sloeg", "sloegen") for me in ("mij", "me")),
    *(f"{me} {hit}" for hit in ("slaat", "slaan", "sloeg", "sloegen") for me in ("mij", "me")),
    *("word* geslagen", "geslagen word*", "word* bedreigd", "bedreig* mij", "bedreig* me", "vermoord*"),
    *("bang naar huis", "durf niet naar huis", "durf niet thuis", "weggelopen van huis", "opgesloten"),
    *("moet trouwen", "uitgehuwelijkt", "loverboy*", "naaktfoto*", "afgeperst", "aan mij gezeten"),
    # A knife or a gun; not “mes” (French: my), “gün” (Turkish: day) or “ніж” (Ukrainian: than), which say nothing.
    *(f"{whose} mes" for whose in ("een", "n", "met", "mijn", "zijn", "haar", "hun")),
    *("messen", "wapen*", "pistool", "huiselijk geweld", "geweld thuis"),
    # English
    *("suicid*", "kill myself", "want to die", "wanna die", "hurt myself", "cut* myself", "self-harm*", "self harm*"),
    *("rape", "raped", "rapes", "raping", "rapist*", "abuse*", "molest*"),
    *("hits me", "hit me", "beats me", "beat me", "threaten*", "knife", "a gun", "the gun", "his gun", "guns"),
    *("afraid to go home", "scared to go home", "ran away from home", "forced to marry", "nudes"),
    # French
    *("suicid*", "me tuer", "envie de mourir", "veux mourir", "me faire du mal", "viol", "viole", "violee", "abus*"),
    *("mettre fin a mes jours", "veux plus vivre", "harcel*", "frappe par", "fugue*", "chantage*"),
    *("me frappe*", "me bat", "me battent", "me menace*", "maltrait*", "couteau", "peur de rentrer", "marier de force"),
    # Turkish
    *("intihar*", "olmek istiyorum", "kendimi oldur*", "kendime zarar*", "tecavuz*", "taciz*", "istismar*"),
    *("kendimi kes*", "yasamak istemiyorum", "eve gitmeye kork*", "evden kac*", "beni vur*", "santaj*"),
    *("beni dov*", "dovuyor*", "siddet*", "tehdit*", "bicak*", "silah*", "zorla evlen*"),
    # Arabic
    *("*انتحار*", "*انتحر*", "اموت", "*اقتل نفسي", "*اؤذي نفسي", "*اغتصاب*", "*اغتصب*", "*تحرش*"),
    *("لا اريد العيش", "لا اريد ان اعيش", "*اجرح نفسي", "*خائف* من البيت", "*الزواج قسرا", "*ابتزاز*", "*سلاح*"),
    *("*يضربني", "*تضربني", "*يضربوني", "*عنف*", "*تهديد*", "*يهددني", "*سكين*"),
    # Bulgarian
    *("самоуби*", "искам да умра", "да се убия", "изнасил*", "насили*", "бие ме", "ме бие", "ме бият", "бият ме"),
    *("не искам да живея", "режа се", "самонараня*", "удря ме", "ме удря", "страх да се прибера", "бягство от вкъщи"),
    *("пистолет", "оръжи*", "изнудва*", "принудителен брак"),
    *("заплаш*", "тормоз*", "нож", "ножове"),
    # Ukrainian, Russian
    *("самогуб*", "хочу померти", "вбити себе", "зґвалт*", "насильств*", "б'є мене", "мене б'є", "мене б'ють"),
    *("не хочу жити", "не хочу жить", "ріжу себе", "режу себя", "боюся йти додому", "боюсь идти домой", "пістолет"),
    *("зброя", "зброї", "оружие", "шантаж*", "втік* з дому", "примушують вийти заміж", "цькую*"),
    *("б'ють мене", "погрож*", "ножем", "ножа", "ножі", "самоубий*", "хочу умереть", "убить себя", "изнасил*"),
    *("бьет меня", "меня бьют"),
)
AS_TYPED = str.maketrans("’ı", "'i", "ـ")  # the last one only stretches an Arabic word


def mentions_danger(text: str) -> bool:
    """Whether any of these words stands in the text. Better once too often than once too little."""
    return DANGER.search(_plain(text)) is not None


def _plain(text: str) -> str:
    """In small letters, without accents and vowel signs."""
    return without_accents(text.casefold()).translate(AS_TYPED)


def _pattern(words: str) -> str:
    return re.escape(_plain(words)).replace(r"\*", r"\w*").replace(r"\ ", r"\s+(?:\w+\s+)?")


DANGER = re.compile(rf"(?<!\w)(?:{'|'.join(map(_pattern, dict.fromkeys(WORDS)))})(?!\w)")
