from django.contrib.sitemaps import views as sitemaps
from django.urls import path

from jos.public.sitemaps import SITEMAPS
from jos.public.views import find, pages
from jos.shared.access import for_everybody

PARTS = {"sitemaps": SITEMAPS, "sitemap_url_name": "sitemap_part"}

urlpatterns = [
    path("find/", find.find, name="find"),
    path("about/", pages.about, name="about"),
    path("privacy/", pages.privacy, name="privacy"),
    path("accessibility/", pages.accessibility, name="accessibility"),
    path("help/", pages.help, name="help"),
    path("help/<slug:slug>/", pages.help_role, name="help_role"),
    path("robots.txt", pages.robots, name="robots"),
    path("sitemap.xml", for_everybody(sitemaps.index), PARTS, name="sitemap"),
    path("sitemap-<slug:section>.xml", for_everybody(sitemaps.sitemap), {"sitemaps": SITEMAPS}, name="sitemap_part"),
]
