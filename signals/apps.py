from django.apps import AppConfig
from django.core.checks import register
from django.utils.translation import gettext_lazy as _


class SignalsConfig(AppConfig):
    name = "signals"
    verbose_name = _("Signals")

    def ready(self) -> None:
        from signals.help_lines import wrong_help_lines

        register(wrong_help_lines)
