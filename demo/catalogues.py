"""The PO files of the demonstration library, kept in step with its texts."""

from __future__ import annotations

import polib
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments

from demo.building import build
from demo.loading import LoadedReferences
from demo.texts import TRANSLATIONS, Catalogue, EarlierText, Text


def source_strings(text: Text) -> list[tuple[str, str]]:
    """Return what of a text is translated, in reading order: the localization desk's context and string."""
    page = build(text, LoadedReferences())
    segments = [segment for segment in extract_segments(page) if isinstance(segment, StringSegmentValue)]
    found = [(segment.path, segment.string.data) for segment in sorted(segments, key=lambda segment: segment.order)]
    return list(dict.fromkeys(found))


def write_catalogue(text: Text, language: str, translations: dict[tuple[str, str], str]) -> Catalogue:
    """Write the PO file of a page and language; what has no translation is left empty."""
    path = TRANSLATIONS / language / f"{text.key}.po"
    catalogue = polib.POFile(wrapwidth=100)
    catalogue.metadata = {
        "Project-Id-Version": "Vademecum",
        "Language": language,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
    }
    for context, string in source_strings(text):
        msgstr = translations.get((context, string), "")
        catalogue.append(polib.POEntry(msgctxt=context, msgid=string, msgstr=msgstr))
    path.parent.mkdir(parents=True, exist_ok=True)
    catalogue.save(str(path))
    return Catalogue(path)


def update_catalogue(text: Text, language: str) -> int:
    """Bring a PO file in step with its text; return how many strings wait for a translation.

    A translation stays with its string, also where the string has moved to another place.
    """
    path = TRANSLATIONS / language / f"{text.key}.po"
    text = EarlierText(text.path) if language in text.behind else text
    old = [entry for entry in polib.pofile(str(path)) if entry.msgstr] if path.exists() else []
    in_place = {(entry.msgctxt, entry.msgid): entry.msgstr for entry in old}
    anywhere = {entry.msgid: entry.msgstr for entry in old}
    known = {
        (context, string): in_place.get((context, string)) or anywhere.get(string, "")
        for context, string in source_strings(text)
    }
    write_catalogue(text, language, known)
    return sum(not translation for translation in known.values())
