"""Who wrote the words of a page, in words."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from cms.enums import TextOrigin

ORIGINAL = "original"
NOT_TRANSLATED = "none"
ORIGIN_NAMES: dict[str, Any] = {
    ORIGINAL: _("original"),
    **{origin.value: origin.label for origin in TextOrigin},
    NOT_TRANSLATED: _("not translated"),
}
