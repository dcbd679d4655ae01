"""Every page of the library that this portal shows, is ours."""

import pytest
from django.template.loader import get_template

from jos.accounts.urls import urlpatterns
from tests.house.sources import PROJECT

# Shown by a view of the library besides its own page, or in the place of it.
BESIDES = [
    "429.html",
    "account/signup_closed.html",
    "socialaccount/authentication_error.html",
    "socialaccount/login_cancelled.html",
]
PAGES = {
    getattr(pattern.callback, "view_class", None) and getattr(pattern.callback.view_class, "template_name", None)
    for pattern in urlpatterns
} - {None, False, "account/signup.html"}  # sign-up is closed, and says so on another page


@pytest.mark.parametrize("name", sorted(PAGES | set(BESIDES)))
def test_a_page_of_the_library_is_replaced_by_ours(name):
    template = get_template(name).template
    assert str(PROJECT / "templates") in template.origin.name
    assert "allauth" not in template.source


def test_there_are_as_many_as_we_think():
    assert len(PAGES) >= 20
