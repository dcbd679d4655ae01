"""What a page may ask about the person who looks at it. The rules themselves stand in `permissions`."""

from django import template

from jos.accounts import permissions

register = template.Library()

register.filter("is_administrator", permissions.is_administrator)
register.filter("is_youth_service", permissions.is_staff)
register.filter("works_for_city", permissions.works_for_city)
