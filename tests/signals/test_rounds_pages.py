"""The pages of a round: from opening to publishing, and that nobody sees how it stands before it closed."""

import datetime
import re

import pytest
from django.apps import apps
from django.contrib import admin
from django.urls import reverse

from jos.shared.models import Draft
from jos.shared.time import today
from signals.models import Candidate, Round, Spread
from tests.builders import make_organisation
from tests.house.sources import PROJECT
from tests.signal_builders import make_dossier, make_round, make_signal, make_spread, make_theme

pytestmark = pytest.mark.django_db
A_DAY = datetime.timedelta(days=1)
SECRET_POINTS = 37  # nowhere else on any page but in moments
SECRET_REASON = "Alleen wij weten waarom"


@pytest.fixture
def dossiers():
    return [make_dossier(title) for title in ("Bank", "Licht", "Bus")]


@pytest.fixture
def prioritising(dossiers):
    return make_round(*dossiers, title="Winterronde", points=50)


def close(prioritising: Round) -> Round:
    days = {"opens_on": today() - 14 * A_DAY, "closes_on": today() - A_DAY}
    Round.objects.filter(pk=prioritising.pk).update(**days)
    prioritising.refresh_from_db()
    return prioritising


def address(name: str, prioritising: Round, *more: str) -> str:
    return reverse(name, args=[prioritising.slug, *more])


def typed_points(prioritising: Round, version: int = 0, **points) -> dict:
    keys = {str(candidate): candidate.pk for candidate in prioritising.candidates.all()}
    return {"version": version} | {f"points_{keys[title]}": given for title, given in points.items()}


def typed_round(*dossiers, **fields) -> dict:
    days = {"opens_on": f"{today()}", "closes_on": f"{today() + 14 * A_DAY}"}
    return {"title": "Lenteronde", "points": 10, "dossiers": [each.slug for each in dossiers]} | days | fields


def test_staff_open_a_round_over_dossiers_with_their_area_theme_and_voices(sign_in, staff, dossiers):
    make_signal(dossier=dossiers[0])
    client = sign_in(staff)
    page = client.get(reverse("round_new"))
    assert "1 voice" in page.text

    page = client.post(reverse("round_new"), typed_round(*dossiers[:2]), follow=True)

    assert "Partner organisations spread their points until" in page.text
    assert {str(each) for each in Round.objects.get().candidates.all()} == {"Bank", "Licht"}


def test_a_form_that_is_sent_twice_opens_one_round(sign_in, staff, dossiers):
    client = sign_in(staff)
    token = client.get(reverse("round_new")).context["form"]["token"].value()
    for _time in range(2):
        assert client.post(reverse("round_new"), typed_round(*dossiers, token=token)).status_code == 302
    assert Round.objects.count() == 1
    assert Candidate.objects.count() == 3


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"dossiers": []}, "This field is required."),
        ({"closes_on": "2020-01-01"}, "This day is past. Leave partners at least today."),
        ({"points": "0"}, "greater than or equal to 1"),
        ({"points": "9" * 40}, "less than or equal to 100"),
        ({"dossiers": ["bestaat-niet", "ook-niet"]}, "is not one of the available choices"),
    ],
)
def test_what_is_not_right_stands_beside_it_and_nothing_typed_is_lost(sign_in, staff, dossiers, fields, says):
    page = sign_in(staff).post(reverse("round_new"), typed_round(*dossiers, explanation="Lang nagedacht.") | fields)

    assert says in page.text
    assert "Lang nagedacht." in page.text
    assert not Round.objects.exists()


def test_one_dossier_is_nothing_to_choose_from(sign_in, staff, dossiers):
    page = sign_in(staff).post(reverse("round_new"), typed_round(dossiers[0]))

    assert "Choose at least two dossiers." in page.text


def test_only_dossiers_that_wait_can_take_part(sign_in, staff, dossiers):
    make_dossier("Al bezig", state="IN_ACTION")
    make_dossier("Samengevoegd", merged_into=dossiers[0])
    page = sign_in(staff).get(reverse("round_new"))

    assert {str(row.dossier) for row in page.context["form"].rows} == {"Bank", "Licht", "Bus"}


def test_an_open_round_asks_no_more_what_was_promised(sign_in, staff, prioritising):
    client = sign_in(staff)
    page = client.get(address("round_edit", prioritising))
    assert set(page.context["form"].fields) == {"title", "explanation", "closes_on", "version"}

    forged = typed_round(points=99, version=1, closes_on=f"{today() + 3 * A_DAY}")
    client.post(address("round_edit", prioritising), forged)

    prioritising.refresh_from_db()
    assert (prioritising.points, prioritising.closes_on) == (50, today() + 3 * A_DAY)
    assert prioritising.candidates.count() == 3


def test_two_of_the_youth_service_at_once_see_both_versions(sign_in, staff, prioritising):
    client, title = sign_in(staff), {"title": "Herfstronde", "version": 1, "closes_on": f"{today() + A_DAY}"}
    client.post(address("round_edit", prioritising), title)
    page = client.post(address("round_edit", prioritising), title | {"title": "Zomerronde"})

    assert page.status_code == 409
    assert "Herfstronde" in page.text
    assert "Zomerronde" in page.text


def test_a_member_spreads_the_points_and_a_colleague_goes_on(sign_in, member, coordinator, organisation, prioritising):
    client = sign_in(member)
    spread = address("round_spread", prioritising, organisation.slug)
    assert client.get(address("round_spread", prioritising)).url == spread
    page = client.post(spread, typed_points(prioritising, Bank=30, Licht=20), follow=True)
    assert "Bank: 30 points" in page.text

    client = sign_in(coordinator)
    assert "Last changed by Mira" in client.get(spread).text
    page = client.post(spread, typed_points(prioritising, 2, Bank=50), follow=True)

    assert "Bank: 50 points" in page.text
    assert "Licht: 20" not in page.text


def test_too_many_says_how_many_and_keeps_what_was_typed(sign_in, member, organisation, prioritising):
    page = sign_in(member).post(
        address("round_spread", prioritising, organisation.slug), typed_points(prioritising, Bank=30, Licht=27)
    )

    assert "You have 50 points, and gave 7 too many." in page.text
    assert 'value="27"' in page.text
    assert "<strong data-sum>57</strong> of 50" in page.text
    assert not Spread.objects.exists()


@pytest.mark.parametrize("points", ["-1", "veel", "1.5", "9" * 50, "51", "٣٠٠٠"])
def test_what_is_no_number_of_points_is_refused_beside_its_field(sign_in, member, organisation, prioritising, points):
    page = sign_in(member).post(
        address("round_spread", prioritising, organisation.slug), typed_points(prioritising, Bank=points)
    )

    assert page.status_code == 200
    assert page.context["form"].errors
    assert not Spread.objects.exists()


def test_two_members_at_once_see_both_versions_and_a_double_click_does_not(sign_in, member, organisation, prioritising):
    client, spread = sign_in(member), address("round_spread", prioritising, organisation.slug)
    for _time in range(2):
        assert client.post(spread, typed_points(prioritising, Bank=30)).status_code == 302

    page = client.post(spread, typed_points(prioritising, Bank=10, Licht=3))

    assert page.status_code == 409
    assert [(each.label, each.theirs, each.mine) for each in page.context["differences"]] == [
        ("Bank", "30", "10"),
        ("Licht", "0", "3"),
    ]
    page = client.post(spread, dict(page.context["typed"]) | {"version": page.context["version"]})
    assert page.status_code == 302
    assert set(Spread.objects.values_list("points", flat=True)) == {10, 3}


def test_what_is_typed_too_late_is_not_lost(sign_in, member, organisation, prioritising):
    close(prioritising)
    client, spread = sign_in(member), address("round_spread", prioritising, organisation.slug)
    assert "You could spread points until" in client.get(spread, follow=True).text

    page = client.post(spread, typed_points(prioritising, Bank=30))

    assert "You could spread points until" in page.text
    assert 'value="30"' in page.text
    assert not Spread.objects.exists()


def test_who_belongs_to_two_organisations_spreads_for_each_of_them(sign_in, member, organisation, prioritising):
    other = make_organisation("De Brug vzw", members=(member,))
    client = sign_in(member)
    client.post(address("round_spread", prioritising, other.slug), typed_points(prioritising, Bank=4))
    client.post(address("round_spread", prioritising, organisation.slug), typed_points(prioritising, Bank=6))

    assert dict(Spread.objects.values_list("organisation__name", "points")) == {"De Brug vzw": 4, "De Kring vzw": 6}
    assert Draft.objects.count() == 0


def test_partners_see_no_small_number_of_voices(sign_in, member, organisation, prioritising, dossiers):
    make_signal(dossier=dossiers[0])
    page = sign_in(member).get(address("round_spread", prioritising, organisation.slug))

    assert "fewer than 5 voices" in page.text
    assert "1 voice" not in page.text


@pytest.mark.parametrize("role", ["staff", "administrator", "policymaker", "stranger", "service_member"])
def test_R8_nobody_sees_how_it_stands_until_it_is_closed(request, sign_in, role, organisation, prioritising, dossiers):
    make_spread(prioritising, dossiers[0], organisation, SECRET_POINTS, reason=SECRET_REASON)
    user = request.getfixturevalue(role)
    client = sign_in(user)
    pages = [reverse("rounds"), reverse("home"), dossiers[0].get_absolute_url(), reverse("said_and_done")]
    pages += [address(name, prioritising) for name in ("round", "round_story", "round_edit", "round_decide")]
    pages += [address("round_spread", prioritising), reverse("dossiers"), organisation.get_absolute_url()]
    pages += [address("round_spread", prioritising, organisation.slug), address("said_round", prioritising)]
    pages += [address("round_export", prioritising, kind) for kind in ("csv", "xlsx")]
    pages += [reverse("dossier_story", args=[dossiers[0].slug])]
    for page in pages:
        answer = client.get(page, follow=True)
        told = b"".join(answer.streaming_content) if answer.streaming else answer.content
        said = re.sub(r"<(script|svg|input).*?>|<time.*?</time>", "", told.decode(errors="replace"), flags=re.DOTALL)
        assert SECRET_REASON not in said, page
        assert not re.search(rf"\b{SECRET_POINTS}\b", said), page
    assert "1 of " in client.get(address("round", prioritising)).text  # that somebody took part may be known


def test_the_order_of_dossiers_says_nothing_while_it_is_open(sign_in, staff, organisation, prioritising, dossiers):
    make_spread(prioritising, dossiers[2], organisation, 50)
    page = sign_in(staff).get(address("round", prioritising))

    assert [str(each) for each in page.context["candidates"]] == ["Bank", "Bus", "Licht"]


def test_the_administration_does_not_know_of_points():
    history = apps.get_model("signals", "HistoricalSpread")

    assert not {Spread, Candidate, history} & set(admin.site._registry)


def test_points_are_read_in_one_place():
    """A page that asks for `Spread` itself could tell too early."""
    may = {"models/__init__.py", "models/rounds.py", "rounds/reading.py", "actions/rounds.py", "forms/spreads.py"}
    readers = {path for path in (PROJECT / "signals").rglob("*.py") if re.search(r"\bSpread\b", path.read_text())}

    assert {str(path.relative_to(PROJECT / "signals")) for path in readers} - {"migrations/0001_initial.py"} <= may


def test_from_the_last_day_to_what_everybody_reads(sign_in, staff, organisation, prioritising, dossiers):
    for _number in range(3):
        make_spread(prioritising, dossiers[0], make_organisation(), 20)
    make_spread(prioritising, dossiers[2], organisation, 40, reason="Zonder bus geen werk.")
    client = sign_in(staff)
    keys = {str(each): each.pk for each in close(prioritising).candidates.all()}
    page = client.post(address("round_decide", prioritising), {"version": 1, f"chosen_{keys['Licht']}": "on"})
    assert page.text.count("Say why people decide differently.") == 2  # in the summary and beside it

    why = {f"why_{keys['Licht']}": "Het is donker om vijf uur.", "minority_view": "De bus bleef liggen."}
    typed = {"version": 1, f"chosen_{keys['Licht']}": "on"} | why
    page = client.post(address("round_decide", prioritising), typed, follow=True)
    assert "Each chosen dossier has its term now." in page.text
    assert "“Zonder bus geen werk.”" in page.text
    page = client.post(address("round_publish", prioritising), {"version": 2, "minority_view": "De bus bleef liggen."})

    client.logout()
    page = client.get(address("said_round", prioritising))
    assert "4 of 4 partner organisations gave points, 50 each." in page.text
    assert "Something that is not public" in page.text  # no dossier was published
    assert "De bus bleef liggen." in page.text
    for private in ("Het is donker", "Zonder bus", "Licht", "Bank"):
        assert private not in page.text


def test_the_result_of_a_published_round_names_public_dossiers_alone(client, organisation):
    public = make_dossier("Bank", published_on=today())
    home = make_dossier("Thuis", published_on=today(), theme=make_theme(is_sensitive=True))
    days = {"opens_on": today() - 9 * A_DAY, "closes_on": today() - A_DAY}
    prioritising = make_round(public, home, **days, decided_on=today(), published_on=today())
    make_spread(prioritising, public, organisation, 4, reason="Overal hoor je het.")
    make_spread(prioritising, home, organisation, 6, reason="Geheim.")
    page = client.get(address("said_round", prioritising))

    assert "Overal hoor je het." in page.text
    assert "6 points" in page.text
    assert "Thuis" not in page.text
    assert "Geheim." not in page.text


def test_a_table_of_the_result_has_who_gave_what_and_why(sign_in, member, organisation, prioritising, dossiers):
    make_spread(prioritising, dossiers[0], organisation, 7, reason="=HYPERLINK()")
    close(prioritising)
    response = sign_in(member).get(address("round_export", prioritising, "csv"))
    lines = b"".join(response.streaming_content).decode("utf-8-sig").splitlines()

    assert lines[0] == "dossier;theme;neighbourhoods;chosen;organisation;points;why"
    assert lines[1].endswith(";no;De Kring vzw;7;'=HYPERLINK()")
    assert len(lines) == 4


@pytest.mark.parametrize("number", [3, 40])
def test_pages_of_rounds_ask_as_much_for_many(sign_in, member, organisation, django_assert_num_queries, number):
    dossiers = [make_dossier() for _number in range(number)]
    partners = [make_organisation() for _number in range(number)]
    rounds = [make_round(*dossiers[:3]) for _number in range(number)]
    big, past = make_round(*dossiers, points=100), close(make_round(*dossiers))
    for partner, dossier in zip(partners, dossiers, strict=True):
        for each in (big, past):
            make_spread(each, dossier, partner, 3, by=member)
    client = sign_in(member)
    assert len(rounds) == number
    with django_assert_num_queries(8):
        client.get(reverse("rounds"))
    with django_assert_num_queries(8):
        client.get(address("round", big))
    with django_assert_num_queries(9):
        client.get(address("round", past))
    with django_assert_num_queries(11):
        client.get(address("round_spread", big, organisation.slug))
