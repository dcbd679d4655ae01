"""How often one address may do something, without keeping addresses (docs/decisions/0013-signals-and-privacy.md).

What is counted is a keyed hash. Its key is made at random each day and thrown away with that day: from then on nobody
can tell which address it was, whatever else they hold. On the day itself the database alone, or a backup, does not tell
either: the portal's own secret is part of the key.
"""

import datetime
import hmac
import ipaddress
import secrets

from django.conf import settings
from django.db.models import F
from django.http import HttpRequest
from django.utils import timezone

from jos.shared.time import today
from signals.models import Counter, DayKey

HOME_NETWORK = 64  # bits of an IPv6 address: what follows is changed by a phone every few hours


def again_at(what: str, who: str, *, times: int, per: datetime.timedelta) -> datetime.datetime | None:
    """Count that `who` does this once more: None, or the moment from which it may be done again."""
    now, name = timezone.now(), _name(what, who)
    counter = Counter.objects.filter(name=name, until__gt=now).first()
    if counter is None:
        _begin(Counter(name=name, times=1, until=now + per))
        return None
    # At the same moment others count as well: the database says who was in time.
    counted = Counter.objects.filter(pk=counter.pk, times__lt=times).update(times=F("times") + 1)
    return None if counted else counter.until


def used_up_until(what: str, who: str, *, times: int) -> datetime.datetime | None:
    """As `again_at`, without counting: for what only counts when it goes wrong."""
    full = Counter.objects.filter(name=_name(what, who), until__gt=timezone.now(), times__gte=times).first()
    return full.until if full else None


def _begin(counter: Counter) -> None:
    """In the place of one that is over, if any."""
    Counter.objects.bulk_create(
        [counter], update_conflicts=True, unique_fields=["name"], update_fields=["times", "until"]
    )


def _name(what: str, who: str) -> str:
    key = settings.SECRET_KEY.encode() + _key_of_today()
    return hmac.digest(key, f"{what} {who}".encode(), "sha256").hex()


def _key_of_today() -> bytes:
    day_key, is_new = DayKey.objects.get_or_create(on=today(), defaults={"key": secrets.token_bytes(32)})
    if is_new:
        DayKey.objects.filter(on__lt=today()).delete()
    return bytes(day_key.key)


def address_of(request: HttpRequest) -> str:
    """Where a request comes from: what a browser claims itself is believed of no more proxies than are ours."""
    claimed = [part.strip() for part in request.headers.get("X-Forwarded-For", "").split(",")]
    trusted = settings.TRUSTED_PROXIES
    address = claimed[-trusted] if 0 < trusted <= len(claimed) else request.META.get("REMOTE_ADDR", "")
    return _network(address)


def _network(address: str) -> str:
    """What one home, phone or youth centre has of its own."""
    try:
        known = ipaddress.ip_address(address)
    except ValueError:
        return address
    if isinstance(known, ipaddress.IPv4Address):
        return str(known)
    if known.ipv4_mapped:
        return str(known.ipv4_mapped)
    return str(ipaddress.ip_network((known, HOME_NETWORK), strict=False))
