from django.urls import path

from jos.dashboards.views import coverage, home, imports, sheets, stories, styleguide

urlpatterns = [
    path("", home.home, name="home"),
    path("-/styleguide/", styleguide.styleguide, name="styleguide"),
    path("coverage/", coverage.coverage, name="coverage"),
    path("coverage/export.<str:file_format>", coverage.coverage_export, name="coverage_export"),
    path("coverage/map.svg", coverage.coverage_map, name="coverage_map"),
    path("neighbourhoods/", sheets.neighbourhoods, name="neighbourhoods"),
    path("neighbourhoods/<slug:slug>/", sheets.neighbourhood, name="neighbourhood"),
    path("neighbourhoods/<slug:slug>/sheet.pdf", sheets.neighbourhood_pdf, name="neighbourhood_pdf"),
    path("circles/<slug:slug>/", sheets.circle, name="circle"),
    path("circles/<slug:slug>/sheet.pdf", sheets.circle_pdf, name="circle_pdf"),
    path("neighbourhoods/<slug:slug>/story/", stories.neighbourhood_story, name="neighbourhood_story"),
    path("circles/<slug:slug>/story/", stories.circle_story, name="circle_story"),
    path("imports/", imports.imports, name="imports"),
    path("imports/new/<slug:kind>/", imports.import_new, name="import_new"),
    path("imports/<int:pk>/", imports.import_preview, name="import"),
    path("imports/<int:pk>/confirm/", imports.import_confirm, name="import_confirm"),
    path("imports/<int:pk>/withdraw/", imports.import_withdraw, name="import_withdraw"),
    path("imports/<int:pk>/undo/", imports.import_undo, name="import_undo"),
    path("imports/<int:pk>/story/", imports.import_story, name="import_story"),
]
