"""A weighing as people look at it, and what they try with it."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from neighbourhoods.enums import Direction, Missing
from neighbourhoods.models import Weighing
from tests import builders
from tests.browser.walking import press

AREAS = ("Bloemekens", "Dampoort", "Meulestede", "Wondelgem")


@pytest.fixture
def weighing(db):
    areas = [builders.make_neighbourhood(name) for name in AREAS]
    poor = builders.make_statistic("Arme kinderen", values=dict(zip(areas, (1, 9, 7, 2), strict=True)), unit="%")
    late = builders.make_statistic("Vertraging op school", values=dict(zip(areas, (4, 8, 9, 3), strict=True)))
    green = builders.make_statistic(
        "Groen",
        values=dict(zip(areas, (1, 20, 30, Missing.SUPPRESSED), strict=True)),
        direction=Direction.MORE_IS_BETTER,
    )
    builders.make_statistic("Inwoners", direction=Direction.NEITHER)
    builders.make_priority(areas[1])
    return builders.make_weighing("Kansen", weights={poor: 2, late: 1, green: -1}, top=1).weighing


PAGES = {
    "weighing-as-drawing": "/weighings/kansen/",
    "weighing-as-numbers": "/weighings/kansen/?numbers=on",
    "weighing-other": "/weighings/kansen/?weight_groen=9&method=rank&top=2",
    "weighing-refused": "/weighings/kansen/?weight_groen=veel&top=0",
    "weighing-edit": "/weighings/kansen/edit/",
    "weighings": "/weighings/",
}


@pytest.mark.parametrize("name", PAGES)
def test_the_pages_bar_nobody(weighing, open_as, staff, look_at, name):
    look_at(open_as(staff, PAGES[name]), name)


def test_another_weight_says_at_once_who_comes_in(weighing, open_as, policymaker):
    page = open_as(policymaker, weighing.get_absolute_url())
    names = page.locator(".ranking tbody th > a:first-child")
    expect(names).to_have_text(["Dampoort", "Meulestede", "Bloemekens", "Wondelgem"])
    weight = page.get_by_label("Groen")
    weight.fill("50")
    weight.press("Tab")
    page.wait_for_url("**/weighings/kansen/?weight_groen=50")
    expect(names.first).to_have_text("Bloemekens")
    expect(page.locator(".weighing-other b").first).to_have_text("Bloemekens")
    page.reload()
    expect(names.first).to_have_text("Bloemekens")


def test_staff_try_without_script_and_save_the_next_version(weighing, new_page, sign_in_browser, staff):
    page = new_page(java_script_enabled=False)
    sign_in_browser(page, staff)
    page.goto(weighing.get_absolute_url())
    page.locator("#id_weight_groen").fill("50")
    press(page.locator("form.what-if button"))
    press(page.locator(".weighing-other a", has=page.locator("xpath=self::*[contains(@href, '/edit/')]")))
    assert page.locator("#id_weight_groen").input_value() == "50"
    page.locator("#id_reason").fill("Groen telt vooral.")
    press(page.locator("main form button.button--primary"))
    assert page.url.endswith(reverse("weighing", args=["kansen"]))
    last = Weighing.objects.get().versions.first()
    assert (last.number, last.reason) == (2, "Groen telt vooral.")
    assert page.locator(".ranking tbody th > a").first.inner_text() == "Bloemekens"
