"""All covenants of the demo city, and how they are followed up. The same for everybody on the same day."""

import datetime

from covenants.enums import Panel, Side
from covenants.indicators.standard_blueprints import write_standard_blueprints
from jos.accounts.models import User
from jos.demo.areas import Areas, chance_for
from jos.demo.covenants.amending import write_amendments
from jos.demo.covenants.covenants import Covenants
from jos.demo.covenants.documents import write_documents
from jos.demo.covenants.kept import say_how_promises_go
from jos.demo.covenants.many import more_covenants
from jos.demo.covenants.patterns import PATTERNS
from jos.demo.covenants.periods import write_periods
from jos.demo.covenants.reports import Reports
from jos.demo.covenants.told import Told
from jos.demo.covenants.voices import write_choices, write_mirrors, write_ratings, write_remarks
from jos.demo.covenants.writing import write_covenant_rows, write_text
from jos.demo.past import Past
from jos.demo.sizes import Sizes


def write_covenants(sizes: Sizes, areas: Areas, *, at: datetime.date, by: User) -> None:
    write_standard_blueprints()
    past = Past()
    covenants = Covenants(areas, past, at, by)
    for pattern in PATTERNS[: sizes.covenants]:
        if pattern.partner in covenants.parties:  # a small town has not all of them
            covenants.tell(pattern)
    for pattern in more_covenants(sizes.covenants - len(covenants.told), covenants.partners):
        covenants.tell(pattern)
    write_covenant_rows(covenants.told, past)
    write_text(covenants.told)
    write_documents(covenants.told[: len(PATTERNS)])  # typst would need minutes for all of those of a bench
    write_amendments(covenants.told, at=at)
    _follow_up(covenants.told, at=at, by=by)


def _follow_up(all_told: list[Told], *, at: datetime.date, by: User) -> None:
    chance = chance_for("following up")
    say_how_promises_go(all_told, chance, at)
    over, reports = write_periods(all_told, chance, at), Reports(chance, at)
    reports.write(over)
    write_ratings(over, chance)
    write_remarks(all_told, at)
    worker = all_told[0].people[Side.PARTNER]
    write_choices(reports.stories, {Panel.YOUNG_PEOPLE: by, Panel.CITY: by, Panel.WORKERS: worker}, at)
    write_mirrors(all_told, chance, at)
