"""The files of the library: each work once, with its editions in languages, told where a public page offers it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from http import HTTPStatus
from typing import Any, Literal
from uuid import UUID

from django.db.models import Q, QuerySet
from django.db.models.functions import Lower
from django.http import HttpRequest
from django.utils.translation import gettext_noop
from pydantic import Field

from api import columns, exports
from api.fields import choosing_fields, fields_left_out
from api.filters import CODE, EQUAL, IN, NOT, TEXT, WHOLE, Filter, narrowed, parameters_of
from api.language_choice import FALLBACK, LANGUAGE_OR_ANY, LanguageChoice
from api.library.examples import example_of
from api.library.included import Beside, not_included
from api.library.shown import NUMBER_IN_PATH, ShownBy, pages_showing, shown_by
from api.lists import LIMIT, OFFSET, Listed, ends
from api.operations import Operation, address_of, operation
from api.parameters import choice
from api.problems import ProblemError
from api.schemas import Answer, PartOfAnswer, described
from cms.bodies.reading import file_target
from cms.editions import best_among
from cms.enums import DocumentKind
from cms.file_kinds import DOCUMENT, key_of_file
from cms.languages import LANGUAGE_CODES
from cms.models import LibraryDocument
from cms.portions import portions
from cms.visibility import WORK, in_restricted_collection, public_documents

KindName = Literal["report", "strategy", "survey", "guide", "handbook", "bulletin", "promotion", "other"]


class FileOfDocument(Answer):
    """The file of a document in a language."""

    file_id: int = Field(description=gettext_noop("Number of the file, which links in texts name."))
    language: str = Field(description=gettext_noop("Code of the language."))
    title: str = Field(description=gettext_noop("title"))
    edition: str | None = Field(description=gettext_noop("edition"))
    size: int | None = Field(description=gettext_noop("Size in bytes."))
    format: str = Field(description=gettext_noop("Type of the file, for example PDF."))
    media_type: str = Field(description=gettext_noop("Media type of the file."))
    checksum: str | None = Field(description=gettext_noop("SHA-1 of the file."))
    address: str = Field(description=gettext_noop("Address of the file; it stays when the file is replaced."))


class EditionOfDocument(FileOfDocument):
    """An edition."""

    model_config = described(gettext_noop("A document in one of the languages in which readers can have it."))

    api_address: str = Field(description=gettext_noop("Address of the item in this language in the API."))


class DocumentItem(FileOfDocument):
    """A document."""

    model_config = described(gettext_noop("A file that pages offer, with its editions in other languages."))

    type: Literal["document"] = Field(description=gettext_noop("Type of the item."))
    id: int = Field(description=gettext_noop("Number of the document, the same in all languages."))
    key: UUID = Field(description=gettext_noop("Key of the item, the same in all languages."))
    requested: str = Field(description=gettext_noop("Code of the language asked for."))
    original_language: str | None = Field(
        description=gettext_noop("Code of the language of the first edition; null where readers cannot have it.")
    )
    kind: KindName = Field(description=gettext_noop("kind"))
    uploaded_at: datetime = Field(description=gettext_noop("When it was uploaded."))
    api_address: str = Field(description=gettext_noop("Address of the item in this API."))
    editions: list[EditionOfDocument] = Field(description=gettext_noop("Languages in which the item is there."))
    shown_by: list[ShownBy] = Field(description=gettext_noop("Public items that show it in any language."))


class _PartOfDocuments(Listed):
    """A part of the documents."""

    model_config = described(gettext_noop("Items of a type, in order."))

    items: list[DocumentItem] = Field(description=gettext_noop("The items, in order."))


BESIDE = Beside("document")
DocumentList = BESIDE.schema("DocumentList", _PartOfDocuments)
DocumentAnswer = BESIDE.schema("DocumentAnswer", DocumentItem)
FILTERS = (
    Filter(
        "id", gettext_noop("Number of the document, the same in all languages."), "work", WHOLE, (), (EQUAL, IN, NOT)
    ),
    Filter("title", gettext_noop("Title of the item."), "title", TEXT),
    Filter("kind", gettext_noop("Kind."), "kind", CODE, DocumentKind.values, (EQUAL, IN, NOT)),
    Filter("size", gettext_noop("Size in bytes."), "file_size", WHOLE),
    Filter("checksum", gettext_noop("SHA-1 of the file."), "file_hash", CODE, (), (EQUAL, IN, NOT)),
)
NEWEST, BY_TITLE = "newest", "title"
ORDER = choice("order", gettext_noop("Order of the items."), [BY_TITLE, f"-{BY_TITLE}", NEWEST], BY_TITLE)
CHOSEN = choosing_fields(DocumentItem, "title,address", "shown_by")


def _address(work: int, language: str | None = None) -> str:
    return address_of(f"documents/{work}", language=language)


def _file(document: LibraryDocument) -> dict[str, Any]:
    told = file_target(document)
    return {
        "file_id": told.id,
        "language": told.language,
        "title": told.title,
        "edition": told.edition,
        "size": told.size,
        "format": told.format,
        "media_type": told.media_type,
        "checksum": told.checksum,
        "address": told.address,
    }


def _served(documents: QuerySet[Any], wanted: LanguageChoice) -> QuerySet[Any]:
    """Return the files that are served: of each work one, or with every language all."""
    public = public_documents(documents)
    if wanted.is_every:
        return public
    return best_among(public, wanted.chain, "work", "language", Q(edition_of__isnull=True))


def _items(documents: Sequence[Any], wanted: LanguageChoice) -> list[DocumentItem]:
    """Return files as items: a statement for all their editions, two for what shows them."""
    works = {document.work for document in documents}
    all_of_works = LibraryDocument.objects.filter(Q(pk__in=works) | Q(edition_of__in=works))
    editions = list(all_of_works.annotate(work=WORK, is_hidden=in_restricted_collection())) if works else []
    # Whatever edition a page names, it offers all.
    showing = shown_by(pages_showing(LibraryDocument, {one.pk: one.work for one in editions}), wanted)
    public: defaultdict[int, list[Any]] = defaultdict(list)
    for one in editions:
        if not one.is_hidden:
            public[one.work].append(one)
    return [_item(document, public[document.work], showing[document.work], wanted) for document in documents]


def _item(document: Any, editions: list[Any], showing: list[ShownBy], wanted: LanguageChoice) -> DocumentItem:
    work = document.work
    editions.sort(key=lambda one: (LANGUAGE_CODES.index(one.language), one.pk))
    original = next((one.language for one in editions if one.pk == work), None)
    return DocumentItem(
        **_file(document),
        type="document",
        id=work,
        key=key_of_file(DOCUMENT, work),
        requested=wanted.requested,
        original_language=original,
        kind=document.kind,
        uploaded_at=document.created_at,
        api_address=_address(work),
        editions=[EditionOfDocument(**_file(one), api_address=_address(work, one.language)) for one in editions],
        shown_by=showing,
    )


def _ordered(order: str, documents: QuerySet[Any]) -> QuerySet[Any]:
    if order == NEWEST:
        return documents.order_by("-created_at", "-pk")
    title = Lower("title")
    return documents.order_by(title.desc() if order.startswith("-") else title.asc(), "pk")


LIST = Operation(
    path="documents",
    name="list_documents",
    summary=gettext_noop("Documents"),
    description=gettext_noop(
        "Files that public pages offer, each work once: in the language asked for, else in the first of “fallback” "
        "that it is in; with “*” every file. Filters and order apply to what is served."
    ),
    parameters=(
        LANGUAGE_OR_ANY,
        FALLBACK,
        *parameters_of(FILTERS),
        ORDER,
        *CHOSEN,
        *BESIDE.parameters,
        LIMIT,
        OFFSET,
    ),
    answer=DocumentList,
    example=example_of(DocumentList),
)


def _chosen(asked: Mapping[str, Any]) -> QuerySet[Any]:
    """Return the files that are asked for, in order."""
    documents = _served(LibraryDocument.objects.all(), LanguageChoice.of(asked))
    return _ordered(asked["order"], narrowed(documents, FILTERS, asked))


@operation(LIST)
def list_documents(request: HttpRequest, asked: dict[str, Any]) -> PartOfAnswer:
    """Answer with a part of the documents: five statements, and those of what is included."""
    documents = _chosen(asked)
    shown = documents[asked["offset"] : asked["offset"] + asked["limit"]]
    items = _items(list(shown), LanguageChoice.of(asked))
    related = BESIDE.told(items, asked)
    answer: Answer = DocumentList(**ends(request, asked, documents.count()), items=items, included=related)
    return answer.without({"items": {"__all__": fields_left_out(DocumentItem, asked)}, **not_included(related)})


def _portions(asked: Mapping[str, Any]) -> Iterator[list[DocumentItem]]:
    """Yield all documents, some at a time."""
    for documents in portions(_chosen(asked)):
        yield _items(documents, LanguageChoice.of(asked))


exports.declare(exports.with_columns(LIST, DocumentItem, _portions, columns.DOCUMENT))


@operation(
    Operation(
        path="documents/{id}",
        name="get_document",
        summary=gettext_noop("document"),
        description=gettext_noop(
            "A document by its number, or by that of one of its files, in the language asked for, else in the first of "
            "“fallback” that it is in; with “*” in its original language."
        ),
        parameters=(NUMBER_IN_PATH, LANGUAGE_OR_ANY, FALLBACK, *CHOSEN, *BESIDE.parameters),
        answer=DocumentAnswer,
        example=example_of(DocumentItem),
    )
)
def get_document(request: HttpRequest, asked: dict[str, Any]) -> PartOfAnswer:
    """Answer with one document: four statements, and those of what is included."""
    wanted = LanguageChoice.of(asked)
    work = LibraryDocument.objects.filter(pk=asked["id"]).values(of=WORK)
    of_work = LibraryDocument.objects.filter(Q(pk__in=work) | Q(edition_of__in=work))
    public = public_documents(of_work, few=True)
    found = best_among(public, wanted.of_one_item, "work", "language", Q(edition_of__isnull=True)).first()
    if found is None:
        languages = sorted(set(public.values_list("language", flat=True)))
        raise ProblemError(HTTPStatus.NOT_FOUND, languages=languages)
    (item,) = _items([found], wanted)
    related = BESIDE.told([item], asked)
    answer: Answer = DocumentAnswer(**dict(item), included=related)
    return answer.without(dict.fromkeys(fields_left_out(DocumentItem, asked), True) | not_included(related))
