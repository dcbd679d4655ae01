"""Pages about signals, beside the least a database must do for each."""

import time
import uuid

from jos.demo import bench_signal_floors as floors
from jos.demo.bench_page import Page, Sample, to
from jos.demo.signals.followed import FOLLOWED
from signals.sending.ticket import Ticket
from signals.tracking import new_code

WORDS = "Er is nergens een plek om te zitten als het regent. Wij staan met zes onder een afdak."
A_MINUTE = 60


def step(name: str, sample: Sample) -> dict[str, str]:
    """What a phone sends to come to a screen of the form, or to send it."""
    ticket = Ticket(uuid.uuid4(), new_code(), int(time.time()) - A_MINUTE)
    typed = {
        "text": WORDS,
        "kind": "CONCERN",
        "where": sample.neighbourhood.slug,
        "theme": "places",
        "age_band": "12-15",
    }
    return typed | {"to": name, "ticket": ticket.signed}


def where(sample: Sample) -> dict[str, str]:
    return step("where", sample)


def check(sample: Sample) -> dict[str, str]:
    return step("check", sample)


def sent(sample: Sample) -> dict[str, str]:
    return step("send", sample)


def keys(_sample: Sample) -> dict[str, str]:
    """Of a signal that everybody may follow."""
    return {"reference": FOLLOWED[0].reference, "code": FOLLOWED[0].code, "asks_keys": "yes"}


YOUNG = (
    Page("say something", "", to("signal_send"), floors.NOTHING),
    Page("say something, where", "", to("signal_send"), floors.NAMES, where),
    Page("say something, check", "", to("signal_send"), floors.ONE_THEME, check),
    Page("send", "", to("signal_send"), floors.KEEP, sent),
    Page("follow, form", "", to("signal_follow"), floors.NOTHING),
    Page("follow, with code", "", to("signal_follow"), floors.FOLLOWED, keys),
    Page("who sees what", "", to("who_sees_what"), floors.NOTHING),
    Page("help lines", "", to("signal_help"), floors.NOTHING),
)
SAID = (
    Page("said and done", "", to("said_and_done"), floors.SAID),
    Page("said and done, neighbourhood", "", to("said_here", "neighbourhood"), floors.SAID_HERE),
    Page("said and done, one", "", to("said", "dossier"), floors.ONE_SAID),
    Page("said and done, round", "", to("said_round", "round"), floors.ROUND),
    Page("said and done, feed", "", to("said_feed_atom"), floors.SAID),
)
TRIAGE = (
    Page("inbox", "staf", to("inbox"), floors.INBOX),
    Page("inbox, searched", "staf", to("inbox", query="?q=licht"), floors.FOUND),
    Page("one signal", "staf", to("signal", "signal"), floors.ONE_SIGNAL),
    Page("story of a signal", "staf", to("signal_story", "signal"), floors.STORY),
    Page("standard replies", "staf", to("standard_replies"), floors.REPLIES),
)
ACTING = (
    Page("dossiers", "staf", to("dossiers"), floors.DOSSIERS),
    Page("one dossier", "staf", to("dossier", "dossier"), floors.DOSSIER),
    Page("rounds", "staf", to("rounds"), floors.ROUNDS),
    Page("round", "huis", to("round", "round"), floors.ROUND),
    Page("spreading points", "huis", to("round_spread", "open_round", "organisation"), floors.CANDIDATES),
    Page("passed on for groups", "huis", to("group_signals"), floors.PASSED_ON),
    Page("one passed on", "huis", to("group_signal", "passed_on"), floors.ONE_PASSED_ON),
    Page("new, for a group", "huis", to("group_new"), floors.NAMES),
)
FIGURES = (
    Page("signals in figures", "beleid", to("signal_figures"), floors.COUNTED),
    Page("the loop", "beleid", to("signal_loop"), floors.LOOP),
)
SIGNALS = YOUNG + SAID + TRIAGE + ACTING + FIGURES
