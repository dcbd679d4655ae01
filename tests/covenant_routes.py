"""The rows of `tests.route_table` about covenants, and what they are about."""

import datetime

from django.utils import timezone

from covenants.enums import CovenantState, Part, Side
from tests.covenant_builders import (
    make_blueprint,
    make_commitment,
    make_covenant,
    make_document,
    make_number,
    make_period,
    make_report,
    make_story,
)
from tests.talk_routes import stories, talks

TABLE = """
#                                                      V   O   X   M   C   S   Y   P   A
# Covenants: drawn up in turns
GET  covenants                        -                in  403 ok  ok  ok  403 ok  ok  ok
GET  covenants_export                 csv              in  403 ok  ok  ok  403 ok  ok  ok
GET  covenant_new                     -                in  403 403 403 403 403 ok  403 ok
POST covenant_new                     -                in  403 403 403 403 403 ok  403 ok
GET  covenant                         covenant         in  404 404 ok  ok  404 ok  ok  ok
GET  covenant                         signed           in  404 404 ok  ok  404 ok  ok  ok
GET  covenant_story                   covenant         in  404 404 ok  ok  404 ok  ok  ok
GET  covenant_edit                    covenant         in  404 404 go  go  404 ok  403 ok
POST covenant_edit                    covenant         in  404 404 ok  ok  404 ok  403 ok
GET  covenant_edit                    covenant_of_partner in 404 404 ok ok 404 go  403 go
GET  covenant_edit                    signed           in  404 404 go  go  404 go  403 go
GET  covenant_step                    to_hand_over     in  404 404 go  go  404 ok  403 ok
POST covenant_step                    to_hand_over     in  404 404 go  go  404 ok  403 ok
GET  covenant_step                    to_accept        in  404 404 403 go  404 ok  403 ok
GET  covenant_step                    to_accept_of_partner in 404 404 403 ok  404 go  403 go
POST covenant_step                    to_accept_of_partner in 404 404 403 ok  404 go  403 go
GET  covenant_step                    to_offer         in  404 404 403 403 404 go  403 go
GET  covenant_step                    to_take_back     in  404 404 403 go  404 go  403 go
GET  covenant_step                    to_withdraw      in  404 404 403 403 404 ok  403 ok
GET  covenant_step                    no_step          in  404 404 404 404 404 404 404 404
GET  remark_new                       remark_part      in  404 404 ok  ok  404 ok  403 ok
POST remark_new                       remark_part      in  404 404 ok  ok  404 ok  403 ok
GET  remark_new                       no_part          in  404 404 404 404 404 404 403 404
GET  remark_new                       remark_article   in  404 404 ok  ok  404 ok  403 ok
POST remark_settle                    remark           in  404 404 go  go  404 go  403 go

# Covenants: the text as a document, who signs it, and what everybody can check
GET  covenant_draft_pdf               covenant         in  404 404 ok  ok  404 ok  ok  ok
GET  covenant_draft_pdf               offered          in  404 404 go  go  404 go  go  go
GET  covenant_document                document         in  404 404 ok  ok  404 ok  ok  ok
GET  covenant_sign                    offered          in  404 404 403 ok  404 ok  403 ok
POST covenant_sign                    offered          in  404 404 403 409 404 409 403 409
GET  covenant_sign                    covenant         in  404 404 403 go  404 go  403 go
GET  covenant_check                   -                ok  ok  ok  ok  ok  ok  ok  ok  ok
POST covenant_check                   -                ok  ok  ok  ok  ok  ok  ok  ok  ok

# Covenants: changing what both signed, and what comes after
GET  covenant_amend                   signed           in  404 404 ok  ok  404 ok  403 ok
POST covenant_amend                   signed           in  404 404 go  go  404 go  403 go
GET  covenant_amend                   covenant         in  404 404 go  go  404 go  403 go
GET  covenant_follow                  signed           in  404 404 403 403 404 ok  403 ok
POST covenant_follow                  signed           in  404 404 403 403 404 go  403 go
GET  covenant_difference              amendment        in  404 404 ok  ok  404 ok  ok  ok
GET  covenant_difference              signed           in  404 404 404 404 404 404 404 404

# Covenants: the parts of a draft, and promises
GET  covenant_hours                   covenant         in  404 404 go  go  404 ok  403 ok
POST covenant_hours                   covenant         in  404 404 ok  ok  404 ok  403 ok
GET  covenant_hours                   hours_of_area    in  404 404 go  go  404 ok  403 ok
GET  covenant_budget                  covenant         in  404 404 go  go  404 ok  403 ok
POST covenant_budget                  covenant         in  404 404 ok  ok  404 ok  403 ok
GET  covenant_schedule                covenant         in  404 404 go  go  404 ok  403 ok
POST covenant_schedule                covenant         in  404 404 ok  ok  404 ok  403 ok
GET  article_new                      covenant         in  404 404 go  go  404 ok  403 ok
POST article_new                      covenant         in  404 404 ok  ok  404 ok  403 ok
GET  article_edit                     article          in  404 404 go  go  404 ok  403 ok
POST article_edit                     article          in  404 404 ok  ok  404 ok  403 ok
GET  commitment_new                   covenant         in  404 404 go  go  404 ok  403 ok
POST commitment_new                   covenant         in  404 404 ok  ok  404 ok  403 ok
GET  commitment_edit                  promise          in  404 404 go  go  404 ok  403 ok
POST commitment_edit                  promise          in  404 404 ok  ok  404 ok  403 ok
GET  article_remove                   article          in  404 404 go  go  404 ok  403 ok
POST article_remove                   article          in  404 404 go  go  404 go  403 go
GET  commitment_remove                promise          in  404 404 go  go  404 ok  403 ok
POST commitment_remove                promise          in  404 404 go  go  404 go  403 go
GET  covenant_hours                   signed           in  404 404 go  go  404 go  403 go
GET  commitment_state                 promise_signed   in  404 404 ok  ok  404 403 403 403
POST commitment_state                 promise_signed   in  404 404 ok  ok  404 403 403 403
GET  commitment_state                 promise_of_city  in  404 404 403 403 404 ok  403 ok
GET  commitments                      -                in  403 ok  ok  ok  403 ok  ok  ok
GET  commitments_export               csv              in  403 ok  ok  ok  403 ok  ok  ok

# Covenants: what both sides look at together
GET  blueprints                       -                in  403 ok  ok  ok  403 ok  ok  ok
GET  indicator_example                -                in  403 go  go  go  403 go  go  go
GET  blueprint_new                    kind             in  403 403 403 403 403 ok  403 ok
POST blueprint_new                    kind             in  403 403 403 403 403 ok  403 ok
GET  blueprint_edit                   blueprint        in  403 403 403 403 403 ok  403 ok
POST blueprint_edit                   blueprint        in  403 403 403 403 403 ok  403 ok
GET  indicator_new                    covenant         in  404 404 go  go  404 ok  403 ok
GET  indicator_new                    covenant_of_partner in 404 404 ok ok 404 go  403 go
GET  indicator_from                   to_apply         in  404 404 go  go  404 ok  403 ok
POST indicator_from                   to_apply         in  404 404 ok  ok  404 ok  403 ok
GET  indicator_own                    own_indicator    in  404 404 go  go  404 ok  403 ok
POST indicator_own                    own_indicator    in  404 404 ok  ok  404 ok  403 ok
GET  indicator_edit                   indicator        in  404 404 go  go  404 ok  403 ok
POST indicator_edit                   indicator        in  404 404 ok  ok  404 ok  403 ok
GET  indicator_remove                 indicator        in  404 404 go  go  404 ok  403 ok
POST indicator_remove                 indicator        in  404 404 go  go  404 go  403 go

# Covenants: the report of one's own side
GET  report                           period           in  404 404 ok  ok  404 ok  403 ok
POST report                           period           in  404 404 ok  ok  404 ok  403 ok
GET  report_submit                    period           in  404 404 ok  ok  404 ok  403 ok
POST report_submit                    period           in  404 404 403 409 404 409 403 409
POST report_correct                   period           in  404 404 403 go  404 go  403 go
GET  report_sheet                     period_csv       in  404 404 ok  ok  404 ok  403 ok
GET  report_sheet_in                  period           in  404 404 ok  ok  404 ok  403 ok
POST report_sheet_in                  period           in  404 404 ok  ok  404 ok  403 ok
GET  attachment_new                   period           in  404 404 ok  ok  404 ok  403 ok
POST attachment_new                   period           in  404 404 ok  ok  404 ok  403 ok
GET  attachment                       attachment       in  404 404 ok  ok  404 404 404 404
POST attachment_remove                attachment       in  404 404 go  go  404 404 404 404
GET  attachment                       attachment_sent  in  404 404 ok  ok  404 ok  ok  ok
POST attachment_remove                attachment_sent  in  404 404 403 403 404 go  403 go
GET  story_new                        period           in  404 404 ok  ok  404 ok  403 ok
POST story_new                        period           in  404 404 ok  ok  404 ok  403 ok
GET  story_edit                       story_of_draft   in  404 404 ok  ok  404 404 404 404
POST story_edit                       story_of_draft   in  404 404 ok  ok  404 404 404 404
POST story_remove                     story_of_draft   in  404 404 go  go  404 404 404 404
GET  city_rating                      period           in  404 404 ok  ok  404 403 403 403
POST city_rating                      period           in  404 404 go  go  404 403 403 403

# Covenants: what they add up to
GET  covenant_figures                 -                in  403 403 403 403 403 ok  ok  ok
GET  covenant_figures_export          csv              in  403 403 403 403 403 ok  ok  ok
GET  covenant_results                 signed           in  404 404 ok  ok  404 ok  ok  ok
GET  covenant_results_export          signed_csv       in  404 404 ok  ok  404 ok  ok  ok
GET  covenant_results                 amendment        in  404 404 404 404 404 404 404 404
GET  promised_hours                   -                in  403 403 403 403 403 ok  ok  ok
GET  promised_hours_export            csv              in  403 403 403 403 403 ok  ok  ok
GET  covenant_money                   -                in  403 403 403 403 403 ok  ok  ok
GET  covenant_money_export            csv              in  403 403 403 403 403 ok  ok  ok
"""


def covenants(organisation, neighbourhood) -> dict[str, list]:
    """One in the city's turn, one in the partner's, a signed one with a period, and one that is being amended."""
    signed = make_covenant(organisation, neighbourhood, state=CovenantState.SIGNED)
    amended = make_covenant(organisation, neighbourhood, state=CovenantState.SIGNED)
    covenant = make_covenant(organisation, neighbourhood)
    theirs = make_covenant(organisation, neighbourhood, turn=Side.PARTNER)
    return {
        "covenant": [covenant.slug],
        **steps(covenant.slug),
        **remarks(covenant, by=organisation.memberships.first().user),
        **parts(covenant, neighbourhood),
        **promises(signed),
        **indicators(covenant),
        "covenant_of_partner": [theirs.slug],
        "to_accept_of_partner": [theirs.slug, "accept"],
        "signed": [signed.slug],
        "signed_csv": [signed.slug, "csv"],
        **offered(make_covenant(organisation, neighbourhood, state=CovenantState.OFFERED)),
        "amendment": [make_covenant(organisation, neighbourhood, amends=amended).slug],
        "period": [signed.slug, make_period(signed).pk],
        **reports(signed, by=organisation.memberships.first().user),
        **talks(organisation),
        **stories(organisation, signed),
    }


def steps(slug: str) -> dict[str, list]:
    """Of one in the city's turn, that nobody accepted yet."""
    return {
        "to_hand_over": [slug, "hand-over"],
        "to_accept": [slug, "accept"],
        "to_offer": [slug, "offer"],
        "to_take_back": [slug, "take-back"],
        "to_withdraw": [slug, "withdraw"],
        "no_step": [slug, "sign"],
    }


def offered(covenant) -> dict[str, list]:
    """One that both sides can sign."""
    return {"offered": [covenant.slug], "document": [covenant.slug, make_document(covenant).pk]}


def remarks(covenant, *, by) -> dict[str, list]:
    """About a part, about an article, and one that was made."""
    article = covenant.articles.create(heading="Vertrouwen", text="Wat iemand zegt, blijft hier.")
    made = covenant.remarks.create(part=Part.ARTICLES, article=article, side=Side.PARTNER, by=by, text="Van wie?")
    return {
        "remark_part": [covenant.slug, "hours"],
        "no_part": [covenant.slug, "weather"],
        "remark_article": [covenant.slug, "articles", article.pk],
        "remark": [covenant.slug, made.pk],
    }


def parts(covenant, neighbourhood) -> dict[str, list]:
    """What stands in a draft."""
    return {
        "hours_of_area": [covenant.slug, neighbourhood.slug],
        "article": [covenant.slug, covenant.articles.create(heading="Sleutels", text="Het huis houdt ze.").pk],
        "promise": [covenant.slug, make_commitment(covenant).pk],
    }


def promises(signed) -> dict[str, list]:
    """One of each side, that both signed."""
    return {
        "promise_signed": [signed.slug, make_commitment(signed, Side.PARTNER).pk],
        "promise_of_city": [signed.slug, make_commitment(signed, Side.CITY).pk],
    }


def indicators(covenant) -> dict[str, list]:
    """One in a draft, and what more could be looked at."""
    blueprint = make_blueprint()
    return {
        "kind": ["numbers"],
        "blueprint": [blueprint.slug],
        "to_apply": [covenant.slug, blueprint.slug],
        "own_indicator": [covenant.slug, "statements"],
        "indicator": [covenant.slug, make_number(covenant).pk],
    }


def reports(signed, *, by) -> dict[str, list]:
    """The partner's is a draft, the city's was sent; each with a file."""
    period = make_period(signed, signed.valid_from + datetime.timedelta(days=181))
    draft, sent = make_report(period), make_report(period, Side.CITY, submitted_at=timezone.now())
    file = {"name": "affiche.pdf", "content_type": "application/pdf", "content": b"%PDF-", "size": 5, "by": by}
    return {
        "period_csv": [signed.slug, period.pk, "csv"],
        "story_of_draft": [signed.slug, make_story(draft).pk],
        "attachment": [signed.slug, draft.attachments.create(**file).pk],
        "attachment_sent": [signed.slug, sent.attachments.create(**file).pk],
    }
