"""Keep a copy of the library as Markdown files, by its feed of changes.

    python mirror.py https://library.example.org handbooks/ --language nb

The first run takes all that is public; each further run takes what changed since, and removes what is no longer public.
A run that was interrupted is taken up where it stood: the cursor is kept after the files that it tells of. Where the
library no longer knows the cursor (410), all is read again, and what is not told any more is removed.

The library answers without a key. Whoever has one, for more requests, puts it into the variable VADEMECUM_KEY, where no
list of processes shows it, or gives it as --key.

Needs Python 3.11 and httpx. A file has the facts of its item at its head, as YAML of one line each. Pages stand where
they are on the site; documents, images and entries of vocabularies in a folder for each of their types, by language.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from http import HTTPStatus
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import httpx

STATE = ".vademecum.json"
GONE = {"unpublished", "restricted", "expired", "deleted"}
RESOURCES = {"bulletin": "bulletins", "chapter": "chapters", "handbook": "handbooks", "page": "pages",
             "project": "projects", "training": "trainings"}  # fmt: skip
# What has no page of its own, each with the parameter that takes several of them.
FURTHER = {"document": ("documents", "id__in"), "image": ("images", "id__in"), "organisation": ("organisations", "key"),
           "place": ("places", "key"), "programme": ("programmes", "key"), "term": ("terms", "key"),
           "topic": ("topics", "key"), "unit": ("units", "key")}  # fmt: skip
EVERY_LANGUAGE = "*"
MOST = 50  # items of an answer: their texts come along
LATER = {HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE}
TRIES = 5


@dataclass
class State:
    """Where a mirror stands: which changes it has, its files, and those not told again since it began anew.

    `items` has of each file the type, key, language and slug of its item, and the keys of others that it tells of.
    """

    site: str
    language: str
    cursor: str | None = None
    files: set[str] = field(default_factory=set)
    items: dict[str, list[Any]] = field(default_factory=dict)
    unconfirmed: set[str] = field(default_factory=set)


class Mirror:
    """A folder of Markdown files that follows a library."""

    def __init__(self, client: httpx.Client, folder: Path, language: str) -> None:
        self.client = client
        self.folder = folder
        self.state = self._kept(State(str(client.base_url), language))
        self.written = self.removed = 0

    def follow(self) -> None:
        """Bring the files in step with the library."""
        is_first, changed = self.state.cursor is None, set[str]()
        while True:
            part = self._part()
            if part is None:  # the cursor is too old
                self.state.cursor = None
                self.state.unconfirmed = set(self.state.files)
                self._keep()
                continue
            self._apply(part["items"])
            changed.update(str(change["id"] or change["key"]) for change in part["items"])
            self.state.cursor = part["cursor"]
            if part["next"] is None:
                if not is_first:
                    self._refresh(changed)
                for name in sorted(self.state.unconfirmed):
                    self._remove(name)
                self.state.unconfirmed = set()
                self._keep()
                return
            self._keep()

    def _part(self) -> dict[str, Any] | None:
        asked: dict[str, str | int] = {"language": self.state.language, "limit": MOST}
        if self.state.cursor:
            asked["since"] = self.state.cursor
        answer = self._get("changes", asked)
        if answer.status_code == HTTPStatus.GONE and self.state.cursor:
            return None
        return self._told(answer)

    def _apply(self, changes: list[dict[str, Any]]) -> None:
        """Do what changes say, in their order."""
        items = dict(self._items(changes))
        for change in changes:
            if change["type"] in FURTHER:
                name = name_of_further(change)
            else:
                for address in change["former_addresses"]:
                    self._remove(file_name(address))
                if change["event"] in GONE or change["type"] not in RESOURCES:
                    continue
                name = file_name(change["address"])
            item = items.get((str(change["id"] or change["key"]), change["language"]))
            if item is None:  # gone, or hidden meanwhile: a later change tells so
                self._remove(name)
            else:
                self._write_item(name, change["language"], item)

    def _items(self, changes: list[dict[str, Any]]) -> Iterator[tuple[tuple[str, str], dict[str, Any]]]:
        """Yield what changes tell of as it is now, by key and language."""
        # What a part ends with counts: an item that is gone there is not asked for.
        last = {(change["key"], change["language"]): change for change in changes}
        return self._read(
            (change["type"], str(change["id"] or change["key"]), change["language"])
            for change in last.values()
            if change["event"] not in GONE and change["type"] in RESOURCES | FURTHER
        )

    def _refresh(self, changed: set[str]) -> None:
        """Write anew what tells of items that changed: their other languages, what they tell of, what tells of them."""
        items = self.state.items.items()
        names = changed | {slug for _name, (_type, own, _language, slug, _others) in items if own in changed and slug}
        told = {key for _name, (_type, own, _language, _slug, others) in items if own in changed for key in others}
        file_of = {
            (own, language): (name, type_name)
            for name, (type_name, own, language, slug, others) in items
            if own in changed | told or not names.isdisjoint(others)
        }
        wanted = [(type_name, own, language) for (own, language), (_name, type_name) in file_of.items()]
        for place in range(0, len(wanted), MOST):
            for found, item in self._read(wanted[place : place + MOST]):
                self._write_item(file_of[found][0], found[1], item)

    def _read(self, wanted: Iterable[tuple[str, str, str]]) -> Iterator[tuple[tuple[str, str], dict[str, Any]]]:
        """Yield items by key and language, wanted by type, key and language: a request for each type and language."""
        together: dict[tuple[str, str], set[str]] = defaultdict(set)
        for type_name, key, language in wanted:
            together[type_name, language].add(key)
        for (type_name, language), ones in together.items():
            asked: dict[str, Any] = {"limit": MOST}
            if language != EVERY_LANGUAGE:
                asked["language"] = language
            if type_name in RESOURCES:
                resource = RESOURCES[type_name]
                asked |= {"key": sorted(ones), "format": "markdown"}
            else:
                resource, parameter = FURTHER[type_name]
                asked[parameter] = ",".join(sorted(ones)) if parameter.endswith("__in") else sorted(ones)
            for item in self._told(self._get(resource, asked))["items"]:
                yield (own_key(item), language), item

    def _get(self, path: str, asked: dict[str, Any]) -> httpx.Response:
        """Return an answer; where the library asks to come back later, do so."""
        for tries in range(1, TRIES + 1):
            answer = self.client.get(f"/api/v1/{path}", params=asked)
            if answer.status_code not in LATER or tries == TRIES:
                break
            time.sleep(float(answer.headers.get("Retry-After", 1)))
        return answer

    @staticmethod
    def _told(answer: httpx.Response) -> dict[str, Any]:
        is_problem = answer.headers.get("Content-Type", "").startswith("application/problem+json")
        if answer.status_code == HTTPStatus.UNAUTHORIZED and is_problem:
            message = " ".join(fault["detail"] for fault in answer.json()["errors"])
            raise ValueError(message)
        answer.raise_for_status()
        body: dict[str, Any] = answer.json()
        return body

    def _write_item(self, name: str, language: str, item: dict[str, Any]) -> None:
        own = own_key(item)
        slug = item.get("slug")
        self.state.items[name] = [item["type"], own, language, slug, sorted(set(keys_in(item)) - {own, slug})]
        self._write(name, markdown(item))

    def _write(self, name: str, text: str) -> None:
        path = self.folder / name
        self.state.files.add(name)
        self.state.unconfirmed.discard(name)
        if path.exists() and path.read_text(encoding="utf-8") == text:
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        replace(path, text)
        self.written += 1

    def _remove(self, name: str) -> None:
        """Remove a file of this mirror, and the folders that it leaves empty."""
        self.state.unconfirmed.discard(name)
        if name not in self.state.files:
            return
        self.state.files.discard(name)
        self.state.items.pop(name, None)
        path = self.folder / name
        path.unlink(missing_ok=True)
        self.removed += 1
        for folder in path.parents:
            if folder == self.folder or not folder.exists() or any(folder.iterdir()):
                break
            folder.rmdir()

    def _kept(self, new: State) -> State:
        """Return where the folder's mirror stands; raise where it is one of another library or language."""
        try:
            kept = json.loads((self.folder / STATE).read_text(encoding="utf-8"))
        except FileNotFoundError:
            return new
        state = State(**{**kept, "files": set(kept["files"]), "unconfirmed": set(kept["unconfirmed"])})
        if (state.site, state.language) != (new.site, new.language):
            message = f"{self.folder} is a mirror of {state.site} in “{state.language}”."
            raise ValueError(message)
        return state

    def _keep(self) -> None:
        told = {name: sorted(value) if isinstance(value, set) else value for name, value in asdict(self.state).items()}
        self.folder.mkdir(parents=True, exist_ok=True)
        replace(self.folder / STATE, json.dumps(told, ensure_ascii=False, indent=1))


def own_key(item: dict[str, Any]) -> str:
    """Return by which an item is asked for: the number of a file or a picture, the key of any other."""
    return str(item["id"] if item["type"] in ("document", "image") else item["key"])


def keys_in(value: Any) -> Iterator[str]:
    """Yield the keys of all items that a value tells of."""
    if isinstance(value, list):
        for one in value:
            yield from keys_in(one)
    elif isinstance(value, dict):
        for name, one in value.items():
            if name in ("key", "slug") and isinstance(one, str):
                yield one
            else:
                yield from keys_in(one)


def replace(path: Path, text: str) -> None:
    """Write a file whole or not at all."""
    unfinished = path.with_name(f"{path.name}.unfinished")
    unfinished.write_text(text, encoding="utf-8")
    unfinished.replace(path)


def file_name(address: str) -> str:
    """Return the file of a page by its address: of /nb/handboker/avfall/ nb/handboker/avfall.md.

    Raises ValueError where that would be outside the folder.
    """
    parts = [unquote(part) for part in urlsplit(address).path.split("/") if part]
    if not parts or any(part.startswith(".") or "/" in part or "\\" in part for part in parts):
        message = f"{address} has no place in the folder."
        raise ValueError(message)
    return "/".join(parts) + ".md"


def name_of_further(change: dict[str, Any]) -> str:
    """Return the file of what has no page: topics/nb/KEY.md, documents/nb/12.md, images/12.md.

    Raises ValueError where that would be outside the folder.
    """
    language = [] if change["language"] == EVERY_LANGUAGE else [change["language"]]
    return file_name("/".join([FURTHER[change["type"]][0], *language, str(change["id"] or change["key"])]))


def markdown(item: dict[str, Any]) -> str:
    """Return an item as Markdown, with its facts at the head: a value of JSON is one of YAML."""
    facts = {name: value for name, value in item.items() if name != "body"}
    title = item.get("title") or item.get("name") or item.get("credit") or item["type"]
    head = "".join(f"{name}: {json.dumps(value, ensure_ascii=False)}\n" for name, value in facts.items())
    summary = f"{item['summary']}\n\n" if item.get("summary") else ""
    body = item["body"]["markdown"] if item.get("body") else item.get("definition", "")
    return f"---\n{head}---\n\n# {title}\n\n{summary}{body}".rstrip() + "\n"


def main() -> None:
    """Read the arguments, follow the library, and say what was done."""
    parser = argparse.ArgumentParser(description="Keep a copy of a Vademecum library as Markdown files.")
    parser.add_argument("site", help="address of the library, such as https://library.example.org")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--language", default="*", help="code of one language; all without it")
    parser.add_argument("--key", default=os.environ.get("VADEMECUM_KEY"), help="key of the library; not needed to read")
    asked = parser.parse_args()
    headers = {"Authorization": f"Bearer {asked.key}"} if asked.key else {}
    with httpx.Client(base_url=asked.site, headers=headers, timeout=30) as client:
        try:
            mirror = Mirror(client, asked.folder, asked.language)
            mirror.follow()
        except (httpx.HTTPError, ValueError) as error:
            sys.exit(f"The mirror is not up to date: {error}")
    print(f"{mirror.written} written, {mirror.removed} removed, {len(mirror.state.files)} files")  # noqa: T201  a program says what it did


if __name__ == "__main__":
    main()
