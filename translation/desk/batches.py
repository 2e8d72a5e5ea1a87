"""Handing over and publishing many pages at once: as a task, with what came of each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import Any

from django.apps import apps
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override
from django_tasks import task
from wagtail.models import Locale, Page
from wagtail.permissions import policy_registry
from wagtail.users.models import UserProfile
from wagtail_localize.models import Translation

from translation.desk.matrix import address_of
from translation.desk.rows import standing
from translation.enums import BatchKind, State
from translation.jobs.keeping import add, tell_of_new
from translation.jobs.models import Job
from translation.models import Batch
from translation.publication import title_of, words
from translation.submission import nameless_concepts, origin_of, publish, require_right_to, submit

KEPT = timedelta(days=30)

Item = list[Any]  # “app.model” of a source, its number, the code of a language


def items_of(kind: str, sources: Sequence[Any], locales: Sequence[Locale]) -> list[Item]:
    """Return what there is to do for some sources in some languages, in order: what stands above others first.

    Handed over is what a language does not have, and what is not finished in it.
    """
    if kind == BatchKind.HAND_OVER:
        return _to_hand_over(sources, locales)
    wanted = Translation.objects.filter(
        source__object_id__in={source.translation_key for source in sources},
        target_locale__in=locales,
        enabled=True,
    ).exclude(status__state__in=(State.LIVE, State.ABSENT))
    waiting = set(wanted.values_list("source__object_id", "target_locale_id"))
    return [
        _item(source, locale)
        for source in sources
        for locale in locales
        if (source.translation_key, locale.pk) in waiting
    ]


def _to_hand_over(sources: Sequence[Any], locales: Sequence[Locale]) -> list[Item]:
    if not sources:
        return []
    here = standing(Page if isinstance(sources[0], Page) else type(sources[0]))
    keys = {source.translation_key for source in sources}
    known = set(here.filter(translation_key__in=keys).values_list("translation_key", "locale_id"))
    unfinished = Translation.objects.filter(source__object_id__in=keys, enabled=True).filter(
        status__state__in=(State.NOT_BEGUN, State.DRAFT, State.CHANGED, State.REVIEW)
    )
    known -= set(unfinished.values_list("source__object_id", "target_locale_id"))
    return [
        _item(source, locale)
        for source in sources
        for locale in locales
        if (source.translation_key, locale.pk) not in known
    ]


def entries_for(sources: Sequence[Any], locales: Iterable[Locale]) -> list[Item]:
    """Return the entries of vocabularies that pages use and that have no name in a language yet."""
    pages = [source.specific for source in sources if isinstance(source, Page)]
    found = []
    for locale in locales if pages else ():
        found += [_item(origin_of(concept), locale) for concept in nameless_concepts(pages, locale)]
    return found


def _item(source: Any, locale: Locale) -> Item:
    base = Page if isinstance(source, Page) else type(source)
    return [base._meta.label_lower, source.pk, locale.language_code]


def begin(kind: str, user: Any, items: list[Item], job: Job | None = None) -> Batch:
    """Have a task do it, for a job where one is given; forget what the person did long ago."""
    Batch.objects.filter(user=user, started_at__lt=timezone.now() - KEPT).delete()
    batch = Batch.objects.create(kind=kind, user=user, items=items, job=job)
    transaction.on_commit(lambda: run_batch.enqueue(batch=batch.pk))
    return batch


@task()
def run_batch(batch: int) -> None:
    """Do what is left of it, one item after the other, each whole or not at all."""
    found = Batch.objects.filter(pk=batch, finished_at__isnull=True).select_related("user", "job").first()
    if found is None:
        return
    with override(UserProfile.get_for_user(found.user).get_preferred_language()):
        for item in found.items[len(found.results) :]:
            found.results.append(_result(found, item))
            found.save(update_fields=["results"])
    if found.job is not None:
        tell_of_new(found.job)
    found.finished_at = timezone.now()
    found.save(update_fields=["finished_at"])


def _result(batch: Batch, item: Item) -> dict[str, Any]:
    """Do one thing; return its title, language, whether it was refused, what was said, and where it is edited."""
    label, pk, code = item
    base = apps.get_model(label)
    source = base._default_manager.filter(pk=pk).first()
    locale = Locale.objects.filter(language_code=code).first()
    if source is None or locale is None:
        return _told("", code, _("It is no longer there."))
    source = source.specific if isinstance(source, Page) else source
    title = title_of(source)
    try:
        if batch.kind == BatchKind.HAND_OVER:
            said = _handed_over(source, locale, batch.user, batch.job)
        else:
            said = _published(source, locale, batch.user)
    except PermissionDenied:
        said = [_("You may not do this here.")]
    except ValidationError as error:
        said = words(error, source)
    target = standing(base).filter(translation_key=source.translation_key, locale=locale).first()
    where = address_of("edit", base, target.pk if target is not None else source.pk)
    return _told(title, code, " ".join(said), source.locale.language_code, where)


def _told(title: str, language: str, said: str, source_language: str = "", address: str = "") -> dict[str, Any]:
    return {
        "title": title, "language": language, "refused": bool(said), "said": said,
        "source_language": source_language, "address": address,
    }  # fmt: skip


def _handed_over(source: Any, locale: Locale, user: Any, job: Job | None) -> list[str]:
    require_right_to(user, source)
    if not user.has_perm("wagtail_localize.submit_translation"):
        raise PermissionDenied
    with transaction.atomic():
        _made, problems = submit([source], [locale], user)
        translation = _translation(source, locale)
        if job is not None and translation is not None:
            add(job, translation)
    return problems


def _translation(source: Any, locale: Locale) -> Translation | None:
    return Translation.objects.filter(
        source__object_id=source.translation_key, target_locale=locale, enabled=True
    ).first()


def _published(source: Any, locale: Locale, user: Any) -> list[str]:
    translation = _translation(source, locale)
    if translation is None:
        return [_("It is no longer there.")]
    with transaction.atomic():
        return publish(translation, user)


def may_hand_over(user: Any) -> bool:
    """Tell whether a person may hand over what they may edit."""
    return bool(user.has_perm("wagtail_localize.submit_translation"))


def may_publish(user: Any) -> bool:
    """Tell whether a person may publish pages anywhere."""
    return bool(policy_registry.get_by_type(Page).user_has_permission(user, "publish"))
