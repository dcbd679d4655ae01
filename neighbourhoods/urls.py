from django.urls import path

from neighbourhoods.views import circles, decisions, published, steps

urlpatterns = [
    path("priorities/", decisions.priority_list, name="priorities"),
    path("priorities/new/", decisions.priority_new, name="priority_new"),
    path("priorities/propose/", decisions.priority_propose, name="priority_propose"),
    path("priorities/published/", published.published_priorities, name="published_priorities"),
    path("priorities/<int:pk>/", decisions.priority, name="priority"),
    path("priorities/<int:pk>/edit/", decisions.priority_edit, name="priority_edit"),
    path("priorities/<int:pk>/step/<slug:step>/", steps.priority_step, name="priority_step"),
    path("circles/new/", circles.circle_new, name="circle_new"),
    path("circles/<slug:slug>/edit/", circles.circle_edit, name="circle_edit"),
]
