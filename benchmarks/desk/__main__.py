"""Measure the matrix and a person's work: `python -m benchmarks.desk [PAGES]`, in a database of its own.

The pages are rows without content, in one language, with translations in all states into the other five: what the
screens read. Prints for each screen the statements and the time of the server, the fastest of five.
"""

from __future__ import annotations

import os
import sys
import tempfile
import uuid
from pathlib import Path
from time import perf_counter

import django
from django.conf import settings
from django.core.management import call_command
from django.utils import timezone

SCREENS = (
    "/admin/translations/", "/admin/translations/?page=20", "/admin/translations/?state=changed",
    "/admin/translations/?language=nb&state=absent", "/admin/translations/?q=page+7", "/admin/translations/mine/",
)  # fmt: skip
RUNS = 5


def main(count: int) -> None:
    """Make the pages and measure."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {"DJANGO_SETTINGS_MODULE": "cms.settings.dev", "VAR_DIR": str(Path(folder))}
        django.setup()
        call_command("migrate", verbosity=0)
        settings.ALLOWED_HOSTS = ["*"]
        _fill(count)
        for name in ("admin", "staff"):
            _measure(name)


def _fill(count: int) -> None:
    from django.contrib.auth.models import Group, User
    from django.contrib.contenttypes.models import ContentType
    from wagtail.models import Locale, Page
    from wagtail_localize.models import TranslatableObject, Translation, TranslationSource

    from benchmarks.front_pages import front_page
    from projects.models import ProjectPage
    from translation.enums import State
    from translation.groups import ensure_groups
    from translation.models import Status

    homes = {code: front_page(code) for code, _name in settings.LANGUAGES}
    kind = ContentType.objects.get_for_model(ProjectPage)
    keys = [uuid.uuid4() for _number in range(count)]
    pages = []
    for place, (code, home) in enumerate(homes.items()):
        locale = Locale.objects.get(language_code=code)
        for number, key in enumerate(keys):
            if code != "bg" and number % 5 == place % 5:
                continue  # nobody handed it over
            address = f"page-{number}"
            pages.append(Page(
                path=Page._get_path(home.path, home.depth + 1, number + 1000), depth=home.depth + 1, numchild=0,
                title=f"Page {number}", draft_title=f"Page {number}", slug=address, locale=locale, translation_key=key,
                url_path=f"{home.url_path}{address}/", content_type=kind, live=number % 3 > 0,
            ))  # fmt: skip
    Page.objects.bulk_create(pages, batch_size=500)
    bulgarian = Locale.objects.get(language_code="bg")
    TranslatableObject.objects.bulk_create(
        [TranslatableObject(translation_key=key, content_type=kind) for key in keys], batch_size=500
    )
    sources = TranslationSource.objects.bulk_create(
        [
            TranslationSource(
                object_id=key, specific_content_type=kind, locale=bulgarian, object_repr=f"Page {number}",
                content_json="{}" * 5_000, last_updated_at=timezone.now(),
            )
            for number, key in enumerate(keys)
        ],
        batch_size=50,
    )  # fmt: skip
    by_key = {source.object_id: source for source in sources}
    translations = Translation.objects.bulk_create(
        [
            Translation(source=by_key[page.translation_key], target_locale=page.locale)
            for page in pages
            if page.locale_id != bulgarian.pk
        ],
        batch_size=500,
    )
    states = [State.LIVE, State.CHANGED, State.DRAFT, State.REVIEW, State.READY, State.NOT_BEGUN]
    Status.objects.bulk_create(
        [
            Status(translation=one, state=states[number % 6], total=40, missing=number % 40, words=800, words_left=9)
            for number, one in enumerate(translations)
        ],
        batch_size=500,
    )
    ensure_groups()
    User.objects.create_superuser("admin")
    User.objects.create_user("staff").groups.add(Group.objects.get(name="Communications staff"))


def _measure(name: str) -> None:
    from django.contrib.auth.models import User
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    browser = Client()
    browser.force_login(User.objects.get(username=name))
    for address in SCREENS:
        times = []
        for _run in range(RUNS):
            start = perf_counter()
            answer = browser.get(address)
            times.append(perf_counter() - start)
        with CaptureQueriesContext(connection) as asked:
            browser.get(address)
        sys.stdout.write(f"{name:6} {address:48} {answer.status_code} {len(asked):3} SQL {min(times):.2f} s\n")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 2_000)
