"""Keys that end soon, on the first page of the administration."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.urls import reverse
from django.utils import timezone
from wagtail.admin.ui.components import Component
from wagtail.permissions import policy_registry

from api.models import ApiKey

TOLD_BEFORE = timedelta(days=30)
TOLD_AFTER = timedelta(days=30)


class EndingKeysPanel(Component):
    """Names the keys that end soon or have just ended, to whoever may extend them."""

    name = "ending_keys"
    template_name = "api/keys/ending_panel.html"
    order = 60

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        """Return the keys, those that end first before the others; none for who may not change them."""
        policy = policy_registry.get_by_type(ApiKey)
        if not policy.user_has_permission(parent_context["request"].user, "change"):
            return {"keys": []}
        today = timezone.localdate()
        ending = ApiKey.objects.filter(
            revoked_at=None, expires_on__range=(today - TOLD_AFTER, today + TOLD_BEFORE)
        ).order_by("expires_on", "pk")
        return {"keys": [(key, reverse("api_keys:edit", args=[key.pk]), key.expires_on < today) for key in ending]}
