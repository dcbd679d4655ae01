from django.urls import URLPattern, path

from signals.views import about, following
from signals.views import dossier_actions, dossier_mergers, dossier_steps, dossiers, groups, phone, sending

urlpatterns: list[URLPattern] = [
    # Sending, without an account
    path("signal/", sending.signal_send, name="signal_send"),
    # Following with a code, help, and who sees what
    path("signal/follow/", following.signal_follow, name="signal_follow"),
    path("signal/help/", about.signal_help, name="signal_help"),
    path("signal/who-sees-what/", about.who_sees_what, name="who_sees_what"),
    # For a group, by a worker; and the page that keeps drafts on a phone
    path("signals/group/", groups.group_new, name="group_new"),
    path("signals/group/sent/", groups.group_signals, name="group_signals"),
    path("signals/group/phone/", phone.group_phone, name="group_phone"),
    path("signals/group/manifest.webmanifest", phone.group_manifest, name="group_manifest"),
    path("signals/group/worker.js", phone.group_worker, name="group_worker"),
    path("signals/group/send/", phone.group_send, name="group_send"),
    path("signals/group/<str:reference>/", groups.group_signal, name="group_signal"),
    path("signals/group/<str:reference>/aloud/", groups.group_aloud, name="group_aloud"),
    path("signals/group/<str:reference>/reply/", groups.group_reply, name="group_reply"),
    path("signals/group/<str:reference>/changed/", groups.group_changed, name="group_changed"),
    # The inbox, and what becomes of each signal
    path("signals/", inbox.inbox, name="inbox"),
    path("signals/export.<str:file_format>", inbox.inbox_export, name="inbox_export"),
    path("signals/bundle/", bundling.signals_bundle, name="signals_bundle"),
    path("signals/replies/", replies.standard_replies, name="standard_replies"),
    path("signals/replies/new/", replies.standard_reply_new, name="standard_reply_new"),
    path("signals/replies/<int:pk>/", replies.standard_reply_edit, name="standard_reply_edit"),
    path("signals/replies/<int:pk>/remove/", replies.standard_reply_remove, name="standard_reply_remove"),
    path("signals/themes/", themes.themes, name="themes"),
    path("signals/themes/new/", themes.theme_new, name="theme_new"),
    path("signals/themes/<slug:slug>/", themes.theme_edit, name="theme_edit"),
    path("signals/<slug:reference>/", signals.signal, name="signal"),
    path("signals/<slug:reference>/photo/", signals.signal_photo, name="signal_photo"),
    path("signals/<slug:reference>/story/", signals.signal_story, name="signal_story"),
    path("signals/<slug:reference>/correct/", triage.signal_correct, name="signal_correct"),
    path("signals/<slug:reference>/redact/", redacting.signal_redact, name="signal_redact"),
    path("signals/<slug:reference>/step/<slug:step>/", triage.signal_step, name="signal_step"),
    # Dossiers: what many say, who acts on it, and the answer
    path("dossiers/", dossiers.dossiers, name="dossiers"),
    path("dossiers/export.<str:file_format>", dossiers.dossiers_export, name="dossiers_export"),
    path("dossiers/new/", dossiers.dossier_new, name="dossier_new"),
    path("dossiers/<slug:slug>/", dossiers.dossier, name="dossier"),
    path("dossiers/<slug:slug>/edit/", dossiers.dossier_edit, name="dossier_edit"),
    path("dossiers/<slug:slug>/story/", dossiers.dossier_story, name="dossier_story"),
    path("dossiers/<slug:slug>/step/<slug:step>/", dossier_steps.dossier_step, name="dossier_step"),
    path("dossiers/<slug:slug>/merge/", dossier_mergers.dossier_merge, name="dossier_merge"),
    path("dossiers/<slug:slug>/split/", dossier_mergers.dossier_split, name="dossier_split"),
    path("dossiers/<slug:slug>/actions/new/", dossier_actions.dossier_action_new, name="dossier_action_new"),
    path("dossiers/<slug:slug>/actions/<int:pk>/", dossier_actions.dossier_action_edit, name="dossier_action_edit"),
    # Prioritising rounds
    path("rounds/", rounds.rounds, name="rounds"),
    path("rounds/new/", rounds.round_new, name="round_new"),
    path("rounds/<slug:slug>/", rounds.round, name="round"),
    path("rounds/<slug:slug>/edit/", rounds.round_edit, name="round_edit"),
    path("rounds/<slug:slug>/story/", rounds.round_story, name="round_story"),
    path("rounds/<slug:slug>/export.<str:file_format>", rounds.round_export, name="round_export"),
    path("rounds/<slug:slug>/spread/", spreads.round_spread, name="round_spread"),
    path("rounds/<slug:slug>/spread/<slug:organisation>/", spreads.round_spread, name="round_spread"),
    path("rounds/<slug:slug>/decide/", round_steps.round_decide, name="round_decide"),
    path("rounds/<slug:slug>/publish/", round_steps.round_publish, name="round_publish"),
    # You said, we did: for everybody
    path("said-and-done/", said.said_and_done, name="said_and_done"),
    path("said-and-done/feed.rss", said.feed_rss, name="said_feed_rss"),
    path("said-and-done/feed.atom", said.feed_atom, name="said_feed_atom"),
    path("said-and-done/dossier/<slug:slug>/", said.said, name="said"),
    path("said-and-done/round/<slug:slug>/", said.said_round, name="said_round"),
    path("said-and-done/<slug:neighbourhood>/", said.said_here, name="said_here"),
    path("said-and-done/<slug:neighbourhood>/feed.rss", said.feed_rss, name="said_feed_rss"),
    path("said-and-done/<slug:neighbourhood>/feed.atom", said.feed_atom, name="said_feed_atom"),
]
