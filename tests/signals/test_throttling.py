"""Not too often from one address, and no address kept (quality.md, Private)."""

import datetime
from unittest import mock

import pytest
from django.core import serializers
from django.test import RequestFactory
from django.utils import timezone

from signals import throttling
from signals.models import Counter, DayKey
from signals.throttling import address_of, again_at

HOUR = datetime.timedelta(hours=1)
SOMEBODY = "192.0.2.7"

pytestmark = pytest.mark.django_db


def once_more(who: str = SOMEBODY, what: str = "send"):
    return again_at(what, who, times=2, per=HOUR)


def test_so_often_and_no_more():
    assert once_more() is None
    assert once_more() is None

    refused_until = once_more()

    assert refused_until is not None
    assert timezone.now() < refused_until <= timezone.now() + HOUR


def test_refusing_does_not_make_it_last_longer():
    once_more()
    once_more()

    assert once_more() == once_more()


def test_each_address_and_each_thing_by_itself():
    once_more()
    once_more()

    assert once_more(who="192.0.2.8") is None
    assert once_more(what="try a code") is None


def test_it_starts_anew_when_the_time_is_over():
    once_more()
    once_more()
    Counter.objects.update(until=timezone.now() - datetime.timedelta(seconds=1))

    assert once_more() is None
    assert Counter.objects.get().times == 1


def test_no_address_is_kept():
    once_more()

    kept = serializers.serialize("json", [*Counter.objects.all(), *DayKey.objects.all()])

    assert SOMEBODY not in kept


def test_the_database_alone_does_not_tell_whose_a_counter_is(settings):
    once_more()
    settings.SECRET_KEY = "of another portal, which has this database"
    once_more()

    assert Counter.objects.count() == 2


def test_the_same_address_has_another_name_the_next_day():
    once_more()
    tomorrow = timezone.localdate() + datetime.timedelta(days=1)
    with mock.patch.object(throttling, "today", return_value=tomorrow):
        once_more()

    assert Counter.objects.count() == 2
    assert [day_key.on for day_key in DayKey.objects.all()] == [tomorrow]


def test_it_asks_the_database_three_times(django_assert_num_queries):
    DayKey.objects.create(on=timezone.localdate(), key=b"k" * 32)
    with django_assert_num_queries(3):
        once_more()
    with django_assert_num_queries(3):
        once_more()


@pytest.mark.parametrize(
    ("proxies", "address"), [(0, "192.0.2.1"), (1, "203.0.113.9"), (2, "198.51.100.7"), (3, "192.0.2.1")]
)
def test_an_address_is_believed_from_as_many_proxies_as_are_ours(settings, proxies, address):
    settings.TRUSTED_PROXIES = proxies
    claimed = {"X-Forwarded-For": "198.51.100.7, 203.0.113.9"}

    assert address_of(RequestFactory().get("/", headers=claimed, REMOTE_ADDR="192.0.2.1")) == address


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("::ffff:192.0.2.1", "192.0.2.1"),
        ("not an address", "not an address"),
        ("", ""),
    ],
)
def test_a_phone_cannot_take_a_new_address_within_its_own_network(address, network):
    assert address_of(RequestFactory().get("/", REMOTE_ADDR=address)) == network
