"""The pages of weighings: what professionals read and try, and what staff save."""

import csv
import io
import uuid

import pytest
from django.urls import reverse

from neighbourhoods.actions.weighings import Recipe, change_weighing
from neighbourhoods.enums import Direction, Missing
from neighbourhoods.models import Weighing
from tests.builders import make_circle, make_neighbourhood, make_priority, make_statistic, make_weighing
from tests.record_forms import opened

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("organisation")]


@pytest.fixture
def areas():
    return [make_neighbourhood(name) for name in ("Bloemekens", "Dampoort", "Meulestede", "Wondelgem")]


@pytest.fixture
def poor(areas):
    return make_statistic("Arme kinderen", values=dict(zip(areas, (1, 4, 3, 2), strict=True)))


@pytest.fixture
def green(areas):
    values = dict(zip(areas, (1, 9, 8, Missing.SUPPRESSED), strict=True))
    return make_statistic("Groen", values=values, direction=Direction.MORE_IS_BETTER)


@pytest.fixture
def version(poor, green):
    return make_weighing("Kansen", weights={poor: 2, green: -1}, top=1)


@pytest.fixture
def page(sign_in, member, version):
    """The page of the weighing as a partner sees it, asked this."""
    client = sign_in(member)

    def page(**asked):
        return client.get(reverse("weighing", args=["kansen"]), asked)

    return page


def typed(**fields) -> dict:
    known = {"name": "Kansen", "method": "zscore", "top": 1, "weight_arme-kinderen": 2, "weight_groen": 1}
    return {key: value for key, value in (known | fields).items() if value is not None}


def names(places) -> list[str]:
    return [place.neighbourhood.name for place in places]


# What it tells


def test_it_opens_with_who_comes_first(page):
    response = page()
    assert "Surely among the first 1:" in response.text
    assert [row.place.neighbourhood.name for row in response.context["page"].sure] == ["Dampoort"]


def test_the_method_stands_there_in_one_sentence(page):
    assert "how far a neighbourhood lies from the mean" in page().text
    assert "stand in a row from 0 (least need) to 1 (most need)" in page(method="rank").text


def test_what_is_not_known_is_said_with_the_reason(page):
    text = " ".join(page().text.split())
    assert "Not known:" in text
    assert "kept secret" in text


def test_where_nothing_is_known_the_row_says_so(sign_in, member, areas):
    empty = make_statistic(values={areas[0]: 1})
    make_weighing("Leeg", weights={empty: 1})
    response = sign_in(member).get(reverse("weighing", args=["leeg"]))
    assert response.text.count("Nothing is known here") == 3


def test_without_any_figures_the_page_says_so(sign_in, member, areas):
    make_weighing("Leeg", weights={make_statistic(): 1})
    assert "There are no figures to weigh yet." in sign_in(member).get(reverse("weighing", args=["leeg"])).text


def test_a_decision_in_force_stands_beside_its_neighbourhood(page, areas):
    decision = make_priority(areas[0])
    row = next(row for row in page().context["page"].rows if row.place.neighbourhood == areas[0])
    assert row.decided.pk == decision.pk
    assert reverse("priority", args=[decision.pk]) in page().text


def test_a_decision_about_a_circle_stands_beside_its_neighbourhoods(page, areas):
    make_priority(make_circle(areas[0], areas[1], name="Het Noorden"))
    assert page().text.count("priority, with Het Noorden") == 2


def test_where_it_piles_up_is_said_from_two_figures_on(sign_in, member, areas, poor):
    also = make_statistic("Werkloos", values=dict(zip(areas, (1, 9, 2, 3), strict=True)))
    make_weighing("Kansen", weights={poor: 1, also: 1})
    (pile,) = sign_in(member).get(reverse("weighing", args=["kansen"])).context["page"].piles
    assert (pile.count, [row.place.neighbourhood.name for row in pile.rows]) == (2, ["Dampoort"])


def test_the_bars_begin_at_zero_and_less_need_goes_to_the_left(page):
    shown = page().context["page"]
    zero = float(shown.zero.rstrip("%"))
    last = shown.rows[-1]
    ends = [float(part.x.rstrip("%")) + float(part.width.rstrip("%")) for part in last.parts]
    assert 0 < zero < 100
    assert any(end <= zero + 0.1 for end in ends)
    for row in shown.rows:
        for part in row.parts:
            assert 0 <= float(part.x.rstrip("%")) <= 100


# Trying other weights


def test_other_weights_say_who_comes_in_and_who_goes_out(page):
    response = page(**{"weight_arme-kinderen": "0"})
    shown = response.context["page"]
    assert (names(shown.entering), names(shown.leaving)) == (["Bloemekens"], ["Dampoort"])
    assert "Nothing is saved." in response.text
    assert Weighing.objects.get().versions.count() == 1


def test_what_was_saved_is_no_other_weight(page):
    shown = page(**{"weight_arme-kinderen": "2", "method": "zscore", "top": "1"}).context
    assert not shown["form"].is_other
    assert shown["address"] == ""


def test_a_larger_top_lets_others_in(page):
    assert len(page(top="3").context["page"].entering) == 2


def test_a_weight_left_out_keeps_its_place_on_the_form(page):
    shown = page(weight_groen="0").context["page"]
    assert [each.weighed.slug for each in shown.ingredients] == ["arme-kinderen", "groen"]
    assert [weighed.slug for weighed in shown.ranking.weighed] == ["arme-kinderen"]


@pytest.mark.parametrize(
    "asked",
    [
        {"weight_groen": "veel"},
        {"weight_groen": "-1"},
        {"weight_groen": "1e999"},
        {"weight_groen": "nan"},
        {"weight_groen": "101"},
        {"weight_groen": "0", "weight_arme-kinderen": ""},
        {"top": "0"},
        {"top": "9" * 40},
        {"method": "toeval"},
    ],
)
def test_what_cannot_be_read_is_said_and_the_saved_weights_are_shown(page, asked):
    response = page(**asked)
    assert response.status_code == 200
    assert response.context["form"].errors
    assert names(response.context["page"].ranking.places)[0] == "Dampoort"


def test_only_staff_are_led_to_saving_what_they_tried(page, sign_in, staff):
    asked = {"weight_groen": "5"}
    assert "Save as the next version" not in page(**asked).text
    response = sign_in(staff).get(reverse("weighing", args=["kansen"]), asked)
    form = sign_in(staff).get(f"{reverse('weighing_edit', args=['kansen'])}?{whole(response)}").context["form"]
    assert "Save as the next version" in response.text
    assert (form["weight_groen"].value(), form["weight_arme-kinderen"].value()) == ("5", "2")


def whole(response) -> str:
    """The address under saving what is tried."""
    return response.context["form"].whole_query


def test_an_older_version_can_be_the_next_again(sign_in, staff, version, poor):
    recipe = Recipe("rank", 2, {poor: 3})
    change_weighing(weighing=version.weighing, version=1, recipe=recipe, reason="Anders.", by=staff)
    client = sign_in(staff)
    tried = client.get(reverse("weighing", args=["kansen"]), {"top": "3"})
    form = client.get(f"{reverse('weighing_edit', args=['kansen'])}?{whole(tried)}").context["form"]
    assert (form["weight_arme-kinderen"].value(), form["weight_groen"].value()) == ("3", None)
    older = client.get(reverse("weighing", args=["kansen"]), {"version": "1", "top": "3"})
    form = client.get(f"{reverse('weighing_edit', args=['kansen'])}?{whole(older)}").context["form"]
    assert [form[name].value() for name in ("weight_arme-kinderen", "weight_groen", "method", "top")] == [
        *("2", "1", "zscore", "3"),
    ]


def test_htmx_gets_what_changes_and_the_address_of_it(sign_in, member, version):
    url = reverse("weighing", args=["kansen"])
    asked = {"weight_groen": "5", "weight_arme-kinderen": "2", "numbers": "on"}
    response = sign_in(member).get(url, asked, headers={"HX-Request": "true"})
    assert "<html" not in response.text
    assert response.headers["HX-Push-Url"] == f"{url}?weight_groen=5&numbers=on"


def test_each_figure_and_what_it_adds_can_be_read_as_numbers(page):
    text = " ".join(page(numbers="on").text.split())
    assert "<td>4 <i>+0.89</i></td>" in text
    assert "kept secret" in text


# Versions


def test_an_older_version_can_be_looked_at_with_the_figures_of_today(page, version, poor, staff):
    recipe = Recipe("rank", 2, {poor: 3})
    change_weighing(weighing=version.weighing, version=1, recipe=recipe, reason="Groen telt niet.", by=staff)
    response = page()
    assert response.context["page"].version.number == 2
    assert "Groen telt niet." in response.text
    assert "Arme kinderen from 2 to 3; Groen goes out; by place in the row (rank); the first 2 instead of 1" in (
        " ".join(response.text.split())
    )
    old = page(version="1")
    assert old.context["page"].version.number == 1
    assert "It is not the last one." in old.text


@pytest.mark.parametrize("number", ["7", "0", "x", "9" * 40, "-1"])
def test_a_version_that_never_was_is_not_found(page, number):
    assert page(version=number).status_code == 404


# Saving


def test_staff_make_a_weighing_where_the_statistic_says_which_way_need_lies(sign_in, staff, poor, green):
    response = sign_in(staff).post(reverse("weighing_new"), typed())
    weighing = Weighing.objects.get()
    assert response.url == weighing.get_absolute_url()
    (version,) = weighing.versions.all()
    assert (version.number, version.method, version.top, version.saved_by) == (1, "zscore", 1, staff)
    assert {item.statistic: item.weight for item in version.items.all()} == {poor: 2, green: -1}
    assert weighing.history.get().history_user == staff


def test_where_it_does_not_somebody_has_to(sign_in, staff, poor, green):
    people = make_statistic("Inwoners", direction=Direction.NEITHER)
    data = typed(weight_inwoners=1, sign_inwoners="less")
    sign_in(staff).post(reverse("weighing_new"), data)
    assert Weighing.objects.get().versions.get().items.get(statistic=people).weight == -1


def test_the_form_sent_twice_makes_one_weighing(sign_in, staff, poor, green):
    data = typed(token=str(uuid.uuid4()))
    client = sign_in(staff)
    assert {client.post(reverse("weighing_new"), data).url for _time in range(2)} == {
        Weighing.objects.get().get_absolute_url()
    }
    assert Weighing.objects.get().versions.count() == 1


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"weight_arme-kinderen": "", "weight_groen": 0}, "Give at least one figure a weight above 0."),
        ({"weight_groen": -1}, "greater than or equal to 0"),
        ({"weight_groen": 101}, "less than or equal to 100"),
        ({"weight_groen": "veel"}, "Enter a number"),
        ({"top": 0}, "greater than or equal to 1"),
        ({"method": "toeval"}, "Select a valid choice"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_written_or_lost(sign_in, staff, poor, green, wrong, words):
    response = sign_in(staff).post(reverse("weighing_new"), typed(explanation="Lang over nagedacht.") | wrong)
    assert words in response.text
    assert "Lang over nagedacht." in response.text
    assert not Weighing.objects.exists()


def test_a_change_of_weights_makes_the_next_version_with_its_reason(sign_in, staff, version, poor):
    client, url = sign_in(staff), reverse("weighing_edit", args=["kansen"])
    client.post(url, typed(reason="Groen telt niet mee.", weight_groen=None) | opened(client, url))
    last, first = version.weighing.versions.all()
    assert (last.number, last.reason, last.saved_by) == (2, "Groen telt niet mee.", staff)
    assert {item.statistic: item.weight for item in last.items.all()} == {poor: 2}
    assert first.items.count() == 2


def test_a_change_of_weights_has_a_reason(sign_in, staff, version):
    client, url = sign_in(staff), reverse("weighing_edit", args=["kansen"])
    response = client.post(url, typed(weight_groen=3) | opened(client, url))
    assert "Say why: this makes the next version." in response.text
    assert version.weighing.versions.count() == 1


def test_another_name_makes_no_version(sign_in, staff, version):
    client, url = sign_in(staff), reverse("weighing_edit", args=["kansen"])
    client.post(url, typed(name="Kansen voor kinderen") | opened(client, url))
    assert Weighing.objects.get().name == "Kansen voor kinderen"
    assert version.weighing.versions.count() == 1


def test_what_was_tried_stands_in_the_form_already(sign_in, staff, version):
    url = reverse("weighing_edit", args=["kansen"])
    form = sign_in(staff).get(url, {"weight_groen": "5", "method": "rank", "version": "99"}).context["form"]
    assert (form["weight_groen"].value(), form["method"].value(), form["version"].value()) == ("5", "rank", 1)


def test_nobody_saves_over_the_weights_somebody_else_chose(sign_in, staff, administrator, version, poor):
    client, url = sign_in(staff), reverse("weighing_edit", args=["kansen"])
    mine = typed(weight_groen=4, reason="Groen telt meer.") | opened(client, url)
    recipe = Recipe("zscore", 1, {poor: 2})
    change_weighing(weighing=version.weighing, version=1, recipe=recipe, reason="Zonder groen.", by=administrator)
    response = client.post(url, mine)
    assert response.status_code == 409
    told = [(each.label, each.theirs, each.mine) for each in response.context["differences"]]
    assert ("Groen", "–", "4") in told
    assert version.weighing.versions.count() == 2


def test_what_is_typed_is_kept_until_it_is_sent(sign_in, staff, version):
    client, url = sign_in(staff), reverse("weighing_edit", args=["kansen"])
    client.post(url, typed(weight_groen=7) | opened(client, url))  # no reason yet
    assert client.get(url).context["form"]["weight_groen"].value() == "7"


# Taking it along


def test_the_table_to_save_has_what_is_shown(sign_in, member, version):
    url = reverse("weighing_export", args=["kansen", "csv"])
    response = sign_in(member).get(url, {"weight_arme-kinderen": "0"})
    text = b"".join(response.streaming_content).decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text), delimiter=";"))
    assert [row["name"] for row in rows] == ["Bloemekens", "Meulestede", "Dampoort", "Wondelgem"]
    assert rows[0]["value:groen"] == "1"
    assert (rows[-1]["score"], rows[-1]["rank"], rows[-1]["missing"]) == ("", "", "groen")
    assert "contribution:arme-kinderen" not in rows[0]


def test_there_is_an_excel_as_well_and_nothing_else(sign_in, member, version):
    client = sign_in(member)
    assert client.get(reverse("weighing_export", args=["kansen", "xlsx"])).status_code == 200
    assert client.get(reverse("weighing_export", args=["kansen", "pdf"])).status_code == 404


# How much it costs


def make_city(number: int, statistics: int = 3) -> None:
    areas = [make_neighbourhood() for _number in range(number)]
    made = [
        make_statistic(f"Een cijfer met een lange naam {each}", values={area: (area.pk * each) % 17 for area in areas})
        for each in range(1, statistics + 1)
    ]
    make_weighing("Stad", weights=dict.fromkeys(made, 1), top=5)
    for area in areas[:5]:
        make_priority(area)


@pytest.mark.parametrize("number", [3, 60])
def test_the_page_asks_as_many_queries_whatever_there_is(sign_in, member, number, django_assert_num_queries):
    make_city(number)
    client = sign_in(member)
    with django_assert_num_queries(13):
        client.get(reverse("weighing", args=["stad"]), {"method": "rank"})


@pytest.mark.parametrize("number", [3, 60])
def test_so_does_the_list(sign_in, member, areas, poor, number, django_assert_num_queries):
    for _number in range(number):
        make_weighing(weights={poor: 1})
    client = sign_in(member)
    with django_assert_num_queries(8):
        client.get(reverse("weighings"))


@pytest.mark.parametrize("numbers", ["", "on"])
def test_a_city_of_25_neighbourhoods_and_12_figures_weighs_less_than_60_kilobytes(sign_in, staff, numbers):
    make_city(25, statistics=12)
    asked = {"method": "rank", "top": "7", "numbers": numbers}
    response = sign_in(staff).get(reverse("weighing", args=["stad"]), asked)
    assert len(response.content) < 60 * 1024
