"""An installation that stands already keeps what its readers were told."""

from __future__ import annotations

from importlib import import_module
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.db.migrations.loader import MigrationLoader

pytestmark = pytest.mark.django_db(transaction=True)
CHANGES_OF_EVERY_KIND = "0009_changes_of_every_kind"


@pytest.fixture
def models() -> Any:
    """The models on both sides of the step, in tables of their own: later migrations do not concern them."""
    loader = MigrationLoader(connection)
    state = loader.project_state(("cms", CHANGES_OF_EVERY_KIND), at_end=False)
    loader.get_migration("cms", CHANGES_OF_EVERY_KIND).operations[0].state_forwards("cms", state)
    for name in ("toldpage", "tolditem"):
        state.models["cms", name].options.update(db_table=f"{name}_of_then", indexes=[], constraints=[])
    of_then = [state.apps.get_model("cms", name) for name in ("toldpage", "tolditem")]
    with connection.schema_editor() as editor:
        for model in of_then:
            editor.create_model(model)
    yield state.apps
    with connection.schema_editor() as editor:
        for model in of_then:
            editor.delete_model(model)


def test_readers_of_all_that_is_public_go_on_where_they_are(models: Any) -> None:
    pages, items = models.get_model("cms", "ToldPage"), models.get_model("cms", "ToldItem")
    told = {"language": "nb", "former": ["/nb/fees/"], "is_withdrawn": True}
    for page in (70, 7, 300):
        pages.objects.create(page=page, page_type="page", key=uuid4(), address=f"/nb/{page}/", **told)
    with connection.schema_editor() as editor:
        import_module(f"cms.migrations.{CHANGES_OF_EVERY_KIND}").keep_what_was_told(models, editor)
    columns = ("key", "language", "address", "former", "is_withdrawn")
    kept = list(items.objects.order_by("pk").values_list("pk", "item", "kind", "type", *columns))
    before = pages.objects.order_by("page").values_list("page", "page_type", *columns)
    assert kept == [(page, page, "page", page_type, *others) for page, page_type, *others in before]
    new = items.objects.create(item=1, kind="document", type="document", key=uuid4(), language="nb", address="")
    assert new.pk > 300, "what is told from now on comes after what was told"
