"""What the screens of the installed packages say in a language: our texts, and theirs where we have none."""

from __future__ import annotations

from collections.abc import Iterator

import polib

from cms.supplements import DOMAINS, packages, supplement


def said_by_packages(language: str) -> Iterator[polib.POEntry]:
    """Yield each entry of our catalogues for packages, then those of Wagtail and wagtail-localize that stand."""
    for domain in DOMAINS:
        ours = supplement(language, domain)
        yield from ours.values()
        for package in packages():
            path = package.catalogue(language, domain)
            if package.name.startswith("wagtail") and path.exists():
                keys = {message.key for message in package.messages(domain)} - ours.keys()
                translated = polib.pofile(str(path)).translated_entries()
                yield from (entry for entry in translated if (entry.msgctxt, entry.msgid) in keys)


def texts_of(entry: polib.POEntry) -> list[str]:
    """Return the texts of an entry, one a plural form."""
    return list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]
