"""What the API keeps in the database."""

from __future__ import annotations

from datetime import date, datetime

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

MOST_REQUESTS = 1_000_000  # a minute, that a key may be allowed


class RequestCount(models.Model):
    """How many requests a client made in a minute, see `api.throttling`; the key does not tell which client.

    `minute` is counted from 1970.
    """

    key = models.CharField(max_length=64, primary_key=True)
    minute = models.PositiveBigIntegerField(db_index=True)
    count = models.PositiveBigIntegerField()

    def __str__(self) -> str:
        return f"{self.key[:8]}: {self.count}"


class KeyState(models.TextChoices):
    """Whether a key is accepted."""

    VALID = "valid", pgettext_lazy("state of a key", "valid")
    EXPIRED = "expired", pgettext_lazy("state of a key", "expired")
    REVOKED = "revoked", pgettext_lazy("state of a key", "revoked")


class ApiKey(models.Model):
    """A key of the API. The key itself is shown to who makes it, and kept nowhere: see `api.keys.format`.

    It is valid up to the end of `expires_on`. `last_used_at` is exact to an hour.
    """

    name = models.CharField(
        _("name"), max_length=100, help_text=_("Who uses the key and for what, such as “Website of the ministry”.")
    )
    contact = models.CharField(
        _("contact"),
        max_length=250,
        blank=True,
        help_text=_("Whom to tell before the key expires or is revoked: a name, an address, a telephone number."),
    )
    expires_on = models.DateField(_("valid until"), help_text=_("The last day on which the key is accepted."))
    requests_a_minute = models.PositiveIntegerField(
        _("requests a minute"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(MOST_REQUESTS)],
    )
    digest = models.CharField(max_length=64, unique=True, editable=False)
    beginning = models.CharField(_("beginning of the key"), max_length=20, editable=False)
    created_at = models.DateTimeField(_("made on"), default=timezone.now, editable=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("made by"),
        null=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    last_used_at = models.DateTimeField(_("last used"), null=True, editable=False)
    revoked_at = models.DateTimeField(_("revoked on"), null=True, editable=False)

    class Meta:
        # Keys are never deleted: what was revoked stays known.
        default_permissions = ("add", "change", "view")
        verbose_name = _("API key")
        verbose_name_plural = _("API keys")

    def __str__(self) -> str:
        return self.name

    @property
    def state(self) -> KeyState:
        """Return whether the key is accepted today."""
        return state_of(self.expires_on, self.revoked_at)

    @property
    def limit(self) -> int:
        """Return how many requests a minute it is allowed."""
        return limit_of(self.requests_a_minute)


def state_of(expires_on: date, revoked_at: datetime | None) -> KeyState:
    """Return whether a key is accepted today."""
    if revoked_at:
        return KeyState.REVOKED
    return KeyState.EXPIRED if expires_on < timezone.localdate() else KeyState.VALID


def limit_of(requests_a_minute: int | None) -> int:
    """Return how many requests a minute a key is allowed for which so many are set, or none."""
    return requests_a_minute or int(settings.API_KEY_REQUESTS_A_MINUTE)
