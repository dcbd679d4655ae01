from django import template

from jos.dashboards.homes.item import number_in_words

register = template.Library()
register.filter("in_words", number_in_words)
