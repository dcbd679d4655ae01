from django.urls import path

from organisations.views import invitation, people

urlpatterns = [
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
