"""Which statistic each column is about: one that exists, or a new one for staff to complete."""

from django.utils.translation import gettext as _

from jos.shared.models import unique_slug
from jos.shared.tables.cells import same, tidy
from neighbourhoods.enums import AddsUp
from neighbourhoods.imports.statistics.choices import Column
from neighbourhoods.imports.statistics.reading import Reading
from neighbourhoods.models import Statistic


class Targets:
    """All statistics by name and slug, and the new ones that this import makes."""

    def __init__(self) -> None:
        statistics = list(Statistic.objects.all())
        self.taken = {statistic.slug for statistic in statistics}
        self._known = {statistic.slug: statistic for statistic in statistics}
        self._known |= {same(statistic.name): statistic for statistic in statistics}

    def known(self, text: str) -> Statistic | None:
        return self._known.get(same(text))

    def of(self, column: Column, reading: Reading) -> Statistic | None:
        """Its statistic; None after noting why it has none."""
        name = tidy(column.statistic)
        most = Statistic._meta.get_field("name").max_length or 0
        if not name or len(name) > most:
            reading.refuse(column.header, _("Give the figure a name of at most %(most)d characters.") % {"most": most})
            return None
        statistic = self.known(name) or self._new(name, column)
        if statistic.is_derived:
            why = _("“%(name)s” is worked out from other figures: nothing can be imported into it.")
            reading.refuse(column.header, why % {"name": statistic})
            return None
        return statistic

    def _new(self, name: str, column: Column) -> Statistic:
        adds_up = AddsUp.SUM if column.adds_up else AddsUp.NOT
        statistic = Statistic(name=name, slug=unique_slug(Statistic, name, self.taken), adds_up=adds_up)
        self._known[same(name)] = statistic
        return statistic
