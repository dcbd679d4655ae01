from django.urls import path

from jos.dashboards.views import home

urlpatterns = [
    path("", home.home, name="home"),
]
