from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models, transaction
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from jos.accounts.enums import Role
from jos.shared.history import History
from jos.shared.models import SavedBySomebody


class UserQuerySet(models.QuerySet["User"]):
    def called(self, text: str):
        """Those whose name or e-mail address holds this."""
        return self.filter(models.Q(name__icontains=text) | models.Q(email__icontains=text))

    def of_the_city(self):
        return self.filter(is_active=True).exclude(role="")

    def of_partners(self):
        return self.filter(is_active=True, role="")

    def closed(self):
        return self.filter(is_active=False)

    def with_second_step(self):
        """Says of each whether they have one, as `has_second_step`."""
        factors = Authenticator.objects.exclude(type=Authenticator.Type.RECOVERY_CODES)
        return self.annotate(has_second_step=models.Exists(factors.filter(user=models.OuterRef("pk"))))


class UserManager(BaseUserManager["User"]):
    @transaction.atomic
    def create_user(
        self, email: str, name: str, password: str | None = None, role: str = "", by: "User | None" = None
    ) -> "User":
        """An account. Its address counts as verified: whoever makes one knows it, or mailed an invitation to it."""
        user = self.model(email=self.normalize_email(email).lower(), name=name, role=role)
        user.set_password(password)
        user.save_by(by)
        EmailAddress.objects.create(user=user, email=user.email, primary=True, verified=True)
        return user

    def create_superuser(self, email: str, name: str, password: str | None = None) -> "User":
        return self.create_user(email, name, password, role=Role.ADMINISTRATOR)

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(email__iexact=username)


class User(SavedBySomebody, AbstractBaseUser):
    """Somebody who signs in: city people with a role, partner people through their memberships."""

    email = models.EmailField(_("e-mail address"), unique=True)
    name = models.CharField(_("name"), max_length=100)
    role = models.CharField(_("role for the city"), max_length=20, choices=Role, blank=True)
    is_active = models.BooleanField(_("active"), default=True)
    date_joined = models.DateTimeField(_("since"), auto_now_add=True)

    history = History(excluded_fields=["password", "last_login"])
    objects = UserManager.from_queryset(UserQuerySet)()

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    class Meta:
        verbose_name = _("user")
        verbose_name_plural = _("users")
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                Lower("email"),
                name="accounts_user_email_once",
                violation_error_message=_("Somebody with this e-mail address already has an account."),
            ),
            models.CheckConstraint(condition=models.Q(role__in=["", *Role.values]), name="accounts_user_role_is_known"),
        ]

    def __str__(self) -> str:
        return self.name

    def get_full_name(self) -> str:
        return self.name

    def get_short_name(self) -> str:
        return self.name.split()[0] if self.name else self.email

    # Django's admin asks these. Only administrators come there, and they may do everything in it.

    @property
    def is_staff(self) -> bool:
        return self.role == Role.ADMINISTRATOR

    @property
    def is_superuser(self) -> bool:
        return self.role == Role.ADMINISTRATOR

    def has_perm(self, perm: str, obj: object = None) -> bool:
        return self.is_active and self.is_superuser

    def has_perms(self, perm_list, obj: object = None) -> bool:
        return self.is_active and self.is_superuser

    def has_module_perms(self, app_label: str) -> bool:
        return self.is_active and self.is_superuser
