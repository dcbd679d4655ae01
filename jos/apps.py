from django.apps import AppConfig


class JosConfig(AppConfig):
    name = "jos"
