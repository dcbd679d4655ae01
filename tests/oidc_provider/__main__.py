"""Serves the provider on the port in PORT, with three people and the portal in PORTAL as its only client."""

import os

import django
from django.contrib.auth.hashers import make_password
from django.core.management import call_command

os.environ["DJANGO_SETTINGS_MODULE"] = "tests.oidc_provider.settings"


def prepare() -> None:
    from allauth.account.models import EmailAddress
    from allauth.idp.oidc.models import Client

    from tests.builders import make_user

    call_command("migrate", verbosity=0)
    call_command("createcachetable")
    make_user("Stef", email="stef@example.org")
    make_user("Nora", email="nora@example.org")
    make_user("Ugo", email="ugo@example.org")
    EmailAddress.objects.filter(email="ugo@example.org").update(verified=False)
    Client.objects.create(
        id="jos",
        name="JOS",
        secret=make_password("jos"),
        scopes="openid\nprofile\nemail",
        redirect_uris=f"{os.environ['PORTAL']}/account/city/login/callback/",
    )


if __name__ == "__main__":
    django.setup()
    prepare()
    call_command("runserver", f"127.0.0.1:{os.environ['PORT']}", use_reloader=False)
