"""What a page may ask about the person who looks at it. The rules themselves stand in `permissions`."""

from django import template

from covenants import permissions

register = template.Library()

register.filter("sees_covenants", permissions.can_see_covenants)
