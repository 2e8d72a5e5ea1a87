"""The words of webhooks."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class OffReason(models.TextChoices):
    """Why a webhook was turned off by the library; empty where somebody did it."""

    FAILING = "failing", _("Nothing could be delivered for a day.")
    GONE = "gone", _("The receiver answered that it wants no more (410).")


class State(models.TextChoices):
    """What became of a delivery."""

    WAITING = "waiting", _("Waiting")
    DELIVERED = "delivered", _("Delivered")
    FAILED = "failed", _("Failed")
    DROPPED = "dropped", _("Not sent: no longer public")


class Fault(models.TextChoices):
    """Why there was no answer."""

    UNKNOWN_HOST = "unknown_host", _("The name of the server is not known.")
    REFUSED_ADDRESS = "refused_address", _("The address leads into a network into which webhooks may not go.")
    CONNECTION = "connection", _("The server could not be reached.")
    CERTIFICATE = "certificate", _("The server’s certificate is not valid.")
    TIMEOUT = "timeout", _("The server took too long.")
    NOT_HTTP = "not_http", _("What the server answered is not HTTP.")
