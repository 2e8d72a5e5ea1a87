"""Settings of a laptop: `make run`."""

from __future__ import annotations

import os
from pathlib import Path

from django.core.management.utils import get_random_secret_key

from cms.settings.base import *  # noqa: F403  settings extend one another by star import
from cms.settings.base import SECRET_KEY, STORAGES, VAR_DIR


def _own_secret_key(path: Path) -> str:
    """Return this laptop's own key, made at the first start and readable by nobody else."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        # Written aside and moved: a start that is killed here leaves no half of a key.
        unfinished = path.with_name(f"{path.name}.{os.getpid()}")
        unfinished.touch(mode=0o600)
        unfinished.write_text(get_random_secret_key(), encoding="utf-8")
        unfinished.replace(path)
    return path.read_text(encoding="utf-8")


# `prepare` loads the demonstration library and makes its sign-ins here, and nowhere else.
DEMONSTRATION = True
SECRET_KEY = SECRET_KEY or _own_secret_key(VAR_DIR / "secret-key")
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]"]
# Static files straight from the packages: no collectstatic before a start.
STORAGES = STORAGES | {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
STATIC_ROOT = None
WHITENOISE_USE_FINDERS = True
