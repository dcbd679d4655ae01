"""How young people write on a phone: short or long, neat or quick, in dialect, with mistakes."""

import re
from collections.abc import Callable
from random import Random

BEFORE = (
    "Hey, ",
    "Hallo, ",
    "Yo, ",
    "Even iets: ",
    "Dag, ",
    "Mag ik iets zeggen? ",
    "Ik vind het niet ok. ",
    "Serieus: ",
)
BEFORE_IDEAS = ("Idee: ", "Misschien een idee? ", "Ik zat te denken: ", "Hallo! ", "Waarom niet dit: ", "Tip: ")
AFTER = (
    " Kan daar iets aan gedaan worden?", " Dat kan toch beter?", " Doe er iets aan aub.", " 😕", " 🙏", " 😡",
    " Dank u.",
    " Hopelijk leest er iemand dit.", " Niet ok.", " Groetjes", " Thx", " Ik ben niet de enige die dat vindt.",
    " Wij zijn het beu.", " Alvast bedankt om te luisteren.",
)  # fmt: skip
BEFORE_PRAISE = (
    "Wil gewoon even zeggen: ", "Hey! ", "Ook eens iets positiefs: ", "Dit is top: ", "Niet om te klagen hoor. ", 
    "Hallo, ",
    "Iets goeds deze keer. ", "Shout-out! ", "Echt waar: ",
)  # fmt: skip
AFTER_PRAISE = (
    " Blijven doen!", " ❤️", " Dankjewel.", " 👏", " Zo moet het.", " Meer van dat!", " Mag ook eens gezegd worden.",
    " 🔥",
    " Merci daarvoor.", " 😊", " Doe zo voort.", " Beste van de stad.",
)  # fmt: skip
BEFORE_ALONE = ("Hallo, ", "Dag, ", "Even iets: ", "Hey, ", "Ik weet niet of dit hier mag. ", "Goeiedag, ")
AFTER_ALONE = (
    " Dank u.",
    " Wat kan ik doen?",
    " Groetjes",
    " Help aub.",
    " Alvast bedankt.",
    " Ja echt.",
    " 🙏",
    " Thx",
)
AFTER_IDEAS = (" Zou top zijn!", " 👍", " 🙌", " Wij willen meehelpen.", " Denk er eens over na!", " Groetjes", " 😁")

BEFORE_A_GROUP = (  # in the words of a worker
    "Vanavond ging het daarover. ",
    "Dit kwam terug in de kring. ",
    "Op straat gehoord. ",
    "Na de training bleven ze hangen. ",
    "Aan tafel verteld tijdens het koken. ",
    "Dit horen we nu al de derde keer. ",
    "Kwam ter sprake op de bus naar huis. ",
    "Een paar van de ouderen begonnen erover. ",
    "Op het bankje buiten verteld. ",
    "We vroegen wat er beter kan. ",
    "In de groep voor twaalf plus. ",
    "Na een ruzie rustig over gepraat. ",
    "Ze vroegen ons om dit door te geven. ",
)

DIALECT = {
    "niet": "ni", "dat": "da", "wat": "wa", "gewoon": "gwn", "misschien": "mss", "echt": "echt", "altijd": "altijd",
    "eventjes": "efkes", "meisjes": "meiskes", "mijn": "mn", "even": "ff", "alsjeblieft": "aub", "omdat": "omda",
    "vrienden": "maten", "helemaal": "helemaal", "daarom": "daarom", "iets": "iet", "met": "me",
}  # fmt: skip
MISTAKES = {
    "altijd": "altijt", "niemand": "niemant", "'s avonds": "savonds", "'s Avonds": "Savonds", "wordt": "word",
    "gebeurt": "gebeurd", "eigenlijk": "eigelijk", "vind": "vindt", "onmiddellijk": "onmidelijk", "enige": "enigste",
    "terrein": "terein", "helemaal": "heelemaal", "zoiets": "zo iets", "bijvoorbeeld": "bevoorbeeld", "wij": "wei",
    "hetzelfde": "het zelfde", "tenminste": "ten minste", "sowieso": "zowiezo", "echt": "egt",
}  # fmt: skip

Voice = Callable[[str, Random], str]


def _neat(text: str, chance: Random) -> str:
    return text


def _quick(text: str, chance: Random) -> str:
    """No capitals, no full stop at the end, fewer commas."""
    text = _without_capitals(text).removesuffix(".")
    return text.replace(",", "") if chance.random() < 0.5 else text


def _dialect(text: str, chance: Random) -> str:
    return _quick(_with(DIALECT, text), chance)


def _mistaken(text: str, chance: Random) -> str:
    text = _with(MISTAKES, text)
    return _without_capitals(text) if chance.random() < 0.6 else text


def _with(words: dict[str, str], text: str) -> str:
    return re.sub(rf"(?<!\w)({'|'.join(words)})(?!\w)", lambda found: words[found[0]], text)


def _without_capitals(text: str) -> str:
    """At the begin of a sentence. Names keep theirs."""
    return re.sub(r"(^|[.!?] )([A-Z])(?=[a-zë' ])", lambda found: found[1] + found[2].lower(), text)


VOICES: tuple[tuple[Voice, int], ...] = ((_neat, 38), (_quick, 34), (_dialect, 13), (_mistaken, 15))


def spoken(text: str, chance: Random) -> str:
    """The same words, as one of them would type them."""
    (voice,) = chance.choices([voice for voice, _weight in VOICES], [weight for _voice, weight in VOICES])
    return voice(text, chance)
