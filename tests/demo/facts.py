"""The public facts of the five projects, as tables: what a reader has to find in which section of a page."""

from __future__ import annotations

from typing import NamedTuple

LANGUAGES = {
    "investnorthwest": ("bg", "en", "lv", "nb", "pl"),
    "egovernet": ("bg", "en", "ro"),
    "lubuskie": ("bg", "en", "lv", "nb", "pl", "ro"),
    "rhodope": ("bg", "en", "lv", "nb", "pl", "ro"),
    "latgale": ("en", "lv", "nb", "pl", "ro"),
}
CODES = {"egovernet": "ROBG-168", "lubuskie": "POWR.02.18.00-IP.01-00-004/18"}
STATUS = dict.fromkeys(LANGUAGES, "not_stated") | {"egovernet": "completed"}
COUNTRIES = {
    "investnorthwest": ("BG", "NO"), "egovernet": ("BG", "RO"), "lubuskie": ("PL",), "rhodope": ("BG",),
    "latgale": ("LV", "NO"),
}  # fmt: skip

# Sections in the order in which the source tells them; others may stand between.
ANATOMY = {
    "investnorthwest": [
        "identity", "target-groups", "results", "obuchenia", "narachnitsi-i-portal", "norvegia", "achievements",
        "documents", "parties", "places", "status", "related",
    ],
    "egovernet": [
        "identity", "general-objective", "budget", "parties", "period", "places", "outputs", "results", "achievements",
        "events", "documents", "platforma", "galeria", "status", "disclaimer",
    ],
    "lubuskie": ["identity", "target-groups", "stages", "package", "budget", "period", "related", "contacts"],
    "rhodope": [
        "funders", "identity", "general-objective", "specific-objectives", "target-groups", "activities", "results",
        "places", "period", "status", "byuletin", "narachnik", "related",
    ],
    "latgale": [
        "identity", "parties", "general-objective", "specific-objectives", "target-groups", "activities",
        "achievements", "period", "status", "related",
    ],
}  # fmt: skip
NUMBERED = {
    ("investnorthwest", "achievements"): 6,
    ("egovernet", "outputs"): 4,
    ("egovernet", "achievements"): 6,
    ("lubuskie", "stages"): 3,
    ("lubuskie", "package"): 5,
    ("rhodope", "specific-objectives"): 3,
    ("rhodope", "activities"): 5,
    ("latgale", "specific-objectives"): 3,
    ("latgale", "activities"): 2,
    ("latgale", "achievements"): 6,
}


class Counted(NamedTuple):
    """A number with its unit and, in figures, its kind and its whole."""

    value: int
    unit: str
    kind: str = "achieved"
    whole: int = 0


FIGURES = {
    "investnorthwest": [
        Counted(142, "public-servant"),
        Counted(137, "public-servant"),
        Counted(104, "public-servant"),
        Counted(40, "public-servant"),
        Counted(3, "kind-of-handbook"),
        Counted(3000, "copy"),
        Counted(200, "copy", whole=3000),
        Counted(62, "public-servant"),
        Counted(2, "expert"),
        Counted(1, "internet-portal"),
        Counted(1000, "copy"),
    ],
    "egovernet": [
        Counted(13, "cooperation-agreement"),
        Counted(3, "language"),
        Counted(9, "cross-border-mechanism", "target"),
        Counted(5, "cooperation-agreement", "target", 9),
        Counted(1, "network", "target", 9),
        Counted(1, "survey", "target", 9),
        Counted(1, "strategy", "target", 9),
        Counted(1, "platform", "target", 9),
    ],
    "lubuskie": [
        Counted(43, "local-government-unit", "planned"),
        Counted(2, "medium-city", "planned", 43),
        Counted(46, "percent", "planned"),
        Counted(22, "implementation-plan", "target"),
        Counted(1, "implementation-plan", "target", 22),
    ],
    "rhodope": [
        Counted(180, "participant", "planned"),
        Counted(100, "municipal-officer", "planned", 180),
        Counted(80, "municipal-councillor", "planned", 180),
    ],
    "latgale": [Counted(1, "letter-of-intent")],
}
# Target groups under the kinds that head them, none where there is but one; None: a group without a number.
GROUPS: dict[str, tuple[list[str], list[Counted | None]]] = {
    "investnorthwest": ([], [None]),
    "lubuskie": ([], [Counted(43, "local-government-unit"), None, None]),
    "rhodope": (
        ["not_stated", "readers"],
        [
            Counted(21, "municipality"),
            Counted(100, "municipal-officer"),
            Counted(80, "municipal-councillor"),
            Counted(10, "ngo"),
            Counted(4, "district-administration"),
            Counted(180, "participant"),
            Counted(36, "municipal-administration"),
            Counted(36, "municipal-council"),
            Counted(4, "district-administration"),
            Counted(8, "regional-association"),
            Counted(20, "ngo"),
            None,
        ],
    ),
    "latgale": (["direct", "indirect"], [Counted(26, "representative"), None, None, None]),
}


class Party(NamedTuple):
    """Who carries a project out."""

    organisation: str
    role: str
    country: str
    withdrew: bool = False


PARTIES = {
    "investnorthwest": [Party("bulgarian-economic-forum", "beneficiary", "BG")],
    "egovernet": [
        Party("business-support-centre-ruse", "lead_beneficiary", "BG"),
        Party("ruse-district-administration", "beneficiary", "BG", withdrew=True),
        Party("eastern-danube-bureau", "beneficiary", "RO"),
    ],
    "lubuskie": [Party("lubuskie-voivodeship", "beneficiary", "PL")],
    "rhodope": [Party("association-of-rhodope-municipalities", "beneficiary", "BG")],
    "latgale": [Party("latgale-planning-region", "applicant", "LV")],
}

MUNICIPALITIES = (
    "asenovgrad", "banite", "batak", "borino", "velingrad", "devin", "dospat", "zlatograd", "kirkovo", "kardzhali",
    "laki", "madan", "momchilgrad", "nedelino", "rakitovo", "rodopi", "rudozem", "smolyan", "chepelare", "septemvri",
)  # fmt: skip
# Names of the vocabularies: project, section → column of a vocabulary → keys.
NAMES: dict[tuple[str, str], dict[str, tuple[str, ...]]] = {
    ("investnorthwest", "identity"): {
        "organisations.names": ("bulgarian-economic-forum",),
        "topics.names": ("foreign-investment", "local-authorities", "e-government"),
    },
    ("investnorthwest", "places"): {
        "places.names": ("north-west-region", "norway"),
    },
    ("egovernet", "identity"): {
        "programmes.names": ("interreg-romania-bulgaria",),
        "programmes.funds": ("interreg-romania-bulgaria",),
        "topics.names": ("cross-border-cooperation", "e-government", "public-private-network"),
    },
    ("egovernet", "budget"): {"programmes.funds": ("interreg-romania-bulgaria",)},
    ("egovernet", "events"): {"places.names": ("brussels",)},
    ("egovernet", "places"): {
        "places.names": (
            "veliko-tarnovo", "pleven", "vidin", "vratsa", "ruse", "dobrich", "sofia", "giurgiu", "mehedinti",
            "calarasi", "constanta", "dolj", "bucharest",
        ),
    },
    ("lubuskie", "identity"): {
        "organisations.names": ("lubuskie-voivodeship",),
        "topics.names": ("investor-service", "local-authorities", "training"),
    },
    ("lubuskie", "contacts"): {"organisations.names": ("lubuskie-voivodeship",)},
    ("lubuskie", "places"): {"places.names": ("lubuskie",)},
    ("rhodope", "funders"): {"organisations.names": ("usaid", "balkan-trust-for-democracy")},
    ("rhodope", "identity"): {
        "organisations.names": ("association-of-rhodope-municipalities",),
        "topics.names": ("good-governance", "municipal-councils", "training"),
    },
    ("rhodope", "target-groups"): {"places.names": MUNICIPALITIES},
    ("rhodope", "places"): {"places.names": MUNICIPALITIES},
    ("latgale", "identity"): {
        "programmes.names": ("norwegian-government-instrument",),
        "organisations.names": ("latgale-planning-region",),
        "topics.names": ("exchange-of-experience", "regional-development", "education", "small-business"),
    },
    ("latgale", "places"): {"places.names": ("latgale", "trondelag")},
}  # fmt: skip

# The languages in which each document can be had.
DOCUMENTS = {
    "investnorthwest": [{"bg", "en"}],
    "egovernet": [{"bg", "ro"}, {"bg", "en", "ro"}, {"bg"}],
}
# What a section links to: keys of pages of the library.
BULLETINS = tuple(f"rhodope-bulletin-{number}" for number in range(1, 6))
BECOMES = {
    ("investnorthwest", "related"): (
        "investnorthwest-promoting", "investnorthwest-support", "investnorthwest-it", "investnorthwest-guides",
        "investnorthwest-norway", "investnorthwest-waste-expert", "investnorthwest-eservices-expert", "investor-guide",
    ),
    ("investnorthwest", "narachnitsi-i-portal"): ("investor-guide",),
    ("lubuskie", "related"): ("lubuskie-managers", "lubuskie-officers", "lubuskie-ebook"),
    ("rhodope", "byuletin"): BULLETINS,
    ("rhodope", "narachnik"): ("rhodope-handbook",),
    ("rhodope", "related"): (
        "rhodope-self-government", "rhodope-resources", "rhodope-strategy", "rhodope-europe", "rhodope-handbook",
        *BULLETINS,
    ),
    ("latgale", "related"): ("latgale-visit",),
}  # fmt: skip
