from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "jos.accounts"
    label = "accounts"
