"""The indices of Elasticsearch: made, looked up, swapped, deleted.

Which index readers are sent to is told by the aliases; the database knows which indices it has filled.
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
from search.models import SearchIndex
from search.synchronisation.sending import NotWellError


@contextmanager
def worker_client() -> Iterator[Elasticsearch]:
    """Give the worker's client; whatever it raises comes as NotWellError, without a word of a document."""
    try:
        yield patient_client()
    except ApiError as problem:
        message = f"{type(problem).__name__} {problem.status_code} {problem.error}"
        raise NotWellError(message) from problem
    except TransportError as problem:
        raise NotWellError(type(problem).__name__) from problem


def live_names() -> dict[str, str]:
    """Return the name of the index that readers of each language are sent to, where there is one."""
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
    """Return the index that readers of a language are sent to, if this database has filled it."""
    return known(live_names().get(language, ""))


def known(name: str) -> SearchIndex | None:
    """Return the index of this name that this database has filled; readers who are sent to it make it complete."""
    index = SearchIndex.objects.filter(name=name).first()
    if index and not index.is_complete:
        index.is_complete, index.live_since = True, timezone.now()
        index.save(update_fields=["is_complete", "live_since"])
    return index


def unfinished(language: str) -> SearchIndex:
    """Return the index of a language that is being built: the one that was begun, else a new, empty one."""
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
    """Send readers and worker to an index, in one call."""
    names = (schema.read_alias(index.language), schema.write_alias(index.language))
    actions: list[dict[str, Any]] = [
        {"remove": {"index": old, "alias": alias}} for alias in names for old in _behind(alias) if old != index.name
    ]
    actions += [{"remove": {"index": index.name, "alias": schema.build_alias(index.language), "must_exist": False}}]
    actions += [{"add": {"index": index.name, "alias": names[0]}}]
    actions += [{"add": {"index": index.name, "alias": names[1], "is_write_index": True}}]
    with worker_client() as client:
        client.indices.update_aliases(actions=actions)
    index.is_complete, index.live_since = True, timezone.now()
    index.save(update_fields=["is_complete", "live_since"])


def mend_aliases(index: SearchIndex) -> None:
    """Give the index that readers are sent to its other name, if somebody took that away."""
    alias = schema.write_alias(index.language)
    if index.name in _behind(schema.read_alias(index.language)) and _behind(alias) != [index.name]:
        if exists(alias) and not _behind(alias):
            delete(alias)  # an index that a removal has made under the name of the alias that was gone
        swap(index)


def previous(index: SearchIndex) -> SearchIndex | None:
    """Return the index that readers were sent to before this one, if Elasticsearch still has it."""
    others = SearchIndex.objects.filter(language=index.language, is_complete=True).exclude(pk=index.pk)
    in_turn = others.order_by(F("live_since").desc(nulls_last=True), "-pk")
    return next((one for one in in_turn if exists(one.name)), None)


def exists(name: str) -> bool:
    """Tell whether Elasticsearch has an index of this name."""
    with worker_client() as client:
        return bool(client.indices.exists(index=name))


def refresh(index: SearchIndex) -> None:
    """Make all that was sent to an index findable."""
    with worker_client() as client:
        client.indices.refresh(index=index.name)


def count(index: SearchIndex) -> int:
    """Return the number of documents that can be found in an index."""
    with worker_client() as client:
        return int(client.count(index=index.name)["count"])


def delete_older(index: SearchIndex) -> None:
    """Delete what is older than the index that was live before this one."""
    kept = {index.pk}
    before = previous(index)
    if before:
        kept.add(before.pk)
    for old in SearchIndex.objects.filter(language=index.language, is_complete=True).exclude(pk__in=kept):
        delete(old.name)
        old.delete()


def strangers() -> list[str]:
    """Return the names of indices that are called like ours, which this database knows nothing of."""
    pattern = ",".join(f"{schema.prefix_of(language)}*" for language in LANGUAGES)
    with worker_client() as client:
        names = client.indices.get(index=pattern, features="aliases", allow_no_indices=True).body
    return sorted(set(names) - set(SearchIndex.objects.values_list("name", flat=True)))


def meta(index: SearchIndex) -> dict[str, Any]:
    """Return what an index says of itself: `schema`, `language`; and `dynamic`, what it does with unknown fields."""
    with worker_client() as client:
        found = client.indices.get_mapping(index=index.name).body[index.name]["mappings"]
    return {**found.get("_meta", {}), "dynamic": str(found.get("dynamic"))}


def _behind(alias: str) -> list[str]:
    """Return the names of the indices behind an alias."""
    with worker_client() as client:
        answer = client.options(ignore_status=404).indices.get_alias(name=alias).body
    return [name for name, about in answer.items() if isinstance(about, dict) and alias in about.get("aliases", {})]


def _clear_names(language: str) -> None:
    """Delete what stands where a new index has to go.

    That is a build that this database knows nothing of, and an index that a removal has made under the name
    of an alias that was gone.
    """
    for alias in (schema.build_alias(language), schema.write_alias(language), schema.read_alias(language)):
        with worker_client() as client:
            try:
                found = client.indices.get(index=alias, features="aliases").body
            except NotFoundError:
                continue
        for name in found:
            if name == alias or (alias == schema.build_alias(language) and not known_as_unfinished(name)):
                delete(name)


def known_as_unfinished(name: str) -> bool:
    """Tell whether an index is being built by this database."""
    return SearchIndex.objects.filter(name=name, is_complete=False).exists()


def delete(name: str) -> None:
    """Delete an index, if it is there."""
    with worker_client() as client:
        client.options(ignore_status=404).indices.delete(index=name)
