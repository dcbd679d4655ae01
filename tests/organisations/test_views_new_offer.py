"""A new offer in three short steps, without script: nothing is lost between them, and it is made once."""

import re

import pytest
from django.http import QueryDict
from django.urls import reverse

from jos.shared.models import Draft
from organisations.enums import OfferStatus, WorkForm
from organisations.models import Offer, Place
from tests.builders import make_neighbourhood, make_place, square

pytestmark = pytest.mark.django_db


@pytest.fixture
def rabot():
    return make_neighbourhood("Rabot", geometry=square(0))


@pytest.fixture
def address(organisation):
    return reverse("offer_new", args=[organisation.slug])


@pytest.fixture
def walk(sign_in, member, address):
    """Fills in the page as a browser does: all that stands in the form goes along."""

    class Walk:
        def __init__(self):
            self.client, self.page = sign_in(member), ""
            self.show(self.client.get(address))

        def show(self, answer):
            self.answer = answer
            self.page = (self.client.get(answer.headers["Location"]) if answer.status_code == 302 else answer).content
            self.page = self.page.decode()

        def press(self, **fields):
            fields = {name.replace("__", "-"): value for name, value in fields.items()}
            self.show(self.client.post(address, sent(self.page) | fields))

        @property
        def step(self) -> str:
            return re.search(r"step (\d) of 3", self.page)[1]

    return Walk()


def sent(page: str) -> dict:
    """Hidden and filled fields, ticked boxes and chosen options of the page's form."""
    form = page[page.index('<form method="post" action="/organisations/') :]
    data = QueryDict(mutable=True)
    for tag in re.findall(r"<input[^>]*>", form):
        said = dict(re.findall(r'([\w-]+)="([^"]*)"', tag))
        is_choice = said.get("type") in ("checkbox", "radio")
        if not is_choice or " checked" in tag:
            data.appendlist(said["name"], said.get("value", "on" if is_choice else ""))
    for name, options in re.findall(r'<select name="([\w-]+)".*?>(.*?)</select>', form, re.DOTALL):
        data[name] = (re.search(r'value="([^"]*)" selected', options) or ["", ""])[1]
    return dict(data.lists())


def first_step(walk):
    walk.press(title="Huiswerkklas", does_BRIDGE="on", hours_BRIDGE="3", go="2")


def test_three_steps_make_a_published_offer(walk, organisation, member, rabot):
    house = make_place(organisation, rabot, name="De Kelder")
    first_step(walk)
    assert walk.step == "2"
    walk.press(place=house.pk, moments__1__days=["2", "4"], moments__1__from="16:00", moments__1__until="18:00", go="3")
    assert walk.step == "3"
    for words in ("Huiswerkklas", "Bridge 3", "De Kelder", "Rabot", "Tuesday and Thursday 16:00-18:00"):
        assert words in re.sub(r"<[^>]+>| +(?= )", "", walk.page), words
    walk.press(age_min="12", is_free="on", action="publish")

    offer = Offer.objects.get()
    assert (offer.title, offer.status, offer.is_free) == ("Huiswerkklas", OfferStatus.PUBLISHED, True)
    assert [str(area) for area in offer.neighbourhoods.all()] == ["Rabot"]
    assert offer.moments.count() == 2
    assert offer.history.first().history_user == member
    assert walk.answer.headers["Location"] == "/our-offer/"
    assert not Draft.objects.exists()


def test_going_back_keeps_everything(walk, rabot):
    first_step(walk)
    walk.press(work_form="OUTREACH", route="Langs het water", neighbourhoods=["rabot"], go="3")
    walk.press(age_min="12", cost="2 euro", go="1")
    assert 'value="Huiswerkklas"' in walk.page
    walk.press(title="Huiswerkbende", go="2")
    assert 'value="Langs het water"' in walk.page
    walk.press(go="3")
    assert 'value="2 euro"' in walk.page
    walk.press(action="draft")

    offer = Offer.objects.get()
    assert (offer.title, offer.route, offer.age_min, offer.cost) == ("Huiswerkbende", "Langs het water", 12, "2 euro")
    assert offer.status == OfferStatus.DRAFT


def test_a_step_lets_nobody_on_while_it_is_not_right_and_speaks_of_itself_alone(walk, rabot):
    walk.press(title="", go="2")
    assert walk.step == "1"
    assert "This field is required" in walk.page
    assert "Tick at least one of the four functions." in walk.page
    assert "neighbourhood" not in walk.page[walk.page.index("error-summary") :].split("</div>")[0].lower()


def test_publishing_too_early_leads_to_what_is_missing(walk, address, rabot):
    first_step(walk)
    walk.press(go="1")
    walk.show(walk.client.post(address, sent(walk.page) | {"step": "3", "action": "publish"}))
    assert walk.step == "2"
    assert "Choose a place, or tick the neighbourhood." in walk.page
    assert not Offer.objects.exists()


def test_coming_back_tomorrow_shows_what_was_typed_and_the_way_to_where_one_stopped(walk, address, rabot):
    first_step(walk)
    page = walk.client.get(address).content.decode()
    assert "step 1 of 3" in page
    assert "did not send it yet" in page
    assert 'value="Huiswerkklas"' in page
    assert 'href="?step=2"' in page


@pytest.mark.parametrize("step", ["1", "2", "3", "4", "x", ""])
def test_any_step_can_be_asked_for_before_anything_is_typed(client, walk, address, step):
    assert client.get(f"{address}?step={step}").status_code == 200


def test_between_steps_nobody_is_told_that_nothing_was_sent(walk, rabot):
    first_step(walk)
    assert "did not send it yet" not in walk.page


def test_the_only_place_is_chosen_already(walk, organisation, rabot, client, address):
    house = make_place(organisation, rabot)
    page = client.get(f"{address}?step=2").content.decode()
    assert f'<option value="{house.pk}" selected>' in page


def test_sent_twice_it_is_made_once(walk, address, rabot):
    first_step(walk)
    walk.press(neighbourhoods=["rabot"], go="3")
    fields = sent(walk.page) | {"action": "publish"}
    for _time in range(2):
        assert walk.client.post(address, fields).status_code == 302
    assert Offer.objects.count() == 1


# A place added on the way


def test_a_new_place_is_added_and_chosen_and_nothing_typed_is_lost(walk, organisation, member, rabot):
    first_step(walk)
    fields = {"new_place-name": "De Kelder", "new_place-neighbourhood": "rabot", "route": "achterom"}
    walk.press(**fields, go="3")
    assert walk.step == "3"
    assert "De Kelder" in walk.page
    walk.press(action="publish")

    place = Place.objects.get()
    assert (place.organisation, place.history.get().history_user) == (organisation, member)
    offer = Offer.objects.get()
    assert (offer.place, offer.route, offer.work_form) == (place, "achterom", WorkForm.FIXED)
    assert [str(area) for area in offer.neighbourhoods.all()] == ["Rabot"]


def test_the_neighbourhood_of_a_new_place_is_guessed_from_its_coordinates(walk, rabot):
    first_step(walk)
    walk.press(
        **{"new_place-name": "De Kelder", "new_place-latitude": "50.805", "new_place-longitude": "4.305"}, go="3"
    )
    assert Place.objects.get().neighbourhood == rabot
    assert "Rabot" in walk.page


def test_a_new_place_that_is_not_right_is_said_and_kept(walk, rabot):
    first_step(walk)
    walk.press(**{"new_place-name": "De Kelder"}, schedule="na school", go="3")
    assert walk.step == "2"
    assert "Choose the neighbourhood, or fill in coordinates inside the city." in walk.page
    assert 'value="De Kelder"' in walk.page
    assert 'value="na school"' in walk.page
    assert not Place.objects.exists()


@pytest.mark.parametrize("number", [3, 60])
@pytest.mark.parametrize("step", ["1", "2", "3"])
def test_a_step_takes_the_same_queries_for_any_number_of_neighbourhoods(
    walk, organisation, address, rabot, django_assert_max_num_queries, number, step
):
    for _number in range(number):
        make_place(organisation, make_neighbourhood())
    first_step(walk)
    with django_assert_max_num_queries(15):
        walk.client.get(f"{address}?step={step}")
