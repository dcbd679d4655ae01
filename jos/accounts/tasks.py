"""Mails about accounts that leave through the queue."""

from django_tasks import task

from jos.accounts.models import User
from jos.shared.mail import mail


@task()
def mail_second_step_removed(user_id: int) -> None:
    """Whoever did not ask for it must hear of it."""
    user = User.objects.get(pk=user_id)
    mail("second_step_removed", [user.email], {"user": user})
