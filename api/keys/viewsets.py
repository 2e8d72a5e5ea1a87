"""The addresses of keys in the administration."""

from __future__ import annotations

from typing import Any, ClassVar

from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, ObjectList
from wagtail.admin.viewsets.model import ModelViewSet

from api.keys.forms import KeyForm
from api.keys.views import KeyCreateView, KeyEditView, KeyIndexView, KeyInspectView, KeyRevokeView
from api.models import ApiKey

NEVER = ("delete", "usage")  # what Wagtail would offer too


class KeyViewSet(ModelViewSet):
    """Keys of the API."""

    model = ApiKey
    name = "api_keys"
    url_prefix = "keys"
    icon = "key"
    menu_label = _("Keys")
    menu_hook = "register_api_menu_item"
    menu_order = 100
    index_view_class = KeyIndexView
    add_view_class = KeyCreateView
    edit_view_class = KeyEditView
    inspect_view_class = KeyInspectView
    inspect_view_enabled = True
    inspect_view_fields = KeyInspectView.fields
    copy_view_enabled = False
    add_to_reference_index = False
    list_display = KeyIndexView.list_display
    search_fields: ClassVar[list[str]] = ["name", "contact", "beginning"]
    ordering: ClassVar[list[str]] = ["-created_at"]
    edit_handler = ObjectList(
        [FieldPanel("name"), FieldPanel("contact"), FieldPanel("expires_on"), FieldPanel("requests_a_minute")],
        base_form_class=KeyForm,
    )

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        """Give the views the way to revoke a key in place of the one to delete it."""
        revoke = self.get_url_name("revoke")
        told: dict[str, Any] = super().get_common_view_kwargs(**kwargs)
        return told | {"revoke_url_name": revoke, "delete_url_name": None, "usage_url_name": None}

    @property
    def revoke_view(self) -> Any:
        """Asks whether a key is to be revoked."""
        return self.construct_view(KeyRevokeView, delete_url_name=self.get_url_name("revoke"))

    def get_urlpatterns(self) -> list[Any]:
        """Return the addresses."""
        kept = [pattern for pattern in super().get_urlpatterns() if pattern.name not in NEVER]
        return [*kept, path("revoke/<int:pk>/", self.revoke_view, name="revoke")]
