"""Who may have a file: whoever may read or edit a page that shows it, and whom its collection lets through.

A role alone opens no file. Readers are let through by what pages show now; staff by what any version of a page
shows or showed, so that drafts, and what was taken out of a restricted page, stay with those who edit that page.
A file that no page ever showed belongs to its collection. docs/decisions/0004 tells why.
"""

from __future__ import annotations

from collections.abc import Collection as Several
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, ClassVar

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import BigIntegerField, Exists, Expression, OuterRef, Q, QuerySet
from django.db.models.functions import Cast
from django.http import HttpRequest
from wagtail.models import (
    CollectionViewRestriction,
    GroupApprovalTask,
    Page,
    PageViewRestriction,
    ReferenceIndex,
    WorkflowState,
)
from wagtail.permission_policies.collections import CollectionOwnershipPermissionPolicy
from wagtail.permissions import policy_registry

from cms.references import references_of_pages
from cms.visibility import in_restricted_collection, lets_through, public_pages

if TYPE_CHECKING:
    from cms.models.media import LibraryDocument, LibraryImage

EDITING = {"change", "publish", "lock", "unlock", "bulk_delete"}
PLACING = ["choose", "change", "delete"]  # one of these rights lets somebody put a file into a page

File = tuple[str, int]  # "document" or "picture", and its key


class ShownFile(models.Model):
    """A file that a page shows, or showed in some version; `is_current` where the stored page does."""

    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="+")
    document = models.ForeignKey("cms.LibraryDocument", null=True, on_delete=models.CASCADE, related_name="shown")
    picture = models.ForeignKey("cms.LibraryImage", null=True, on_delete=models.CASCADE, related_name="shown")
    is_current = models.BooleanField(default=False)

    wagtail_reference_index_ignore = True

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["page", "document"], name="a_document_once_a_page"),
            models.UniqueConstraint(fields=["page", "picture"], name="a_picture_once_a_page"),
        ]

    def __str__(self) -> str:
        return f"{self.page_id}: {self.file}"

    @property
    def file(self) -> File:
        """Return which file it is."""
        return ("document", self.document_id) if self.document_id else ("picture", self.picture_id or 0)


def keep_files_of(page: Any) -> None:
    """Keep which files a version of a page shows, before anybody looks at it."""
    _keep(page, set(places_of_files(page)), is_current=False)


def keep_files_of_stored(page: Any) -> None:
    """Keep which files the stored page shows, by the references that were just written."""
    kinds = _kinds()
    written = references_of_pages(*_files().values()).filter(object_id=str(page.pk))
    references = written.values_list("to_content_type", "row")
    _keep(page, {(kinds[kind], row) for kind, row in references}, is_current=True)


def places_of_files(page: Any) -> dict[File, str]:
    """Return the files that a page in memory shows, each with the field or relation in which it does."""
    kinds = _kinds()
    return {
        (kinds[kind], int(key)): path.partition(".")[0]
        for kind, key, path, _content in ReferenceIndex._extract_references_from_object(page)
        if kind in kinds
    }


def _keep(page: Any, wanted: set[File], *, is_current: bool) -> None:
    """Add some files to those of a page; of the stored page they are all there are."""
    files = _files()
    kept = ShownFile.objects.filter(page_id=page.pk)
    rows: dict[File, ShownFile] = {row.file: row for row in kept}
    if is_current:
        changed = [row.pk for file, row in rows.items() if row.is_current != (file in wanted)]
        if changed:
            kept.filter(pk__in=changed).update(is_current=~models.F("is_current"))
    for name, model in files.items():
        new = {key for kind, key in wanted - rows.keys() if kind == name}
        if new:  # a link in running text may name a file that is gone
            there = model._default_manager.filter(pk__in=new).values_list("pk", flat=True)
            several = [ShownFile(page_id=page.pk, is_current=is_current, **{f"{name}_id": key}) for key in there]
            ShownFile.objects.bulk_create(several, ignore_conflicts=True)


def is_readable(request: HttpRequest, page: Page) -> bool:
    """Tell whether who asks may read a page as it is public now."""
    passed = request.session.get(PageViewRestriction.passed_view_restrictions_session_key, [])
    readable = public_pages(Page.objects.filter(pk=page.pk), through=lets_through(request.user, passed))
    return bool(readable.exists())


def not_allowed(page: Any, user: Any) -> Iterator[str]:
    """Yield the fields and relations of a page by which it would show files that its editor may not use.

    What one of its versions shows already may stay, whoever placed it there.
    """
    places = places_of_files(page)
    if places and page.pk:
        for row in ShownFile.objects.filter(page_id=page.pk):
            places.pop(row.file, None)
    yield from {places[file] for file in places.keys() - placeable(user, places)}


def placeable(user: Any, several: Iterable[File]) -> set[File]:
    """Return those of some files that somebody may put into a page."""
    wanted = set(several)
    permitted: set[File] = set()
    for name, model in _files().items():
        keys = {key for kind, key in wanted if kind == name}
        if keys:
            allowed = policy_registry.get_by_type(model).instances_user_has_any_permission_for(user, PLACING)
            permitted |= {(name, key) for key in allowed.filter(pk__in=keys).values_list("pk", flat=True)}
    return permitted


def may_place(user: Any, one: Any) -> bool:
    """Tell whether somebody may put something into a page: any page or entry, but only files that they may use."""
    if not isinstance(one, tuple(_files().values())):
        return True
    return bool(policy_registry.get(one).user_has_any_permission_for_instance(user, PLACING, one))


def _kinds() -> dict[int, str]:
    return {ContentType.objects.get_for_model(model).pk: name for name, model in _files().items()}


def _files() -> dict[str, Any]:
    return {"document": apps.get_model("cms.LibraryDocument"), "picture": apps.get_model("cms.LibraryImage")}


def may_read(request: HttpRequest, file: LibraryDocument | LibraryImage) -> bool:
    """Tell whether some page gives a file to whoever asks, or its collection where no page shows it.

    What the collection of a document asks of readers is asked beside it, see `is_let_through`.
    """
    user: Any = request.user
    if not user.is_authenticated and PageViewRestriction.passed_view_restrictions_session_key not in request.session:
        return False
    passed = request.session.get(PageViewRestriction.passed_view_restrictions_session_key, [])
    of_file = _model(file)._default_manager.filter(pk=file.pk)
    if of_file.filter(_on_readable_page(of_file.model, user, passed)).exists():
        return True
    return may_place(user, file)


def is_let_through(request: HttpRequest, document: LibraryDocument) -> bool:
    """Tell whether the collection of a document lets through who asks: as a reader, or as one who may change it."""
    key = CollectionViewRestriction.passed_view_restrictions_session_key
    if not document.collection.get_view_restrictions().exists():
        return True
    passed = request.session.get(key, [])
    of_file = _model(document)._default_manager.filter(pk=document.pk)
    return bool(
        of_file.exclude(in_restricted_collection(through=lets_through(request.user, passed))).exists()
        or policy_registry.get(document).user_has_permission_for_instance(request.user, "change", document)
    )


class FilePolicy(CollectionOwnershipPermissionPolicy):
    """Wagtail's rights by collection, for those files only that the pages which show them leave to the user.

    Lists, choosers, forms, previews and bulk actions of the administration ask it.
    """

    def instances_user_has_any_permission_for(self, user: Any, actions: Any) -> QuerySet[Any, Any]:
        """Return the files with which the user may do something."""
        files: QuerySet[Any, Any] = super().instances_user_has_any_permission_for(user, actions)
        return files if user.is_superuser else files.filter(self._within_reach(user))

    def user_has_any_permission_for_instance(self, user: Any, actions: Any, instance: Any) -> bool:
        """Tell whether the user may do something with a file."""
        if not super().user_has_any_permission_for_instance(user, actions, instance):
            return False
        if user.is_superuser or instance.pk is None:
            return True
        return bool(self.model._default_manager.filter(self._within_reach(user), pk=instance.pk).exists())

    def _within_reach(self, user: Any) -> Q | Expression:
        """Return which files pages and collections leave to a user."""
        shown = _shown(self.model)
        edited = Exists(shown.filter(page__in=edited_pages(user)))
        on_page = _on_readable_page(self.model, user, ()) | Q(edited)
        collections = self._collections_with_perm(user, ["change"])
        own = self._collections_with_perm(user, ["add"])
        let_through = (
            Q(~in_restricted_collection(through=lets_through(user, ())))
            | Q(collection__in=collections)
            | Q(collection__in=own, uploaded_by_user=user)
        )
        if _name(self.model) == "picture":  # it goes with the page, see docs/decisions/0004
            return on_page | (Q(~Exists(shown)) & let_through)
        return (on_page | Q(~Exists(shown))) & let_through


def edited_pages(user: Any) -> QuerySet[Page, Any]:
    """Return the pages that a user may edit, or is asked to review."""
    pages = policy_registry.get_by_type(Page).instances_user_has_any_permission_for(user, EDITING)
    tasks = GroupApprovalTask.objects.filter(groups__in=user.groups.all()).values("pk")
    reviewed = (
        WorkflowState.objects.filter(
            base_content_type=ContentType.objects.get_for_model(Page),
            status=WorkflowState.STATUS_IN_PROGRESS,
            current_task_state__task__in=tasks,
        )
        .annotate(number=Cast("object_id", BigIntegerField()))
        .values("number")
    )
    return Page.objects.filter(Q(pk__in=pages.order_by().values("pk")) | Q(pk__in=reviewed)).values("pk")


def _on_readable_page(model: Any, user: Any, passed: Several[int]) -> Q:
    """Return which files a page shows that a person may read who gave the passwords of some restrictions."""
    readable = public_pages(Page.objects.filter(pk=OuterRef("page")), through=lets_through(user, passed))
    return Q(Exists(_shown(model).filter(Exists(readable), is_current=True)))


def _shown(model: Any) -> QuerySet[ShownFile]:
    """Return where a file, or a document in another of its languages, is shown; inside a query of files."""
    if _name(model) == "picture":
        return ShownFile.objects.filter(picture=OuterRef("pk"))
    return ShownFile.objects.filter(
        Q(document=OuterRef("pk"))
        | Q(document=OuterRef("edition_of"))
        | Q(document__edition_of=OuterRef("pk"))
        | Q(document__edition_of=OuterRef("edition_of"))
    )


def _name(model: Any) -> str:
    return "document" if model is apps.get_model("cms.LibraryDocument") else "picture"


def _model(file: Any) -> Any:
    return type(file)
