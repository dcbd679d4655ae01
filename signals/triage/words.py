"""Which words two texts share, spelled almost alike. For hints only: people decide."""

import re
from collections.abc import Sequence

from rapidfuzz import fuzz, process

from jos.shared.letters import without_accents

ALIKE = 85  # of 100: "bankje" and "bankjes", "fietspad" and "fietspat"
SHORTEST = 3

# Say nothing about what a text is about.
_EMPTY = (
    "aan al alle alleen als altijd andere ben bent bij daar dan dat de deze die dit doen door dus een eens eigenlijk "
    "elke elkaar en er erg ergens gaan gaat geen gewoon ging graag had heb hebben hebt heeft heel hem hen het hier "
    "hij hoe hun iedereen iemand iets ik ook in is ja jaar je jij jou jouw jullie kan kon komen komt kunnen kunt "
    "laat maak maar mag meer men met mij mijn moet moeten mogen na naar nee niemand niet niets nog nooit nu of om "
    "omdat ons onze op over paar soms te teveel toch toen tot uit van vaak veel vind vinden voor waar waarom wanneer "
    "want waren was wat we weer wel welke werd wie wij wil willen wordt worden zal ze zeer zegt zei zich zij zijn zo "
    "zoals zonder zou jongeren jeugd jong mensen buurt wijk stad gemeente "
    "a about all also and are as at be because but by can do for from get had has have he her his how if in is it "
    "its just like me my no not of on or our she so some that the their them then there they this to too us very "
    "was we were what when where which who why will with would you your"
)
_EMPTY_WORDS = frozenset(_EMPTY.split())
_ENDINGS = ("heden", "tjes", "jes", "tje", "je", "en", "es", "s", "e", "t")


def words(text: str) -> dict[str, str]:
    """What a text is about: the stem of each word that says something, with the word as it stands there first."""
    found: dict[str, str] = {}
    for word in re.findall(r"\w+", text):
        letters = plain(word)
        if len(letters) >= SHORTEST and letters not in _EMPTY_WORDS:
            found.setdefault(_stem(letters), word.lower())
    return found


def shared(own: dict[str, str], others: Sequence[dict[str, str]]) -> list[list[str]]:
    """The words of `own` that each of the others has as well."""
    stems, theirs = list(own), sorted({stem for other in others for stem in other})
    if not stems or not theirs:
        return [[] for _other in others]
    likeness = process.cdist(stems, theirs, scorer=fuzz.ratio, score_cutoff=ALIKE)
    alike = {theirs[column]: stems[row] for row, column in zip(*likeness.nonzero(), strict=True)}
    return [sorted({own[alike[stem]] for stem in other if stem in alike}) for other in others]


def plain(text: str) -> str:
    """In small letters, without accents."""
    return without_accents(text.lower())


def _stem(word: str) -> str:
    """Without what Dutch adds at the end. "banken" and "bank" are one, "bakken" and "bak" as well."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST:
            word = word.removesuffix(ending)
            break
    doubled = len(word) > SHORTEST and word[-1] == word[-2] and word[-1] not in "aeiou"
    return word[:-1] if doubled else word
