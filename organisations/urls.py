from django.urls import path

from organisations.views import (
    belongings,
    invitation,
    offers,
    organisations,
    partnerships,
    people,
    reminders,
    upkeep,
)

urlpatterns = [
    # Organisations
    path("organisations/", organisations.organisations, name="organisations"),
    path("organisations/new/", organisations.organisation_new, name="organisation_new"),
    path("organisations/<slug:slug>/", organisations.organisation, name="organisation"),
    path("organisations/<slug:slug>/edit/", organisations.organisation_edit, name="organisation_edit"),
    path("organisations/<slug:slug>/story/", organisations.organisation_story, name="organisation_story"),
    path("organisations/<slug:slug>/places/new/", belongings.place_new, name="place_new"),
    path("organisations/<slug:slug>/places/<int:pk>/", belongings.place_edit, name="place_edit"),
    path("organisations/<slug:slug>/contacts/new/", belongings.contact_new, name="contact_new"),
    path("organisations/<slug:slug>/contacts/<int:pk>/", belongings.contact_edit, name="contact_edit"),
    path("organisations/<slug:slug>/contacts/<int:pk>/remove/", belongings.contact_remove, name="contact_remove"),
    # What an organisation offers, as its own people work on it
    path("our-offer/", upkeep.own_offers, name="own_offers"),
    path("organisations/<slug:slug>/offers/", upkeep.organisation_offers, name="organisation_offers"),
    path("organisations/<slug:slug>/offers/new/", upkeep.offer_new, name="offer_new"),
    path("organisations/<slug:slug>/offers/confirm/", upkeep.confirm_all, name="confirm_all"),
    path("offers/<slug:slug>/confirm/", upkeep.offer_confirm, name="offer_confirm"),
    path("offers/<slug:slug>/edit/", upkeep.offer_edit, name="offer_edit"),
    path("offers/<slug:slug>/copy/", upkeep.offer_copy, name="offer_copy"),
    path("offers/<slug:slug>/end/", upkeep.offer_end, name="offer_end"),
    path("offers/<slug:slug>/publish/", upkeep.offer_publish, name="offer_publish"),
    path("offers/<slug:slug>/archive/", upkeep.offer_archive, name="offer_archive"),
    # Offers of all organisations
    path("offers/", offers.offers, name="offers"),
    path("offers/unconfirmed/", reminders.unconfirmed, name="unconfirmed"),
    path("offers/unconfirmed/remind/", reminders.remind, name="remind"),
    path("offers/<slug:slug>/", offers.offer, name="offer"),
    path("offers/<slug:slug>/story/", offers.offer_story, name="offer_story"),
    # Partnerships
    path("partnerships/", partnerships.partnerships, name="partnerships"),
    path("partnerships/new/", partnerships.partnership_new, name="partnership_new"),
    path("partnerships/<slug:slug>/", partnerships.partnership, name="partnership"),
    path("partnerships/<slug:slug>/edit/", partnerships.partnership_edit, name="partnership_edit"),
    path("partnerships/<slug:slug>/story/", partnerships.partnership_story, name="partnership_story"),
    path("partnerships/<slug:slug>/members/new/", partnerships.partnership_join, name="partnership_join"),
    path("partnerships/<slug:slug>/members/<int:pk>/", partnerships.partnership_member, name="partnership_member"),
    # People
    path("people/", people.people, name="people"),
    path("people/<int:pk>/role/", people.person_role, name="person_role"),
    path("people/<int:pk>/close/", people.person_close, name="person_close"),
    path("people/<int:pk>/reopen/", people.person_reopen, name="person_reopen"),
    path("organisations/<slug:slug>/members/", people.members, name="members"),
    path("members/<int:pk>/role/", people.member_role, name="member_role"),
    path("members/<int:pk>/remove/", people.member_remove, name="member_remove"),
    path("invitations/<int:pk>/resend/", people.invitation_resend, name="invitation_resend"),
    path("invitations/<int:pk>/withdraw/", people.invitation_withdraw, name="invitation_withdraw"),
    path("invitation/<str:token>/", invitation.invitation, name="invitation"),
    path("switch/", people.switch_organisation, name="switch_organisation"),
]
