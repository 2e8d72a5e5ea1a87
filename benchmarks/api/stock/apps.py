"""Which fields of our pages Wagtail's interfaces give."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.apps import AppConfig, apps

FIELDS: Mapping[str, Sequence[str]] = {
    "projects.BulletinPage": ("summary", "original_language", "reviewed_on", "number", "date", "body"),
    "projects.TrainingPage": (
        "summary",
        "original_language",
        "reviewed_on",
        "kind",
        "audience",
        "status",
        "start",
        "end",
        "precision",
        "objectives",
        "sessions",
        "body",
    ),
    "projects.TrainingObjective": ("text",),
    "projects.TrainingSession": ("title", "start", "end", "language", "capacity", "text"),
}


class StockConfig(AppConfig):
    """Names the fields before Wagtail's interfaces make their schemas of them."""

    name = "benchmarks.api.stock"
    label = "benchmark_stock"

    def ready(self) -> None:
        """Name the fields where Wagtail looks for them."""
        for model, fields in FIELDS.items():
            apps.get_model(model).api_fields = [*fields]
