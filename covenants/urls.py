from django.urls import URLPattern, path

from covenants.views import (
    agreements,
    amending,
    blueprints,
    commitments,
    covenant_steps,
    covenants,
    documents,
    drafting,
    indicators,
    mirrors,
    parts,
    periods,
    pieces,
    ratings,
    remarks,
    report_files,
    report_ratings,
    report_sheets,
    report_stories,
    reports,
    signing,
    stories,
)

urlpatterns: list[URLPattern] = [
    # Words of their own come before the covenants' addresses: see jos.shared.models.RESERVED_SLUGS
    # The list, and beginning one
    path("covenants/", drafting.covenants, name="covenants"),
    path("covenants/export.<str:file_format>", drafting.covenants_export, name="covenants_export"),
    path("covenants/new/", drafting.covenant_new, name="covenant_new"),
    # What both sides promised
    path("covenants/commitments/", commitments.commitments, name="commitments"),
    path("covenants/commitments/export.<str:file_format>", commitments.commitments_export, name="commitments_export"),
    # For everybody who holds a document
    path("covenants/check/", documents.covenant_check, name="covenant_check"),
    # What to look at together: the library, and what it shows while one chooses
    path("covenants/indicators/", blueprints.blueprints, name="blueprints"),
    path("covenants/indicators/new/<slug:kind>/", blueprints.blueprint_new, name="blueprint_new"),
    path("covenants/indicators/example/", blueprints.indicator_example, name="indicator_example"),
    path("covenants/indicators/<slug:slug>/", blueprints.blueprint_edit, name="blueprint_edit"),
    # Stories of change, as panels chose them
    path("covenants/stories/", stories.stories, name="stories"),
    path("covenants/stories/choose/<slug:panel>/", stories.stories_to_choose, name="stories_to_choose"),
    path("covenants/stories/choices/<int:pk>/remove/", stories.story_choice_remove, name="story_choice_remove"),
    path("covenants/stories/<int:pk>/", stories.story, name="story"),
    path("covenants/stories/<int:pk>/choose/<slug:panel>/", stories.story_choose, name="story_choose"),
    # What partners say of the city together, and the mirror of the staff
    path("covenants/ratings/", ratings.city_ratings, name="city_ratings"),
    path("covenants/mirror/", mirrors.mirrors, name="mirrors"),
    path("covenants/mirror/<slug:slug>/new/", mirrors.mirror_new, name="mirror_new"),
    path("covenants/mirror/<int:pk>/", mirrors.mirror_edit, name="mirror_edit"),
    path("covenants/mirror/<int:pk>/remove/", mirrors.mirror_remove, name="mirror_remove"),
    # One covenant, drawn up in turns
    path("covenants/<slug:slug>/", covenants.covenant, name="covenant"),
    path("covenants/<slug:slug>/edit/", drafting.covenant_edit, name="covenant_edit"),
    path("covenants/<slug:slug>/step/<slug:step>/", covenant_steps.covenant_step, name="covenant_step"),
    path("covenants/<slug:slug>/story/", covenants.covenant_story, name="covenant_story"),
    path("covenants/<slug:slug>/remarks/<int:pk>/settle/", remarks.remark_settle, name="remark_settle"),
    path("covenants/<slug:slug>/remarks/<slug:part>/", remarks.remark_new, name="remark_new"),
    path("covenants/<slug:slug>/remarks/<slug:part>/<int:article>/", remarks.remark_new, name="remark_new"),
    # Changing what both signed, and what comes after
    path("covenants/<slug:slug>/amend/", amending.covenant_amend, name="covenant_amend"),
    path("covenants/<slug:slug>/follow/", amending.covenant_follow, name="covenant_follow"),
    path("covenants/<slug:slug>/difference/", amending.covenant_difference, name="covenant_difference"),
    # Its text as a document, and signing that
    path("covenants/<slug:slug>/draft.pdf", documents.covenant_draft_pdf, name="covenant_draft_pdf"),
    path("covenants/<slug:slug>/document/<int:pk>/", documents.covenant_document, name="covenant_document"),
    path("covenants/<slug:slug>/sign/", signing.covenant_sign, name="covenant_sign"),
    # The parts of a draft
    path("covenants/<slug:slug>/hours/", parts.covenant_hours, name="covenant_hours"),
    path("covenants/<slug:slug>/hours/<slug:area>/", parts.covenant_hours, name="covenant_hours"),
    path("covenants/<slug:slug>/budget/", parts.covenant_budget, name="covenant_budget"),
    path("covenants/<slug:slug>/schedule/", parts.covenant_schedule, name="covenant_schedule"),
    path("covenants/<slug:slug>/articles/new/", pieces.article_new, name="article_new"),
    path("covenants/<slug:slug>/articles/<int:pk>/", pieces.article_edit, name="article_edit"),
    path("covenants/<slug:slug>/articles/<int:pk>/remove/", pieces.article_remove, name="article_remove"),
    path("covenants/<slug:slug>/commitments/new/", pieces.commitment_new, name="commitment_new"),
    path("covenants/<slug:slug>/commitments/<int:pk>/", pieces.commitment_edit, name="commitment_edit"),
    path("covenants/<slug:slug>/commitments/<int:pk>/remove/", pieces.commitment_remove, name="commitment_remove"),
    path("covenants/<slug:slug>/commitments/<int:pk>/state/", commitments.commitment_state, name="commitment_state"),
    # What both sides look at together
    path("covenants/<slug:slug>/indicators/new/", indicators.indicator_new, name="indicator_new"),
    path(
        "covenants/<slug:slug>/indicators/new/from/<slug:blueprint>/", indicators.indicator_from, name="indicator_from"
    ),
    path("covenants/<slug:slug>/indicators/new/<slug:kind>/", indicators.indicator_own, name="indicator_own"),
    path("covenants/<slug:slug>/indicators/<int:pk>/", indicators.indicator_edit, name="indicator_edit"),
    path("covenants/<slug:slug>/indicators/<int:pk>/remove/", indicators.indicator_remove, name="indicator_remove"),
    # The report of one's own side
    path("covenants/<slug:slug>/periods/<int:pk>/report/", reports.report, name="report"),
    path("covenants/<slug:slug>/periods/<int:pk>/report/send/", reports.report_submit, name="report_submit"),
    path("covenants/<slug:slug>/periods/<int:pk>/report/correct/", reports.report_correct, name="report_correct"),
    path(
        "covenants/<slug:slug>/periods/<int:pk>/report/sheet.<str:file_format>",
        report_sheets.report_sheet,
        name="report_sheet",
    ),
    path("covenants/<slug:slug>/periods/<int:pk>/report/sheet/", report_sheets.report_sheet_in, name="report_sheet_in"),
    path("covenants/<slug:slug>/periods/<int:pk>/report/files/", report_files.attachment_new, name="attachment_new"),
    path("covenants/<slug:slug>/files/<int:pk>/", report_files.attachment, name="attachment"),
    path("covenants/<slug:slug>/files/<int:pk>/remove/", report_files.attachment_remove, name="attachment_remove"),
    path("covenants/<slug:slug>/periods/<int:pk>/report/story/", report_stories.story_new, name="story_new"),
    path("covenants/<slug:slug>/stories/<int:pk>/edit/", report_stories.story_edit, name="story_edit"),
    path("covenants/<slug:slug>/stories/<int:pk>/remove/", report_stories.story_remove, name="story_remove"),
    path("covenants/<slug:slug>/periods/<int:pk>/rating/", report_ratings.city_rating, name="city_rating"),
    # Both reports beside each other, and the talk
    path("covenants/<slug:slug>/periods/<int:pk>/", periods.covenant_period, name="covenant_period"),
    path("covenants/<slug:slug>/periods/<int:pk>/step/<slug:step>/", periods.period_step, name="period_step"),
    path("covenants/<slug:slug>/periods/<int:pk>/agreements/new/", agreements.agreement_new, name="agreement_new"),
    path(
        "covenants/<slug:slug>/periods/<int:pk>/agreements/<int:agreement>/",
        agreements.agreement_edit,
        name="agreement_edit",
    ),
    path(
        "covenants/<slug:slug>/periods/<int:pk>/agreements/<int:agreement>/remove/",
        agreements.agreement_remove,
        name="agreement_remove",
    ),
]
