"""The rows of `tests.route_table` about signals, dossiers and rounds, and what they are about."""

import datetime

from signals.enums import DossierState, ReplyKind
from signals.models import Photo
from tests.signal_builders import make_action, make_dossier, make_group_signal, make_reply, make_round

TABLE = """
#                                                      V   O   X   M   C   S   Y   P   A
# For young people, without an account: a number and a code are in the body of a form, or nothing is shown
GET  signal_send                      -                ok  ok  ok  ok  ok  ok  ok  ok  ok
POST signal_send                      -                ok  ok  ok  ok  ok  ok  ok  ok  ok
GET  signal_follow                    -                ok  ok  ok  ok  ok  ok  ok  ok  ok
POST signal_follow                    -                ok  ok  ok  ok  ok  ok  ok  ok  ok
GET  signal_help                      -                ok  ok  ok  ok  ok  ok  ok  ok  ok
GET  who_sees_what                    -                ok  ok  ok  ok  ok  ok  ok  ok  ok

# For a group, by a worker. What a browser keeps of the page without internet is the same for everybody
GET  group_new                        -                in  403 ok  ok  ok  ok  403 403 403
POST group_new                        -                in  403 ok  ok  ok  ok  403 403 403
GET  group_signals                    -                in  403 ok  ok  ok  ok  403 403 403
GET  group_signal                     signal           in  404 404 ok  ok  404 404 404 404
GET  group_aloud                      signal           in  404 404 ok  ok  404 404 404 404
GET  group_reply                      signal           in  404 404 go  go  404 404 404 404
POST group_reply                      signal           in  404 404 ok  ok  404 404 404 404
POST group_changed                    signal           in  404 404 go  go  404 404 404 404
GET  group_phone                      -                ok  ok  ok  ok  ok  ok  ok  ok  ok
GET  group_manifest                   -                ok  ok  ok  ok  ok  ok  ok  ok  ok
GET  group_worker                     -                ok  ok  ok  ok  ok  ok  ok  ok  ok
GET  group_send                       -                in  403 ok  ok  ok  ok  403 403 403
POST group_send                       -                in  403 400 400 400 400 403 403 403

# The inbox: staff read every signal, a worker what was said through the own organisation
GET  inbox                            -                in  403 403 403 403 403 ok  403 ok
GET  inbox_export                     csv              in  403 403 403 403 403 ok  403 ok
GET  signal                           signal           in  404 404 go  go  404 ok  404 ok
GET  signal_photo                     signal           in  404 404 ok  ok  404 ok  404 ok
GET  signal_story                     signal           in  404 404 403 403 404 ok  404 ok
GET  signal_correct                   signal           in  404 404 403 403 404 ok  404 ok
POST signal_correct                   signal           in  404 404 403 403 404 ok  404 ok
GET  signal_redact                    signal           in  404 404 403 403 404 ok  404 ok
POST signal_redact                    signal           in  404 404 403 403 404 ok  404 ok
GET  signal_step                      refer            in  404 404 403 403 404 ok  404 ok
POST signal_step                      refer            in  404 404 403 403 404 ok  404 ok
GET  signal_step                      take_out         in  404 404 403 403 404 go  404 go
POST signal_step                      take_out         in  404 404 403 403 404 go  404 go
GET  signals_bundle                   -                in  403 403 403 403 403 go  403 go
POST signals_bundle                   -                in  403 403 403 403 403 go  403 go
GET  standard_replies                 -                in  403 403 403 403 403 ok  403 ok
GET  standard_reply_new               -                in  403 403 403 403 403 ok  403 ok
POST standard_reply_new               -                in  403 403 403 403 403 ok  403 ok
GET  standard_reply_edit              reply            in  403 403 403 403 403 ok  403 ok
POST standard_reply_edit              reply            in  403 403 403 403 403 ok  403 ok
POST standard_reply_remove            reply            in  403 403 403 403 403 go  403 go
GET  themes                           -                in  403 403 403 403 403 ok  403 ok
GET  theme_new                        -                in  403 403 403 403 403 ok  403 ok
POST theme_new                        -                in  403 403 403 403 403 ok  403 ok
GET  theme_edit                       theme            in  403 403 403 403 403 ok  403 ok
POST theme_edit                       theme            in  403 403 403 403 403 ok  403 ok

# What was removed, and who looked
GET  removals                         -                in  403 403 403 403 403 ok  403 ok

# Dossiers: professionals read them, staff move them on, and the service that owns one acts and answers
GET  dossiers                         -                in  403 ok  ok  ok  ok  ok  ok  ok
GET  dossiers_export                  csv              in  403 ok  ok  ok  ok  ok  ok  ok
GET  dossier                          dossier          in  404 ok  ok  ok  ok  ok  ok  ok
GET  dossier_story                    dossier          in  404 ok  ok  ok  ok  ok  ok  ok
GET  dossier_new                      -                in  403 403 403 403 403 ok  403 ok
POST dossier_new                      -                in  403 403 403 403 403 ok  403 ok
GET  dossier_edit                     assigned         in  404 403 403 403 403 ok  403 ok
POST dossier_edit                     assigned         in  404 403 403 403 403 ok  403 ok
GET  dossier_step                     dossier_park     in  404 403 403 403 403 ok  403 ok
POST dossier_step                     dossier_park     in  404 403 403 403 403 ok  403 ok
GET  dossier_step                     dossier_decline  in  404 403 403 403 ok  ok  403 ok
POST dossier_step                     dossier_decline  in  404 403 403 403 ok  ok  403 ok
GET  dossier_step                     dossier_start    in  404 403 403 403 go  go  403 go
POST dossier_step                     dossier_start    in  404 403 403 403 go  go  403 go
GET  dossier_merge                    assigned         in  404 403 403 403 403 ok  403 ok
POST dossier_merge                    assigned         in  404 403 403 403 403 ok  403 ok
GET  dossier_split                    assigned         in  404 403 403 403 403 ok  403 ok
POST dossier_split                    assigned         in  404 403 403 403 403 ok  403 ok
GET  dossier_action_new               assigned         in  404 403 403 403 ok  ok  403 ok
POST dossier_action_new               assigned         in  404 403 403 403 ok  ok  403 ok
GET  dossier_action_edit              dossier_action   in  404 403 403 403 ok  ok  403 ok
POST dossier_action_edit              dossier_action   in  404 403 403 403 ok  ok  403 ok

# Prioritising rounds: what is given is for one's own organisation alone until the round is closed
GET  rounds                           -                in  403 ok  ok  ok  ok  ok  ok  ok
GET  round                            round            in  403 ok  ok  ok  ok  ok  ok  ok
GET  round                            closed_round     in  403 ok  ok  ok  ok  ok  ok  ok
GET  round_story                      round            in  403 ok  ok  ok  ok  ok  ok  ok
GET  round_new                        -                in  403 403 403 403 403 ok  403 ok
POST round_new                        -                in  403 403 403 403 403 ok  403 ok
GET  round_edit                       round            in  403 403 403 403 403 ok  403 ok
POST round_edit                       round            in  403 403 403 403 403 ok  403 ok
GET  round_export                     round_csv        in  403 go  go  go  go  go  go  go
GET  round_export                     closed_csv       in  403 ok  ok  ok  ok  ok  ok  ok
GET  round_spread                     round            in  403 go  go  go  403 403 403 403
POST round_spread                     round            in  403 go  go  go  403 403 403 403
GET  round_spread                     round_own        in  403 404 ok  ok  403 403 403 403
POST round_spread                     round_own        in  403 404 ok  ok  403 403 403 403
GET  round_decide                     round            in  403 403 403 403 403 go  403 go
GET  round_decide                     closed_round     in  403 403 403 403 403 ok  403 ok
POST round_decide                     closed_round     in  403 403 403 403 403 ok  403 ok
GET  round_publish                    closed_round     in  403 403 403 403 403 go  403 go
GET  round_publish                    decided_round    in  403 403 403 403 403 ok  403 ok
POST round_publish                    decided_round    in  403 403 403 403 403 ok  403 ok

# You said, we did
GET  said_and_done                    -                ok  ok  ok  ok  ok  ok  ok  ok  ok
GET  said_here                        neighbourhood    ok  ok  ok  ok  ok  ok  ok  ok  ok
GET  said                             said             ok  ok  ok  ok  ok  ok  ok  ok  ok
GET  said                             dossier          404 404 404 404 404 404 404 404 404
GET  said_round                       decided_round    ok  ok  ok  ok  ok  ok  ok  ok  ok
GET  said_round                       closed_round     404 404 404 404 404 404 404 404 404
GET  said_feed_rss                    -                ok  ok  ok  ok  ok  ok  ok  ok  ok
GET  said_feed_rss                    neighbourhood    ok  ok  ok  ok  ok  ok  ok  ok  ok
GET  said_feed_atom                   -                ok  ok  ok  ok  ok  ok  ok  ok  ok
GET  said_feed_atom                   neighbourhood    ok  ok  ok  ok  ok  ok  ok  ok  ok

# Signals in figures
GET  signal_figures                   -                in  403 403 403 403 403 ok  ok  ok
GET  signal_figures_export            csv              in  403 403 403 403 403 ok  ok  ok
GET  signal_figures_publish           -                in  403 403 403 403 403 ok  403 ok
POST signal_figures_publish           -                in  403 403 403 403 403 go  403 go
GET  signal_loop                      -                in  403 403 403 403 403 ok  ok  ok
"""


def signals(neighbourhood, organisation, member, service_member) -> dict[str, list]:
    """What a worker of De Kring passed on, a dossier, an open round, and what staff choose from."""
    signal = make_group_signal(organisation, member, neighbourhood=neighbourhood)
    Photo.objects.create(signal=signal, content=b"", width=1, height=1)
    dossier = make_dossier("Nergens een bank", neighbourhood)
    return {
        "signal": [signal.reference],
        "refer": [signal.reference, "refer"],
        "take_out": [signal.reference, "take-out"],
        "dossier": [dossier.slug],
        **dossiers(service_member),
        **rounds(dossier, neighbourhood, organisation),
        "theme": [dossier.theme.slug],
        "reply": [make_reply(ReplyKind.QUESTION).pk],
    }


def dossiers(service_member) -> dict[str, list]:
    """One in the hands of the city service of S, with nothing planned yet; and another with an action."""
    service = service_member.memberships.get().organisation
    assigned = make_dossier("Geen licht", state=DossierState.ASSIGNED, owner=service)
    busy = make_dossier("Geen doel", state=DossierState.IN_ACTION, owner=service)
    return {
        "assigned": [assigned.slug],
        "dossier_park": ["nergens-een-bank", "park"],
        "dossier_decline": [assigned.slug, "decline"],
        "dossier_start": [assigned.slug, "start"],
        "dossier_action": [busy.slug, make_action(busy).pk],
    }


def rounds(dossier, neighbourhood, organisation) -> dict[str, list]:
    """One that is open, one that closed, and one of which everybody reads what was chosen."""
    past = {"opens_on": datetime.date(2026, 1, 1), "closes_on": datetime.date(2026, 1, 31)}
    done = {"decided_on": datetime.date(2026, 2, 1), "published_on": datetime.date(2026, 2, 2)}
    public = make_dossier("Te weinig licht", neighbourhood, published_on=datetime.date(2026, 2, 1))
    open_round = make_round(dossier, public)
    closed = make_round(dossier, public, **past)
    return {
        "round": [open_round.slug],
        "round_own": [open_round.slug, organisation.slug],
        "round_csv": [open_round.slug, "csv"],
        "closed_round": [closed.slug],
        "closed_csv": [closed.slug, "csv"],
        "decided_round": [make_round(dossier, public, **past, **done).slug],
        "said": [public.slug],
    }
