from django.core.management.color import no_style
from django.db import migrations, models

COLUMNS = ("key", "language", "address", "former", "is_withdrawn")


def keep_what_was_told(apps, schema_editor):
    """Take over the pages that were told. Their numbers stay: those who are just reading them go on where they are."""
    pages, items = apps.get_model("cms", "ToldPage"), apps.get_model("cms", "ToldItem")
    rows = pages.objects.order_by("page").values("page", "page_type", *COLUMNS).iterator()
    items.objects.bulk_create(
        (
            items(id=row["page"], item=row["page"], type=row["page_type"], **{name: row[name] for name in COLUMNS})
            for row in rows
        ),
        batch_size=500,
    )
    with schema_editor.connection.cursor() as cursor:
        for statement in schema_editor.connection.ops.sequence_reset_sql(no_style(), [items]):
            cursor.execute(statement)


class Migration(migrations.Migration):

    dependencies = [
        ('cms', '0008_previews'),
    ]

    operations = [
        migrations.CreateModel(
            name='ToldItem',
            fields=[
                ('kind', models.CharField(default='page', max_length=20)),
                ('item', models.PositiveBigIntegerField()),
                ('key', models.UUIDField()),
                ('language', models.CharField(max_length=5)),
                ('type', models.CharField(max_length=60)),
                ('address', models.TextField()),
                ('former', models.JSONField(default=list)),
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('is_withdrawn', models.BooleanField(default=False)),
                ('further', models.JSONField(default=list)),
                ('state', models.CharField(default='', max_length=64)),
            ],
            options={
                'indexes': [models.Index(fields=['key'], name='told_item_key')],
                'constraints': [models.UniqueConstraint(fields=('item', 'kind', 'language'), name='told_once')],
            },
        ),
        migrations.RunPython(keep_what_was_told, migrations.RunPython.noop),
        migrations.DeleteModel(name='ToldPage'),
        migrations.RemoveIndex(model_name='publicchange', name='public_change_of_page'),
        migrations.RenameField(model_name='publicchange', old_name='page', new_name='item'),
        migrations.RenameField(model_name='publicchange', old_name='page_type', new_name='type'),
        migrations.AddField(
            model_name='publicchange', name='kind', field=models.CharField(default='page', max_length=20)
        ),
        migrations.AddIndex(
            model_name='publicchange',
            index=models.Index(fields=['item', 'kind', 'number'], name='public_change_of_item'),
        ),
        migrations.RenameField(model_name='changedcontent', old_name='page', new_name='item'),
        migrations.AddField(
            model_name='changedcontent', name='kind', field=models.CharField(default='page', max_length=20)
        ),
        migrations.AddField(model_name='changedcontent', name='is_of_page', field=models.BooleanField(default=False)),
    ]
