from django.urls import path

from neighbourhoods.views import circles, decisions, published, statistics, steps, weighings

urlpatterns = [
    path("priorities/", decisions.priority_list, name="priorities"),
    path("priorities/new/", decisions.priority_new, name="priority_new"),
    path("priorities/propose/", decisions.priority_propose, name="priority_propose"),
    path("priorities/published/", published.published_priorities, name="published_priorities"),
    path("priorities/<int:pk>/", decisions.priority, name="priority"),
    path("priorities/<int:pk>/edit/", decisions.priority_edit, name="priority_edit"),
    path("priorities/<int:pk>/story/", decisions.priority_story, name="priority_story"),
    path("priorities/<int:pk>/step/<slug:step>/", steps.priority_step, name="priority_step"),
    path("figures/new/", statistics.statistic_new, name="statistic_new"),
    path("figures/<slug:slug>/edit/", statistics.statistic_edit, name="statistic_edit"),
    path("data-sets/new/", statistics.data_set_new, name="data_set_new"),
    path("data-sets/<slug:slug>/edit/", statistics.data_set_edit, name="data_set_edit"),
    path("circles/new/", circles.circle_new, name="circle_new"),
    path("circles/<slug:slug>/edit/", circles.circle_edit, name="circle_edit"),
    path("weighings/", weighings.weighings, name="weighings"),
    path("weighings/new/", weighings.weighing_new, name="weighing_new"),
    path("weighings/<slug:slug>/", weighings.weighing, name="weighing"),
    path("weighings/<slug:slug>/edit/", weighings.weighing_edit, name="weighing_edit"),
    path("weighings/<slug:slug>/export.<str:file_format>", weighings.weighing_export, name="weighing_export"),
]
