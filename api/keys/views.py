"""Keys in the administration. A key is shown once, when it is made; none is ever deleted."""

from __future__ import annotations

from functools import cached_property
from typing import Any, ClassVar

from django.contrib.admin.utils import label_for_field
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext
from wagtail.admin import messages
from wagtail.admin.ui.tables import Column, StatusTagColumn, UserColumn
from wagtail.admin.views import generic
from wagtail.admin.widgets.button import Button
from wagtail.log_actions import log

from api.keys.format import SHOWN, digest_of, make_key
from api.models import ApiKey, KeyState
from cms.formats import day, number

REVOKED = "api.revoke_key"  # as the history has it
REVOKE = gettext_lazy("Revoke key")


def label(name: str) -> Any:
    """Return what a field of a key is called at the head of a column."""
    name_of_field: Any = label_for_field(name, ApiKey)  # lazy, whatever the stubs say
    return capfirst(name_of_field)


def last_use(key: ApiKey) -> str:
    """Return the day on which a key was last used."""
    return day(timezone.localdate(key.last_used_at)) if key.last_used_at else pgettext("last used", "never")


class KeyIndexView(generic.IndexView):
    """Lists all keys, also those that were revoked."""

    revoke_url_name = ""
    list_display: ClassVar[list[Any]] = [
        "name",
        Column("beginning", label=label("beginning")),
        UserColumn("created_by", label=label("created_by")),
        Column(
            "created_at",
            label=label("created_at"),
            accessor=lambda key: day(timezone.localdate(key.created_at)),
            sort_key="created_at",
        ),
        Column(
            "expires_on",
            label=label("expires_on"),
            accessor=lambda key: day(key.expires_on),
            sort_key="expires_on",
        ),
        Column("last_used_at", label=label("last_used_at"), accessor=last_use, sort_key="last_used_at"),
        StatusTagColumn(
            "state",
            label=gettext_lazy("State"),
            accessor=lambda key: key.state.label,
            primary=lambda key: key.state == KeyState.VALID,
        ),
    ]

    def get_base_queryset(self) -> Any:
        """Return the keys with who made them."""
        return super().get_base_queryset().select_related("created_by")

    def get_edit_url(self, instance: ApiKey) -> str | None:
        """Return where a key is changed; one that was revoked stays as it is."""
        address: str | None = None if instance.revoked_at else super().get_edit_url(instance)
        return address

    def get_list_more_buttons(self, instance: ApiKey) -> list[Any]:
        """Offer to revoke what can be changed."""
        buttons: list[Any] = super().get_list_more_buttons(instance)
        if self.get_edit_url(instance):
            address = reverse(self.revoke_url_name, args=[instance.pk])
            buttons.append(Button(REVOKE, url=address, icon_name="no-view", priority=30))
        return buttons


class KeyCreateView(generic.CreateView):
    """Makes a key, and answers with the key itself: it is shown here and never again."""

    def save_instance(self) -> ApiKey:
        """Make the key; the database gets what it is known by."""
        self.key = make_key()
        row: ApiKey = self.form.instance
        row.digest, row.beginning, row.created_by = digest_of(self.key), self.key[:SHOWN], self.request.user
        made: ApiKey = super().save_instance()
        return made

    def save_action(self) -> HttpResponse:
        """Show the key. No redirect: it would have to lie somewhere until the next request."""
        title = _("Key made: %(name)s") % {"name": self.object.name}
        context = self.get_context_data()
        context["breadcrumbs_items"][-1]["label"] = title
        context |= {"header_title": title, "key": self.key, "row": self.object, "index_url": self.get_success_url()}
        answer = TemplateResponse(self.request, "api/keys/made.html", context)
        answer.headers["Cache-Control"] = "no-store"
        return answer


class KeyEditView(generic.EditView):
    """Renames a key, extends it, changes its limit."""

    can_delete = False
    revoke_url_name = ""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show the form."""
        return self._kept_as_it_is() or super().get(request, *args, **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Take what was changed."""
        return self._kept_as_it_is() or super().post(request, *args, **kwargs)

    def _kept_as_it_is(self) -> HttpResponse | None:
        if not self.get_object().revoked_at:
            return None
        messages.warning(self.request, _("This key was revoked. It can be looked at, but not changed."))
        return redirect(self.inspect_url_name, self.object_pk)

    @cached_property
    def header_more_buttons(self) -> list[Button]:
        """Offer to revoke the key."""
        address = reverse(self.revoke_url_name, args=[self.object.pk])
        return [*super().header_more_buttons, Button(REVOKE, url=address, icon_name="no-view", priority=20)]


class KeyRevokeView(generic.DeleteView):
    """Asks whether a key is to be revoked, and does so: for good, while its row stays."""

    permission_required = "change"
    template_name = "api/keys/revoke.html"
    page_title = REVOKE
    success_message = gettext_lazy("The key “%(object)s” was revoked.")

    def delete_action(self) -> None:
        """Revoke the key and note who did; one that is revoked stays as it was."""
        with transaction.atomic():
            if ApiKey.objects.filter(pk=self.object.pk, revoked_at=None).update(revoked_at=timezone.now()):
                log(instance=self.object, action=REVOKED, user=self.request.user)


class KeyInspectView(generic.InspectView):
    """Shows a key that is not to be changed."""

    revoke_url_name = ""
    fields: ClassVar[list[str]] = [
        "state", "revoked_at", "expires_on", "last_used_at", "limit", "contact", "beginning", "created_by",
        "created_at",
    ]  # fmt: skip
    labels: ClassVar[dict[str, Any]] = {
        "state": gettext_lazy("State"),
        "limit": label("requests_a_minute"),
    }

    def get_fields(self) -> list[str]:
        """Return what is shown."""
        return [name for name in self.fields if name != "revoked_at" or self.get_object().revoked_at]

    def get_field_label(self, field_name: str, field: Any) -> str:
        """Return what a value is called."""
        return str(self.labels.get(field_name) or super().get_field_label(field_name, field))

    def get_field_display_value(self, field_name: str, field: Any) -> Any:
        """Return a value in words."""
        key: ApiKey = self.object
        words = {
            "state": lambda: key.state.label,
            "limit": lambda: number(key.limit),
            "expires_on": lambda: day(key.expires_on),
            "created_at": lambda: day(timezone.localdate(key.created_at)),
            "last_used_at": lambda: last_use(key),
            "revoked_at": lambda: day(timezone.localdate(key.revoked_at)) if key.revoked_at else "",
            "created_by": lambda: key.created_by or "–",
            "contact": lambda: key.contact or "–",
        }
        return words[field_name]() if field_name in words else super().get_field_display_value(field_name, field)

    def get_edit_url(self) -> str | None:
        """Return where the key is changed."""
        address: str | None = None if self.object.revoked_at else super().get_edit_url()
        return address

    def get_delete_url(self) -> None:
        """Offer no deletion."""
