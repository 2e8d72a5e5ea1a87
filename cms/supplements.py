"""What installed packages leave untranslated, in catalogues of their own beside ours.

`locale_packages/` holds one catalogue a language and domain. What belongs into it is computed from the
installed packages: every message of their English catalogues that their compiled catalogues of a language
lack. A text of ours for a message that a package translates itself needs a translator's comment with the reason; in
English, which the packages speak, all are such.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cache
from pathlib import Path

import django
import polib
from django.apps import apps
from django.conf import settings

from cms.catalogues import READERS, WRAP_WIDTH, Key, Message, empty, entries_of, entry_faults, plural_header

DOMAINS = ("django", "djangojs")
# Wagtail's reports speak through it, and it ships no catalogue for English. It is not among INSTALLED_APPS,
# as nothing else of it is used, so Django does not load what it translates itself.
UNLISTED = ("django_filters",)
ALIKE = 0.75  # how much of a message is the same when it counts as changed, not as new


@dataclass
class Package:
    """An installed package that speaks to people."""

    name: str
    folder: Path
    loaded: bool = True  # whether Django reads its catalogues

    def catalogue(self, language: str, domain: str) -> Path:
        """Return where the package keeps a catalogue, there or not."""
        return self.folder / "locale" / language / "LC_MESSAGES" / f"{domain}.po"

    def messages(self, domain: str) -> list[Message]:
        """Return what the package says, in the order of its English catalogue, else of its code."""
        source = self.catalogue("en", domain)
        if source.exists():
            return [Message(entry.msgid, entry.msgid_plural, entry.msgctxt) for entry in polib.pofile(str(source))]
        if self.loaded or domain != "django":
            return []
        paths = (path for path in sorted(self.folder.rglob("*")) if path.suffix in READERS)
        read = (message for path in paths for message in READERS[path.suffix](path.read_text(encoding="utf-8")))
        return list(dict.fromkeys(read))

    def translated(self, language: str, domain: str) -> set[Key]:
        """Return the keys of what the package translates itself, as its compiled catalogue says."""
        compiled = self.catalogue(language, domain).with_suffix(".mo")
        if not self.loaded or not compiled.exists():
            return set()
        entries = polib.mofile(str(compiled))
        return {(entry.msgctxt, entry.msgid) for entry in entries if entry.msgstr or any(entry.msgstr_plural.values())}


@dataclass
class Said:
    """A message of the packages, and who says it."""

    message: Message
    packages: list[str] = field(default_factory=list)


@cache
def packages() -> list[Package]:
    """Return Django itself and the installed packages that are not ours, in the order of INSTALLED_APPS."""
    configured = [Package(app.name, Path(app.path)) for app in apps.get_app_configs()]
    ours = {path.parent for path in settings.BASE_DIR.glob("*/__init__.py")}
    unlisted = [Package(name, Path(__import__(name).__file__ or "").parent, loaded=False) for name in UNLISTED]
    core = Package("django", Path(django.__file__).parent / "conf")
    return [*(package for package in configured if package.folder not in ours), *unlisted, core]


@cache
def said(domain: str) -> dict[Key, Said]:
    """Return every message of the packages in a domain; equal messages of several packages are one."""
    found: dict[Key, Said] = {}
    for package in packages():
        for message in package.messages(domain):
            known = found.setdefault(message.key, Said(message))
            known.packages.append(package.name)
            if message.plural and not known.message.plural:
                known.message = message
    return found


@cache
def translated_upstream(language: str, domain: str) -> frozenset[Key]:
    """Return the keys of the messages that need no text of ours.

    Django merges the packages' catalogues of Python; a page's JavaScript gets those of single packages.
    """
    own = {package.name: package.translated(language, domain) for package in packages()}
    together = set().union(*own.values())
    if domain == "django":
        return frozenset(together)
    return frozenset(key for key, entry in said(domain).items() if all(key in own[name] for name in entry.packages))


def needed(language: str, domain: str) -> dict[Key, Said]:
    """Return what the installed packages leave untranslated."""
    if language == settings.LANGUAGE_CODE:
        return {}
    upstream = translated_upstream(language, domain)
    return {key: entry for key, entry in said(domain).items() if key not in upstream}


def supplement_path(language: str, domain: str) -> Path:
    """Return where our texts for the packages' messages are kept."""
    return Path(settings.LOCALE_PATHS[1]) / language / "LC_MESSAGES" / f"{domain}.po"


def supplement(language: str, domain: str) -> dict[Key, polib.POEntry]:
    """Return the entries of a catalogue of ours; none where there is no catalogue."""
    return entries_of(supplement_path(language, domain))


def header(language: str) -> str:
    """Return the Plural-Forms of the language as Wagtail states them.

    Django merges catalogues of equal Plural-Forms only, and JavaScript knows only those of the first one.
    """
    compiled = Path(apps.get_app_config("wagtailadmin").path) / "locale" / language / "LC_MESSAGES" / "django.mo"
    if not compiled.exists():
        return plural_header(language)
    return str(polib.mofile(str(compiled)).metadata["Plural-Forms"])


def form_count(language: str) -> int:
    """Return how many plural forms a catalogue of ours has."""
    return int(header(language).split("nplurals=")[1].split(";")[0])


def shipped(language: str, domain: str) -> dict[Key, polib.POEntry]:
    """Return what packages that Django does not load translate: the same words, offered where they are missing."""
    folders = {package.folder for package in packages() if not package.loaded}
    folders |= {path.parent.parent for path in Path(apps.get_app_config("wagtailcore").path).rglob("locale/en")}
    found: dict[Key, polib.POEntry] = {}
    for folder in sorted(folders):
        path = Package(folder.name, folder).catalogue(language, domain)
        if path.exists():
            for entry in polib.pofile(str(path)).translated_entries():
                found.setdefault((entry.msgctxt, entry.msgid), entry)
    return found


def update_supplement(language: str, domain: str) -> tuple[int, int]:
    """Bring a catalogue in step with the installed packages; return how many messages came and how many went.

    What is filled stays. A message of which the source changed keeps its text, marked fuzzy, beside the earlier
    source. A text that a package has by now of its own goes, unless a comment says why ours is there.
    """
    old = supplement(language, domain)
    wanted = needed(language, domain)
    overridden = {key: entry for key, entry in old.items() if key not in wanted and entry.tcomment}
    wanted |= {key: said(domain)[key] for key in overridden if key in said(domain)}
    gone = {entry.msgid: entry for key, entry in old.items() if key not in said(domain)}
    offered = shipped(language, domain)
    catalogue = empty(language, header(language))
    new = 0
    for key, entry in wanted.items():
        made = fresh_entry(entry, language)
        known = old.get(key)
        if known is None:
            new += 1
        if known is None or not (known.translated() or known.fuzzy):
            known = offered.get(key, known)
        if known is None and (alike := get_close_matches(key[1], gone, 1, ALIKE)):
            known = gone[alike[0]]
            made.flags.append("fuzzy")
            made.previous_msgid = known.msgid
        if known is not None and bool(known.msgid_plural) == bool(made.msgid_plural):
            fill(made, known)
        catalogue.append(made)
    path = supplement_path(language, domain)
    path.parent.mkdir(parents=True, exist_ok=True)
    if len(catalogue) or path.exists():
        catalogue.save(str(path))
    return new, len(set(old) - set(wanted))


def fresh_entry(entry: Said, language: str) -> polib.POEntry:
    """Return an entry without a text."""
    message = entry.message
    made = polib.POEntry(msgid=message.singular, msgctxt=message.context, msgid_plural=message.plural)
    made.occurrences = [(name, "") for name in dict.fromkeys(entry.packages)]
    if "%(" in message.singular + message.plural:
        made.flags = ["python-format"]
    if message.plural:
        made.msgstr_plural = dict.fromkeys(range(form_count(language)), "")
    return made


def fill(made: polib.POEntry, known: polib.POEntry) -> None:
    """Take over what an earlier entry says."""
    made.msgstr, made.tcomment = known.msgstr, known.tcomment
    if made.msgid_plural and len(known.msgstr_plural) == len(made.msgstr_plural):
        made.msgstr_plural = known.msgstr_plural
    if "fuzzy" in known.flags:
        made.flags.append("fuzzy")
        made.previous_msgid = known.previous_msgid


def supplement_faults(language: str) -> Iterator[str]:
    """Yield what is wrong with the catalogues of a language, one sentence a fault."""
    for domain in DOMAINS:
        path = supplement_path(language, domain)
        wanted = needed(language, domain)
        catalogue = polib.pofile(str(path), wrapwidth=WRAP_WIDTH) if path.exists() else polib.POFile()
        entries = {(entry.msgctxt, entry.msgid): entry for entry in catalogue}
        forms = form_count(language)
        place = f"{path.parent.parent.parent.name}/{language}, {domain}"
        if path.exists() and str(catalogue) != path.read_text(encoding="utf-8"):
            yield f"{place}: `make catalogues` would write it in another way"
        if path.exists() and catalogue.metadata.get("Plural-Forms") != header(language):
            yield f"{place}: Plural-Forms should be {header(language)!r}"
        for key, entry in wanted.items():
            if key not in entries:
                yield f"{place}: {key[1]!r} of {entry.packages[0]} is new; `make catalogues` adds it"
        for key, text in entries.items():
            if key not in said(domain):
                yield f"{place}: {key[1]!r} is said by no installed package; `make catalogues` removes it"
                continue
            if key not in wanted and not text.tcomment:
                yield f"{place}: {key[1]!r} is translated by its package; remove it, or say in a comment why not"
            for fault in entry_faults(said(domain)[key].message, text, forms):
                yield f"{place}: {key[1]!r} of {said(domain)[key].packages[0]}: {fault}"


def share(language: str) -> tuple[int, int, int]:
    """Return how many of the packages' messages they translate, how many we do, and how many there are."""
    upstream = ours = total = 0
    for domain in DOMAINS:
        texts = {key for key, entry in supplement(language, domain).items() if entry.translated()}
        total += len(said(domain))
        upstream += len(said(domain).keys() & translated_upstream(language, domain))
        ours += len(needed(language, domain).keys() & texts)
    return upstream, ours, total


def offer(language: str, folder: Path) -> list[Path]:
    """Write each package's catalogue with our texts in it, as it can be offered to its maintainers.

    It has every message of the English one: what packages ship leaves out what they do not translate. A text that
    only another package translates is taken from there, as Django takes it.
    """
    elsewhere: dict[Key, polib.POEntry] = {}
    for package in packages():
        if package.loaded and (path := package.catalogue(language, "django")).exists():
            elsewhere |= {(entry.msgctxt, entry.msgid): entry for entry in polib.pofile(str(path)).translated_entries()}
    written = []
    for package in packages():
        for domain in DOMAINS:
            source, own = package.catalogue("en", domain), package.catalogue(language, domain)
            if not source.exists():
                continue
            texts = supplement(language, domain)
            theirs = polib.pofile(str(own)) if own.exists() else polib.POFile()
            translated = {(entry.msgctxt, entry.msgid): entry for entry in theirs.translated_entries()}
            catalogue = polib.pofile(str(source))
            catalogue.metadata |= theirs.metadata | {"Language": language, "Plural-Forms": header(language)}
            additions = 0
            for entry in catalogue:
                key = entry.msgctxt, entry.msgid
                ours = texts.get(key)
                text = ours if ours is not None and ours.translated() else translated.get(key, elsewhere.get(key))
                if text is not None and bool(text.msgid_plural) == bool(entry.msgid_plural):
                    entry.msgstr, entry.msgstr_plural = text.msgstr, text.msgstr_plural
                    additions += text is ours
            if additions:
                path = folder / package.name / language / f"{domain}.po"
                path.parent.mkdir(parents=True, exist_ok=True)
                catalogue.save(str(path))
                written.append(path)
    return written
