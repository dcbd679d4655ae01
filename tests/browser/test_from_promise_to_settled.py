"""From a promise to what both sides settled: city and partner walk one road together, each in its own browser.

Staff draft a covenant and hand it over; the partner answers in its turn; the balance rule stops the offer until
stories stand beside the numbers; both sign; anybody checks the PDF. Half a year later both report, talk and settle;
an amendment that gives free time more and the bridge less asks both why; and all of it is counted beside what is there.
"""

import datetime
from io import StringIO

import pytest
import time_machine
from django.core.management import call_command
from django.urls import reverse
from playwright.sync_api import Page, expect

from covenants.enums import CovenantState, IndicatorKind
from covenants.models import Covenant, Document, ReportingPeriod
from jos.shared.time import today
from organisations.enums import Function
from tests import builders
from tests.browser.walking import press
from tests.covenant_builders import STATEMENTS, make_blueprint
from tests.covenants.test_document_pdf import inside

TITLE, OFFER = "Samen in het Rabot", "Open huis en straathoek"
PROMISE, CITY_PROMISE = "Elke week een open avond", "De stad zoekt een zaal"
FUNCTIONS = (Function.FREE_TIME, Function.BRIDGE)
WENT = "Het liep goed, op dinsdag na."
WHY_CITY, WHY_PARTNER = "De school doet de brug nu zelf.", "Wij kunnen niet alles tegelijk."


@pytest.fixture
def year() -> int:
    """In which the covenant holds: the next, so that no day of it is over while it is drawn up."""
    return today().year + 1


@pytest.fixture
def city(transactional_db, organisation):
    """Where it happens, what the partner does there already, and what there is to look at."""
    rabot = builders.make_neighbourhood("Rabot")
    builders.make_offer(organisation, rabot, title=OFFER, functions={Function.FREE_TIME: 9, Function.BRIDGE: 1})
    for function in FUNCTIONS:
        make_blueprint(f"Aantal {function}", function=function)
        make_blueprint(f"Ladder {function}", IndicatorKind.QUALITATIVE, function=function)


@pytest.fixture
def desk_of(new_page, sign_in_browser):
    """Somebody's browser, in which they are signed in."""

    def desk_of(user=None) -> Page:
        page = new_page(locale="en-GB")
        if user:
            sign_in_browser(page, user)
        return page

    return desk_of


def main(page: Page):
    return page.locator("main")


def go(page: Page, link: str, within: str = "main") -> None:
    press(page.locator(within).locator("a", has_text=link).first)


def send(page: Page, **typed: str) -> None:
    """Fill in what a form asks, and send it."""
    for name, value in typed.items():
        page.locator(f"#id_{name}").fill(value)
    press(page.locator("main form .button--primary").last)


def fill_in(page: Page, link: str, *, within: str = "main", **typed: str) -> None:
    go(page, link, within)
    send(page, **typed)


def open_covenant(page: Page) -> None:
    page.goto(reverse("covenants"))
    press(page.locator("table").get_by_role("link", name=TITLE, exact=True))


def test_a_promise_is_drawn_up_in_turns_signed_by_both_and_followed_up_as_equals(
    city, year, desk_of, staff, coordinator, tmp_path
):
    office, partner = desk_of(staff), desk_of(coordinator)
    draft(office, year)
    answer(partner)
    the_offer_waits_for_stories(office)
    accept_and_offer(office, partner)
    sign_for_both(office, partner)
    check_the_document(office, desk_of(), tmp_path)

    with time_machine.travel(datetime.datetime(year, 7, 6, 12, tzinfo=datetime.UTC)):
        office, partner = desk_of(staff), desk_of(coordinator)
        report(partner, promised=PROMISE, number="30", place=2)
        report(office, promised=CITY_PROMISE, number="", place=0)
        talk_and_settle(office, partner)
        amend(office, partner)
        count(office)


def draft(page: Page, year: int) -> None:
    page.goto(reverse("covenants"))
    go(page, "New covenant")
    for name, value in (("functions", FUNCTIONS[0]), ("functions", FUNCTIONS[1]), ("neighbourhoods", "rabot")):
        page.locator(f"input[name={name}][value={value}]").check()
    send(page, title=TITLE, organisation="De Kring", valid_from=f"{year}-01-01", valid_until=f"{year}-12-31")
    fill_in(page, "Fill in the hours", cell_FREE_TIME_="6", cell_BRIDGE_="3")
    budget = {f"cell_{year}_FREE_TIME": "6.000", f"cell_{year}_BRIDGE": "4000,50"}
    fill_in(page, "Fill in the budget", total_budget="10.000", **budget)
    expect(main(page)).to_contain_text("That is € 0.50 more than")
    send(page, total_budget="10.000,50")
    fill_in(page, "Add an article", heading="Onze deur staat open", text="Voor wie er komt, en voor wie nog niet komt.")
    fill_in(page, "Add a promise", within="#partner-commitments", what=PROMISE, due_on=f"{year}-05-01")
    fill_in(page, "Add a promise", within="#city-commitments", what=CITY_PROMISE, due_on=f"{year}-06-01")
    for function in FUNCTIONS:
        add_indicator(page, f"Aantal {function}", baseline="20", target="40")
    fill_in(page, "Change when we report", report_within_days="14")
    fill_in(page, "Hand over", why="Lees jij dit na?")
    expect(main(page)).to_contain_text("It is the turn of De Kring vzw.")


def add_indicator(page: Page, name: str, **typed: str) -> None:
    go(page, "Add an indicator")
    go(page, f"Choose: {name}")
    if not typed:
        page.locator("input[name=baseline_place][value='1']").check()
        page.locator("input[name=aim_place][value='3']").check()
    send(page, **typed)
    expect(main(page)).to_contain_text(name)


def answer(page: Page) -> None:
    """The partner remarks about the article, asks for one hour of bridge more, and accepts."""
    page.goto("/")
    expect(main(page)).to_contain_text(TITLE)
    open_covenant(page)
    fill_in(page, "Make a remark: Onze deur", text="Ook op zondag?")
    expect(page.locator("#articles")).to_contain_text("Ook op zondag?")
    fill_in(page, "Change the hours", cell_BRIDGE_="4")
    fill_in(page, "Accept the text")
    expect(main(page)).to_contain_text("It is the turn of the city. De Kring vzw accepts the text.")


def the_offer_waits_for_stories(page: Page) -> None:
    """Both accept a text of numbers only: nobody can offer it, and the page says what is missing (R10)."""
    open_covenant(page)
    expect(page.locator("#articles")).to_contain_text("Ook op zondag?")
    fill_in(page, "Accept the text")
    for function in FUNCTIONS:
        expect(page.locator("section[aria-labelledby=lacking]")).to_contain_text(str(function.label), ignore_case=True)
    expect(page.get_by_role("link", name="Offer for signature")).to_have_count(0)
    page.goto(reverse("covenant_step", args=[Covenant.objects.get().slug, "offer"]))
    assert Covenant.objects.get().state == CovenantState.DRAFTING
    for function in FUNCTIONS:
        add_indicator(page, f"Ladder {function}")
    expect(page.locator("section[aria-labelledby=lacking]")).to_have_count(0)


def accept_and_offer(office: Page, partner: Page) -> None:
    """What the city added is another text: both accept it anew."""
    expect(main(office)).to_contain_text("Does not accept the text yet")
    fill_in(office, "Accept the text")
    open_covenant(partner)
    fill_in(partner, "Accept the text")
    office.reload()
    fill_in(office, "Offer for signature")
    expect(main(office)).to_contain_text("both sides read the same text, and sign it.")


def sign_for_both(office: Page, partner: Page) -> None:
    for page, name, job in ((office, "Stef Stad", "schepen"), (partner, "Cem Kring", "voorzitter")):
        page.reload()
        go(page, "Sign")
        expect(page.locator("article.document")).to_contain_text(PROMISE)
        page.locator("#id_has_read").check()
        send(page, name=name, job=job)
    expect(main(partner)).to_contain_text("Signed by both on")


def check_the_document(office: Page, visitor: Page, tmp_path) -> None:
    """The PDF opens, is tagged, and anybody who holds it hears that it is what both signed; and what is not, is not."""
    office.reload()
    link = office.get_by_role("link", name="Offered for signature on").get_attribute("href")
    pdf = office.request.get(link).body()
    assert pdf.startswith(b"%PDF-")
    assert b"/StructTreeRoot" in inside(pdf)
    assert b"/MarkInfo" in inside(pdf)
    assert upload(visitor, pdf).startswith("Yes, both sides signed this")
    assert upload(visitor, pdf + b" ").startswith("We do not know this file")
    (file := tmp_path / "convenant.pdf").write_bytes(pdf)
    call_command("covenants", "verify", str(file), stdout=(said := StringIO()))
    assert Document.objects.get().sha256 in said.getvalue()
    file.write_bytes(pdf + b" ")
    with pytest.raises(SystemExit, match="1"):
        call_command("covenants", "verify", str(file), stdout=StringIO())


def upload(page: Page, pdf: bytes) -> str:
    page.goto(reverse("covenant_check"))
    page.locator("#id_file").set_input_files({"name": "x.pdf", "mimeType": "application/pdf", "buffer": pdf})
    send(page)
    return page.locator("#verdict").inner_text()


def report(page: Page, *, promised: str, number: str, place: int) -> None:
    """Each side in the same form: what it promised and measures, and where it places itself."""
    open_covenant(page)
    go(page, f"Say how it goes: {promised}")
    page.get_by_label("kept", exact=True).check()
    send(page, kept_on=f"{today()}")
    open_covenant(page)
    press(page.locator(".covenant-periods a").first)
    go(page, "Write our report")
    for each in page.locator(".report-number").all():
        each.locator("input[inputmode=decimal]").first.fill(number)
    for scale in page.locator(".report-scale").all():
        scale.get_by_label(STATEMENTS[place]).check()
    page.locator("#id_how_it_went").fill(WENT)
    expect(page.locator(".draft")).to_contain_text("Kept at")
    page.goto(page.url)  # as after a tab that was killed: nothing was sent yet
    expect(page.locator("#id_how_it_went")).to_have_value(WENT)
    press(page.get_by_role("button", name="Save, and look it over"))
    press(page.get_by_role("button", name="Send the report"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Your report is sent")


def talk_and_settle(office: Page, partner: Page) -> None:
    """Where both differ stands first; what they settle holds once both agree with the same words."""
    go(office, "See both reports")
    expect(office.locator(".placements li.card").first.locator(".chip--alarm")).to_be_visible()
    fill_in(office, "Ask for the talk")
    go(partner, "See both reports")
    expect(main(partner)).to_contain_text("The city asked for the talk")
    talked = {"talked_on": f"{today()}", "present": "Cem en Stef", "settled": "Wij zien het anders, en weten waarom."}
    fill_in(partner, "Write down the talk", **talked)
    fill_in(partner, "A promise of the city", what="Een tweede avond", due_on=f"{today() + datetime.timedelta(30)}")
    fill_in(partner, "Agree with the text")
    office.reload()
    expect(main(office)).to_contain_text("Een tweede avond")
    fill_in(office, "Agree with the text")
    assert ReportingPeriod.objects.first().settled_on == today()


def amend(office: Page, partner: Page) -> None:
    """More free time and less bridge: each side says why before it accepts (R7)."""
    open_covenant(partner)
    fill_in(partner, "Propose an amendment")
    fill_in(partner, "Change the hours", cell_FREE_TIME_="8", cell_BRIDGE_="2")
    fill_in(partner, "Accept the text")
    expect(main(partner)).to_contain_text("Free time gains hours, and another function loses some.")
    expect(main(partner)).to_contain_text("This field is required.")
    send(partner, partner_reason_for_less=WHY_PARTNER)
    address = partner.url
    office.goto(address)
    expect(main(office)).to_contain_text("both sides say why")
    expect(office.get_by_role("link", name="Offer for signature")).to_have_count(0)
    fill_in(office, "Accept the text", city_reason_for_less=WHY_CITY)
    go(office, "See what changes, line by line")
    expect(office.locator("del").first).to_be_visible()
    expect(main(office)).to_contain_text(WHY_CITY)
    office.goto(address)
    fill_in(office, "Offer for signature")
    partner.goto(address)
    sign_for_both(office, partner)
    expect(main(partner)).to_contain_text(f"and part of “{TITLE}” since then.")


def count(page: Page) -> None:
    """Promised beside what is there in one neighbourhood; and each number opens what it was made of."""
    page.goto(reverse("promised_hours"))
    go(page, "Rabot", "table")
    bridge = page.locator("td.promised", has=page.locator(".promised-less"))
    expect(bridge).to_contain_text("1 h of 2 h")
    press(bridge.get_by_role("link"))
    expect(main(page)).to_contain_text(OFFER)
    page.goto(reverse("covenant_figures"))
    press(page.locator(".numbers-table td a").first)
    press(main(page).get_by_role("link", name=TITLE).first)
    press(page.locator(".result-periods a").first)
    expect(page.get_by_role("heading", name="What each side tells")).to_be_visible()
