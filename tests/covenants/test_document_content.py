"""What a document says: everything that was agreed, exactly, and in Dutch whoever asks."""

import datetime
import json
from decimal import Decimal

import pytest
from django.utils import translation

from covenants.document.content import content_of, offered
from covenants.document.lines import lines_of
from covenants.document.reading import with_parts
from covenants.enums import Part
from covenants.models import Article, Covenant
from jos.shared.time import today
from tests import builders
from tests import covenant_builders as make


@pytest.fixture
def covenant(db):
    rabot = builders.make_neighbourhood("Rabot")
    partner = builders.make_organisation("Jong Volk", company_number="0400378485")
    covenant = make.make_covenant(partner, rabot, title="Samen jong", total_budget=Decimal("12500.10"))
    Article.objects.create(covenant=covenant, heading="Waarom", text="Omdat het kan.\n\nEn moet.")
    make.make_hours(covenant, "FREE_TIME", 12.5)
    make.make_hours(covenant, "BRIDGE", 3)
    make.make_hours(covenant, "FREE_TIME", 6, neighbourhood=rabot, age_band="12-15")
    make.make_budget(covenant, "FREE_TIME", 12500.1)
    make.make_commitment(covenant)
    make.make_commitment(covenant, "CITY", "De stad herstelt het dak", due_on=datetime.date(2026, 3, 1))
    make.balance(covenant)
    return covenant


def texts(covenant, part):
    return [line.text for line in lines_of(content_of(covenant)) if line.part == part]


def test_it_is_plain_json(covenant):
    content = content_of(covenant)
    assert json.loads(json.dumps(content)) == content


def test_it_is_dutch_whoever_asks(covenant):
    with translation.override("en"):
        english = content_of(covenant)
    with translation.override("nl"):
        assert content_of(covenant) == english
    assert ["Functies", "Vrije tijd, Brug"] in english["subject"]
    assert english["lang"] == "nl"


def test_every_part_of_the_text_has_its_lines(covenant):
    assert [part for part in Part if texts(covenant, part)] == list(Part)
    order = [line.part for line in lines_of(content_of(covenant))]
    assert order == sorted(order, key=list(Part).index)


def test_hours_and_money_are_exact(covenant):
    hours, budget = content_of(covenant)["hours"], content_of(covenant)["budget"]
    assert [row["cells"] for row in hours["rows"]] == [["12,5", "3"], ["6", ""]]
    assert [row["total"] for row in hours["rows"]] == ["15,5", "6"]
    assert hours["totals"] == ["18,5", "3", "21,5"]
    assert budget["rows"][0]["cells"] == ["€\N{NO-BREAK SPACE}12.500,10"]
    assert budget["total"] == "€\N{NO-BREAK SPACE}12.500,10"


def test_R10_what_the_city_promises_stands_beside_what_the_partner_promises(covenant):
    promises = content_of(covenant)["commitments"]
    assert [each["what"] for each in promises["partner"]] == ["Elke week een open avond"]
    assert [each["what"] for each in promises["city"]] == ["De stad herstelt het dak"]
    assert "1 maart 2026" in promises["city"][0]["details"][-1]


def test_R10_each_function_is_looked_at_in_numbers_and_in_statements(covenant):
    for group in content_of(covenant)["indicators"]:
        assert len(group["numbers"]) == len(group["scales"]) == 1
        assert group["scales"][0]["statements"] == make.STATEMENTS
    assert any("20 jongeren" in line for line in texts(covenant, Part.INDICATORS))


def test_R17_a_baseline_nobody_knows_is_not_zero(covenant):
    number = make.make_number(covenant, baseline=None)
    words = texts(covenant, Part.INDICATORS)
    lines = words[words.index(f"Vrije tijd · {number.name}") :]
    assert not lines[1].endswith(": 0 jongeren")
    assert "40 jongeren" in lines[2]


def test_what_was_agreed_in_a_talk_or_dropped_is_no_part_of_the_text(covenant):
    period = make.make_period(covenant)
    make.make_commitment(covenant, "CITY", "Afgesproken in het gesprek", agreed_in=period)
    make.make_commitment(covenant, "CITY", "Geschrapt", dropped_on=today())
    make.make_number(covenant, name="Geschrapt", dropped_on=today())
    assert not [line for line in lines_of(content_of(covenant)) if "esch" in line.text or "gesprek" in line.text]


def test_a_partnership_names_its_lead_and_those_who_take_part(db):
    lead, other = builders.make_organisation("De Eerste"), builders.make_organisation("De Tweede")
    partnership = builders.make_partnership(lead, other, name="Samen Sterk")
    covenant = make.make_covenant(partnership)
    (party,) = [line for line in texts(covenant, Part.SUBJECT) if "Samen Sterk" in line]
    assert "De Eerste" in party
    assert "De Tweede" in party


def test_the_periods_of_a_draft_that_do_not_fit_are_left_out(covenant):
    covenant.rhythm, covenant.own_periods = "OWN", [["2031-01-01", "2031-12-31"]]
    assert content_of(covenant)["following_up"]["periods"] == []


def test_hours_in_two_neighbourhoods_of_one_name_stand_each_in_its_own_line(covenant):
    for hours in (4, 5):
        make.make_hours(covenant, "BRIDGE", hours, neighbourhood=builders.make_neighbourhood("Centrum"))
    lines = [line for line in texts(covenant, Part.HOURS) if line.startswith("Centrum (centrum")]
    assert [line.split(": ")[1] for line in lines] == ["4 uren per week", "5 uren per week"]


def test_once_offered_it_is_no_draft_and_says_where_to_check_it(covenant):
    content = content_of(covenant)
    assert "offered" not in content
    shown = offered(content, on=datetime.date(2026, 2, 3))
    assert shown["day"] == "2026-02-03"
    assert "3 februari 2026" in shown["offered"][0]
    assert "/covenants/check/" in shown["offered"][1]
    assert lines_of(shown) == lines_of(content)


@pytest.mark.parametrize("size", [3, 60])
def test_the_number_of_queries_does_not_grow(covenant, django_assert_num_queries, size):
    covenant.neighbourhoods.add(*(builders.make_neighbourhood() for _ in range(size)))
    for _ in range(size):
        make.make_commitment(covenant, owner=builders.make_organisation())
        make.make_number(covenant)
        make.make_hours(covenant, "FREE_TIME", 2, neighbourhood=builders.make_neighbourhood())
    with django_assert_num_queries(8):
        content_of(with_parts(Covenant.objects.with_parties()).get(pk=covenant.pk))
