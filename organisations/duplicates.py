"""Organisations that are probably the same one, spelled otherwise. A hint: people decide (docs/duplicates.md)."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urlsplit

from rapidfuzz import fuzz, process
from stdnum.be import vat

from jos.shared.letters import without_accents
from organisations.models import Organisation

LIKELY = 80  # of 100; why is in docs/duplicates.md

# Say nothing about which organisation it is: legal forms, titles, articles.
_EMPTY = (
    "vzw asbl ivzw aisbl fv cv cvba bv nv feitelijke koninklijke koninklijk kon royal "
    "de het een den der des d t s van en voor the of and le la les du et te ter"
)
# Say what sort of organisation it is, so they hardly tell two of the same sort apart.
_SORTS = (
    "vereniging club comite buurtcomite wijkcomite raad werking jeugdwerking jeugdhuis jeugd jeugdclub jongeren "
    "speelplein speelpleinwerking chiro scouts gidsen ksa klj kaj kwb fos okra samana ferm natuurpunt "
    "harmonie fanfare koor toneel sport sportclub voetbal voetbalclub turnvereniging judoclub judoschool "
    "petanqueclub fc sk kfc vc bc tc tt buurtwerk school basisschool huis centrum dienst"
)
_EMPTY_WORDS = frozenset(_EMPTY.split())
_SORT_WORDS = frozenset(_SORTS.split())
_SPELLINGS = {"sinte": "sint", "st": "sint", "ste": "sint", "saint": "sint"}
_SORT_WEIGHT = 0.4
_LEAST_WORD = 75  # words less alike than this are other words
_LEAST_REST = 60  # what two names do not share must look alike too: Pasar Aarschot is not KSA Aarschot
_OTHER_NUMBER = 50  # at most, where both hold numbers and they differ: scouts 50 is not scouts 37
_MOST = 50  # names are looked at for one word or spelling; a word that more of them have says little


def likely_duplicates(name: str, company_number: str, among: Iterable[Organisation]) -> list[Organisation]:
    """Those `among` that are probably the same organisation, the likeliest first. The same number always is."""
    organisations = list(among)
    number = vat.compact(company_number) if company_number else ""
    same_number = [organisation for organisation in organisations if number and organisation.company_number == number]
    alike = Names([organisation.name for organisation in organisations]).like(name)
    found = [organisations[position] for position in alike]
    return same_number + [organisation for organisation in found if organisation not in same_number]


@dataclass(frozen=True)
class Pair:
    """Two organisations that are probably one, and why."""

    one: Organisation
    other: Organisation
    likeness: int  # of their names, of 100
    same_website: bool

    @property
    def names_are_alike(self) -> bool:
        return self.likeness >= LIKELY


def likely_pairs(organisations: Sequence[Organisation], but: Collection[tuple[int, int]] = ()) -> list[Pair]:
    """Those that look like one another, the likeliest first, without the pairs of keys in `but`."""
    names = [words(organisation.name) for organisation in organisations]
    sites = [_site(organisation.website) for organisation in organisations]
    found = set(_alike_by_name(organisations)) | set(_alike_by_website(sites))
    pairs = [
        Pair(
            one=organisations[first],
            other=organisations[second],
            likeness=round(likeness(names[first], names[second])),
            same_website=bool(sites[first]) and sites[first] == sites[second],
        )
        for first, second in found
    ]
    looked_at = {frozenset(pair) for pair in but}
    unlooked = [pair for pair in pairs if frozenset((pair.one.pk, pair.other.pk)) not in looked_at]
    return sorted(unlooked, key=lambda pair: (-pair.likeness - 100 * pair.same_website, pair.one.name, pair.other.name))


def _alike_by_name(organisations: Sequence[Organisation]) -> Iterator[tuple[int, int]]:
    names = Names([organisation.name for organisation in organisations])
    for position, organisation in enumerate(organisations):
        for other in names.like(organisation.name):
            if other != position:
                yield min(position, other), max(position, other)


def _alike_by_website(sites: Sequence[str]) -> Iterator[tuple[int, int]]:
    first: dict[str, int] = {}
    for position, site in enumerate(sites):
        if site and first.setdefault(site, position) != position:
            yield first[site], position


def _site(address: str) -> str:
    """The same for two spellings of one address."""
    parts = urlsplit(address.casefold())
    return parts.netloc.removeprefix("www.") + parts.path.rstrip("/")


class Names:
    """Many names, prepared to be asked which of them look like another one."""

    def __init__(self, names: Sequence[str]):
        self._words = [words(name) for name in names]
        self._glued = ["".join(found) for found in self._words]
        self._having: dict[str, list[int]] = defaultdict(list)
        for position, found in enumerate(self._words):
            for word in set(found):
                self._having[word].append(position)

    def like(self, name: str) -> list[int]:
        """The positions of the names that are likely the same, the likeliest first."""
        asked = words(name)
        scores = {position: likeness(asked, self._words[position]) for position in self._candidates(asked)}
        return sorted((at for at, score in scores.items() if score >= LIKELY), key=lambda at: (-scores[at], at))

    def _candidates(self, asked: tuple[str, ...]) -> set[int]:
        """Names that share a word or much of the spelling; comparing all with all would take hours for a region."""
        sharing = (self._having.get(word, []) for word in asked)
        found = {position for positions in sharing if len(positions) <= _MOST for position in positions}
        spelled = process.extract("".join(asked), self._glued, scorer=fuzz.ratio, score_cutoff=LIKELY, limit=_MOST)
        return found | {position for _glued, _score, position in spelled}


@lru_cache(maxsize=20_000)
def words(name: str) -> tuple[str, ...]:
    """The words of a name that say which organisation it is, without accents, capitals and punctuation."""
    plain = re.sub(r"\b(\w)\.(?=\w)", r"\1", without_accents(name.casefold()))  # v.z.w. is vzw
    found = tuple(_SPELLINGS.get(word, word) for word in re.findall(r"[^\W\d_]+|\d+", plain))
    return tuple(word for word in found if word not in _EMPTY_WORDS) or found


def likeness(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    """How much two names look alike, from 0 to 100: by their spelling as a whole, or word by word."""
    if not one or not other:
        return 0
    if sorted(one) == sorted(other):
        return 100
    score = max(_by_spelling(one, other), _by_words(one, other))
    numbers, other_numbers = ({word for word in words if word.isdigit()} for words in (one, other))
    return min(score, _OTHER_NUMBER) if numbers and other_numbers and numbers != other_numbers else score


def _by_spelling(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    """Finds typing errors and words written together or apart."""
    rest, other_rest = ("".join(w for w in words if w not in shared) for words, shared in ((one, other), (other, one)))
    if rest and other_rest and fuzz.ratio(rest, other_rest) < _LEAST_REST:
        return 0
    return fuzz.ratio("".join(one), "".join(other))


def _by_words(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    """Finds other orders and left-out words: what the shorter name says counts most."""
    shorter, longer = sorted((one, other), key=lambda words: sum(map(_weight, words)))
    return 0.65 * _share_found(shorter, longer) + 0.35 * _share_found(longer, shorter)


def _share_found(words: tuple[str, ...], among: tuple[str, ...]) -> float:
    return sum(_weight(word) * _best(word, among) for word in words) / sum(map(_weight, words))


def _best(word: str, among: tuple[str, ...]) -> float:
    if word.isdigit():
        return 100 if word in among else 0
    best = max(fuzz.ratio(word, candidate) for candidate in among)
    return best if best >= _LEAST_WORD else 0


def _weight(word: str) -> float:
    return _SORT_WEIGHT if word in _SORT_WORDS else 1
