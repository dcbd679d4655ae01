from django.conf import settings


def full_address(path: str) -> str:
    """Of a page or file of this portal, as it stands on paper, in calendars and where it is shared."""
    return settings.BASE_URL + path
