"""Pages about covenants, beside the least a database must do for each."""

from jos.demo import bench_covenant_floors as floors
from jos.demo.bench_page import Page, to

DRAFTING = (
    Page("covenants", "staf", to("covenants"), floors.COVENANTS),
    Page("covenants, searched", "staf", to("covenants", query="?q=vaart"), floors.FOUND),
    Page("covenants, coordinator", "huis", to("covenants"), floors.OF_ONE),
    Page("covenant, signed", "huis", to("covenant", "covenant"), floors.TEXT),
    Page("covenant, drafted", "staf", to("covenant", "drafted"), floors.DRAFT),
    Page("new covenant", "staf", to("covenant_new"), floors.NOTHING),
    Page("agreed hours", "staf", to("covenant_hours", "drafted"), floors.HOURS),
    Page("budget", "staf", to("covenant_budget", "drafted"), floors.BUDGET),
    Page("choose an indicator", "staf", to("indicator_new", "drafted"), floors.BLUEPRINTS),
    Page("library of indicators", "staf", to("blueprints"), floors.BLUEPRINTS),
    Page("story of a covenant", "staf", to("covenant_story", "covenant"), floors.STORY),
)
SIGNING = (
    Page("difference", "huis", to("covenant_difference", "amendment"), floors.BOTH_TEXTS),
    Page("sign", "twee", to("covenant_sign", "offered"), floors.OFFERED),
    Page("draft as PDF", "staf", to("covenant_draft_pdf", "drafted"), floors.DRAFT),
    Page("document", "huis", to("covenant_document", "covenant", "document"), floors.DOCUMENT),
    Page("check a document", "", to("covenant_check"), floors.NOTHING),
)
FOLLOWING_UP = (
    Page("promises of both", "staf", to("commitments"), floors.COMMITMENTS),
    Page("report", "huis", to("report", "covenant", "due"), floors.TO_REPORT),
    Page("rate the city", "huis", to("city_rating", "covenant", "due"), floors.ONE_PERIOD),
    Page("period", "huis", to("covenant_period", "covenant", "reported"), floors.REPORTED),
    Page("period, staff", "staf", to("covenant_period", "covenant", "reported"), floors.TALKED),
    Page("stories of change", "staf", to("stories"), floors.STORIES),
    Page("story of change", "staf", to("story", "told"), floors.ONE_STORY),
    Page("ratings of the city", "beleid", to("city_ratings"), floors.RATINGS),
    Page("mirror of the staff", "staf", to("mirrors"), floors.MIRRORS),
)
ADDED_UP = (
    Page("covenants in figures", "beleid", to("covenant_figures"), floors.FIGURES),
    Page(
        "covenants in figures, neighbourhood",
        "beleid",
        to("covenant_figures", query="?neighbourhood={where}"),
        floors.FIGURES_HERE,
    ),
    Page(
        "covenants in figures, one function",
        "beleid",
        to("covenant_figures", query="?function=FREE_TIME"),
        floors.FIGURES_OF_ONE,
    ),
    Page("results of a covenant", "beleid", to("covenant_results", "followed"), floors.RESULTS),
    Page("promised hours", "beleid", to("promised_hours"), floors.AGREED),
    Page(
        "promised hours, neighbourhood",
        "beleid",
        to("promised_hours", query="?neighbourhood={where}"),
        floors.AGREED_HERE,
    ),
    Page("money of covenants", "beleid", to("covenant_money"), floors.MONEY),
    Page(
        "money of covenants, neighbourhood",
        "beleid",
        to("covenant_money", query="?neighbourhood={where}"),
        floors.MONEY,
    ),
)
COVENANTS = DRAFTING + SIGNING + FOLLOWING_UP + ADDED_UP
