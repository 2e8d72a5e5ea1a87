"""Files in the API of the administration: those that the choosers show."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from wagtail.documents.api.admin.views import DocumentsAdminAPIViewSet
from wagtail.images.api.admin.views import ImagesAdminAPIViewSet
from wagtail.permissions import policy_registry


class WithinReach:
    """Leaves out the files that the user may neither choose nor change."""

    request: Any

    def get_queryset(self) -> QuerySet[Any, Any]:
        """Return the files that were asked for and that the user may have."""
        view: Any = super()
        files: QuerySet[Any, Any] = view.get_queryset()
        policy = policy_registry.get_by_type(files.model)
        allowed = policy.instances_user_has_any_permission_for(self.request.user, ["choose", "change", "delete"])
        return files.filter(pk__in=allowed.order_by().values("pk"))


class DocumentsView(WithinReach, DocumentsAdminAPIViewSet):
    """Documents."""


class ImagesView(WithinReach, ImagesAdminAPIViewSet):
    """Pictures."""
