"""Which row of a file is about which offer. Offers have no number of their own, so their facts decide."""

import datetime
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable

from django.utils.translation import gettext as _

from jos.shared.imports import Problem
from jos.shared.tables.cells import same
from jos.shared.tables.reading import at_line
from organisations.imports.offer_rows import Facts, KnownOffer, OfferRow

Pairs = dict[int, KnownOffer]  # by line of the file


def match(rows: list[OfferRow], known: list[KnownOffer]) -> tuple[Pairs, list[Problem]]:
    """The offer each row is about, as far as there is one; and the rows that say twice the same.

    Rows that say exactly what an offer says are that offer. Of the rest, a row is the offer that agrees in
    organisation, title, neighbourhoods and start; then without the start; then without the neighbourhoods: as long as
    only one row and one offer agree so, and they share a day and a neighbourhood. All other rows are new: what was
    there last year or is there elsewhere is another offer.
    """
    pairs = _match_exactly(rows, known)
    problems = _told_twice(rows, pairs)
    for key in (_title_area_start, _title_area, _title):
        taken = {id(offer) for offer in pairs.values()}
        _match_unique(
            [row for row in rows if row.line not in pairs],
            [offer for offer in known if id(offer) not in taken],
            key,
            pairs,
        )
    return pairs, problems


def _share_a_day_and_a_neighbourhood(one: Facts, other: Facts) -> bool:
    if not one["neighbourhood_code"] & other["neighbourhood_code"]:
        return False
    start = max(facts.get("valid_from") or datetime.date.min for facts in (one, other))
    return start <= min(facts.get("valid_until") or datetime.date.max for facts in (one, other))


def _exactly(facts: Facts) -> Hashable:
    return tuple(facts.items())


def _title_area_start(facts: Facts) -> Hashable:
    return (*_title_area(facts), facts.get("valid_from"))


def _title_area(facts: Facts) -> tuple:
    return (*_title(facts), facts["neighbourhood_code"])


def _title(facts: Facts) -> tuple:
    return (facts["organisation"], same(facts["title"]))


def _grouped(items, key: Callable[[Facts], Hashable]) -> dict[Hashable, list]:
    groups: dict[Hashable, list] = defaultdict(list)
    for item in items:
        groups[key(item.facts)].append(item)
    return groups


def _match_exactly(rows: list[OfferRow], known: list[KnownOffer]) -> Pairs:
    same_facts = _grouped(known, _exactly)
    pairs = {}
    for row in rows:
        if offers := same_facts.get(_exactly(row.facts)):
            pairs[row.line] = offers.pop(0)
    return pairs


def _match_unique(rows: list[OfferRow], known: list[KnownOffer], key, pairs: Pairs) -> None:
    """Pair a row and an offer that agree with each other and with nothing else."""
    offers_by_key = _grouped(known, key)
    for found, its_rows in _grouped(rows, key).items():
        agreeing = [
            (row, offer)
            for row in its_rows
            for offer in offers_by_key.get(found, ())
            if _share_a_day_and_a_neighbourhood(row.facts, offer.facts)
        ]
        times = Counter(id(one) for pair in agreeing for one in pair)
        pairs |= {row.line: offer for row, offer in agreeing if times[id(row)] == times[id(offer)] == 1}


def _told_twice(rows: list[OfferRow], pairs: Pairs) -> list[Problem]:
    """Rows that are the same in every column, unless as many such offers exist."""
    problems = []
    for its_rows in _grouped(rows, _exactly).values():
        for row in its_rows[1:]:
            if row.line not in pairs:
                why = _("This row is the same as line %(line)d. Remove one of them.") % {"line": its_rows[0].line}
                problems.append(Problem(at_line(row.line), why))
    return problems
