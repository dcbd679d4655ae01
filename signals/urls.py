from django.urls import URLPattern, path

from signals.views import sending

urlpatterns: list[URLPattern] = [
    # Sending, without an account
    path("signal/", sending.signal_send, name="signal_send"),
]
