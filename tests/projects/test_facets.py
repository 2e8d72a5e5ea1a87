"""The values of facets are named for each reader."""

from __future__ import annotations

import pytest

from cms.facets import Label
from projects.facets import TOPIC
from projects.models import Topic
from tests.factories.projects import concept

pytestmark = pytest.mark.django_db


def test_a_value_is_named_in_the_readers_language_else_in_english() -> None:
    concept(Topic, "waste", "bg", name="Отпадъци")
    concept(Topic, "waste", "en", name="Waste")
    assert TOPIC.labels({"waste"}, "bg") == {"waste": Label("Отпадъци", "bg")}
    assert TOPIC.labels({"waste"}, "nb") == {"waste": Label("Waste", "en")}


def test_of_other_languages_the_name_is_always_the_same() -> None:
    for code, name in (("ro", "Deșeuri"), ("pl", "Odpady"), ("lv", "Atkritumi")):
        concept(Topic, "waste", code, name=name)
    assert TOPIC.labels({"waste"}, "nb") == {"waste": Label("Atkritumi", "lv")}


def test_a_key_that_was_changed_in_one_language_so_far_names_both_values() -> None:
    changed = concept(Topic, "waste", "en", name="Waste")
    concept(Topic, "waste", "bg", name="Отпадъци")
    Topic.objects.filter(pk=changed.pk).update(key="rubbish")
    labels = TOPIC.labels({"waste", "rubbish"}, "bg")
    assert labels == {"waste": Label("Отпадъци", "bg"), "rubbish": Label("Waste", "en")}
    assert TOPIC.labels({"rubbish"}, "bg") == {"rubbish": Label("Waste", "en")}


def test_what_has_no_live_name_is_left_out() -> None:
    concept(Topic, "waste", name="Waste", live=False)
    assert TOPIC.labels({"waste", "unknown"}, "en") == {}
