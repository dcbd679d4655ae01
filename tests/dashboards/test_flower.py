"""The flower says at a glance what the rules found, to the eye and to those who hear it."""

import re

import pytest

from jos.dashboards.templatetags.flower import flower
from jos.shared.time import today
from organisations.coverage import AreaCoverage
from organisations.coverage.loading import load_area
from organisations.coverage.rules import assess
from organisations.enums import Function
from tests import builders
from tests.builders import ALL_FOUR

pytestmark = pytest.mark.django_db


def judged(area) -> AreaCoverage:
    return assess(load_area(area, today()))[0]


def drawn(area, **options) -> list[str]:
    return re.findall(r'href="#([^"]+)"', flower(judged(area), 30, **options))


def test_what_is_missing_is_drawn_as_missing(organisation):
    rabot = builders.make_neighbourhood("Rabot")
    builders.make_offer(organisation, rabot, functions={Function.FREE_TIME: 3})
    assert drawn(rabot) == ["FREE_TIME-full", "WELFARE-missing", "BRIDGE-missing", "SIGNAL-missing"]


def test_all_four_by_one_partner_have_a_heart(organisation):
    rabot = builders.make_neighbourhood("Rabot")
    builders.make_offer(organisation, rabot, functions=ALL_FOUR)
    assert drawn(rabot) == ["flower-petals", "flower-heart"]


def test_a_gap_is_a_red_ring_dashed_where_there_is_no_priority():
    rabot, kouter = builders.make_neighbourhood("Rabot"), builders.make_neighbourhood("Kouter")
    builders.make_priority(rabot)
    assert drawn(rabot)[-1] == "flower-alarm"
    assert drawn(kouter)[-1] == "flower-alarm-dashed"


def test_a_map_can_show_it_again_by_its_key():
    assert '<g id="fn7"><use ' in flower(judged(builders.make_neighbourhood("Rabot")), 30, key="n7")


def test_it_speaks_for_itself_unless_words_stand_beside_it():
    area = judged(builders.make_neighbourhood("<Rabot>"))
    assert 'role="img" aria-label="&lt;Rabot&gt;: none of the four functions.' in flower(area, 30)
    assert 'aria-hidden="true"' in flower(area, 30, silent=True)
