"""The least Django needs to keep what is sent: one view, one row, no middleware. The portal stands beside it."""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jos.settings")

import django
from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.urls import path

KEEP = "INSERT INTO signals_removal (reason, amount, at) VALUES ('REDACTED', 1, CURRENT_TIMESTAMP)"


def keep(request: HttpRequest) -> HttpResponse:
    with connection.cursor() as cursor:
        cursor.execute(KEEP)
    return HttpResponse("kept")


urlpatterns = [path("", keep)]
django.setup()
settings.MIDDLEWARE = []  # after the apps looked whether theirs is there
settings.ROOT_URLCONF = __name__
application = WSGIHandler()
