from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount, SocialApp, SocialToken
from allauth.usersessions.models import UserSession
from django.contrib import admin
from django.contrib.auth.models import Group
from simple_history.admin import SimpleHistoryAdmin

from jos.accounts.models import User

admin.site.unregister(Group)  # rights are roles and memberships here
admin.site.unregister(EmailAddress)  # people change theirs themselves, with a mail to confirm it
admin.site.unregister([Authenticator, UserSession])  # nobody's keys and whereabouts are looked at
admin.site.unregister([SocialApp, SocialAccount, SocialToken])  # the city's sign-in stands in the settings


@admin.register(User)
class UserAdmin(SimpleHistoryAdmin):
    """Only a misspelt name is put right here. Roles and closing an account: the page People, which guards its rules."""

    list_display = ["name", "email", "role", "is_active", "last_login"]
    list_filter = ["role", "is_active"]
    search_fields = ["name", "email"]
    fields = ["name", "email", "role", "is_active", "date_joined", "last_login"]
    readonly_fields = ["email", "role", "is_active", "date_joined", "last_login"]

    def has_add_permission(self, request) -> bool:
        return False  # people come by invitation

    def has_delete_permission(self, request, obj=None) -> bool:
        return False  # what somebody did stays theirs
