from django.apps import AppConfig


class DashboardsConfig(AppConfig):
    name = "jos.dashboards"
    label = "dashboards"
