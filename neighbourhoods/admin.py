from django.contrib import admin
from simple_history.admin import SimpleHistoryAdmin

from jos.shared.admin import LookUpAdmin
from neighbourhoods.models import (
    DataSet,
    MovementCircle,
    Neighbourhood,
    NeighbourhoodCode,
    PriorityDecision,
    Statistic,
)


class CodeInline(admin.TabularInline):
    model = NeighbourhoodCode
    extra = 1


@admin.register(Neighbourhood)
class NeighbourhoodAdmin(SimpleHistoryAdmin):
    """Names and codes are put right here. Borders come from a file: they must fit each other."""

    list_display = ["name", "district", "valid_from", "valid_until"]
    search_fields = ["name", "codes__code"]
    fields = ["name", "district"]
    inlines = [CodeInline]

    def has_add_permission(self, request) -> bool:
        return False

    def has_delete_permission(self, request, obj=None) -> bool:
        return False  # one that is gone from the official list ends


@admin.register(MovementCircle)
class MovementCircleAdmin(LookUpAdmin):
    list_display = ["name", "valid_from", "valid_until"]
    search_fields = ["name"]


@admin.register(PriorityDecision)
class PriorityDecisionAdmin(LookUpAdmin):
    list_display = ["area", "stage", "is_priority", "valid_from", "valid_until", "review_on", "decided_by"]
    list_select_related = ["neighbourhood", "circle"]


@admin.register(DataSet)
class DataSetAdmin(LookUpAdmin):
    list_display = ["name", "source", "released_on", "licence"]
    search_fields = ["name", "source"]


@admin.register(Statistic)
class StatisticAdmin(LookUpAdmin):
    """The definitions. Values are only read through `neighbourhoods.figures`, which hides small counts."""

    list_display = ["name", "category", "unit", "direction", "is_public", "counts_people"]
    search_fields = ["name"]
    list_filter = ["category", "is_public"]
