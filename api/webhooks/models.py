"""Webhooks, what is to be sent to them (the outbox), and each attempt to send it (the log)."""

from __future__ import annotations

from datetime import datetime
from typing import Any, ClassVar
from uuid import uuid4

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from api.webhooks.enums import Fault, OffReason, State
from api.webhooks.networks import LONGEST_ADDRESS, check_address
from api.webhooks.signing import FORMER_VALID, new_secret
from cms.models import EVERY_LANGUAGE, PublicChange


class Webhook(models.Model):
    """An address that is told of changes.

    Empty `languages`, `types` and `events` mean all of them. `failures` counts those since the last success;
    `rests_until` is when a receiver that was away is asked again. Who delivers holds `claimed_until`, so that nobody
    else does. The former secret signs too until `former_secret_until`. Secrets are kept as they are, since signing
    needs them.
    """

    name = models.CharField(_("name"), max_length=100, unique=True)
    address = models.CharField(_("address"), max_length=LONGEST_ADDRESS)
    types = models.JSONField[list[str], list[str]](_("types of items"), default=list, blank=True)
    languages = models.JSONField[list[str], list[str]](_("languages"), default=list, blank=True)
    events = models.JSONField[list[str], list[str]](_("events"), default=list, blank=True)
    is_active = models.BooleanField(_("on"), default=True)
    off_reason = models.CharField(max_length=10, choices=OffReason.choices, blank=True, editable=False)
    secret = models.CharField(max_length=100, editable=False)
    former_secret = models.CharField(max_length=100, blank=True, editable=False)
    former_secret_until = models.DateTimeField(null=True, editable=False)
    failures = models.PositiveIntegerField(default=0, editable=False)
    failing_since = models.DateTimeField(_("failing since"), null=True, editable=False)
    delivered_at = models.DateTimeField(_("last delivery"), null=True, editable=False)
    rests_until = models.DateTimeField(null=True, editable=False)
    claimed_until = models.DateTimeField(null=True, editable=False)

    class Meta:
        ordering = ("name",)
        verbose_name = _("webhook")
        verbose_name_plural = _("webhooks")

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """Raise ValidationError where the address is none that messages can be sent to."""
        super().clean()
        try:
            check_address(self.address)
        except ValidationError as error:
            raise ValidationError({"address": error}) from error

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save it, with a secret."""
        self.secret = self.secret or new_secret()
        super().save(*args, **kwargs)

    def renew_secret(self) -> None:
        """Take a new secret; the one before signs too for a day."""
        self.former_secret, self.former_secret_until = self.secret, timezone.now() + FORMER_VALID
        self.secret = new_secret()
        self.save(update_fields=["secret", "former_secret", "former_secret_until"])

    @property
    def state(self) -> str:
        """Return how it fares, in words."""
        if self.is_active:
            return gettext("On, but failing") if self.failing_since else gettext("On")
        return f"{gettext('Off')}: {self.get_off_reason_display()}" if self.off_reason else gettext("Off")

    def wants(self, change: PublicChange) -> bool:
        """Tell whether a change is of a type, a language and an event that the webhook asked for."""
        asked = ((self.types, change.type), (self.languages, change.language), (self.events, change.event))
        return all(value in (*wanted, EVERY_LANGUAGE) for wanted, value in asked if wanted)

    def secrets(self, now: datetime) -> list[str]:
        """Return the secrets that sign at a time, the newest first."""
        is_former_valid = self.former_secret_until is not None and self.former_secret_until > now
        return [self.secret, self.former_secret] if is_former_valid else [self.secret]


class Delivery(models.Model):
    """A message for one webhook: a change, or a test where there is none. Its identifier is the same in all attempts.

    What somebody `is_asked_for` goes out even where the webhook is off or its receiver rests.
    """

    webhook = models.ForeignKey(Webhook, on_delete=models.CASCADE, related_name="deliveries")
    change = models.ForeignKey(PublicChange, on_delete=models.CASCADE, null=True, related_name="+")
    identifier = models.UUIDField(default=uuid4, unique=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    created_at = models.DateTimeField(default=timezone.now, db_index=True)
    due_at = models.DateTimeField(default=timezone.now)
    attempted = models.PositiveSmallIntegerField(default=0)
    is_asked_for = models.BooleanField(default=False)

    class Meta:
        ordering = ("-pk",)
        indexes: ClassVar[list[Any]] = [
            models.Index(fields=["webhook", "due_at"], name="waiting_delivery", condition=models.Q(state="waiting")),
        ]

    def __str__(self) -> str:
        return self.message_id

    @property
    def message_id(self) -> str:
        """Return the identifier that the receiver sees."""
        return f"msg_{self.identifier.hex}"

    @property
    def is_test(self) -> bool:
        """Tell whether it is a test."""
        return self.change_id is None


class Attempt(models.Model):
    """One attempt to deliver: the status that was answered or why there was none, how long it took, how it began."""

    delivery = models.ForeignKey(Delivery, on_delete=models.CASCADE, related_name="attempts")
    at = models.DateTimeField(default=timezone.now)
    status = models.PositiveSmallIntegerField(null=True)
    fault = models.CharField(max_length=20, choices=Fault.choices, blank=True)
    milliseconds = models.PositiveIntegerField()
    answer = models.TextField(blank=True)

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M:%S} {self.status or self.fault}"
