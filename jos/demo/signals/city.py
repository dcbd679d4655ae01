"""All that was said in the demo city, and what was done with it. The same for everybody on the same day."""

import datetime
from itertools import cycle

from django.utils import timezone

from jos.accounts.models import User
from jos.demo.areas import Areas, chance_for
from jos.demo.people import Colleagues
from jos.demo.signals.bundled import bundle_signals
from jos.demo.signals.dossiers import Dossiers
from jos.demo.signals.loosely import Loosely
from jos.demo.signals.past import Past
from jos.demo.signals.patterns import PATTERNS
from jos.demo.signals.replies import STANDARD_REPLIES
from jos.demo.signals.saying import Sayings
from jos.demo.signals.services import write_services
from jos.demo.signals.signals import Signals
from jos.demo.sizes import Sizes
from jos.demo.writing import write
from signals.models import StandardReply
from signals.standard_themes import write_standard_themes

IN_DOSSIERS = 0.62  # of all signals


def write_signals(sizes: Sizes, areas: Areas, colleagues: Colleagues, *, at: datetime.date, by: User) -> None:
    write_standard_themes()
    services = write_services(colleagues, at=at, by=by)
    past, chance = Past(), chance_for("signals")
    dossiers = Dossiers(areas, services, colleagues, past, at, by)
    for number, pattern in zip(range(sizes.dossiers), cycle(PATTERNS), strict=False):
        dossiers.tell(pattern, chance, elsewhere=number // len(PATTERNS))
    dossiers.write()
    signals = Signals(past, chance, timezone.now(), by)
    sayings = Sayings(chance, [n.name for n in areas.neighbourhoods])
    in_dossiers = round(sizes.signals * IN_DOSSIERS)
    bundle_signals(signals, sayings, dossiers.told, areas, colleagues, in_dossiers)
    organisations = {organisation.name: organisation for organisation in colleagues}
    loosely = Loosely(signals, sayings, areas, dossiers.themes, organisations)
    loosely.say(sizes.signals - in_dossiers, {told.pattern.title: told for told in reversed(dossiers.told)})
    write([StandardReply(title=title, kind=kind, text=text) for title, kind, text in STANDARD_REPLIES], by=by, on=at)
    signals.write()
    past.write()
