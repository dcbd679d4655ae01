"""The administration only looks: what turns, acceptances and signatures lead to is written by actions alone.

Ratings of the city and mirrors of staff are not here: nobody sees those of one partner but itself.
"""

from django.contrib import admin

from covenants.drafting.words import whose_turn
from covenants.models import Blueprint, Commitment, Covenant, Indicator, ReportingPeriod
from jos.shared.admin import LookUpAdmin


@admin.register(Covenant)
class CovenantAdmin(LookUpAdmin):
    list_display = ["title", "state", "whose_turn", "partner", "valid_from", "valid_until"]
    list_filter = ["state"]
    list_select_related = ["organisation", "partnership"]
    search_fields = ["title", "council_decision"]

    @admin.display(description=Covenant._meta.get_field("turn").verbose_name, empty_value="–")
    def whose_turn(self, covenant: Covenant) -> str | None:
        """A turn stays written where it was when a covenant is signed: nobody's any more."""
        side = whose_turn(covenant)
        return str(side.label) if side else None


@admin.register(Commitment)
class CommitmentAdmin(LookUpAdmin):
    list_display = ["what", "side", "state", "due_on", "covenant"]
    list_filter = ["side", "state"]
    list_select_related = ["covenant"]
    search_fields = ["what"]


@admin.register(Indicator)
class IndicatorAdmin(LookUpAdmin):
    list_display = ["name", "kind", "function", "covenant"]
    list_filter = ["kind", "function"]
    list_select_related = ["covenant"]
    search_fields = ["name"]


@admin.register(Blueprint)
class BlueprintAdmin(LookUpAdmin):
    list_display = ["name", "kind", "function", "is_active"]
    list_filter = ["kind", "function", "is_active"]
    search_fields = ["name"]


@admin.register(ReportingPeriod)
class ReportingPeriodAdmin(LookUpAdmin):
    list_display = ["covenant", "starts_on", "ends_on", "due_on", "settled_on"]
    list_select_related = ["covenant"]
    search_fields = ["covenant__title"]
