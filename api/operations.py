"""The operations of the API: each is declared once, and from that checked, answered and documented."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any, cast

from django.conf import settings
from django.http import HttpRequest, HttpResponse, QueryDict, StreamingHttpResponse
from django.utils import translation
from django.utils.http import urlencode
from django.utils.translation import gettext_noop
from ninja import NinjaAPI

from api import surrogate_keys
from api.facet_values import unknown_values
from api.kept import answered
from api.parameters import Parameter, read_all
from api.problems import MOST_FAULTS, ProblemError
from api.schemas import JSON, Answer, MadeAnswer, PartOfAnswer
from cms.generation import generation
from cms.languages import LANGUAGE_CODES
from cms.streaming import streamed
from cms.validators import validated, validated_by

ROOT = "/api/v1/"
# Of every operation; 410 only of those that say so.
USUAL_PROBLEMS = (400, 401, 404, 405, 406, 422, 429, 500, 503)

api = NinjaAPI(
    title="Vademecum",
    version="1",
    description=gettext_noop(
        "The library for programs: read-only and public. No key is needed; with one, more requests are allowed. "
        "Nothing is taken away from version 1, only added."
    ),
    urls_namespace="api",
    openapi_url="",  # its own, see api.documentation
    docs_url="",
)


@api.exception_handler(Exception)
def let_through(request: HttpRequest, error: Exception) -> HttpResponse:
    """Leave every failure to the middleware, which answers all of them alike."""
    raise error


@dataclass(frozen=True)
class Operation:
    """One thing that can be asked for; `example` is the body of an answer, "" where none can be shown.

    `content_type` is what its body is written as; `answer` is the schema of one in JSON, of each line where it has
    lines, None of any other. A parameter that `is_in_path` stands in `path` as {name}. `state` reads what tells that an
    answer is still the same without making it: by default that of the library. Where there is none, or it gives None,
    answers are made and compared. What is not `is_for_all` is nobody's to keep: it is made each time and not compared.
    """

    path: str
    name: str
    summary: str
    description: str
    parameters: Sequence[Parameter]
    answer: type[Answer] | None
    example: Mapping[str, Any] | str
    problems: Sequence[int] = USUAL_PROBLEMS
    cache: str = "public, max-age=60, stale-while-revalidate=600"
    state: Callable[[], str | None] | None = generation
    is_for_all: bool = True
    content_type: str = JSON

    @property
    def media_type(self) -> str:
        """Return what its body is written as, without the set of characters."""
        return self.content_type.partition(";")[0]

    @property
    def address(self) -> str:
        """Return its path on the site."""
        return f"{ROOT}{self.path}"

    @property
    def group(self) -> str:
        """Return the name of the resource that it belongs to."""
        return re.split("[/.]", self.path)[0]


@dataclass(frozen=True)
class Parts:
    """A body that is made while it is sent, of what is of the library; one with a name is kept as a file."""

    parts: Iterator[bytes]
    name: str = ""


@dataclass(frozen=True)
class StandIn:
    """A body that stands in for a better one for a while: no state tells it, and nobody is to keep it."""

    body: Answer


OPERATIONS: list[Operation] = []  # in the order of the documentation

Body = Answer | PartOfAnswer | MadeAnswer | Parts | StandIn | str  # a text is the body as it is
# Takes the request and the values of all parameters.
Answers = Callable[[HttpRequest, dict[str, Any]], Body]


def operation(told: Operation) -> Callable[[Answers], Callable[..., Any]]:
    """Declare that a function answers an operation."""

    def declare(function: Answers) -> Callable[..., Any]:
        def view(request: HttpRequest, **in_path: str) -> HttpResponse | StreamingHttpResponse:
            refuse_other_formats(request, told.media_type)
            asked = asked_of(request, told.parameters, in_path)
            # Data is told in the language asked for, or in the one that stands for it, whatever the browser prefers.
            language = asked["language"] if asked.get("language") in LANGUAGE_CODES else None

            def make() -> HttpResponse | StreamingHttpResponse:
                try:
                    with translation.override(language):
                        body = function(request, asked)
                except ProblemError:
                    function(request, asked)  # what is wrong is said again, in the language of the client
                    raise
                if isinstance(body, StandIn):
                    return _standing_in(request, told, body)
                answer = _response(told, body, language)
                if told.is_for_all:
                    surrogate_keys.add_to(answer, told.group)
                return answer

            read_state = told.state if told.is_for_all else None
            state = read_state() if read_state else None
            if read_state and state is not None:
                answer = validated_by(request, state, lambda: answered(request, state, read_state, make))
            else:
                answer = make()
                if told.is_for_all and not answer.has_header("ETag"):
                    answer = validated(request, cast("HttpResponse", answer))  # what is made in parts has a state
            answer.headers.setdefault("Cache-Control", told.cache)
            return answer

        view.__name__, view.__doc__ = function.__name__, function.__doc__
        # What ninja is to know of it: it reads no parameters itself, but has to find those of the path.
        view.__signature__ = _signature(told)  # type: ignore[attr-defined]  # inspect's own way to tell a signature
        OPERATIONS.append(told)
        return api.get(
            f"/{told.path}", response=told.answer, operation_id=told.name, summary=told.summary, url_name=told.name
        )(view)

    return declare


def _standing_in(request: HttpRequest, told: Operation, body: StandIn) -> HttpResponse:
    """Return the answer with a body that stands in for a better one: caches ask each time, and get that one at once."""
    answer = HttpResponse(body.body.as_json(), content_type=told.content_type)
    answer.headers["Cache-Control"] = "no-cache"
    surrogate_keys.add_to(answer, told.group)
    return validated(request, answer, is_dated=False)


def _response(
    told: Operation, body: Answer | PartOfAnswer | MadeAnswer | Parts | str, language: str | None
) -> HttpResponse | StreamingHttpResponse:
    """Return the answer that has a body; parts of it are made in a language."""
    if isinstance(body, Parts):
        return streamed(body.parts, language, content_type=told.content_type, name=body.name)
    return HttpResponse(body if isinstance(body, str) else body.as_json(), content_type=told.content_type)


def _signature(told: Operation) -> inspect.Signature:
    kind = inspect.Parameter.KEYWORD_ONLY
    in_path = [inspect.Parameter(one.name, kind, annotation=str) for one in told.parameters if one.is_in_path]
    request = inspect.Parameter("request", inspect.Parameter.POSITIONAL_ONLY, annotation=HttpRequest)
    return inspect.Signature([request, *in_path], return_annotation=HttpResponse)


def asked_of(request: HttpRequest, parameters: Sequence[Parameter], in_path: Mapping[str, str]) -> dict[str, Any]:
    """Return the values of all parameters; raise a problem that names all faults where there are any."""
    in_header = [one for one in parameters if one.is_in_header]
    headers = {one.name: request.headers[one.name] for one in in_header if one.name in request.headers}
    readings = [
        read_all([one for one in parameters if one.is_in_path], _as_sent(in_path)),
        read_all(in_header, _as_sent(headers)),
        read_all([one for one in parameters if not one.is_in_path and not one.is_in_header], request.GET),
    ]
    faults = [fault for reading in readings for fault in reading.faults]
    values = {name: value for reading in readings for name, value in reading.values.items()}
    faults += unknown_values(parameters, values)
    if faults:
        more = readings[-1].more + max(0, len(faults) - MOST_FAULTS)
        raise ProblemError(HTTPStatus.UNPROCESSABLE_ENTITY, faults=faults[:MOST_FAULTS], more=more)
    return values


def _as_sent(values: Mapping[str, str]) -> QueryDict:
    sent = QueryDict(mutable=True)
    sent.update(values)
    return sent


def refuse_other_formats(request: HttpRequest, *offered: str) -> None:
    """Raise a problem where the client takes none of these formats."""
    if not any(request.accepts(one) for one in offered):
        raise ProblemError(HTTPStatus.NOT_ACCEPTABLE, formats=offered)


def address_of(path: str, **parameters: Any) -> str:
    """Return the whole address of a path of the API with those of the parameters that are not None."""
    query = urlencode({name: value for name, value in parameters.items() if value is not None})
    return f"{settings.SITE_URL}{ROOT}{path}{'?' if query else ''}{query}"
