"""The screens of webhooks in the administration."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic.base import View
from wagtail.admin.ui.components import Component
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views.generic import CreateView, IndexView, InspectView
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.log_actions import log
from wagtail.permissions import policy_registry

from api.webhooks import outbox
from api.webhooks.enums import State
from api.webhooks.models import Webhook
from api.webhooks.tasks import deliver_soon

A_PAGE = 50  # deliveries
SECRET = "webhook_secret"  # noqa: S105  the name in the session under which a new one waits to be shown once


def show_once(request: HttpRequest, webhook: Webhook) -> None:
    """Have the secret shown on the next screen of the webhook, and never again."""
    request.session[SECRET] = [webhook.pk, webhook.secret]


class WebhooksView(IndexView):
    """All webhooks, with how they fare; the name leads to what was sent."""

    def get_inspect_url(self, instance: Webhook) -> str:
        """Return where its deliveries are."""
        return reverse(self.inspect_url_name, args=[instance.pk])

    @property
    def columns(self) -> list[Column]:
        """Return what the list shows."""
        return [
            TitleColumn("name", label=_("Name"), get_url=self.get_inspect_url, sort_key="name"),
            Column("address", label=_("Address")),
            Column("state", label=_("State"), accessor=lambda webhook: webhook.state),
            DateColumn("delivered_at", label=capfirst(_("last delivery"))),
            DateColumn("failing_since", label=capfirst(_("failing since"))),
        ]


class WebhookCreateView(CreateView):
    """Adds a webhook, and then shows its secret."""

    def get_success_url(self) -> str:
        """Return where the secret is shown."""
        show_once(self.request, self.object)
        return reverse("webhook:inspect", args=[self.object.pk])


class DeliveriesView(InspectView):
    """A webhook with what was sent and what came of it."""

    page_title = gettext_lazy("Deliveries")
    template_name = "webhooks/deliveries.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add a new secret, once, and a part of the deliveries."""
        context: dict[str, Any] = super().get_context_data(**kwargs)
        key, secret = self.request.session.get(SECRET, [None, ""])
        if key == self.object.pk:
            del self.request.session[SECRET]
        deliveries = self.object.deliveries.select_related("change").prefetch_related("attempts")
        state = self.request.GET.get("state", "")
        part = deliveries.filter(state=state) if state in State.values else deliveries
        page = Paginator(part, A_PAGE).get_page(self.request.GET.get("p"))
        return context | {
            "secret": secret if key == self.object.pk else "",
            "deliveries": page,
            "elided_page_range": page.paginator.get_elided_page_range(page.number),
            "state": state,
            "states": State.choices,
            "failed": self.object.deliveries.filter(change__isnull=False, state=State.FAILED).count(),
            "may_change": self.user_has_permission("change"),
        }


class ActionView(PermissionCheckedMixin, View):
    """Does one thing to a webhook, for who may change webhooks, and leads back to its deliveries."""

    http_method_names = ["post"]
    permission_required = "change"
    model = Webhook

    def act(self, request: HttpRequest, webhook: Webhook, delivery: int | None) -> str:
        """Do it, and return what is said of it: each address has its own."""
        raise NotImplementedError

    @property
    def permission_policy(self) -> Any:
        """Return who may do what to webhooks."""
        return policy_registry.get_by_type(Webhook)

    def post(self, request: HttpRequest, pk: int, delivery: int | None = None) -> HttpResponse:
        """Do it and say so."""
        messages.success(request, self.act(request, get_object_or_404(Webhook, pk=pk), delivery))
        return redirect("webhook:inspect", pk)


def send_test(_request: HttpRequest, webhook: Webhook, _delivery: int | None) -> str:
    """Send a test."""
    outbox.write_test(webhook)
    deliver_soon([webhook.pk])
    return _("A test is on its way. Load this page again in a moment to see what came of it.")


def send_again(_request: HttpRequest, webhook: Webhook, delivery: int | None) -> str:
    """Send one delivery again, or all that have failed."""
    asked = webhook.deliveries.filter(change__isnull=False)
    number = outbox.send_again(asked.filter(pk=delivery) if delivery else asked.filter(state=State.FAILED))
    deliver_soon([webhook.pk])
    said = ngettext("%(number)s message is sent again.", "%(number)s messages are sent again.", number)
    return said % {"number": number}


def renew_secret(request: HttpRequest, webhook: Webhook, _delivery: int | None) -> str:
    """Take a new secret and show it."""
    webhook.renew_secret()
    log(webhook, "wagtail.edit", user=request.user)
    show_once(request, webhook)
    return _("The webhook has a new secret. For a day messages are signed with the former one too.")


def switch(request: HttpRequest, webhook: Webhook, _delivery: int | None) -> str:
    """Turn it off where it is on, else on."""
    log(webhook, "wagtail.edit", user=request.user)
    if webhook.is_active:
        outbox.switch_off(webhook)
        return _("The webhook is off. What happens until it is on again is not sent.")
    outbox.switch_on(webhook)
    deliver_soon([webhook.pk])
    return _("The webhook is on.")


class TurnedOffPanel(Component):
    """Tells who may change webhooks, on the first page of the administration, which were turned off by failures."""

    name = "webhooks"
    template_name = "webhooks/turned_off_panel.html"
    order = 40

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        """Return these webhooks."""
        user = parent_context["request"].user
        may_change = policy_registry.get_by_type(Webhook).user_has_permission(user, "change")
        off = Webhook.objects.filter(is_active=False).exclude(off_reason="")
        return {"webhooks": off if may_change else []}
