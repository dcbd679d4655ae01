from django.urls import URLPattern, path

from covenants.views import covenants

urlpatterns: list[URLPattern] = [
    # Words of their own come before the covenants' addresses: see jos.shared.models.RESERVED_SLUGS
    # One covenant, drawn up in turns
    path("covenants/<slug:slug>/", covenants.covenant, name="covenant"),
    path("covenants/<slug:slug>/story/", covenants.covenant_story, name="covenant_story"),
]
