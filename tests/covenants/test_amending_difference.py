import pytest

from covenants.amending.difference import MOST, difference
from covenants.amending.texts import changes_of
from covenants.document.content import content_of
from covenants.document.lines import Line
from covenants.enums import Change, CovenantState, Part
from organisations.enums import Function
from tests.covenant_builders import make_budget, make_covenant, make_hours, make_number


def lines(*texts: str, part: Part = Part.ARTICLES) -> list[Line]:
    return [Line(part, text, about=text) for text in texts]


def told(parts) -> list[tuple[str, str]]:
    return [(line.change, line.text) for part in parts for line in part.lines]


def test_what_goes_stands_before_what_comes_in_its_place():
    assert told(difference(lines("een", "twee", "drie"), lines("een", "vier", "drie"))) == [
        (Change.SAME, "een"),
        (Change.GONE, "twee"),
        (Change.NEW, "vier"),
        (Change.SAME, "drie"),
    ]


def test_a_part_that_is_too_long_to_compare_goes_and_comes_as_a_whole():
    """Comparing takes the square of its lines, and more where they are alike: nobody makes a server do that."""
    (part,) = difference(lines(*["a"] * (MOST + 1)), lines(*["a"] * MOST))
    assert [line.change for line in part.lines] == [Change.GONE] * (MOST + 1) + [Change.NEW] * MOST


def test_of_a_long_part_a_change_is_found_all_the_same():
    before = [f"zin {number // 2}" for number in range(600)]
    (part,) = difference(lines(*before), lines(*before[:300], "nieuw", *before[300:]))
    assert [line.text for line in part.lines if line.change != Change.SAME] == ["nieuw"]


def test_far_from_a_change_lines_are_left_out():
    (part,) = difference(lines(*"abcdefgh"), lines(*"abcXefgh"))
    assert [line and line.text for line in part.near_changes] == [None, "c", "d", "X", "e", None]


def test_a_part_that_says_the_same_is_no_change():
    (part,) = difference(lines("een"), lines("een"))
    assert not part.is_changed


def test_parts_stand_in_the_order_of_the_text():
    before = lines("samen")
    after = lines("4 uur", part=Part.HOURS) + lines("samen") + lines("Rabot", part=Part.SUBJECT)
    assert [part.part for part in difference(before, after)] == [Part.SUBJECT, Part.ARTICLES, Part.HOURS]


def test_the_head_under_which_something_changes_is_shown():
    head = [Line(Part.ARTICLES, "Waarom", about="Waarom", is_head=True)]
    before, after = lines(*"abcde"), lines(*"abcXe")
    (part,) = difference(head + before, head + after)
    assert [line and line.text for line in part.near_changes] == ["Waarom", None, "c", "d", "X", "e"]


def budget(year: int, amount: int) -> Line:
    return Line(Part.BUDGET, f"{year} · Brug: € {amount}", about=f"{year} · Brug")


def test_no_euros_of_one_year_come_in_the_place_of_those_of_another():
    (part,) = difference([budget(2025, 1), budget(2026, 1)], [budget(2026, 2), budget(2027, 2)])
    assert [(line.change, line.text[:4]) for line in part.lines] == [
        (Change.GONE, "2025"),
        (Change.GONE, "2026"),
        (Change.NEW, "2026"),
        (Change.NEW, "2027"),
    ]


@pytest.mark.django_db
def test_lines_that_change_one_after_the_other_each_come_in_their_own_place(organisation):
    covenant = make_covenant(organisation, total_budget=30)
    amendment = make_covenant(organisation, amends=covenant, title=covenant.title, total_budget=50)
    for year in (2026, 2027):
        make_budget(covenant, Function.BRIDGE, 15, year=year)
        make_budget(amendment, Function.BRIDGE, 25, year=year)
    (part,) = [part for part in changes_of(amendment, covenant) if part.is_changed]
    assert [line.text.split(":")[0] for line in part.lines] == [
        *("2026 · Brug", "2026 · Brug"),
        *("2027 · Brug", "2027 · Brug"),
        *("Budget in totaal", "Budget in totaal"),
    ]


@pytest.mark.django_db
def test_what_is_said_of_one_indicator_is_not_said_of_another(organisation):
    covenant = make_covenant(organisation)
    amendment = make_covenant(organisation, amends=covenant, title=covenant.title)
    make_number(covenant, name="Wie komt")
    make_number(amendment, name="Wie blijft")
    (part,) = [part for part in changes_of(amendment, covenant) if part.is_changed]
    assert Change.SAME not in [line.change for line in part.lines]


@pytest.mark.django_db
def test_another_title_is_a_change_too(organisation):
    """Nothing can change that the difference does not show."""
    covenant = make_covenant(organisation, title="Samen")
    (part,) = [part for part in changes_of(make_covenant(organisation, title="Apart"), covenant) if part.is_changed]
    assert told([part])[:2] == [(Change.GONE, "Samen"), (Change.NEW, "Apart")]


@pytest.mark.django_db
def test_the_council_decision_of_an_amendment_stands_beside_the_one_before(organisation):
    """That one still stands: what is not said anew is not taken out."""
    covenant = make_covenant(organisation, council_decision="2025/12")
    amendment = make_covenant(organisation, amends=covenant, title=covenant.title)
    assert not any(part.is_changed for part in changes_of(amendment, covenant))
    amendment.council_decision = "2026/7"
    (part,) = [part for part in changes_of(amendment, covenant) if part.is_changed]
    assert part.lines[-3].text.endswith(": 2025/12, 2026/7")


@pytest.mark.django_db
def test_hours_that_change_are_one_line_out_and_one_line_in(organisation):
    covenant = make_covenant(organisation, state=CovenantState.SIGNED)
    amendment = make_covenant(organisation, amends=covenant, title=covenant.title)
    make_hours(covenant, Function.BRIDGE, 8)
    make_hours(amendment, Function.BRIDGE, 6)
    (hours,) = [part for part in changes_of(amendment, covenant) if part.is_changed]
    assert hours.part == Part.HOURS
    assert [line.change for line in hours.lines] == [Change.GONE, Change.NEW]


@pytest.mark.django_db
def test_a_merged_amendment_is_laid_beside_what_was_signed_before_it(organisation):
    """The covenant itself says the same by then."""
    covenant = make_covenant(organisation, state=CovenantState.SIGNED)
    amendment = make_covenant(organisation, amends=covenant, state=CovenantState.MERGED, title=covenant.title)
    for signed, hours in ((covenant, 8), (amendment, 6)):
        content = _content_with(signed, hours)
        signed.documents.create(content=content, pdf=b"", sha256=str(signed.pk))
    (hours,) = [part for part in changes_of(amendment, covenant) if part.is_changed]
    assert [line.change for line in hours.lines] == [Change.GONE, Change.NEW]


def _content_with(covenant, hours: int) -> dict:
    agreed = make_hours(covenant, Function.BRIDGE, hours)
    content = content_of(covenant)
    agreed.delete()
    return content
