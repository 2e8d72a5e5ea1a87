"""The groups of the administration: who may do what.

Administrators may do everything. Communications staff writes, publishes, translates and keeps the
vocabularies, in all languages. The translators of a language edit and publish its pages: what they
publish is whole, the guard in `translation.publication` sees to that; they neither add pages, which
come by submission, nor delete or move them (`translation.wagtail_hooks`).
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib import import_module

from django.conf import settings
from django.contrib.auth.models import Group, Permission
from django.db.models import Q
from django.utils import translation
from django.utils.translation import gettext, gettext_noop
from wagtail import hooks
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page
from wagtail.snippets.models import get_snippet_models

from cms.given_names import translate_names
from translation.review import ensure_review

ADMINISTRATORS = gettext_noop("Administrators")
STAFF = gettext_noop("Communications staff")
TRANSLATORS = gettext_noop("Translators: %(language)s")
EVERYTHING = ("add", "change", "publish", "bulk_delete", "lock", "unlock")
# Without "bulk_delete": nobody of the staff deletes a language with all that lies below it.
WRITING = ("add", "change", "publish", "lock", "unlock")
TRANSLATING = ("change", "publish", "lock", "unlock")
FILES = ("add", "change", "delete", "choose")


def translators(language: str) -> str:
    """Return the name of the group that translates into a language."""
    with translation.override("en"):
        return TRANSLATORS % {"language": dict(settings.LANGUAGES)[language]}


@cache
def _translated_into() -> dict[str, str]:
    """Return the language of each group of translators by the group's name."""
    return {translators(code): code for code, _name in settings.LANGUAGES}


def name_of_group(name: str) -> str:
    """Return the name of a group of ours in the active language."""
    code = _translated_into().get(name)
    return gettext(TRANSLATORS) % {"language": dict(settings.LANGUAGES)[code]} if code else gettext(name)


def install() -> None:
    """Show the names of the groups in the reader's language."""
    translate_names(Group, "name", ADMINISTRATORS, STAFF, *_translated_into(), say=name_of_group)


def language_of_groups(keys: Iterable[int]) -> str:
    """Return the language into which members of these groups translate, "" where it is none or several."""
    names = Group.objects.filter(pk__in=keys).values_list("name", flat=True)
    languages = {_translated_into()[name] for name in names if name in _translated_into()}
    return languages.pop() if len(languages) == 1 else ""


def ensure_groups() -> None:
    """Make the groups and give them their rights; what somebody added to them stays."""
    # Wagtail names the rights on users, sites and languages to its hooks when it loads their views.
    import_module("wagtail.admin.urls")
    administrators, staff = _group(ADMINISTRATORS), _group(STAFF)
    access = Permission.objects.filter(content_type__app_label="wagtailadmin", codename="access_admin")
    _permit(administrators, [permission for given in hooks.get_hooks("register_permissions") for permission in given()])
    _permit(staff, [*access, *_vocabularies(), *_submission()])
    for code, _name in settings.LANGUAGES:
        _permit(_group(translators(code)), access)
    for root in Page.objects.filter(depth=1):
        _permit_page(administrators, root, EVERYTHING)
    for home in Page.objects.filter(depth=2).select_related("locale"):
        grant_home(home)
    for collection in Collection.objects.filter(depth=1):
        for group in (administrators, staff):
            _permit_files(group, collection, FILES)
        for code, _name in settings.LANGUAGES:
            _permit_files(_group(translators(code)), collection, ("choose",))
    ensure_review([administrators, staff])


def grant_home(home: Page) -> None:
    """Give staff and the translators of its language their rights on a front page and below it."""
    language = home.locale.language_code
    if language not in dict(settings.LANGUAGES):
        return
    _permit_page(_group(STAFF), home, WRITING)
    _permit_page(_group(translators(language)), home, TRANSLATING)


def _group(name: str) -> Group:
    return Group.objects.get_or_create(name=name)[0]


def _permit(group: Group, permissions: Iterable[Permission]) -> None:
    group.permissions.add(*permissions)


def _permit_page(group: Group, page: Page, actions: Iterable[str]) -> None:
    given = set(
        GroupPagePermission.objects.filter(group=group, page_id=page.pk).values_list("permission_id", flat=True)
    )
    wanted = Permission.objects.filter(
        content_type__app_label="wagtailcore",
        content_type__model="page",
        codename__in=[f"{action}_page" for action in actions],
    ).exclude(pk__in=given)
    GroupPagePermission.objects.bulk_create(
        [GroupPagePermission(group=group, page_id=page.pk, permission=permission) for permission in wanted]
    )


def _permit_files(group: Group, collection: Collection, actions: Iterable[str]) -> None:
    given = GroupCollectionPermission.objects.filter(group=group, collection=collection).values("permission")
    wanted = Permission.objects.filter(
        Q(content_type__app_label="wagtailimages", codename__in=[f"{action}_image" for action in actions])
        | Q(content_type__app_label="wagtaildocs", codename__in=[f"{action}_document" for action in actions])
    ).exclude(pk__in=given)
    GroupCollectionPermission.objects.bulk_create(
        [GroupCollectionPermission(group=group, collection=collection, permission=permission) for permission in wanted]
    )


def _vocabularies() -> Iterable[Permission]:
    """Return all rights on the models of the vocabularies."""
    wanted = Q(pk__in=())
    for model in get_snippet_models():
        wanted |= Q(content_type__app_label=model._meta.app_label, content_type__model=model._meta.model_name)
    return Permission.objects.filter(wanted)


def _submission() -> Iterable[Permission]:
    return Permission.objects.filter(content_type__app_label="wagtail_localize", codename="submit_translation")
