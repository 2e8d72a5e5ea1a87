"""The indices of Elasticsearch: made, looked up, swapped, deleted.

The aliases tell which index searches use. The database knows which indices it has filled.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from elastic_transport import TransportError
from elasticsearch import ApiError, BadRequestError, Elasticsearch, NotFoundError

from search.analysis import LANGUAGES
from search.engines.elasticsearch import schema
from search.engines.elasticsearch.client import patient_client
from search.models import SearchChange, SearchIndex
from search.synchronisation.sending import NotWellError


@contextmanager
def worker_client() -> Iterator[Elasticsearch]:
    """Give the client of the worker; its errors are raised as NotWellError, without any text of a document."""
    try:
        yield patient_client()
    except ApiError as problem:
        message = f"{type(problem).__name__} {problem.status_code} {problem.error}"
        raise NotWellError(message) from problem
    except TransportError as problem:
        raise NotWellError(type(problem).__name__) from problem


def live_names() -> dict[str, str]:
    """Return by language the name of the index that searches use, where there is one."""
    aliases = {schema.read_alias(language): language for language in LANGUAGES}
    with worker_client() as client:
        answer = client.options(ignore_status=404).indices.get_alias(name=",".join(aliases)).body
    return {
        aliases[alias]: name
        for name, about in answer.items()
        if isinstance(about, dict)
        for alias in about.get("aliases", {})
        if alias in aliases
    }


def live(language: str) -> SearchIndex | None:
    """Return the index that searches in a language use, if this database has filled it."""
    return known(live_names().get(language, ""))


def known(name: str) -> SearchIndex | None:
    """Return the index of this name, if this database has filled it. As searches use it, it is noted as complete."""
    index = SearchIndex.objects.filter(name=name).first()
    if index and not index.is_complete:
        _note_live(index)
    return index


@transaction.atomic
def _note_live(index: SearchIndex) -> None:
    index.is_complete, index.live_since = True, timezone.now()
    index.save(update_fields=["is_complete", "live_since"])
    SearchChange.objects.create()


def unfinished(language: str) -> SearchIndex:
    """Return the index of a language that is being built: the one that was begun, else a new and empty one."""
    building = SearchIndex.objects.filter(language=language, schema=schema.schema_hash(), is_complete=False).first()
    if building:
        if building.name in _behind(schema.build_alias(language)):
            return building
        if known(live_names().get(language, "")) != building:
            building.delete()
    _clear_names(language)
    with transaction.atomic():
        building, _is_new = SearchIndex.objects.get_or_create(
            language=language,
            schema=schema.schema_hash(),
            is_complete=False,
            defaults={"name": schema.new_index_name(language)},
        )
    with worker_client() as client:
        try:
            client.indices.create(
                index=building.name,
                settings=schema.SETTINGS,
                mappings=schema.mapping(language),
                aliases={schema.build_alias(language): {"is_write_index": True}},
            )
        except BadRequestError as problem:
            if problem.error != "resource_already_exists_exception":
                raise
    return building


def swap(index: SearchIndex) -> None:
    """Have searches and the worker use an index, which is refreshed before, by one call."""
    refresh(index)
    names = (schema.read_alias(index.language), schema.write_alias(index.language))
    actions: list[dict[str, Any]] = [
        {"remove": {"index": old, "alias": alias}} for alias in names for old in _behind(alias) if old != index.name
    ]
    actions += [{"remove": {"index": index.name, "alias": schema.build_alias(index.language), "must_exist": False}}]
    actions += [{"add": {"index": index.name, "alias": names[0]}}]
    actions += [{"add": {"index": index.name, "alias": names[1], "is_write_index": True}}]
    with worker_client() as client:
        client.indices.update_aliases(actions=actions)
    _note_live(index)


def mend_aliases(index: SearchIndex) -> None:
    """Give the index that searches use back the alias of the worker, if somebody removed that."""
    alias = schema.write_alias(index.language)
    if index.name in _behind(schema.read_alias(index.language)) and _behind(alias) != [index.name]:
        if exists(alias) and not _behind(alias):
            delete(alias)  # a removal had made an index under the name of the missing alias
        swap(index)


def previous(index: SearchIndex) -> SearchIndex | None:
    """Return the index that searches used before this one, if Elasticsearch still has it."""
    others = SearchIndex.objects.filter(language=index.language, is_complete=True).exclude(pk=index.pk)
    in_turn = others.order_by(F("live_since").desc(nulls_last=True), "-pk")
    return next((one for one in in_turn if exists(one.name)), None)


def exists(name: str) -> bool:
    """Tell whether Elasticsearch has an index of this name."""
    with worker_client() as client:
        return bool(client.indices.exists(index=name))


def refresh(index: SearchIndex) -> None:
    """Have searches find all that was sent to an index."""
    with worker_client() as client:
        client.indices.refresh(index=index.name)


def count(index: SearchIndex) -> int:
    """Return the number of documents that can be found in an index."""
    with worker_client() as client:
        return int(client.count(index=index.name)["count"])


def delete_older(index: SearchIndex) -> None:
    """Delete the indices of a language that are older than the one that was live before this one."""
    kept = {index.pk}
    before = previous(index)
    if before:
        kept.add(before.pk)
    for old in SearchIndex.objects.filter(language=index.language, is_complete=True).exclude(pk__in=kept):
        delete(old.name)
        old.delete()


def strangers() -> list[str]:
    """Return the names of indices with our prefix that this database has not filled."""
    pattern = ",".join(f"{schema.prefix_of(language)}*" for language in LANGUAGES)
    with worker_client() as client:
        names = client.indices.get(index=pattern, features="aliases", allow_no_indices=True).body
    return sorted(set(names) - set(SearchIndex.objects.values_list("name", flat=True)))


def meta(index: SearchIndex) -> dict[str, Any]:
    """Return what an index tells about itself: `schema`, `language`, and how it treats unknown fields (`dynamic`)."""
    with worker_client() as client:
        mappings = client.indices.get_mapping(index=index.name).body[index.name]["mappings"]
    return {**mappings.get("_meta", {}), "dynamic": str(mappings.get("dynamic"))}


def _behind(alias: str) -> list[str]:
    """Return the names of the indices behind an alias."""
    with worker_client() as client:
        answer = client.options(ignore_status=404).indices.get_alias(name=alias).body
    return [name for name, about in answer.items() if isinstance(about, dict) and alias in about.get("aliases", {})]


def _clear_names(language: str) -> None:
    """Delete indices that stand in the way of a new one.

    These are an unfinished index of which this database knows nothing, and an index that a removal has made under the
    name of a missing alias.
    """
    for alias in (schema.build_alias(language), schema.write_alias(language), schema.read_alias(language)):
        with worker_client() as client:
            try:
                names = client.indices.get(index=alias, features="aliases").body
            except NotFoundError:
                continue
        for name in names:
            if name == alias or (alias == schema.build_alias(language) and not known_as_unfinished(name)):
                delete(name)


def known_as_unfinished(name: str) -> bool:
    """Tell whether an index is being built by this database."""
    return SearchIndex.objects.filter(name=name, is_complete=False).exists()


def delete(name: str) -> None:
    """Delete an index, if it exists."""
    with worker_client() as client:
        client.options(ignore_status=404).indices.delete(index=name)
