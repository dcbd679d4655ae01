"""What the rows about covenants are about, as large as the demo city has it, for `tests/test_weight.py`."""

from django.db.models import Count

from covenants.enums import CommitmentState, CovenantState, Side
from covenants.models import Blueprint, Commitment, Covenant, ReportingPeriod, StaffMirror, Story


def covenants() -> dict[str, list]:
    """The longest of each state."""
    longest = Covenant.objects.annotate(n=Count("indicators", distinct=True)).order_by("-n", "pk")
    drafts = longest.filter(state=CovenantState.DRAFTING)
    signed = longest.filter(state=CovenantState.SIGNED)[0]
    offered = longest.filter(state=CovenantState.OFFERED)[0]
    draft = drafts.filter(turn=Side.CITY)[0].slug
    return {
        "covenant": [draft],
        "covenant_of_partner": [drafts.filter(turn=Side.PARTNER)[0].slug],
        "signed": [signed.slug],
        "signed_csv": [signed.slug, "csv"],
        "offered": [offered.slug],
        "document": [offered.slug, offered.documents.first().pk],
        "amendment": [longest.filter(amends__isnull=False)[0].slug],
        **{f"to_{step.replace('-', '_')}": [draft, step] for step in STEPS},
        "to_accept_of_partner": [drafts.filter(turn=Side.PARTNER)[0].slug, "accept"],
        "no_step": [draft, "sign"],
        **parts(drafts.get(slug=draft)),
        **promises(),
        **periods(signed),
        **told(),
    }


STEPS = ("hand-over", "accept", "offer", "take-back", "withdraw")


def parts(draft: Covenant) -> dict[str, list]:
    """What stands in a draft, and what could."""
    article = draft.articles.first()
    return {
        "remark_part": [draft.slug, "hours"],
        "no_part": [draft.slug, "weather"],
        "remark_article": [draft.slug, "articles", article.pk],
        "hours_of_area": [draft.slug, draft.neighbourhoods.first().slug],
        "article": [draft.slug, article.pk],
        "promise": [draft.slug, draft.commitments.first().pk],
        "kind": ["numbers"],
        "blueprint": [Blueprint.objects.first().slug],
        "to_apply": [draft.slug, Blueprint.objects.filter(function__in=draft.functions).first().slug],
        "own_indicator": [draft.slug, "statements"],
        "indicator": [draft.slug, draft.indicators.first().pk],
    }


def promises() -> dict[str, list]:
    """One of each side that is still to be kept."""
    open_ones = Commitment.objects.standing().filter(
        covenant__state=CovenantState.SIGNED, covenant__amends=None, state=CommitmentState.OPEN
    )
    of_partner, of_city = open_ones.filter(side=Side.PARTNER)[0], open_ones.filter(side=Side.CITY)[0]
    return {
        "promise_signed": [of_partner.covenant.slug, of_partner.pk],
        "promise_of_city": [of_city.covenant.slug, of_city.pk],
    }


def periods(signed: Covenant) -> dict[str, list]:
    """The last one of the longest covenant that somebody reported on, and one that was talked about."""
    reported = signed.periods.annotate(n=Count("reports")).order_by("-n", "-starts_on")[0]
    talked = ReportingPeriod.objects.exclude(talked_on=None).annotate(n=Count("agreements")).order_by("-n", "pk")[0]
    of_report, of_talk = [signed.slug, reported.pk], [talked.covenant.slug, talked.pk]
    agreement = Commitment.objects.exclude(agreed_in=None).select_related("agreed_in__covenant")[0]
    file = {"name": "affiche.pdf", "content_type": "application/pdf", "content": b"%PDF-", "size": 5}
    attachment = reported.reports.first().attachments.create(by=reported.reports.first().submitted_by, **file)
    return {
        "period": of_report,
        "period_csv": [*of_report, "csv"],
        "attachment": [signed.slug, attachment.pk],
        "attachment_sent": [signed.slug, attachment.pk],
        "talk": of_talk,
        **{f"talk_{name}": [*of_talk, step] for name, step in TALK.items()},
        "agreement": [agreement.covenant.slug, agreement.agreed_in.pk, agreement.pk],
    }


TALK = {"ask": "ask-talk", "write": "write-down", "agree": "agree", "no_step": "submit"}


def told() -> dict[str, list]:
    """Stories, who chooses them, and who held up a mirror."""
    story = Story.objects.annotate(n=Count("choices")).order_by("-n", "pk")[0]
    return {
        "story": [story.pk],
        "untold": [story.pk],
        "story_of_draft": [story.report.period.covenant.slug, story.pk],
        "workers": ["WORKERS"],
        "young_people": ["YOUNG_PEOPLE"],
        "story_workers": [story.pk, "WORKERS"],
        "mirror": [StaffMirror.objects.first().pk],
    }
