"""Webhooks in the administration."""

from __future__ import annotations

from typing import Any

from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.viewsets.model import ModelViewSet

from api.webhooks.forms import WebhookForm
from api.webhooks.models import Webhook
from api.webhooks.views import (
    ActionView,
    DeliveriesView,
    WebhookCreateView,
    WebhooksView,
    renew_secret,
    send_again,
    send_test,
    switch,
)


class WebhookViewSet(ModelViewSet):
    """Webhooks with their deliveries."""

    model = Webhook
    icon = "link-external"
    menu_label = _("Webhooks")
    menu_order = 200
    menu_hook = "register_api_menu_item"
    url_prefix = "webhooks"
    index_view_class = WebhooksView
    add_view_class = WebhookCreateView
    inspect_view_class = DeliveriesView
    inspect_view_enabled = True
    copy_view_enabled = False
    add_to_reference_index = False
    inspect_template_name = DeliveriesView.template_name

    def get_form_class(self, for_update: bool = False) -> Any:
        """Return the form of what somebody decides of a webhook."""
        return WebhookForm

    def get_urlpatterns(self) -> list[URLPattern]:
        """Add what can be done to a webhook."""
        return [
            *super().get_urlpatterns(),
            path("<int:pk>/test/", ActionView.as_view(act=send_test), name="test"),
            path("<int:pk>/again/", ActionView.as_view(act=send_again), name="all_again"),
            path("<int:pk>/again/<int:delivery>/", ActionView.as_view(act=send_again), name="again"),
            path("<int:pk>/secret/", ActionView.as_view(act=renew_secret), name="secret"),
            path("<int:pk>/switch/", ActionView.as_view(act=switch), name="switch"),
        ]
