"""Drafts for a front end: one item, for who has the token of a preview link or of the editor's preview."""

from __future__ import annotations

from datetime import datetime
from http import HTTPStatus
from typing import Annotated, Any, Union

from django.http import HttpRequest
from django.utils.translation import gettext_noop
from pydantic import Field

from api.library.examples import example_of
from api.library.resources import FORM, TYPES
from api.operations import Operation, operation
from api.parameters import Parameter
from api.problems import ProblemError
from api.schemas import Answer, described
from cms.previews.files import with_keys
from cms.previews.links import NoPreviewError, opened

# In a header, so that it stands in no address: logs of servers and proxies, histories and referrers never have it. Not
# as “Authorization”, by which a proxy before a library that is not open yet lets people through.
TOKEN_HEADER = "Preview-Token"  # noqa: S105  the name of a header
LONGEST_TOKEN = 200  # characters
TOKEN = Parameter(
    TOKEN_HEADER,
    gettext_noop("Token of the preview, as the front end's preview address has it."),
    str,
    {"type": "string", "maxLength": LONGEST_TOKEN},
    "link-5b0d6c0e8a4b4f5e9d530c4f6e1f7a10.0123456789",
    is_in_header=True,
    is_required=True,
)
ITEM: Any = Annotated[Union[tuple(one.schema for one in TYPES)], Field(discriminator="type")]  # noqa: UP007  made of the types


class Preview(Answer):
    """A draft."""

    model_config = described(gettext_noop("A draft, told as the item that it would be."))

    expires_at: datetime = Field(description=gettext_noop("When the token stops working."))
    item: ITEM = Field(
        description=gettext_noop(
            "The item as it was last written, in its language. What it refers to is told where it is public."
        )
    )
    _draft: Any = None

    def as_json(self) -> str:
        """Return the answer with the keys of the draft's files."""
        return with_keys(super().as_json(), self._draft)


def _no_preview() -> ProblemError:
    """Return what is said of every token that opens nothing, whatever it was."""
    said = gettext_noop("This preview is over: its time has come, it was withdrawn, or its link was not copied whole.")
    return ProblemError(HTTPStatus.NOT_FOUND, detail=said)


@operation(
    Operation(
        path="preview",
        name="get_preview",
        summary=gettext_noop("Preview of a draft"),
        description=gettext_noop(
            "The draft that a preview link or the editor's preview is of. Nothing of it is in any other answer, and "
            "nobody may keep this one. Pictures and files are opened by their addresses as they stand in the answer."
        ),
        parameters=(TOKEN, FORM),
        answer=Preview,
        example={"expires_at": "2026-12-07T09:30:00Z", "item": example_of(TYPES[0].schema)},
        cache="no-store",
        is_for_all=False,
    )
)
def get_preview(request: HttpRequest, asked: dict[str, Any]) -> Preview:
    """Answer with the draft of a token."""
    try:
        draft = opened(asked[TOKEN_HEADER])
    except NoPreviewError as error:
        raise _no_preview() from error
    page = draft.page
    one = next((one for one in TYPES if isinstance(page, one.model)), None)
    if one is None:
        raise _no_preview()
    _views, (item,) = one.told([page], page.language, asked["format"], one.translations([page.translation_key]))
    # No reader of the draft can have its PDF, which is made of what is public.
    answer = Preview.model_validate({"expires_at": draft.expires_at, "item": {**item, "pdf_address": None}})
    answer._draft = draft
    return answer
