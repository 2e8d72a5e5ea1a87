"""The files of the demonstration library fit their format."""

from __future__ import annotations

import re

import polib
import pytest
import yaml

from demo.texts import LIBRARY, Catalogue, Text, TextError, catalogues, documents, pages, read_yaml


def test_no_key_is_given_twice() -> None:
    keys = [text.key for text in pages()]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("text", pages(), ids=lambda text: text.key)
def test_no_text_holds_a_real_address(text: Text) -> None:
    raw = yaml.safe_dump(text.data, allow_unicode=True)
    addresses = re.findall(r"[\w.]+@([\w.-]*\w)", raw)
    assert set(addresses) <= {"example.org"}
    assert all(host.endswith("example.org") for host in re.findall(r"https?://([\w.-]*\w)", raw))


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
