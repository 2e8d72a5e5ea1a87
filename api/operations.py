"""The operations of the API: each is declared once, and from that checked, answered and documented."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import wraps
from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.http import urlencode
from django.utils.translation import gettext_noop
from ninja import NinjaAPI

from api.parameters import Parameter, read_all
from api.problems import ProblemError
from api.schemas import Answer
from cms.validators import validated

ROOT = "/api/v1/"
JSON = "application/json"
# Of every operation; 410 only of those that say so.
USUAL_PROBLEMS = (400, 404, 405, 406, 422, 429, 500, 503)

api = NinjaAPI(
    title="Vademecum",
    version="1",
    description=gettext_noop(
        "The library for programs: read-only, public, without a key. Nothing is taken away from version 1, only added."
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
    """One thing that can be asked for; `example` is the body of an answer."""

    path: str
    name: str
    summary: str
    description: str
    parameters: Sequence[Parameter]
    answer: type[Answer]
    example: Mapping[str, Any]
    problems: Sequence[int] = USUAL_PROBLEMS
    cache: str = "public, max-age=60, stale-while-revalidate=600"

    @property
    def address(self) -> str:
        """Return its path on the site."""
        return f"{ROOT}{self.path}"


OPERATIONS: list[Operation] = []  # in the order of the documentation


def operation(told: Operation) -> Callable[[Callable[[HttpRequest, dict[str, Any]], Answer]], Callable[..., Any]]:
    """Declare that a function answers an operation: it takes the request and the values of all parameters."""

    def declare(function: Callable[[HttpRequest, dict[str, Any]], Answer]) -> Callable[..., Any]:
        @wraps(function)
        def view(request: HttpRequest) -> HttpResponse:
            refuse_other_formats(request, JSON)
            reading = read_all(told.parameters, request.GET)
            if reading.faults:
                raise ProblemError(HTTPStatus.UNPROCESSABLE_ENTITY, faults=reading.faults, more=reading.more)
            body = function(request, reading.values)
            answer = HttpResponse(body.model_dump_json(), content_type=JSON)
            answer.headers["Cache-Control"] = told.cache
            return validated(request, answer)

        # What `wraps` takes over would have ninja look for parameters of its own.
        view.__dict__.pop("__wrapped__")
        view.__annotations__ = {"request": HttpRequest, "return": HttpResponse}
        OPERATIONS.append(told)
        return api.get(
            f"/{told.path}", response=told.answer, operation_id=told.name, summary=told.summary, url_name=told.name
        )(view)

    return declare


def refuse_other_formats(request: HttpRequest, *offered: str) -> None:
    """Raise a problem where the client takes none of these formats."""
    if not any(request.accepts(one) for one in offered):
        raise ProblemError(HTTPStatus.NOT_ACCEPTABLE, formats=offered)


def address_of(path: str, **parameters: Any) -> str:
    """Return the whole address of a path of the API with those of the parameters that are not None."""
    query = urlencode({name: value for name, value in parameters.items() if value is not None})
    return f"{settings.SITE_URL}{ROOT}{path}{'?' if query else ''}{query}"
