"""All that was said in the demo city, and what was done with it. The same for everybody on the same day."""

import datetime
from itertools import cycle

from jos.accounts.models import User
from jos.demo.areas import Areas, chance_for
from jos.demo.past import Past
from jos.demo.people import Colleagues
from jos.demo.signals.afterwards import add_photos, let_some_be_followed, looks, take_words_out
from jos.demo.signals.bundled import answer_signals, bundle_signals
from jos.demo.signals.copies import SAID, copy_signals
from jos.demo.signals.dossiers import Dossiers
from jos.demo.signals.loosely import Loosely
from jos.demo.signals.patterns import PATTERNS
from jos.demo.signals.replies import STANDARD_REPLIES
from jos.demo.signals.rounds import Rounds
from jos.demo.signals.saying import Sayings
from jos.demo.signals.services import write_services
from jos.demo.signals.signals import Signals, parts
from jos.demo.sizes import Sizes
from jos.demo.writing import write
from jos.shared.time import midnight
from signals.counting.tallies import write_tallies
from signals.models import Look, Removal, StandardReply
from signals.standard_themes import write_standard_themes

IN_DOSSIERS = 0.62  # of all signals


def write_signals(sizes: Sizes, areas: Areas, colleagues: Colleagues, *, at: datetime.date, by: User) -> None:
    write_standard_themes()
    past, chance = Past(), chance_for("signals")
    services = write_services(colleagues, at=at, by=by)
    dossiers = Dossiers(areas, services, colleagues, past, at, by)
    for number, pattern in zip(range(sizes.dossiers), cycle(PATTERNS), strict=False):
        dossiers.tell(pattern, chance, elsewhere=number // len(PATTERNS))
    dossiers.merge()
    dossiers.write()
    Rounds(dossiers.told, colleagues, chance, at, by).write()
    signals = Signals(past, chance, midnight(at), by)
    _say(signals, min(sizes.signals, SAID), dossiers, areas, colleagues)
    let_some_be_followed(signals)
    removals = take_words_out(signals, by)
    add_photos(signals)
    signals.write()
    dossiers.remember_where(past.write())
    Removal.objects.bulk_create(removals)
    Look.objects.bulk_create(looks(signals, by, chance), batch_size=1000)
    write([StandardReply(title=title, kind=kind, text=text) for title, kind, text in STANDARD_REPLIES], by=by, on=at)
    if sizes.signals > SAID:
        copy_signals(sizes.signals - SAID)
    write_tallies()


def _say(signals: Signals, amount: int, dossiers: Dossiers, areas: Areas, colleagues: Colleagues) -> None:
    sayings = Sayings(signals.chance, [neighbourhood.name for neighbourhood in areas.neighbourhoods])
    told, in_dossiers = dossiers.told, round(amount * IN_DOSSIERS)
    for each, voices in zip(told, parts(in_dossiers, [each.pattern.share for each in told]), strict=True):
        each.voices = voices
    bundle_signals(signals, sayings, told, areas, colleagues)
    organisations = {organisation.name: organisation for organisation in colleagues}
    by_title = {each.pattern.title: each for each in reversed(told)}
    Loosely(signals, sayings, areas, dossiers.themes, organisations).say(amount - in_dossiers, by_title)
    answer_signals(signals, told)
