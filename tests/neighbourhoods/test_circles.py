import datetime
import uuid

import pytest
import time_machine
from django.urls import reverse

from neighbourhoods.actions.circles import change_circle
from neighbourhoods.models import MovementCircle
from tests.builders import make_circle, make_neighbourhood
from tests.record_forms import opened, told

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _on_a_fixed_day():
    with time_machine.travel(datetime.datetime(2026, 6, 15, 12, tzinfo=datetime.UTC), tick=False):
        yield


def test_staff_draw_a_circle(sign_in, staff):
    one, two = make_neighbourhood("Een"), make_neighbourhood("Twee")
    data = {"name": "Rond het Zuid", "neighbourhoods": [one.slug, two.slug]}
    response = sign_in(staff).post(reverse("circle_new"), data)
    circle = MovementCircle.objects.get()
    assert response.url == circle.get_absolute_url()
    assert list(circle.neighbourhoods.all()) == [one, two]
    assert {row.history_user for row in circle.history.all()} == {staff}


def test_the_form_of_a_circle_sent_twice_draws_one(sign_in, staff):
    chosen = [make_neighbourhood().slug, make_neighbourhood().slug]
    data = {"name": "Rond het Zuid", "neighbourhoods": chosen, "token": str(uuid.uuid4())}
    client = sign_in(staff)
    answers = [client.post(reverse("circle_new"), data) for _time in range(2)]
    assert [answer.url for answer in answers] == [MovementCircle.objects.get().get_absolute_url()] * 2


def test_a_circle_spans_at_least_two_neighbourhoods(sign_in, staff):
    data = {"name": "Klein", "neighbourhoods": [make_neighbourhood().slug]}
    response = sign_in(staff).post(reverse("circle_new"), data)
    assert "at least two neighbourhoods" in response.text
    assert "Klein" in response.text


def test_a_circle_keeps_the_neighbourhoods_that_ended(sign_in, staff):
    ended = make_neighbourhood("Oud", valid_until=datetime.date(2020, 1, 1))
    circle = make_circle(ended, make_neighbourhood("Een"), name="Rond")
    page = sign_in(staff).get(reverse("circle_edit", args=[circle.slug]))
    assert "Oud" in page.text
    assert page.text.count("checked") == 2


def test_a_circle_can_be_renamed_without_moving_its_address(sign_in, staff):
    circle = make_circle(make_neighbourhood(), make_neighbourhood(), name="Rond")
    data = {"name": "Anders", "neighbourhoods": [n.slug for n in circle.neighbourhoods.all()]}
    client, url = sign_in(staff), reverse("circle_edit", args=[circle.slug])
    client.post(url, data | opened(client, url))
    circle.refresh_from_db()
    assert (circle.name, circle.slug) == ("Anders", "rond")


def test_nobody_saves_over_the_neighbourhoods_somebody_else_chose(sign_in, staff, administrator):
    one, two, three = (make_neighbourhood(name) for name in ("Een", "Twee", "Drie"))
    circle = make_circle(one, two, name="Rond")
    client, url = sign_in(staff), reverse("circle_edit", args=[circle.slug])
    mine = {"name": "Rond", "neighbourhoods": [one.slug, three.slug]} | opened(client, url)
    change_circle(circle=circle, version=1, neighbourhoods=[two, three], by=administrator)
    response = client.post(url, mine)
    assert response.status_code == 409
    assert "Amina saved it while you were typing." in response.text
    assert told(response) == [("Neighbourhoods", "Drie, Twee", "Drie, Een")]
    assert set(circle.neighbourhoods.all()) == {two, three}


def test_circle_names_are_used_once(sign_in, staff):
    circle = make_circle(make_neighbourhood(), make_neighbourhood(), name="Rond")
    data = {"name": "Rond", "neighbourhoods": [n.slug for n in circle.neighbourhoods.all()]}
    response = sign_in(staff).post(reverse("circle_new"), data)
    assert "name" in response.context["form"].errors
