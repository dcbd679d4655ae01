from django.apps import AppConfig


class PublicConfig(AppConfig):
    """What everybody sees without an account: find something, what JOS is, and the pages the law asks."""

    name = "jos.public"
    label = "public"
