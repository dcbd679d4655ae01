"""What the administration of every app has in common."""

from django.db import models
from simple_history.admin import SimpleHistoryAdmin


class LookUpAdmin(SimpleHistoryAdmin):
    """To find a record and read its history when somebody needs help. The daily work happens in the portal itself."""

    formfield_overrides = {models.URLField: {"assume_scheme": "https"}}

    def has_add_permission(self, request) -> bool:
        return False

    def has_change_permission(self, request, obj=None) -> bool:
        return False

    def has_delete_permission(self, request, obj=None) -> bool:
        return False
