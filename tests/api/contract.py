"""What clients of the API rely on: its schema without words, and what a new schema would break for them.

Version 1 only grows. A client may send all that it could send before, and finds all that it could find before. What
is new is no breach: operations, parameters that may be left out, fields, words of a list, types of items and blocks.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

RELEASED = Path(__file__).parent / "released.json"
WORDS = frozenset({"description", "summary", "title", "example", "examples", "externalDocs", "info", "servers", "tags"})
_LISTED = re.compile(r"\^\(\((?P<values>.*?)\)\(,\((?P=values)\)\)\*\)\?\$")

Schema = Mapping[str, Any]


def contract(value: Any, *, has_words: bool = True) -> Any:
    """Return an OpenAPI description without what is said to people. Names of fields may be words as well."""
    if isinstance(value, dict):
        return {
            name: contract(one, has_words=name not in ("properties", "schemas", "responses", "paths"))
            for name, one in value.items()
            if not (has_words and name in WORDS)
        }
    return [contract(one) for one in value] if isinstance(value, list) else value


def released() -> Any:
    """Return the contract that clients were given."""
    return json.loads(RELEASED.read_text(encoding="utf-8"))


def release(new: Any) -> None:
    """Give a contract to clients."""
    RELEASED.write_text(json.dumps(contract(new), indent=1, sort_keys=True) + "\n", encoding="utf-8")


def breaches(old: Any, new: Any) -> list[str]:
    """Return what a client of the old contract could no longer do or find, each named by where it stands."""
    return list(dict.fromkeys(_Comparison(old, new).all()))


class _Comparison:
    def __init__(self, old: Any, new: Any) -> None:
        self.old, self.new = old, new
        self._seen: set[tuple[str, str]] = set()  # schemas refer to themselves

    def all(self) -> Iterator[str]:
        for path, operations in self.old["paths"].items():
            for method, operation in operations.items():
                where = f"{method.upper()} {path}"
                now = self.new["paths"].get(path, {}).get(method)
                if now is None:
                    yield f"{where}: is gone"
                    continue
                if now.get("operationId") != operation.get("operationId"):
                    yield f"{where}: its name changed"
                yield from self._parameters(where, operation, now)
                yield from self._responses(where, operation, now)

    def _parameters(self, where: str, old: Schema, new: Schema) -> Iterator[str]:
        before, now = ({one["name"]: one for one in each.get("parameters", ())} for each in (old, new))
        for name, parameter in before.items():
            if name not in now:
                yield f"{where} ?{name}: is gone"
            else:
                if now[name]["required"] and not parameter["required"]:
                    yield f"{where} ?{name}: has to be sent"
                yield from self._taken(f"{where} ?{name}", parameter["schema"], now[name]["schema"])
        for name in now.keys() - before.keys():
            if now[name]["required"]:
                yield f"{where} ?{name}: is new and has to be sent"

    def _taken(self, where: str, old: Schema, new: Schema) -> Iterator[str]:
        """Yield what of the values that were taken is not taken any more, or is read in another way."""
        for name in ("type", "format", "default"):
            if old.get(name) != new.get(name):
                yield f"{where}: {name} changed"
        before, now = _values(old), _values(new)
        if now is not None:
            if before is None:
                yield f"{where}: takes only some values"
            else:
                yield from (f"{where}: does not take {value!r}" for value in before if value not in now)
        elif old.get("pattern") != new.get("pattern") and "pattern" in new:
            yield f"{where}: pattern changed"
        for least, sign in (("minimum", 1), ("minLength", 1), ("maximum", -1), ("maxLength", -1)):
            if least in new and (least not in old or sign * new[least] > sign * old[least]):
                yield f"{where}: {least} is narrower"
        if "items" in old and "items" in new:
            yield from self._taken(where, old["items"], new["items"])

    def _responses(self, where: str, old: Schema, new: Schema) -> Iterator[str]:
        for status, answer in old["responses"].items():
            if status not in new["responses"]:
                yield f"{where} {status}: is gone"
                continue
            before = _followed(self.old, answer).get("content", {})
            now = _followed(self.new, new["responses"][status]).get("content", {})
            for kind, told in before.items():
                if kind not in now:
                    yield f"{where} {status}: is not told as {kind} any more"
                elif "schema" in told:
                    yield from self._found(f"{where} {status}", told["schema"], now[kind].get("schema", {}))

    def _found(self, where: str, old: Schema, new: Schema) -> Iterator[str]:
        """Yield what is not found any more in an answer, or is something else."""
        if "$ref" in old and "$ref" in new:
            pair = old["$ref"], new["$ref"]
            if pair in self._seen:
                return
            self._seen.add(pair)
            where = old["$ref"].rpartition("/")[2]
        old, new = _followed(self.old, old), _followed(self.new, new)
        if "anyOf" in old or "oneOf" in old or "anyOf" in new or "oneOf" in new:
            yield from self._alternatives(where, old, new)
            return
        for name in ("type", "format", "const", "pattern"):
            if old.get(name) != new.get(name) and (name in old or name == "type"):
                yield f"{where}: {name} changed"
        required = set(new.get("required", ()))
        for name, schema in old.get("properties", {}).items():
            if name not in new.get("properties", {}):
                yield f"{where}.{name}: is gone"
            else:
                if name in old.get("required", ()) and name not in required:
                    yield f"{where}.{name}: is not always there"
                yield from self._found(f"{where}.{name}", schema, new["properties"][name])
        if "items" in old and "items" in new:
            yield from self._found(f"{where}[]", old["items"], new["items"])
        yield from (
            f"{where}: is never {value!r} any more" for value in old.get("enum", ()) if value not in new.get("enum", ())
        )

    def _alternatives(self, where: str, old: Schema, new: Schema) -> Iterator[str]:
        before, now = (_alternatives(one) for one in (old, new))
        unknown = dict.fromkeys(name for name in now if name not in before)
        for name, schema in before.items():
            if name in now:
                yield from self._found(where, schema, now[name])
                continue
            renamed = next((other for other in unknown if self._says_all(schema, now[other])), None)
            if renamed is not None:
                unknown.pop(renamed)
            elif name != "null":  # what is always there now was looked for before
                yield f"{where}: is never {name} any more"
        may_grow = "discriminator" in new  # clients pass over types that they do not know
        yield from (f"{where}: may be {name}" for name in unknown if not may_grow)

    def _says_all(self, old: Schema, new: Schema) -> bool:
        """Tell whether a schema under another name says all that one said; what is looked at stays to be compared."""
        tried = _Comparison(self.old, self.new)
        return not any(True for _breach in tried._found("", old, new))


def _values(schema: Schema) -> list[str] | None:
    """Return the only values that a parameter takes, None where it takes others."""
    if "enum" in schema:
        return list(schema["enum"])
    listed = _LISTED.fullmatch(schema.get("pattern", ""))
    return listed["values"].replace("\\", "").split("|") if listed else None


def _followed(document: Any, value: Any) -> Any:
    """Return what a reference refers to."""
    while isinstance(value, Mapping) and "$ref" in value:
        found = document
        for part in value["$ref"].removeprefix("#/").split("/"):
            found = found[part]
        value = found
    return value


def _alternatives(schema: Schema) -> dict[str, Any]:
    """Return what a value may be, by a name; a schema without a choice is the only alternative."""
    several = schema.get("anyOf") or schema.get("oneOf") or [schema]
    return {one["$ref"].rpartition("/")[2] if "$ref" in one else _name(one): one for one in several}


def _name(schema: Schema) -> str:
    name = str(schema.get("const", schema.get("type", "anything")))
    return f"{name}:{schema['format']}" if "format" in schema else name
