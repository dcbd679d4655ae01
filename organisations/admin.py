from django.contrib import admin

from jos.shared.admin import LookUpAdmin
from organisations.models import Invitation, Membership, Offer, Organisation, Partnership, Place


@admin.register(Organisation)
class OrganisationAdmin(LookUpAdmin):
    list_display = ["name", "kind", "company_number", "charter_signed_on"]
    list_filter = ["kind"]
    search_fields = ["name", "company_number"]


@admin.register(Membership)
class MembershipAdmin(LookUpAdmin):
    list_display = ["user", "organisation", "role", "since"]
    list_filter = ["role"]
    list_select_related = ["user", "organisation"]
    search_fields = ["user__name", "user__email", "organisation__name"]


@admin.register(Invitation)
class InvitationAdmin(LookUpAdmin):
    list_display = ["email", "organisation", "invited_as", "sent_at", "accepted_at", "withdrawn_at"]
    list_select_related = ["organisation"]
    search_fields = ["email", "organisation__name"]


@admin.register(Partnership)
class PartnershipAdmin(LookUpAdmin):
    list_display = ["name", "lead"]
    list_select_related = ["lead"]
    search_fields = ["name"]


@admin.register(Place)
class PlaceAdmin(LookUpAdmin):
    list_display = ["name", "organisation", "neighbourhood", "warm"]
    list_select_related = ["organisation", "neighbourhood"]
    search_fields = ["name", "address", "organisation__name"]


@admin.register(Offer)
class OfferAdmin(LookUpAdmin):
    list_display = ["title", "organisation", "status", "confirmed_on"]
    list_filter = ["status", "work_form"]
    list_select_related = ["organisation"]
    search_fields = ["title", "organisation__name"]
