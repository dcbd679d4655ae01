import pytest
from django.core.cache import cache
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from jos.shared import views


def test_live_answers_without_a_database(client):
    assert client.get("/-/live").json() == {"live": True}  # pytest refuses the database to this test


def test_ready_when_everything_works(client, db):
    response = client.get("/-/ready")

    assert response.status_code == 200
    assert response.json() == {"database": True, "migrations": True, "cache": True}


def test_not_ready_while_a_migration_is_to_come(client, db):
    (last,) = MigrationLoader(connection).graph.leaf_nodes("organisations")
    MigrationRecorder(connection).record_unapplied(*last)

    response = client.get("/-/ready")

    assert response.status_code == 503
    assert response.json() == {"database": True, "migrations": False, "cache": True}


def test_not_ready_when_the_cache_forgets(client, db, monkeypatch):
    monkeypatch.setattr(cache, "get", lambda key: None)

    assert client.get("/-/ready").json()["cache"] is False


def test_not_ready_when_the_cache_is_down(client, db, settings):
    settings.CACHES = {
        "default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": "redis://localhost:1"}
    }

    response = client.get("/-/ready")

    assert response.status_code == 503
    assert response.json() == {"database": True, "migrations": True, "cache": False}


def test_not_ready_when_the_database_is_down(client, db, monkeypatch):
    with monkeypatch.context() as broken:
        broken.setattr(views.connection, "cursor", lambda: 1 / 0)
        response = client.get("/-/ready")

    assert response.status_code == 503
    assert response.json()["database"] is False


@pytest.mark.parametrize("probe", ["/-/live", "/-/ready"])
def test_a_probe_is_asked_only_and_never_kept(client, db, probe):
    assert client.post(probe).status_code == 405
    assert "no-store" in client.get(probe)["Cache-Control"]


@pytest.mark.parametrize(
    ("sent", "headers", "where"),
    [
        ("/organisations/", {"Referer": "http://testserver/organisations/?q=kring"}, "/organisations/?q=kring"),
        ("/organisations/", {}, "/organisations/"),
        ("https://elsewhere.example.org/", {}, "/"),
        ("/", {"Referer": "https://elsewhere.example.org/"}, "/"),
    ],
)
def test_switching_the_language_leads_back_to_where_the_address_bar_was(client, sent, headers, where):
    response = client.post("/language/", {"language": "nl", "next": sent}, headers=headers)

    assert response.url.removeprefix("http://testserver") == where
    assert response.cookies["django_language"].value == "nl"
