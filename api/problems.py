"""What a client is told who does not get what it asked for: problems as RFC 9457 has them, in its language."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from difflib import get_close_matches
from http import HTTPStatus
from typing import Literal

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext
from pydantic import BaseModel, Field

from api.keys.format import hidden
from api.schemas import described
from cms.languages import NORWEGIAN_CODES, current_language

MEDIA_TYPE = "application/problem+json"
MOST_FAULTS = 20  # that are told; who sends more has them counted
LONGEST_VALUE = 100  # letters of what was sent that are said again
OF_ADDRESSES = 0.5  # how much an address has to be alike to be the one that was meant
_ENOUGH = 3  # letters by which a name is known where it alone begins with them

Code = Literal[
    "unknown_parameter", "unknown_operator", "unknown_value", "wrong_type", "out_of_range", "repeated",
    "damaged_cursor", "missing", "not_together", "damaged_key", "unknown_key", "expired_key", "revoked_key",
]  # fmt: skip

# Title and explanation by status: what is told where nothing more exact is known.
KINDS: dict[int, tuple[str, str, str]] = {
    400: (
        "bad-request",
        gettext_noop("Damaged request"),
        gettext_noop("The request cannot be read."),
    ),
    401: (
        "key-not-accepted",
        gettext_noop("Key not accepted"),
        gettext_noop("The key that was sent is not accepted. Without a key the API answers as well."),
    ),
    404: (
        "not-found",
        gettext_noop("Nothing found"),
        gettext_noop("There is nothing at this address."),
    ),
    405: (
        "method-not-allowed",
        gettext_noop("Method not allowed"),
        gettext_noop("The API can only be read: with GET, HEAD and OPTIONS."),
    ),
    406: (
        "not-acceptable",
        gettext_noop("Format not available"),
        gettext_noop("The answer is available in these formats: %(formats)s."),
    ),
    410: (
        "gone",
        gettext_noop("Changes no longer kept"),
        gettext_noop("The changes since this cursor are no longer kept. Begin anew without “since”."),
    ),
    422: (
        "invalid-parameters",
        gettext_noop("Invalid parameters"),
        gettext_noop("The parameters below cannot be used as they were sent."),
    ),
    429: (
        "too-many-requests",
        gettext_noop("Too many requests"),
        gettext_noop("The limit of requests a minute is reached. Ask again when “Retry-After” says."),
    ),
    500: (
        "server-error",
        gettext_noop("Server error"),
        gettext_noop("Something failed on our side. The reference helps us to find it."),
    ),
    503: (
        "unavailable",
        gettext_noop("Temporarily unavailable"),
        gettext_noop("Nothing can be read for the moment. Ask again when “Retry-After” says."),
    ),
}


class Fault(BaseModel):
    """A parameter or a header that cannot be used."""

    model_config = described(gettext_noop("A parameter or a header that cannot be used."))

    parameter: str = Field(description=gettext_noop("Name of the parameter or header."))
    code: Code = Field(description=gettext_noop("What is wrong, for programs."))
    detail: str = Field(description=gettext_noop("What is wrong, in the language asked for."))
    value: str | None = Field(default=None, description=gettext_noop("What was sent, shortened."))
    nearest: str | None = Field(default=None, description=gettext_noop("The most similar name or value that would do."))
    allowed: list[str] = Field(default=[], description=gettext_noop("All names or values that would do."))


class Problem(BaseModel):
    """Why there is no answer."""

    model_config = described(gettext_noop("Why there is no answer, as RFC 9457 describes it."))

    type: str = Field(description=gettext_noop("Address of the explanation of this kind of problem."))
    title: str = Field(description=gettext_noop("Name of this kind of problem, in the language asked for."))
    status: int = Field(description=gettext_noop("HTTP status."))
    detail: str = Field(description=gettext_noop("What happened, in the language asked for."))
    instance: str = Field(description=gettext_noop("What was asked for."))
    errors: list[Fault] = Field(default=[], description=gettext_noop("All faults of the parameters at once."))
    nearest: str | None = Field(default=None, description=gettext_noop("The most similar address that exists."))
    languages: list[str] = Field(default=[], description=gettext_noop("Languages in which the item is there."))
    begin: str | None = Field(default=None, description=gettext_noop("Where to begin anew."))
    reference: str | None = Field(default=None, description=gettext_noop("By which operators find the fault."))


class ProblemError(Exception):
    """Ends the making of an answer with a problem."""

    def __init__(
        self,
        status: HTTPStatus,
        *,
        faults: Collection[Fault] = (),
        more: int = 0,
        nearest: str | None = None,
        languages: Iterable[str] = (),
        begin: str | None = None,
        reference: str | None = None,
        formats: Iterable[str] = (),
        detail: str = "",
        headers: dict[str, str] | None = None,
    ) -> None:
        super().__init__(status)
        self.status = status
        self.faults = list(faults)
        self.more = more
        self.nearest = nearest
        self.languages = list(languages)
        self.begin = begin
        self.reference = reference
        self.formats = ", ".join(formats)
        self.detail = detail  # a message of the catalogues, where more is known than of all problems of a kind
        self.headers = headers or {}

    def response(self, request: HttpRequest) -> HttpResponse:
        """Return the problem as an answer in the active language."""
        name, title, detail = KINDS[self.status]
        said = _(self.detail or detail)
        if self.formats:
            said %= {"formats": self.formats}
        if self.languages:
            said = _("It is not there in this language, but in others: %(languages)s.")
            said %= {"languages": ", ".join(self.languages)}
        if self.more:
            left_out = ngettext("%(count)s more is not listed.", "%(count)s more are not listed.", self.more)
            said = f"{said} {left_out % {'count': self.more}}"
        problem = Problem(
            type=kind_address(name),
            title=_(title),
            status=self.status,
            detail=said,
            instance=shown(request.path),
            errors=self.faults,
            nearest=self.nearest,
            languages=self.languages,
            begin=self.begin,
            reference=self.reference,
        )
        answer = HttpResponse(problem.model_dump_json(), status=self.status, content_type=MEDIA_TYPE)
        answer.headers["Content-Language"] = current_language()
        answer.headers["Cache-Control"] = "no-store"
        for header, value in self.headers.items():
            answer.headers[header] = value
        return answer


def kind_address(name: str) -> str:
    """Return where a kind of problem is explained."""
    return f"{settings.SITE_URL}/api/v1/docs#problem-{name}"


def shown(sent: str) -> str:
    """Return what somebody sent so that every text may hold it: short, without half a character, and without a key."""
    return hidden(sent)[:LONGEST_VALUE].encode("utf-8", "replace").decode()


def nearest_to(sent: str, allowed: Collection[str], likeness: float = 0.7) -> str | None:
    """Return which of the allowed names or values was probably meant: one that is at least so much alike, up to 1."""
    if sent.lower() in NORWEGIAN_CODES and "nb" in allowed:
        return "nb"
    by_fold = {one.casefold(): one for one in allowed}
    meant = sent[:LONGEST_VALUE].casefold()
    begin = [one for one in by_fold if one.startswith(meant)] if len(meant) >= _ENOUGH else []
    alike = begin if len(begin) == 1 else get_close_matches(meant, by_fold, 1, likeness)
    return by_fold[alike[0]] if alike else None
