"""Each rule by which a live translation is true is needed: taken away, some history shows it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest
from wagtail_localize.models import StringTranslation

from tests.translation.test_truth import all_happen
from translation import refreshing
from translation.following import Following

pytestmark = pytest.mark.django_db

_follow_in_order, _carry = Following._children, refreshing.carry


def _in_the_old_order(self: Following, kinds: Any, new: Any, own: Any, path: str) -> list[Any]:
    places = {block.get("id"): place for place, block in enumerate(own or ())}
    return sorted(_follow_in_order(self, kinds, new, own, path), key=lambda block: places.get(block.get("id"), 99))


def _unmarked(*args: Any) -> None:
    _carry(*args)
    StringTranslation.objects.update(has_error=False)


# What makes it so, each taken away: some history shows it. That what is public is kept, and that lost segments are
# written anew, hardly any history shows: `test_refreshing` does.
MUTANTS: dict[str, tuple[str, Any]] = {
    "words of the source are shown": ("translation.known.Known.public_text", lambda self, path, source, stand: source),
    "bodies do not follow": ("translation.following.Following.streams", lambda self, model, new, content: set()),
    "blocks keep their order": ("translation.following.Following._children", _in_the_old_order),
    "guesses are not marked": ("translation.refreshing.carry", _unmarked),
    "the source is not frozen anew": ("translation.propagation.refresh", lambda *args: None),
    "older versions stay as they are": ("translation.propagation._follow", lambda *args: None),
    "readers are told that nothing changed": ("translation.propagation.not_yet_told", lambda *args: []),
    "shared values stay": ("translation.propagation.correct", lambda *args, **kwargs: set()),
}


@pytest.mark.parametrize("rule", MUTANTS)
def test_each_rule_is_needed(key: UUID, monkeypatch: pytest.MonkeyPatch, rule: str) -> None:
    monkeypatch.setattr(*MUTANTS[rule])
    with pytest.raises((AssertionError, IndexError)):
        all_happen(key, range(60))
