"""How a page is cited: as a line, as BibTeX and as RIS."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext

from cms.enums import TextOrigin
from cms.facets import Label
from cms.formats import day
from cms.languages import language_name
from cms.presenting import About
from cms.withdrawal import sentence
from projects.works.downloads import citation_address


@dataclass(frozen=True)
class CitationForm:
    """How a type of work is cited in files: its type, and the field of its number, in BibTeX and in RIS."""

    bibtex: str = "misc"
    bibtex_number: str = "number"
    ris: str = "ELEC"
    ris_number: str = "M1"


@dataclass(frozen=True)
class Citation:
    """What a citation is made of, and the files of it; what a page does not have is empty."""

    key: str
    form: CitationForm
    title: str
    language: str
    original_language: str
    origin: str
    address: str
    bibtex: str
    ris: str
    revised: date
    published: str = ""
    author: Label | None = None
    code: str = ""
    container: str = ""
    number: str = ""
    edition: str = ""
    isbn: str = ""
    withdrawn_on: date | None = None

    @property
    def is_translation(self) -> bool:
        """Tell whether the page was first written in another language."""
        return self.language != self.original_language


def citation(about: About, form: CitationForm, author: Label | None = None, **parts: Any) -> Citation:
    """Return the citation of a page; `parts` are the fields that only its type has."""
    moment = about.changed_at or timezone.now()
    return Citation(
        key=f"vademecum-{about.number}",
        form=form,
        title=about.title,
        language=about.language,
        original_language=about.original_language,
        origin=str(TextOrigin(about.origin).label) if about.origin else "",
        address=settings.SITE_URL + about.permanent_address,
        bibtex=citation_address(about, "bib"),
        ris=citation_address(about, "ris"),
        revised=timezone.localtime(moment).date(),
        author=author,
        **{"withdrawn_on": about.withdrawn_on} | parts,
    )


def sentences(cited: Citation, publisher: str, language: str) -> list[Label]:
    """Return the parts of a citation for a reader, in order, each with its own full stop."""
    number = ""
    if cited.number:
        pattern = gettext("chapter %(number)s") if cited.container else gettext("No. %(number)s")
        number = pattern % {"number": cited.number}
    container = f"{gettext('In')}: {cited.container}" if cited.container else ""
    parts: list[Label | str] = [
        cited.author or "",
        f"{cited.title} ({cited.code})" if cited.code else cited.title,
        ", ".join(filter(None, [container, number])),
        capfirst(cited.edition),
        cited.published,
        f"ISBN {cited.isbn}" if cited.isbn else "",
        "; ".join(
            filter(None, [f"{gettext('Original')}: {language_name(cited.original_language, language)}", cited.origin])
        )
        if cited.is_translation
        else "",
        publisher,
        f"{gettext('Revision')}: {day(cited.revised, language)}",
        sentence(cited.withdrawn_on, "", language),
    ]
    labels = [part if isinstance(part, Label) else Label(part, language) for part in parts if part]
    return [
        Label(label.text if label.text.endswith((".", "?", "!", "…")) else f"{label.text}.", label.language)
        for label in labels
    ]


def as_bibtex(cited: Citation, publisher: str) -> str:
    """Return a BibTeX entry in UTF-8."""
    fields = {
        "author": f"{{{_bibtex(cited.author.text)}}}" if cited.author else "",
        "title": f"{{{_bibtex(cited.title)}}}",
        "booktitle": _bibtex(cited.container),
        cited.form.bibtex_number: _bibtex(cited.number or cited.code),
        "edition": _bibtex(cited.edition),
        "isbn": _bibtex(cited.isbn),
        "publisher": _bibtex(publisher),
        "year": cited.published or str(cited.revised.year),
        "langid": cited.language,
        "url": cited.address,
        "urldate": cited.revised.isoformat(),
        "note": _bibtex(sentence(cited.withdrawn_on, "", cited.language)),
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@{cited.form.bibtex}{{{cited.key},", *lines, "}", ""])


def _bibtex(text: str) -> str:
    """Return text in which nothing is a command of TeX."""
    replaced = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
    replaced |= {sign: f"\\{sign}" for sign in "{}%&$#_"}
    return " ".join("".join(replaced.get(sign, sign) for sign in text).split())


def as_ris(cited: Citation, publisher: str) -> str:
    """Return a RIS record with its line ends."""
    fields = [
        ("TY", cited.form.ris),
        ("AU", cited.author.text if cited.author else ""),
        ("TI", cited.title),
        ("BT", cited.container),
        (cited.form.ris_number, cited.number or cited.code),
        ("ET", cited.edition),
        ("SN", cited.isbn),
        ("PB", publisher),
        ("PY", cited.published or str(cited.revised.year)),
        ("LA", cited.language),
        ("UR", cited.address),
        ("Y2", f"{cited.revised:%Y/%m/%d}/"),
        ("N1", sentence(cited.withdrawn_on, "", cited.language)),
    ]
    lines = [f"{tag}  - {' '.join(value.split())}" for tag, value in fields if value]
    return "\r\n".join([*lines, "ER  - ", ""])
