"""Choices of the library; stored values are never translated."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Status(models.TextChoices):
    """Where a project or a training stands."""

    PLANNED = "planned", pgettext_lazy("status", "planned")
    RUNNING = "running", pgettext_lazy("status", "running")
    COMPLETED = "completed", pgettext_lazy("status", "completed")
    NOT_STATED = "not_stated", pgettext_lazy("status", "not stated")


class Precision(models.TextChoices):
    """How exactly a date is known."""

    DAY = "day", _("to the day")
    MONTH = "month", _("to the month")
    YEAR = "year", _("to the year")


class Currency(models.TextChoices):
    """Currencies of the projects, by ISO 4217."""

    BGN = "BGN", _("Bulgarian lev (BGN)")
    EUR = "EUR", _("euro (EUR)")
    NOK = "NOK", _("Norwegian krone (NOK)")
    PLN = "PLN", _("Polish złoty (PLN)")
    RON = "RON", _("Romanian leu (RON)")
    USD = "USD", _("US dollar (USD)")


class PartyRole(models.TextChoices):
    """What an organisation is in a project."""

    LEAD_BENEFICIARY = "lead_beneficiary", _("lead beneficiary")
    BENEFICIARY = "beneficiary", _("beneficiary")
    APPLICANT = "applicant", _("applicant")
    PARTNER = "partner", _("partner")
    FUNDER = "funder", _("funder")


class StatementKind(models.TextChoices):
    """What a numbered statement of a project says."""

    GENERAL_OBJECTIVE = "general_objective", _("general objective")
    SPECIFIC_OBJECTIVE = "specific_objective", _("specific objective")
    STAGE = "stage", _("stage")
    ACTIVITY = "activity", _("activity")
    PACKAGE = "package", _("part of a package")
    OUTPUT = "output", _("planned output")
    ACHIEVEMENT = "achievement", _("achievement")


class TargetGroupKind(models.TextChoices):
    """How a project reaches a group of people."""

    DIRECT = "direct", _("direct target group")
    INDIRECT = "indirect", _("indirect target group")
    READERS = "readers", _("readers")
    NOT_STATED = "not_stated", _("target group")


class FigureKind(models.TextChoices):
    """Whether a figure was planned or reached."""

    PLANNED = "planned", pgettext_lazy("figure", "planned")
    TARGET = "target", pgettext_lazy("figure", "target")
    ACHIEVED = "achieved", pgettext_lazy("figure", "achieved")


class FactKind(models.TextChoices):
    """A section of a project's page that shows its typed facts."""

    IDENTITY = "identity", _("The project at a glance")
    FUNDERS = "funders", _("Funders")
    PARTIES = "parties", _("Beneficiary and partners")
    BUDGET = "budget", _("Budget")
    PERIOD = "period", _("Period")
    PLACES = "places", _("Places")
    GENERAL_OBJECTIVE = "general_objective", _("General objective")
    SPECIFIC_OBJECTIVES = "specific_objectives", _("Specific objectives")
    OBJECTIVES = "objectives", _("Objectives")
    TARGET_GROUPS = "target_groups", _("Target groups")
    STAGES = "stages", _("Stages")
    ACTIVITIES = "activities", _("Activities")
    PACKAGE = "package", _("Package for each participant")
    OUTPUTS = "outputs", _("Planned outputs")
    RESULTS = "results", _("Results in figures")
    ACHIEVEMENTS = "achievements", _("Achievements")
    EVENTS = "events", _("Events")
    DOCUMENTS = "documents", _("Documents")
    CONTACTS = "contacts", _("Contacts")
    RELATED = "related", _("What the project left behind")
    STATUS = "status", _("Status")
    DISCLAIMER = "disclaimer", _("Disclaimer")


class TrainingKind(models.TextChoices):
    """The form of a training."""

    COURSE = "course", _("course")
    SEMINAR = "seminar", _("seminar")
    STUDY_VISIT = "study_visit", _("study visit")
    EXPERT_VISIT = "expert_visit", _("expert visit")
    EXCHANGE = "exchange", _("exchange")


class CoverSeries(models.TextChoices):
    """The drawn pattern of a cover, one a series."""

    DOTS = "dots", _("dots")
    RIVERS = "rivers", _("rivers")
    PLOTS = "plots", _("plots")


class OrganisationKind(models.TextChoices):
    """What an organisation is."""

    PUBLIC_AUTHORITY = "public_authority", _("public authority")
    ASSOCIATION = "association", _("association")
    BUSINESS_SUPPORT = "business_support", _("business support")
    NGO = "ngo", _("non-governmental organisation")
    FUNDER = "funder", _("funder")


class PlaceKind(models.TextChoices):
    """What a place is."""

    COUNTRY = "country", _("country")
    REGION = "region", _("region")
    DISTRICT = "district", _("district")
    MUNICIPALITY = "municipality", _("municipality")
    CITY = "city", _("city")
