"""The main pages, who opens them, and beside each the least a database must do for it."""

from jos.demo import bench_floors as floors
from jos.demo.bench_covenant_pages import COVENANTS
from jos.demo.bench_page import Page, to
from jos.demo.bench_signal_pages import SIGNALS

CITY = (
    Page("coverage", "beleid", to("coverage"), floors.ALL_COVERAGE),
    Page("coverage, 12 to 15, gaps", "beleid", to("coverage", query="?ages=12-15&gaps=on"), floors.FOR_TEENAGERS),
    Page("coverage, two days", "beleid", to("coverage", query="?since={quarter_ago}"), floors.ALL_COVERAGE_TWICE),
    Page("coverage, equal cells", "beleid", to("coverage", query="?map=tiles"), floors.ALL_COVERAGE),
    Page("coverage, saved view", "beleid", to("coverage", query="?ages=12-15&lacks=BRIDGE"), floors.FOR_TEENAGERS),
    Page("coverage, map as SVG", "beleid", to("coverage_map"), floors.BORDERS),
    Page("neighbourhoods", "beleid", to("neighbourhoods"), floors.ALL_COVERAGE),
    Page("neighbourhood", "beleid", to("neighbourhood", "neighbourhood"), floors.ONE_NEIGHBOURHOOD),
    Page("neighbourhood as PDF", "beleid", to("neighbourhood_pdf", "neighbourhood"), floors.ONE_NEIGHBOURHOOD),
    Page("movement circle", "beleid", to("circle", "circle"), floors.IN_A_CIRCLE),
)
PRIORITY = (
    Page("need and offer", "beleid", to("need_and_supply"), floors.NEED),
    Page(
        "need, 12 to 15, functions", "beleid", to("need_and_supply", query="?ages=12-15&supply=functions"), floors.NEED
    ),
    Page("figures", "beleid", to("statistics"), floors.FIGURES),
    Page("one figure", "beleid", to("statistic", "statistic"), floors.ONE_FIGURE),
    Page("figures of a neighbourhood", "beleid", to("neighbourhood_figures", "neighbourhood"), floors.FIGURES_HERE),
    Page("data sets", "beleid", to("data_sets"), floors.DATA_SETS),
    Page("data set", "beleid", to("data_set", "data_set"), floors.DATA_SET),
    Page("weighings", "beleid", to("weighings"), floors.WEIGHINGS),
    Page("weighing", "beleid", to("weighing", "weighing"), floors.WEIGHING),
    Page("weighing, by ranks", "beleid", to("weighing", "weighing", query="?method=rank"), floors.WEIGHING),
    Page("decisions", "beleid", to("priorities"), floors.DECISIONS),
    Page("decision", "beleid", to("priority", "decision"), floors.DECISION),
)
EVERYBODY = (
    Page("figures, public", "", to("statistics"), floors.FIGURES),
    Page("one figure, public", "", to("statistic", "statistic"), floors.ONE_FIGURE),
    Page("figures of a neighbourhood, public", "", to("neighbourhood_figures", "neighbourhood"), floors.FIGURES_HERE),
    Page("decisions, public", "", to("published_priorities"), floors.PUBLISHED),
    Page("decision, public", "", to("priority", "published"), floors.ONE_DECISION),
    Page("home, visitor", "", to("home"), floors.NOTHING),
    Page("find", "", to("find"), floors.NEAR),
    Page("find, near, 12 to 15", "", to("find", query="?where={where}&age=12-15"), floors.NEAR),
    Page("neighbourhoods, public", "", to("neighbourhoods"), floors.ALL_COVERAGE),
    Page("neighbourhood, public", "", to("neighbourhood", "neighbourhood"), floors.ONE_NEIGHBOURHOOD),
    Page("organisations", "", to("organisations"), floors.FIRST_ORGANISATIONS),
    Page("organisation, public", "", to("organisation", "organisation"), floors.WORK_OF),
    Page("offers", "", to("offers"), floors.FIRST_OFFERS),
    Page("offer", "", to("offer", "offer"), floors.ONE_OFFER),
    Page("offer as calendar", "", to("offer_calendar", "offer"), floors.MOMENTS),
    Page("about", "", to("about"), floors.NOTHING),
    Page("help", "", to("help"), floors.NOTHING),
    Page("sign in", "", to("account_login"), floors.NOTHING),
)
PARTNER = (
    Page("home, coordinator", "huis", to("home"), floors.WORK_OF),
    Page("own offers", "huis", to("own_offers"), floors.WORK_OF),
    Page("new offer", "huis", to("offer_new", "organisation"), floors.BORDERS),
    Page("our part", "huis", to("organisation_part", "organisation"), floors.ALL_COVERAGE),
    Page("what is shown of us", "huis", to("organisation_shown", "organisation"), floors.WORK_OF),
    Page("members", "huis", to("members", "organisation"), floors.MEMBERS),
)
STAFF = (
    Page("home, staff", "staf", to("home"), floors.ALL_COVERAGE),
    Page("home, policymaker", "beleid", to("home"), floors.ALL_COVERAGE_TWICE),
    Page("organisation", "staf", to("organisation", "organisation"), floors.WORK_OF),
    Page("partnerships", "staf", to("partnerships"), floors.PARTNERSHIPS),
    Page("unconfirmed", "staf", to("unconfirmed"), floors.SILENT),
    Page("likely duplicates", "staf", to("organisation_duplicates"), floors.ALL_NAMES),
    Page("merge two", "staf", to("organisation_merge", "one", "twin"), floors.BOTH),
    Page("story of an offer", "staf", to("offer_story", "offer"), floors.STORY),
    Page("story of an organisation", "staf", to("organisation_story", "organisation"), floors.STORY_OF_ORGANISATION),
    Page("imports", "staf", to("imports"), floors.IMPORTS),
    Page("preview of an import", "staf", to("import", "begun"), floors.ALL_NAMES),
    Page("people", "staf", to("people"), floors.PEOPLE),
    Page("sessions", "staf", to("usersessions_list"), floors.NOTHING),
    Page("style guide", "staf", to("styleguide"), floors.NOTHING),
)
PAGES = CITY + PRIORITY + EVERYBODY + PARTNER + STAFF + SIGNALS + COVENANTS
