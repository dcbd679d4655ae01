from django.urls import path

from neighbourhoods import views

urlpatterns = [
    path("priorities/", views.priority_list, name="priorities"),
    path("priorities/new/", views.priority_new, name="priority_new"),
    path("priorities/<int:pk>/", views.priority, name="priority"),
    path("priorities/<int:pk>/edit/", views.priority_edit, name="priority_edit"),
    path("circles/new/", views.circle_new, name="circle_new"),
    path("circles/<slug:slug>/edit/", views.circle_edit, name="circle_edit"),
]
