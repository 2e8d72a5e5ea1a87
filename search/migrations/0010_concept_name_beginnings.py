"""Beginnings of names are ranges, in the order of bytes."""

from django.db import migrations

NAMES = """
ALTER TABLE search_conceptname
    ALTER COLUMN folded TYPE varchar(600) COLLATE "C", ALTER COLUMN skeleton TYPE varchar(600) COLLATE "C";
"""


def order_by_bytes(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(NAMES, params=None)


class Migration(migrations.Migration):
    dependencies = [("search", "0009_importance")]

    operations = [migrations.RunPython(order_by_bytes, migrations.RunPython.noop)]
