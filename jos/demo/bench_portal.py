"""The portal as gunicorn serves it, with addresses of files that need no collected files to be written."""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jos.settings")

import django
from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler

django.setup()
settings.STORAGES = settings.STORAGES | {
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
}
application = WSGIHandler()
