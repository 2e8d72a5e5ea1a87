"""Links to drafts: who makes one, whom it lets see what, and when it is over.

A link is the name of its row, signed with the site's key: nobody makes one up, and none can be read from the database.
It lets see the newest draft of one page and nothing else that is not public. It is over when its time is, when somebody
withdrew it, when its maker may no longer edit the page, and with the page. Why it is over is told to nobody: there is
one answer for all of it, and for what never was a link.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.signing import BadSignature, Signer
from django.db import DatabaseError
from django.db.models import Q
from django.utils import timezone
from django.utils.module_loading import import_string
from wagtail.log_actions import log
from wagtail.models import Page

from cms.models.previews import TYPED_KEPT, PreviewLink, TypedDraft
from cms.outage import is_outage

DAYS = (1, 7, 30)  # for which a link may be made
USUAL_DAYS = 7
MADE, WITHDRAWN = "cms.preview_link.make", "cms.preview_link.withdraw"
USE_NOTED_EVERY = timedelta(minutes=1)
KEPT_AFTER_THE_END = timedelta(days=30)

_KINDS: dict[str, type[PreviewLink | TypedDraft]] = {"link": PreviewLink, "typed": TypedDraft}
_signer = Signer(salt="cms.previews", sep=".")


class NoPreviewError(Exception):
    """A token opens nothing, for whatever reason."""


@dataclass(frozen=True)
class Draft:
    """What a link lets see: a page as it was last written, in memory, and until when.

    `name` is that of the link among all, `maker` who has the right to show it.
    """

    name: str
    page: Any
    maker: Any
    expires_at: datetime


# ------------------------------------------------------------------------------------- the links of a page


def make(page: Page, user: Any, days: int) -> PreviewLink:
    """Make a link to a page's newest draft that works for some days."""
    made = PreviewLink.objects.create(page_id=page.pk, made_by=user, expires_at=timezone.now() + timedelta(days=days))
    log(instance=page, action=MADE, user=user, data={"days": days})
    return made


def withdraw(link: PreviewLink, user: Any) -> None:
    """End a link; a second time does nothing."""
    if PreviewLink.objects.filter(pk=link.pk, withdrawn_at=None).update(withdrawn_at=timezone.now()):
        log(instance=link.page, action=WITHDRAWN, user=user)


def living(page: Page) -> list[PreviewLink]:
    """Return the links of a page that still work, the newest first."""
    links = PreviewLink.objects.filter(page_id=page.pk, withdrawn_at=None, expires_at__gt=timezone.now())
    several = links.select_related("made_by", "page").order_by("-made_at", "-pk")
    return [link for link in several if may_edit(link.made_by, page)]


def may_edit(user: Any, page: Page) -> bool:
    """Tell whether somebody may edit a page now; nobody may whose account was closed."""
    return bool(page.permissions_for_user(user).can_edit())


def forget_old_links() -> None:
    """Delete what was typed and not saved an hour ago, and links that have been over for a month."""
    now = timezone.now()
    TypedDraft.objects.filter(typed_at__lt=now - TYPED_KEPT).delete()
    ended = now - KEPT_AFTER_THE_END
    PreviewLink.objects.filter(Q(expires_at__lt=ended) | Q(withdrawn_at__lt=ended)).delete()


# ------------------------------------------------------------------------------------- tokens


def token_of(row: PreviewLink | TypedDraft) -> str:
    """Return what opens a draft: letters, digits, hyphens, underscores and points."""
    return _signer.sign(_name(row))


def opened(token: str) -> Draft:
    """Return the draft that a token opens; raises NoPreviewError."""
    try:
        name = _signer.unsign(token)
    except BadSignature as error:
        raise NoPreviewError from error
    return named(name)


def named(name: str) -> Draft:
    """Return the draft of a link that still works, by the link's name among all; raises NoPreviewError."""
    row = find(name)
    if isinstance(row, PreviewLink):
        _note_use(row)
        page = newest_draft(row.page)
    else:
        page = typed_page(row)
    return Draft(name, page, row.made_by, row.expires_at)


def find(name: str) -> PreviewLink | TypedDraft:
    """Return the row of a link that still works, by its name among all; raises NoPreviewError."""
    kind, _sign, key = name.partition("-")
    row = _KINDS[kind]._default_manager.select_related("page", "made_by").filter(pk=UUID(key)).first()
    if row is None or row.expires_at <= timezone.now():
        raise NoPreviewError
    if isinstance(row, PreviewLink) and row.withdrawn_at is not None:
        raise NoPreviewError
    if row.page is not None:
        is_allowed = may_edit(row.made_by, row.page)
    else:  # a page that was never saved
        above = Page.objects.filter(path=row.path[: -Page.steplen]).first()  # type: ignore[union-attr]  # a typed draft
        is_allowed = above is not None and above.permissions_for_user(row.made_by).can_add_subpage()
    if not is_allowed:
        raise NoPreviewError
    return row


def _name(row: PreviewLink | TypedDraft) -> str:
    return f"{'link' if isinstance(row, PreviewLink) else 'typed'}-{row.pk.hex}"


def _note_use(link: PreviewLink) -> None:
    """Keep when a link was last used, to the minute; where nothing can be written, it is shown all the same."""
    now = timezone.now()
    seldom = Q(used_at=None) | Q(used_at__lt=now - USE_NOTED_EVERY)
    if link.used_at is not None and link.used_at >= now - USE_NOTED_EVERY:
        return
    try:
        PreviewLink.objects.filter(seldom, pk=link.pk).update(used_at=now)
    except DatabaseError as error:
        if not is_outage(error):
            raise


# ------------------------------------------------------------------------------------- drafts


@cache
def _translated_draft() -> Callable[[Any], Any]:
    found: Callable[[Any], Any] = import_string(settings.TRANSLATED_DRAFT)
    return found


def newest_draft(page: Page) -> Any:
    """Return a page as it was last written, in memory: of a translation, what stands in the translators' editor."""
    draft = page.get_latest_revision_as_object()
    return _translated_draft()(draft) or draft


def keep_typed(page: Any, user: Any) -> TypedDraft:
    """Keep what somebody has typed of a page and not saved, in place of what they had typed before."""
    values = {
        "page_id": page.pk,
        "content_type": ContentType.objects.get_for_model(page),
        "content": page.serializable_data(),
        "typed_at": timezone.now(),
    }
    kept, _is_new = TypedDraft.objects.update_or_create(made_by=user, path=page.path, defaults=values)
    return kept


def typed_page(typed: TypedDraft) -> Any:
    """Return a page as it was typed; raises NoPreviewError where what it refers to is gone."""
    if typed.page is not None:
        return typed.page.specific.with_content_json(typed.content)
    model: Any = typed.content_type.model_class()
    page = model.from_serializable_data(typed.content) if model else None
    if page is None:
        raise NoPreviewError
    return page
