"""The administration only looks: what states lead to, who saw words and what is gone is written by actions alone."""

from django.contrib import admin

from jos.shared.admin import LookUpAdmin
from signals.models import Dossier, Removal, Round, StandardReply, Theme


@admin.register(Theme)
class ThemeAdmin(LookUpAdmin):
    list_display = ["name", "term_days", "is_sensitive", "is_active"]
    list_filter = ["is_sensitive", "is_active"]
    search_fields = ["name"]


@admin.register(Dossier)
class DossierAdmin(LookUpAdmin):
    list_display = ["title", "state", "theme", "owner", "due_on"]
    list_filter = ["state", "theme", "cause"]
    list_select_related = ["theme", "owner"]
    search_fields = ["title"]


@admin.register(Round)
class RoundAdmin(LookUpAdmin):
    list_display = ["title", "opens_on", "closes_on", "decided_on"]
    search_fields = ["title"]


@admin.register(StandardReply)
class StandardReplyAdmin(LookUpAdmin):
    list_display = ["title", "kind"]
    list_filter = ["kind"]
    search_fields = ["title"]


@admin.register(Removal)
class RemovalAdmin(LookUpAdmin):
    list_display = ["reason", "amount", "at", "by"]
    list_filter = ["reason"]
    list_select_related = ["by"]
