"""Stories of change: panels choose apart, and where they differ is shown."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from covenants.actions.panels import choose_story
from covenants.enums import Panel, Side
from covenants.following_up.panels import differences_first, shown, stories_to_read, tally, whole, with_choices
from covenants.models import Story, StoryChoice
from jos.shared.time import today
from organisations.enums import Function
from tests import builders
from tests import covenant_builders as covenants
from tests.covenants.talks import reported

pytestmark = pytest.mark.django_db
WHY = "Omdat je ziet wie het verschil maakte."


def told(organisation, *titles: str, **fields) -> list[Story]:
    report = reported(organisation).reports.get(side=Side.PARTNER)
    return [covenants.make_story(report, title, **fields) for title in titles]


def chosen(story: Story, by, *panels: str) -> None:
    for panel in panels:
        story.choices.create(panel=panel, why=WHY, by=by)


def titles(client, **asked) -> list[str]:
    return [of.story.title for of in client.get(reverse("stories"), asked).context["stories"]]


def test_what_some_panels_chose_and_others_did_not_stands_first(organisation, staff):
    _by_nobody, by_all, by_one = told(organisation, "niemand", "iedereen", "één")
    chosen(by_all, staff, *Panel)
    chosen(by_one, staff, Panel.YOUNG_PEOPLE)
    found = differences_first(with_choices(stories_to_read()))
    assert [story.title for story in found] == ["één", "iedereen", "niemand"]
    counted = tally(found)
    assert (counted.chosen, counted.alike, counted.differing) == (2, 1, 1)
    assert dict(counted.by_panel) == {Panel.YOUNG_PEOPLE: 2, Panel.WORKERS: 1, Panel.CITY: 1}


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"chosen": "different"}, ["één"]),
        ({"chosen": "alike"}, ["iedereen"]),
        ({"chosen": "nobody"}, ["niemand"]),
        ({"chosen": "CITY"}, ["iedereen"]),
        ({"function": "SIGNAL"}, ["niemand"]),
        ({"year": "1999"}, []),
        ({"q": "iedereen"}, ["iedereen"]),
    ],
)
def test_stories_are_found_by_who_chose_them_and_what_they_are_about(asked, found, sign_in, organisation, staff):
    by_all, by_one = told(organisation, "iedereen", "één")
    told(organisation, "niemand", function=Function.SIGNAL)
    chosen(by_all, staff, *Panel)
    chosen(by_one, staff, Panel.WORKERS)
    assert titles(sign_in(staff), **asked) == found


def test_who_chooses_does_not_read_what_others_chose(sign_in, organisation, staff, member):
    (story,) = told(organisation, "Van de stoep")
    story.choices.create(panel=Panel.CITY, why="Geheim tot straks", by=staff)
    client = sign_in(member)
    for page in (
        reverse("stories_to_choose", args=[Panel.WORKERS]),
        reverse("story_choose", args=[story.pk, Panel.WORKERS]),
    ):
        assert "Van de stoep" in client.get(page).content.decode()
        assert "Geheim tot straks" not in client.get(page).content.decode()
    assert "Geheim tot straks" in client.get(reverse("story", args=[story.pk])).content.decode()


def test_a_panel_chooses_and_says_why(sign_in, organisation, member):
    (story,) = told(organisation, "Van de stoep")
    client, page = sign_in(member), reverse("story_choose", args=[story.pk, Panel.WORKERS])
    answer = client.post(page, {"why": "", "chosen_on": today().isoformat()})
    assert answer.status_code == 200
    late = {"why": WHY, "chosen_on": (today() + datetime.timedelta(days=1)).isoformat()}
    assert "still to come" in client.post(page, late).content.decode()
    assert not story.choices.exists()
    assert client.post(page, late | {"chosen_on": today().isoformat()}).status_code == 302
    choice = story.choices.get()
    assert (choice.panel, choice.why, choice.by) == (Panel.WORKERS, WHY, member)


def test_a_panel_chooses_a_story_once(organisation, staff):
    (story,) = told(organisation, "Van de stoep")
    chosen(story, staff, Panel.CITY)
    with pytest.raises(ValidationError, match="chose it already"):
        choose_story(choice=StoryChoice(story=story, panel=Panel.CITY, why=WHY), by=staff)


def test_a_story_of_a_draft_is_not_told(organisation, staff):
    (story,) = told(organisation, "Nog niet")
    story.report.submitted_at = None
    story.report.save()
    assert not stories_to_read().exists()


def test_whoever_does_not_see_the_covenant_does_not_read_who_tells_it(organisation, staff, stranger, coordinator):
    told(organisation, "Van de stoep")
    source = lambda user: shown(whole(stories_to_read()), user)[0].covenant  # noqa: E731
    assert source(staff) == source(coordinator)
    assert source(staff) is not None
    assert source(stranger) is None


@pytest.mark.parametrize("number", [3, 60])
def test_the_list_asks_the_same_of_the_database_whatever_it_holds(
    number, sign_in, organisation, staff, member, django_assert_num_queries
):
    area = builders.make_neighbourhood()
    for story in told(organisation, *map(str, range(number)), neighbourhood=area):
        chosen(story, staff, *Panel)
    client = sign_in(member)
    titles(client)
    with django_assert_num_queries(12):
        titles(client)
