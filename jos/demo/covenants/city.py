"""All covenants of the demo city, and how they are followed up. The same for everybody on the same day."""

import datetime

from covenants.indicators.standard_blueprints import write_standard_blueprints
from jos.accounts.models import User
from jos.demo.areas import Areas
from jos.demo.covenants.amending import write_amendments
from jos.demo.covenants.covenants import Covenants
from jos.demo.covenants.documents import write_documents
from jos.demo.covenants.patterns import PATTERNS
from jos.demo.covenants.writing import write_covenant_rows, write_text
from jos.demo.signals.past import Past
from jos.demo.sizes import Sizes


def write_covenants(sizes: Sizes, areas: Areas, *, at: datetime.date, by: User) -> None:
    write_standard_blueprints()
    past = Past()
    covenants = Covenants(areas, past, at, by)
    for pattern in PATTERNS[: sizes.covenants]:
        covenants.tell(pattern)
    write_covenant_rows(covenants.told, past)
    write_text(covenants.told)
    write_documents(covenants.told)
    write_amendments(covenants.told, at=at)
