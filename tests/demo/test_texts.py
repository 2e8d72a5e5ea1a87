"""The files of the demonstration library fit their format."""

from __future__ import annotations

import re
from collections import Counter

import polib
import pytest
import yaml

from demo.texts import LIBRARY, Catalogue, Text, TextError, catalogues, documents, pages, read_yaml

# Addresses that a project's own page gives; ours shows them as text.
NAMED_BY_A_SOURCE = {"egovernet": {"www.e-gover.net"}}
# How each language says that a text was written for the library.
WRITTEN_HERE = {
    "bg": "написан", "en": "written for", "lv": "rakstīt", "nb": "skrevet for", "pl": "napisan", "ro": "scris",
}  # fmt: skip


def test_no_key_is_given_twice() -> None:
    keys = [text.key for text in pages()]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("text", pages(), ids=lambda text: text.key)
def test_no_text_holds_a_real_address(text: Text) -> None:
    raw = yaml.safe_dump(text.data, allow_unicode=True)
    addresses = re.findall(r"[\w.]+@([\w.-]*\w)", raw)
    assert set(addresses) <= {"example.org"}
    hosts = set(re.findall(r"https?://([\w.-]*\w)", raw))
    assert {host for host in hosts if not host.endswith("example.org")} <= NAMED_BY_A_SOURCE.get(text.key, set())


@pytest.mark.parametrize("text", [text for text in pages() if text.kind == "chapter"], ids=lambda text: text.key)
def test_a_chapter_says_something(text: Text) -> None:
    words = re.sub(r"<[^>]+>", " ", yaml.safe_dump(text.data["body"], allow_unicode=True)).split()
    assert len(words) >= 250


@pytest.mark.parametrize("catalogue", catalogues(), ids=lambda item: f"{item.language}-{item.key}")
def test_a_translation_is_whole(catalogue: Catalogue) -> None:
    entries = polib.pofile(str(catalogue.path))
    assert entries
    assert not [entry.msgid for entry in entries if not entry.msgstr.strip()]


def test_each_document_s_first_edition_exists() -> None:
    keys = {text.key for text in documents()}
    assert {text.data["edition_of"] for text in documents() if "edition_of" in text.data} <= keys


def test_a_file_that_does_not_parse_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    path = LIBRARY / "broken.yaml"
    monkeypatch.setattr(type(path), "read_text", lambda *_args, **_options: "a: [")
    with pytest.raises(TextError, match=r"broken\.yaml"):
        read_yaml(path)


def numbers(text: str) -> Counter[str]:
    """Return the numbers of a text, whatever parts their thousands and decimals."""
    text = re.sub(r"https?://\S+", "", text)
    text = re.sub(r"(?<=\d)[\u00a0 .,](?=\d{3}(?!\d))", "", text)
    return Counter(re.findall(r"\d+(?:[.,]\d+)?", text.replace(",", ".")))


@pytest.mark.parametrize("catalogue", catalogues(), ids=lambda item: f"{item.language}-{item.key}")
def test_a_translation_has_the_numbers_of_its_text(catalogue: Catalogue) -> None:
    entries = [entry for entry in polib.pofile(str(catalogue.path)) if entry.msgctxt != "slug"]
    wrong = [entry.msgstr for entry in entries if numbers(entry.msgid) != numbers(entry.msgstr)]
    assert not wrong


@pytest.mark.parametrize("text", documents(), ids=lambda text: text.key)
def test_a_document_says_that_it_was_written_for_the_library(text: Text) -> None:
    assert WRITTEN_HERE[text.language] in text["title"].lower()
    assert WRITTEN_HERE[text.language] in text["edition"].lower()


@pytest.mark.parametrize(
    "text", [text for text in pages() if text.kind in ("bulletin", "handbook")], ids=lambda text: text.key
)
def test_a_publication_says_in_each_language_that_it_was_written_for_the_library(text: Text) -> None:
    translations = [catalogue for catalogue in catalogues() if catalogue.key == text.key]
    titles = {text.language: text["title"]} | {
        catalogue.language: next(
            entry.msgstr for entry in polib.pofile(str(catalogue.path)) if entry.msgctxt == "title"
        )
        for catalogue in translations
    }
    assert not {language for language, title in titles.items() if WRITTEN_HERE[language] not in title.lower()}
    assert "publisher" not in text.data
