from django.urls import path

from jos.dashboards.views import coverage, home, imports, sheets

urlpatterns = [
    path("", home.home, name="home"),
    path("coverage/", coverage.coverage, name="coverage"),
    path("coverage/export.<str:file_format>", coverage.coverage_export, name="coverage_export"),
    path("neighbourhoods/", sheets.neighbourhoods, name="neighbourhoods"),
    path("neighbourhoods/<slug:slug>/", sheets.neighbourhood, name="neighbourhood"),
    path("circles/<slug:slug>/", sheets.circle, name="circle"),
    path("imports/", imports.imports, name="imports"),
    path("imports/new/<slug:kind>/", imports.import_new, name="import_new"),
    path("imports/<int:pk>/", imports.import_preview, name="import"),
    path("imports/<int:pk>/confirm/", imports.import_confirm, name="import_confirm"),
    path("imports/<int:pk>/withdraw/", imports.import_withdraw, name="import_withdraw"),
]
