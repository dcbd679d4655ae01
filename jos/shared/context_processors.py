from django.conf import settings


def installation(request) -> dict:
    return {"DEMO": settings.DEMO, "CITY_NAME": settings.CITY_NAME, "SUPPORT_EMAIL": settings.SUPPORT_EMAIL}
