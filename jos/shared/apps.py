from django.apps import AppConfig


class SharedConfig(AppConfig):
    name = "jos.shared"
    label = "shared"
