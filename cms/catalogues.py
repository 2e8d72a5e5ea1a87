"""Catalogues of the interface: what our code says, in each language, without gettext's tools.

Messages are read from the code itself (Python by its syntax tree, templates through Django's own
`templatize`), so neither `xgettext` nor `msgfmt` has to be installed.
"""

from __future__ import annotations

import ast
import os
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import polib
from babel.messages.plurals import get_plural
from django.conf import settings
from django.utils.translation.template import templatize

# Arguments of each gettext function: a context, a singular, a plural.
SIGNATURES = {
    name + suffix: signature
    for name, signature in {
        "_": ("singular",),
        "gettext": ("singular",),
        "gettext_noop": ("singular",),
        "ngettext": ("singular", "plural"),
        "pgettext": ("context", "singular"),
        "npgettext": ("context", "singular", "plural"),
    }.items()
    for suffix in ("", "_lazy")
}
NOT_OURS = {"migrations", "management", "tests"}  # folders without a word for a reader or an editor
TEMPLATE_CALL = re.compile(
    r"""(?<!\w)(?P<name>_|n?p?gettext)\(\s*
        (?P<arguments>u?(?:'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*")(?:,\s*u?(?:'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"))*)""",
    re.VERBOSE,
)
WRAP_WIDTH = 100  # columns of a catalogue's lines
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd%]|\{\w*\}|</?[a-z]\w*")  # tags too: a text may not lose its link

Key = tuple[str | None, str]


@dataclass(frozen=True)
class Message:
    """One message of our code; equal messages of several places are one."""

    singular: str
    plural: str = ""
    context: str | None = None

    @property
    def key(self) -> Key:
        """Return what gettext looks a message up by."""
        return self.context, self.singular


def catalogue_path(language: str) -> Path:
    """Return where the catalogue of a language is kept."""
    return Path(settings.LOCALE_PATHS[0]) / language / "LC_MESSAGES" / "django.po"


def python_messages(source: str) -> Iterator[Message]:
    """Yield the messages of a Python module, in order."""
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    for call in sorted(calls, key=lambda call: (call.lineno, call.col_offset)):
        function = call.func
        name = function.id if isinstance(function, ast.Name) else getattr(function, "attr", "")
        signature = SIGNATURES.get(name, ())
        texts = [node.value for node in call.args if isinstance(node, ast.Constant) and isinstance(node.value, str)]
        if signature and len(texts) >= len(signature):
            yield Message(**dict(zip(signature, texts, strict=False)))


def template_messages(source: str) -> Iterator[Message]:
    """Yield the messages of a Django template, in order."""
    for call in TEMPLATE_CALL.finditer(templatize(source)):
        texts = ast.literal_eval(f"({call['arguments']},)")
        yield Message(**dict(zip(SIGNATURES[call["name"]], texts, strict=False)))


READERS: dict[str, Callable[[str], Iterator[Message]]] = {
    ".py": python_messages,
    ".html": template_messages,
    ".txt": template_messages,
    ".xml": template_messages,
}


def source_files() -> Iterator[Path]:
    """Yield the files of our packages that may hold messages, in a stable order."""
    for package in sorted(path.parent for path in settings.BASE_DIR.glob("*/__init__.py")):
        for path in sorted(package.rglob("*")):
            below = path.relative_to(settings.BASE_DIR)
            template = "templates" in below.parts
            if path.suffix in READERS and (template or path.suffix == ".py") and not NOT_OURS.intersection(below.parts):
                yield path


def messages() -> dict[Message, list[str]]:
    """Return every message of our code with the files that say it."""
    found: dict[Message, list[str]] = {}
    for path in source_files():
        name = path.relative_to(settings.BASE_DIR).as_posix()
        for message in READERS[path.suffix](path.read_text(encoding="utf-8")):
            places = found.setdefault(message, [])
            if name not in places:
                places.append(name)
    return found


def plural_header(language: str) -> str:
    """Return the Plural-Forms header of a language."""
    return str(get_plural(language).plural_forms)


def empty(language: str, plural_forms: str) -> polib.POFile:
    """Return a catalogue of ours without entries."""
    catalogue = polib.POFile(wrapwidth=WRAP_WIDTH)
    catalogue.metadata = {
        "Project-Id-Version": "Vademecum",
        "Language": language,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": plural_forms,
    }
    return catalogue


def entries_of(path: Path) -> dict[Key, polib.POEntry]:
    """Return the entries of a catalogue by context and message; none where there is no catalogue."""
    return {(entry.msgctxt, entry.msgid): entry for entry in polib.pofile(str(path))} if path.exists() else {}


def update(language: str) -> tuple[int, int]:
    """Bring a catalogue in step with the code; return how many messages came and how many went.

    Translations stay as they are; nothing is guessed. In the language of the code a new message
    is its own translation.
    """
    path = catalogue_path(language)
    old = entries_of(path)
    catalogue = empty(language, plural_header(language))
    forms = get_plural(language).num_plurals
    new = 0
    for message, places in messages().items():
        entry = polib.POEntry(msgid=message.singular, msgctxt=message.context, msgid_plural=message.plural)
        entry.occurrences = [(place, "") for place in places]
        if any("%" in placeholder for placeholder in PLACEHOLDER.findall(message.singular + message.plural)):
            entry.flags = ["python-format"]
        known = old.pop(message.key, None)
        if known is not None and bool(known.msgid_plural) == bool(message.plural):
            entry.msgstr, entry.msgstr_plural, entry.tcomment = known.msgstr, known.msgstr_plural, known.tcomment
            entry.flags += [flag for flag in known.flags if flag == "fuzzy"]
        else:
            new += 1
            own = language == settings.LANGUAGE_CODE
            if message.plural:
                texts = [message.singular] + [message.plural] * (forms - 1) if own else [""] * forms
                entry.msgstr_plural = dict(enumerate(texts))
            else:
                entry.msgstr = message.singular if own else ""
        catalogue.append(entry)
    path.parent.mkdir(parents=True, exist_ok=True)
    catalogue.save(str(path))
    return new, len(old)


def faults(language: str) -> list[str]:
    """Return what is wrong with a catalogue, one sentence a fault."""
    path = catalogue_path(language)
    if not path.exists():
        return [f"{language}: there is no catalogue; `make catalogues` makes one"]
    catalogue = polib.pofile(str(path), wrapwidth=WRAP_WIDTH)
    entries = {(entry.msgctxt, entry.msgid): entry for entry in catalogue if not entry.obsolete}
    found = []
    if str(catalogue) != path.read_text(encoding="utf-8"):
        found.append("`make catalogues` would write it in another way")
    if catalogue.metadata.get("Plural-Forms") != plural_header(language):
        found.append(f"Plural-Forms should be {plural_header(language)!r}")
    said = messages()
    for message, places in said.items():
        entry = entries.pop(message.key, None)
        if entry is None:
            found.append(f"{message.singular!r} of {places[0]} is missing; `make catalogues` adds it")
        else:
            forms = get_plural(language).num_plurals
            found += [f"{message.singular!r} of {places[0]}: {fault}" for fault in entry_faults(message, entry, forms)]
    found += [f"{singular!r} is said nowhere; `make catalogues` removes it" for _context, singular in entries]
    return [f"{language}: {fault}" for fault in found]


def entry_faults(message: Message, entry: polib.POEntry, forms: int) -> Iterator[str]:
    """Yield what is wrong with the translation of one message into a language of so many plural forms."""
    if "fuzzy" in entry.flags:
        yield "the translation is marked fuzzy"
    if bool(entry.msgid_plural) != bool(message.plural):
        yield "plural in the code or in the catalogue, not in both"
        return
    if not message.plural:
        yield from text_faults(entry.msgstr, [message.singular])
        return
    if sorted(entry.msgstr_plural) != list(range(forms)):
        yield f"{len(entry.msgstr_plural)} plural forms, the language has {forms}"
    for text in entry.msgstr_plural.values():
        yield from text_faults(text, [message.plural, message.singular])


def text_faults(text: str, sources: Iterable[str]) -> Iterator[str]:
    """Yield what is wrong with one text that translates one of the sources."""
    if not text.strip():
        yield "not translated"
        return
    if not any(sorted(PLACEHOLDER.findall(text)) == sorted(PLACEHOLDER.findall(source)) for source in sources):
        yield f"the placeholders of {text!r} differ from the message's"
    if not any(blank_edges(text) == blank_edges(source) for source in sources):
        yield f"{text!r} begins or ends with other blanks than the message"


def blank_edges(text: str) -> tuple[str, str]:
    """Return the blanks that a text begins and ends with."""
    return text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]


def compile_all() -> int:
    """Compile each catalogue of ours that is newer than its compiled form; return how many were.

    The compiled file is moved into place, so that an interrupted start leaves the old one or none.
    """
    compiled = 0
    folders = [Path(folder) for folder in settings.LOCALE_PATHS]
    for path in (path for folder in folders for path in sorted(folder.glob("*/LC_MESSAGES/*.po"))):
        target = path.with_suffix(".mo")
        if target.exists() and target.stat().st_mtime_ns >= path.stat().st_mtime_ns:
            continue
        unfinished = target.with_name(f"{target.name}.{os.getpid()}")
        polib.pofile(str(path)).save_as_mofile(str(unfinished))
        unfinished.replace(target)
        compiled += 1
    return compiled
