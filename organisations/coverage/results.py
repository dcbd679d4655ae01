"""What the rules say about an area on a day."""

from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext, pgettext

from organisations.coverage.enums import AreaKind, GapKind, Status, WarningKind
from organisations.coverage.sentences import join
from organisations.enums import Function


@dataclass(frozen=True, slots=True)
class FunctionCoverage:
    """One function in one area."""

    function: Function
    hours: Decimal | None  # a week, of the offers whose hours are known; None: covered, but no hours known
    some_hours_unknown: bool
    offers: frozenset[int]  # primary keys: the records behind the number
    organisations: frozenset[int]
    unconfirmed_only: bool

    @property
    def covered(self) -> bool:
        return bool(self.offers)


@dataclass(frozen=True, slots=True)
class Finding:
    """A gap or a warning, in one sentence, with the charter's rule, the function and the offers it is about."""

    kind: GapKind | WarningKind
    text: str
    rule: str  # "R4"
    function: Function | None = None
    offers: frozenset[int] = frozenset()


@dataclass(frozen=True)
class AreaCoverage:
    """How one neighbourhood or circle stands on a day, for an age band."""

    kind: AreaKind
    pk: int
    code: str
    name: str
    slug: str
    district: str
    neighbourhoods: frozenset[int]  # itself, or those of the circle
    priority: bool
    status: Status
    whole_by: tuple[str, ...]
    functions: dict[Function, FunctionCoverage]
    warm_place: bool
    outreach: bool
    gaps: tuple[Finding, ...]
    warnings: tuple[Finding, ...]
    judged: bool = True  # False: only some partners or work forms were looked at, so no gap was looked for

    @property
    def norm_met(self) -> bool:
        """Ask `judged` first: of a selection nothing is asked."""
        return not self.gaps

    @property
    def covered(self) -> list[Function]:
        return [function for function in Function if self.functions[function].covered]

    @property
    def missing(self) -> list[Function]:
        return [function for function in Function if not self.functions[function].covered]

    @property
    def offers(self) -> frozenset[int]:
        """All offers that were counted, whatever their function."""
        return frozenset().union(*(function.offers for function in self.functions.values()))

    @property
    def sentence(self) -> str:
        """What the flower shows, for those who hear it."""
        return f"{self.name}: {self.words}"

    @property
    def words(self) -> str:
        """The same, where the name stands beside it."""
        unconfirmed = [f.label for f in self.covered if self.functions[f].unconfirmed_only]
        return " ".join(
            [
                f"{self._functions_in_words()}.",
                *([gettext("Norm met.") if self.norm_met else gettext("Norm not met.")] if self.judged else []),
                *([gettext("Not confirmed: %s.") % join(unconfirmed)] if unconfirmed else []),
            ]
        )

    def _functions_in_words(self) -> str:
        functions = join([function.label for function in self.covered])
        if self.status == Status.NONE:
            return gettext("none of the four functions")
        if self.status == Status.PARTIAL:
            return gettext("%(functions)s, without %(missing)s") % {
                "functions": functions,
                "missing": join([function.label for function in self.missing]),
            }
        return f"{functions}, {self.status.label}"

    @property
    def state_words(self) -> str:
        """The state in a few words, for a table's last column."""
        if not self.judged:
            return self._selection_in_words()
        if self.status == Status.NONE:
            return gettext("nothing yet")
        if self.status == Status.PARTIAL and self.priority:
            return gettext("lacks %s") % join([function.label for function in self.missing])
        if self.status == Status.PARTIAL:
            has_free_time = self.functions[Function.FREE_TIME].covered
            return gettext("the basis is there") if has_free_time else gettext("no free time")
        extra = [gap.kind.label for gap in self.gaps if gap.kind in (GapKind.NO_WARM_PLACE, GapKind.NO_OUTREACH)]
        return ", ".join([pgettext("coverage", str(self.status.label)), *map(str, extra)])

    def _selection_in_words(self) -> str:
        """What some of the partners carry, without what they should."""
        if self.status == Status.NONE:
            return gettext("nothing of this")
        if self.status == Status.PARTIAL:
            return join([function.label for function in self.covered])
        return gettext("all four, %s") % pgettext("coverage", str(self.status.label))
