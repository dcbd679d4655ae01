"""The administration only looks: what turns, acceptances and signatures lead to is written by actions alone.

Ratings of the city and mirrors of staff are not here: nobody sees those of one partner but itself.
"""

from django.contrib import admin

from covenants.models import Blueprint, Commitment, Covenant, Indicator, ReportingPeriod
from jos.shared.admin import LookUpAdmin


@admin.register(Covenant)
class CovenantAdmin(LookUpAdmin):
    list_display = ["title", "state", "turn", "partner", "valid_from", "valid_until"]
    list_filter = ["state", "turn"]
    list_select_related = ["organisation", "partnership"]
    search_fields = ["title", "council_decision"]


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
