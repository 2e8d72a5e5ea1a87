"""What all languages share is corrected in every translation when its source is published.

`save_target` of localize copies shared values only when somebody publishes the translation, and from the
source as it was submitted. So a published source writes them itself: into the rows of each translation,
into the revisions that may still be published, and into the frozen source, from which localize would
bring the old ones back. The number of queries depends on the number of languages, not of rows.

Bodies follow as far as their words are translated, see `translation.following`. The frozen source is what was
published, so that translators see it at once; what they wrote for other words is carried on, see
`translation.refreshing`.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import partial
from typing import Any
from uuid import UUID

from django.contrib.contenttypes.models import ContentType
from django.db import connection, models, transaction
from django.db.models import Q
from django.utils import timezone
from wagtail.fields import StreamField
from wagtail.log_actions import log
from wagtail.models import Page, Revision
from wagtail_localize.models import SegmentOverride, Translation, TranslationSource

from cms.enums import TextOrigin
from cms.models import BasePage
from cms.publicity import note
from translation.content import Content, correct, references, serialised
from translation.fields import fields_of
from translation.following import Following
from translation.known import Known, known_of, not_yet_told, older_places
from translation.ledger import adopt, remember, remember_published
from translation.publication import translation_of
from translation.refreshing import refresh
from translation.segments import with_references

LOG_ACTION = "translation.values"
_is_rendered: ContextVar[bool] = ContextVar("translation_is_rendered", default=False)
_under_way: ContextVar[frozenset[Any]] = ContextVar("translation_under_way", default=frozenset())


def propagate(source: Any) -> None:
    """Correct the shared values of all translations of a published page or concept.

    These are the translations of a page, also those whose words localize no longer keeps in step, and all
    languages of a concept that follows no other itself. What translators chose instead stays.
    """
    identity = (type(source), source.translation_key, source.locale_id)
    if identity in _under_way.get():
        return
    targets, stopped = _targets(source)
    if targets is None:
        return
    with transaction.atomic(), _remembering(identity):
        _correct_all(source, targets.filter(translation_key=source.translation_key), stopped)


def after_publication(instance: Any) -> None:
    """Keep what a page or concept that was just published says, bring it in step with its source, and its own with it.

    A version that somebody made earlier, and publishes now, has the values of that time.
    """
    is_translation = not getattr(instance, "is_original", False) and not _is_followed(instance)
    if is_translation and (translation := translation_of(instance)) is not None:
        remember_published(instance, translation)
        if not _is_rendered.get():
            _follow(instance, translation)
    propagate(instance)


def follow_source(source: TranslationSource) -> None:
    """Bring all translations of a source in step with it: more is known of its texts than before."""
    instance = source.get_source_instance()
    if getattr(instance, "live", True):
        propagate(instance)


def _is_followed(instance: Any) -> bool:
    """Tell whether a page or concept is written because its source was; then all its languages are seen to at once."""
    return any(
        model is type(instance) and key == instance.translation_key and locale_id != instance.locale_id
        for model, key, locale_id in _under_way.get()
    )


def _follow(target: Any, translation: Translation) -> None:
    """Bring one translation in step with its source as that is public."""
    key, locale_id = target.translation_key, translation.source.locale_id
    objects = type(target)._default_manager
    with transaction.atomic(), _remembering((type(target), key, locale_id)):
        _locked(key, locale_id)
        source = objects.filter(translation_key=key, locale_id=locale_id).first()
        if source is not None and getattr(source, "live", True):
            _correct_all(source, objects.filter(pk=target.pk), frozenset())


def wait_for_writers(key: UUID) -> None:
    """Wait until nobody else writes the languages of a page, whose turn it is before anything of it is written.

    Whatever else a writer waits for, as the words of the search, comes after: so no two wait for each other.
    """
    if connection.features.has_select_for_update:
        list(TranslationSource.objects.select_for_update().filter(object_id=key).order_by("pk").values_list("pk"))


def _locked(key: UUID, locale_id: int) -> TranslationSource | None:
    """Return what is frozen of a source; whoever else writes its languages waits until this transaction ends."""
    sources = TranslationSource.objects.select_for_update()
    return sources.filter(object_id=key, locale_id=locale_id).first()


@contextmanager
def rendered() -> Iterator[None]:
    """Know that what is published was made from its source just now."""
    token = _is_rendered.set(True)
    try:
        yield
    finally:
        _is_rendered.reset(token)


def _targets(source: Any) -> tuple[models.QuerySet[Any, Any] | None, frozenset[int]]:
    """Return among what the translations of a source are, None where it has none.

    With them come the languages of a page whose words follow no longer.
    """
    known = Translation.objects.filter(source__object_id=source.translation_key)
    translations = list(known.values_list("source__locale_id", "target_locale_id", "enabled"))
    locales = {target for of, target, enabled in translations if of == source.locale_id and enabled}
    objects = type(source)._default_manager
    if isinstance(source, Page):
        stopped = frozenset(target for of, target, enabled in translations if of == source.locale_id and not enabled)
        locales |= stopped
        return (objects.filter(locale_id__in=locales, alias_of__isnull=True) if locales else None), stopped
    if any(target == source.locale_id and enabled for _of, target, enabled in translations):
        return (objects.filter(locale_id__in=locales) if locales else None), frozenset()
    return objects.exclude(locale_id=source.locale_id), frozenset()


def _correct_all(source: Any, targets: models.QuerySet[Any, Any], stopped: Collection[int]) -> None:
    frozen = _locked(source.translation_key, source.locale_id)
    model, source_rows = type(source), with_references(source)
    now = serialised(source_rows)
    found = list(targets.select_related("locale").prefetch_related(*fields_of(model).rows))
    if frozen is not None:
        adopt(found)
        refresh(frozen, source_rows, now)
    known = known_of(source.translation_key, [target.locale_id for target in found])
    shared = _Shared(now, _chosen_instead(source, found), stopped, known, _entries(model, now, found))
    changed = _correct_live(shared, found)
    _correct_revisions(shared, found)
    told = {
        target.locale_id: shared.contents[target.pk]
        for target in changed
        if getattr(target, "live", True) and target.locale_id not in stopped
    }
    remember(model, source.translation_key, now, told, known)
    if issubclass(model, BasePage):
        _tell_readers(shared, [target for target in found if target.locale_id not in stopped], changed, source)
    for target in changed:
        _written(target)


@dataclass
class _Shared:
    """What all languages are brought in step with: what the source says, and what each has instead.

    By language: what translators chose by path, what is known to be translated, the counterparts of entries.
    """

    now: Content
    chosen: Mapping[int, Mapping[str, Any]]
    stopped: Collection[int]
    known: Mapping[int, Known]
    entries: Mapping[int, Mapping[tuple[Any, Any], Any]]
    new_rows: dict[tuple[int, str, str], Any] = field(default_factory=dict)
    contents: dict[int, Content] = field(default_factory=dict)  # of the tables, by the number of the translation

    def correct(self, target: Any, content: Content, *, is_draft: bool = False) -> bool:
        """Bring content of a translation in step; tell whether anything of it changed."""
        model, language = type(target), target.locale_id
        # An edition that was adapted keeps its words until its translation is published.
        words = language not in self.stopped and getattr(target, "origin", "") != TextOrigin.ADAPTED
        changed = correct(
            model, self.now, content, chosen=self.chosen[language], new_row=partial(self._new_row, target), words=words
        )
        if words:
            known = self.known[language]
            text_of = known.working_text if is_draft else known.public_text
            following = Following(text_of, self.chosen[language], self.entries.get(language, {}))
            changed |= following.fields(model, self.now, content) | following.streams(model, self.now, content)
        return bool(changed)

    def _new_row(self, target: Any, name: str, row: Content) -> Content:
        """Return a row of the source as a row of a translation, with the key it has there if it was made."""
        made = self.new_rows.get((target.pk, name, row["translation_key"]))
        parent = type(target)._meta.get_field(name).remote_field.name
        return row | {"pk": made.pk if made else None, parent: target.pk, "locale": target.locale_id}


def _entries(model: Any, now: Content, targets: Iterable[Any]) -> Mapping[int, Mapping[tuple[Any, Any], Any]]:
    """Return by language which entry stands for one that bodies of the source refer to: two statements a vocabulary."""
    wanted: dict[Any, set[Any]] = {}
    for entry_model, key in references(model, now):
        wanted.setdefault(entry_model, set()).add(key)
    found: dict[int, dict[tuple[Any, Any], Any]] = {target.locale_id: {} for target in targets}
    for entry_model, keys in wanted.items():
        objects = entry_model._default_manager
        of_key = dict(objects.filter(pk__in=keys).values_list("translation_key", "pk"))
        others = objects.filter(translation_key__in=of_key, locale_id__in=found)
        for pk, key, locale in others.values_list("pk", "translation_key", "locale_id"):
            found[locale][entry_model, of_key[key]] = pk
    return found


def _chosen_instead(source: Any, targets: Iterable[Any]) -> Mapping[int, Mapping[str, Any]]:
    """Return by language and path what translators chose in place of a shared value: one query."""
    chosen: dict[int, dict[str, Any]] = {target.locale_id: {} for target in targets}
    for locale, path, value in SegmentOverride.objects.filter(
        context__object_id=source.translation_key, locale_id__in=chosen, has_error=False
    ).values_list("locale_id", "context__path", "data_json"):
        chosen[locale][path] = json.loads(value)
    return chosen


def _correct_live(shared: _Shared, targets: list[Any]) -> list[Any]:
    """Correct the tables: a write a table, whatever the number of rows; return the translations that changed."""
    changed = []
    writes = _Writes()
    for target in targets:
        content = shared.contents[target.pk] = serialised(target)
        if not shared.correct(target, content, is_draft=not getattr(target, "live", True)):
            continue
        changed.append(target)
        writes.apply(target, content)
        for name, row_model in fields_of(type(target)).rows.items():
            rows = {str(row.translation_key): row for row in getattr(target, name).all()}
            for row_content in content[name]:
                row = rows.pop(row_content["translation_key"], None)
                if row is None:
                    row = _made(row_model, row_content)
                    shared.new_rows[target.pk, name, row_content["translation_key"]] = row
                    writes.create(row)
                else:
                    writes.apply(row, row_content)
            writes.delete(rows.values())
        target._prefetched_objects_cache = {}
    writes.execute()
    return changed


def _made(model: type[models.Model], content: Content) -> Any:
    """Return a row with serialised content, unsaved."""
    columns = [field for field in model._meta.concrete_fields if not field.primary_key and field.name in content]
    return model(**{field.attname: field.to_python(content[field.name]) for field in columns})


class _Writes:
    """Rows to change, to make and to delete, gathered over all languages and written a table at a time."""

    def __init__(self) -> None:
        self._changed: dict[type[models.Model], tuple[list[Any], set[str]]] = {}
        self._made: dict[type[models.Model], list[Any]] = {}
        self._deleted: dict[type[models.Model], list[Any]] = {}

    def apply(self, instance: Any, content: Content) -> None:
        """Take over the shared values of serialised content."""
        fields = fields_of(type(instance))
        names = set()
        for column in (*fields.shared, *fields.texts, *fields.streams):
            value = column.to_python(content.get(column.name))
            if column.name in content and not _is_same(column, getattr(instance, column.attname), value):
                setattr(instance, column.attname, value)
                names.add(column.name)
        if names:
            rows, columns = self._changed.setdefault(type(instance), ([], set()))
            rows.append(instance)
            columns |= names

    def create(self, row: Any) -> None:
        """Make a row."""
        self._made.setdefault(type(row), []).append(row)

    def delete(self, rows: Iterable[Any]) -> None:
        """Delete rows."""
        for row in rows:
            self._deleted.setdefault(type(row), []).append(row.pk)

    def execute(self) -> None:
        """Write all of it."""
        for model, (rows, columns) in self._changed.items():
            model._default_manager.bulk_update(rows, sorted(columns))
        for model, keys in self._deleted.items():
            # Without signals, which ask the database about each row; nothing points to a row.
            rows_to_delete: Any = model._default_manager.filter(pk__in=keys)
            rows_to_delete._raw_delete(rows_to_delete.db)
        for model, rows in self._made.items():
            model._default_manager.bulk_create(rows)


def _is_same(column: Any, one: Any, other: Any) -> bool:
    """Tell whether two values of a column are stored alike: those of bodies have no equality of their own."""
    if isinstance(column, StreamField):
        return bool(column.get_prep_value(one) == column.get_prep_value(other))
    return bool(one == other)


def _correct_revisions(shared: _Shared, targets: list[Any]) -> None:
    """Correct the revisions that may still be published: the newest, and those that wait for their hour."""
    by_key = {str(target.pk): target for target in targets}
    if not by_key:
        return
    model = type(targets[0])
    latest = [target.latest_revision_id for target in targets if getattr(target, "latest_revision_id", None)]
    revisions = Revision.objects.filter(
        Q(pk__in=latest) | Q(approved_go_live_at__isnull=False),
        content_type=ContentType.objects.get_for_model(model),
        object_id__in=by_key,
    )
    corrected = [
        revision
        for revision in revisions
        if shared.correct(
            by_key[revision.object_id],
            revision.content,
            is_draft=revision.pk != getattr(by_key[revision.object_id], "live_revision_id", None),
        )
    ]
    Revision.objects.bulk_update(corrected, ["content"])


def _tell_readers(shared: _Shared, targets: list[Any], changed: list[Any], source: Any) -> None:
    """Note since when a translation is behind its source, and where, and that a corrected page has changed."""
    today, published = timezone.localdate(), source.last_published_at
    noted = []
    for target in targets:
        behind = not_yet_told(type(source), shared.now, shared.contents[target.pk], shared.known[target.locale_id])
        since = (target.source_changed_on or today) if behind else None
        places = older_places(type(source), shared.now, shared.contents[target.pk], behind)
        renewed = target in changed and target.live and published
        if (target.source_changed_on, target.older_places) != (since, places) or renewed:
            target.source_changed_on, target.older_places = since, places
            target.last_published_at = published if renewed else target.last_published_at
            noted.append(target)
    if noted:
        columns = ["source_changed_on", "older_places", "last_published_at"]
        type(noted[0])._default_manager.bulk_update(noted, columns)
        note(target.pk for target in noted if target.live)


def _written(target: Any) -> None:
    """Do what follows the saving of a page or concept, and note it in its history."""
    if isinstance(target, BasePage):
        target.was_written()
    else:
        target.save(update_fields=[field.name for field in fields_of(type(target)).shared])
    log(instance=target, action=LOG_ACTION, content_changed=True)


@contextmanager
def _remembering(identity: Any) -> Iterator[None]:
    """Know what is under way, so that two languages that follow one another come to an end."""
    token = _under_way.set(_under_way.get() | {identity})
    try:
        yield
    finally:
        _under_way.reset(token)
