"""What is public in a language is kept text by text, also of what is public already."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("translation", "0002_provenance"),
        ("wagtailcore", "0094_alter_page_locale"),
    ]

    operations = [
        migrations.CreateModel(
            name="PublishedText",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("object_id", models.UUIDField()),
                ("path", models.TextField()),
                ("source", models.TextField()),
                ("text", models.TextField()),
                ("kind", models.CharField(max_length=20)),
                ("place", models.UUIDField(editable=False)),
                ("published_at", models.DateTimeField(auto_now=True)),
                (
                    "locale",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="wagtailcore.locale"
                    ),
                ),
            ],
        ),
        migrations.AddConstraint(
            model_name="publishedtext",
            constraint=models.UniqueConstraint(
                fields=("object_id", "locale", "place"), name="one_published_text_a_place"
            ),
        ),
    ]
