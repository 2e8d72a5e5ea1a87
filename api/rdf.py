"""Statements about things that have addresses, written as Turtle, JSON-LD and RDF/XML (all of the W3C).

    graph = Graph({"dct": "http://purl.org/dc/terms/"})
    graph.say("https://library.example.org/#all", ("dct:title", Text("Library", "en")), ("dct:license", Iri("https://…")))

Names of predicates and types are short ("dct:title"), as all three forms may have them. There are no things without an
address, so that nothing needs a made up name.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import quote
from xml.etree import ElementTree

from cms.xml_text import writable

TYPE = "a"  # the predicate that says what a thing is
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_XML_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_IN_ADDRESSES = ":/?#[]@!$&'()*+,;=%~"  # beside letters and digits (RFC 3986)


@dataclass(frozen=True)
class Iri:
    """Something that has an address; what no address may hold is escaped."""

    address: str

    def __str__(self) -> str:
        return quote(self.address, safe=_IN_ADDRESSES)


@dataclass(frozen=True)
class Text:
    """A text: in a language, or of a type that has a short name ("xsd:dateTime"), or neither."""

    text: str
    language: str = ""
    datatype: str = ""


# What is said of a thing: the predicate, and a thing, a text, or (after TYPE) the short name of a type.
Statement = tuple[str, Iri | Text | str]


class Graph:
    """Statements by the thing that they are about, each once, in the order in which they were made."""

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        self.prefixes = prefixes
        self.statements: defaultdict[str, dict[Statement, None]] = defaultdict(dict)

    def say(self, about: str, *statements: Statement) -> None:
        """Add statements about a thing."""
        self.statements[str(Iri(about))].update(dict.fromkeys(statements))

    def as_turtle(self) -> str:
        """Return the statements as Turtle 1.1."""
        heads = [f"@prefix {prefix}: <{address}> .\n" for prefix, address in self.prefixes.items()]
        things = []
        for about, statements in self.statements.items():
            said = " ;\n    ".join(f"{name} {_in_turtle(value)}" for name, value in statements)
            things.append(f"\n<{about}>\n    {said} .\n")
        return "".join([*heads, *things])

    def as_json_ld(self) -> str:
        """Return the statements as JSON-LD 1.1."""
        things = [{"@id": about, **_in_json(statements)} for about, statements in self.statements.items()]
        return json.dumps({"@context": self.prefixes, "@graph": things}, ensure_ascii=False, indent=1)

    def as_xml(self) -> str:
        """Return the statements as RDF 1.1 XML."""
        for prefix, address in {"rdf": _RDF, **self.prefixes}.items():
            ElementTree.register_namespace(prefix, address)
        root = ElementTree.Element(f"{{{_RDF}}}RDF")
        for about, statements in self.statements.items():
            thing = ElementTree.SubElement(root, f"{{{_RDF}}}Description", {f"{{{_RDF}}}about": about})
            for name, value in statements:
                self._add_to(thing, name, value)
        ElementTree.indent(root, " ")
        return ElementTree.tostring(root, encoding="unicode", xml_declaration=True)

    def _add_to(self, thing: ElementTree.Element, name: str, value: Iri | Text | str) -> None:
        """Add a statement to the element of what it is about."""
        tag = f"{{{_RDF}}}type" if name == TYPE else "{{{}}}{}".format(*self._parts(name))
        if not isinstance(value, Text):
            address = str(value) if isinstance(value, Iri) else "".join(self._parts(value))
            ElementTree.SubElement(thing, tag, {f"{{{_RDF}}}resource": address})
            return
        marks = {_XML_LANGUAGE: value.language} if value.language else {}
        if value.datatype:
            marks[f"{{{_RDF}}}datatype"] = "".join(self._parts(value.datatype))
        ElementTree.SubElement(thing, tag, marks).text = writable(value.text)

    def _parts(self, name: str) -> tuple[str, str]:
        """Return the two parts of what a short name stands for."""
        prefix, _colon, last = name.partition(":")
        return self.prefixes[prefix], last


def _in_turtle(value: Iri | Text | str) -> str:
    if isinstance(value, Text):
        # JSON escapes what Turtle does, and in the same way.
        mark = f"@{value.language}" if value.language else f"^^{value.datatype}" if value.datatype else ""
        return json.dumps(writable(value.text), ensure_ascii=False) + mark
    return f"<{value}>" if isinstance(value, Iri) else value


def _in_json(statements: Mapping[Statement, None]) -> dict[str, list[object]]:
    told: defaultdict[str, list[object]] = defaultdict(list)
    for name, value in statements:
        told["@type" if name == TYPE else name].append(_json_value(value))
    return told


def _json_value(value: Iri | Text | str) -> object:
    if isinstance(value, str):
        return value
    if isinstance(value, Iri):
        return {"@id": str(value)}
    return {"@value": writable(value.text), **dict(_marks(value))}


def _marks(value: Text) -> Iterator[tuple[str, str]]:
    if value.language:
        yield "@language", value.language
    if value.datatype:
        yield "@type", value.datatype
