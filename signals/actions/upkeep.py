"""Themes and standard replies, each change with who made it."""

from django.db import transaction

from jos.shared.saving import save_new, save_version
from signals.models import StandardReply, Theme


@transaction.atomic
def create_theme(*, theme: Theme, by) -> Theme:
    return save_new(theme, by=by, named=theme.name)[0]


@transaction.atomic
def change_theme(*, theme: Theme, version: int, by) -> Theme:
    """Terms that run already stay as they are; what is sensitive from now on is public from now on to nobody."""
    save_version(theme, version=version, by=by)
    return theme


@transaction.atomic
def create_standard_reply(*, reply: StandardReply, by) -> StandardReply:
    return save_new(reply, by=by)[0]


@transaction.atomic
def change_standard_reply(*, reply: StandardReply, version: int, by) -> StandardReply:
    save_version(reply, version=version, by=by)
    return reply


@transaction.atomic
def remove_standard_reply(*, reply: StandardReply, by) -> None:
    """What was said with it stays said."""
    reply.delete_by(by)
