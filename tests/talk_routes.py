"""As `tests.covenant_routes`, for the talk about a period, and for stories, ratings and mirrors."""

import datetime

from covenants.enums import Panel, Side
from tests.covenant_builders import make_commitment, make_period, make_report, make_story
from tests.covenants.talks import reported

TABLE = """
# Covenants: both reports beside each other, the talk, and what it adds up to
GET  covenant_period                  period           in  404 404 ok  ok  404 ok  ok  ok
GET  covenant_period                  talk             in  404 404 ok  ok  404 ok  ok  ok
GET  period_step                      talk_ask         in  404 404 ok  ok  404 ok  403 ok
POST period_step                      talk_ask         in  404 404 go  go  404 go  403 go
GET  period_step                      talk_write       in  404 404 ok  ok  404 ok  403 ok
POST period_step                      talk_write       in  404 404 ok  ok  404 ok  403 ok
GET  period_step                      talk_agree       in  404 404 403 go  404 go  403 go
GET  period_step                      talk_no_step     in  404 404 404 404 404 404 404 404
GET  agreement_new                    talk             in  404 404 ok  ok  404 ok  403 ok
POST agreement_new                    talk             in  404 404 ok  ok  404 ok  403 ok
GET  agreement_new                    period           in  404 404 go  go  404 go  403 go
GET  agreement_edit                   agreement        in  404 404 ok  ok  404 ok  403 ok
POST agreement_edit                   agreement        in  404 404 ok  ok  404 ok  403 ok
GET  agreement_remove                 agreement        in  404 404 ok  ok  404 ok  403 ok
POST agreement_remove                 agreement        in  404 404 go  go  404 go  403 go
GET  stories                          -                in  403 ok  ok  ok  403 ok  ok  ok
GET  story                            story            in  403 ok  ok  ok  403 ok  ok  ok
GET  story                            untold           in  403 404 404 404 403 404 404 404
GET  stories_to_choose                workers          in  403 ok  ok  ok  403 403 403 403
GET  stories_to_choose                young_people     in  403 403 403 403 403 ok  403 ok
GET  story_choose                     story_workers    in  403 ok  ok  ok  403 403 403 403
POST story_choose                     story_workers    in  403 ok  ok  ok  403 403 403 403
POST story_choice_remove              choice           in  403 403 go  403 403 go  403 go
GET  city_ratings                     -                in  403 ok  ok  ok  403 ok  ok  ok
GET  mirrors                          -                in  403 ok  ok  ok  ok  ok  ok  ok
GET  mirror_new                       organisation     in  404 404 ok  ok  404 404 404 404
POST mirror_new                       organisation     in  404 404 ok  ok  404 404 404 404
GET  mirror_edit                      mirror           in  404 404 ok  ok  404 404 404 404
POST mirror_edit                      mirror           in  404 404 ok  ok  404 404 404 404
GET  mirror_remove                    mirror           in  404 404 ok  ok  404 404 404 404
POST mirror_remove                    mirror           in  404 404 go  go  404 404 404 404
"""


def talks(organisation) -> dict[str, list]:
    """Of a period that both sides reported on."""
    period = reported(organisation)
    slug, pk = period.covenant.slug, period.pk
    promise = make_commitment(period.covenant, Side.CITY, agreed_in=period)
    return {
        "talk": [slug, pk],
        "talk_ask": [slug, pk, "ask-talk"],
        "talk_write": [slug, pk, "write-down"],
        "talk_agree": [slug, pk, "agree"],
        "talk_no_step": [slug, pk, "submit"],
        "agreement": [slug, pk, promise.pk],
    }


def stories(organisation, signed) -> dict[str, list]:
    """One that was told, and that panels chose; one in a draft; and the mirror of the staff."""
    period = reported(organisation)
    told = make_story(period.reports.get(side=Side.PARTNER))
    member = organisation.memberships.order_by("pk").first().user
    untold = make_story(make_report(make_period(signed, signed.valid_from + datetime.timedelta(days=200))))
    return {
        "story": [told.pk],
        "untold": [untold.pk],
        "workers": [Panel.WORKERS],
        "young_people": [Panel.YOUNG_PEOPLE],
        "story_workers": [told.pk, Panel.WORKERS],
        "choice": [told.choices.create(panel=Panel.CITY, why="Zo is het.", by=member).pk],
        "mirror": [organisation.mirrors.create(year=2026, people=4).pk],
    }
