from allauth.usersessions.models import UserSession
from django.core.management.base import BaseCommand


class Command(BaseCommand):
    help = "Forget the devices on which nobody is signed in any more, with their addresses. Run it once a day."

    def handle(self, *args, **options) -> None:
        forgotten = sum(session.purge() for session in UserSession.objects.iterator())
        self.stdout.write(f"{forgotten} devices forgotten")
