"""The groups of the administration: who may do what.

Administrators may do everything. Communications staff writes, publishes, translates, reviews and keeps the
vocabularies, in all languages. The translators of a language edit and publish its pages, and translate and publish
what vocabularies say in it: what they publish is whole, the guard in `translation.publication` sees to that; they
neither add pages, which come by submission, nor delete or move them (`translation.wagtail_hooks`). The reviewers of a
language may do the same, and approve what others wrote.

A group gets its rights in a language once, with the front page of the language; what somebody takes from it or gives to
it afterwards in Wagtail's editor of groups stays.
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
from translation.enums import Right
from translation.models import LanguageRight
from translation.review import ensure_review

ADMINISTRATORS = gettext_noop("Administrators")
STAFF = gettext_noop("Communications staff")
TRANSLATORS = gettext_noop("Translators: %(language)s")
REVIEWERS = gettext_noop("Reviewers: %(language)s")
EVERYTHING = ("add", "change", "publish", "bulk_delete", "lock", "unlock")
# Without "bulk_delete": nobody of the staff deletes a language with all that lies below it.
WRITING = ("add", "change", "publish", "lock", "unlock")
TRANSLATING = ("change", "publish", "lock", "unlock")
FILES = ("add", "change", "delete", "choose")
IN_VOCABULARIES = (Right.TRANSLATE_VOCABULARIES, Right.PUBLISH_VOCABULARIES)


def translators(language: str) -> str:
    """Return the name of the group that translates into a language."""
    with translation.override("en"):
        return TRANSLATORS % {"language": dict(settings.LANGUAGES)[language]}


def reviewers(language: str) -> str:
    """Return the name of the group that reviews translations into a language."""
    with translation.override("en"):
        return REVIEWERS % {"language": dict(settings.LANGUAGES)[language]}


@cache
def _of_languages() -> dict[str, tuple[str, str]]:
    """Return the language of each group of translators and reviewers by its name, and how such groups are called."""
    return {
        name(code): (code, form)
        for name, form in ((translators, TRANSLATORS), (reviewers, REVIEWERS))
        for code, _name in settings.LANGUAGES
    }


def name_of_group(name: str) -> str:
    """Return the name of a group of ours in the active language."""
    code, form = _of_languages().get(name, ("", name))
    return gettext(form) % {"language": dict(settings.LANGUAGES)[code]} if code else gettext(name)


def install() -> None:
    """Show the names of the groups in the reader's language."""
    translate_names(Group, "name", ADMINISTRATORS, STAFF, *_of_languages(), say=name_of_group)


def language_of_groups(keys: Iterable[int]) -> str:
    """Return the language in which members of these groups translate or review, "" where it is none or several."""
    names = Group.objects.filter(pk__in=keys).values_list("name", flat=True)
    languages = {_of_languages()[name][0] for name in names if name in _of_languages()}
    return languages.pop() if len(languages) == 1 else ""


def ensure_groups() -> None:
    """Make the groups and give them their rights; what somebody added to them stays."""
    # Wagtail names the rights on users, sites and languages to its hooks when it loads their views.
    import_module("wagtail.admin.urls")
    administrators, staff = _group(ADMINISTRATORS), _group(STAFF)
    access = Permission.objects.filter(content_type__app_label="wagtailadmin", codename="access_admin")
    _permit(administrators, [permission for given in hooks.get_hooks("register_permissions") for permission in given()])
    _permit(staff, [*access, *_vocabularies(), *_submission()])
    for name in _of_languages():
        _permit(_group(name), access)
    for root in Page.objects.filter(depth=1):
        _permit_page(administrators, root, EVERYTHING)
    for home in Page.objects.filter(depth=2).select_related("locale"):
        grant_home(home)
    for collection in Collection.objects.filter(depth=1):
        for group in (administrators, staff):
            _permit_files(group, collection, FILES)
        for name in _of_languages():
            _permit_files(_group(name), collection, ("choose",))
    ensure_review([administrators, staff])


def grant_home(home: Page) -> None:
    """Give staff, translators and reviewers of its language their rights on a front page and in the language."""
    language = home.locale.language_code
    if language not in dict(settings.LANGUAGES):
        return
    for name, actions, rights in (
        (STAFF, WRITING, Right),
        (translators(language), TRANSLATING, IN_VOCABULARIES),
        (reviewers(language), TRANSLATING, Right),
    ):
        group = _group(name)
        if _permit_page(group, home, actions):
            _permit_language(group, home.locale_id, rights)
    administrators = _group(ADMINISTRATORS)
    if not administrators.language_rights.filter(locale=home.locale_id).exists():
        _permit_language(administrators, home.locale_id, Right)


def _group(name: str) -> Group:
    return Group.objects.get_or_create(name=name)[0]


def _permit(group: Group, permissions: Iterable[Permission]) -> None:
    group.permissions.add(*permissions)


def _permit_page(group: Group, page: Page, actions: Iterable[str]) -> bool:
    """Give a group its rights on a page and below it, where it has none there; tell whether it got them."""
    if GroupPagePermission.objects.filter(group=group, page_id=page.pk).exists():
        return False
    wanted = Permission.objects.filter(
        content_type__app_label="wagtailcore",
        content_type__model="page",
        codename__in=[f"{action}_page" for action in actions],
    )
    GroupPagePermission.objects.bulk_create(
        [GroupPagePermission(group=group, page_id=page.pk, permission=permission) for permission in wanted]
    )
    return True


def _permit_language(group: Group, locale_id: int, rights: Iterable[Right]) -> None:
    LanguageRight.objects.bulk_create(
        [LanguageRight(group=group, locale_id=locale_id, right=right) for right in rights], ignore_conflicts=True
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
