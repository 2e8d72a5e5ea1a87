"""Every address of the administration: none changes anything by GET, none opens to who may only enter."""

from __future__ import annotations

from collections.abc import Iterator
from http import HTTPStatus
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import NoReverseMatch, get_resolver, reverse
from django.urls.resolvers import URLPattern, URLResolver
from wagtail.models import Collection, Locale, Site, Task, Workflow

from projects.models import ProjectPage
from tests.editing import signed_in
from tests.factories.complete import file, picture, project, vocabulary
from tests.factories.home import home
from tests.factories.projects import index
from tests.factories.translation import submitted
from translation.groups import ensure_groups

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]
LEFT_OUT = {"wagtailadmin_logout", "wagtailadmin_error_test"}  # the first has tests of its own, the other only fails
WRITES = ("INSERT", "UPDATE", "DELETE")
# What the administration notes of who looks: sessions, who edits at the moment, that comments are not mailed.
BOOK_KEEPING = (
    "django_session",
    "wagtailusers_userprofile",
    "wagtailadmin_editingsession",
    "wagtailcore_pagesubscription",
    "cms_libraryrendition",
)
# What everybody there may see: themselves, texts of the interface, what pages and entries there are to link to.
OPEN = (
    "wagtailadmin_account",
    "wagtailadmin_home",
    "wagtailadmin_password_reset",
    "wagtailadmin_dismissibles",
    "wagtailadmin_sprite",
    "wagtailadmin_javascript_catalog",
    "wagtail_localize:javascript_catalog",
    "wagtailadmin_choose_page",
    "wagtailadmin_api:",
    "wagtailadmin_tag_autocomplete",
    "wagtailsnippetchoosers_",
    "wagtail_localize:snippets_api_listing",
    "wagtaildocs_chooser:",
    "wagtailimages_chooser:",
    # Reports and dialogs that leave out what their reader may not see.
    "wagtail_localize:translations_report",
    # Of what its reader may see, who has to translate something.
    "translations",
    "wagtailadmin_reports:site_history",
    "wagtailadmin_workflows:task_cho",
    "wagtailadmin_pages:confirm_workflow_cancellation",
)


def patterns(resolver: Any, namespace: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the names of all addresses below a resolver."""
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLResolver):
            inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from patterns(pattern, inner)
        elif isinstance(pattern, URLPattern) and pattern.name:
            yield f"{namespace}{pattern.name}", dict(pattern.pattern.regex.groupindex)


def admin_names() -> list[tuple[str, dict[str, Any]]]:
    """Return the names of all addresses of the administration, with the parts that they take."""
    found: dict[str, dict[str, Any]] = {}
    for pattern in get_resolver().url_patterns:
        if isinstance(pattern, URLResolver) and str(pattern.pattern) == "admin/":
            for name, arguments in patterns(pattern):
                found.setdefault(name, arguments)
    return sorted(found.items())


class Known:
    """What the addresses name: one of each."""

    def __init__(self) -> None:
        ensure_groups()
        self.page: ProjectPage = project()
        self.revision = self.page.save_revision()
        self.image, self.document = picture(), file()
        self.concepts = vocabulary()
        home("pl")
        self.translation = submitted(index("project", home()), "pl")

    def value(self, address: str, name: str) -> Any:
        """Return what stands for a part of an address."""
        by_name = {
            "page_id": self.page.pk,
            "page_to_copy_id": self.page.pk,
            "page_to_move_id": self.page.pk,
            "parent_page_id": self.page.get_parent().pk,
            "destination_id": self.page.get_parent().pk,
            "image_id": self.image.pk,
            "document_id": self.document.pk,
            "doc_id": self.document.pk,
            "revision_id": self.revision.pk,
            "revision_id_a": self.revision.pk,
            "revision_id_b": self.revision.pk,
            "collection_id": Collection.objects.first().pk,
            "translation_id": self.translation.pk,
            "translation_source_id": self.translation.source_id,
            "filter_spec": "width-10",
            "content_type_app_name": "projects",
            "content_type_model_name": "projectpage",
            "app_label": "projects",
            "model_name": "unit",
            "token": "t",
            "uidb64": "u",
            "action": "delete",
            "response_url": "x",
            "feature_name": "bold",
            "locale_id": Locale.objects.first().pk,
            "task_pk": 1,
            "workflow_pk": Workflow.objects.first().pk,
        }
        if name in by_name:
            return by_name[name]
        for part, made in (
            ("image", self.image),
            ("doc", self.document),
            ("user", get_user_model().objects.first()),
            ("group", Group.objects.first()),
            ("site", Site.objects.first()),
            ("locale", Locale.objects.first()),
            ("task", Task.objects.first()),
            ("workflow", Workflow.objects.first()),
            ("projects_", self.concepts.get(address.partition(":")[0].rpartition("_")[2])),
            ("collection", Collection.objects.first()),
        ):
            if part in address and made is not None:
                return made.pk
        return self.page.pk

    def addresses(self) -> dict[str, str]:
        """Return every address of the administration by its name."""
        found = {}
        for name, arguments in admin_names():
            several = {argument: self.value(name, argument) for argument in arguments}
            try:
                found[name] = reverse(name, kwargs=several)
            except NoReverseMatch:
                found[name] = ""
        return {name: address for name, address in found.items() if address.startswith("/admin/")}


def test_no_address_of_the_administration_changes_anything_by_get() -> None:
    addresses = Known().addresses()
    client = signed_in()
    changed = {}
    for name, address in addresses.items():
        if name in LEFT_OUT:
            continue
        with CaptureQueriesContext(connection) as done:
            client.get(address)
        statements = [query["sql"] for query in done if query["sql"].lstrip().startswith(WRITES)]
        if written := [sql for sql in statements if not any(table in sql for table in BOOK_KEEPING)]:
            changed[name] = written
    assert len(addresses) > 300
    assert changed == {}


def test_who_may_only_enter_the_administration_finds_nothing_there_but_lists_to_choose_from() -> None:
    addresses = Known().addresses()
    user = get_user_model().objects.create_user("only")
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client = Client()
    client.force_login(user)
    answers = {name: client.get(address) for name, address in addresses.items() if name not in LEFT_OUT}
    found = {name for name, answer in answers.items() if answer.status_code == HTTPStatus.OK}
    assert {name for name in found if not name.startswith(OPEN)} == set()
    for name in ("wagtaildocs_chooser:choose_results", "wagtailimages_chooser:choose_results"):
        assert not {"Report", "Square"} & set(answers[name].content.decode().split())
